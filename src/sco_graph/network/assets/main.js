// The network itself, and what happens when something is chosen.

const sizes = new Map(data.nodes.map((node) => [node.id, node.size]));
const order = [...sizes.keys()].sort((a, b) => sizes.get(b) - sizes.get(a) || (a < b ? -1 : 1));
let current = selection();
let chosen = null;
let drawn = [];
let rowsShown = 200;

const nodes = new vis.DataSet(data.nodes.map(({ label: _, ...node }) => ({ ...node, title: label(node.id) })));
const edges = new vis.DataSet(data.edges.map((edge) => ({ ...edge, ...line(edge.id) })));
const network = data.nodes.length ? new vis.Network(byId("network"), { nodes, edges }, data.options) : null;

/** How a tie is drawn: its width and title from what passes, broken if nothing of it was held. */
function line(number) {
  const shared = current.ties[number], [one, other] = ends[number];
  return {
    hidden: !shared.length,
    width: 1 + 1.6 * Math.log2(Math.max(1, Math.min(shared.length, 64))),
    dashes: !shared.some((n) => held(data.interactions[n])),
    title: `${label(one)} — ${label(other)}: ${shared.length}`,
  };
}

/** Draw again what filters and language leave. */
function refresh() {
  current = selection();
  nodes.update(order.map((key) => ({ id: key, hidden: !current.actors.has(key), title: label(key) })));
  edges.update(data.edges.map((edge) => ({ id: edge.id, ...line(edge.id) })));
  const left = current.ties.filter((tie) => tie.length).length;
  const share = (key, part, whole) => `${word(key)}: ${part} ${word("of")} ${whole}`;
  byId("shown").textContent =
    `${word("shown")} ${share("actors", current.actors.size, data.nodes.length)}, ${share("ties", left, data.edges.length)}`;
  legend();
  table();
  show();
  remember();
}

function legend() {
  const box = byId("legend"), title = element("h2", word("legend"));
  const lines = data.groups.map(({ key, colour }) => {
    const item = element("li"), dot = element("span", "", { class: "dot" });
    dot.style.background = colour;
    item.append(dot, key ? label(key) : word("others"));
    return item;
  });
  const list = element("ul");
  list.append(...lines);
  box.replaceChildren(title, list, element("p", word("size")));
}

function table() {
  let shown = 0, hidden = 0;
  for (const row of byId("ties").querySelectorAll("tbody tr")) {
    const number = +row.dataset.tie, shared = current.ties[number], [one, other] = ends[number];
    if (!row.querySelector("button")) row.cells[0].replaceChildren(button("", () => choose({ tie: number }, true)));
    row.cells[0].firstChild.textContent = label(one);
    row.cells[1].textContent = label(other);
    row.cells[2].textContent = shared.length;
    const fits = shared.length && shown < rowsShown;
    row.hidden = !fits;
    if (fits) shown++;
    else if (shared.length) hidden++;
  }
  byId("more").hidden = !hidden;
  const alone = order.filter((key) => current.actors.has(key) && !data.ties.some((_, n) => ends[n].includes(key) && current.ties[n].length));
  byId("alone").hidden = !alone.length;
  byId("alone").querySelector("ul").replaceChildren(
    ...alone.map((key) => {
      const item = element("li");
      item.append(button(label(key), () => choose({ actor: key }, true)));
      return item;
    }),
  );
}

/** The whole network (what the filters leave of it), with room for the names of the outermost. */
function fit() {
  const { clientWidth, clientHeight } = byId("network"), places = network.getPositions();
  const seen = order.filter((key) => current.actors.has(key)).map((key) => places[key]);
  if (!seen.length) return;
  const [left, right] = [Math.min(...seen.map((p) => p.x)), Math.max(...seen.map((p) => p.x))];
  const [top, bottom] = [Math.min(...seen.map((p) => p.y)), Math.max(...seen.map((p) => p.y))];
  const strip = byId("zoom").offsetHeight + 10; // what lies over the upper edge
  const scale = Math.max(0.02, Math.min((clientWidth - 120) / (right - left || 1), (clientHeight - strip - 90) / (bottom - top || 1), 1.5));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom - strip / scale) / 2 }, scale });
}

/** Choose an actor, a tie, an interaction or nothing; `go` brings it into view. */
function choose(what, go) {
  chosen = what;
  if (network) {
    network.unselectAll();
    if (what?.actor) network.selectNodes([what.actor]);
    if (what?.tie !== undefined) network.setSelection({ nodes: ends[what.tie], edges: [what.tie] }, { highlightEdges: false });
    if (go && what?.actor) network.focus(what.actor, { scale: Math.max(network.getScale(), 0.9) });
  }
  show();
  remember();
  if (go) byId("details").focus();
  if (go || innerWidth < 900) byId("details").scrollIntoView({ block: "nearest" });
}

function show() {
  if (chosen?.actor) showActor(chosen.actor);
  else if (chosen?.tie !== undefined) showTie(chosen.tie);
  else if (chosen) showInteraction(chosen.interaction);
  else byId("details").replaceChildren(element("p", word("hint"), { class: "hint" }));
  network?.redraw();
}

function speakIn(tag) {
  language = tag;
  speak();
  offer();
  refresh();
}

/** Actors whose name in any language holds what is typed, those that begin with it first. */
function found(text) {
  const wanted = folded(text.trim());
  const hits = order.filter((key) => current.actors.has(key) && names(key).some((name) => name.includes(wanted)));
  const begins = (key) => names(key).some((name) => name.split(/\s+/).some((part) => part.startsWith(wanted)));
  return wanted ? [...hits.filter(begins), ...hits.filter((key) => !begins(key))].slice(0, 8) : [];
}

function search() {
  const list = byId("found"), text = byId("search").value, hits = found(text);
  const items = hits.map((key) => {
    const item = element("li", label(key), { role: "option", id: "found-" + key });
    const second = label(key, language === "en" ? data.meta.language : "en");
    if (second !== label(key)) item.append(element("span", second, { class: "post" }));
    item.addEventListener("mousedown", (event) => { event.preventDefault(); take(key); });
    return item;
  });
  if (text.trim() && !hits.length) items.push(element("li", word("none_found"), { class: "hint" }));
  list.replaceChildren(...items);
  mark(hits.length ? 0 : -1);
  list.hidden = !items.length;
  byId("search").setAttribute("aria-expanded", String(!list.hidden));
}

function mark(index) {
  const options = [...byId("found").querySelectorAll("[role=option]")];
  options.forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
  const active = options[index];
  if (active) byId("search").setAttribute("aria-activedescendant", active.id);
  else byId("search").removeAttribute("aria-activedescendant");
}

function take(key) {
  byId("search").value = label(key);
  byId("found").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  choose({ actor: key }, true);
}

function keys(event) {
  const options = [...byId("found").querySelectorAll("[role=option]")];
  const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && options.length) mark((at + step + options.length) % options.length);
  else if (event.key === "Enter" && at >= 0) take(options[at].id.slice("found-".length));
  else if (event.key === "Escape") byId("found").hidden = true;
  else return;
  event.preventDefault();
}

/** Let a drawing be the accessible picture that the table stands for. */
function canvas() {
  const frame = byId("network").querySelector(".vis-network");
  frame.tabIndex = 0;
  frame.setAttribute("role", "img");
  frame.setAttribute("aria-label", word("graph"));
  // Where names and dots stand, for whoever wants to know: tests do.
  byId("network").labels = () => drawn;
  byId("network").dots = () => visibleDots(network, order, sizes, (key) => current.actors.has(key), new Set());
}

function listen() {
  byId("language-own").addEventListener("click", () => speakIn("own"));
  byId("language-en").addEventListener("click", () => speakIn("en"));
  for (const id of ["type", "issue", "from", "to"])
    byId(id).addEventListener("change", (event) => { filter[id] = event.target.value; refresh(); });
  byId("planned").addEventListener("change", (event) => { filter.planned = event.target.checked; refresh(); });
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("reset").addEventListener("click", (event) => {
    event.preventDefault();
    Object.assign(filter, { type: "", issue: "", from: "", to: "", planned: true });
    byId("search").value = "";
    chosen = null;
    network.unselectAll();
    offer();
    refresh();
    fit();
  });
  byId("search").addEventListener("input", search);
  byId("search").addEventListener("keydown", keys);
  byId("search").addEventListener("blur", () => { byId("found").hidden = true; });
  byId("more").addEventListener("click", () => { rowsShown = Infinity; table(); });
  byId("fit").addEventListener("click", () => fit());
  byId("zoom-in").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.3 }));
  byId("zoom-out").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.3 }));
  window.addEventListener("hashchange", begin);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && chosen) choose(null); });
  network.on("click", ({ nodes: [node], edges: [edge], pointer }) => {
    const { x, y } = pointer.DOM;
    const named = drawn.find((box) => x > box.left && x < box.right && y > box.top && y < box.bottom);
    if (node || named) choose({ actor: node || named.key });
    else choose(edge === undefined ? null : { tie: edge });
  });
  network.on("afterDrawing", (context) => {
    const first = new Set(chosen?.actor ? [chosen.actor] : chosen?.tie !== undefined ? ends[chosen.tie] : []);
    drawn = drawLabels(context, visibleDots(network, order, sizes, (key) => current.actors.has(key), first), first);
  });
}

/** Begin with what the address says. */
function begin() {
  const wanted = recall();
  speak();
  if (!network) return;
  offer();
  canvas();
  refresh();
  fit();
  if (wanted) choose(wanted);
}

if (network) listen();
begin();
