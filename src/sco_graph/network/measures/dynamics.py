"""Measures over time, and what changes between two periods."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..chronicle import Chronicle
from ..projection import Actors, graph_of
from ..selection import Selection
from .intervals import Asked, Intervals, intervals
from .periods import Period, Unit, periods


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A measure of one actor in two periods; ``parted``: the intervals have no number in common. Ranks are from 1."""

    actor: str
    before: float
    after: float
    rank_before: int
    rank_after: int
    parted: bool


def over_time(
    chronicle: Chronicle, actors: Actors, chosen: Selection, unit: Unit, asked: Asked, window: int = 1
) -> Iterator[tuple[Period, Intervals]]:
    """Measures with intervals of each period; one in which nothing happened is passed over.

    An interaction of which only the year or month is known counts in every period in which it can have been.
    """
    for period in periods(chronicle, unit, window):
        since, until = max(chosen.since, period.first), min(chosen.until or period.last, period.last)
        if since > until:
            continue
        graph = graph_of(chronicle, actors, replace(chosen, since=since, until=until))
        if graph:
            yield period, intervals(graph, asked)


def changes(before: Intervals, after: Intervals, name: str) -> tuple[Change, ...]:
    """Change of a measure for all actors of either period, the greatest first; who is not there has 0.

    Absence has no interval, so it parts from none that reaches 0.
    """
    old, new = _ends(before, name), _ends(after, name)
    none = (0.0, 0.0, 0.0, max(len(old), len(new)) + 1)
    found = []
    for actor in sorted(old.keys() | new.keys()):
        (was, low, high, rank), (now, new_low, new_high, new_rank) = old.get(actor, none), new.get(actor, none)
        found.append(
            Change(
                actor=actor, before=was, after=now, rank_before=rank, rank_after=new_rank,
                parted=low > new_high or new_low > high,
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda change: (-abs(change.after - change.before), change.actor)))


def _ends(found: Intervals, name: str) -> Mapping[str, tuple[float, float, float, int]]:
    """Value, ends and rank by actor; equal values share a rank."""
    estimate = found.actors[name]
    order = sorted(estimate.counted.tolist(), reverse=True)
    return {
        node: (float(estimate.counted[i]), float(estimate.low[i]), float(estimate.high[i]),
               order.index(float(estimate.counted[i])) + 1)
        for i, node in enumerate(found.nodes)
    }  # fmt: skip
