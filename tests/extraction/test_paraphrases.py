"""One interaction told in plain words: the same facts, whatever the verb."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_graph.authority import Authority
from sco_graph.model import Event, Facts, Role

from .test_events import facts

_PRESIDES = frozenset({Role.CHAIR, Role.CO_CHAIR})


def cases(name: str) -> list[tuple[str, ...]]:
    """Rows of a table beside this file, four cells each."""
    rows = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return [tuple((row.split("\t") + [""] * 4)[:4]) for row in rows if row and not row.startswith("#")]


def told(found: Facts, event: Event) -> tuple[str, str, str]:
    """Type, date and place; who takes part; who presides."""
    who = {str(o.id): o.name.split()[-1] for o in found.officials} | {str(o.id): o.code for o in found.organisations}
    parts = [p for p in found.participations if p.event == event.id]
    presiding = sorted({who.get(str(p.actor), str(p.actor)) for p in parts if p.role in _PRESIDES})
    present = sorted({who.get(str(p.actor), str(p.actor)) for p in parts if p.role not in _PRESIDES})
    return f"{event.type} {event.date} {event.place or event.place_state}", " ".join(present), " ".join(presiding)


@pytest.mark.parametrize(("text", "head", "present", "presiding"), cases("paraphrases.tsv"))
def test_an_interaction_in_plain_words_is_read(
    text: str, head: str, present: str, presiding: str, authority: Authority
) -> None:
    found = facts(text, authority, published="2021-05-12")
    assert [told(found, event) for event in found.events] == [(head, present, presiding)]


def days() -> list[tuple[str, str]]:
    """Rows of ``days.tsv``."""
    return [(text, events) for text, events, *_ in cases("days.tsv")]


@pytest.mark.parametrize(("text", "events"), days())
def test_a_day_told_from_another_is_resolved(text: str, events: str, authority: Authority) -> None:
    found = facts(text, authority, published="2021-05-12")
    assert " | ".join(f"{e.type} {e.date}" for e in found.events) == events


_TALK = "7 мая министр обороны Индии Иван Тестов встретился с послом Китая Олегом Примеровым. "


@pytest.mark.parametrize(("said", "points"), [(said, points) for said, points, *_ in cases("sayings.tsv")])
def test_a_point_in_plain_words_is_read(said: str, points: str, authority: Authority) -> None:
    found = facts(_TALK + said, authority, published="2021-05-12")
    names = {o.id: o.name.split()[-1] for o in found.officials}
    assert " ".join(f"{names[s.speaker]}:{s.act}" for s in found.statements) == points


POSTS = (
    (
        "Встретились министры обороны Индии и Китая. Иван Тестов и Олег Примеров поговорили о границе.",
        {"Тестов": ["министр обороны IN"], "Примеров": ["министр обороны CN"]},
    ),
    (
        "Заседание вёл министр обороны Индии Иван Тестов. "
        "Приехали его коллеги Олег Примеров (Китай), Лев Опытов (Россия).",
        {"Тестов": ["министр обороны IN"], "Примеров": ["министр обороны CN"], "Опытов": ["министр обороны RU"]},
    ),
    (
        "Министр обороны Индии Иван Тестов встретился с китайским коллегой Олегом Примеровым.",
        {"Тестов": ["Министр обороны IN"], "Примеров": ["Министр обороны CN"]},
    ),
    (
        "Министр обороны Индии Иван Тестов принял коллегу из Китая Олега Примерова.",
        {"Тестов": ["Министр обороны IN"], "Примеров": ["Министр обороны CN"]},
    ),
    (
        "За столом были премьеры Пакистана и Монголии – Иван Тестов и Олег Примеров.",
        {"Тестов": ["премьер PK"], "Примеров": ["премьер MN"]},
    ),
    (
        "Мальта прислала гостя. Иван Тестов, действующий председатель ОБСЕ и министр обороны, выступил.",
        {"Тестов": ["действующий председатель OSCE", "министр обороны MT"]},
    ),
)


@pytest.mark.parametrize(("text", "posts"), POSTS)
def test_posts_told_by_a_colleague_a_plural_or_a_row(
    text: str, posts: dict[str, list[str]], authority: Authority
) -> None:
    found = facts(text, authority)
    names = {o.id: o.name.split()[-1] for o in found.officials}
    told: dict[str, list[str]] = {}
    for post in found.posts:
        told.setdefault(names[post.holder], []).append(f"{post.title} {post.org}")
    assert told == posts


def test_a_short_word_for_a_post_is_borne_out_by_the_tables(authority: Authority) -> None:
    text = "Владимир Путин и Си Цзиньпин встретились в Москве. Российский лидер поблагодарил гостя."
    found = facts(text, authority, published="2021-05-12")
    names = {o.id: o.name for o in found.officials}
    assert [(names[s.speaker], str(s.act)) for s in found.statements] == [("Владимир Путин", "thank")]
