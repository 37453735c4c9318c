"""Parts of a network: those near one actor, and the shortest ways between two."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice, pairwise

import networkx as nx

from .caption import caption
from .chronicle import Chronicle

MOST_PATHS = 20
"""So many paths are given: between two central actors there may be thousands of equal length."""


def ego(graph: nx.Graph[str], key: str, reach: int = 1) -> nx.Graph[str]:
    """An actor, all within so many steps of it, and all ties among these.

    Raises KeyError where the actor is not in the network, ValueError where ``reach`` is below 1.

    >>> line = nx.Graph([("a", "b"), ("b", "c")], what="")
    >>> nx.set_node_attributes(line, "actor", "mode"), nx.set_node_attributes(line, (), "interactions")
    (None, None)
    >>> sorted(ego(line, "a")), sorted(ego(line, "a", 2))
    (['a', 'b'], ['a', 'b', 'c'])
    """
    if reach < 1:
        raise ValueError(f"reach: {reach} is not 1 or more")
    if key not in graph:
        raise KeyError(key)
    near = nx.single_source_shortest_path_length(graph, key, cutoff=reach)
    return part(graph, near, f"within {reach} step{'' if reach == 1 else 's'} of {name(graph, key)}")


def paths(graph: nx.Graph[str], one: str, other: str) -> list[tuple[str, ...]]:
    """The shortest paths between two actors, those of the strongest ties first; none if there is no way.

    A path is as strong as the smallest ``weight`` on it; of equal ones the first by keys. Of very many only
    `MOST_PATHS` are looked at. Raises KeyError where one of the two is not in the network.

    >>> paths(nx.Graph([("a", "b"), ("b", "c")]), "a", "c")
    [('a', 'b', 'c')]
    """
    for key in (one, other):
        if key not in graph:
            raise KeyError(key)
    if not nx.has_path(graph, one, other):
        return []
    # Which twenty of thousands are found first rests on the order of the edges, which is sorted.
    found = islice(nx.all_shortest_paths(graph, one, other), MOST_PATHS)
    return sorted(map(tuple, found), key=lambda path: (-_strength(graph, path), path))


def between(graph: nx.Graph[str], one: str, other: str) -> nx.Graph[str]:
    """The network of the shortest paths between two actors; empty where there is no way."""
    on = {node for path in paths(graph, one, other) for node in path}
    return part(graph, on, f"shortest paths between {name(graph, one)} and {name(graph, other)}")


def part(graph: nx.Graph[str], nodes: Collection[str], near: str) -> nx.Graph[str]:
    """Some nodes with all ties among them, in the same order; ``near`` says in the title which part it is."""
    cut: nx.Graph[str] = nx.Graph(**graph.graph | {"near": near})
    cut.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if node in nodes)
    cut.add_edges_from(edge for edge in graph.edges(data=True) if edge[0] in nodes and edge[1] in nodes)
    cut.graph["title"] = caption(cut)
    return cut


def name(graph: nx.Graph[str], key: str) -> str:
    """English name of a node, or what its chronicle has."""
    chronicle: Chronicle = graph.graph.get("chronicle", Chronicle())
    return chronicle.name(key)


def _strength(graph: nx.Graph[str], path: tuple[str, ...]) -> float:
    return min((graph.edges[step].get("weight", 1) for step in pairwise(path)), default=0)
