"""Network -> one HTML file that asks nothing of any other address: a drawing, a matrix or a timeline.

pyvis makes the data of nodes and edges, and its package carries the vis-network
library, which is read from there and put into the page. Its template is not
used: that one asks two CDNs. A content security policy names the hash of each
script and style of ours and forbids the rest, so that no text of a document can
run, and no request can leave the page.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import zlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from ..errors import MissingDependency
from ..files import write_text
from .backbone import excerpt
from .drawing import drawing
from .scene import scene

if TYPE_CHECKING:
    import networkx as nx

View = Literal["network", "matrix", "timeline"]
"""What a page draws: dots and lines, a table of actors by actors, or interactions over time."""

_SCRIPTS = (
    "unpack.js", "words.js", "state.js", "filters.js", "period.js", "looks.js", "routes.js", "evidence.js",
    "cards.js", "actor.js", "choosing.js", "finding.js", "tables.js", "labels.js", "ink.js", "board.js", "{view}.js",
    "download.js", "address.js", "main.js",
)  # fmt: skip
_VIS = "lib/vis-9.1.2/vis-network.min.js"
_PLAIN = 400_000
"""Characters of data up to which they stand in the page as they are."""

_ROWS = 300
"""Rows of the table that can be read without scripts."""


def write(graph: nx.Graph[str], path: Path | str, view: View = "network") -> Path:
    """Write the page of a projection to a file, as a whole or not at all; UnwritableOutput when it cannot be."""
    return write_text(Path(path), page(graph, view))


def page(graph: nx.Graph[str], view: View = "network") -> str:
    """The page of a projection, as text; equal graphs give equal text. Of a very large one, its `backbone`."""
    if view not in get_args(View):
        raise ValueError(f"view: {view!r} is none of {', '.join(get_args(View))}")
    graph = excerpt(graph)
    shown = scene(graph)
    strings = json.loads(_asset("strings.json"))
    words = strings["en"]
    data = shown | {"view": view, "strings": strings} | drawing(graph, shown, _asset("options.json"))
    quotes = data.pop("quotes")
    scripts = [*([_vis_network()] if view == "network" else []), _script(view)]
    style = _asset("page.css")
    parts = {
        "policy": _policy(style, scripts), "style": style, "view": view,
        "data": _block("data", data), "quotes": _block("quotes", quotes),
        "scripts": "\n".join(f"<script>{script}</script>" for script in scripts),
        "title": html.escape(words.get(f"title_{graph.graph['actors']}", words["title"])),
        "query": html.escape(shown["meta"]["title"]), "meaning": html.escape(words[f"meaning_{view}"]),
        "rows": "\n".join(_rows(graph, shown)),
        "counts": html.escape(_counts(graph, shown, words)), "empty": "" if len(graph) else "empty",
        **{f"word_{key}": html.escape(word) for key, word in words.items()},
    }  # fmt: skip
    return re.sub(r"\{\{(\w+)\}\}", lambda match: parts[match[1]], _asset("page.html"))


def _asset(name: str) -> str:
    return files(__package__).joinpath("assets", name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _script(view: View) -> str:
    texts = (_asset(name.format(view=view)) for name in _SCRIPTS)
    return "\n".join(("(async () => {", '"use strict";', *texts, "})();"))


def _vis_network() -> str:
    """The vis-network library out of pyvis's package folder, safe to stand inside a script element."""
    spec = find_spec("pyvis")
    place = Path(spec.submodule_search_locations[0]) / _VIS if spec and spec.submodule_search_locations else None
    if place is None or not place.is_file():
        raise MissingDependency("pyvis", f"its file {_VIS} is not there", "Install pyvis 0.3.2 again.")
    text = place.read_text(encoding="utf-8").replace("\r\n", "\n")
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _policy(style: str, scripts: list[str]) -> str:
    return (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _json(data: object) -> str:
    """JSON that may stand inside a script element: no tag can open or close in it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _block(name: str, data: object) -> str:
    """An element that holds data: JSON as it is, or deflated and in base64 where it is long."""
    text, form = _json(data), "json"
    if len(text) > _PLAIN:
        text, form = base64.b64encode(zlib.compress(text.encode(), 9)).decode(), "deflate"
    return f'<script type="application/octet-stream" id="{name}" data-form="{form}">{text}</script>'


def _counts(graph: nx.Graph[str], shown: dict[str, Any], words: dict[str, str]) -> str:
    numbers = {
        "actors": len(graph), "ties": graph.number_of_edges(),
        "interactions": len(shown["interactions"]), "documents": len(shown["documents"]),
    }  # fmt: skip
    days = " – ".join(dict.fromkeys(day for day in (shown["meta"]["first"], shown["meta"]["last"]) if day))
    return " · ".join([*(f"{words[name]}: {number}" for name, number in numbers.items()), *([days] if days else [])])


def _rows(graph: nx.Graph[str], shown: dict[str, Any]) -> Iterator[str]:
    """The strongest ties as a table that can be read without scripts; these lay out the rest."""
    edges = sorted(graph.edges(data=True), key=lambda tie: -tie[2].get("weight", 1))
    for one, other, data in edges[:_ROWS]:
        cells = (_name(shown, one), _name(shown, other), str(data.get("weight", 1)), data.get("last", ""))
        yield "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>"
    if len(edges) > _ROWS:
        yield f'<tr><td colspan="4">… + {len(edges) - _ROWS}</td></tr>'


def _name(shown: dict[str, Any], key: str) -> str:
    return str(shown["labels"][key]["en"])
