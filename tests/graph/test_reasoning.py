"""HermiT finds the ontology consistent, finds planted clashes, and a machine without Java is told what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, serialize
from rdflib import Graph

from sco_graph.errors import InvalidRDF, MissingDependency
from sco_graph.graph import reasoning
from sco_graph.graph.clashes import clashes
from sco_graph.graph.reasoning import check
from sco_graph.graph.store import Store
from tests.query import stories

PREFIXES = """
@prefix sco: <https://w3id.org/sco-graph/ontology#> .
@prefix id: <https://w3id.org/sco-graph/id/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SOUND = """
<urn:meeting> a sco:Meeting ; sco:participation <urn:part> ; sco:startDate "2021"^^xsd:gYear ;
    sco:earliestDate "2021-01-01"^^xsd:date ; sco:account <urn:account> .
<urn:part> sco:participant <urn:ivan-testov> ; sco:inCapacity <urn:head> .
<urn:text> sco:mainAccount <urn:account> .
<urn:account> sco:participation <urn:told> ; sco:reportedIn <urn:text> .
<urn:told> sco:participant <urn:ivan-testov> .
<urn:head> sco:atBody <urn:lake-union> .
<urn:lake-union> a sco:InternationalOrganisation .
<urn:ivan-testov> a sco:Official ; sco:hasHeld <urn:head> .
"""
CLASHES = {
    "a person as a body": "<urn:head> sco:atBody <urn:ivan-testov> .",
    "a body as holder": "<urn:tenure> sco:holder <urn:lake-union> .",
    "a state as place": "<urn:meeting> sco:place <urn:freedonia> . <urn:freedonia> a sco:State .",
    "a document as interaction": "<urn:text> a sco:Document . <urn:account> sco:accountOf <urn:text> .",
    "a place in the chair": "<urn:meeting> sco:chairedBy <urn:ozersk> . <urn:ozersk> a sco:Place .",
    "a call that is a letter": "<urn:meeting> a sco:PhoneCall .",
}


@pytest.fixture(scope="session")
def files(root: Path) -> list[Path]:
    return [root / "ontology" / f"{name}.ttl" for name in ("sco", "roles", "issues", "alignments")]


def data(*turtle: str) -> Graph:
    return Graph().parse(data=PREFIXES + "\n".join(turtle), format="turtle")


@pytest.mark.slow
def test_the_ontology_is_consistent_and_no_class_is_empty(files: list[Path]) -> None:
    found = check(files, data(SOUND))
    assert (found.consistent, found.unsatisfiable, found.messages) == (True, (), ())


@pytest.mark.slow
@pytest.mark.parametrize("planted", CLASHES.values(), ids=list(CLASHES))
def test_a_planted_clash_is_found_and_named(files: list[Path], planted: str) -> None:
    found = check(files, data(SOUND, planted))
    assert not found.consistent
    assert all("which exclude each other" in message for message in found.messages)


@pytest.mark.slow
def test_what_a_store_holds_is_consistent_with_the_ontology(files: list[Path]) -> None:
    with Store(None) as store:
        store.load_authority(stories.AUTHORITY)
        store.replace_documents(stories.stories())
        lines = serialize(store.triples(), format=RdfFormat.N_TRIPLES)
    assert check(files, Graph().parse(data=lines, format="nt")).messages == ()


@pytest.mark.slow
def test_a_class_that_can_have_no_instance_is_named(files: list[Path]) -> None:
    found = check(files, data("<urn:Spy> a owl:Class ; rdfs:subClassOf sco:Official, sco:Document ."))
    assert (found.consistent, found.unsatisfiable) == (True, ("urn:Spy",))
    assert found.messages == ("urn:Spy can have no instance",)


@pytest.mark.slow
def test_what_a_chain_of_properties_implies_counts(files: list[Path]) -> None:
    # No look-up sees it: only the chain participation / participant makes the place a participant.
    implied = (
        "<urn:Unmet> a owl:Class ; rdfs:subClassOf "
        "[ a owl:Restriction ; owl:onProperty sco:hasParticipant ; owl:allValuesFrom owl:Nothing ] . "
        "<urn:meeting> a <urn:Unmet> ."
    )
    found = check(files, data(SOUND, implied))
    assert not found.consistent
    assert found.messages == ("HermiT finds no model; no simple clash explains it.",)


@pytest.mark.parametrize("planted", CLASHES.values(), ids=list(CLASHES))
def test_a_clash_is_looked_up_without_java(files: list[Path], planted: str) -> None:
    graph = reasoning._parsed(files)
    assert clashes(graph + data(SOUND)) == ()
    assert clashes(graph + data(SOUND, planted))


def test_pairwise_disjointness_counts_too() -> None:
    assert clashes(data("<urn:a#One> owl:disjointWith <urn:a#Two> . <urn:x> a <urn:a#One>, <urn:a#Two> ."))


def test_without_java_the_remedy_is_told(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingDependency, match=r"Java is not installed\. Install a Java runtime"):
        check(files)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("this is not Turtle", "utf-8")
    for path in (broken, tmp_path / "absent.ttl"):
        with pytest.raises(InvalidRDF, match=path.name):
            reasoning._parsed([path])
