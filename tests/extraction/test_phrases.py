"""Patterns of the lexicon against tokens."""

from __future__ import annotations

import pytest

from sco_graph.extraction import lexicon
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


@pytest.mark.parametrize(
    "name", ["issues", "triggers", "acts", "contents", "happenings", "groups", "bystanders", "modes"]
)
def test_no_pattern_of_a_table_is_empty_or_told_twice(name: str) -> None:
    patterns = [row[0] for row in lexicon.rows("ru", name, 5)]
    assert patterns
    assert all(variant.strip() for pattern in patterns for variant in pattern.split(";"))
    assert len(patterns) == len(set(patterns))
