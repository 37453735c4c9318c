"""Sentences of the genre, each with the interactions, their participants and roles, and the points made in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_graph.authority import Authority
from sco_graph.model import Facts

from .test_events import facts


def cases() -> list[tuple[str, tuple[str, ...], str]]:
    """Rows of ``told.tsv``."""
    rows = (Path(__file__).parent / "told.tsv").read_text("utf-8").splitlines()
    cells = [row.split("\t") for row in rows if row and not row.startswith("#")]
    return [
        (text, tuple(e.strip() for e in events.split("||")) if events else (), said) for text, events, said in cells
    ]


def told(found: Facts) -> tuple[str, ...]:
    """Type, mode, status, date and place of each interaction, then its actors with their roles."""
    who = {str(o.id): o.name.split()[-1] for o in found.officials} | {str(o.id): o.code for o in found.organisations}
    result = []
    for event in found.events:
        head = " ".join(
            str(x) for x in (event.type, event.mode, event.status, event.date, event.place or event.place_state)
        )
        actors = (p for p in found.participations if p.event == event.id)
        roles = sorted(f"{who.get(str(p.actor), str(p.actor))}:{p.role}".replace(" ", "_") for p in actors)
        result.append(f"{head} | {' '.join(roles)}")
    return tuple(result)


@pytest.mark.parametrize(("text", "expected", "said"), cases())
def test_a_sentence_of_the_genre_is_read(text: str, expected: tuple[str, ...], said: str, authority: Authority) -> None:
    found = facts(text, authority, published="2021-12-30")
    assert tuple(line.strip() for line in told(found)) == expected
    names = {str(o.id): o.name.split()[-1] for o in found.officials}
    assert " ".join(f"{names[str(s.speaker)]}:{s.act}" for s in found.statements) == said


def test_an_interaction_knows_what_it_was_a_part_of(authority: Authority) -> None:
    text = (
        "3 мая 2021 года на полях саммита ШОС состоялась встреча министра обороны Казахстана Ивана Тестова "
        "с послом Китая Петром Пробовым."
    )
    found = facts(text, authority)
    summit, meeting = found.events
    assert meeting.on_sidelines_of == summit.id
    assert summit.on_sidelines_of is summit.part_of is meeting.part_of is None
    (proof,) = [e for e in found.evidence if e.property == "onSidelinesOf"]
    assert (proof.subject, proof.value) == (meeting.id, summit.id)
    assert "на полях саммита" in proof.quote


def test_a_meeting_during_a_visit_is_a_part_of_it(authority: Authority) -> None:
    text = (
        "Министр обороны Казахстана Иван Тестов 3-5 мая 2021 года посетил Китай. "
        "В рамках визита он встретился с послом Китая Петром Пробовым."
    )
    visit, meeting = facts(text, authority).events
    assert (meeting.part_of, visit.part_of) == (visit.id, None)


def test_a_plan_that_names_nobody_yields_to_what_was_held(authority: Authority) -> None:
    text = (
        "В июне 2022 года в Самарканде пройдёт саммит ШОС. Генеральный секретарь ШОС Иван Тестов 7 мая 2021 года "
        "встретился с послом Индии Петром Пробовым."
    )
    found = facts(text, authority, published="2021-12-30")
    assert [event.type for event in found.events if event.main] == ["Meeting"]
