"""Whether claims are well formed: SHACL over the graphs that changed, and a report that a person can act on.

Shapes are those of ``ontology/shapes.ttl`` (SHACL Core, W3C 2017), run by pySHACL without inference; each
of their messages says what is wrong and, after a full stop, what to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import Graph
from rdflib.term import Node

from ..errors import InvalidRDF
from ..model import Term, Violation
from ..resources import folder
from ..vocabulary import INFERRED, ONTOLOGY, document_graph
from .complaints import complaints

if TYPE_CHECKING:
    from .store import Store

_DOCUMENTS = document_graph("")

# What the graph of a document points at: interactions with their participations, entities, and the types of what
# these point at in turn.
_POINTED_AT = """
CONSTRUCT { ?node ?property ?value }
WHERE { GRAPH ?document { ?claim ?link ?target } FILTER(ISIRI(?target))
        ?target sco:participation? ?node . ?node ?property ?value }
"""
_TYPES = """
CONSTRUCT { ?end a ?type }
WHERE { GRAPH ?document { ?claim ?link ?target } FILTER(ISIRI(?target))
        ?target sco:participation? ?node . ?node ?property ?end . ?end a ?type }
"""


def validate(store: Store, graphs: Sequence[str] | None = None) -> tuple[Violation, ...]:
    """What is malformed in the named graphs of documents and in what they point at; or in the whole store.

    Sorted by document. Without ``graphs`` all are checked but ``ontology`` and ``inferred``.

    >>> from sco_graph.graph.store import Store
    >>> validate(Store(None))
    ()
    """
    names = [name for name in store.graphs() if name not in (INFERRED, ONTOLOGY)] if graphs is None else graphs
    data, homes = Graph(), dict[Node, str]()
    for name in names:
        own = _rdflib(quad.triple for quad in store.quads(name))
        home = name.removeprefix(_DOCUMENTS) if name.startswith(_DOCUMENTS) else ""
        homes.update(dict.fromkeys(own.subjects(), home))
        data += own
    if graphs is None:
        return _validated(data, homes)
    pointed_at, types = set[ox.Triple](), set[ox.Triple]()
    for name in graphs:
        document = Term(value=name, kind="iri")
        pointed_at.update(store.construct(_POINTED_AT, document=document))
        types.update(store.construct(_TYPES, document=document))
    near = _rdflib(pointed_at)
    homes = {**dict.fromkeys(near.subjects(), ""), **homes}
    data += near
    data += _rdflib(types - pointed_at)
    return _validated(data, homes)


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
    lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    return Graph().parse(data=lines or b"", format="nt")
