"""One sentence that states what a network shows: who is tied by what, what was asked for, how many, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    from .chronicle import Interaction, Said

NODES = {
    "official": "Officials", "post": "Posts", "body": "Organisations and states", "state": "States", "issue": "Issues",
}  # fmt: skip
TIES = {
    "pairs": "that met as one of two sides",
    "chair": "that met as one of two sides, or with who chaired or hosted",
    "all": "that took part in the same interaction",
}


def what(actors: str, ties: str, *, members: bool = False) -> str:
    """Who the nodes are, and what ties them.

    >>> what("state", "that met", members=True)
    'States (organisations standing for their members) that met'
    """
    return f"{NODES[actors]}{' (organisations standing for their members)' if members else ''} {ties}"


def caption(graph: nx.Graph[str]) -> str:
    """The query, the period and the numbers of a network in one English sentence.

    Graph attributes that it reads: ``what``, ``selection``, ``near`` (which part of a network it is), ``statements``.

    >>> import networkx as nx
    >>> caption(nx.Graph(what="States that met"))
    'States that met: 0 actors, 0 ties, 0 interactions.'
    """
    asked = "; ".join(filter(None, (str(graph.graph.get("selection", "")), graph.graph.get("near", ""))))
    numbers = ", ".join(_numbers(graph))
    return f"{graph.graph['what']}{f' ({asked})' if asked else ''}: {numbers}{_period(_counted(graph))}."


def _numbers(graph: nx.Graph[str]) -> Iterator[str]:
    modes = Counter(str(data["mode"]) for _, data in graph.nodes(data=True))
    if modes["actor"] or not modes["issue"]:
        yield _count(modes["actor"], "actor")
    if modes["issue"]:
        yield _count(modes["issue"], "issue")
    yield _count(graph.number_of_edges(), "tie")
    yield _count(len(_counted(graph)), "statement" if "statements" in graph.graph else "interaction")


def _counted(graph: nx.Graph[str]) -> dict[str, Interaction | Said]:
    """What the numbers rest on: the interactions or statements of the nodes, by key."""
    name = "statements" if "statements" in graph.graph else "interactions"
    return {one.key: one for _, data in graph.nodes(data=True) for one in data[name]}


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _period(counted: dict[str, Interaction | Said]) -> str:
    days = sorted(day for one in counted.values() for day in (one.earliest, one.latest) if day)
    return f", {days[0]} to {days[-1]}" if days else ""
