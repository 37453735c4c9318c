"""Which actors hang together, and who stands between groups of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import networkx as nx
import rustworkx as rx

from .ties import Ties

ROLES = ("coordinator", "gatekeeper", "representative", "consultant", "liaison")
"""Roles of Gould & Fernandez; where ties have no direction, a gatekeeper is a representative too."""


def components(ties: Ties) -> list[int]:
    """For every place the number of its connected component, from 1, the largest, then the one with the first place."""
    found = sorted((sorted(places) for places in rx.connected_components(ties.engine())), key=_by_size)
    number = {place: n for n, places in enumerate(found, start=1) for place in places}
    return [number[place] for place in range(ties.size)]


def _by_size(places: list[int]) -> tuple[int, list[int]]:
    return -len(places), places


def communities(ties: Ties, seed: int = 1, resolution: float = 1.0) -> list[int]:
    """For every place the number of its community, from 1, the largest; by Louvain, over ``weight``.

    Blondel et al., Fast unfolding of communities in large networks, J. Stat. Mech. (2008). Places and ties are
    handed over as numbers in sorted order, so that no hash of a name has a say.
    """
    if not len(ties.one):
        return list(range(1, ties.size + 1))
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(ties.size))
    rows = sorted(zip(ties.one.tolist(), ties.other.tolist(), ties.weight.tolist(), strict=True))
    graph.add_weighted_edges_from(rows)
    parts = nx.community.louvain_communities(graph, weight="weight", seed=seed, resolution=resolution)
    number = {place: n for n, places in enumerate(sorted(map(sorted, parts), key=_by_size), 1) for place in places}
    return [number[place] for place in range(ties.size)]


def brokerage(ties: Ties, groups: Sequence[str]) -> list[tuple[int, ...]]:
    """For every place how often it stands between two others who are not tied, by `ROLES`; each pair counts once.

    A coordinator and both others are of one group; a gatekeeper (or representative) is of the group of one of
    them; a consultant is of another group than they, who are of one; a liaison and they are of three. R. Gould &
    R. Fernandez, Structures of mediation, Sociological Methodology 19 (1989). O(sum of degree squared) at worst.
    """
    near: list[set[int]] = [set() for _ in range(ties.size)]
    for one, other in zip(ties.one.tolist(), ties.other.tolist(), strict=True):
        near[one].add(other)
        near[other].add(one)
    return [_roles(place, near, groups) for place in range(ties.size)]


def _roles(place: int, near: Sequence[set[int]], groups: Sequence[str]) -> tuple[int, ...]:
    """All pairs of those who are near, by their groups, without those who are tied to each other."""
    own, others = groups[place], sorted(near[place])
    pairs = _pairs(Counter(groups[other] for other in others), own)
    for one in others:
        for other in near[one] & near[place]:
            if one < other:
                pairs[_role(own, groups[one], groups[other])] -= 1
    gate = pairs["gatekeeper"]
    return pairs["coordinator"], gate, gate, pairs["consultant"], pairs["liaison"]


def _pairs(sizes: Counter[str], own: str) -> Counter[str]:
    """Pairs of different actors by role, tied or not."""
    home, away = sizes[own], sizes.total() - sizes[own]
    alike = sum(size * (size - 1) // 2 for group, size in sizes.items() if group != own)
    return Counter(
        coordinator=home * (home - 1) // 2, gatekeeper=home * away, consultant=alike,
        liaison=away * (away - 1) // 2 - alike,
    )  # fmt: skip


def _role(own: str, one: str, other: str) -> str:
    if one == other:
        return "coordinator" if one == own else "consultant"
    return "gatekeeper" if own in (one, other) else "liaison"
