// Which interactions count, and so which dots and lines are shown.

const filter = { type: "", issue: "", from: "", to: "", planned: true };

/** Whether an interaction passes; one without a date passes unless years are chosen. */
function passes(interaction) {
  const { type, issue, from, to, planned } = filter;
  if (type && interaction.type !== type) return false;
  if (issue && !interaction.issues.includes(issue)) return false;
  if (!planned && interaction.status !== "" && !held(interaction)) return false;
  if (from && (!interaction.latest || interaction.latest.slice(0, 4) < from)) return false;
  return !(to && (!interaction.earliest || interaction.earliest.slice(0, 4) > to));
}

function held(interaction) {
  return interaction.status.endsWith("/held") || interaction.status === "";
}

/** Numbers of the interactions that pass. */
function passing() {
  return new Set(data.interactions.flatMap((interaction, n) => (passes(interaction) ? [n] : [])));
}

function choices(id, values, name) {
  const select = byId(id), all = new Option(word("all"), "");
  if (!values.includes(filter[id])) filter[id] = "";
  select.replaceChildren(all, ...values.map((value) => new Option(name(value), value)));
  select.value = filter[id];
}

/** Fill the menus with what occurs, in the language chosen. */
function offer() {
  const all = data.interactions, byName = (a, b) => label(a).localeCompare(label(b), tongue());
  choices("type", [...new Set(all.map((i) => i.type))].sort(byName), label);
  choices("issue", [...new Set(all.flatMap((i) => i.issues))].sort(byName), label);
  const years = all.flatMap((i) => [i.earliest, i.latest]).filter(Boolean).map((day) => +day.slice(0, 4));
  const span = [];
  for (let y = Math.min(...years); y <= Math.max(...years); y++) span.push(String(y));
  choices("from", span, (y) => y);
  choices("to", span, (y) => y);
  byId("planned").checked = filter.planned;
}

/** What is left of actors and ties: the interactions of each that pass. */
function selection() {
  const left = passing(), partakers = new Map();
  for (const n of left)
    for (const part of data.interactions[n].parts)
      for (const key of part.nodes) partakers.set(key, (partakers.get(key) || new Set()).add(n));
  return {
    actors: partakers,
    ties: data.ties.map((tie) => tie.filter((n) => left.has(n))),
    interactions: left,
  };
}
