"""The diagram of the main classes as static SVG: boxes on a grid, arrows along its lines, all from a table.

Positions are in ``diagram.tsv``, names in the language of the page come from the
ontology; so the same ontology gives the same bytes, and nothing is left to a layout.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from importlib.resources import files

KIND = "kind"
"""What an arrow to a class above is called in the table."""

_WIDTH, _HEIGHT = 168, 54
_ACROSS, _DOWN = 334, 122
_COLUMNS = 4
_EDGE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A class and its place on the grid."""

    name: str
    column: int
    row: int

    @property
    def x(self) -> int:
        """Middle, in pixels from the left."""
        return _EDGE + self.column * _ACROSS + _WIDTH // 2

    @property
    def y(self) -> int:
        """Middle, in pixels from the top."""
        return _EDGE + self.row * _DOWN + _HEIGHT // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A property (or ``kind``) from one class to another."""

    name: str
    start: str
    end: str


def table() -> tuple[dict[str, Box], tuple[Arrow, ...]]:
    """Boxes by class, and arrows, as the table has them.

    >>> boxes, arrows = table()
    >>> boxes["Interaction"].row, arrows[0].end
    (1, 'Document')
    """
    text = files(__package__).joinpath("diagram.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    boxes = {name: Box(name=name, column=int(x), row=int(y)) for kind, name, x, y in rows if kind == "box"}
    arrows = (Arrow(name=name, start=start, end=end) for kind, name, start, end in rows if kind == "arrow")
    return boxes, tuple(arrows)


def draw(labels: Mapping[str, str], title: str) -> str:
    """The diagram with these labels (local name to text) as an ``svg`` element; each box links to its anchor."""
    boxes, arrows = table()
    width = max(box.x for box in boxes.values()) + _WIDTH // 2 + _EDGE
    height = max(box.y for box in boxes.values()) + _HEIGHT // 2 + _EDGE
    parts = [_arrow(arrow, boxes[arrow.start], boxes[arrow.end], labels) for arrow in arrows]
    parts += [_box(box, labels) for box in boxes.values()]
    return (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}">\n'
        f"{_MARKERS}\n" + "\n".join(parts) + "\n</svg>"
    )


_MARKERS = """<defs>
<marker id="arrow" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="9" markerHeight="9" orient="auto-start-reverse">
<path d="M0 0 10 5 0 10 3 5z" class="head"/></marker>
<marker id="kind" viewBox="0 0 12 12" refX="11" refY="6" markerWidth="12" markerHeight="12" orient="auto-start-reverse">
<path d="M1 1 11 6 1 11z" class="hollow"/></marker>
</defs>"""


def _box(box: Box, labels: Mapping[str, str]) -> str:
    left, top = box.x - _WIDTH // 2, box.y - _HEIGHT // 2
    lines = list(_wrapped(labels[box.name]))
    # One line of a name stands above the local name, two stand closer.
    first = box.y - 4 if len(lines) == 1 else box.y - 11
    spans = "".join(f'<tspan x="{box.x}" y="{first + 15 * at}">{escape(line)}</tspan>' for at, line in enumerate(lines))
    local = f'<text x="{box.x}" y="{first + 15 * (len(lines) - 1) + 17}" class="local">{box.name}</text>'
    return (
        f'<a href="#{box.name}"><rect x="{left}" y="{top}" width="{_WIDTH}" height="{_HEIGHT}" rx="6"/>'
        f"<text>{spans}</text>{local}</a>"
    )


def _wrapped(label: str, longest: int = 20) -> Iterator[str]:
    """The words of a label in lines of at most so many letters, where words allow.

    >>> list(_wrapped("участие во взаимодействии"))
    ['участие во', 'взаимодействии']
    """
    line = ""
    for word in label.split():
        if line and len(line) + 1 + len(word) > longest:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def _arrow(arrow: Arrow, start: Box, end: Box, labels: Mapping[str, str]) -> str:
    if arrow.name == KIND:
        middle = end.y + _HEIGHT // 2 + 34
        path = f"M{start.x} {start.y - _HEIGHT // 2}V{middle}H{end.x}V{end.y + _HEIGHT // 2}"
        return f'<path d="{path}" class="line" marker-end="url(#kind)"/>'
    path, x, y, anchor = _course(start, end)
    return (
        f'<path d="{path}" class="line" marker-end="url(#arrow)"/>'
        f'<a href="#{arrow.name}"><text x="{x}" y="{y}" class="edge {anchor}">{escape(labels[arrow.name])}</text></a>'
    )


def _course(start: Box, end: Box) -> tuple[str, int, int, str]:
    """Path of an arrow and place and side of its label: along a row, along a column, or down and across."""
    side = 1 if end.x > start.x else -1
    if start.row == end.row:
        x, to = start.x + side * _WIDTH // 2, end.x - side * _WIDTH // 2
        return f"M{x} {start.y}H{to}", (x + to) // 2, start.y - 7, "middle"
    down = 1 if end.y > start.y else -1
    y = start.y + down * _HEIGHT // 2
    if start.column == end.column:
        to = end.y - down * _HEIGHT // 2
        # In the last column a label to the right would leave the picture.
        x, anchor = (start.x - 8, "end") if start.column == _COLUMNS - 1 else (start.x + 8, "start")
        return f"M{start.x} {y}V{to}", x, (y + to) // 2 + 4, anchor
    to = end.x - side * _WIDTH // 2
    return f"M{start.x} {y}V{end.y}H{to}", start.x + 8, end.y - 7, "start"
