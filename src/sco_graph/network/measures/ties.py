"""A network as three columns of numbers: what is counted two hundred times over must not be built from objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """Undirected ties between the places 0 to ``size`` - 1, each pair once; ``weight`` as in `projection`."""

    size: int
    one: Places
    other: Places
    weight: Numbers
    newman: Numbers

    @property
    def ends(self) -> Places:
        """Both ends of every tie, first all of ``one``, then all of ``other``."""
        return np.concatenate([self.one, self.other])

    def sums(self, values: Numbers) -> Numbers:
        """For every place, the sum of a value over its ties."""
        return summed(self.ends, np.concatenate([values, values]), self.size)

    def engine(self) -> rx.PyGraph[int, None]:
        """The same ties for rustworkx."""
        graph: rx.PyGraph[int, None] = rx.PyGraph(multigraph=False)
        graph.add_nodes_from(range(self.size))
        graph.add_edges_from_no_data(list(zip(self.one.tolist(), self.other.tolist(), strict=True)))
        return graph


def summed(places: Places, values: Numbers, size: int) -> Numbers:
    """Sums of values by place."""
    sums: Numbers = np.bincount(places, weights=values, minlength=size).astype(np.float64)
    return sums


def ties_of(graph: nx.Graph[str]) -> Ties:
    """The ties of a projection; places are the positions of the nodes in it.

    >>> graph = nx.Graph()
    >>> graph.add_edge("a", "b", weight=2, weight_newman=2.0)
    >>> ties_of(graph).weight.tolist()
    [2.0]
    """
    place = {node: i for i, node in enumerate(graph)}
    found = {
        (place[u], place[v]): (w.get("weight", 1), w.get("weight_newman", 1)) for u, v, w in graph.edges(data=True)
    }
    return tied(found, len(place))


def tied(found: Mapping[tuple[int, int], Sequence[float]], size: int) -> Ties:
    """Ties from pairs of places and their two weights."""
    pairs = np.array(list(found), dtype=np.int64).reshape(-1, 2)
    weights = np.array(list(found.values()), dtype=float).reshape(-1, 2)
    return Ties(size=size, one=pairs[:, 0], other=pairs[:, 1], weight=weights[:, 0], newman=weights[:, 1])
