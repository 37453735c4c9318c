"""What a picture leaves out of a network that is too large to be seen, and by which rule.

Actors stay by strength. Of the ties among them those stay that stand out against what their two ends have
otherwise: the disparity filter of M. Serrano, M. Boguñá, A. Vespignani, Extracting the multiscale backbone of
complex weighted networks, PNAS 106 (2009).
"""

from __future__ import annotations

import networkx as nx

ACTORS, TIES = 5000, 20000
"""The most that a page draws."""


def excerpt(graph: nx.Graph[str], actors: int = ACTORS, ties: int = TIES) -> nx.Graph[str]:
    """The network itself where it is small enough, else a copy with at most so many nodes and edges.

    A copy has the graph attribute ``left_out``: how many ``actors`` and ``ties`` it lacks.

    >>> graph = nx.star_graph(4)
    >>> excerpt(graph) is graph
    True
    >>> excerpt(graph, actors=3).graph["left_out"]
    {'actors': 2, 'ties': 2}
    """
    if len(graph) <= actors and graph.number_of_edges() <= ties:
        return graph
    strength = dict(graph.degree(weight="weight"))
    kept = set(sorted(graph, key=lambda node: (-strength[node], node))[:actors])
    shown = nx.Graph(graph.subgraph(node for node in graph if node in kept))
    if shown.number_of_edges() > ties:
        surprise = disparity(shown)
        ranked = sorted(surprise, key=lambda tie: (surprise[tie], -shown.edges[tie].get("weight", 1), tie))
        shown.remove_edges_from(ranked[ties:])
    shown.graph["left_out"] = {
        "actors": len(graph) - len(shown),
        "ties": graph.number_of_edges() - shown.number_of_edges(),
    }
    return shown


def disparity(graph: nx.Graph[str]) -> dict[tuple[str, str], float]:
    """How likely each tie's share of an end's strength would be by chance, in [0, 1]; the less likely end counts.

    >>> found = disparity(nx.Graph([("a", "b", {"weight": 8}), ("a", "c", {"weight": 1}), ("b", "c", {"weight": 1})]))
    >>> {"".join(tie): round(chance, 3) for tie, chance in found.items()}
    {'ab': 0.111, 'ac': 0.5, 'bc': 0.5}
    """
    strength, degree = dict(graph.degree(weight="weight")), dict(graph.degree())
    return {
        (one, other): min((1 - weight / strength[end]) ** (degree[end] - 1) for end in (one, other))
        for one, other, weight in graph.edges(data="weight", default=1)
    }
