"""An example of each term, taken from the graph by a query: the first in the order of IRIs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...model import Term
from ...vocabulary import RDF
from . import turtle
from .terms import Described

if TYPE_CHECKING:
    from ...graph.store import Store

_STATEMENTS = 5
"""How many properties of a node an example shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Turtle, and the query that found it; the Turtle is empty where the graph holds none."""

    query: str
    turtle: str


def example(store: Store, term: Described) -> Example:
    """The example of a term, with at most five properties of a node and one value of each."""
    return _instance(store, term) if term.kind == "class" else _use(store, term)


def _instance(store: Store, term: Described) -> Example:
    query = f"SELECT ?node WHERE {{ ?node a {turtle.name(term.iri)} }} ORDER BY STR(?node) LIMIT 1"
    for (node,) in store.select(query).rows:
        if node is not None:
            said = store.select("SELECT ?p ?o WHERE { ?node ?p ?o } ORDER BY STR(?p) STR(?o)", node=node)
            return Example(query=query, turtle=turtle.statements(node.value, _few(said.rows, term)))
    return Example(query=query, turtle="")


def _few(rows: tuple[tuple[Term | None, ...], ...], term: Described) -> list[tuple[str, list[Term]]]:
    kind = Term(value=term.iri, kind="iri")
    first: dict[str, Term] = {}
    for name, value in rows:
        if name is not None and value is not None and name.value != RDF + "type":
            first.setdefault(name.value, value)
    return [(RDF + "type", [kind]), *((name, [value]) for name, value in list(first.items())[:_STATEMENTS])]


def _use(store: Store, term: Described) -> Example:
    name = turtle.name(term.iri)
    query = f"SELECT ?node ?value WHERE {{ ?node {name} ?value }} ORDER BY STR(?node) STR(?value) LIMIT 1"
    for node, value in store.select(query).rows:
        if node is not None and value is not None:
            return Example(query=query, turtle=turtle.statements(node.value, [(term.iri, [value])]))
    return Example(query=query, turtle="")
