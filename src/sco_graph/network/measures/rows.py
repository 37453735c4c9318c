"""Estimates as tables: one row an actor and measure, with what was counted and the ends of the interval."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from ...model import Table, Term
from ...vocabulary import iri
from ..chronicle import Chronicle
from .intervals import Estimate, Intervals
from .table import share, whole

TALL = ("period", "actor", "label", "measure", "value", "low", "middle", "high")
COMMUNITIES = ("community", "actors", "together", "members")

Row = tuple[Term | None, ...]


def ranked(found: Intervals, name: str, top: int | None = None) -> list[int]:
    """Places of the actors by a measure as counted, the greatest first, then by key."""
    counted = found.actors[name].counted
    return sorted(range(len(found.nodes)), key=lambda i: (-counted[i], found.nodes[i]))[:top]


def tall(
    found: Intervals, chronicle: Chronicle, *, top: int | None = None, language: str = "en", period: str = ""
) -> Table:
    """Columns `TALL`: actors by the first measure, then the network (its rows have no actor); empty where undefined."""
    return Table(columns=TALL, rows=tuple(_tall(found, chronicle, top, language, period)))


def _tall(found: Intervals, chronicle: Chronicle, top: int | None, language: str, period: str) -> Iterator[Row]:
    stamp = Term(value=period) if period else None
    for place in ranked(found, next(iter(found.actors)), top) if found.actors else ():
        node = found.nodes[place]
        named = (Term(value=iri(node), kind="iri"), Term(value=chronicle.name(node, language)))
        for name, estimate in found.actors.items():
            yield (stamp, *named, Term(value=name), *_ends(estimate, place))
    for name, estimate in found.network.items():
        yield (stamp, None, None, Term(value=name), *_ends(estimate, 0))


def _ends(estimate: Estimate, place: int) -> tuple[Term | None, ...]:
    values = (estimate.counted, estimate.low, estimate.middle, estimate.high)
    return tuple(None if math.isnan(v[place]) else share(float(v[place])) for v in values)


def readable(found: Intervals, chronicle: Chronicle, *, top: int | None = None, language: str = "en") -> Table:
    """One row an actor and a column a measure, ``12 [9, 15]``: as counted, and the interval; then the network."""
    order = ranked(found, next(iter(found.actors)), top) if found.actors else []
    rows = [
        (
            Term(value=chronicle.name(found.nodes[place], language)),
            *(Term(value=spoken(estimate, place)) for estimate in found.actors.values()),
        )
        for place in order
    ]
    return Table(columns=("actor", *found.actors), rows=tuple(rows))


def whole_network(found: Intervals) -> Table:
    """The measures of the network, one a row."""
    rows = tuple((Term(value=name), Term(value=spoken(e, 0))) for name, e in found.network.items())
    return Table(columns=("network", "value"), rows=rows)


def spoken(estimate: Estimate, place: int) -> str:
    """An estimate as it stands in a table.

    >>> import numpy as np
    >>> one = np.array([12.0])
    >>> spoken(Estimate(counted=one, low=one - 3, middle=one, high=one + 3), 0)
    '12 [9, 15]'
    """
    counted, low, high = (float(v[place]) for v in (estimate.counted, estimate.low, estimate.high))
    if math.isnan(counted):
        return "-"
    return f"{_shown(counted)} [{_shown(low)}, {_shown(high)}]"


def _shown(value: float) -> str:
    return f"{value:.0f}" if value >= 100 or value == round(value) else f"{value:.3g}"


def communities_table(found: Intervals, chronicle: Chronicle, language: str = "en") -> Table:
    """Communities of two or more: how many actors, how often pairs of them stay together, and their names.

    ``together`` is the share of pairs, over all worlds in which both have a tie, that are in one community there.
    """
    members: dict[int, list[int]] = {}
    for place, label in enumerate(found.communities):
        if label:
            members.setdefault(label, []).append(place)
    rows = []
    for label in sorted(members):
        places = members[label]
        names = "; ".join(chronicle.name(found.nodes[place], language) for place in places)
        steady = together(places, found.labels)
        stays = None if math.isnan(steady) else share(steady)
        rows.append((whole(label), whole(len(places)), stays, Term(value=names)))
    return Table(columns=COMMUNITIES, rows=tuple(rows))


def together(places: Sequence[int], worlds: Sequence[Sequence[int]]) -> float:
    """Share of pairs of actors with one label, over all worlds; a label 0 is none, nan where no pair has any.

    >>> together([0, 1, 2], [[1, 1, 1], [1, 1, 2]]).__round__(3)
    0.667
    """
    same = pairs = 0
    for labels in worlds:
        sizes = Counter(labels[place] for place in places if labels[place])
        same += sum(size * (size - 1) // 2 for size in sizes.values())
        pairs += sizes.total() * (sizes.total() - 1) // 2
    return same / pairs if pairs else float("nan")
