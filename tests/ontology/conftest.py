"""The ontology's files as graphs, and who declares what."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import OWL, RDF, Graph, URIRef

from sco_graph.vocabulary import SCO

PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


@pytest.fixture(scope="session")
def ontology(root: Path) -> Graph:
    return Graph().parse(root / "ontology" / "sco.ttl")


@pytest.fixture(scope="session")
def schemes(root: Path) -> Graph:
    return Graph().parse(root / "ontology" / "roles.ttl").parse(root / "ontology" / "issues.ttl")


@pytest.fixture(scope="session")
def classes(ontology: Graph) -> list[URIRef]:
    return _own(ontology, OWL.Class)


@pytest.fixture(scope="session")
def properties(ontology: Graph) -> list[URIRef]:
    return sorted(term for kind in PROPERTIES for term in _own(ontology, kind))


@pytest.fixture(scope="session")
def declared(classes: list[URIRef], properties: list[URIRef]) -> set[str]:
    """Local names of all terms."""
    return {term.removeprefix(SCO) for term in (*classes, *properties)}


def _own(ontology: Graph, kind: URIRef) -> list[URIRef]:
    found = ontology.subjects(RDF.type, kind)
    return sorted(term for term in found if isinstance(term, URIRef) and term.startswith(SCO))
