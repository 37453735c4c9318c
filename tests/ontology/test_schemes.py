"""The concept schemes hold the codes of the model and of the guide, each named and defined, each in its place."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, URIRef

from sco_graph.model import Act, InteractionType, Mode, Role, Status
from sco_graph.vocabulary import SCHEME, SCO, concept

LANGUAGES = {"en", "ru", "zh"}
ENUMS: dict[str, type[StrEnum]] = {
    "mode": Mode,
    "status": Status,
    "role": Role,
    "speech-act": Act,
    "interaction-type": InteractionType,
}


def codes(schemes: Graph, scheme: str) -> set[str]:
    members = schemes.subjects(SKOS.inScheme, URIRef(SCHEME + scheme))
    return {str(code) for member in members for code in schemes.objects(member, SKOS.notation)}


@pytest.mark.parametrize(("scheme", "codes_of"), ENUMS.items())
def test_codes_are_those_of_the_model(schemes: Graph, scheme: str, codes_of: type[StrEnum]) -> None:
    written = {re.sub(r"(?<=[a-z])(?=[A-Z])|_", "-", code).lower() for code in codes_of}
    assert codes(schemes, scheme) == written


def test_codes_of_the_guide_are_issues(schemes: Graph, shared: Path) -> None:
    guide = (shared / "evaluation" / "GUIDE.md").read_text("utf-8")
    listed = guide.split("## Issue codes")[1].split("##")[0]
    assert {code.strip() for code in listed.split(",")} <= codes(schemes, "issue")


def test_top_concepts_are_said_both_ways(schemes: Graph) -> None:
    downward = set(schemes.subject_objects(SKOS.hasTopConcept))
    assert len(downward) > 100
    assert downward == {(scheme, top) for top, scheme in schemes.subject_objects(SKOS.topConceptOf)}


def test_each_issue_is_an_issue(schemes: Graph) -> None:
    for member in schemes.subjects(SKOS.inScheme, URIRef(SCHEME + "issue")):
        assert (member, RDF.type, URIRef(SCO + "Issue")) in schemes


def test_each_concept_is_named_defined_and_placed(schemes: Graph) -> None:
    found = set(schemes.subjects(RDF.type, SKOS.Concept))
    assert len(found) > 250
    for member in found:
        for kind in (SKOS.prefLabel, SKOS.definition):
            values = [value for value in schemes.objects(member, kind) if isinstance(value, Literal)]
            assert sorted(value.language or "" for value in values) == sorted(LANGUAGES), (member, kind)
        (scheme,) = schemes.objects(member, SKOS.inScheme)
        (code,) = schemes.objects(member, SKOS.notation)
        assert str(member) == concept(str(scheme).removeprefix(SCHEME), str(code))
        top = (member, SKOS.topConceptOf, scheme) in schemes
        assert top != ((member, SKOS.broader, None) in schemes)


def test_labels_are_unique_within_a_scheme(schemes: Graph) -> None:
    for scheme in schemes.subjects(RDF.type, SKOS.ConceptScheme):
        for language in LANGUAGES - {"zh"}:
            labels = [
                label.lower()
                for member in schemes.subjects(SKOS.inScheme, scheme)
                for label in schemes.objects(member, SKOS.prefLabel)
                if isinstance(label, Literal) and label.language == language
            ]
            assert len(labels) == len(set(labels)), scheme


def test_each_type_of_post_has_a_rank_and_ranks_an_order(schemes: Graph) -> None:
    ranks = set(schemes.subjects(SKOS.inScheme, URIRef(SCHEME + "rank")))
    orders = [order for rank in ranks for order in schemes.objects(rank, URIRef(SCO + "rankOrder"))]
    assert len(orders) == len(set(orders)) == len(ranks)
    for post in schemes.subjects(SKOS.inScheme, URIRef(SCHEME + "post-type")):
        (rank,) = schemes.objects(post, URIRef(SCO + "typicalRank"))
        assert rank in ranks


def test_each_type_of_interaction_names_its_class(schemes: Graph, declared: set[str]) -> None:
    for member in schemes.subjects(SKOS.inScheme, URIRef(SCHEME + "interaction-type")):
        (kind,) = schemes.objects(member, URIRef(SCO + "matchingClass"))
        assert str(kind).removeprefix(SCO) in declared


def test_schemes_belong_to_the_ontology(schemes: Graph) -> None:
    for scheme in schemes.subjects(RDF.type, SKOS.ConceptScheme):
        assert schemes.value(scheme, DCTERMS.isPartOf) == URIRef(SCO.removesuffix("#"))
