"""Headlines and dates that the first lines of a text give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_graph.corpus import from_text
from sco_graph.corpus.headings import date_of, found_in


@pytest.mark.parametrize(
    "line",
    [
        "05.03.2021",
        "5 марта 2021",
        "5 марта 2021 года, 10:30",
        "Пятница, 5 марта 2021 г.".replace("Пятница", "пятница"),
        "Дата публикации: 05.03.2021 10:30",
        "March 5, 2021",
        "5 March 2021",
        "Friday, March 5th, 2021",
        "Published: 5 Mar 2021",
        "2021-03-05T10:00:00+05:00",
        "2021/3/5",
        "2021年3月5日",
        "发布时间：2021年3月5日 10:30",
        "— 5.3.2021 —",
    ],
)
def test_a_line_that_is_a_date(line: str) -> None:
    assert date_of(line) == "2021-03-05"


@pytest.mark.parametrize(
    "line", ["", "5 марта", "31.02.2021", "5 маррта", "03/05/2021", "Встреча 5 марта 2021", "2021", "5 foo 2021"]
)
def test_a_line_that_is_none(line: str) -> None:
    assert date_of(line) is None


def test_a_day_above_twelve_tells_which_number_is_the_month() -> None:
    assert date_of("25/03/2021") == "2021-03-25"


def test_a_date_of_an_event_is_none_of_the_release() -> None:
    assert found_in("5 марта 2021 года состоялась встреча.\nСтороны обсудили торговлю.") == {}


@pytest.mark.parametrize("first", ["Уважаемые коллеги,", "Совет:", "x" * 300, "***", "Совет заседал."])
def test_a_line_that_is_no_headline(first: str) -> None:
    assert "title" not in found_in(f"{first}\nСовет заседал.")


def test_a_heading_of_markdown_loses_its_mark() -> None:
    assert found_in("# Разговор\n\nСовет заседал.")["title"] == "Разговор"


@given(st.text(max_size=60))
def test_what_is_found_is_fit_for_a_document(text: str) -> None:
    fields = found_in(text)
    assert from_text("Совет.", published=fields.get("date"), title=fields.get("title"))
