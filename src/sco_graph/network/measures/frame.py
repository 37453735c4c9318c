"""What of a projection stays the same in every world: its actors with their groups and ranks, and its visits."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx
import numpy as np

from ..chronicle import Chronicle
from .encounters import Record, recorded
from .ties import Numbers
from .visits import Way, ways


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A record with what measures need beside ties, one an actor.

    ``states`` are empty where an actor has none; ``groups`` are states, else bodies, else the actors themselves;
    ``ranks`` the order of the highest rank among its posts (the smaller, the higher), nan where it has none;
    ``visits`` the ways of each interaction of the record.
    """

    record: Record
    states: tuple[str, ...]
    groups: tuple[str, ...]
    ranks: Numbers
    visits: tuple[tuple[Way, ...], ...]


def framed(graph: nx.Graph[str]) -> Frame:
    """The frame of a projection of actors."""
    chronicle: Chronicle = graph.graph["chronicle"]
    rows = [(node, graph.nodes[node]) for node in graph]
    return Frame(
        record=recorded(graph),
        states=tuple(str(row.get("state") or "") for _, row in rows),
        groups=tuple(str(row.get("state") or row.get("body") or node) for node, row in rows),
        ranks=np.array([_rank(chronicle, tuple(row.get("posts", ()))) for _, row in rows], dtype=float),
        visits=tuple(ways(chronicle, one) for one in chronicle.interactions),
    )


def _rank(chronicle: Chronicle, posts: tuple[str, ...]) -> float:
    ranks = (chronicle.ranks.get(post, "") for post in posts)
    return min((chronicle.order[rank] for rank in ranks if rank in chronicle.order), default=float("nan"))
