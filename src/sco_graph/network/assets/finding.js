// Fields in which an actor is found by a name in any language and script.

/** Actors whose name holds what is typed, those that begin with it first. */
function found(text) {
  const wanted = folded(text.trim());
  if (!wanted) return [];
  const hits = order.filter((key) => names(key).some((name) => name.includes(wanted)));
  const begins = (key) => names(key).some((name) => name.split(/[\s-]+/).some((part) => part.startsWith(wanted)));
  const first = new Set(hits.filter(begins));
  return [...first, ...hits.filter((key) => !first.has(key))].slice(0, 8);
}

/** Actors, those with most interactions first: the order of names, lists and lanes. */
const order = data.actors.map((actor) => actor.key).sort((a, b) => actors.get(b).interactions - actors.get(a).interactions || (a < b ? -1 : 1));

/** Let a field and the list below it work together; `take` is told the actor chosen. */
function combine(id, take) {
  const field = byId(id), list = byId(id + "-found");
  const options = () => [...list.querySelectorAll("[role=option]")];
  const close = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const mark = (index) => {
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    const active = options()[index];
    if (active) field.setAttribute("aria-activedescendant", active.id);
    active?.scrollIntoView({ block: "nearest" });
  };
  const pick = (key) => {
    field.value = label(key);
    field.dataset.key = key;
    close();
    take(key);
  };
  const offerHits = () => {
    delete field.dataset.key;
    const hits = found(field.value);
    list.replaceChildren(...hits.map((key, i) => suggestion(key, `${id}-found-${i}`, pick)));
    if (field.value.trim() && !hits.length) list.append(element("li", word("none_found"), { class: "hint", role: "presentation" }));
    list.hidden = !list.children.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    mark(0);
  };
  field.addEventListener("input", offerHits);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    const at = options().findIndex((option) => option.getAttribute("aria-selected") === "true");
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key], size = options().length;
    if (move && size) mark((at + move + size) % size);
    else if (event.key === "Enter" && at >= 0 && !list.hidden) pick(options()[at].dataset.key);
    else if (event.key === "Escape" && !list.hidden) { close(); event.stopPropagation(); }
    else return;
    event.preventDefault();
  });
}

function suggestion(key, id, pick) {
  const item = element("li", label(key), { role: "option", id, "data-key": key });
  const second = label(key, view.names === "en" ? data.meta.language : "en");
  if (second !== label(key)) item.append(element("span", second, { class: "post" }));
  item.addEventListener("mousedown", (event) => { event.preventDefault(); pick(key); });
  return item;
}
