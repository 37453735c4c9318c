"""Sentences that gave nothing, and why."""

from __future__ import annotations

import pytest

from sco_graph.authority import Authority
from sco_graph.corpus import from_text
from sco_graph.extraction import extract, silent


def reasons(text: str, language: str, authority: Authority) -> list[str]:
    document = from_text(text, language=language, published="2021-12-30")
    return [silence.reason for silence in silent(document, extract(document, authority), authority)]


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        ("Погода была хорошая.", "ru", "no-trigger"),
        ("The weather was fine.", "en", "no-trigger"),
        ("天气很好。", "zh", "no-trigger"),
        ("Es regnete in Berlin.", "de", "unsupported-language"),
        ("Было отмечено, что погода хорошая.", "ru", "speech-without-speaker"),
        ("It was stressed that the weather was fine.", "en", "speech-without-speaker"),
    ],
)
def test_a_silent_sentence_says_why(text: str, language: str, reason: str, authority: Authority) -> None:
    assert reasons(text, language, authority) == [reason]


def test_a_sentence_that_tells_something_is_not_listed(authority: Authority) -> None:
    told = "3 мая 2021 года министр обороны Казахстана Иван Тестов встретился с послом Китая Петром Пробовым."
    assert reasons(f"{told} Погода была хорошая.", "ru", authority) == ["no-trigger"]


def test_lines_around_a_text_are_boilerplate(authority: Authority) -> None:
    assert "boilerplate" in reasons("天气很好。\n分享：\n天很蓝。", "zh", authority)
