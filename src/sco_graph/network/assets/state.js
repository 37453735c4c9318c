// The state of the view: all of it stands in the address, so that a view can be cited and opened again.

/** What the page shows when nothing is chosen. Numbers and yes or no are told by their kind. */
const PLAIN = {
  names: "own", tongue: data.meta.language in LANGUAGES ? data.meta.language : "en", theme: "",
  type: "", mode: "", issue: "", state: "", level: "", weight: 1, planned: true, alone: data.meta.alone,
  unit: "month", from: "", to: "",
  size: "interactions", colour: data.meta.colour, lanes: "actor",
  centre: "", reach: 1,
};
const FILTERS = ["type", "mode", "issue", "state", "level", "weight", "planned", "alone", "from", "to", "centre", "reach"];

const view = { ...PLAIN };

/** What is chosen: `{ actor }`, `{ tie }`, `{ interaction }` (numbers), `{ path: [key, key] }` or nothing. */
let chosen = null;

/** What the filters leave: see `selection`. */
let current = null;

function written(value) {
  return value === true ? "yes" : value === false ? "no" : String(value);
}

function readAs(plain, text) {
  if (typeof plain === "boolean") return text === "yes";
  return typeof plain === "number" ? Math.max(1, Math.trunc(+text) || plain) : text;
}
