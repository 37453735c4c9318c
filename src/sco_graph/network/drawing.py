"""Nodes, edges and options as pyvis and vis-network have them."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from .boxes import box
from .layout import positions
from .remembered import remembered
from .standing import LARGE, OTHERS

if TYPE_CHECKING:
    import networkx as nx

_CROWD = 120
"""From so many nodes on, a node's box is its dot: labels that do not fit appear when one zooms in."""

_SHAPES = {"interaction": "diamond", "issue": "square"}


def drawing(graph: nx.Graph[str], shown: dict[str, Any], options: str) -> dict[str, Any]:
    """``nodes``, ``edges`` and ``options`` for a scene; node and edge by pyvis, whose own lists are not used.

    They compare what comes with all that is there: minutes for some ten thousand edges.
    """
    from pyvis.edge import Edge
    from pyvis.node import Node

    by = shown["meta"]["colour"]
    colours = {group["key"]: group["colour"] for group in shown["groups"][by]}
    radius = {actor["key"]: _radius(actor["interactions"]) for actor in shown["actors"]}
    nodes = []
    for actor, (x, y) in zip(shown["actors"], _places(graph, shown, radius), strict=True):
        key = actor["key"]
        colour = colours.get(actor["home" if by == "state" else by], OTHERS)
        node = Node(key, _SHAPES.get(actor["mode"], "dot"), " ", x=x, y=y, size=radius[key], color=colour)
        nodes.append({"id": key, **node.options})
    edges = [
        Edge(one, other, False, id=number, width=_width(weight)).options
        for number, (one, other, weight) in enumerate(graph.edges(data="weight", default=1))
    ]
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def _places(graph: nx.Graph[str], shown: dict[str, Any], radius: dict[str, float]) -> list[tuple[int, int]]:
    boxes = {
        node: box(_two_names(shown, node), radius[node]) if len(graph) < _CROWD else (2 * radius[node] + 18,) * 2
        for node in graph
    }
    groups = {actor["key"]: int(actor["community"]) for actor in shown["actors"]}
    if len(graph) < LARGE:
        found = {node: (float(x), float(y)) for node, (x, y) in positions(graph, boxes, groups).items()}
    else:
        content = [[[node, boxes[node], groups[node]] for node in graph], list(graph.edges(data="weight_newman"))]
        kept = remembered("layout", content, lambda: _lists(positions(graph, boxes, groups)))
        found = {node: (x, y) for node, (x, y) in kept.items()}
    return [(round(x), round(y)) for x, y in (found[node] for node in graph)]


def _lists(found: dict[str, tuple[int, int]]) -> dict[str, list[float]]:
    return {node: list(map(float, place)) for node, place in found.items()}


def _two_names(shown: dict[str, Any], node: str) -> dict[str, str]:
    labels = shown["labels"][node]
    return {tag: labels[tag] for tag in ("en", shown["meta"]["language"]) if tag in labels}


def _radius(interactions: int) -> float:
    return round(6 + 3 * math.sqrt(min(interactions, 60)), 1)


def _width(weight: float) -> float:
    return round(1 + 1.6 * math.log2(max(1, min(weight, 64))), 1)
