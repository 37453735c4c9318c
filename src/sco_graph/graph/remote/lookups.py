"""Quads of a server by pattern, as a database in this process gives them: many look-ups in one request.

What a graph holds of a subject, or of a value of a property, is asked for once within a change; between changes
nothing is kept, so that an answer is never old.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from pyoxigraph import NamedNode, Quad

from ... import vocabulary
from ..terms import Node, Subject
from .service import Service

_TOGETHER = 100
"""So many terms are asked for in one request; more make some servers' plans slow."""
K = TypeVar("K")


class Lookups:
    """Patterns over a service. Only graphs whose names are this project's are looked at."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._subjects: dict[Subject, list[Quad]] = {}
        self._values: dict[tuple[NamedNode, Node], list[Quad]] = {}
        self._graphs: dict[NamedNode, list[Quad]] = {}
        self._keeps = False

    @contextmanager
    def kept(self) -> Iterator[None]:
        """A time in which the server does not change and nothing is asked for twice."""
        self.forget()
        self._keeps = True
        try:
            yield
        finally:
            self._keeps = False
            self.forget()

    def forget(self) -> None:
        """Give up all that is kept."""
        self._subjects, self._values, self._graphs = {}, {}, {}

    def quads_for_pattern(
        self, subject: Subject | None, predicate: NamedNode | None, object: Node | None, graph: NamedNode | None, /
    ) -> Iterator[Quad]:
        """Quads that have the given terms; None stands for any."""
        found = self._candidates(subject, predicate, object, graph)
        return (
            quad
            for quad in found
            if subject in (None, quad.subject)
            and predicate in (None, quad.predicate)
            and object in (None, quad.object)
            and graph in (None, quad.graph_name)
        )

    def _candidates(
        self, subject: Subject | None, predicate: NamedNode | None, value: Node | None, graph: NamedNode | None
    ) -> Iterable[Quad]:
        if isinstance(subject, NamedNode):
            return self._kept(self._subjects, subject, lambda: self.look_ahead([subject]))
        if subject is not None:
            return ()  # the graphs have no blank nodes
        if predicate is not None and value is not None:
            return self._kept(self._values, (predicate, value), lambda: self.look_back(predicate, [value]))
        if predicate is None and graph is not None:
            return self._kept(self._graphs, graph, lambda: self.look_at([graph]))
        if predicate is not None:
            return self._of_property(predicate, graph)
        return (quad for name in self.names() for quad in self.quads_for_pattern(None, None, None, NamedNode(name)))

    def _kept(self, kept: dict[K, list[Quad]], key: K, ask: Callable[[], None]) -> list[Quad]:
        if key not in kept:
            ask()
        return kept[key] if self._keeps else kept.pop(key)

    def names(self) -> list[str]:
        """Names of the graphs that hold something."""
        query = f"""SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }}
            FILTER(STRSTARTS(STR(?g), "{vocabulary.GRAPH}")) }}"""
        return [graph.value for (graph,) in self._rows(query)]

    def look_ahead(self, subjects: Iterable[NamedNode]) -> None:
        """Ask for all quads of subjects; they are kept until they are looked up, or while a change is made."""
        for some in _together(one for one in dict.fromkeys(subjects) if one not in self._subjects):
            found: dict[Subject, list[Quad]] = {one: [] for one in some}
            values = " ".join(map(str, some))
            for s, p, o, g in self._rows(f"SELECT ?s ?p ?o ?g {{ VALUES ?s {{ {values} }} GRAPH ?g {{ ?s ?p ?o }} }}"):
                found[s].append(Quad(s, p, o, g))
            self._subjects |= found  # only now: half an answer is none

    def look_back(self, predicate: NamedNode, values: Iterable[Node]) -> None:
        """Ask for all quads of a property with certain values; kept as those of :meth:`look_ahead` are."""
        for some in _together(one for one in dict.fromkeys(values) if (predicate, one) not in self._values):
            found: dict[tuple[NamedNode, Node], list[Quad]] = {(predicate, one): [] for one in some}
            given = " ".join(map(str, some))
            query = f"SELECT ?s ?o ?g {{ VALUES ?o {{ {given} }} GRAPH ?g {{ ?s {predicate} ?o }} }}"
            for s, o, g in self._rows(query):
                found[predicate, o].append(Quad(s, predicate, o, g))
            self._values |= found

    def look_at(self, graphs: Iterable[NamedNode]) -> None:
        """Ask for graphs whole."""
        wanted = [one for one in dict.fromkeys(graphs) if one not in self._graphs]
        for some in _together(wanted):
            for graph, triples in self._service.get_all(some).items():
                self._graphs[graph] = [Quad(t.subject, t.predicate, t.object, graph) for t in triples]

    def _of_property(self, predicate: NamedNode, graph: NamedNode | None) -> Iterator[Quad]:
        name, also = ("?g", "") if graph is None else (str(graph), f"BIND({graph} AS ?g)")
        for s, o, g in self._rows(f"SELECT ?s ?o ?g {{ GRAPH {name} {{ ?s {predicate} ?o }} {also} }}"):
            yield Quad(s, predicate, o, g)

    def _rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Rows whose last cell names a graph of ours; what a journal says is no content."""
        for row in self._service.rows(query):
            name = row[-1]
            graph = name.value if isinstance(name, NamedNode) else ""
            if graph.startswith(vocabulary.GRAPH) and graph not in vocabulary.JOURNALS:
                yield row


def _together(terms: Iterable[K]) -> Iterator[list[K]]:
    rest = iter(terms)
    while some := list(islice(rest, _TOGETHER)):
        yield some
