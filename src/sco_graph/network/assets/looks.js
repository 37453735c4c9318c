// Size and colour of the dots, light and dark, and the legend that says what they mean.

const FIELD = { kind: "kind", state: "home", community: "community" };
const OTHERS = "#8a8f98";
const colours = Object.fromEntries(
  Object.entries(data.groups).map(([by, groups]) => [by, new Map(groups.map(({ key, colour }) => [key, colour]))]),
);
const largest = Object.fromEntries(
  ["interactions", "degree", "strength", "betweenness"].map((name) => [name, Math.max(...data.actors.map((a) => a[name]), 1e-9)]),
);

function group(key) {
  return actors.get(key)[FIELD[view.colour]];
}

function colour(key) {
  return colours[view.colour].get(group(key)) || OTHERS;
}

function groupName(key) {
  if (!key) return word("others");
  return view.colour === "community" ? word("community_n", { n: key }) : label(key);
}

/** Half the width of a dot; its area grows with the measure. */
function radius(key) {
  const actor = actors.get(key);
  if (view.size === "interactions") return 6 + 3 * Math.sqrt(Math.min(actor.interactions, 60));
  return 6 + 23 * Math.sqrt(actor[view.size] / largest[view.size]);
}

/** Groups of which an actor is shown, with their colours. */
function groupsShown() {
  const used = new Set([...current.actors.keys()].map((key) => (colours[view.colour].has(group(key)) ? group(key) : "")));
  return data.groups[view.colour].filter(({ key }) => used.has(key));
}

function legend() {
  const lines = groupsShown().map(({ key, colour: fill }) => {
    const item = element("li"), dot = element("span", "", { class: "dot" });
    dot.style.background = fill;
    item.append(dot, groupName(key));
    return item;
  });
  const list = element("ul");
  list.append(...lines);
  const about = data.view === "network" ? [word("size_is", { measure: word(view.size) })] : [];
  if (data.view === "network" && data.actors.some((actor) => actor.mode !== "actor")) about.push(word("shapes"));
  byId("legend").replaceChildren(element("h2", word("legend")), list, ...about.map((text) => element("p", text)));
}

const darkScreen = matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  return view.theme ? view.theme === "dark" : darkScreen.matches;
}

/** Light or dark, for the style sheet and for what is drawn. */
function dress() {
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  byId("theme").setAttribute("aria-pressed", String(isDark()));
}

function ink(name) {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

function listenToLooks() {
  for (const id of ["size", "colour"])
    byId(id).addEventListener("change", (event) => { view[id] = event.target.value; refresh(); });
  byId("theme").addEventListener("click", () => { view.theme = isDark() ? "light" : "dark"; refresh(); });
  darkScreen.addEventListener("change", () => refresh());
}

function showLooks() {
  dress();
  for (const id of ["size", "colour"]) byId(id).value = view[id];
}
