"""Network -> one HTML file that asks nothing of any other address.

pyvis makes the data of nodes and edges and the options, and its package carries
the vis-network library, which is read from there and put into the page. Its
template is not used: that one asks two CDNs. A content security policy names the
hash of each script and style of ours and forbids the rest, so that no text of a
document can run, and no request can leave the page.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import math
import re
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import MissingDependency
from ..files import write_text
from .layout import positions
from .scene import OTHERS, box, scene

if TYPE_CHECKING:
    import networkx as nx

_SCRIPTS = ("words.js", "labels.js", "filters.js", "details.js", "address.js", "main.js")
_VIS = "lib/vis-9.1.2/vis-network.min.js"
_CROWD = 120
"""From so many nodes on, a node's box is its dot: labels that do not fit appear when one zooms in."""


def write(graph: nx.Graph[str], path: Path | str) -> Path:
    """Write the page of a projection to a file, as a whole or not at all; UnwritableOutput when it cannot be."""
    return write_text(Path(path), page(graph))


def page(graph: nx.Graph[str]) -> str:
    """The page of a projection, as text; equal graphs give equal text."""
    shown = scene(graph)
    strings = json.loads(_asset("strings.json"))
    words = strings["en"]
    data = shown | {"strings": strings} | _drawing(graph, shown)
    style, library, script = (
        _asset("page.css"),
        _vis_network(),
        "\n".join(("(() => {", '"use strict";', *map(_asset, _SCRIPTS), "})();")),
    )
    policy = (
        f"default-src 'none'; script-src {_hash(library)} {_hash(script)}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )
    parts = {
        "policy": policy, "style": style, "library": library, "script": script, "data": _json(data),
        "title": html.escape(words[f"title_{graph.graph['actors']}"]), "rows": _rows(graph, shown),
        "counts": html.escape(_counts(graph, shown, words)), "empty": "" if len(graph) else "empty",
        **{f"word_{key}": html.escape(word) for key, word in words.items()},
    }  # fmt: skip
    return re.sub(r"\{\{(\w+)\}\}", lambda match: parts[match[1]], _asset("page.html"))


def _asset(name: str) -> str:
    return files(__package__).joinpath("assets", name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _vis_network() -> str:
    """The vis-network library out of pyvis's package folder, safe to stand inside a script element."""
    spec = find_spec("pyvis")
    place = Path(spec.submodule_search_locations[0]) / _VIS if spec and spec.submodule_search_locations else None
    if place is None or not place.is_file():
        raise MissingDependency("pyvis", f"its file {_VIS} is not there", "Install pyvis 0.3.2 again.")
    text = place.read_text(encoding="utf-8").replace("\r\n", "\n")
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _json(data: object) -> str:
    """JSON that may stand inside a script element: no tag can open or close in it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _drawing(graph: nx.Graph[str], shown: dict[str, Any]) -> dict[str, Any]:
    """Nodes, edges and options as pyvis has them."""
    from pyvis.edge import Edge
    from pyvis.network import Network

    colours = {group["key"]: group["colour"] for group in shown["groups"]}
    radius = {node: _radius(len(data["interactions"])) for node, data in graph.nodes(data=True)}
    boxes = {
        node: box(_two_names(shown, node), radius[node]) if len(graph) < _CROWD else (2 * radius[node] + 18,) * 2
        for node in graph
    }
    places = positions(graph, boxes)
    net = Network()
    for actor in shown["actors"]:
        node = actor["key"]
        x, y = places[node]
        net.add_node(node, label=" ", x=x, y=y, size=radius[node], color=colours.get(actor["group"], OTHERS))
    for number, (one, other, data) in enumerate(graph.edges(data=True)):
        # Network.add_edge compares with every edge there is: minutes for some ten thousand.
        net.edges.append(Edge(one, other, False, id=number, width=_width(data["weight"])).options)
    net.set_options(_asset("options.json"))
    return {"nodes": net.nodes, "edges": net.edges, "options": net.options}


def _two_names(shown: dict[str, Any], node: str) -> dict[str, str]:
    labels = shown["labels"][node]
    return {tag: labels[tag] for tag in ("en", shown["meta"]["language"]) if tag in labels}


def _radius(interactions: int) -> float:
    return round(6 + 3 * math.sqrt(min(interactions, 60)), 1)


def _width(weight: int) -> float:
    return round(1 + 1.6 * math.log2(min(weight, 64)), 1)


def _counts(graph: nx.Graph[str], shown: dict[str, Any], words: dict[str, str]) -> str:
    numbers = {
        "actors": len(graph), "ties": graph.number_of_edges(),
        "interactions": len(shown["interactions"]), "documents": len(shown["documents"]),
    }  # fmt: skip
    days = " – ".join(dict.fromkeys(day for day in (shown["meta"]["first"], shown["meta"]["last"]) if day))
    return " · ".join([*(f"{words[name]}: {number}" for name, number in numbers.items()), *([days] if days else [])])


def _rows(graph: nx.Graph[str], shown: dict[str, Any]) -> str:
    """The table of all ties, most interactions first: it can be read without scripts."""
    edges = sorted(enumerate(graph.edges(data=True)), key=lambda item: (-item[1][2]["weight"], item[0]))
    return "\n".join(
        f'<tr data-tie="{number}"><td>{_name(shown, one)}</td><td>{_name(shown, other)}</td>'
        f"<td>{data['weight']}</td><td>{html.escape(data['last'])}</td></tr>"
        for number, (one, other, data) in edges
    )


def _name(shown: dict[str, Any], key: str) -> str:
    return html.escape(shown["labels"][key]["en"])
