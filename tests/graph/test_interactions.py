"""What several accounts of one interaction come to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sco_graph.graph.interactions import class_of
from sco_graph.graph.labels import interaction_labels
from sco_graph.graph.store import Store
from sco_graph.graph.terms import concept, entity, local_name
from sco_graph.graph.view import View
from sco_graph.model import Facts, InteractionType, Key, LocalId, Mode, Role, Status

from .fictional import IVAN, PYOTR, authority, document, facts

EVENT = Key("event/meeting-of-the-lake")


def told(*tellings: dict[str, Any]) -> Store:
    """A store in which documents a, b ... tell of one event; ``published`` and ``parts`` aside, what facts() takes."""
    store = Store()
    store.load_ontology()
    store.load_authority(authority())
    for name, telling in zip("abcdef", tellings, strict=False):
        note = document(name, published=telling.pop("published", "2020-04-30"))
        roles = telling.pop("roles", None)
        said = facts(note, key=EVENT, **telling)
        store.replace_document(note, with_roles(said, roles) if roles else said)
    return store


def with_roles(said: Facts, roles: tuple[Role, Role]) -> Facts:
    parts = tuple(replace(part, role=role) for part, role in zip(said.participations, roles, strict=True))
    return replace(said, participations=parts)


def values(store: Store, name: str) -> list[str]:
    """Values of a property of the event, of an IRI its last part."""
    table = store.select(
        "SELECT ?value { ?event ?property ?value }",
        graphs=["https://w3id.org/sco-graph/graph/interactions"],
        event=entity(EVENT),
        property=_property(name),
    )
    return [cell.value.rsplit("/", 1)[-1] if cell.kind == "iri" else cell.value for (cell,) in table.rows if cell]


def _property(name: str) -> Any:
    from sco_graph.graph.terms import PREF_LABEL, TYPE, sco

    return {"type": TYPE, "label": PREF_LABEL}.get(name) or sco(name)


def contradictions(store: Store) -> list[str]:
    return [line.split(":")[0] for line in values(store, "contradiction")]


def test_three_documents_tell_of_one_interaction() -> None:
    store = told({}, {}, {})
    assert len(values(store, "account")) == 3
    assert values(store, "hasParticipant") == ["ivan-testov", "pyotr-probov-fd"]
    assert len(values(store, "participation")) == 2
    assert contradictions(store) == []
    assert values(store, "type") == ["ontology#Interaction", "ontology#Meeting"]


def test_the_most_precise_date_is_taken() -> None:
    store = told({"date": "2020"}, {"date": "2020-04-29"}, {"date": "2020-04"}, {"date": None})
    assert values(store, "startDate") == ["2020-04-29"]
    assert values(store, "earliestDate") == values(store, "latestDate") == ["2020-04-29"]
    assert contradictions(store) == []


def test_of_two_precise_dates_the_later_document_decides_and_both_are_told() -> None:
    store = told({"published": "2020-05-02"}, {"date": "2020-04-28", "published": "2020-05-03"})
    assert values(store, "startDate") == ["2020-04-28"]
    assert contradictions(store) == ["date"]


def test_a_contradiction_names_what_each_document_says() -> None:
    store = told({"mode": Mode.PHONE}, {"mode": Mode.VIDEO}, {"mode": Mode.UNKNOWN})
    line = store.select("SELECT ?line { ?event sco:contradiction ?line }").rows[0][0]
    assert str(line) == "mode: phone in document/a-f6481ad1; video in document/b-4db6c3cf"


@pytest.mark.parametrize(
    ("tellings", "status", "denied"),
    [
        ([(Status.PLANNED, "2020-04-01"), (Status.HELD, "2020-05-01")], "held", False),
        ([(Status.HELD, "2020-05-01"), (Status.PLANNED, "2020-04-01")], "held", False),
        ([(Status.HELD, "2020-05-01"), (Status.CANCELLED, "2020-05-02")], "held", True),
        ([(Status.PLANNED, "2020-04-01"), (Status.POSTPONED, "2020-04-02")], "postponed", False),
        ([(Status.POSTPONED, "2020-04-01"), (Status.PLANNED, "2020-04-02")], "planned", False),
        ([(Status.PLANNED, "2020-04-01"), (Status.CANCELLED, "2020-04-01")], "planned", True),
        ([(Status.PROPOSED, None)], "proposed", False),
        ([(Status.HELD, "2020"), (Status.PLANNED, "2020-05")], "held", False),
        ([(Status.HELD, None), (Status.PLANNED, "2020-05")], "held", False),
        ([(Status.HELD, "2020-04"), (Status.PLANNED, "2020-05")], "held", True),
    ],
    ids=[
        "came true",
        "old plan",
        "denied",
        "postponed",
        "planned anew",
        "one day, two tales",
        "undated",
        "same year",
        "unknown day",
        "next month",
    ],
)
def test_held_stands_over_planned_and_the_later_document_decides(
    tellings: list[tuple[Status, str | None]], status: str, denied: bool
) -> None:
    store = told(*({"status": said, "published": published} for said, published in tellings))
    assert values(store, "status") == [status]
    assert ("status" in contradictions(store)) is denied


def test_an_unknown_mode_yields_to_a_known_one() -> None:
    store = told({"mode": Mode.UNKNOWN, "published": "2020-05-03"}, {"mode": Mode.VIDEO})
    assert values(store, "mode") == ["video"]
    assert contradictions(store) == []
    assert values(told({"mode": Mode.UNKNOWN}), "mode") == ["unknown"]


def test_a_place_that_one_document_gives_is_taken_and_two_states_contradict() -> None:
    store = told({"place": False, "state": None}, {})
    assert values(store, "place") == ["ozyorsk"]
    assert values(store, "inState") == ["FD"]
    assert values(told({"state": "SV"}, {"state": "FD"}), "contradiction") == [
        "state: state/FD in document/b-4db6c3cf; state/SV in document/a-f6481ad1"
    ]


def test_issues_and_participants_are_united() -> None:
    roles = {"roles": (Role.ATTENDEE, Role.HOST)}
    store = told({"issues": ["trade"]}, {"issues": ["youth"], **roles})
    assert values(store, "discusses") == ["trade", "youth"]
    assert values(store, "chairedBy") == ["ivan-testov"]
    assert values(store, "hostedBy") == ["pyotr-probov-fd"]
    assert len(values(store, "participation")) == 4
    assert values(store, "hasParticipant") == ["ivan-testov", "pyotr-probov-fd"]


def test_an_end_before_the_start_is_no_end() -> None:
    store = told({"date": "2020-05-03"}, {"date": "2020-04", "end": "2020-04-30"})
    assert values(store, "endDate") == []
    assert values(store, "latestDate") == ["2020-05-03"]


def test_level_is_the_rank_of_the_highest_post() -> None:
    assert values(told({}), "level") == ["head-of-organisation"]
    store = Store()
    note = document()
    store.replace_document(note, facts(note, key=EVENT))
    assert values(store, "level") == []


def test_labels_are_readable_in_three_languages() -> None:
    assert values(told({}), "label") == [
        "Meeting: Ivan Testov, Pyotr Probov, 29 April 2020",
        "Встреча: Иван Тестов, Пётр Пробов, 29 апреля 2020 года",
        "会见：Ivan Testov、Pyotr Probov，2020年4月29日",
    ]


def test_a_label_says_how_many_more_there_are() -> None:
    people = [entity(f"official/ivan-{number}") for number in range(6)]
    labels = interaction_labels("exercise", people, None, None, View(Store().database))
    assert [label.value for label in labels] == [
        "Exercise: ivan-0, ivan-1, ivan-2, ivan-3 and 2 more",
        "Exercise: ivan-0, ivan-1, ivan-2, ivan-3 и ещё 2",
        "Exercise：ivan-0、ivan-1、ivan-2、ivan-3等6方",
    ]
    assert [label.value for label in interaction_labels("exercise", [], "2020", None, View(Store().database))] == [
        "Exercise, 2020",
        "Exercise, 2020 год",
        "Exercise，2020年",
    ]


def test_interactions_stand_in_others() -> None:
    note = document()
    said = facts(note)
    inner = replace(said.events[0], id=LocalId("e2"), main=False, key=EVENT, part_of=LocalId("e1"))
    other = replace(inner, id=LocalId("e3"), key=Key("event/other"), part_of=None, on_sidelines_of=LocalId("e1"))
    store = Store()
    store.replace_document(note, replace(said, events=(*said.events, inner, other)))
    outer = entity(said.events[0].key)
    assert values(store, "partOf") == [local_name(outer)]
    assert store.ask("ASK { id:none ?p ?o }") is False
    assert store.ask("ASK { ?event sco:onSidelinesOf ?outer }", event=entity("event/other"), outer=outer)


@pytest.mark.parametrize("kind", InteractionType)
def test_every_type_has_a_class_and_a_concept(kind: InteractionType) -> None:
    store = Store()
    store.load_ontology()
    code = local_name(concept("interaction-type", kind))
    name = class_of(code)
    assert store.ask("ASK { ?class a owl:Class ; rdfs:subClassOf+ sco:Interaction }", **{"class": _class(name)})
    assert store.ask("ASK { ?type skos:prefLabel ?label }", type=concept("interaction-type", kind))


def _class(name: str) -> Any:
    from sco_graph.graph.terms import sco

    return sco(name)


def test_a_change_of_a_name_reaches_the_labels_of_interactions() -> None:
    store = told({})
    store.load_authority(authority(version="tables-2", with_pyotr=True))
    assert "Встреча: Иван Тестов, Пётр Образцов, 29 апреля 2020 года" in values(store, "label")
    assert not store.ask("ASK { GRAPH graph:entities { ?person ?p ?o } }", person=entity(PYOTR))
    store.load_authority(authority(version="tables-1"))
    assert "Встреча: Иван Тестов, Пётр Пробов, 29 апреля 2020 года" in values(store, "label")


def test_another_document_that_renames_an_unknown_person_reaches_them_too() -> None:
    store = told({})
    for name in ("x", "y"):
        note = document(name)
        said = facts(note)
        renamed = replace(said.officials[1], name="Пётр Ильич Пробов")
        only = replace(said, officials=(said.officials[0], renamed), events=(), participations=(), statements=())
        store.replace_document(note, replace(only, evidence=()))
    assert "Встреча: Иван Тестов, Пётр Ильич Пробов, 29 апреля 2020 года" in values(store, "label")


def test_an_interaction_that_nobody_tells_of_any_more_is_gone() -> None:
    store = told({}, {})
    keys = list(store.documents())
    store.forget(keys[0])
    assert len(values(store, "account")) == 1
    store.forget(keys[1])
    assert values(store, "type") == []
    assert store.graphs() == tuple(
        f"https://w3id.org/sco-graph/graph/{name}" for name in ("authority", "ontology", "provenance")
    )


def test_who_is_in_the_tables_has_no_label_elsewhere() -> None:
    store = told({})
    table = store.select(
        "SELECT ?graph { GRAPH ?graph { ?person skos:prefLabel ?name } }",
        person=entity(IVAN),
    )
    assert {str(graph) for (graph,) in table.rows} == {"https://w3id.org/sco-graph/graph/authority"}
