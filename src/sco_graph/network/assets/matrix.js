// Actors by actors, ordered by community: the darker a cell, the more interactions; a frame alone where none was held.

const MOST = 200, EDGE = { left: 180, top: 160 }, LEGIBLE = 11, COUNTED = 17;
let side = 14, lined = [], cells = new Map(), canvas = null, zoomed = 1;

/** The actors of rows and columns: those with a tie, the strongest 200 of them, by community, then by strength. */
function lineUp() {
  const sum = (key) => (current.near.get(key) || []).reduce((total, [, n]) => total + current.ties[n].length, 0);
  const tied = order.filter((key) => current.near.has(key) && current.actors.has(key)), weight = new Map(tied.map((key) => [key, sum(key)]));
  const kept = tied.sort((a, b) => weight.get(b) - weight.get(a)).slice(0, MOST);
  return kept.sort((a, b) => actors.get(a).community - actors.get(b).community || weight.get(b) - weight.get(a));
}

function cellAt(column, row) {
  return cells.get(lined[row] + " " + lined[column]);
}

function click(x, y) {
  const [column, row] = [Math.floor((x - EDGE.left) / side), Math.floor((y - EDGE.top) / side)];
  if (column >= 0 && row >= 0) return choose(cellAt(column, row) === undefined ? null : { tie: cellAt(column, row) });
  const key = lined[column >= 0 ? column : row];
  if (key && (column >= 0 || row >= 0)) choose({ actor: key });
}

/** Ties in the order in which one reads a page, each once. */
function reading() {
  return [...new Set(lined.flatMap((one) => lined.map((other) => cells.get(one + " " + other))).filter((n) => n !== undefined))];
}

function paintCell(pen, n, column, row, most) {
  const shared = current.ties[n], [x, y] = [EDGE.left + column * side, EDGE.top + row * side], gap = side > 6 ? 1 : 0;
  const share = Math.log(1 + shared.length) / Math.log(1 + most), strong = share > 0.6;
  if (!shared.some((i) => held(data.interactions[i]))) {
    pen.rect(x, y, side - gap, side - gap, ink("accent"));
    pen.rect(x + 1, y + 1, side - gap - 2, side - gap - 2, ink("paper"));
  } else pen.rect(x, y, side - gap, side - gap, mixed(ink("paper"), ink("accent"), 0.25 + 0.75 * share));
  if (side >= COUNTED) {
    const fill = strong && shared.some((i) => held(data.interactions[i])) ? ink("paper") : ink("ink");
    pen.text(String(shared.length), x + side / 2, y + side / 2, { size: 10, align: "center", fill });
  }
}

/** A colour between two given as #rrggbb. */
function mixed(one, other, share) {
  const part = (text, i) => parseInt(text.slice(1 + 2 * i, 3 + 2 * i), 16);
  return "#" + [0, 1, 2].map((i) => Math.round(part(one, i) + (part(other, i) - part(one, i)) * share).toString(16).padStart(2, "0")).join("");
}

function paintNames(pen) {
  const { actors: some } = standingOut();
  lined.forEach((key, i) => {
    const middle = (i + 0.5) * side, look = { size: Math.min(12, side), fill: ink("ink"), bold: some.includes(key) };
    pen.mark("dot", EDGE.left - 7, EDGE.top + middle, Math.min(4, side / 3), { fill: colour(key) });
    pen.mark("dot", EDGE.left + middle, EDGE.top - 7, Math.min(4, side / 3), { fill: colour(key) });
    if (side < LEGIBLE && !look.bold) return;
    pen.text(short(label(key), 22), EDGE.left - 14, EDGE.top + middle, { ...look, align: "right" });
    pen.text(short(label(key), 20), EDGE.left + middle, EDGE.top - 14, { ...look, turn: -90 });
  });
}

function paintBorders(pen) {
  const long = lined.length * side, look = { colour: ink("soft"), width: 1 };
  lined.forEach((key, i) => {
    if (i && actors.get(key).community === actors.get(lined[i - 1]).community) return;
    pen.line(EDGE.left + i * side, EDGE.top, EDGE.left + i * side, EDGE.top + long, look);
    pen.line(EDGE.left, EDGE.top + i * side, EDGE.left + long, EDGE.top + i * side, look);
  });
}

const picture = {
  start() {
    canvas = board(click);
    walkable(byId("network"), (step) => {
      const all = reading(), at = all.indexOf(chosen?.tie);
      if (all.length) choose({ tie: all[(at + step + all.length + (at < 0 && step < 0 ? 1 : 0)) % all.length] });
    });
    byId("network").cells = () => [...cells.values()].length / 2;
    byId("network").cell = (n) => {
      const [one, other] = ends[n].map((key) => lined.indexOf(key));
      return [EDGE.left + (one + 0.5) * side, EDGE.top + (other + 0.5) * side];
    };
  },
  refresh() {
    lined = lineUp();
    const place = new Set(lined), room = Math.min(byId("network").clientWidth - EDGE.left, byId("network").clientHeight - EDGE.top) - 20;
    side = Math.max(LEGIBLE, Math.min(34, Math.floor(room / Math.max(1, lined.length)))) * zoomed;
    cells = new Map();
    ends.forEach(([one, other], n) => {
      if (!current.ties[n].length || !place.has(one) || !place.has(other)) return;
      cells.set(one + " " + other, n).set(other + " " + one, n);
    });
    repaint(canvas);
  },
  choose() {
    repaint(canvas);
    if (chosen?.tie === undefined || !cells.size) return;
    const [x, y] = byId("network").cell(chosen.tie), frame = byId("network");
    if (x < frame.scrollLeft + EDGE.left || x > frame.scrollLeft + frame.clientWidth) frame.scrollLeft = x - frame.clientWidth / 2;
    if (y < frame.scrollTop + EDGE.top || y > frame.scrollTop + frame.clientHeight) frame.scrollTop = y - frame.clientHeight / 2;
  },
  fit() {
    zoomed = 1;
    this.refresh();
  },
  zoom(factor) {
    zoomed = Math.max(0.3, Math.min(4, zoomed * factor));
    this.refresh();
  },
  size: () => [EDGE.left + lined.length * side + 12, EDGE.top + lined.length * side + 12],
  note: () => {
    const tied = [...current.actors.keys()].filter((key) => current.near.has(key)).length;
    return tied > lined.length ? word("strongest_of", { n: lined.length, all: tied }) : "";
  },
  paint(pen) {
    const most = Math.max(1, ...[...cells.values()].map((n) => current.ties[n].length)), place = new Map(lined.map((key, i) => [key, i]));
    for (const [pair, n] of cells) paintCell(pen, n, place.get(pair.split(" ")[1]), place.get(pair.split(" ")[0]), most);
    paintBorders(pen);
    paintNames(pen);
    if (chosen?.tie === undefined) return;
    for (const [one, other] of [ends[chosen.tie], [...ends[chosen.tie]].reverse()].map((pair) => pair.map((key) => place.get(key)))) {
      if (one === undefined || other === undefined) continue;
      const [x, y] = [EDGE.left + one * side, EDGE.top + other * side];
      for (const [a, b, c, d] of [[0, 0, 1, 0], [1, 0, 1, 1], [1, 1, 0, 1], [0, 1, 0, 0]])
        pen.line(x + a * side, y + b * side, x + c * side, y + d * side, { colour: ink("mark"), width: 2 });
    }
  },
};
