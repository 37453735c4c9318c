"""Measures of one actor's place in a network, for all actors at once.

Each takes `Ties` and gives one number a place. Paths are counted without weights: a
tie met often is not a longer or a shorter way. Sources stand at each measure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

import numpy as np
import rustworkx as rx

from .ties import Numbers, Ties, summed

Measure = Callable[[Ties], Numbers]

DAMPING, ROUNDS, CLOSE = 0.85, 1000, 1e-9


def degree(ties: Ties) -> Numbers:
    """How many others an actor is tied to."""
    return ties.sums(np.ones(len(ties.one)))


def strength(ties: Ties) -> Numbers:
    """The sum of ``weight`` over its ties; Barrat et al., The architecture of complex weighted networks, PNAS 101
    (2004)."""
    return ties.sums(ties.weight)


def strength_newman(ties: Ties) -> Numbers:
    """The sum of ``weight_newman`` over its ties: the interactions in which anybody else took part."""
    return ties.sums(ties.newman)


def betweenness(ties: Ties) -> Numbers:
    """Share of the shortest paths of all other pairs that lead through it; Freeman, Sociometry 40 (1977)."""
    found = rx.graph_betweenness_centrality(ties.engine(), parallel_threshold=ties.size + 1)
    return np.fromiter(found.values(), dtype=float, count=ties.size)


def closeness(ties: Ties) -> Numbers:
    """Others within reach, over the mean distance to them, as a share of all; Wasserman & Faust (1994), p. 201."""
    found = rx.graph_closeness_centrality(ties.engine(), parallel_threshold=ties.size + 1)
    return np.fromiter(found.values(), dtype=float, count=ties.size)


def eigenvector(ties: Ties) -> Numbers:
    """Central if tied to the central, by ``weight``, of length 1; Bonacich, Am. J. Sociology 92 (1987).

    Where no component outweighs the others the figure is a mixture of theirs.
    """
    vector = np.full(ties.size, ties.size**-0.5)
    for _ in range(ROUNDS if len(ties.one) else 0):
        # The vector itself is added: without it a network of two sides would swing for ever.
        after = vector + _passed(ties, vector)
        after /= np.sqrt((after**2).sum())
        done = np.abs(after - vector).sum() < ties.size * CLOSE
        vector = after
        if done:
            break
    return vector


def pagerank(ties: Ties) -> Numbers:
    """Share of the time of a walker along ties, by ``weight``, who starts anew at every seventh step or so.

    Brin & Page, Computer Networks 30 (1998), damping 0.85.
    """
    if not ties.size:
        return np.zeros(0)
    out = strength(ties)
    rank = np.full(ties.size, 1 / ties.size)
    for _ in range(ROUNDS):
        given = np.divide(rank, out, out=np.zeros(ties.size), where=out > 0)
        stuck = rank[out == 0].sum()
        after = (1 - DAMPING + DAMPING * stuck) / ties.size + DAMPING * _passed(ties, given)
        done = np.abs(after - rank).sum() < ties.size * CLOSE
        rank = after
        if done:
            break
    return rank


def core(ties: Ties) -> Numbers:
    """The largest k for which it is among actors with k ties each among themselves.

    S. Seidman, Network structure and minimum degree, Social Networks 5 (1983).
    """
    found = cast("dict[int, int]", rx.core_number(ties.engine()))  # its stub says int
    return np.array([found[place] for place in range(ties.size)], dtype=np.float64)


def _passed(ties: Ties, values: Numbers) -> Numbers:
    """What every place gets if each passes its value along its ties by their weight."""
    received = np.concatenate([values[ties.other] * ties.weight, values[ties.one] * ties.weight])
    return summed(ties.ends, received, ties.size)


MEASURES: Mapping[str, Measure] = {
    "degree": degree,
    "strength": strength,
    "strength_newman": strength_newman,
    "betweenness": betweenness,
    "closeness": closeness,
    "eigenvector": eigenvector,
    "pagerank": pagerank,
    "core": core,
}
