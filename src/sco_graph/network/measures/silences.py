"""Who met regularly and has not for longer than expected, and which issue came up more often than before."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

LEAST = 3
"""Fewer gaps than this tell no pace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Days since somebody last met, the mean gap before, and how likely one so long is at that pace, in [0, 1]."""

    last: str
    days: int
    usual: float
    p_value: float


def silence(days: Iterable[str], until: str) -> Silence | None:
    """The silence after the last of some days; None for fewer than four different ones.

    Gaps are taken as exponential, as those of a Poisson process are. With the mean of n gaps estimated, the
    chance of a further one longer than t is (1 + t / (n mean)) ** -n, wider than the plain exponential; it is the
    F distribution with 2 and 2n degrees of freedom (J. Lawless, Statistical Models and Methods for Lifetime Data,
    2003).

    >>> found = silence(["2020-01-01", "2020-01-31", "2020-03-01", "2020-03-31"], "2021-03-31")
    >>> found.days, found.usual, found.p_value < 0.02
    (365, 30.0, True)
    """
    known = sorted({date.fromisoformat(day) for day in days if day and day <= until})
    gaps = len(known) - 1
    if gaps < LEAST:
        return None
    usual = (known[-1] - known[0]).days / gaps
    quiet = (date.fromisoformat(until) - known[-1]).days
    return Silence(last=known[-1].isoformat(), days=quiet, usual=usual, p_value=(1 + quiet / (gaps * usual)) ** -gaps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """Periods from the first to the last (places in a row of counts) with more than their share; ``weight`` above 0."""

    first: int
    last: int
    weight: float


def bursts(counts: Sequence[int], totals: Sequence[int], *, ratio: float = 2.0, cost: float = 1.0) -> tuple[Burst, ...]:
    """Stretches in which a thing makes up more of all things than it does on the whole.

    The two-state automaton over batches of J. Kleinberg, Bursty and hierarchical structure in streams, Data Mining and
    Knowledge Discovery 7 (2003), section 4: in state 1 the share is ``ratio`` times the overall one; entering it costs
    ``cost`` times the logarithm of the number of periods; the cheapest sequence of states is found by Viterbi.
    ``weight`` is what is saved by being in state 1.

    >>> [(found.first, found.last) for found in bursts([1, 1, 8, 9, 1, 0], [20, 20, 20, 20, 20, 20])]
    [(2, 3)]
    """
    total = sum(totals)
    if not sum(counts) or not total or len(counts) < 2:
        return ()
    base = sum(counts) / total
    shares = (base, min(0.9999, base * ratio))
    if shares[1] <= shares[0]:
        return ()
    costs = [tuple(_cost(r, d, share) for share in shares) for r, d in zip(counts, totals, strict=True)]
    states = _cheapest(costs, cost * math.log(len(counts)))
    return tuple(_stretches(states, [calm - high for calm, high in costs]))


def _cost(count: int, total: int, share: float) -> float:
    """Minus the logarithm of the chance of a count, but for the part that all shares have in common."""
    return -(count * math.log(share) + (total - count) * math.log(1 - share))


def _cheapest(costs: Sequence[tuple[float, ...]], entering: float) -> list[int]:
    spent, ways = [costs[0][0], costs[0][1] + entering], [[0], [1]]
    for calm, high in costs[1:]:
        back = 0 if spent[0] <= spent[1] else 1
        on = 0 if spent[0] + entering < spent[1] else 1
        ways = [[*ways[back], 0], [*ways[on], 1]]
        spent = [spent[back] + calm, min(spent[0] + entering, spent[1]) + high]
    return ways[0] if spent[0] <= spent[1] else ways[1]


def _stretches(states: Sequence[int], saved: Sequence[float]) -> Iterable[Burst]:
    start = 0
    for place, state in enumerate((*states, 0)):
        if not state:
            if place > start:
                yield Burst(first=start, last=place - 1, weight=sum(saved[start:place]))
            start = place + 1
