"""How often the intervals of measures hold the truth, on invented chronicles of which it is known.

    python bench/intervals.py [--runs 200] [--resamples 100] [--seed 1] [--officials 60] [--interactions 90]
                              [--part reading|documents|uneven|exact|speed ...]

For every run a chronicle is made (``false_world.world``), a reader with known rates of missed and invented facts makes
of it what he will (``as_read``), and intervals are made of that alone. Truth is the measure in the network of
the whole chronicle, of every actor that the reader found; an actor whom he invented has 0. Printed are, by measure, the
share of actors (all, and the ten that were counted highest) and runs for whom the interval holds the truth, the mean of
truth, count and middle, and the mean width as a share of the mean truth.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from false_world import Faults, as_read, world

from sco_graph.network.chronicle import Chronicle
from sco_graph.network.measures.central import MEASURES, betweenness, closeness
from sco_graph.network.measures.intervals import Asked, Intervals, intervals
from sco_graph.network.measures.measuring import OF_NETWORK
from sco_graph.network.measures.rates import Rates
from sco_graph.network.measures.ties import ties_of
from sco_graph.network.projection import graph_of

KNOWN = Rates(counted=0)
NETWORK = tuple(name for name in OF_NETWORK if name not in ("reciprocity", "assortativity_rank"))
PARTS = {
    "reading": ("errors of reading alone, documents taken as they are", Faults(), False),
    "documents": ("errors of reading, documents drawn anew (the default)", Faults(), True),
    "uneven": ("documents that differ in how well they are read, drawn anew", Faults(uneven=0.3), True),
    "uneven-reading": ("the same, documents taken as they are", Faults(uneven=0.3), False),
}
HEADER = f"{'measure':20} {'all':>6} {'top 10':>7} {'truth':>9} {'counted':>9} {'middle':>9} {'width':>6}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One measure in one run: shares that were held, and means."""

    all: float
    top: float
    truth: float
    counted: float
    middle: float
    width: float


def run(number: int, faults: Faults, documents: bool, given: argparse.Namespace) -> dict[str, Held]:
    """A chronicle, a reader, intervals, and whether they hold."""
    dice = random.Random(f"{given.seed} {number}")
    truth = world(dice, officials=given.officials, interactions=given.interactions)
    asked = Asked(
        actors=tuple(MEASURES), network=NETWORK, rates=KNOWN, resamples=given.resamples, seed=number,
        documents=documents,
    )  # fmt: skip
    found = intervals(graph_of(as_read(truth, faults, dice)), asked)
    return dict(_compared(found, truth))


def _compared(found: Intervals, truth: Chronicle) -> Iterator[tuple[str, Held]]:
    graph = graph_of(truth)
    place = {node: i for i, node in enumerate(graph)}
    for name, measure in MEASURES.items():
        values = measure(ties_of(graph))
        true = np.array([values[place[node]] if node in place else 0.0 for node in found.nodes])
        yield name, _held(found.actors[name], true)
    exact = Asked(actors=(), network=NETWORK, resamples=1, rates=Rates(interactions=1, parts=1, counted=0))
    for name, estimate in intervals(graph, exact).network.items():
        yield name, _held(found.network[name], estimate.counted)


def _held(estimate: object, true: np.ndarray) -> Held:
    counted, low, middle, high = (getattr(estimate, end) for end in ("counted", "low", "middle", "high"))
    held = (low - 1e-9 <= true) & (true <= high + 1e-9)
    top = np.argsort(-counted, kind="stable")[:10]
    return Held(
        all=held.mean(), top=held[top].mean(), truth=true.mean(), counted=counted.mean(), middle=middle.mean(),
        width=(high - low).mean(),
    )  # fmt: skip


def show(runs: Sequence[dict[str, Held]]) -> None:
    """One line a measure, means over runs."""
    print(HEADER)
    for name in runs[0]:
        rows = [found[name] for found in runs]

        def mean(field: str, rows: Iterable[Held] = tuple(rows)) -> float:
            return float(np.mean([getattr(row, field) for row in rows]))

        width = mean("width") / abs(mean("truth"))
        print(
            f"{name:20} {mean('all'):6.3f} {mean('top'):7.3f} {mean('truth'):9.4f} {mean('counted'):9.4f} "
            f"{mean('middle'):9.4f} {width:6.2f}"
        )


def coverage(part: str, given: argparse.Namespace) -> None:
    """Print one part."""
    told, faults, documents = PARTS[part]
    start = time.process_time()
    found = [run(given.first + number, faults, documents, given) for number in range(given.runs)]
    spent = time.process_time() - start
    print(f"\n{part}: {told}; {given.runs} runs of {given.resamples} resamples, {spent:.0f} s\n")
    show(found)


def speed(given: argparse.Namespace) -> None:
    """Print what measures cost, as a share of what networkx takes in the same run."""
    print("\nspeed (CPU), 600 actors\n")
    dice = random.Random(given.seed)
    graph = graph_of(world(dice, officials=600, interactions=1500))
    ties = ties_of(graph)
    pairs = (("betweenness", betweenness, nx.betweenness_centrality), ("closeness", closeness, nx.closeness_centrality))
    for name, ours, theirs in pairs:
        spent = [_spent(lambda ours=ours: ours(ties)), _spent(lambda theirs=theirs: theirs(graph))]
        print(f"{name:20} {spent[0]:.3f} s, networkx {spent[1]:.3f} s: 1/{spent[1] / spent[0]:.0f}")
    found = graph_of(as_read(world(dice, officials=500, interactions=900), Faults(), dice))
    spent = [_spent(lambda: intervals(found, Asked(resamples=200)))]
    print(f"200 resamples, three measures, {len(found)} actors, {found.number_of_edges()} ties: {spent[0]:.1f} s")


def _spent(work: object) -> float:
    start = time.process_time()
    work()  # type: ignore[operator]  # a function
    return time.process_time() - start


def main() -> None:
    """Parse and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (
        ("runs", 200), ("resamples", 100), ("seed", 1), ("officials", 60), ("interactions", 90), ("first", 0)
    ):  # fmt: skip
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join((*PARTS, 'speed'))}; by default all")
    given = parser.parse_args()
    for part in given.parts or (*PARTS, "speed"):
        if part == "speed":
            speed(given)
        else:
            coverage(part, given)


if __name__ == "__main__":
    main()
