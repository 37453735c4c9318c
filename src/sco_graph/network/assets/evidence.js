// The words of the documents: quotes in their order, and the document they stand in.

const SENTENCE = 60;

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
    const quotes = (interaction.quotes || []).filter((q) => q.document === key && (!q.actor || about.has(q.actor)));
    box.append(...passages(quotes), source(key));
  }
  if (!box.childElementCount) box.append(element("p", word("no_evidence"), { class: "hint" }));
  return box;
}
