"""What one document says, as quads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import NamedNode

from sco_graph.graph.mapping import document_quads
from sco_graph.graph.store import Store
from sco_graph.graph.terms import entity, local_name, sco
from sco_graph.model import Evidence, Facts, Key, LocalId, Official, PostHeld
from sco_graph.vocabulary import document_graph

from .fictional import MINISTER, PYOTR, SECRETARY, TOWN, authority, document, evidence, facts


def store_of(said: Facts) -> Store:
    store = Store()
    store.replace_document(document(), said)
    return store


def supported(store: Store, kind: str) -> dict[str, list[str]]:
    """Properties that evidence supports, by the node of a class that it hangs on."""
    table = store.select(
        "SELECT ?node ?property { ?node a ?kind ; sco:evidence/sco:supports ?property }",
        kind=sco(kind),
    )
    found: dict[str, list[str]] = {}
    for node, name in table.rows:
        assert node
        assert name
        found.setdefault(node.value.rsplit("-", 1)[-1], []).append(name.value.rsplit("#", 1)[-1])
    return found


def test_every_property_has_its_words() -> None:
    store = store_of(facts(document()))
    assert supported(store, "Account") == {"e1": ["discusses", "interactionType", "place", "startDate"]}
    assert supported(store, "Participation") == {"chair": ["participant"], "attendee": ["participant"]}
    assert supported(store, "Statement") == {"s1": ["speechAct"]}
    assert supported(store, "Mention") == {
        "p1": ["inCapacity", "mentionOf"],
        "p2": ["inCapacity", "mentionOf"],
        "o1": ["mentionOf"],
        "FD": ["mentionOf"],
        "general": ["inCapacity"],
        "minister": ["inCapacity"],
        "ozyorsk": ["place"],
    }


@pytest.mark.parametrize(
    ("name", "value", "supports", "given"),
    [
        ("startDate", "2020-04", "startDate", '"2020-04"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'),
        ("date", "last spring", "startDate", '"last spring"@ru'),
        ("end", "2020", "endDate", '"2020"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("mode", "in_person", "mode", "<https://w3id.org/sco-graph/scheme/mode/in-person>"),
        ("type", "PhoneCall", "interactionType", "<https://w3id.org/sco-graph/scheme/interaction-type/phone-call>"),
        ("issue", "trade", "discusses", "<https://w3id.org/sco-graph/scheme/issue/trade>"),
        ("place", TOWN, "place", f"<https://w3id.org/sco-graph/id/{TOWN}>"),
        ("place", "Озёрск", "place", '"Озёрск"@ru'),
        ("placeState", "FD", "inState", "<https://w3id.org/sco-graph/id/state/FD>"),
        ("chairedBy", "p1", "chairedBy", "<https://w3id.org/sco-graph/id/official/ivan-testov>"),
        ("role", "chair", "participationRole", "<https://w3id.org/sco-graph/scheme/role/chair>"),
        ("partOf", "e2", "accountPartOf", "<https://w3id.org/sco-graph/id/account/note-6b0c48aa-e2>"),
    ],
)
def test_evidence_says_what_it_supports(name: str, value: str, supports: str, given: str) -> None:
    note = document()
    piece = evidence(note.text, "e1", name, value, "встречу")
    found = document_quads(note, replace(facts(note), evidence=(piece,)))
    said = {local_name(q.predicate): str(q.object) for q in found if "/evidence/" in str(q.subject)}
    assert said["supports"] == str(sco(supports))
    assert said["supportsValue"] == given


def test_a_chair_has_the_words_that_make_him_one() -> None:
    note = document()
    pieces = [evidence(note.text, "e1", name, "p1", "Иван Тестов") for name in ("chairedBy", "hostedBy")]
    store = store_of(replace(facts(note), evidence=tuple(pieces)))
    assert supported(store, "Participation") == {"chair": ["chairedBy"]}
    assert supported(store, "Account") == {"e1": ["hostedBy"]}


def test_the_surest_finding_stays() -> None:
    note = document()
    sure = evidence(note.text, "e1", "participant", "p2", "Петром Пробовым")
    unsure = replace(sure, method="guess", score=0.5)
    for order in ((sure, unsure), (unsure, sure)):
        store = store_of(replace(facts(note), evidence=order))
        table = store.select("SELECT ?score ?method { ?piece a sco:Evidence ; sco:score ?score ; sco:method ?method }")
        assert [[str(cell) for cell in row] for row in table.rows] == [["0.75", "rule:test"]]
        assert store.ask("ASK { ?part a sco:Participation ; sco:score 0.75 ; sco:method 'rule:test' }")


def test_a_mention_tells_names_and_posts() -> None:
    note = document()
    said = facts(note)
    former = replace(said.posts[0], former=True)
    store = store_of(replace(said, posts=(former, said.posts[1])))
    query = "ASK { ?m sco:mentionOf ?who ; sco:name ?name ; sco:transliteration 'Pyotr Probov'@en ; skos:altLabel ?a }"
    assert store.ask(query, who=entity(PYOTR))
    assert store.ask("ASK { ?m sco:formerCapacity ?post ; sco:mentionOf ?who }", post=entity(SECRETARY))
    assert not store.ask("ASK { ?m sco:transliteration 'Ivan Testov'@en }")


def test_a_document_is_described() -> None:
    note = document()
    node = entity(f"document/{note.key}")
    found = {local_name(q.predicate): q.object for q in document_quads(note, facts(note)) if q.subject == node}
    assert str(found["title"]) == '"Встреча на озере"@ru'
    assert str(found["issued"]) == '"2020-04-30"^^<http://www.w3.org/2001/XMLSchema#date>'
    assert found["mainAccount"] == entity(f"account/{note.key}-e1")
    bare = replace(note, title=None, published=None, publisher=None)
    names = {local_name(q.predicate) for q in document_quads(bare, Facts(document=bare.key))}
    assert names == {"type", "prefLabel", "language", "source", "sha256"}


def test_what_only_one_document_knows_is_described_from_it() -> None:
    store = Store()
    store.load_authority(authority())
    note = document()
    store.replace_document(note, facts(note))
    graph = ["https://w3id.org/sco-graph/graph/entities"]
    table = store.select("SELECT ?thing ?class { ?thing a ?class }", graphs=graph)
    assert [[str(cell).rsplit("/", 1)[-1] for cell in row] for row in table.rows] == [
        ["pyotr-probov-fd", "ontology#Actor"],
        ["pyotr-probov-fd", "ontology#Official"],
        ["ozyorsk", "ontology#Place"],
        ["fd-minister", "ontology#Post"],
    ]
    query = "ASK { ?who skos:prefLabel 'Пётр Пробов'@ru, ?en ; sco:generatedLabel ?en ; sco:hasHeld/sco:atBody ?state }"
    assert store.ask(query, graphs=graph, who=entity(PYOTR), state=entity("state/FD"))
    assert store.ask("ASK { ?place sco:inState ?state }", graphs=graph, place=entity(TOWN), state=entity("state/FD"))


def test_an_english_name_is_no_transliteration() -> None:
    store = Store()
    for name, language in (("a", "ru"), ("b", "en")):
        note = document(name, language=language)
        said = facts(note)
        names = {"ru": "Пётр Пробов", "en": "Petr Probov"}
        person = replace(said.officials[1], name=names[language])
        store.replace_document(note, replace(said, officials=(said.officials[0], person)))
    who = entity(PYOTR)
    assert store.ask("ASK { GRAPH graph:entities { ?who skos:prefLabel 'Petr Probov'@en } }", who=who)
    assert not store.ask(
        "ASK { GRAPH graph:entities { ?who skos:prefLabel ?name ; sco:generatedLabel ?name } }", who=who
    )


def test_a_chair_whom_no_list_names_is_a_state() -> None:
    note = document()
    said = facts(note)
    part = replace(said.participations[0], actor=LocalId("SV"), post=None)
    store = store_of(replace(said, participations=(part,)))
    assert store.ask("ASK { ?event sco:chairedBy ?state }", state=entity("state/SV"))


def test_a_graph_holds_nothing_of_another_document() -> None:
    note = document()
    graph = document_graph(note.key)
    assert {quad.graph_name for quad in document_quads(note, facts(note))} == {NamedNode(graph)}


def test_provenance_tells_from_what_a_graph_was_made() -> None:
    store, note = Store(), document()
    store.replace_document(note, facts(note), "rules-1", "tables-1")
    assert dict(store.documents()) == {note.key: (note.sha256, "rules-1", "tables-1")}
    store.replace_document(note, facts(note), "rules-2", "tables-1")
    assert store.documents()[note.key].rules_version == "rules-2"
    query = "ASK { ?graph prov:wasDerivedFrom ?note ; dcterms:source ?source }"
    assert store.ask(query, note=entity(f"document/{note.key}"))


def test_two_holders_of_one_post_are_told_apart() -> None:
    note = document()
    said = facts(note)
    third = Official(id=LocalId("p3"), key=Key("official/anna"), name="Анна", name_en="Anna", linked=False)
    post = PostHeld(holder=third.id, title="министр", org="FD", body=Key("state/FD"), key=MINISTER, known=False)
    words = Evidence(
        subject=third.id,
        property="post",
        value=MINISTER,
        start=0,
        stop=2,
        quote=note.text[:2],
        method="rule:test",
        score=1.0,
    )
    store = store_of(
        replace(said, officials=(*said.officials, third), posts=(*said.posts, post), evidence=(*said.evidence, words))
    )
    table = store.select("SELECT ?who { ?mention sco:mentionOf ?who ; sco:inCapacity ?post }", post=entity(MINISTER))
    assert [str(who).rsplit("/", 1)[-1] for (who,) in table.rows] == ["anna", "pyotr-probov-fd"]
