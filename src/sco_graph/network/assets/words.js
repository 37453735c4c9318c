// Words for everything: the page's own in the language of the interface, names in the language chosen for them.

const byId = (id) => document.getElementById(id);
const actors = new Map(data.actors.map((actor) => [actor.key, actor]));
const ends = data.edges.map((edge) => [edge.from, edge.to]);
const LANGUAGES = { en: "English", ru: "Русский", zh: "中文" };

/** A word of the page itself; `values` go in where it has {name}. */
function word(key, values) {
  const text = (data.strings[view.tongue] || data.strings.en)[key] ?? data.strings.en[key] ?? key;
  return values ? text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole) : text;
}

/** The name of an actor, post, place, concept or class; "own" is that of the documents which name the actor. */
function label(key, tag) {
  const labels = data.labels[key];
  if (!labels) return key;
  const own = actors.get(key)?.language || data.meta.language;
  return labels[tag || (view.names === "own" ? own : view.names)] || labels[data.meta.language] || labels.en;
}

/** All names that an actor is found by, folded. */
const namesKept = new Map();
function names(key) {
  if (!namesKept.has(key))
    namesKept.set(key, [...Object.values(data.labels[key] || {}), ...(actors.get(key)?.also || [])].map(folded));
  return namesKept.get(key);
}

function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’'`ʼ]/g, "").toLowerCase();
}

/** An element with text (never markup) and attributes. */
function element(tag, text, attributes) {
  const made = document.createElement(tag);
  if (text || text === 0) made.textContent = text;
  for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
  return made;
}

/** A button that does something. */
function button(text, action, kind) {
  const made = element("button", text, { type: "button", class: kind || "link" });
  made.addEventListener("click", action);
  return made;
}

function number(value) {
  return value.toLocaleString(view.tongue, { maximumFractionDigits: 4 });
}

/** "29 April 2020" when the day is known, else as precise as it is. */
function day(text, month = "long") {
  const parts = (text || "").split("-").map(Number);
  if (!parts[0]) return word("undated");
  const form = { year: "numeric", ...(parts[1] && { month }), ...(parts[2] && { day: "numeric" }), timeZone: "UTC" };
  const date = new Date(Date.UTC(parts[0], (parts[1] || 1) - 1, parts[2] || 1));
  return date.toLocaleDateString(view.tongue === "en" ? "en-GB" : view.tongue, form);
}

/** All fixed words of the page in the language chosen. */
function speak() {
  document.documentElement.lang = view.tongue;
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", word(node.dataset.label));
    node.title = word(node.dataset.label);
  }
  for (const node of document.querySelectorAll("[data-hint]")) node.placeholder = word(node.dataset.hint);
  const titled = "title_" + data.meta.actors;
  byId("title").textContent = document.title = word(titled in data.strings.en ? titled : "title");
  const numbers = [
    [data.nodes.length, "actors"], [data.edges.length, "ties"],
    [data.interactions.length, "interactions"], [Object.keys(data.documents).length, "documents"],
  ];
  const days = [...new Set([data.meta.first, data.meta.last])].filter(Boolean).join(" – ");
  byId("counts").textContent = [...numbers.map(([n, key]) => word(key) + ": " + n), days].filter(Boolean).join(" · ");
  byId("left-out").hidden = !data.meta.left_out;
  if (data.meta.left_out) byId("left-out").textContent = word("left_out", data.meta.left_out);
}
