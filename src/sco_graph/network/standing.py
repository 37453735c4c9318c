"""How each actor stands in the network: by what a page sizes and colours its dots."""

from __future__ import annotations

import networkx as nx
import rustworkx as rx

from .remembered import remembered

PALETTE = ("#4477aa", "#d1495b", "#228833", "#c8a415", "#3fa7c4", "#aa3377", "#ee8866", "#35978f")
"""Colours of the largest groups: told apart by most colour-blind readers (after P. Tol's schemes)."""

OTHERS = "#8a8f98"

LARGE = 1000
"""Nodes from which on what takes long is remembered."""


def standing(graph: nx.Graph[str]) -> dict[str, dict[str, float]]:
    """Measures of every node: ``interactions``, ``degree``, ``strength`` (summed weight), ``betweenness``.

    Betweenness is Freeman's over unweighted paths, as a share of all pairs, rounded to five digits.

    >>> standing(nx.path_graph(["a", "b", "c"]))["b"]
    {'interactions': 0, 'degree': 2, 'strength': 2, 'betweenness': 1.0}
    """
    degree, strength, between = dict(graph.degree()), dict(graph.degree(weight="weight")), _between(graph)
    return {
        node: {
            "interactions": len(data.get("interactions", ())), "degree": degree[node], "strength": strength[node],
            "betweenness": round(between[node], 5),
        }
        for node, data in graph.nodes(data=True)
    }  # fmt: skip


def _between(graph: nx.Graph[str]) -> dict[str, float]:
    if len(graph) < LARGE:
        return _betweenness(graph)
    content = [list(graph), list(graph.edges)]
    found = remembered("betweenness", content, lambda: {n: [value] for n, value in _betweenness(graph).items()})
    return {node: found[node][0] for node in graph}


def _betweenness(graph: nx.Graph[str]) -> dict[str, float]:
    nodes = list(graph)
    place = {node: i for i, node in enumerate(nodes)}
    ties: rx.PyGraph[str, None] = rx.PyGraph(multigraph=False)
    ties.add_nodes_from(nodes)
    ties.add_edges_from_no_data([(place[one], place[other]) for one, other in graph.edges])
    found = rx.graph_betweenness_centrality(ties, parallel_threshold=len(nodes) + 1)
    return {node: found[i] for node, i in place.items()}


def colours(keys: list[str]) -> dict[str, str]:
    """The most frequent keys and their colours, the most frequent first; an empty key stands for all others.

    >>> colours(["b", "a", "b", ""])
    {'b': '#4477aa', 'a': '#d1495b', '': '#8a8f98'}
    """
    sizes: dict[str, int] = {}
    for key in keys:
        sizes[key] = sizes.get(key, 0) + 1
    others = sizes.pop("", 0)
    ranked = sorted(sizes, key=lambda key: (-sizes[key], key))
    found = dict(zip(ranked, PALETTE, strict=False))
    return found | ({"": OTHERS} if others or len(ranked) > len(PALETTE) else {})
