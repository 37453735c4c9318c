"""Which of those who took part in one interaction are tied: a meeting of forty is not 780 talks.

``pairs``: only where two sides meet, each actor of one with each of the other; two actors alone are two sides.
``chair``: these, and at other interactions who chairs or hosts with each of the others.
``all``: each with each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, get_args

Dyads = Literal["pairs", "chair", "all"]

CHAIRS = frozenset({"role/chair", "role/co-chair", "role/host"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """Who was at one interaction: ``sides`` names the nodes on each side, ``chairs`` those who chaired or hosted."""

    sides: Mapping[str, frozenset[str]]
    chairs: frozenset[str] = frozenset()

    @property
    def members(self) -> list[str]:
        """All nodes, sorted."""
        return sorted(frozenset().union(*self.sides.values()))


def known(dyads: str) -> None:
    """Raise ValueError where this is no rule for dyads."""
    if dyads not in get_args(Dyads):
        raise ValueError(f"dyads: {dyads!r} is none of {', '.join(get_args(Dyads))}")


def ties(there: Gathering, dyads: Dyads) -> list[tuple[str, str]]:
    """Pairs of nodes that a rule ties, each pair and all pairs in order.

    >>> there = Gathering(sides={"A": frozenset("ab"), "B": frozenset("c")})
    >>> ties(there, "pairs"), ties(there, "all")
    ([('a', 'c'), ('b', 'c')], [('a', 'b'), ('a', 'c'), ('b', 'c')])
    """
    members = there.members
    if dyads == "all":
        return list(combinations(members, 2))
    found = _across(there, members)
    if dyads == "chair":
        found |= {_pair(one, other) for one in there.chairs for other in members if one != other}
    return sorted(found)


def _across(there: Gathering, members: list[str]) -> set[tuple[str, str]]:
    if len(members) == 2:
        return {(members[0], members[1])}
    if len(there.sides) != 2:
        return set()
    ones, others = there.sides.values()
    return {_pair(one, other) for one in ones for other in others if one != other}


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def gathering(parts: Iterable[tuple[str, Iterable[str], bool]]) -> Gathering:
    """From each part its side, its nodes, and whether it is that of a chair or host.

    >>> gathering([("A", ["a"], True), ("B", [], False)]).chairs
    frozenset({'a'})
    """
    sides: dict[str, set[str]] = {}
    chairs: set[str] = set()
    for side, nodes, chairing in parts:
        found = set(nodes)
        if found:
            sides.setdefault(side, set()).update(found)
        chairs |= found if chairing else set()
    return Gathering(sides={side: frozenset(nodes) for side, nodes in sides.items()}, chairs=frozenset(chairs))
