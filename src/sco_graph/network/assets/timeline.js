// Interactions over time: a lane for each actor or issue, a dot where it took part or was spoken of.

const MOST = 120, LANE = 24, LEFT = 190, AXIS = 34, NEAR = 12, DAY = 86400000;
let lanes = [], dots = [], canvas = null, zoomed = 1;

const stamp = (text) => Date.parse(text + "T00:00:00Z");

function middle({ earliest, latest }) {
  return (stamp(earliest || latest) + stamp(latest || earliest)) / 2;
}

/** Numbers of the interactions that stand in a lane. */
function inLanes() {
  const dated = [...current.interactions].filter((n) => data.interactions[n].earliest || data.interactions[n].latest);
  const found = new Map();
  const add = (key, n) => (found.get(key) || found.set(key, []).get(key)).push(n);
  if (view.lanes === "issue") dated.forEach((n) => data.interactions[n].issues.forEach((key) => add(key, n)));
  else {
    const some = new Set(dated);
    for (const [key, mine] of current.actors) mine.filter((n) => some.has(n)).forEach((n) => add(key, n));
  }
  return [...found].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
}

/** First and last day drawn: of the period chosen, else of what there is. */
function days() {
  const whole = (text, month) => (text.length === 4 ? `${text}-${month}` : text);
  const start = view.from ? stamp(whole(view.from, "01") + "-01") : stamp(data.meta.first);
  const end = view.to ? stamp(whole(view.to, "12") + "-01") + 30 * DAY : stamp(data.meta.last);
  return [start, Math.max(end, start + DAY)];
}

function across(time) {
  const [start, end] = days(), [wide] = picture.size();
  return LEFT + 12 + ((wide - LEFT - 30) * (Math.min(Math.max(time, start), end) - start)) / (end - start);
}

function click(x, y) {
  if (x < LEFT && view.lanes === "actor") {
    const lane = lanes[Math.floor((y - AXIS) / LANE)];
    return choose(lane ? { actor: lane[0] } : null);
  }
  const far = (dot) => (dot.x - x) ** 2 + (dot.y - y) ** 2;
  const near = dots.filter((dot) => far(dot) < NEAR ** 2).sort((a, b) => far(a) - far(b));
  choose(near.length ? { interaction: near[0].n } : null);
}

/** Years, or months where a few years are drawn. */
function ticks() {
  const [start, end] = days(), monthly = end - start < 3 * 366 * DAY, found = [];
  const first = new Date(start);
  for (let at = new Date(Date.UTC(first.getUTCFullYear(), 0, 1)); at <= end; at.setUTCMonth(at.getUTCMonth() + (monthly ? 3 : 12)))
    if (at >= start) found.push([+at, monthly ? day(at.toISOString().slice(0, 7), "short") : String(at.getUTCFullYear())]);
  return found;
}

function paintAxis(pen) {
  const [wide, high] = picture.size();
  for (const [time, text] of ticks()) {
    pen.line(across(time), AXIS - 6, across(time), high, { colour: ink("line") });
    if (across(time) < wide - 30) pen.text(text, across(time) + 3, AXIS / 2, { size: 12, fill: ink("soft") });
  }
}

const picture = {
  start() {
    canvas = board(click);
    walkable(byId("network"), (step) => {
      const all = [...new Set(dots.map((dot) => dot.n))].sort((a, b) => middle(data.interactions[a]) - middle(data.interactions[b]) || a - b);
      const at = all.indexOf(chosen?.interaction);
      if (all.length) choose({ interaction: all[(at + step + all.length + (at < 0 && step < 0 ? 1 : 0)) % all.length] });
    });
    byId("network").marks = () => dots;
  },
  refresh() {
    const all = inLanes();
    lanes = all.slice(0, MOST);
    this.lanesInAll = all.length;
    dots = lanes.flatMap(([, list], i) => list.map((n) => ({ n, x: across(middle(data.interactions[n])), y: AXIS + (i + 0.5) * LANE })));
    repaint(canvas);
  },
  choose() {
    repaint(canvas);
    const mine = dots.filter((dot) => dot.n === chosen?.interaction), frame = byId("network");
    if (mine.length && !mine.some(({ y }) => y > frame.scrollTop && y < frame.scrollTop + frame.clientHeight)) frame.scrollTop = mine[0].y - frame.clientHeight / 2;
  },
  fit() {
    zoomed = 1;
    this.refresh();
  },
  zoom(factor) {
    zoomed = Math.max(1, Math.min(20, zoomed * factor));
    this.refresh();
  },
  size: () => [Math.max(560, (byId("network").clientWidth - 2) * zoomed), AXIS + lanes.length * LANE + 10],
  note() {
    const undated = [...current.interactions].filter((n) => !data.interactions[n].earliest && !data.interactions[n].latest).length;
    const most = this.lanesInAll > lanes.length ? word("lanes_of", { n: lanes.length, all: this.lanesInAll }) : "";
    return [most, undated ? word("undated_n", { n: undated }) : ""].filter(Boolean).join(" ");
  },
  paint(pen) {
    const [wide] = this.size(), mine = dots.filter((dot) => dot.n === chosen?.interaction);
    paintAxis(pen);
    lanes.forEach(([key, list], i) => {
      const y = AXIS + (i + 0.5) * LANE;
      pen.line(LEFT, y, wide - 10, y, { colour: ink("line") });
      pen.text(short(label(key), 24), LEFT - 32, y, { size: 12, align: "right", fill: ink("ink"), bold: key === chosen?.actor });
      pen.text(String(list.length), LEFT - 6, y, { size: 11, align: "right", fill: ink("soft") });
    });
    if (mine.length) pen.line(mine[0].x, mine[0].y, mine[mine.length - 1].x, mine[mine.length - 1].y, { colour: ink("mark"), width: 2 });
    for (const { n, x, y } of dots) {
      const key = lanes[Math.round((y - AXIS) / LANE - 0.5)][0], own = actors.has(key) ? colour(key) : ink("accent"), open = !held(data.interactions[n]);
      pen.mark("dot", x, y, 5, { fill: open ? ink("paper") : own, edge: n === chosen?.interaction ? ink("mark") : open ? own : ink("paper"), width: n === chosen?.interaction ? 2.5 : 1.2 });
    }
  },
};
