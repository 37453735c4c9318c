// Choosing an actor, a tie, an interaction, a path or a neighbourhood.

/** Choose something or nothing; `go` brings it into view and the keyboard to what is told of it. */
function choose(what, go) {
  const shownAlready = !what?.actor || current.actors.has(what.actor);
  chosen = what;
  if (!shownAlready) current = selection(); // one without a tie appears when it is chosen
  picture.choose(go);
  show();
  remember();
  if (go) byId("details").focus({ preventScroll: true });
  if (go || innerWidth < 900) byId("details").scrollIntoView({ block: "nearest" });
}

function show() {
  if (chosen?.actor) showActor(chosen.actor);
  else if (chosen?.tie !== undefined) showTie(chosen.tie);
  else if (chosen?.path) showPath(chosen.path);
  else if (chosen) showInteraction(chosen.interaction);
  else byId("details").replaceChildren(element("p", word("hint"), { class: "hint" }));
}

/** Ties and actors that stand out because of what is chosen. */
function standingOut() {
  if (chosen?.actor) return { actors: [chosen.actor], ties: [] };
  if (chosen?.tie !== undefined) return { actors: ends[chosen.tie], ties: [chosen.tie] };
  const path = chosen?.path && shortest(current.near, ...chosen.path);
  if (path) return { actors: [...new Set(path.flatMap((n) => ends[n]))], ties: path };
  if (chosen?.interaction === undefined) return { actors: chosen?.path || [], ties: [] };
  const nodes = data.interactions[chosen.interaction].parts.flatMap((part) => part.nodes);
  return { actors: [...new Set(nodes)].filter((key) => current.actors.has(key)), ties: [] };
}

/** Show an actor and those at most so many ties away; an empty key shows all again. */
function lookAround(key, reach) {
  view.centre = key;
  view.reach = reach;
  refresh();
  picture.fit();
}

/** Begin a path at an actor: its other end is asked for. */
function startPath(key) {
  byId("controls").open = true;
  byId("start").value = label(key);
  byId("start").dataset.key = key;
  byId("goal").focus();
}

/** Once both ends are known, the path. */
function findPath() {
  const [start, goal] = ["start", "goal"].map((id) => byId(id).dataset.key);
  if (start && goal && start !== goal) choose({ path: [start, goal] }, true);
}
