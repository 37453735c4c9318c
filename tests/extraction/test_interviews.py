"""Interviews: questions are nobody's points, answers are the guest's."""

from __future__ import annotations

from sco_graph.authority import Authority

from .test_events import facts

_TEXT = """Интервью министра обороны Казахстана Ивана Тестова агентству «Проба»
- Иван Петрович, как вы оцениваете работу вашего ведомства за минувший год?
— Необходимость мира понимают сегодня все наши соседи по региону.
Наша страна предлагает создать центр борьбы с терроризмом в столице.
- Что вас беспокоит?
— Мы обеспокоены ситуацией на границе с соседним государством сегодня."""


def test_answers_are_the_guests(authority: Authority) -> None:
    found = facts(_TEXT, authority, published="2021-12-30")
    guest = next(o.id for o in found.officials if o.name.endswith("Тестов"))
    assert [(s.speaker, str(s.act)) for s in found.statements] == [
        (guest, "emphasise"),
        (guest, "propose"),
        (guest, "express-concern"),
    ]


def test_marked_turns_need_no_word_for_an_interview(authority: Authority) -> None:
    text = (
        "Министр обороны Казахстана Иван Тестов посетил Пекин.\n"
        "ВОПРОС: Какие планы у вашего ведомства?\n"
        "ОТВЕТ: Мы намерены расширять сотрудничество со всеми нашими соседями."
    )
    found = facts(text, authority)
    assert [str(s.act) for s in found.statements] == ["pledge"]


def test_a_question_alone_makes_no_interview(authority: Authority) -> None:
    text = "Министр обороны Казахстана Иван Тестов посетил Пекин.\nЧто будет дальше?\nПогода в столице была хорошей."
    assert not facts(text, authority).statements
