"""What a projection was made from, as numbers: who met in which interaction, how sure that is, and in whose words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from ..chronicle import Chronicle, Interaction
from ..projection import lifted
from ..selection import belief
from .ties import Ties, tied

ABOUT_AN_ACTOR = frozenset({"participant", "chairedBy", "speaker", "speechAct", "about"})
"""What words can support beside the interaction itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """One interaction: its nodes by place, how sure each took part and that it is one at all, in [0, 1].

    ``heads`` are those of its nodes that are tied to all others where only a chair is tied;
    ``documents`` places in `Record.documents`.
    """

    members: tuple[int, ...]
    beliefs: tuple[float, ...]
    sure: float
    heads: frozenset[int]
    documents: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All interactions of a projection, also those that no node took part in, and the documents they rest on.

    ``publishers`` groups the places of the documents.
    """

    nodes: tuple[str, ...]
    encounters: tuple[Encounter, ...]
    documents: tuple[str, ...]
    publishers: tuple[tuple[int, ...], ...]
    dyads: str


def recorded(graph: nx.Graph[str]) -> Record:
    """The record of a projection of actors; needs its ``chronicle`` and its ``actors``.

    >>> recorded(nx.Graph(actors="official", chronicle=Chronicle())).encounters
    ()
    """
    chronicle: Chronicle = graph.graph["chronicle"]
    nodes = tuple(graph)
    place = {node: i for i, node in enumerate(nodes)}
    documents = tuple(sorted({d for i in chronicle.interactions for d in i.documents}))
    number = {document: i for i, document in enumerate(documents)}
    dyads = str(graph.graph.get("dyads", "all"))
    heads = _heads(graph, place) if dyads == "chair" else {}
    return Record(
        nodes=nodes,
        encounters=tuple(
            _encounter(chronicle, one, place, number, graph.graph["actors"], heads.get(one.key, frozenset()))
            for one in chronicle.interactions
        ),
        documents=documents,
        publishers=_publishers(chronicle, documents),
        dyads=dyads,
    )


def _encounter(
    chronicle: Chronicle,
    one: Interaction,
    place: dict[str, int],
    number: dict[str, int],
    actors: str,
    heads: frozenset[int],
) -> Encounter:
    believed: dict[int, float] = {}
    for part in one.parts:
        for node in lifted(chronicle, part, actors):  # type: ignore[arg-type]  # the graph was made with this word
            if node in place:
                believed[place[node]] = max(believed.get(place[node], 0.0), belief(one, part))
    members = tuple(sorted(believed))
    return Encounter(
        members=members,
        beliefs=tuple(believed[member] for member in members),
        sure=max((q.score for q in one.quotes if q.supports not in ABOUT_AN_ACTOR), default=1.0),
        heads=heads,
        documents=tuple(number[document] for document in one.documents),
    )


def _heads(graph: nx.Graph[str], place: dict[str, int]) -> dict[str, frozenset[int]]:
    """Interaction -> the nodes that it ties to more than one other."""
    ends: dict[str, list[int]] = {}
    for one, other, tie in graph.edges(data=True):
        for interaction in tie["interactions"]:
            ends.setdefault(interaction.key, []).extend((place[one], place[other]))
    return {key: frozenset(end for end in found if found.count(end) > 1) for key, found in ends.items()}


def _publishers(chronicle: Chronicle, documents: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    """Documents by publisher; one whose publisher is not known stands alone."""
    groups: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        source = chronicle.sources.get(document)
        groups.setdefault((source and source.publisher) or document, []).append(number)
    return tuple(tuple(groups[name]) for name in sorted(groups))


def projected(met: Iterable[tuple[tuple[int, ...], frozenset[int]]], size: int, dyads: str = "all") -> Ties:
    """The ties of interactions, given as members and heads, as `projection` ties them.

    >>> projected([((0, 1, 2), frozenset())], 3).newman.tolist()
    [0.5, 0.5, 0.5]
    """
    found: dict[tuple[int, int], list[float]] = {}
    for members, heads in met:
        if len(members) < 2 or (dyads == "pairs" and len(members) > 2):
            continue
        share = 1 / (len(members) - 1)
        for pair in combinations(sorted(members), 2):
            if dyads == "chair" and len(members) > 2 and heads.isdisjoint(pair):
                continue
            weights = found.setdefault(pair, [0.0, 0.0])
            weights[0] += 1
            weights[1] += share
    return tied(found, size)
