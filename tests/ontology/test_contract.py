"""The terms of the ontology are those of the vocabulary contract and those that the code writes: none lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef

import sco_graph
from sco_graph.model import BodyKind, InteractionType
from sco_graph.vocabulary import SCO

SOURCE = Path(sco_graph.__file__).parent
_IN_PYTHON = re.compile(r"\bsco\(\"(\w+)\"\)")
_IN_SPARQL = re.compile(r"\bsco:(\w+)")

# Superclasses that give a domain or a range a name, and terms of the mapping that the contract leaves to us.
ABSTRACT = {"Entity", "Occurrence", "Dated", "Located", "Scored", "Claim", "Appearance", "CorporateActor"}
ADDED = {
    "Attestation", "Mention", "abstract", "accountOnSidelinesOf", "accountPartOf", "alpha3", "attestationOf",
    "attestedEntity", "attestedProperty", "attestedValue", "capital", "contradiction", "followed",
    "formerCapacity", "generatedLabel", "interactionType", "m49", "mainAccount", "matchingClass", "meetingNumber",
    "meetingOf", "memberOrganisation", "memberState", "membershipKind", "mentionOf", "mentionedAs", "mentionedIn",
    "mentionedWith", "name", "rankOrder", "represents", "rulesVersion", "sha256", "tablesVersion",
    "transliteration", "typicalRank", "verified",
}  # fmt: skip
CONTRACT = {
    "AcademicInstitution", "Account", "Actor", "Briefing", "Ceremony", "Collective", "Company", "Conference",
    "Document", "ElectionObservation", "Evidence", "Exercise", "GovernmentBody", "Interaction",
    "InternationalOrganisation", "Issue", "Letter", "MediaOutlet", "Meeting", "MultilateralMeeting",
    "NonGovernmentalOrganisation", "Official", "Organ", "Organisation", "OtherInteraction", "OutcomeDocument",
    "Participation", "PhoneCall", "Place", "Post", "Signing", "State", "StateMembership", "Statement", "Summit",
    "Tenure", "Videoconference", "Visit",
    "about", "account", "accountOf", "addressee", "adopted", "atBody", "chairedBy", "discusses", "earliestDate",
    "endDate", "evidence", "follows", "hasHeld", "hasParticipant", "holder", "hostedBy", "inCapacity", "inState",
    "latestDate", "level", "madeDuring", "memberOf", "method", "mode", "ofState", "onSidelinesOf", "organOf", "partOf",
    "participant", "participation", "participationRole", "place", "post", "postType", "quote", "rank", "reportedIn",
    "score", "spanStart", "spanStop", "speaker", "speechAct", "stance", "startDate", "status", "supports",
    "supportsValue",
}  # fmt: skip


def test_the_terms_are_those_agreed_upon(declared: set[str]) -> None:
    assert declared == CONTRACT | ABSTRACT | ADDED


def test_the_contract_is_that_of_the_design(shared: Path) -> None:
    text = (shared / "design" / "ontology.md").read_text("utf-8")
    assert set(_IN_SPARQL.findall(text)) | {"hasHeld"} == CONTRACT


def test_classes_without_instances_are_marked(ontology: Graph) -> None:
    marked = {str(term).removeprefix(SCO) for term in ontology.subjects(URIRef(SCO + "abstract"), Literal(True))}
    assert marked == {*ABSTRACT, "Actor"}


def written() -> Iterator[tuple[str, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for name in _IN_PYTHON.findall(path.read_text("utf-8")):
            yield path.name, name
    for path in sorted(SOURCE.rglob("*.rq")):
        for name in _IN_SPARQL.findall(path.read_text("utf-8")):
            yield path.name, name


def test_what_the_code_writes_and_asks_for_is_declared(declared: set[str]) -> None:
    found = set(written())
    assert len({name for _, name in found}) > 40
    assert {(path, name) for path, name in found if name not in declared} == set()


@pytest.mark.parametrize("kind", [*BodyKind, *InteractionType])
def test_each_kind_of_the_model_is_a_class(kind: str, declared: set[str]) -> None:
    assert ("OtherInteraction" if kind == "Other" else str(kind)) in declared


@pytest.mark.parametrize("name", ["roles", "issues", "shapes"])
def test_what_the_other_files_use_is_declared(root: Path, declared: set[str], name: str) -> None:
    graph = Graph().parse(root / "ontology" / f"{name}.ttl")
    used = {str(node).removeprefix(SCO) for triple in graph for node in triple if str(node).startswith(SCO)}
    assert {name for name in used if not name.endswith("Shape")} <= declared
