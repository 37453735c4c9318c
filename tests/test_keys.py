"""Keys are deterministic, ASCII, and begin with a letter."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from sco_graph import keys

LINKED = ["official/ivan-testov", "official/petra-probova"]


@given(st.text())
def test_a_slug_is_ascii_and_begins_with_a_letter(text: str) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9-]*", keys.slug(text))


@given(st.permutations(LINKED))
def test_the_order_of_participants_changes_nothing(people: list[str]) -> None:
    assert keys.event_key("Meeting", "2020-01-02", people, "a", "e1") == keys.event_key(
        "Meeting", "2020-01-02", LINKED, "b", "e2"
    )


def test_events_that_could_be_others_carry_their_document() -> None:
    undated = [keys.event_key("Meeting", None, LINKED, document, "e1") for document in ("a", "b")]
    alone = [keys.event_key("Meeting", "2020-01-02", LINKED[:1], document, "e1") for document in ("a", "b")]
    assert len({*undated, *alone}) == 4


def test_two_unknown_meetings_of_a_document_stay_apart() -> None:
    assert keys.event_key("Meeting", "2020", [], "a", "e1") != keys.event_key("Meeting", "2020", [], "a", "e2")


def test_documents_of_one_name_at_two_addresses_differ() -> None:
    assert keys.document_key("https://a.example/1", "note") != keys.document_key("https://a.example/2", "note")


def test_nil_keys_tell_people_of_one_name_apart_by_state() -> None:
    assert keys.nil_key("official", "Ivan Testov", "state/RU") != keys.nil_key("official", "Ivan Testov", "state/KZ")
