// Neighbours, neighbourhoods and shortest paths among the ties that are shown.

/** Actor -> [[neighbour, tie]], the strongest tie first. */
function neighbourhoods(ties) {
  const near = new Map();
  const add = (key, other, n) => (near.get(key) || near.set(key, []).get(key)).push([other, n]);
  ties.forEach((tie, n) => {
    if (!tie.length) return;
    const [one, other] = ends[n];
    add(one, other, n);
    add(other, one, n);
  });
  for (const list of near.values()) list.sort((a, b) => ties[b[1]].length - ties[a[1]].length || a[1] - b[1]);
  return near;
}

/** Actors at most so many ties away. */
function within(near, centre, reach) {
  const found = new Set([centre]);
  let edge = [centre];
  for (let step = 0; step < reach; step++) {
    edge = edge.flatMap((key) => (near.get(key) || []).map(([other]) => other)).filter((key) => !found.has(key));
    edge.forEach((key) => found.add(key));
  }
  return found;
}

/** Numbers of the ties on a shortest path, strong ties before weak ones; null where there is none. */
function shortest(near, start, goal) {
  const came = new Map([[start, null]]), queue = [start];
  for (const key of queue) {
    if (key === goal) break;
    for (const [other, tie] of near.get(key) || []) {
      if (came.has(other)) continue;
      came.set(other, [key, tie]);
      queue.push(other);
    }
  }
  if (!came.has(goal)) return null;
  const path = [];
  for (let step = came.get(goal); step; step = came.get(step[0])) path.unshift(step[1]);
  return path;
}
