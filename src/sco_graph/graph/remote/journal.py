"""What a writer leaves on the server while it writes, so that another can bring to the end what it did not.

A server promises no transaction over several requests. So a change is written in an order in which a writer may stop
anywhere (:mod:`~sco_graph.graph.remote.writing`), and two small graphs say what is not done:

``graph/unsettled``
    entities and interactions about which what is derived may be wrong: it is made anew from the documents as they are.
``graph/settling``
    what ``provenance`` is about to say of some subjects, whole: it is written again.

What is said there is counted: a graph that the server itself left half written says nothing, since then nothing that
it announces has begun.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Triple

from ... import vocabulary
from .. import terms
from ..terms import Subject
from .service import Service

_NAMES = NamedNode(vocabulary.RDFS + "seeAlso")
_COUNT = NamedNode(vocabulary.RDF + "value")
_UNSETTLED, _SETTLING = NamedNode(vocabulary.UNSETTLED), NamedNode(vocabulary.SETTLING)


@dataclass(frozen=True, slots=True)
class Journal:
    """The two graphs of a server."""

    service: Service

    def unsettled(self) -> tuple[NamedNode, ...]:
        """Entities and interactions that a writer had begun with, sorted."""
        return tuple(sorted(_named(self._read(_UNSETTLED), _UNSETTLED), key=str))

    def begin(self, nodes: Iterable[NamedNode]) -> None:
        """Note that what is derived about nodes may be wrong from now on."""
        self._write(_UNSETTLED, {Triple(_UNSETTLED, _NAMES, node) for node in nodes})

    def settling(self) -> tuple[frozenset[NamedNode], frozenset[Quad]]:
        """Subjects of which ``provenance`` is to say these quads, and no others."""
        found = self._read(_SETTLING)
        said = (t for t in found if t.subject != _SETTLING)
        return _named(found, _SETTLING), frozenset(
            Quad(t.subject, t.predicate, t.object, terms.PROVENANCE) for t in said
        )

    def settle(self, subjects: Iterable[Subject], quads: Iterable[Quad]) -> None:
        """Note what ``provenance`` is to say of subjects: all else is done."""
        named = {Triple(_SETTLING, _NAMES, subject) for subject in subjects}
        self._write(_SETTLING, named | {quad.triple for quad in quads})

    def end(self) -> None:
        """Note that all is done but for ``provenance``."""
        self.service.drop(_UNSETTLED)

    def settled(self) -> None:
        """Note that all is done."""
        self.service.drop(_SETTLING)

    def _write(self, graph: NamedNode, triples: set[Triple]) -> None:
        self.service.put(graph, [Triple(graph, _COUNT, terms.integer(len(triples))), *sorted(triples, key=str)])

    def _read(self, graph: NamedNode) -> list[Triple]:
        """What a graph says; nothing where it is not whole."""
        found = self.service.get(graph)
        counts = [t.object.value for t in found if t.predicate == _COUNT and isinstance(t.object, Literal)]
        rest = [t for t in found if t.predicate != _COUNT]
        return rest if counts == [str(len(rest))] else []


def _named(found: Iterable[Triple], graph: NamedNode) -> frozenset[NamedNode]:
    return frozenset(t.object for t in found if t.subject == graph and isinstance(t.object, NamedNode))
