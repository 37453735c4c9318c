// Two inks that draw the same strokes: one on a canvas, one as the text of an SVG file.

const FACE = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", sans-serif';
const KAPPA = Math.sqrt(Math.PI / 4); // squares and diamonds as large as the circle

/** Corners of a shape around a point; none for a dot. */
function corners(shape, x, y, r) {
  if (shape === "square") return [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([a, b]) => [x + a * r * KAPPA, y + b * r * KAPPA]);
  if (shape === "diamond") return [[0, -1], [1, 0], [0, 1], [-1, 0]].map(([a, b]) => [x + a * r * 1.25, y + b * r * 1.25]);
  return [];
}

function canvasInk(context) {
  const outline = (shape, x, y, r) => {
    context.beginPath();
    const around = corners(shape, x, y, r);
    if (around.length) around.forEach(([a, b], i) => (i ? context.lineTo(a, b) : context.moveTo(a, b)));
    else context.arc(x, y, r, 0, 2 * Math.PI);
    context.closePath();
  };
  return {
    rect(x, y, wide, high, fill) { context.fillStyle = fill; context.fillRect(x, y, wide, high); },
    line(x1, y1, x2, y2, { colour: stroke, width = 1, dashes }) {
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.setLineDash(dashes ? [5, 4] : []);
      context.beginPath();
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      context.stroke();
      context.setLineDash([]);
    },
    mark(shape, x, y, r, { fill, edge, width = 1 }) {
      outline(shape, x, y, r);
      context.fillStyle = fill;
      context.fill();
      if (!edge) return;
      context.strokeStyle = edge;
      context.lineWidth = width;
      context.stroke();
    },
    text(text, x, y, { size = 13, align = "left", fill, halo, bold, turn = 0 }) {
      context.save();
      context.translate(x, y);
      context.rotate((turn * Math.PI) / 180);
      context.font = `${bold ? "600 " : ""}${size}px ${FACE}`;
      context.textAlign = align;
      context.textBaseline = "middle";
      context.lineJoin = "round";
      if (halo) { context.lineWidth = 4; context.strokeStyle = halo; context.strokeText(text, 0, 0); }
      context.fillStyle = fill;
      context.fillText(text, 0, 0);
      context.restore();
    },
  };
}

/** Text and attribute values of a document never become markup. */
function escaped(text) {
  const clean = String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return clean.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function svgInk() {
  const parts = [], n = (value) => String(Math.round(value * 10) / 10);
  const tag = (name, attributes, text) => {
    const told = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== "");
    const open = `<${name} ${told.map(([key, value]) => `${key}="${escaped(value)}"`).join(" ")}`;
    parts.push(text === undefined ? open + "/>" : `${open}>${escaped(text)}</${name}>`);
  };
  const anchor = { left: "start", center: "middle", right: "end" };
  return {
    rect: (x, y, wide, high, fill) => tag("rect", { x: n(x), y: n(y), width: n(wide), height: n(high), fill }),
    line: (x1, y1, x2, y2, { colour: stroke, width = 1, dashes }) =>
      tag("line", { x1: n(x1), y1: n(y1), x2: n(x2), y2: n(y2), stroke, "stroke-width": n(width), "stroke-dasharray": dashes ? "5 4" : "" }),
    mark(shape, x, y, r, { fill, edge, width = 1 }) {
      const around = corners(shape, x, y, r), look = { fill, stroke: edge, "stroke-width": edge ? n(width) : "" };
      if (around.length) tag("polygon", { points: around.map((at) => at.map(n).join(",")).join(" "), ...look });
      else tag("circle", { cx: n(x), cy: n(y), r: n(r), ...look });
    },
    text: (text, x, y, { size = 13, align = "left", fill, halo, bold, turn = 0 }) =>
      tag("text", {
        x: n(x), y: n(y), fill, "font-size": size, "font-weight": bold ? 600 : "", "text-anchor": anchor[align],
        "dominant-baseline": "central", transform: turn ? `rotate(${turn} ${n(x)} ${n(y)})` : "",
        ...(halo && { stroke: halo, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" }),
      }, text),
    told: (wide, high, title) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${n(wide)}" height="${n(high)}" viewBox="0 0 ${n(wide)} ${n(high)}" ` +
      `font-family="${escaped(FACE)}"><title>${escaped(title)}</title>\n${parts.join("\n")}\n</svg>\n`,
  };
}
