"""How many there are of a thing of which only so many were seen: thinning by a known recall, turned back.

Of N true facts each is found with probability r, so k ~ Bin(N, r). How the N are distributed is estimated from all k
together (Laird, Nonparametric maximum likelihood estimation of a mixing distribution, JASA 73, 1978; by expectation
and maximisation, few rounds, which smooths), and gives for each k how many were missed: the empirical Bayes of
Robbins (1956), of which the estimate of unseen species by Good & Toulmin (Biometrika 43, 1956) is the sum.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .ties import Numbers, Places

ROUNDS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """What was missed beside what was seen.

    ``chances[k]`` has the probability of 0, 1, 2 ... missed beside k seen; ``unseen`` is the
    number of things of which nothing was seen, and ``within`` how many facts those have together.
    """

    chances: Mapping[int, Numbers]
    unseen: float
    within: float

    def mean(self, seen: int) -> float:
        """How many were missed beside so many seen, on the average."""
        chances = self.chances[seen]
        return float((np.arange(len(chances)) * chances).sum())


def missed(seen: Mapping[int, int], recall: float, *, least: int = 1) -> Missed:
    """What was missed, of things by how many facts of each were seen (k -> number of things).

    ``least`` is the least number of true facts that a thing has: 0 where things of which none was seen are counted
    too (then nothing is unseen), 1 where they are not.

    >>> found = missed({1: 100}, 0.5)
    >>> round(found.unseen), round(found.mean(1), 2) < 0.2
    (100, True)
    """
    if not seen:
        return Missed(chances={}, unseen=0.0, within=0.0)
    ks = np.array(sorted(seen), dtype=np.int64)
    counts = np.array([seen[int(k)] for k in ks], dtype=float)
    ns = np.arange(least, int(np.ceil(1.5 * ks[-1] / recall)) + 6)
    chance = _binomial(ks, ns, recall)
    none: Numbers = np.power(1 - recall, ns.astype(float)) if least else np.zeros(len(ns))
    shares = _mixed(chance, none, counts)
    posterior = chance * shares
    posterior /= posterior.sum(axis=1, keepdims=True)
    hidden = none * shares * counts.sum() / max(1e-12, 1 - float(none @ shares))
    return Missed(
        chances={int(k): row[max(0, int(k) - least) :] for k, row in zip(ks, posterior, strict=True)},
        unseen=float(hidden.sum()),
        within=float(hidden @ ns),
    )


def _mixed(chance: Numbers, none: Numbers, counts: Numbers) -> Numbers:
    """Shares of the true numbers among all things, seen or not."""
    shares = np.full(chance.shape[1], 1 / chance.shape[1])
    total = counts.sum()
    for _ in range(ROUNDS):
        joint = chance * shares
        told = (counts / np.maximum(joint.sum(axis=1), 1e-300)) @ joint
        silent = none * shares
        told = told + silent * total / max(1e-12, 1 - silent.sum())
        shares = told / told.sum()
    return shares


def _binomial(ks: Places, ns: Places, recall: float) -> Numbers:
    """P(k | n), one row a k."""
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, int(ns[-1]) + 1)))])
    k, n = ks[:, None], ns[None, :]
    gap = np.maximum(n - k, 0)
    inside = logs[n] - logs[np.minimum(k, n)] - logs[gap]
    chance = np.exp(inside + k * np.log(recall) + gap * np.log(max(1 - recall, 1e-300)))
    return np.where(n >= k, chance, 0.0)
