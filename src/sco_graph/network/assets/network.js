// The network as dots and lines, by vis-network: places are given, physics is off unless asked for.

const DRAGGED_LABELS = 30, LIVELY = 1000;
const places = new Map(data.nodes.map(({ id, x, y }) => [id, { x, y }]));
const shapes = new Map(data.nodes.map(({ id, shape }) => [id, shape]));
const before = { nodes: new Map(), edges: new Map() };
let nodes, edges, network, drawn = [], dragging = false, dressed = "";

function dotLook(key) {
  const fill = colour(key);
  return { id: key, hidden: !current.actors.has(key), title: label(key), size: radius(key), color: { background: fill, border: fill, highlight: { background: fill, border: ink("ink") } } };
}

/** How a tie is drawn: its width and title from what passes, broken if nothing of it was held. */
function lineLook(n) {
  const shared = current.ties[n], [one, other] = ends[n];
  return {
    id: n, hidden: !shared.length || !current.actors.has(one) || !current.actors.has(other), width: thickness(shared.length),
    dashes: shared.length > 0 && !shared.some((i) => held(data.interactions[i])),
    title: `${label(one)} — ${label(other)}: ${shared.length}`,
  };
}

function thickness(count) {
  return 1 + 1.6 * Math.log2(Math.max(1, Math.min(count, 64)));
}

/** Of some looks those that are not what they were: a great network is redrawn in a moment. */
function changed(kept, looks) {
  return looks.filter((look) => {
    const told = JSON.stringify(look), same = kept.get(look.id) === told;
    kept.set(look.id, told);
    return !same;
  });
}

function edgeColours() {
  return { color: ink("tie"), hover: ink("accent"), highlight: ink("mark"), inherit: false };
}

/** The visible dots in pixels of the canvas: those chosen first, then by interactions. */
function visibleDots(first, most = Infinity) {
  const scale = network.getScale(), { x: cx, y: cy } = network.getViewPosition();
  const { clientWidth: wide, clientHeight: high } = byId("network"), near = [...first], found = [];
  for (const key of [...near, ...order.filter((other) => !first.has(other))]) {
    if (!current.actors.has(key)) continue;
    const { x, y } = places.get(key), centre = { x: (x - cx) * scale + wide / 2, y: (y - cy) * scale + high / 2 };
    if (centre.x < -20 || centre.y < -20 || centre.x > wide + 20 || centre.y > high + 20) continue;
    found.push({ key, centre, radius: radius(key) * scale });
    if (found.length >= most) break;
  }
  return found;
}

function afterDrawing(context) {
  const { clientWidth, clientHeight } = byId("network"), first = new Set(standingOut().actors.filter((key) => current.actors.has(key)));
  context.save();
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  drawn = placed(context, visibleDots(first, dragging ? DRAGGED_LABELS : Infinity), first, clientWidth, clientHeight);
  writeLabels(canvasInk(context), drawn);
  context.restore();
}

/** Keep where dots stand: those that were dragged, or all while they move by themselves. */
function keepPlaces(keys) {
  for (const [key, place] of Object.entries(network.getPositions(keys))) places.set(key, place);
}

function clicked({ nodes: [node], edges: [edge], pointer: { DOM: { x, y } } }) {
  const named = drawn.find((box) => x > box.left && x < box.right && y > box.top && y < box.bottom);
  if (node || named) choose({ actor: node || named.key });
  else choose(edge === undefined ? null : { tie: edge });
}

function listenToNetwork() {
  network.on("click", clicked);
  network.on("afterDrawing", afterDrawing);
  network.on("dragStart", () => { dragging = true; });
  network.on("dragEnd", ({ nodes: [key] }) => { dragging = false; if (key) keepPlaces([key]); network.redraw(); });
  network.on("beforeDrawing", () => { if (byId("lively").checked) keepPlaces(); });
  byId("lively").addEventListener("change", (event) => network.setOptions({ physics: { enabled: event.target.checked } }));
  const frame = byId("network").querySelector(".vis-network");
  walkable(frame, (step) => {
    const shown = order.filter((key) => current.actors.has(key)), at = shown.indexOf(chosen?.actor);
    if (shown.length) choose({ actor: shown[(at + step + shown.length + (at < 0 && step < 0 ? 1 : 0)) % shown.length] });
  });
}

const picture = {
  start() {
    const looks = new Map(changed(before.nodes, order.map(dotLook)).map((look) => [look.id, look]));
    nodes = new vis.DataSet(data.nodes.map(({ id, x, y, shape }) => ({ x, y, shape, ...looks.get(id) })));
    edges = new vis.DataSet(changed(before.edges, data.edges.map(({ id }) => lineLook(id))).map((look) => ({ ...data.edges[look.id], ...look })));
    const options = { ...data.options, edges: { ...data.options.edges, color: edgeColours() } };
    network = new vis.Network(byId("network"), { nodes, edges }, options);
    dressed = document.documentElement.dataset.theme;
    byId("lively").closest(".field").hidden = data.nodes.length > LIVELY;
    listenToNetwork();
    // Where names and dots stand, for whoever wants to know: tests do.
    byId("network").labels = () => drawn;
    byId("network").dots = () => visibleDots(new Set());
  },
  refresh() {
    if (dressed !== document.documentElement.dataset.theme) network.setOptions({ edges: { color: edgeColours() } });
    dressed = document.documentElement.dataset.theme;
    const [dots, lines] = [changed(before.nodes, order.map(dotLook)), changed(before.edges, data.edges.map(({ id }) => lineLook(id)))];
    if (dots.length) nodes.update(dots);
    if (lines.length) edges.update(lines);
    this.choose();
  },
  choose(go) {
    const { actors: some, ties } = standingOut();
    network.setSelection({ nodes: some.filter((key) => nodes.get(key)), edges: ties }, { highlightEdges: !ties.length && some.length === 1 });
    if (go && chosen?.actor && current.actors.has(chosen.actor)) network.moveTo({ position: places.get(chosen.actor), scale: Math.max(network.getScale(), 0.9) });
    network.redraw();
  },
  /** All that is shown, with room for the names of the outermost. */
  fit() {
    const seen = [...current.actors.keys()].map((key) => places.get(key)), { clientWidth, clientHeight } = byId("network");
    if (!seen.length) return;
    const [xs, ys] = [seen.map((p) => p.x), seen.map((p) => p.y)].map((list) => [list.reduce((a, b) => Math.min(a, b)), list.reduce((a, b) => Math.max(a, b))]);
    const strip = byId("zoom").offsetHeight + 10; // what lies over the upper edge
    const room = [(clientWidth - 120) / (xs[1] - xs[0] || 1), (clientHeight - strip - 90) / (ys[1] - ys[0] || 1)];
    const scale = Math.max(0.02, Math.min(...room, 1.5));
    network.moveTo({ position: { x: (xs[0] + xs[1]) / 2, y: (ys[0] + ys[1] - strip / scale) / 2 }, scale });
  },
  zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor });
  },
  size: () => [byId("network").clientWidth, byId("network").clientHeight],
  /** The view as it stands, for a file. */
  paint(pen) {
    const [wide, high] = this.size(), scale = network.getScale(), at = network.getViewPosition(), { ties } = standingOut();
    const point = (key) => [(places.get(key).x - at.x) * scale + wide / 2, (places.get(key).y - at.y) * scale + high / 2];
    for (const n of strongest().reverse()) {
      const look = lineLook(n), [[x1, y1], [x2, y2]] = ends[n].map(point);
      if (look.hidden || Math.max(x1, x2) < 0 || Math.min(x1, x2) > wide || Math.max(y1, y2) < 0 || Math.min(y1, y2) > high) continue;
      pen.line(x1, y1, x2, y2, { colour: ties.includes(n) ? ink("mark") : ink("tie"), width: look.width * scale, dashes: look.dashes });
    }
    for (const { key, centre, radius: r } of visibleDots(new Set()).reverse())
      pen.mark(shapes.get(key), centre.x, centre.y, r, { fill: colour(key), edge: key === chosen?.actor ? ink("ink") : "" });
    writeLabels(pen, drawn);
  },
};
