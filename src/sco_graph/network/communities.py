"""Who stands close to whom: groups of actors that have more ties among themselves than with others."""

from __future__ import annotations

import networkx as nx

_SEED = 7


def communities(graph: nx.Graph[str], weight: str = "weight_newman") -> dict[str, int]:
    """The community of every node, numbered from 0, the largest first; nodes without a tie are alone in theirs.

    By the method of V. Blondel et al., Fast unfolding of communities in large networks, J. Stat. Mech. P10008
    (2008). Nodes go in as numbers in sorted order and the seed is fixed, so the answer hangs neither on the order
    of insertion nor on a hash.

    >>> graph = nx.Graph([("a", "b"), ("b", "c"), ("a", "c"), ("c", "x"), ("x", "y"), ("y", "z"), ("x", "z")])
    >>> communities(graph)
    {'a': 0, 'b': 0, 'c': 0, 'x': 1, 'y': 1, 'z': 1}
    """
    nodes = sorted(graph)
    place = {node: number for number, node in enumerate(nodes)}
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(nodes)))
    ties = sorted(
        (min(place[one], place[other]), max(place[one], place[other]), float(value))
        for one, other, value in graph.edges(data=weight, default=1.0)
    )
    plain.add_weighted_edges_from(ties)
    found = nx.community.louvain_communities(plain, seed=_SEED) if ties else [{number} for number in plain]
    ranked = sorted((sorted(members) for members in found), key=lambda members: (-len(members), members))
    return {nodes[number]: rank for rank, members in enumerate(ranked) for number in members}
