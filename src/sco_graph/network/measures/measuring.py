"""All measures by name, of one network: those of its actors and those of the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from .central import MEASURES
from .frame import Frame
from .grouping import ROLES, brokerage, communities
from .ties import Numbers, Ties
from .visits import Way
from .whole import assortativity, density, modularity, numeric_assortativity, reciprocity

OF_ACTORS = (*MEASURES, *ROLES)
OF_NETWORK = ("actors", "ties", "density", "assortativity_state", "assortativity_rank", "reciprocity", "modularity")


def of_actors(ties: Ties, groups: Sequence[str], names: Iterable[str]) -> dict[str, Numbers]:
    """Measures of the actors of a network; ``groups`` may be shorter: who has none there stands alone."""
    asked = tuple(names)
    found = {name: MEASURES[name](ties) for name in asked if name in MEASURES}
    if set(asked) & set(ROLES):
        whole = (*groups, *(f"unseen {place}" for place in range(len(groups), ties.size)))
        counts = np.array(brokerage(ties, whole), dtype=float).reshape(-1, len(ROLES))
        found |= {role: counts[:, column] for column, role in enumerate(ROLES) if role in asked}
    return found


def of_network(
    ties: Ties, frame: Frame, visits: Counter[Way], names: Iterable[str], labels: Sequence[int] | None = None
) -> dict[str, float]:
    """Measures of a network as a whole; ``labels`` are its communities, where they are known already."""
    asked = tuple(names)
    extra = ties.size - len(frame.states)
    simple = {"actors": _tied, "ties": _number, "density": density}
    found = {name: simple[name](ties) for name in asked if name in simple}
    if "assortativity_state" in asked:
        found["assortativity_state"] = assortativity(ties, (*frame.states, *[""] * extra))
    if "assortativity_rank" in asked:
        ranks = np.concatenate([frame.ranks, np.full(extra, np.nan)])
        found["assortativity_rank"] = numeric_assortativity(ties, ranks)
    if "reciprocity" in asked:
        found["reciprocity"] = reciprocity(visits)
    if "modularity" in asked:
        found["modularity"] = modularity(ties, communities(ties) if labels is None else labels)
    return found


def visited(frame: Frame, times: Mapping[int, int]) -> Counter[Way]:
    """Visits in a world in which interactions (by place) came about so many times."""
    found: Counter[Way] = Counter()
    for place, count in times.items():
        for way in frame.visits[place]:
            found[way] += count
    return found


def _tied(ties: Ties) -> float:
    """Actors with a tie."""
    return float(len(np.unique(ties.ends)))


def _number(ties: Ties) -> float:
    return float(len(ties.one))
