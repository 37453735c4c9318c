"""How those who were found choose whom they meet: how often new partners, and how often their like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

FEW, MANY = 3, 7
"""From so many members an interaction is a small round, and a large one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """``new`` has, by class of size, how likely a pair is a new one; ``alike`` how likely one is sought in a group."""

    new: tuple[float, ...]
    alike: float


def sized(members: int) -> int:
    """Class of an interaction by its size: talks of two, small rounds, large ones."""
    return (members >= FEW) + (members >= MANY)


def habits(found: Sequence[tuple[int, ...]], groups: Sequence[str]) -> Habits:
    """The habits that interactions show, given as places in ``groups``.

    New: the share of pairs who met in one interaction only (Good 1953); of all pairs where a class of size has none.

    >>> habits([(0, 1), (0, 1), (0, 2)], ["a", "a", "b"]).new[0].__round__(2)
    0.33
    """
    times = Counter(pair for members in found for pair in combinations(members, 2))
    once, pairs = [0, 0, 0], [0, 0, 0]
    single: list[tuple[int, int]] = []
    for members in found:
        size = sized(len(members))
        for pair in combinations(members, 2):
            pairs[size] += 1
            once[size] += times[pair] == 1
            if size < 2 and times[pair] == 1:
                single.append(pair)
    overall = sum(once) / max(1, sum(pairs))
    new = tuple(once[size] / pairs[size] if pairs[size] else overall for size in range(3))
    return Habits(new=new, alike=_alike(single, groups))


def _alike(pairs: Sequence[tuple[int, int]], groups: Sequence[str]) -> float:
    """How much more often pairs are of one group than by chance, 0 to 1: what assortativity measures."""
    ends = Counter(groups[end] for pair in pairs for end in pair)
    chance = sum((count / max(1, ends.total())) ** 2 for count in ends.values())
    same = sum(groups[one] == groups[other] for one, other in pairs) / max(1, len(pairs))
    return max(0.0, (same - chance) / (1 - chance)) if chance < 1 else 0.0
