// A canvas that is painted as a whole, for the matrix and the timeline; the keyboard walks on it.

/** Let arrow keys walk from one thing to the next, and + - 0 change the view. */
function walkable(frame, walk) {
  frame.tabIndex = 0;
  frame.setAttribute("role", "application");
  frame.dataset.label = "graph";
  frame.addEventListener("keydown", (event) => {
    const steps = { ArrowRight: [1, 0], ArrowDown: [1, 1], ArrowLeft: [-1, 0], ArrowUp: [-1, 1] }[event.key];
    if (steps) walk(...steps);
    else if (event.key === "Enter" && chosen) byId("details").focus();
    else if (event.key === "+") picture.zoom(1.3);
    else if (event.key === "-") picture.zoom(1 / 1.3);
    else if (event.key === "0") picture.fit();
    else return;
    event.preventDefault();
  });
}

/** The canvas within the frame; `size` says how large it is to be, `at` is told the point of a click. */
function board(at) {
  const canvas = element("canvas"), frame = byId("network");
  frame.classList.add("board");
  frame.append(canvas);
  canvas.addEventListener("click", ({ offsetX, offsetY }) => at(offsetX, offsetY));
  new ResizeObserver(() => current && picture.refresh()).observe(frame);
  return canvas;
}

function repaint(canvas) {
  const [wide, high] = picture.size(), context = canvas.getContext("2d");
  canvas.width = wide * devicePixelRatio;
  canvas.height = high * devicePixelRatio;
  canvas.style.width = wide + "px";
  canvas.style.height = high + "px";
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  context.clearRect(0, 0, wide, high);
  picture.paint(canvasInk(context));
}

/** A text cut to so many letters. */
function short(text, most) {
  return text.length > most ? text.slice(0, most - 1) + "…" : text;
}
