"""Every property of an account has words, and a sentence tells of it."""

from __future__ import annotations

import pytest

from sco_graph.corpus import from_text
from sco_graph.model import Mode
from sco_graph.reading import extract

TEXT = (
    "2 марта 2021 года в Ташкенте состоялась встреча Генерального секретаря Озёрного союза Ивана Тестова с "
    "послом Индии Петром Пробовым. Стороны обсудили вопросы торговли.\n"
    "15 мая 2021 года планируется провести саммит Озёрного союза в формате видеоконференции."
)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("interactionType", "type"),
        ("startDate", "date"),
        ("mode", "mode"),
        ("status", "status"),
        ("place", "place_key"),
        ("inState", "place_state"),
    ],
)
def test_each_property_of_an_account_has_its_words(name: str, value: str) -> None:
    facts = extract(from_text(TEXT, published="2021-03-02"))
    assert len(facts.events) == 2
    for event in facts.events:
        given = getattr(event, value)
        words = [item for item in facts.evidence if item.subject == event.id and item.property == name]
        assert given in (None, Mode.UNKNOWN) or words, (event, name)
        assert all(TEXT[item.start : item.stop] == item.quote for item in words)


def test_the_sentence_that_tells_of_an_event_is_kept() -> None:
    facts = extract(from_text(TEXT, published="2021-03-02"))
    told = {str(item.subject): item.quote for item in facts.evidence if item.property == "accountOf"}
    assert told["e1"].startswith("2 марта 2021 года в Ташкенте состоялась встреча")
    assert told["e2"].startswith("15 мая 2021 года планируется")


def test_a_mode_that_words_give_is_not_implied_as_well() -> None:
    facts = extract(from_text(TEXT, published="2021-03-02"))
    methods = {str(item.subject): item.method for item in facts.evidence if item.property == "mode"}
    assert methods["e1"] == "rule:mode_of_type"
    assert methods["e2"] != "rule:mode_of_type"
