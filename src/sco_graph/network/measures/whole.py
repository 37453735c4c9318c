"""Measures of a network as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from .ties import Numbers, Ties


def density(ties: Ties) -> float:
    """Share of all pairs that are tied; nan for fewer than two actors."""
    pairs = ties.size * (ties.size - 1) / 2
    return len(ties.one) / pairs if pairs else float("nan")


def assortativity(ties: Ties, groups: Sequence[str]) -> float:
    """How much more often ties are within a group than by chance, from below 0 to 1; nan where all are of one group.

    Ties without weights; those with an actor of no group (empty) are left out. M. Newman, Mixing patterns in networks,
    Phys. Rev. E 67, 026126 (2003), equation 2.
    """
    names = np.array(groups, dtype=object)
    known = np.array([bool(g) for g in groups], dtype=bool)
    inside = known[ties.one] & known[ties.other]
    total = int(inside.sum())
    if not total:
        return float("nan")
    one, other = names[ties.one[inside]], names[ties.other[inside]]
    ends = Counter(one.tolist()) + Counter(other.tolist())
    by_chance = sum((count / (2 * total)) ** 2 for count in ends.values())
    if by_chance == 1:
        return float("nan")
    return (float((one == other).mean()) - by_chance) / (1 - by_chance)


def numeric_assortativity(ties: Ties, values: Numbers) -> float:
    """Correlation of a number at both ends of ties, -1 to 1; those without one (nan) are left out; Newman (2003)."""
    one, other = values[ties.one], values[ties.other]
    inside = ~(np.isnan(one) | np.isnan(other))
    left, right = np.concatenate([one[inside], other[inside]]), np.concatenate([other[inside], one[inside]])
    if not len(left) or left.std() == 0:
        return float("nan")
    return float(((left - left.mean()) * (right - right.mean())).mean() / left.std() ** 2)


def modularity(ties: Ties, labels: Sequence[int]) -> float:
    """Share of weight within communities beyond chance, below 1; Newman & Girvan, Phys. Rev. E 69, 026113 (2004)."""
    total = ties.weight.sum()
    if not total:
        return float("nan")
    label = np.array(labels)
    strength = np.bincount(label, weights=ties.sums(ties.weight))
    inside = ties.weight[label[ties.one] == label[ties.other]].sum()
    return float(inside / total - ((strength / (2 * total)) ** 2).sum())


def reciprocity(visits: Mapping[tuple[str, str], int]) -> float:
    """Share of visits that are returned, 0 to 1: those that a visit the other way stands against; nan without any.

    T. Squartini et al., Reciprocity of weighted networks, Scientific Reports 3, 2729 (2013).
    """
    total = sum(visits.values())
    back = sum(min(count, visits.get((host, guest), 0)) for (guest, host), count in visits.items())
    return back / total if total else float("nan")
