// The card of an actor: its names, posts over time, contacts and issues, all with counts.

const FIRST = 12;

/** Each post with the first and the last day it is seen in, of the interactions shown. */
function postsOverTime(key, mine) {
  const seen = new Map();
  for (const n of mine) {
    const { earliest, latest, parts } = data.interactions[n];
    for (const post of parts.filter((p) => p.nodes.includes(key)).flatMap((p) => p.posts)) {
      const known = seen.get(post) || { first: "", last: "", count: 0 };
      if (earliest && (!known.first || earliest < known.first)) known.first = earliest;
      if (latest > known.last) known.last = latest;
      known.count++;
      seen.set(post, known);
    }
  }
  const rest = actors.get(key).posts.filter((post) => !seen.has(post));
  return [...[...seen].sort((a, b) => (a[1].first < b[1].first ? -1 : 1)).map(([post, times]) => postLine(post, times)), ...rest.map((post) => label(post))];
}

function postLine(post, { first, last, count }) {
  const days = [...new Set([first, last].filter(Boolean))].map((text) => day(text, "short")).join(" – ");
  return `${label(post)} (${[days, count].filter(Boolean).join("; ")})`;
}

/** Keys with how often each occurs, the most frequent first. */
function tally(keys) {
  const found = new Map();
  for (const key of keys) found.set(key, (found.get(key) || 0) + 1);
  return [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** The foremost of a list, the rest behind a button. */
function foremost(items) {
  const list = element("ul", "", { class: "counted" });
  list.append(...items.slice(0, FIRST));
  if (items.length <= FIRST) return [list];
  const more = button(word("more", { n: items.length - FIRST }), () => { list.append(...items.slice(FIRST)); more.remove(); });
  return [list, more];
}

function contacts(key) {
  return foremost((current.near.get(key) || []).map(([other, tie]) => {
    const item = element("li");
    item.append(button(label(other), () => choose({ actor: other })), " ", button(String(current.ties[tie].length), () => choose({ tie }), "link count"));
    item.lastChild.setAttribute("aria-label", counted(current.ties[tie].length));
    return item;
  }));
}

function issuesOf(mine) {
  return foremost(tally(mine.flatMap((n) => data.interactions[n].issues)).map(([key, count]) => {
    const item = element("li");
    item.append(button(label(key), () => { view.issue = key; refresh(); }), ` ${count}`);
    return item;
  }));
}

/** What can be done with an actor: its neighbourhood alone, a path from it. */
function deeds(key) {
  const box = element("div", "", { class: "deeds", role: "group" });
  const around = (reach) => {
    const made = button(word("around_" + reach), () => lookAround(key, reach), "around");
    made.setAttribute("aria-pressed", String(view.centre === key && view.reach === reach));
    return made;
  };
  box.append(around(1), around(2));
  if (view.centre) box.append(button(word("around_none"), () => lookAround("", 1), "around"));
  box.append(button(word("path_from"), () => startPath(key), "around"));
  return box;
}

function showActor(key) {
  const actor = actors.get(key), mine = [...(current.actors.get(key) || [])];
  const others = [...new Set(Object.values(data.labels[key] || {}))].filter((name) => name !== label(key));
  const near = current.near.get(key) || [];
  panel(
    label(key),
    others.length && element("p", others.join(" · "), { class: "second" }),
    deeds(key),
    facts([
      ["kind", actor.kind && label(actor.kind)], ["posts", postsOverTime(key, mine)], ["body", actor.body && label(actor.body)],
      ["state", actor.state && actor.state !== key && actor.state !== actor.body ? label(actor.state) : ""],
      ["community", word("community_n", { n: actor.community })],
      ["degree", number(actor.degree)], ["strength", number(actor.strength)], ["betweenness", number(actor.betweenness)],
      ["address", iri(key)],
    ]),
    near.length && [element("h3", `${word("contacts")}: ${near.length}`), ...contacts(key)],
    mine.some((n) => data.interactions[n].issues.length) && [element("h3", word("issues")), ...issuesOf(mine)],
    element("h3", counted(mine.length)), rows([...mine].reverse(), key),
  );
}
