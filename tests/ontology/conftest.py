"""The ontology's files as graphs, and who declares what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, serialize
from rdflib import OWL, RDF, Graph, URIRef

from sco_graph import authority
from sco_graph.corpus import find, read
from sco_graph.extraction import extract
from sco_graph.graph.store import Store
from sco_graph.vocabulary import ONTOLOGY, SCO

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


@pytest.fixture(scope="session")
def sample_store(root: Path) -> Iterator[Store]:
    """The sample corpus as a graph, with ontology and authority tables."""
    known = authority.load()
    with Store(None) as store:
        store.load_ontology(root / "ontology")
        store.load_authority(known)
        documents = [read(path, folder) for path, folder in find([root / "data" / "documents"])]
        store.replace_documents((document, extract(document, known)) for document in documents)
        yield store


@pytest.fixture(scope="session")
def sample(sample_store: Store) -> Graph:
    """What the sample corpus and the authority tables say, without the ontology."""
    quads = [quad for name in sample_store.graphs() if name != ONTOLOGY for quad in sample_store.quads(name)]
    lines = serialize([quad.triple for quad in quads], format=RdfFormat.N_TRIPLES)
    return Graph().parse(data=lines, format="nt")
