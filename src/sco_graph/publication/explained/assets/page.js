(() => {
  "use strict";
  const text = document.getElementById("text"), facts = document.getElementById("facts");
  const all = [...document.querySelectorAll("#text [data-c], #facts .row")];
  const numbers = new Map(all.map((node) => [node, new Set(node.dataset.c.split(" "))]));
  const words = [...text.querySelectorAll("[data-ref]:not(.more)")];
  let pinned = "";
  document.documentElement.classList.add("js");

  // Marks the words and the rows of some claims; the numbers stand in data-c.
  const show = (claims) => {
    const wanted = claims ? claims.split(" ") : [];
    for (const [node, own] of numbers) node.classList.toggle("on", wanted.some((number) => own.has(number)));
  };
  const claims = (target) => target.closest?.("[data-c]")?.dataset.c;
  const gentle = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  const reveal = (node) => node?.scrollIntoView({ block: "center", behavior: gentle });
  const pin = (node) => {
    pinned = node.dataset.c;
    show(pinned);
    if (text.contains(node)) reveal(facts.querySelector(".row.on"));
    else reveal(text.querySelector(".on"));
  };

  for (const side of [text, facts]) {
    side.addEventListener("pointerover", (event) => show(claims(event.target) ?? pinned));
    side.addEventListener("pointerleave", () => show(pinned));
    side.addEventListener("focusin", (event) => show(claims(event.target) ?? pinned));
    side.addEventListener("focusout", () => show(pinned));
    side.addEventListener("click", (event) => {
      if (event.target.closest("summary, .row > details > ol > li > .why")) return;
      const node = event.target.closest("[data-c]");
      if (node?.dataset.c) { event.preventDefault(); pin(node); }
    });
  }

  // The marked words are one stop of the tab key; arrows go from one to the next.
  words.forEach((word, at) => { word.tabIndex = at ? -1 : 0; word.setAttribute("role", "button"); });
  text.addEventListener("keydown", (event) => {
    const at = words.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (at < 0) return;
    if (step && words[at + step]) {
      event.preventDefault();
      words[at].tabIndex = -1;
      words[at + step].tabIndex = 0;
      words[at + step].focus();
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      pin(words[at]);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { pinned = ""; show(""); }
  });
})();
