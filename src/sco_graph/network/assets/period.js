// The period: two handles over months or years, and a window that moves by itself.

const PAUSE = 900;
let playing = null;

const FORMS = {
  month: { of: (day) => +day.slice(0, 4) * 12 + +day.slice(5, 7) - 1, text: (n) => `${String(Math.floor(n / 12)).padStart(4, "0")}-${String((n % 12) + 1).padStart(2, "0")}` },
  year: { of: (day) => +day.slice(0, 4), text: (n) => String(n).padStart(4, "0") },
};

/** First and last step of the unit chosen. */
function span() {
  const { of } = FORMS[view.unit];
  return data.meta.first ? [of(data.meta.first), of(data.meta.last)] : [0, 0];
}

/** Where the two handles stand. */
function handles() {
  const { of } = FORMS[view.unit], [first, last] = span();
  const at = (text, otherwise, month) => (text ? Math.min(last, Math.max(first, of(text.length < 5 ? text + month : text))) : otherwise);
  return [at(view.from, first, "-01"), at(view.to, last, "-12")];
}

/** Choose from one step to another; the whole span asks for nothing, so that what has no date is shown too. */
function setPeriod(from, to) {
  const [first, last] = span(), { text } = FORMS[view.unit], whole = from <= first && to >= last;
  view.from = whole ? "" : text(Math.max(first, from));
  view.to = whole ? "" : text(Math.min(last, to));
}

function showPeriod() {
  const [first, last] = span(), [from, to] = handles(), { text } = FORMS[view.unit];
  for (const [id, value] of [["from", from], ["to", to]]) {
    const handle = byId(id);
    handle.min = first;
    handle.max = last;
    handle.value = value;
    handle.setAttribute("aria-valuetext", day(text(value)));
    byId(id + "-text").textContent = day(text(value), "short");
  }
  byId("unit").value = view.unit;
  byId("period").hidden = first === last;
  byId("play").setAttribute("aria-pressed", String(playing !== null));
  byId("play").textContent = word(playing === null ? "play" : "pause");
}

/** A handle was moved; it pushes the other one before it. */
function moved(id) {
  const from = +byId("from").value, to = +byId("to").value;
  if (from > to) setPeriod(id === "from" ? from : to, id === "from" ? from : to);
  else setPeriod(from, to);
  refresh();
}

/** Move the window one step on; at the end it stops. */
function step() {
  const [, last] = span(), [from, to] = handles();
  if (to >= last) return pause();
  setPeriod(from + 1, to + 1);
  refresh();
}

function pause() {
  clearInterval(playing);
  playing = null;
  showPeriod();
}

/** Play from where the window stands; where it is the whole span, or at its end, with a window of a year (or a step) from the start. */
function play() {
  if (playing !== null) return pause();
  const [first, last] = span(), [from, to] = handles();
  const wide = to - from >= last - first ? (view.unit === "month" ? 11 : 0) : to - from;
  if (to >= last) setPeriod(first, Math.min(last, first + wide));
  playing = setInterval(step, PAUSE);
  refresh();
}

function setUnit(unit) {
  const [from, to] = handles(), old = FORMS[view.unit].text, { of } = FORMS[unit], chosenSome = view.from || view.to;
  view.unit = unit;
  const first = old(from), until = old(to);
  if (chosenSome) setPeriod(of(first.length < 5 ? first + "-01" : first), of(until.length < 5 ? until + "-12" : until));
  refresh();
}

function listenToPeriod() {
  for (const id of ["from", "to"]) byId(id).addEventListener("input", () => moved(id));
  byId("play").addEventListener("click", play);
  byId("unit").addEventListener("change", (event) => setUnit(event.target.value));
}
