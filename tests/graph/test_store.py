"""Documents come in and go, tables and ontology with them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from rdflib import URIRef

from sco_graph.errors import InvalidRDF, UnknownEntity
from sco_graph.graph.ontology import ontology_quads
from sco_graph.graph.store import Store
from sco_graph.vocabulary import AUTHORITY, ONTOLOGY, document_graph

from .fictional import authority, document, facts


def lines(store: Store) -> list[str]:
    return [str(quad) for quad in store.quads()]


def test_many_at_once_are_the_same_as_one_by_one() -> None:
    notes = [document(f"note-{number}") for number in range(60)]
    one, many = Store(), Store()
    many.replace_documents((note, facts(note)) for note in notes)
    for note in notes:
        one.replace_document(note, facts(note))
    assert lines(one) == lines(many)
    assert list(many.documents()) == sorted(note.key for note in notes)


def test_nothing_is_written_when_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    store, note = Store(), document()
    store.load_ontology()
    store.load_authority(authority())
    store.replace_document(note, facts(note))

    def refuse(request: str) -> None:
        raise AssertionError(request)

    monkeypatch.setattr(store._backend, "update", refuse)
    store.replace_document(note, facts(note))
    store.load_authority(authority())
    store.load_ontology()
    store.forget()


def test_forgetting_what_is_not_there_is_told() -> None:
    store, note = Store(), document()
    store.replace_document(note, facts(note))
    with pytest.raises(UnknownEntity, match="document/none: the store does not hold it"):
        store.forget(note.key, "none")
    assert list(store.documents()) == [note.key]


def test_new_tables_take_the_place_of_the_old() -> None:
    store = Store()
    store.load_authority(authority(version="1", with_pyotr=True))
    store.load_authority(authority(version="2"))
    fresh = Store()
    fresh.load_authority(authority(version="2"))
    assert lines(store) == lines(fresh)


def test_tables_are_quads_with_dates_as_precise_as_they_are() -> None:
    store = Store()
    store.load_authority(authority())
    assert store.ask(
        "ASK { ?t a sco:Tenure ; sco:startDate '2019'^^xsd:gYear ; sco:earliestDate '2019-01-01'^^xsd:date }"
    )
    assert store.ask(
        "ASK { ?m a sco:StateMembership ; sco:memberState ?state ; sco:memberOrganisation ?body ; sco:verified false ."
        " ?state sco:memberOf ?body ; owl:sameAs wd:Q2 ; skos:notation 'FD' ; skos:hiddenLabel 'фридонский'@ru }"
    )
    assert store.ask("ASK { ?organ a sco:Organ, sco:Organisation, sco:Actor ; sco:organOf/skos:altLabel 'LU'@en }")
    assert store.ask("ASK { ?who skos:prefLabel ?name ; sco:generatedLabel ?name }")
    assert store.ask("ASK { ?place a sco:Place ; schema:latitude 12.5 ; schema:longitude -0.25 }")


def test_the_ontology_has_no_blank_node_and_does_not_depend_on_their_names(tmp_path: Path) -> None:
    turtle = "@prefix : <urn:> . :a :p [ :q 1 ], [ :q 2 ] ."
    named = "@prefix : <urn:> . :a :p _:x, _:y . _:y :q 1 . _:x :q 2 ."
    for folder, content in (("one", turtle), ("two", named)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.ttl").write_text(content)
        (tmp_path / folder / "shapes.ttl").write_text("not even Turtle")
    assert ontology_quads(tmp_path / "one") == ontology_quads(tmp_path / "two")
    assert all("/.well-known/genid/a-" in str(quad) for quad in ontology_quads(tmp_path / "one"))
    store = Store()
    store.load_ontology(tmp_path / "one")
    assert len(list(store.quads(ONTOLOGY))) == 4


def test_a_broken_ontology_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidRDF, match="no Turtle file"):
        Store().load_ontology(tmp_path)
    (tmp_path / "a.ttl").write_text("@prefix : <urn:> .\n:a :b")
    with pytest.raises(InvalidRDF, match=r"a\.ttl: it is not Turtle \(.*line 2"):
        Store().load_ontology(tmp_path)


def test_quads_and_triples_are_sorted_and_triples_leave_inferred_out() -> None:
    store, note = Store(), document()
    store.replace_document(note, facts(note))
    before = list(store.triples())
    store.update("INSERT DATA { GRAPH graph:inferred { <urn:a> <urn:b> 1 } }")
    assert list(store.triples()) == before
    quads = list(store.quads())
    assert len(quads) == len(store) == len(before) + 1
    graphs = [str(quad.graph_name) for quad in quads]
    assert graphs == sorted(graphs)
    assert len(list(store.quads(document_graph(note.key)))) > 50


def test_the_view_of_rdflib_is_the_same_store() -> None:
    with Store() as store:
        store.load_authority(authority())
        view = store.dataset()
        assert len(view.graph(URIRef(AUTHORITY))) == len(store) - 1
        view.graph(URIRef("urn:g")).add((URIRef("urn:a"), URIRef("urn:b"), URIRef("urn:c")))
        assert store.ask("ASK { <urn:a> <urn:b> <urn:c> }")


@pytest.mark.slow
def test_a_document_costs_no_more_in_a_large_store() -> None:
    """Replacing one document of two thousand takes no longer than twice what it takes in an empty store."""

    def cost(store: Store) -> float:
        times = []
        for number in range(20):
            note = document("probe")
            said = facts(note, key="event/probe", issues=("trade", "youth")[: 1 + number % 2])
            start = time.perf_counter()
            store.replace_document(note, said)
            times.append(time.perf_counter() - start)
        return sorted(times)[len(times) // 2]

    small, large = Store(), Store()
    small.load_authority(authority())
    large.load_authority(authority())
    notes = [document(f"note-{number}") for number in range(2_000)]
    large.replace_documents((note, facts(note, key=f"event/meeting-{note.key}")) for note in notes)
    assert cost(large) < 2 * cost(small) + 0.01
