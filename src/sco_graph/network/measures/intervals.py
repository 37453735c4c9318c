"""Every measure with an interval: what it is in two hundred worlds that the record could have come from.

An interval holds the middle 95 % of them. It is one for the measure in the network that a reader without error
would have drawn from as many documents of the same publishers; where much was missed it lies above what was counted.
`docs/measures.md` has the model, and how often intervals hold the truth where it is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import networkx as nx
import numpy as np

from .encounters import Record, projected
from .frame import Frame, framed
from .grouping import communities
from .measuring import OF_ACTORS, OF_NETWORK, of_actors, of_network, visited
from .rates import Rates
from .resampling import World, worlds
from .ties import Numbers, Ties, ties_of

DEFAULT = ("degree", "strength", "betweenness")
RESAMPLES, SEED, SURE = 200, 1, 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be measured and how: names of `OF_ACTORS` and `OF_NETWORK`, and how worlds are drawn.

    Without ``documents`` these are taken as they are: intervals tell of errors of reading only. With ``groups``
    the communities are sought in every world.
    """

    actors: tuple[str, ...] = DEFAULT
    network: tuple[str, ...] = ()
    groups: bool = False
    rates: Rates = field(default_factory=Rates)
    resamples: int = RESAMPLES
    seed: int = SEED
    documents: bool = True
    sure: float = SURE

    def __post_init__(self) -> None:
        unknown = [n for n in self.actors if n not in OF_ACTORS] + [n for n in self.network if n not in OF_NETWORK]
        if unknown:
            raise ValueError(f"{unknown[0]!r} is none of {', '.join((*OF_ACTORS, *OF_NETWORK))}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A measure as counted, and the ends and the middle of its interval; one number an actor, or one in all."""

    counted: Numbers
    low: Numbers
    middle: Numbers
    high: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervals:
    """Estimates by measure, for ``nodes`` and for the network; communities of the nodes, as counted and in the worlds.

    ``labels`` has a row a world, with 0 where an actor has no tie; it is empty where groups were not asked for.
    """

    nodes: tuple[str, ...]
    record: Record
    actors: Mapping[str, Estimate]
    network: Mapping[str, Estimate]
    communities: tuple[int, ...]
    labels: tuple[tuple[int, ...], ...]


def intervals(graph: nx.Graph[str], asked: Asked | None = None) -> Intervals:
    """Measures of a projection with their intervals; the same seed gives the same figures on every machine.

    >>> from ..chronicle import Interaction, Part, Quote
    >>> from ..projection import Chronicle, graph_of
    >>> pair = (Part(actor="official/x"), Part(actor="official/y"))
    >>> talk = Interaction(key="event/a", type="Meeting", parts=pair, documents=("document/a",))
    >>> graph = graph_of(Chronicle(interactions=(talk,), kinds={"official/x": "Official", "official/y": "Official"}))
    >>> exact = Asked(actors=("degree",), rates=Rates(interactions=1, parts=1, counted=0), resamples=9)
    >>> intervals(graph, exact).actors["degree"].high.tolist()
    [1.0, 1.0]
    """
    asked = asked or Asked()
    frame = framed(graph)
    ties = ties_of(graph)
    grouped = asked.groups or "modularity" in asked.network
    counted = _counted(ties, frame, asked, grouped)
    found = [
        _in_world(frame, world, asked, grouped)
        for world in worlds(
            frame.record,
            frame.groups,
            asked.rates,
            resamples=asked.resamples,
            seed=asked.seed,
            documents=asked.documents,
        )
    ]
    return Intervals(
        nodes=frame.record.nodes,
        record=frame.record,
        actors={
            name: _estimate(counted.actors[name], [f.actors[name] for f in found], asked.sure) for name in asked.actors
        },
        network={
            name: _estimate(np.array([counted.network[name]]), [np.array([f.network[name]]) for f in found], asked.sure)
            for name in asked.network
        },
        communities=counted.labels,
        labels=tuple(f.labels for f in found) if asked.groups else (),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measured:
    actors: Mapping[str, Numbers]
    network: Mapping[str, float]
    labels: tuple[int, ...]


def _counted(ties: Ties, frame: Frame, asked: Asked, grouped: bool) -> _Measured:
    return _measured(ties, frame, asked, grouped, dict.fromkeys(range(len(frame.visits)), 1))


def _in_world(frame: Frame, world: World, asked: Asked, grouped: bool) -> _Measured:
    record = frame.record
    met = ((members, record.encounters[i].heads) for i, members in world.met)
    ties = projected(met, world.size, record.dyads)
    return _measured(ties, frame, asked, grouped, Counter(i for i, _ in world.met))


def _measured(ties: Ties, frame: Frame, asked: Asked, grouped: bool, times: Mapping[int, int]) -> _Measured:
    labels = communities(ties) if grouped else None
    seen = len(frame.states)
    partners = ties.sums(np.ones(len(ties.one)))
    return _Measured(
        actors={name: values[:seen] for name, values in of_actors(ties, frame.groups, asked.actors).items()},
        network=of_network(ties, frame, visited(frame, times), asked.network, labels),
        labels=tuple(label if partners[i] else 0 for i, label in enumerate(labels[:seen])) if labels else (),
    )


def _estimate(counted: Numbers, drawn: Sequence[Numbers], sure: float) -> Estimate:
    """Quantiles of what was drawn, for each number; nan where a measure has no value in any world."""
    rows = np.array(drawn, dtype=float).reshape(len(drawn), len(counted))
    tail = (1 - sure) / 2
    ends = np.full((3, len(counted)), np.nan)
    some = ~np.isnan(rows).all(axis=0) if len(rows) else np.zeros(len(counted), dtype=bool)
    if some.any():
        ends[:, some] = np.nanquantile(rows[:, some], [tail, 0.5, 1 - tail], axis=0)
    return Estimate(counted=counted, low=ends[0], middle=ends[1], high=ends[2])
