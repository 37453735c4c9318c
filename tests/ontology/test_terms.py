"""Each term is named, defined and placed as a vocabulary should have it (OOPS!, FOOPS!; checklist T1-T13)."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.collection import Collection

from sco_graph.graph.clashes import clashes
from sco_graph.vocabulary import SCO

from .conftest import PROPERTIES

LANGUAGES = {"en", "ru", "zh"}
AXIOMS = (RDF.type, RDFS.label, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.inverseOf)


def texts(graph: Graph, term: URIRef, kind: URIRef) -> dict[str | None, list[str]]:
    found: dict[str | None, list[str]] = {}
    for value in graph.objects(term, kind):
        assert isinstance(value, Literal)
        found.setdefault(value.language, []).append(str(value))
    return found


def test_each_term_has_one_label_and_definition_a_language(
    ontology: Graph, classes: list[URIRef], properties: list[URIRef]
) -> None:
    for term in (*classes, *properties):
        for kind in (RDFS.label, SKOS.definition):
            found = texts(ontology, term, kind)
            assert set(found) == LANGUAGES, (term, kind)
            assert all(len(values) == 1 for values in found.values()), (term, kind)


@pytest.mark.parametrize("kind", ["classes", "properties"])
def test_labels_are_unique_among_classes_and_among_properties(
    ontology: Graph, kind: str, request: pytest.FixtureRequest
) -> None:
    counted = Counter(label for term in request.getfixturevalue(kind) for label in ontology.objects(term, RDFS.label))
    assert [label for label, times in counted.items() if times > 1 and "SHA-256" not in str(label)] == []


def test_definitions_are_in_the_script_of_their_language(ontology: Graph, schemes: Graph) -> None:
    scripts = {"ru": r"[А-Яа-яё]", "zh": r"[\u4e00-\u9fff]", "en": r"^[^А-Яа-яё\u4e00-\u9fff]+$"}
    for value in (*ontology.objects(None, SKOS.definition), *schemes.objects(None, SKOS.definition)):
        assert isinstance(value, Literal)
        assert re.search(scripts[value.language or ""], value), value
        assert value.language != "ru" or "。" not in value


def test_each_term_says_where_it_is_defined(ontology: Graph, classes: list[URIRef], properties: list[URIRef]) -> None:
    for term in (*classes, *properties):
        assert list(ontology.objects(term, RDFS.isDefinedBy)) == [URIRef(SCO.removesuffix("#"))]


@pytest.mark.parametrize("name", ["sco", "roles", "issues", "issue-matches", "alignments", "shapes"])
def test_no_term_of_another_vocabulary_is_defined_anew(root: Path, name: str) -> None:
    graph = Graph().parse(root / "ontology" / f"{name}.ttl")
    for axiom in AXIOMS:
        for term in graph.subjects(axiom):
            foreign = isinstance(term, URIRef) and not term.startswith("https://w3id.org/sco-graph/")
            assert not foreign, (term, axiom)


def test_each_property_has_one_kind_domain_and_range(ontology: Graph, properties: list[URIRef]) -> None:
    assert len(set(properties)) == len(properties)
    for term in properties:
        kinds = [kind for kind in ontology.objects(term, RDF.type) if kind in PROPERTIES]
        ends = [len(list(ontology.objects(term, end))) for end in (RDFS.domain, RDFS.range)]
        assert (len(kinds), ends) == (1, [1, 1]), term


def test_accounts_and_interactions_are_inverse(ontology: Graph) -> None:
    assert ontology.value(URIRef(SCO + "account"), OWL.inverseOf) == URIRef(SCO + "accountOf")


def test_subclasses_have_no_cycle_and_no_class_stands_alone(ontology: Graph, classes: list[URIRef]) -> None:
    for term in classes:
        above = set(ontology.transitive_objects(term, RDFS.subClassOf)) - {term}
        assert not any(term in ontology.transitive_objects(one, RDFS.subClassOf) for one in above)
        used = ontology.subjects(RDFS.subClassOf, term), ontology.subjects(RDFS.range | RDFS.domain, term)
        assert above or any(True for subjects in used for _ in subjects), term


def test_names_are_upper_camel_for_classes_and_lower_camel_for_properties(
    classes: list[URIRef], properties: list[URIRef]
) -> None:
    assert all(re.fullmatch(r"([A-Z][a-z]+)+", term.removeprefix(SCO)) for term in classes)
    assert all(re.fullmatch(r"[a-z]+[0-9]*([A-Z][a-z]+)*", term.removeprefix(SCO)) for term in properties)


def test_every_concrete_top_class_is_disjoint_from_the_others(ontology: Graph, classes: list[URIRef]) -> None:
    groups = [set(Collection(ontology, node)) for node in ontology.objects(None, OWL.members)]
    largest = max(groups, key=len)
    for term in classes:
        abstract = (term, URIRef(SCO + "abstract"), None) in ontology
        if not abstract:
            above = set(ontology.transitive_objects(term, RDFS.subClassOf))
            assert above & largest, f"{term} is disjoint from nothing"


def test_vocabularies_are_reused(ontology: Graph) -> None:
    above = {*ontology.objects(None, RDFS.subClassOf), *ontology.objects(None, RDFS.subPropertyOf)}
    namespaces = {re.sub(r"[^/#]+$", "", str(term)) for term in above if not str(term).startswith(SCO)}
    assert len(namespaces) >= 7
    assert len({prefix for prefix, name in ontology.namespaces() if str(name) in namespaces}) == len(namespaces)


def test_a_participant_is_what_takes_part(ontology: Graph) -> None:
    chain = ontology.value(URIRef(SCO + "hasParticipant"), OWL.propertyChainAxiom)
    assert chain is not None
    assert list(Collection(ontology, chain)) == [URIRef(SCO + "participation"), URIRef(SCO + "participant")]


def test_properties_of_a_chain_are_not_counted(ontology: Graph) -> None:
    # OWL 2 DL, section 11.2: what follows from a chain may be neither functional nor bounded in number.
    derived = set(ontology.transitive_subjects(RDFS.subPropertyOf, URIRef(SCO + "hasParticipant")))
    for term in derived:
        assert (term, RDF.type, OWL.FunctionalProperty) not in ontology
    assert not list(ontology.subjects(RDF.type, OWL.Restriction))


def test_the_ontology_does_not_contradict_itself_at_sight(ontology: Graph, schemes: Graph) -> None:
    assert clashes(ontology + schemes) == ()
