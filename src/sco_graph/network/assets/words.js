// The data of the page, and words for everything in the language chosen.

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const actors = new Map(data.actors.map((actor) => [actor.key, actor]));
const ends = data.edges.map((edge) => [edge.from, edge.to]);

/** "own": each name as its documents have it; "en": English. */
let language = "own";

function tongue() {
  return language === "en" ? "en" : data.meta.language;
}

/** A word of the page itself. */
function word(key) {
  return (data.strings[tongue()] || data.strings.en)[key];
}

/** The name of an actor, post, place, concept or class. */
function label(key, tag) {
  const labels = data.labels[key];
  if (!labels) return key;
  const own = actors.has(key) ? actors.get(key).language : "";
  const wanted = tag || (language === "en" ? "en" : own || data.meta.language);
  return labels[wanted] || labels[data.meta.language] || labels.en;
}

/** All names that an actor is found by, folded. */
function names(key) {
  return Object.values(data.labels[key] || {}).map(folded);
}

function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** An element with text (never markup) and attributes. */
function element(tag, text, attributes) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
  return made;
}

/** A button that does something. */
function button(text, action, kind) {
  const made = element("button", text, { type: "button", class: kind || "link" });
  made.addEventListener("click", action);
  return made;
}

/** All fixed words of the page in the language chosen. */
function speak() {
  document.documentElement.lang = data.strings[tongue()] ? tongue() : "en";
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
  byId("title").textContent = document.title = word("title_" + data.meta.actors);
  const numbers = [
    [data.nodes.length, "actors"], [data.edges.length, "ties"],
    [data.interactions.length, "interactions"], [Object.keys(data.documents).length, "documents"],
  ];
  const days = [...new Set([data.meta.first, data.meta.last])].filter(Boolean).join(" – ");
  byId("counts").textContent = [...numbers.map(([n, key]) => word(key) + ": " + n), days].filter(Boolean).join(" · ");
  byId("search").placeholder = word("search_hint");
  for (const [id, key] of [["from", "from"], ["to", "to"], ["zoom-in", "zoom_in"], ["zoom-out", "zoom_out"]]) {
    byId(id).setAttribute("aria-label", word(key));
    byId(id).title = word(key);
  }
  byId("language-own").setAttribute("aria-pressed", language === "own");
  byId("language-en").setAttribute("aria-pressed", language === "en");
}
