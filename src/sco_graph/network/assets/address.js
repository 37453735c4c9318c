// What is shown stands in the address after "#", so that a view can be cited and opened again.

/** Write down language, filters and what is chosen. */
function remember() {
  const view = new URLSearchParams();
  if (language === "en") view.set("language", "en");
  for (const name of ["type", "issue", "from", "to"]) if (filter[name]) view.set(name, filter[name]);
  if (!filter.planned) view.set("planned", "no");
  if (chosen?.actor) view.set("actor", chosen.actor);
  else if (chosen?.tie !== undefined) view.set("tie", ends[chosen.tie].join(" "));
  else if (chosen) view.set("interaction", data.interactions[chosen.interaction].key);
  const text = view.toString();
  history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
}

/** Show what the address says; what the page does not have is passed over. */
function recall() {
  const view = new URLSearchParams(location.hash.slice(1));
  language = view.get("language") === "en" ? "en" : "own";
  for (const name of ["type", "issue", "from", "to"]) filter[name] = view.get(name) || "";
  filter.planned = view.get("planned") !== "no";
  const tie = ends.findIndex((pair) => pair.join(" ") === view.get("tie"));
  const interaction = data.interactions.findIndex((found) => found.key === view.get("interaction"));
  if (actors.has(view.get("actor"))) return { actor: view.get("actor") };
  if (tie >= 0) return { tie };
  return interaction >= 0 ? { interaction } : null;
}
