"""Meetings that the tables know, and documents that tell of them: one interaction, each triple in one graph."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sco_graph.authority.records import Authority, Meeting, MeetingParticipant, Name, Place
from sco_graph.graph.meetings import meeting_quads
from sco_graph.graph.store import Store
from sco_graph.graph.terms import entity
from sco_graph.graph.validation import validate
from sco_graph.model import Document, Facts, InteractionType, Key, Mode, Status
from sco_graph.vocabulary import AUTHORITY, INTERACTIONS

from .fictional import IVAN, SECRETARY, TOWN, UNION, authority, document, facts

COUNCIL = Key("event/lake-council-2020")
MEETING = Meeting(
    key=COUNCIL,
    organ=UNION,
    number=7,
    type=InteractionType.MULTILATERAL_MEETING,
    start="2020-04-28",
    end="2020-04-29",
    place=TOWN,
    state=Key("state/FD"),
    mode=Mode.IN_PERSON,
    chair=Key("state/FD"),
    status=Status.HELD,
    note="",
    source="invented",
)
PRESENT = MeetingParticipant(meeting=COUNCIL, participant=IVAN, post=SECRETARY, source="invented")


def tables(*, version: str = "tables-7") -> Authority:
    """The invented tables, with a council at the lake that Ivan Testov attended."""
    base = authority(version=version)
    town = Place(key=TOWN, state=Key("state/FD"), latitude=None, longitude=None, wikidata=None, source="invented")
    name = Name(entity=TOWN, text="Озёрск", language="ru")
    return replace(
        base,
        places=(*base.places, town),
        names=(*base.names, name),
        meetings=(MEETING,),
        meeting_participants=(PRESENT,),
    )


def told(name: str, place: bool = True) -> tuple[Document, Facts]:
    """A document that tells of the council on its second day, and of a guest whom the tables lack."""
    note = document(name)
    said = facts(note, key=COUNCIL, place=place)
    event = replace(said.events[0], type=InteractionType.MULTILATERAL_MEETING)
    return note, replace(said, events=(event,))


def store(*documents: tuple[Document, Facts]) -> Store:
    made = Store()
    made.load_ontology()
    made.load_authority(tables())
    for note, said in documents:
        made.replace_document(note, said)
    return made


def about(made: Store, graph: str) -> set[tuple[str, str]]:
    """Property and value of what a graph says of the council."""
    return {
        (quad.predicate.value.split("#")[-1], str(quad.object))
        for quad in made.quads(graph)
        if quad.subject == entity(COUNCIL)
    }


def complaints(made: Store) -> list[str]:
    """What the shapes say of interactions and participations; the fiction has nodes without names."""
    found = [one for one in validate(made) if one.focus.startswith(("event/", "participation/", "account/"))]
    return [f"{one.focus}: {one.message}" for one in found]


def test_a_meeting_of_the_tables_is_an_interaction_without_a_document() -> None:
    with store() as made:
        said = about(made, AUTHORITY)
        assert {name for name, _ in said} >= {
            "meetingOf", "meetingNumber", "status", "mode", "startDate", "endDate", "earliestDate", "latestDate",
            "place", "inState", "chairedBy", "hasParticipant", "participation",
        }  # fmt: skip
        assert about(made, INTERACTIONS) == set()
        assert complaints(made) == []


def test_labels_name_organ_number_and_days() -> None:
    with store() as made:
        labels = {value for name, value in about(made, AUTHORITY) if name.endswith("prefLabel")}
    assert labels == {
        '"Lake Union, meeting 7, 28 April 2020 – 29 April 2020"@en',
        '"Озёрный союз, заседание № 7, Озёрск, 28 апреля 2020 года – 29 апреля 2020 года"@ru',
    }


def test_a_document_adds_only_what_the_tables_lack() -> None:
    with store(told("first")) as made:
        beside = about(made, INTERACTIONS)
        names = {name for name, _ in beside}
        assert {"account", "discusses", "hasParticipant", "participation"} <= names
        assert not names & {"startDate", "endDate", "earliestDate", "latestDate", "status", "mode", "place", "inState"}
        assert not beside & about(made, AUTHORITY)
        assert complaints(made) == []


def test_each_triple_stands_in_one_graph() -> None:
    with store(told("first"), told("second", place=False)) as made:
        counts = Counter(quad.triple for quad in made.quads())
        assert [triple for triple, count in counts.items() if count > 1] == []


def test_two_documents_tell_of_one_meeting() -> None:
    with store(told("first"), told("second")) as made:
        accounts = made.select("SELECT ?account { ?event sco:account ?account }", event=entity(COUNCIL))
        assert len(accounts.rows) == 2


def test_forgetting_the_document_leaves_the_meeting() -> None:
    note, said = told("first")
    with store() as bare, store((note, said)) as made:
        made.forget(note.key)
        assert list(made.quads()) == list(bare.quads())


def test_tables_may_come_after_and_go_again() -> None:
    note, said = told("first")
    with Store() as made, store((note, said)) as usual:
        made.load_ontology()
        made.load_authority(authority(version="tables-0"))
        made.replace_document(note, said)
        without = list(made.quads())
        made.load_authority(tables())
        assert list(made.quads()) == list(usual.quads())
        made.load_authority(authority(version="tables-0"))
        assert list(made.quads()) == without


def test_a_meeting_of_which_little_is_known() -> None:
    bare = replace(MEETING, number=None, place=None, state=None, chair=None, end="2020-04-28")
    quads = list(meeting_quads(bare, (), {}))
    assert {quad.predicate.value.split("#")[-1] for quad in quads if quad.subject == entity(COUNCIL)} == {
        "type", "meetingOf", "status", "mode", "startDate", "earliestDate", "latestDate",
        "http://purl.org/dc/terms/source",
    }  # fmt: skip
