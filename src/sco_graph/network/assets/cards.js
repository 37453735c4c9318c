// The panel beside the picture: an actor, a tie, one interaction or a path, with the words behind it.

const PLAIN_ROLE = "attendee", IRI = "https://w3id.org/sco-graph/id/";

function panel(title, ...children) {
  const box = byId("details"), shut = button("×", () => choose(null), "close");
  shut.setAttribute("aria-label", word("close"));
  box.replaceChildren(shut, element("h2", title), ...children.flat().filter(Boolean));
  box.scrollTop = 0;
}

function facts(pairs) {
  const list = element("dl");
  for (const [name, value] of pairs) {
    if (!value || (Array.isArray(value) && !value.length)) continue;
    const told = element("dd");
    told.append(...(Array.isArray(value) ? value.map((text) => element("div", text)) : [value]));
    list.append(element("dt", word(name)), told);
  }
  return list;
}

function when(interaction) {
  const { date, end } = interaction;
  return end && end !== date ? day(date) + " – " + day(end) : day(date);
}

function counted(count) {
  return `${word("number")}: ${count}`;
}

function iri(key) {
  return element("a", IRI + key, { href: IRI + key, target: "_blank", rel: "noopener noreferrer", class: "iri" });
}

/** Head line of an interaction: its date, its kind, and its state if it is not held. */
function headline(interaction, tag) {
  const head = element(tag, "", { class: "headline" });
  head.append(element("time", when(interaction)), " ", element("strong", label(interaction.type)), " ");
  if (interaction.status && !held(interaction)) head.append(element("span", label(interaction.status), { class: "status" }));
  return head;
}

/** Everybody once, with all posts and with all roles but the plain one. */
function partakers(interaction) {
  const found = new Map();
  for (const part of interaction.parts) {
    const known = found.get(part.actor) || { node: part.nodes[0], posts: new Set(), roles: new Set() };
    part.posts.forEach((post) => known.posts.add(post));
    if (part.role && !part.role.endsWith("/" + PLAIN_ROLE)) known.roles.add(part.role);
    found.set(part.actor, known);
  }
  return found;
}

function participants(interaction) {
  const list = element("ul", "", { class: "participants" });
  for (const [actor, { node, posts, roles }] of partakers(interaction)) {
    const item = element("li"), rest = [...posts, ...roles].map((key) => label(key));
    item.append(node ? button(label(actor), () => choose({ actor: node })) : label(actor));
    if (rest.length) item.append(element("span", rest.join("; "), { class: "post" }));
    list.append(item);
  }
  return list;
}

/** One line an interaction: opens it. */
function rows(numbers, except) {
  const list = element("ol", "", { class: "interactions" });
  for (const n of numbers) {
    const interaction = data.interactions[n], item = element("li"), open = button("", () => choose({ interaction: n }), "row");
    const others = [...new Set(interaction.parts.flatMap((p) => p.nodes.slice(0, 1)))].filter((other) => other !== except);
    open.append(headline(interaction, "span"));
    if (others.length) {
      const named = others.slice(0, 4).map((other) => label(other)).join(", ");
      open.append(element("span", named + (others.length > 4 ? " … +" + (others.length - 4) : ""), { class: "post" }));
    }
    item.append(open);
    list.append(item);
  }
  return list;
}

/** A tie's head line, its acts where it is one of statements, and each interaction with its evidence. */
function tieParts(n) {
  const [one, other] = ends[n], shared = current.ties[n], title = element("p", "", { class: "pair" });
  title.append(button(label(one), () => choose({ actor: one })), " — ", button(label(other), () => choose({ actor: other })));
  const acts = data.acts[n].map((act) => (Array.isArray(act) ? `${label(act[0])}: ${act[1]}` : label(act))).join(", ");
  const list = shared.map((i) => {
    const interaction = data.interactions[i], box = element("section", "", { class: "interaction" });
    const issues = interaction.issues.map((issue) => label(issue)).join(", ");
    box.append(headline(interaction, "h3"), ...(issues ? [element("p", issues, { class: "post" })] : []));
    box.append(evidence(interaction, [one, other]));
    box.append(button(`${word("details")} (${word("participants").toLowerCase()}: ${partakers(interaction).size})`, () => choose({ interaction: i })));
    return box;
  });
  return [title, acts && element("p", acts, { class: "post" }), ...list];
}

function showTie(n) {
  panel(counted(current.ties[n].length), tieParts(n));
}

function showInteraction(n) {
  const interaction = data.interactions[n], named = (key) => key && label(key);
  const own = data.labels[interaction.key] ? label(interaction.key) : "";
  panel(
    label(interaction.type),
    element("p", when(interaction), { class: "second" }),
    facts([
      ["name", own], ["status", named(interaction.status)], ["mode", named(interaction.mode)], ["level", named(interaction.level)],
      ["place", named(interaction.place)], ["issues", interaction.issues.map((issue) => label(issue)).join(", ")],
      ["address", iri(interaction.key)],
    ]),
    element("h3", word("participants")), participants(interaction),
    element("h3", word("evidence")), evidence(interaction),
  );
}

/** The shortest path between two actors among the ties shown, each tie with its interactions. */
function showPath([start, goal]) {
  const path = shortest(current.near, start, goal), title = `${label(start)} → ${label(goal)}`;
  if (!path) return panel(title, element("p", word("no_path"), { class: "hint" }));
  panel(title, element("p", word("path_length", { n: path.length }), { class: "second" }), path.map(tieParts));
}
