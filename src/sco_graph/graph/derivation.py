"""Derivation by shares of keys: for documents that no one store holds yet.

What documents say is dealt out by what it tells of: mentions by their entity, accounts by their interaction. Each
share can then be derived alone, by the rules of :mod:`~sco_graph.graph.entities` and
:mod:`~sco_graph.graph.interactions`; labels of entities go from the shares that
derive them to those whose interactions name them. After MapReduce (Dean, Ghemawat 2004).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from ..authority.records import Authority
from . import terms
from .authority_mapping import authority_quads
from .changes import telling
from .entities import entity_quads
from .interactions import interaction_quads
from .ontology import ontology_quads
from .terms import Subject, sco
from .validation import doubted
from .view import View

Quads: TypeAlias = list[Quad]


def share(node: str, shares: int) -> int:
    """Which of so many shares a node belongs to: the same in every process.

    >>> share("https://example.org/a", 16), share("https://example.org/b", 16)
    (12, 3)
    """
    return int.from_bytes(hashlib.sha256(node.encode()).digest()[:8]) % shares


@dataclass(slots=True)
class Dealt:
    """What documents say, by share: quads of mentions, quads of accounts, and which shares ask for which labels.

    ``asked`` is share of an entity -> entity -> shares of interactions that name it.
    """

    mentions: dict[int, set[Quad]] = field(default_factory=lambda: defaultdict(set))
    accounts: dict[int, set[Quad]] = field(default_factory=lambda: defaultdict(set))
    asked: dict[int, dict[str, set[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))


def deal(graph: Iterable[Quad], shares: int, into: Dealt) -> None:
    """Deal out the graph of one document."""
    by_subject: dict[Subject, list[Quad]] = defaultdict(list)
    for quad in telling(graph):
        by_subject[quad.subject].append(quad)
    own: list[Quad] = []
    for about in by_subject.values():
        names = {quad.predicate for quad in about}
        if sco("mentionedIn") in names:
            for entity in _objects(about, sco("mentionOf")):
                into.mentions[share(entity, shares)].update(about)
        elif sco("speechAct") not in names:
            own += about
    actors = _objects(own, sco("participant"))
    # An account says what it is part of by another account, of an interaction of another share: so all go together.
    for one in {share(event, shares) for event in _objects(own, sco("accountOf"))}:
        into.accounts[one].update(own)
        for actor in actors:
            into.asked[share(actor, shares)][actor].add(one)


def _objects(given: Iterable[Quad], name: NamedNode) -> set[str]:
    """IRIs that quads of a property point at."""
    return {quad.object.value for quad in given if quad.predicate == name and isinstance(quad.object, NamedNode)}


@dataclass(frozen=True, slots=True)
class Derivation:
    """Derives what follows from the quads of one share, beside the tables and the ontology."""

    known: View

    def entities(self, mentions: Iterable[Quad], mine: tuple[int, int]) -> tuple[Quad, ...]:
        """Entities of a share, as quads of ``entities``; ``mine`` is the share and how many there are."""
        view = self.known.changed((), mentions)
        return _sorted(entity_quads(node, view) for node in _mine(view, sco("mentionOf"), mine))

    def interactions(self, accounts: Iterable[Quad], labels: Iterable[Quad], mine: tuple[int, int]) -> tuple[Quad, ...]:
        """Interactions of a share, as quads of ``interactions``; ``labels`` are those of the entities they name."""
        view = self.known.changed((), chain(accounts, labels))
        return _sorted(interaction_quads(node, view) for node in _mine(view, sco("accountOf"), mine))

    def doubted(self, graphs: Iterable[Quad]) -> list[str]:
        """Names of those of these graphs that are malformed, as far as they and the tables can tell."""
        own = list(graphs)
        dealt = Dealt()
        deal_all(own, 1, dealt)
        entities = self.entities(dealt.mentions[0], (0, 1))
        derived = self.interactions(dealt.accounts[0], entities, (0, 1))
        return doubted(_Around(self.known.changed((), chain(own, entities, derived))), own)


@dataclass(frozen=True, slots=True)
class _Around:
    view: View

    def about(self, *nodes: Subject) -> Iterator[ox.Triple]:
        return (quad.triple for node in nodes for quad in self.view.about(node))


def deal_all(quads: Iterable[Quad], shares: int, into: Dealt) -> None:
    """Deal out the graphs of many documents."""
    graphs: dict[object, list[Quad]] = defaultdict(list)
    for quad in quads:
        graphs[quad.graph_name].append(quad)
    for graph in graphs.values():
        deal(graph, shares, into)


@lru_cache(maxsize=1)
def derivation(authority: Authority) -> Derivation:
    """The tables and the ontology, put where derivation looks them up: once a process."""
    store = ox.Store()
    store.extend(chain(ontology_quads(), authority_quads(authority)))
    return Derivation(View(store))


def labels(entities: Iterable[Quad], asked: Mapping[str, Iterable[int]]) -> dict[int, set[Quad]]:
    """Preferred labels of entities, by the shares that ask for them."""
    found: dict[int, set[Quad]] = defaultdict(set)
    for quad in entities:
        if quad.predicate == terms.PREF_LABEL and isinstance(quad.subject, NamedNode):
            for one in asked.get(quad.subject.value, ()):
                found[one].add(quad)
    return found


def lines(quads: Iterable[Quad]) -> bytes:
    """Quads as N-Quads, sorted, each once."""
    return "".join(sorted({f"{quad} .\n" for quad in quads})).encode()


def quads(text: bytes) -> Iterator[Quad]:
    """The quads of N-Quads."""
    return iter(parse(text, RdfFormat.N_QUADS, lenient=True))


def _mine(view: View, name: NamedNode, mine: tuple[int, int]) -> Iterator[NamedNode]:
    """Nodes of a share that what came points at by a property."""
    number, shares = mine
    return (NamedNode(node) for node in _objects(view.added, name) if share(node, shares) == number)


def _sorted(found: Iterable[tuple[Quad, ...]]) -> tuple[Quad, ...]:
    return tuple(sorted(set(chain.from_iterable(found)), key=str))
