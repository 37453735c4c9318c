// The panel beside the network: an actor, a tie or one interaction, with the words behind it.

const PLAIN_ROLE = "attendee", SENTENCE = 60;

function panel(title, ...children) {
  const box = byId("details");
  const heading = element("h2", title);
  box.replaceChildren(button("×", () => choose(null), "close"), heading, ...children.filter(Boolean));
  box.querySelector(".close").setAttribute("aria-label", word("close"));
  box.scrollTop = 0;
}

function facts(pairs) {
  const list = element("dl");
  for (const [name, value] of pairs)
    if (value) list.append(element("dt", word(name)), element("dd", value));
  return list;
}

/** "29 April 2020" when the day is known, else as precise as it is. */
function day(text) {
  const parts = (text || "").split("-").map(Number);
  if (!parts[0]) return word("undated");
  const form = { year: "numeric", ...(parts[1] && { month: "long" }), ...(parts[2] && { day: "numeric" }), timeZone: "UTC" };
  return new Date(Date.UTC(parts[0], (parts[1] || 1) - 1, parts[2] || 1)).toLocaleDateString(tongue() === "en" ? "en-GB" : tongue(), form);
}

function when(interaction) {
  const { date, end } = interaction;
  return end && end !== date ? day(date) + " – " + day(end) : day(date);
}

function counted(number) {
  return `${word("number")}: ${number}`;
}

function status(interaction) {
  return interaction.status && !held(interaction) ? element("span", label(interaction.status), { class: "status" }) : "";
}

/** Head line of an interaction: its date, its kind, and its state if it is not held. */
function headline(interaction, tag) {
  const head = element(tag, "", { class: "headline" });
  head.append(element("time", when(interaction)), " ", element("strong", label(interaction.type)), " ", status(interaction));
  return head;
}

/** Quotes of one document in the order of its text, each once; those that lie within another are kept with it. */
function pieces(quotes) {
  const whole = [];
  for (const quote of [...quotes].sort((a, b) => a.start - b.start || b.stop - a.stop)) {
    const last = whole[whole.length - 1];
    if (last && quote.stop <= last.stop) last.inner.push(quote);
    else whole.push({ ...quote, inner: [] });
  }
  return whole;
}

/** The text of a piece, with the words marked that evidence within it names. */
function marked(piece) {
  const letters = [...piece.text], found = [];
  let at = 0;
  for (const inner of piece.inner) {
    const start = Math.max(inner.start - piece.start, at), stop = inner.stop - piece.start;
    if (stop <= start || stop - start === letters.length) continue;
    found.push(letters.slice(at, start).join(""), element("mark", letters.slice(start, stop).join("")));
    at = stop;
  }
  return [...found, letters.slice(at).join("")];
}

/** One block a sentence; pieces shorter than one stand together, dots between them. */
function passages(quotes) {
  const blocks = [];
  let last = null;
  for (const piece of pieces(quotes)) {
    const short = piece.stop - piece.start < SENTENCE;
    if (last && short && last.short) last.block.append(piece.start - last.stop <= 1 ? " " : " … ", ...marked(piece));
    else {
      const block = element("blockquote", "", { lang: data.documents[piece.document].language });
      block.append(...marked(piece));
      blocks.push(block);
      last = { block };
    }
    Object.assign(last, { short, stop: piece.stop });
  }
  return blocks;
}

/** The document that quotes stand in; only web addresses become links. */
function source(key) {
  const { title, address, date, publisher } = data.documents[key];
  const line = element("p", "", { class: "source" });
  const web = /^https?:\/\//i.test(address);
  line.append(web ? element("a", title, { href: address, target: "_blank", rel: "noopener noreferrer" }) : element("span", title));
  line.append([publisher, date && day(date)].filter(Boolean).map((text) => ", " + text).join(""));
  return line;
}

/** Evidence of an interaction; with `nodes` only what speaks of it as a whole or of these. */
function evidence(interaction, nodes) {
  const about = new Set(interaction.parts.filter((p) => !nodes || p.nodes.some((n) => nodes.includes(n))).map((p) => p.actor));
  const box = element("div", "", { class: "evidence" });
  for (const key of interaction.documents) {
    const quotes = interaction.quotes.filter((q) => q.document === key && (!q.actor || about.has(q.actor)));
    box.append(...passages(quotes), source(key));
  }
  if (!box.childElementCount) box.append(element("p", word("no_evidence"), { class: "hint" }));
  return box;
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

function showActor(key) {
  const actor = actors.get(key), mine = [...(current.actors.get(key) || [])];
  const list = element("ol", "", { class: "interactions" });
  for (const n of mine.reverse()) {
    const interaction = data.interactions[n], item = element("li");
    const others = [...new Set(interaction.parts.flatMap((p) => p.nodes))].filter((other) => other !== key);
    const open = button("", () => choose({ interaction: n }), "row");
    open.append(headline(interaction, "span"));
    if (others.length) {
      const named = others.slice(0, 4).map((other) => label(other)).join(", ");
      open.append(element("span", named + (others.length > 4 ? " … +" + (others.length - 4) : ""), { class: "post" }));
    }
    item.append(open);
    list.append(item);
  }
  const second = language === "en" ? label(key, actor.language) : label(key, "en");
  panel(
    label(key),
    second !== label(key) && element("p", second, { class: "second" }),
    facts([
      ["posts", actor.posts.map((post) => label(post)).join("; ")], ["body", actor.body && label(actor.body)],
      ["state", actor.state && actor.state !== key && actor.state !== actor.body ? label(actor.state) : ""],
    ]),
    element("h3", counted(mine.length)), list,
  );
}

function showTie(number) {
  const [one, other] = ends[number], shared = current.ties[number];
  const list = shared.map((n) => {
    const interaction = data.interactions[n], box = element("section", "", { class: "interaction" });
    const head = headline(interaction, "h3");
    const issues = interaction.issues.map((issue) => label(issue)).join(", ");
    box.append(head, ...(issues ? [element("p", issues, { class: "post" })] : []), evidence(interaction, [one, other]));
    box.append(button(`${word("details")} (${word("participants").toLowerCase()}: ${partakers(interaction).size})`, () => choose({ interaction: n })));
    return box;
  });
  const title = element("p", "", { class: "pair" });
  title.append(button(label(one), () => choose({ actor: one })), " — ", button(label(other), () => choose({ actor: other })));
  panel(counted(shared.length), title, ...list);
}

function showInteraction(n) {
  const interaction = data.interactions[n];
  const issues = interaction.issues.map((issue) => label(issue)).join(", ");
  panel(
    label(interaction.type),
    element("p", when(interaction), { class: "second" }),
    facts([
      ["status", interaction.status && label(interaction.status)], ["mode", interaction.mode && label(interaction.mode)],
      ["place", interaction.place && label(interaction.place)], ["issues", issues],
    ]),
    element("h3", word("participants")), participants(interaction),
    element("h3", word("evidence")), evidence(interaction),
  );
}
