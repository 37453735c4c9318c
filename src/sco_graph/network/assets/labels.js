// Names below the dots, always of one size on the screen and never one over another:
// the actors with most interactions come first, others appear as one zooms in.

const LINE = 18, LINES = 3, WORD = 26, CROWD = 150, THRONG = 1200, FEW = 80, FONT = 13, LEADING = 15;
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

/** Where no label goes: what lies over the canvas. */
function covered() {
  const frame = byId("network").getBoundingClientRect();
  return ["zoom", "shown"].map((id) => {
    const box = byId(id).getBoundingClientRect();
    return { left: box.left - frame.left, right: box.right - frame.left, top: box.top - frame.top, bottom: box.bottom - frame.top };
  });
}

function dotBox({ centre: { x, y }, radius: r }) {
  return { left: x - r, right: x + r, top: y - r, bottom: y + r };
}

/** Labels that fit, each with its box in pixels of the canvas, its lines and its actor; `first` are bold. */
function placed(context, dots, first, wide, high) {
  const top = dots.length < CROWD ? 0 : Math.max(first.size, 30), taken = grid(), found = [];
  const free = (box) => box.left > 0 && box.top > 0 && box.right < wide && box.bottom < high && taken.free(box);
  covered().forEach(taken.take);
  dots.slice(0, top).forEach((dot) => taken.take(dotBox(dot)));
  // In a throng only the foremost have a name: one zooms in for the others.
  dots.slice(0, dots.length > THRONG ? FEW : dots.length).forEach((dot, rank) => {
    // In a crowd names of the foremost may cover a small dot; all others keep clear of every dot.
    if (rank === top && dots.length <= THRONG) dots.slice(top).forEach((other) => taken.take(dotBox(other)));
    const bold = first.has(dot.key), lines = wrapped(label(dot.key));
    context.font = `${bold ? "600 " : ""}${FONT}px ${FACE}`;
    const width = Math.max(...lines.map((line) => measured(context, line))) + 4;
    const box = anchors(dot.centre, dot.radius, width, lines.length * LEADING).find(free);
    if (!box) return;
    taken.take(box);
    found.push({ ...box, key: dot.key, lines, bold });
  });
  return found;
}

function writeLabels(pen, labels) {
  for (const { left, right, top, lines, bold } of labels)
    lines.forEach((line, i) =>
      pen.text(line, (left + right) / 2, top + (i + 0.5) * LEADING, { size: FONT, align: "center", fill: ink("ink"), halo: ink("paper"), bold }));
}
