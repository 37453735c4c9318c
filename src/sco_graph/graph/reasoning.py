"""Consistency of the ontology, and of data under it, as a reasoner of OWL 2 DL sees it.

HermiT (Glimm et al. 2014, "HermiT: An OWL 2 Reasoner", J. Autom. Reasoning 53) decides; owlready2 carries
it and starts it under Java. It says that something clashes but not what, so
the likely places are looked up beside it: nodes that are used as two things which exclude each other.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rdflib import OWL, RDF, RDFS, XSD, Graph, URIRef
from rdflib.term import Node

from ..errors import InvalidRDF, MissingDependency
from .clashes import clashes

_KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
_BUILT_IN = (str(RDF), str(RDFS), str(OWL), str(XSD))


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """What a reasoner found: classes that can have no instance (IRIs, sorted), and messages on what clashes."""

    consistent: bool
    unsatisfiable: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()


def check(ontology_files: Iterable[Path], data: Graph | None = None) -> Consistency:
    """Ask HermiT whether the ontology, with ``data`` if given, has a model and which classes are empty in all.

    Datatypes outside OWL 2 (``xsd:date``, ``xsd:gYear``, ``xsd:gYearMonth``) are passed over. Raises
    InvalidRDF for a file that cannot be parsed and MissingDependency when there is no Java.
    """
    if shutil.which("java") is None:
        raise MissingDependency("reasoning", "Java is not installed", "Install a Java runtime, version 8 or newer.")
    graph = _parsed(ontology_files)
    if data is not None:
        graph += data
    declare_foreign_terms(graph)
    return _hermit(graph)


def _parsed(files: Iterable[Path]) -> Graph:
    graph = Graph()
    for path in files:
        try:
            graph.parse(path, format="turtle")
        except (OSError, SyntaxError) as error:
            raise InvalidRDF(str(path), f"it cannot be read as Turtle ({error})", "Mend the file.") from error
    return graph


def declare_foreign_terms(graph: Graph) -> None:
    """Give each term of another vocabulary the kind that its use asks for, as OWL 2 DL wants it.

    The ontology does not do so itself: it says nothing about terms that are not its own.
    """
    for _, above in list(graph.subject_objects(RDFS.subClassOf)):
        _declare(graph, above, OWL.Class)
    for below, above in list(graph.subject_objects(RDFS.subPropertyOf)):
        for kind in _KINDS:
            if (below, RDF.type, kind) in graph:
                _declare(graph, above, kind)
    for ends in (RDFS.domain, RDFS.range):
        for term, value in list(graph.subject_objects(ends)):
            if (term, RDF.type, OWL.AnnotationProperty) not in graph:
                _declare(graph, value, OWL.Class)
    for term in set(graph.predicates()):
        _declare(graph, term, OWL.AnnotationProperty)


def _declare(graph: Graph, term: Node, kind: Node) -> None:
    own = isinstance(term, URIRef) and not str(term).startswith(_BUILT_IN)
    if own and not any((term, RDF.type, known) in graph for known in _KINDS):
        graph.add((term, RDF.type, kind))


def _hermit(graph: Graph) -> Consistency:
    import owlready2

    world = owlready2.World()
    # owlready2 reads no Turtle.
    ontology = world.get_ontology("https://w3id.org/sco-graph/ontology")
    ontology.load(fileobj=io.BytesIO(graph.serialize(format="nt").encode()))
    try:
        with ontology:
            owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    except owlready2.OwlReadyInconsistentOntologyError:
        found = clashes(graph)
        return Consistency(consistent=False, messages=found or ("HermiT finds no model; no simple clash explains it.",))
    finally:
        empty = tuple(sorted(str(one.iri) for one in world.inconsistent_classes() if one is not owlready2.Nothing))
        world.close()
    messages = tuple(f"{one} can have no instance" for one in empty)
    return Consistency(consistent=True, unsatisfiable=empty, messages=messages)
