"""Patterns of the lexicon against tokens."""

from __future__ import annotations

from typing import Any

import pytest

from sco_graph.extraction import lexicon, phrases
from sco_graph.extraction.phrases import Phrases
from sco_graph.extraction.reading import Token


def tokens(text: str) -> tuple[Token, ...]:
    return tuple(Token(start=0, stop=0, text=word, lemma=word.lower()) for word in text.split())


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("борьба с", "активный борьба с злом", (1, 3)),
        ("(активный) борьба", "активный борьба", (0, 2)),
        ("террор*", "против терроризма", (1, 2)),
        ("учет", "учёт", (0, 1)),
        ("выразить .. уверенность", "выразить свою твёрдую уверенность", (0, 4)),
        ("выразить .. уверенность", "выразить а б в г уверенность", None),
        ("выразить ..4 уверенность", "выразить а б в г уверенность", (0, 6)),
        ("мир|покой;дом у моря", "дом у моря", (0, 3)),
    ],
)
def test_a_pattern_matches(pattern: str, text: str, found: tuple[int, int] | None) -> None:
    words = tokens(text)
    hits = Phrases([(pattern, 1)]).longest(words, 0, len(words))
    assert [(h.first, h.last) for h in hits] == ([found] if found else [])


def test_the_longest_wins() -> None:
    words = tokens("принять участие")
    hits = Phrases([("принять", "receive"), ("принять участие", "-")]).longest(words, 0, 2)
    assert [h.value for h in hits] == ["-"]


def test_a_case_is_asked_for() -> None:
    word = Token(start=0, stop=0, text="учения", lemma="учение", case="gent")
    assert not Phrases([("учение/datv", 1)]).longest([word], 0, 1)
    assert Phrases([("учение/gent", 1)]).longest([word], 0, 1)


def test_tables_and_texts_may_be_asked_in_any_order() -> None:
    one, other = tokens("мир и покой"), tokens("покой и мир")
    peace = Phrases([("мир", 1)])
    assert [h.first for h in peace.longest(one, 0, 3)] == [0]
    calm = Phrases([("покой", 1)])  # made while a text is at hand
    assert [h.first for h in calm.longest(one, 0, 3)] == [2]
    assert [h.first for h in peace.longest(other, 0, 3)] == [2]
    assert [h.first for h in calm.longest(other, 1, 3)] == []


def test_a_list_that_changes_is_read_anew() -> None:
    words = list(tokens("мир и покой"))
    peace = Phrases([("мир", 1)])
    assert len(peace.longest(words, 0, 3)) == 1
    words[2] = words[0]
    assert len(peace.longest(words, 0, 3)) == 2


def test_words_that_begin_no_pattern_cost_nothing_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []
    whole = phrases._longest

    def noted(*given: Any) -> Any:
        tried.append(given[2])
        return whole(*given)

    monkeypatch.setattr(phrases, "_longest", noted)
    words = tokens("и покой мир " * 100)
    table = Phrases([("мир во", 1)])
    for first in range(0, 300, 30):
        assert not table.longest(words, first, first + 30)
    assert tried == list(range(2, 300, 3))


@pytest.mark.parametrize(
    "name", ["issues", "triggers", "acts", "contents", "happenings", "groups", "bystanders", "modes"]
)
def test_no_pattern_of_a_table_is_empty_or_told_twice(name: str) -> None:
    patterns = [row[0] for row in lexicon.rows("ru", name, 5)]
    assert patterns
    assert all(variant.strip() for pattern in patterns for variant in pattern.split(";"))
    assert len(patterns) == len(set(patterns))
