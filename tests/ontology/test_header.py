"""The header of the ontology has what catalogues of vocabularies ask for (FOOPS!, Widoco; checklist O1-O14)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, SKOS, VANN, XSD, Graph, Literal, URIRef
from rdflib.compare import isomorphic

import sco_graph
from sco_graph.vocabulary import PREFIXES, SCO

IRI = URIRef("https://w3id.org/sco-graph/ontology")


def languages(ontology: Graph, term: URIRef) -> set[str | None]:
    return {value.language for value in ontology.objects(IRI, term) if isinstance(value, Literal)}


@pytest.mark.parametrize("term", [DCTERMS.title, DCTERMS.description])
def test_titles_and_descriptions_are_in_three_languages(ontology: Graph, term: URIRef) -> None:
    assert languages(ontology, term) == {"en", "ru", "zh"}


def test_there_is_one_ontology(ontology: Graph) -> None:
    assert list(ontology.subjects(RDF.type, OWL.Ontology)) == [IRI]


def test_the_licence_is_an_address(ontology: Graph) -> None:
    assert ontology.value(IRI, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")


def test_the_version_is_that_of_the_package(ontology: Graph, root: Path) -> None:
    version = str(ontology.value(IRI, OWL.versionInfo))
    assert version == tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert version == sco_graph.__version__
    assert ontology.value(IRI, OWL.versionIRI) == URIRef(f"{IRI}/{version}")
    assert version in str(ontology.value(IRI, DCTERMS.bibliographicCitation))


def test_who_and_when(ontology: Graph) -> None:
    for term in (DCTERMS.creator, DCTERMS.publisher):
        assert ontology.value(IRI, term) == Literal("sco_graph contributors")
    for term in (DCTERMS.created, DCTERMS.issued):
        value = ontology.value(IRI, term)
        assert isinstance(value, Literal)
        assert value.datatype == XSD.date


def test_the_namespace_is_persistent_and_the_same_everywhere(ontology: Graph) -> None:
    namespace = str(ontology.value(IRI, VANN.preferredNamespaceUri))
    prefix = str(ontology.value(IRI, VANN.preferredNamespacePrefix))
    assert re.match(r"https://w3id\.org/", namespace)
    assert namespace == SCO == PREFIXES[prefix] == str(dict(ontology.namespaces())[prefix])


def test_no_identifier_is_invented(ontology: Graph) -> None:
    assert not [value for value in ontology.objects(IRI) if "doi" in str(value).lower()]


@pytest.mark.parametrize("name", ["sco", "roles", "issues", "issue-matches", "alignments", "shapes"])
@pytest.mark.parametrize("syntax", ["turtle", "xml", "nt"])
def test_each_file_says_the_same_in_every_syntax(root: Path, name: str, syntax: str) -> None:
    graph = Graph().parse(root / "ontology" / f"{name}.ttl")
    again = Graph().parse(data=graph.serialize(format=syntax), format=syntax)
    assert len(graph) > 20
    assert isomorphic(graph, again)


def test_schemes_belong_to_the_ontology(schemes: Graph) -> None:
    for scheme in schemes.subjects(RDF.type, SKOS.ConceptScheme):
        assert schemes.value(scheme, DCTERMS.isPartOf) == IRI
