"""Worlds that a record could have come from: without what was invented, with what was missed, of other documents.

One world: (1) documents are drawn anew, publishers first, then documents of each (the two-stage bootstrap of
Davison & Hinkley, Bootstrap Methods and their Application, 1997, 3.8); (2) an interaction and the parts in it stay with
the probability of their scores; (3) participants that were missed are added to those that stay, and interactions
that were missed beside them: as many as the recall lets expect, with the spread of the negative binomial. What
is added takes after what was found (a hot deck; Rubin & Schenker, JASA 81, 1986), but meets new partners as often as
found ones were met once only (the estimate of Good, Biometrika 40, 1953, for what the next find will be).
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .donors import Donors, donors
from .encounters import Encounter, Record
from .rates import Rates

Found = tuple[int, tuple[int, ...]]
"""Place of an interaction in the record, and its members; those at ``len(record.nodes)`` and beyond are unseen ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What may have happened: interactions with their members; ``size`` counts actors, unseen ones too."""

    met: tuple[Found, ...]
    size: int


def worlds(
    record: Record, groups: Sequence[str], rates: Rates, *, resamples: int, seed: int, documents: bool
) -> Iterator[World]:
    """So many worlds, the same for the same seed; without ``documents`` these are taken as they are.

    ``groups`` has one for every node: new partners are sought there as often as old ones were.
    """
    dice = random.Random(seed)
    for _ in range(resamples):
        yield _world(record, groups, rates.drawn(dice), dice, documents)


def _world(record: Record, groups: Sequence[str], rates: Rates, dice: random.Random, documents: bool) -> World:
    kept = [(i, _true(one, dice)) for i, one in enumerate(record.encounters)]
    true = [(i, members) for i, members in kept if members is not None]
    pool = donors([members for _, members in true], groups, rates, dice)
    drawn = _weights(record, dice) if documents else [1] * len(record.documents)
    met: list[Found] = []
    for i, members in true:
        told = record.encounters[i].documents
        times = drawn[dice.choice(told)] if told else 1
        if times:
            met.extend(_all_of(i, members, times, pool, rates, dice))
    return World(met=tuple(met), size=pool.size)


def _all_of(
    i: int, members: tuple[int, ...], times: int, pool: Donors, rates: Rates, dice: random.Random
) -> Iterator[Found]:
    """An interaction with those whom it lacks; as many more like it as were drawn; and those that were missed."""
    whole = pool.completed(members)
    yield i, whole
    others = times - 1 + sum(_failures(dice, rates.interactions) for _ in range(times))
    for _ in range(others):
        yield i, pool.another(whole)


def _true(one: Encounter, dice: random.Random) -> tuple[int, ...] | None:
    """Its true members; None if there was no such interaction."""
    sure = max(one.sure, *one.beliefs, 0.0) if one.beliefs else one.sure
    if dice.random() >= sure:
        return None
    pairs = zip(one.members, one.beliefs, strict=True)
    return tuple(member for member, believed in pairs if dice.random() * sure < believed)


def _failures(dice: random.Random, recall: float) -> int:
    """How often one fails before one succeeds: summed over what was found, negative binomial."""
    return 0 if recall == 1 else int(math.log(1 - dice.random()) / math.log(1 - recall))


def _weights(record: Record, dice: random.Random) -> list[int]:
    weights = [0] * len(record.documents)
    for group in dice.choices(record.publishers, k=len(record.publishers)):
        for document in dice.choices(group, k=len(group)):
            weights[document] += 1
    return weights
