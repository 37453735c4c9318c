// The view as a file: PNG and SVG with a legend, CSV of the ties. Made here, asked of nobody.

const FOOT = 24, MARGIN = 12;

function save(blob, ending) {
  const link = element("a", "", { href: URL.createObjectURL(blob), download: `${data.view}-${data.meta.actors}.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Title, what is shown, and legend below the picture. */
function paintFoot(pen, wide, top) {
  const told = [byId("title").textContent, data.meta.title, byId("shown").textContent].filter(Boolean);
  told.forEach((line, i) => pen.text(line, MARGIN, top + (i + 0.5) * FOOT, { size: 13, fill: ink(i ? "soft" : "ink"), bold: !i }));
  const most = Math.max(1, Math.floor((wide - 2 * MARGIN) / 170));
  groupsShown().forEach(({ key, colour: fill }, i) => {
    const [x, y] = [MARGIN + (i % most) * 170, top + (told.length + Math.floor(i / most) + 0.5) * FOOT];
    pen.mark("dot", x + 5, y, 5, { fill });
    pen.text(short(groupName(key), 22), x + 16, y, { size: 12, fill: ink("ink") });
  });
  return (told.length + Math.ceil(groupsShown().length / most)) * FOOT + MARGIN;
}

/** Draw all with a pen made for its size. */
function whole(pen, [wide, high]) {
  const foot = paintFoot({ text() {}, mark() {} }, wide, 0);
  pen.rect(0, 0, wide, high + foot, ink("paper"));
  picture.paint(pen);
  pen.rect(0, high, wide, foot, ink("paper"));
  paintFoot(pen, wide, high);
  return [wide, high + foot];
}

function saveSvg() {
  const pen = svgInk(), [wide, high] = whole(pen, picture.size());
  save(new Blob([pen.told(wide, high, byId("title").textContent)], { type: "image/svg+xml" }), "svg");
}

function savePng() {
  const [wide, high] = picture.size(), scale = Math.min(2, 12000 / Math.max(wide, high + 400)), canvas = element("canvas");
  canvas.width = wide * scale;
  canvas.height = (high + paintFoot({ text() {}, mark() {} }, wide, 0)) * scale;
  const context = canvas.getContext("2d");
  context.scale(scale, scale);
  whole(canvasInk(context), [wide, high]);
  canvas.toBlob((blob) => save(blob, "png"));
}

/** A cell of a table: no spreadsheet takes it for a formula, and it keeps commas and lines together. */
function cell(value) {
  const text = String(value).replace(/^([=+\-@\t\r])/, "'$1");
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function saveCsv() {
  const head = ["one", "one_name", "other", "other_name", "interactions", "first", "last", "interaction_keys"];
  const rows = strongest().map((n) => {
    const [one, other] = ends[n], shared = current.ties[n].map((i) => data.interactions[i]);
    const first = shared.map((i) => i.earliest).filter(Boolean).sort()[0] || "";
    return [one, label(one), other, label(other), shared.length, first, lastDay(current.ties[n]), shared.map((i) => i.key).join("; ")];
  });
  const text = [head, ...rows].map((cells) => cells.map(cell).join(",")).join("\r\n") + "\r\n";
  save(new Blob(["\ufeff", text], { type: "text/csv" }), "csv");
}

function listenToDownloads() {
  for (const [id, action] of [["png", savePng], ["svg", saveSvg], ["csv", saveCsv]]) byId(id).addEventListener("click", action);
}
