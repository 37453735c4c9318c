// What happens when something is changed, and how the page begins.

/** Draw again what filters and languages leave. */
function refresh() {
  current = selection();
  offer();
  showLooks();
  showPeriod();
  picture.refresh();
  const ties = current.ties.filter((tie) => tie.length).length;
  const share = (key, part, all) => `${word(key)}: ${part} ${word("of")} ${all}`;
  const counts = `${word("shown")} ${share("actors", current.actors.size, data.nodes.length)}, ${share("ties", ties, data.edges.length)}`;
  byId("shown").textContent = [counts, picture.note?.()].filter(Boolean).join(". ");
  legend();
  table();
  show();
  remember();
}

function reset() {
  const { names: kept, tongue, theme } = view;
  pause();
  Object.assign(view, PLAIN, { names: kept, tongue, theme });
  for (const id of ["search", "start", "goal"]) { byId(id).value = ""; delete byId(id).dataset.key; }
  chosen = null;
  refresh();
  picture.fit();
}

function listen() {
  for (const id of ["names", "tongue"])
    byId(id).addEventListener("change", (event) => { view[id] = event.target.value; speakAll(); });
  for (const id of ["type", "mode", "issue", "state", "level", "lanes"])
    byId(id).addEventListener("change", (event) => { view[id] = event.target.value; refresh(); });
  byId("weight").addEventListener("change", (event) => { view.weight = Math.max(1, +event.target.value || 1); refresh(); });
  byId("planned").addEventListener("change", (event) => { view.planned = event.target.checked; refresh(); });
  byId("alone-too").addEventListener("change", (event) => { view.alone = event.target.checked; refresh(); });
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("reset").addEventListener("click", (event) => { event.preventDefault(); reset(); });
  combine("search", (key) => choose({ actor: key }, true));
  combine("start", findPath);
  combine("goal", findPath);
  byId("fit").addEventListener("click", () => picture.fit());
  byId("zoom-in").addEventListener("click", () => picture.zoom(1.3));
  byId("zoom-out").addEventListener("click", () => picture.zoom(1 / 1.3));
  window.addEventListener("hashchange", begin);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && chosen) choose(null); });
  listenToPeriod();
  listenToLooks();
  listenToDownloads();
  listenToTables();
}

function speakAll() {
  speak();
  refresh();
}

/** Begin with what the address says. */
function begin() {
  const what = recall();
  byId("names").value = view.names;
  byId("tongue").value = view.tongue;
  speakAll();
  picture.fit();
  if (what) choose(what);
}

/** A narrow screen shows the picture first. */
function fold() {
  byId("controls").open = innerWidth >= 1200;
}

recall();
dress();
speak();
if (data.nodes.length) {
  current = selection();
  fold();
  picture.start();
  listen();
  begin();
  // For whoever measures: when the picture stood for the first time.
  requestAnimationFrame(() => performance.mark("drawn"));
  // The words come last: they are many, and nobody has asked for them yet.
  if (document.getElementById("quotes").dataset.form !== "json") await new Promise((done) => setTimeout(done, 50));
  (await unpacked("quotes")).forEach((quotes, n) => { data.interactions[n].quotes = quotes; });
  show();
}
