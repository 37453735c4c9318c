"""What the documents of a store were made from, as ``provenance`` tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad

from .. import vocabulary
from . import terms
from .backend import Quads
from .terms import sco

_MADE_FROM = ("sha256", "rulesVersion", "tablesVersion")
_PREFIX = vocabulary.document_graph("")


class Held(NamedTuple):
    """What a document in the store was made from: the SHA-256 of its text, versions of rules and tables."""

    sha256: str
    rules_version: str
    tables_version: str


def documents(store: Quads) -> Mapping[str, Held]:
    """All documents by their keys, sorted."""
    found: dict[str, dict[str, str]] = {}
    for name in _MADE_FROM:
        for quad in store.quads_for_pattern(None, sco(name), None, terms.PROVENANCE):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                found.setdefault(quad.subject.value, {})[name] = quad.object.value
    return {
        graph.removeprefix(_PREFIX): Held(*(held[name] for name in _MADE_FROM))
        for graph, held in sorted(found.items())
        if graph.startswith(_PREFIX)
    }


def held(store: Quads, key: str) -> Held | None:
    """One document; None if the store has none of this key."""
    graph = NamedNode(vocabulary.document_graph(key))
    about = {quad.predicate: quad.object for quad in store.quads_for_pattern(graph, None, None, terms.PROVENANCE)}
    found = [about.get(sco(name)) for name in _MADE_FROM]
    return Held(*(one.value for one in found if isinstance(one, Literal))) if about else None


def settled(store: Quads, keys: Iterable[str], tables_version: str) -> tuple[list[Quad], list[Quad]]:
    """What ``provenance`` says of the tables of documents once these are of no other effect, and what goes for it."""
    name, value = sco("tablesVersion"), terms.text(tables_version)
    graphs = [NamedNode(vocabulary.document_graph(key)) for key in keys]
    gone = [quad for graph in graphs for quad in store.quads_for_pattern(graph, name, None, terms.PROVENANCE)]
    return [Quad(graph, name, value, terms.PROVENANCE) for graph in graphs], gone


def keys(store: Quads, name: NamedNode, value: str) -> tuple[str, ...]:
    """Keys of the documents of which ``provenance`` has a value, sorted."""
    found = store.quads_for_pattern(None, name, terms.text(value), terms.PROVENANCE)
    names = (quad.subject.value for quad in found if isinstance(quad.subject, NamedNode))
    return tuple(sorted(name.removeprefix(_PREFIX) for name in names if name.startswith(_PREFIX)))
