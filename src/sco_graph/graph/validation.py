"""Whether claims are well formed: SHACL over the graphs that changed, and a report that a person can act on.

Shapes are those of ``ontology/shapes.ttl`` (SHACL Core, W3C 2017). Whether documents conform is told by
:mod:`~sco_graph.graph.shapes`; what is wrong with those that do not, and with a whole store, by pySHACL without
inference. Each message says what is wrong and, after a full stop, what to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from ..errors import InvalidRDF
from ..model import Violation
from ..resources import folder
from ..vocabulary import ID, INFERRED, ONTOLOGY, SCO, document_graph
from . import terms
from .complaints import complaints
from .shapes import Data, shapes

if TYPE_CHECKING:
    from .store import Store

_DOCUMENTS = document_graph("")
_PARTICIPATION = SCO + "participation"
_STRING = ox.NamedNode("http://www.w3.org/2001/XMLSchema#string")


def validate(store: Store, graphs: Sequence[str] | None = None) -> tuple[Violation, ...]:
    """What is malformed in the named graphs of documents and in what they point at; or in the whole store.

    Sorted by document. Without ``graphs`` all are checked but ``ontology`` and ``inferred``.

    >>> from sco_graph.graph.store import Store
    >>> validate(Store(None))
    ()
    """
    if graphs is None:
        own = [quad for name in store.graphs() if name not in (INFERRED, ONTOLOGY) for quad in store.quads(name)]
        return _validated(_rdflib(quad.triple for quad in own), _homes(own))
    names = doubted(store, [quad for name in graphs for quad in store.quads_of(name)])
    if not names:
        return ()
    seen = _near(store, [quad for name in names for quad in store.quads_of(name)])
    data = _rdflib({*(quad.triple for quad in seen.own), *seen.around, *seen.types})
    return _validated(data, {**{_node(triple.subject): "" for triple in seen.around}, **_homes(seen.own)})


class _Near(NamedTuple):
    """Graphs of documents, triples about what they point at, and types of what those point at."""

    own: list[ox.Quad]
    around: set[ox.Triple]
    types: set[ox.Triple]


class Surroundings(Protocol):
    """Where triples about nodes are looked up: a store, or what is to become part of one."""

    def about(self, *nodes: terms.Subject) -> Iterator[ox.Triple]:
        """Triples of subjects."""


def _near(store: Surroundings, own: list[ox.Quad]) -> _Near:
    known = {quad.subject for quad in own}
    around = _pointed_at(store, own, known)
    ends = _entities(triple.object for triple in around) - known - {triple.subject for triple in around}
    types = {triple for triple in store.about(*ends) if triple.predicate == terms.TYPE}
    return _Near(own, around, types)


def _entities(nodes: Iterable[terms.Node]) -> set[terms.Subject]:
    """Those that shapes look at: concepts and terms have none."""
    return {node for node in nodes if isinstance(node, ox.NamedNode) and node.value.startswith(ID)}


def unsure(own: Iterable[ox.Quad]) -> tuple[str, ...]:
    """IRIs of those nodes of a document's graph that do not conform to the shapes by its quads alone, sorted.

    What conforms so, does in every store: no other graph says anything of a document's own nodes. Of the others most
    point at an actor or a post, and what that is stands elsewhere.
    """
    compiled = shapes()
    found = compiled.broken(Data((quad.triple for quad in own), compiled.backwards))
    return tuple(sorted(node.value for node in found if isinstance(node, ox.NamedNode)))


def doubted(store: Surroundings, own: list[ox.Quad], among: Iterable[str] | None = None) -> list[str]:
    """Names of those graphs of documents, given by their quads, that do not conform or point at what does not.

    ``among`` are the nodes of theirs that :func:`unsure` named; None looks at all.
    """
    near = _near(store, own)
    compiled = shapes()
    looked_at: set[terms.Subject] = {quad.subject for quad in own} if among is None else set(map(ox.NamedNode, among))
    kept = {terms.TYPE, *compiled.backwards}
    mine = (quad.triple for quad in own if quad.subject in looked_at or quad.predicate in kept)
    data = Data(chain(mine, near.around, near.types), compiled.backwards)
    looked_at |= {triple.subject for triple in near.around}
    broken: set[terms.Node] = set(compiled.broken(data, looked_at))
    if not broken:
        return []
    wholes = {triple.subject for triple in near.around if triple.object in broken}
    found = {q.graph_name for q in near.own if q.subject in broken or q.object in broken or q.object in wholes}
    return sorted(name.value for name in found if isinstance(name, ox.NamedNode))


def _homes(quads: Iterable[ox.Quad]) -> dict[Node, str]:
    """Key of the document in whose graph a node is a subject; empty for other graphs."""
    found: dict[Node, str] = {}
    for quad in quads:
        name = str(quad.graph_name.value) if isinstance(quad.graph_name, ox.NamedNode) else ""
        found[_node(quad.subject)] = name.removeprefix(_DOCUMENTS) if name.startswith(_DOCUMENTS) else ""
    return found


def _pointed_at(store: Surroundings, own: Iterable[ox.Quad], known: set[terms.Subject]) -> set[ox.Triple]:
    """Triples about what the graph of a document points at: entities, interactions and their participations."""
    targets = _entities(quad.object for quad in own) - known
    found = set(store.about(*targets))
    parts = _entities(triple.object for triple in found if triple.predicate.value == _PARTICIPATION) - targets
    return found | set(store.about(*parts))


def validate_graph(data: Graph) -> tuple[Violation, ...]:
    """What is malformed in one graph that holds all that the shapes look at, sorted by document.

    >>> turtle = '''@prefix sco: <https://w3id.org/sco-graph/ontology#> .
    ... <https://w3id.org/sco-graph/id/participation/a> a sco:Participation .'''
    >>> for found in validate_graph(Graph().parse(data=turtle, format="turtle")):
    ...     print(f"{found.message}. {found.remedy}.")
    a participation has one participant, who is an actor. Point at an official, a body or a state.
    a participation belongs to one account or interaction. Link it with sco:participation.
    a participation has one role. Use a code of the scheme role.
    """
    return _validated(data, dict.fromkeys(data.subjects(), ""))


def _validated(data: Graph, homes: Mapping[Node, str]) -> tuple[Violation, ...]:
    """Complaints about the nodes of ``homes``; the others are there for what points at them."""
    from pyshacl import validate as run
    from pyshacl.errors import ReportableRuntimeError

    if not homes:
        return ()
    try:
        _, report, _ = run(data, shacl_graph=_shapes(), inference="none", inplace=True)
    except ReportableRuntimeError as error:
        raise InvalidRDF("ontology/shapes.ttl", f"the shapes cannot be run ({error})", "Mend the shapes.") from error
    return complaints(report, data, homes)


@cache
def _shapes() -> Graph:
    return Graph().parse(folder("ontology") / "shapes.ttl", format="turtle")


def _rdflib(triples: Iterable[ox.Triple]) -> Graph:
    graph = Graph()
    graph.addN((_node(t.subject), _node(t.predicate), _node(t.object), graph) for t in triples)
    return graph


@lru_cache(maxsize=100_000)
def _node(term: object) -> Node:
    """The same term as rdflib has it."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise InvalidRDF("graph", f"a triple stands in a triple ({term})", "The shapes know plain triples only.")
    if term.language:
        return Literal(term.value, lang=term.language)
    return Literal(term.value, datatype=None if term.datatype == _STRING else URIRef(term.datatype.value))
