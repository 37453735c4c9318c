// Names below the dots, always of one size on the screen and never one over another:
// the actors with most interactions come first, others appear as one zooms in.

const LINE = 18, LINES = 3, WORD = 26, CROWD = 150, FONT = 13, LEADING = 15;
const widths = new Map();

/** Lines of a label; `scene.wrapped` reckons with the same breaks. */
function wrapped(text) {
  const lines = [];
  let line = "";
  for (const piece of text.split(/\s+/).flatMap((w) => w.match(new RegExp(`.{1,${WORD}}`, "gu")) || [])) {
    if (line && line.length + 1 + piece.length > LINE) {
      lines.push(line);
      line = piece;
    } else line = line ? line + " " + piece : piece;
  }
  lines.push(line);
  return lines.length <= LINES ? lines : [...lines.slice(0, LINES - 1), lines[LINES - 1].slice(0, LINE - 1) + "…"];
}

function measured(context, text) {
  const key = context.font + text;
  if (!widths.has(key)) widths.set(key, context.measureText(text).width);
  return widths.get(key);
}

/** Boxes already taken, in cells, so that a thousand labels are placed in a moment. */
function grid() {
  const side = 80, cells = new Map();
  const each = function* (b) {
    for (let x = Math.floor(b.left / side); x <= Math.floor(b.right / side); x++)
      for (let y = Math.floor(b.top / side); y <= Math.floor(b.bottom / side); y++) yield x + ":" + y;
  };
  const hits = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return {
    free: (box) => [...each(box)].every((cell) => (cells.get(cell) || []).every((other) => !hits(box, other))),
    take: (box) => {
      for (const cell of each(box)) cells.set(cell, [...(cells.get(cell) || []), box]);
    },
  };
}

/** Boxes where a label of this width and height may stand: below its dot, above, right, left. */
function anchors({ x, y }, radius, wide, high) {
  const at = (left, top) => ({ left, right: left + wide, top, bottom: top + high });
  return [
    at(x - wide / 2, y + radius + 3), at(x - wide / 2, y - radius - 3 - high),
    at(x + radius + 3, y - high / 2), at(x - radius - 3 - wide, y - high / 2),
  ];
}

/** The visible dots in pixels of the canvas: those chosen first, then by interactions. */
function visibleDots(network, order, sizes, shown, first) {
  const scale = network.getScale(), places = network.getPositions(), { clientWidth, clientHeight } = byId("network");
  const dots = order.filter(shown).map((key) => ({ key, centre: network.canvasToDOM(places[key]), radius: sizes.get(key) * scale }));
  const inside = ({ centre: c }) => c.x > -20 && c.y > -20 && c.x < clientWidth + 20 && c.y < clientHeight + 20;
  const near = dots.filter(inside);
  return [...near.filter((d) => first.has(d.key)), ...near.filter((d) => !first.has(d.key))];
}

/** Where no label goes: what lies over the canvas. */
function covered() {
  const frame = byId("network").getBoundingClientRect();
  return ["zoom", "shown"].map((id) => {
    const box = byId(id).getBoundingClientRect();
    return { left: box.left - frame.left, right: box.right - frame.left, top: box.top - frame.top, bottom: box.bottom - frame.top };
  });
}

/** Draw the labels that fit; returns their boxes in pixels of the canvas, each with its actor. */
function drawLabels(context, dots, first) {
  const top = dots.length < CROWD ? 0 : Math.max(first.size, 30);
  const taken = grid(), drawn = [];
  const dotBox = ({ centre: c, radius: r }) => ({ left: c.x - r, right: c.x + r, top: c.y - r, bottom: c.y + r });
  context.save();
  context.setTransform(window.devicePixelRatio, 0, 0, window.devicePixelRatio, 0, 0);
  context.lineJoin = "round";
  context.textBaseline = "top";
  context.textAlign = "center";
  const { clientWidth, clientHeight } = byId("network");
  const free = (box) => box.left > 0 && box.top > 0 && box.right < clientWidth && box.bottom < clientHeight && taken.free(box);
  covered().forEach(taken.take);
  dots.slice(0, top).forEach((dot) => taken.take(dotBox(dot)));
  dots.forEach((dot, rank) => {
    // In a crowd names of the foremost may cover a small dot; all others keep clear of every dot.
    if (rank === top) dots.slice(top).forEach((other) => taken.take(dotBox(other)));
    context.font = `${first.has(dot.key) ? "600 " : ""}${FONT}px system-ui, sans-serif`;
    const lines = wrapped(label(dot.key)), wide = Math.max(...lines.map((l) => measured(context, l))) + 4;
    const box = anchors(dot.centre, dot.radius, wide, lines.length * LEADING).find(free);
    if (!box) return;
    taken.take(box);
    drawn.push({ ...box, key: dot.key });
    lines.forEach((line, i) => write(context, line, (box.left + box.right) / 2, box.top + i * LEADING));
  });
  context.restore();
  return drawn;
}

function write(context, line, x, y) {
  context.lineWidth = 4;
  context.strokeStyle = "rgba(255,255,255,0.9)";
  context.strokeText(line, x, y);
  context.fillStyle = "#14202e";
  context.fillText(line, x, y);
}
