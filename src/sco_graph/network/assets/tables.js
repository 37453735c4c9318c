// The same content as tables: ties, actors with their measures, actors without a tie.

const PAGE_OF_ROWS = 200;
let rowsShown = PAGE_OF_ROWS;

function row(cells, open, mark) {
  const made = element("tr", "", mark);
  made.append(...cells.map((cell, i) => {
    const box = element("td", i ? cell : "");
    if (!i) box.append(button(cell, open));
    return box;
  }));
  return made;
}

/** Numbers of the ties shown, the strongest first. */
function strongest() {
  const shown = data.edges.map((edge) => edge.id).filter((n) => current.ties[n].length);
  return shown.sort((a, b) => current.ties[b].length - current.ties[a].length || a - b);
}

function lastDay(tie) {
  return tie.reduce((last, n) => (data.interactions[n].latest > last ? data.interactions[n].latest : last), "");
}

function tieRow(n) {
  const [one, other] = ends[n], tie = current.ties[n];
  return row([label(one), label(other), String(tie.length), lastDay(tie)], () => choose({ tie: n }, true), { "data-tie": n });
}

function actorRow(key) {
  const actor = actors.get(key), name = (of) => (of ? label(of) : "");
  const measures = [actor.degree, actor.strength, actor.betweenness].map(number);
  return row(
    [label(key), name(actor.kind), name(actor.state || actor.body), String(current.actors.get(key).length), ...measures, actor.community],
    () => choose({ actor: key }, true), { "data-actor": key },
  );
}

function fill(id, keys, make) {
  byId(id).querySelector("tbody").replaceChildren(...keys.slice(0, rowsShown).map(make));
  const more = byId(id).querySelector(".more");
  more.hidden = keys.length <= rowsShown;
  more.textContent = word("more", { n: keys.length - rowsShown });
}

function table() {
  const ties = strongest(), shown = order.filter((key) => current.actors.has(key));
  fill("ties", ties, tieRow);
  fill("people", shown, actorRow);
  const alone = data.actors.filter((actor) => isAlone(actor));
  byId("alone").hidden = !alone.length;
  byId("alone").querySelector("ul").replaceChildren(...alone.slice(0, rowsShown).map(({ key }) => {
    const item = element("li");
    item.append(button(label(key), () => choose({ actor: key }, true)));
    return item;
  }));
}

/** Whether an actor took part in something that is shown, but stands in no tie. */
function isAlone({ key, in: mine }) {
  return !current.near.has(key) && !view.centre && mine.some((n) => current.interactions.has(n));
}

function listenToTables() {
  for (const more of document.querySelectorAll(".more"))
    more.addEventListener("click", () => { rowsShown += 10 * PAGE_OF_ROWS; table(); });
}
