"""The files of the questions are well formed: two titles, parameters that the query uses, dates compared by bounds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sco_graph.errors import InvalidQuery
from sco_graph.query import ParameterType, Question, questions
from sco_graph.query.catalogue import read

HEADER = "# title en: A\n# title ru: Б\n# description: C.\n"


def named(question: Question) -> str:
    return question.name


def test_the_questions_that_users_rely_on_are_there() -> None:
    assert {question.name for question in questions()} >= {
        "who-met-whom", "interactions-of-person", "interactions-by-issue", "interactions-by-state-and-year",
        "post-holder-on-date", "statements-about-issue", "statements-by-speaker", "claims-of-document",
        "participants-of-interaction", "co-participation", "evidence-of-claim",
    }  # fmt: skip


@pytest.mark.parametrize("question", questions(), ids=named)
def test_titles_are_in_english_and_russian(question: Question) -> None:
    assert re.fullmatch(r"[A-Za-z ]+", question.title_en)
    assert re.search("[а-я]", question.title_ru)
    assert question.description.endswith(".")


@pytest.mark.parametrize("question", questions(), ids=named)
def test_the_query_uses_each_parameter_and_says_an_order(question: Question) -> None:
    body = question.sparql.split("SELECT", 1)[1]
    for parameter in question.parameters:
        assert re.search(rf"\?{parameter.name}\b", body)
        assert parameter.description.endswith(".")
    assert "ORDER BY" in body


@pytest.mark.parametrize("question", questions(), ids=named)
def test_dates_are_compared_by_their_bounds(question: Question) -> None:
    for line in question.sparql.splitlines():
        if re.search(r"FILTER.*([<>]=?) *\?(since|until|date|year)|\?(since|until|date|year) *[<>]", line):
            assert re.search(r"\?(earliest|latest)", line)
        assert not re.search(r"FILTER.*\?(start|end)\b", line)


@pytest.mark.parametrize("question", questions(), ids=named)
def test_what_is_counted_is_distinct(question: Question) -> None:
    assert "COUNT(?" not in question.sparql


def test_a_file_is_read_with_its_parameters(tmp_path: Path) -> None:
    path = tmp_path / "some.rq"
    path.write_text(HEADER + "# parameter since date = 2000-01-01 | 2020-01-01 | First day.\n\nSELECT * {}", "utf-8")
    (parameter,) = read(path).parameters
    assert (parameter.type, parameter.default, parameter.example) == (ParameterType.DATE, "2000-01-01", "2020-01-01")
    path.write_text(HEADER, "utf-8")
    assert read(path).parameters == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# title en: A\n\nSELECT", "its header lacks title ru, description"),
        (HEADER + "# parametr x", "some.rq, line 4: '# parametr x' is no line of a header"),
        (HEADER + "# parameter x mood | good | How.", "'mood' is no type of parameter. Use one of official, state"),
    ],
)
def test_a_broken_header_is_told_of(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "some.rq"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidQuery, match=re.escape(message)):
        read(path)
