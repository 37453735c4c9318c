"""Until when something goes on, and how far back it lies."""

from __future__ import annotations

import pytest

from sco_graph.authority import Authority

from .test_events import facts


@pytest.mark.parametrize(
    "until",
    [
        "Они продлятся до 12 мая.",
        "Они будут продолжаться по 12 мая.",
        "Учения будут проходить до 12 мая.",
        "Манёвры продлятся в горах до 12 мая.",
        "Они пройдут по 12 мая.",
    ],
)
def test_the_last_day_is_the_end_of_what_was_told(until: str, authority: Authority) -> None:
    (event,) = facts(f"ОДКБ начала учения «Щит» 7 мая. {until}", authority, published="2021-05-07").events
    assert (event.date, event.end) == ("2021-05-07", "2021-05-12")


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("вчера", "2021-05-11"),
        ("позавчера", "2021-05-10"),
        ("день назад", "2021-05-11"),
        ("три дня назад", "2021-05-09"),
        ("неделю назад", "2021-05"),
        ("месяц назад", "2021-04"),
        ("два месяца назад", "2021-03"),
        ("пять месяцев назад", "2020-12"),
        ("год назад", "2020"),
        ("два года назад", "2019"),
        ("на прошлой неделе", "2021-05"),
        ("в прошлом месяце", "2021-04"),
    ],
)
def test_a_time_that_lies_back_is_counted_from_publication(words: str, date: str, authority: Authority) -> None:
    text = f"Министр обороны Индии Иван Тестов {words} встретился с послом Ирана Петром Пробовым."
    assert [event.date for event in facts(text, authority, published="2021-05-12").events] == [date]


@pytest.mark.parametrize("line", ["17/03/2021 — 18:13", "17.03.2021, 18:13", "17.03.21"])
def test_the_day_of_a_line_in_figures_is_that_of_what_was_told(line: str, authority: Authority) -> None:
    text = f"{line}\nМинистр обороны Индии Иван Тестов встретился с послом Ирана Петром Пробовым."
    assert [event.date for event in facts(text, authority, published="2021-03-18").events] == ["2021-03-17"]
