// The view in the address after "#".

function remember() {
  const told = new URLSearchParams();
  for (const [name, plain] of Object.entries(PLAIN)) if (view[name] !== plain) told.set(name, written(view[name]));
  if (chosen?.actor) told.set("actor", chosen.actor);
  else if (chosen?.tie !== undefined) told.set("tie", ends[chosen.tie].join(" "));
  else if (chosen?.path) told.set("path", chosen.path.join(" "));
  else if (chosen) told.set("interaction", data.interactions[chosen.interaction].key);
  const text = told.toString();
  history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
}

/** Take the view from the address; what the page does not have is passed over. */
function recall() {
  const told = new URLSearchParams(location.hash.slice(1)), is = (name, pattern) => pattern.test(view[name]);
  for (const [name, plain] of Object.entries(PLAIN)) view[name] = told.has(name) ? readAs(plain, told.get(name)) : plain;
  const known = { names: is("names", /^(own|en|ru|zh)$/), tongue: view.tongue in LANGUAGES, theme: is("theme", /^(light|dark)?$/),
    unit: view.unit in FORMS, size: view.size in largest, colour: view.colour in FIELD, from: is("from", /^(\d{4}(-\d\d)?)?$/),
    to: is("to", /^(\d{4}(-\d\d)?)?$/), centre: !view.centre || actors.has(view.centre), lanes: is("lanes", /^(actor|issue)$/) };
  for (const [name, good] of Object.entries(known)) if (!good) view[name] = PLAIN[name];
  return wanted(told);
}

function wanted(told) {
  const path = (told.get("path") || "").split(" ");
  const tie = ends.findIndex((pair) => pair.join(" ") === told.get("tie"));
  const interaction = data.interactions.findIndex((one) => one.key === told.get("interaction"));
  if (actors.has(told.get("actor"))) return { actor: told.get("actor") };
  if (tie >= 0) return { tie };
  if (path.length === 2 && path.every((key) => actors.has(key))) return { path };
  return interaction >= 0 ? { interaction } : null;
}
