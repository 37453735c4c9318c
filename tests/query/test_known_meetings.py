"""Participants of a known meeting count as met where a document names them, not where only the tables do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sco_graph.authority.records import MeetingParticipant, Name, Person
from sco_graph.graph.store import Store
from sco_graph.model import Key
from sco_graph.network import project
from sco_graph.query import answer

from ..graph.fictional import IVAN, PYOTR
from ..graph.test_meetings import COUNCIL, tables, told

ANNA = Key("official/anna-tabletova")


@pytest.fixture
def store() -> Iterator[Store]:
    """A council that a document tells of; the tables say that Anna Tabletova was there too, the document does not."""
    known = tables()
    anna = Person(key=ANNA, state=None, wikidata=None, source="invented")
    there = MeetingParticipant(meeting=COUNCIL, participant=ANNA, post=None, source="invented")
    known = replace(
        known,
        people=(*known.people, anna),
        names=(*known.names, Name(entity=ANNA, text="Anna Tabletova", language="en")),
        meeting_participants=(*known.meeting_participants, there),
    )
    with Store() as made:
        made.load_ontology()
        made.load_authority(known)
        made.replace_document(*told("first"))
        yield made


def cells(store: Store, question: str, **parameters: str) -> set[str]:
    """Everything that an answer names."""
    table = answer(store, question, **parameters)
    return {str(cell) for row in table.rows for cell in row if cell is not None}


def test_whom_only_the_tables_name_has_met_nobody(store: Store) -> None:
    assert not any("anna" in cell for cell in cells(store, "who-met-whom"))
    assert not any("anna" in cell for cell in cells(store, "co-participation", actor=IVAN))
    assert answer(store, "co-participation", actor=ANNA).rows == ()
    assert answer(store, "interactions-of-person", person=ANNA).rows == ()


def test_whom_the_document_names_has(store: Store) -> None:
    assert any("ivan" in cell for cell in cells(store, "who-met-whom"))
    (row,) = answer(store, "interactions-of-person", person=IVAN).rows
    assert str(row[-1]) == "1"


def test_no_line_of_the_network_lacks_its_words(store: Store) -> None:
    assert set(project(store, "official").nodes) == {IVAN, PYOTR}


def test_the_tables_still_say_who_was_there(store: Store) -> None:
    assert any("anna" in cell for cell in cells(store, "participants-of-interaction", interaction=COUNCIL))
