"""Properties of a reading, the two languages read by the gazetteer alone, and odd input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sco_graph.extraction.reading import Reading

from .conftest import Read

WORDS = st.sampled_from(
    [
        "Министр",
        "министра",
        "обороны",
        "Китая",
        ",",
        ".",
        "-",
        "(",
        ")",
        "«",
        "»",
        "и",
        "Иван",
        "Ивана",
        "Тестов",
        "И.Тестов",
        "Лэ",
        "Юйчэном",
        "ШОС",
        "Секретариат",
        "Генеральный",
        "секретарь",
        "Организации",
        "российская",
        "сторона",
        "он",
        "Он",
        "собеседники",
        "с",
        "в",
        "встретился",
        "заявил",
        "\n",
    ]
)


def _holds(reading: Reading) -> None:
    text = reading.document.text
    assert all(text[e.start : e.stop] == e.quote and e.quote for e in reading.evidence)
    known: set[str] = {*(o.id for o in reading.officials), *(o.id for o in reading.organisations), *reading.states}
    known |= {place.key for place in reading.places}
    assert all({m.ref, *m.refs} <= known for m in reading.mentions)
    proved = {e.subject for e in reading.evidence}
    assert known - {place.key for place in reading.places} <= proved
    assert all(any(e.property == "post" and e.value == p.key for e in reading.evidence) for p in reading.posts)


@given(st.lists(WORDS, min_size=1, max_size=30).map(" ".join).filter(str.strip))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_fact_rests_on_its_words(read: Read, text: str) -> None:
    _holds(read(text))


LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


@example("𗀀 и ꙮ")
@given(st.text(LETTERS, min_size=1, max_size=120))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_is_too_odd(read: Read, text: str) -> None:
    _holds(read(f"ШОС: {text}"))


@pytest.mark.parametrize(
    ("language", "text", "person", "body"),
    [
        ("en", "Vladimir Norov spoke for the SCO in China.", "official/vladimir-norov", "body/sco"),
        ("zh", "上海合作组织秘书长张明访问中国。", "official/zhang-ming", "body/sco"),
    ],
)
def test_other_languages_give_what_the_tables_name(
    read: Read, language: str, text: str, person: str, body: str
) -> None:
    reading = read(text, language)

    assert [o.key for o in reading.officials] == [person]
    assert body in [o.key for o in reading.organisations]
    assert reading.states == ("CN",)
    _holds(reading)


def test_places_are_named_with_their_state(read: Read) -> None:
    assert [(p.key, p.state) for p in read("Встреча прошла в Астане.").places] == [("place/astana", "KZ")]


def test_the_first_document(read: Read, shared: Path) -> None:
    folder = shared / "seed"
    gold = json.loads((folder / "2020-04-29-norov-le.ru.json").read_text("utf-8"))
    reading = read((folder / "2020-04-29-norov-le.ru.txt").read_text("utf-8"))

    assert [o.name for o in reading.officials] == [o["name"] for o in gold["officials"]]
    assert [(p.title, p.org) for p in reading.posts] == [
        (p["title"], p["org"]) for o in gold["officials"] for p in o["posts"]
    ]
    assert set(reading.states) == set(gold["states"])
    codes = {o.code for o in reading.organisations}
    assert {o["key"] for o in gold["organisations"][:4]} <= codes
    _holds(reading)
