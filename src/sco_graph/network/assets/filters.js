// Which interactions, actors and ties are shown.

/** Whether an interaction passes; one without a date passes unless a period is chosen. */
function passes(interaction) {
  const { type, mode, issue, level, planned, from, to } = view;
  if (type && interaction.type !== type) return false;
  if (mode && interaction.mode !== mode) return false;
  if (level && interaction.level !== level) return false;
  if (issue && !interaction.issues.includes(issue)) return false;
  if (!planned && !held(interaction)) return false;
  if (from && (!interaction.latest || interaction.latest.slice(0, from.length) < from)) return false;
  return !(to && (!interaction.earliest || interaction.earliest.slice(0, to.length) > to));
}

function held(interaction) {
  return interaction.status.endsWith("/held") || interaction.status === "";
}

function choices(id, values, name) {
  const select = byId(id);
  if (!values.includes(view[id])) view[id] = "";
  select.replaceChildren(new Option(word("all"), ""), ...values.map((value) => new Option(name(value), value)));
  select.value = view[id];
  select.closest(".field").hidden = values.length < 2;
}

/** Fill the menus with what occurs, in the language chosen. */
function offer() {
  const byName = (a, b) => label(a).localeCompare(label(b), view.tongue);
  const occurring = (values) => [...new Set(values)].filter(Boolean).sort(byName);
  const each = (name) => occurring(data.interactions.map((interaction) => interaction[name]));
  for (const name of ["type", "mode", "level"]) choices(name, each(name), (key) => label(key));
  choices("issue", occurring(data.interactions.flatMap((i) => i.issues)), (key) => label(key));
  choices("state", occurring(data.actors.map((actor) => actor.state)), (key) => label(key));
  byId("weight").max = Math.max(1, ...data.ties.map((tie) => tie.length));
  byId("weight").value = view.weight;
  byId("planned").checked = view.planned;
  byId("alone-too").checked = view.alone;
}

/** Numbers of a tie's interactions that pass; none where it is too weak, or no end is of the state chosen. */
function left(tie, n, passing) {
  const [one, other] = ends[n];
  if (view.state && actors.get(one).state !== view.state && actors.get(other).state !== view.state) return [];
  const found = tie.filter((i) => passing.has(i));
  return found.length < view.weight ? [] : found;
}

/** Whether an actor is shown, given whether a tie of it is. */
function remains(actor, tied) {
  if (tied) return true;
  const among = view.weight < 2 && (!view.state || actor.state === view.state);
  return among && (view.alone || actor.key === chosen?.actor);
}

/** What is left: actors (key -> interactions), ties (interactions of each), interactions, neighbours. */
function selection() {
  const passing = new Set(data.interactions.flatMap((interaction, n) => (passes(interaction) ? [n] : [])));
  let ties = data.ties.map((tie, n) => left(tie, n, passing));
  let near = neighbourhoods(ties);
  const mine = (actor) => actor.in.filter((n) => passing.has(n));
  let shown = data.actors.filter((actor) => remains(actor, near.has(actor.key)));
  if (actors.has(view.centre)) {
    const around = within(near, view.centre, view.reach);
    ties = ties.map((tie, n) => (ends[n].every((key) => around.has(key)) ? tie : []));
    shown = shown.filter((actor) => around.has(actor.key));
    near = neighbourhoods(ties);
  }
  const found = new Map(shown.map((actor) => [actor.key, mine(actor)]));
  return {
    actors: new Map([...found].filter(([key, list]) => list.length || near.has(key))),
    ties, near, interactions: passing,
  };
}
