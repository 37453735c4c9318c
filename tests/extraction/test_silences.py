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
        ("Погода в тот день у озера была очень хорошая.", "ru", "no-trigger"),
        ("The weather at the lake was very fine.", "en", "no-trigger"),
        ("湖边的天气今天非常好看。", "zh", "no-trigger"),
        ("Es regnete in Berlin.", "de", "unsupported-language"),
        ("Какая сегодня погода, сообщает ли о ней пресса?", "ru", "question"),
        ("How is the weather?", "en", "question"),
        ("天气怎么样？", "zh", "question"),
        ("https://example.org/news/1", "en", "boilerplate"),
        ("[Далее](https://example.org/news/1)", "ru", "boilerplate"),
        ("OZYORSK, 2 March.", "en", "heading-or-dateline"),
        ("Министр Казахстана не встречался с послом России.", "ru", "negated-or-supposed"),
        ("The minister of Kazakhstan would not meet the ambassador.", "en", "negated-or-supposed"),
        ("Было отмечено, что погода хорошая.", "ru", "speech-without-speaker"),
        ("It was stressed that the weather was fine.", "en", "speech-without-speaker"),
    ],
)
def test_a_silent_sentence_says_why(text: str, language: str, reason: str, authority: Authority) -> None:
    assert reasons(text, language, authority) == [reason]


def test_a_sentence_that_tells_something_is_not_listed(authority: Authority) -> None:
    told = "3 мая 2021 года министр обороны Казахстана Иван Тестов встретился с послом Китая Петром Пробовым."
    assert reasons(f"{told} Погода.", "ru", authority) == ["heading-or-dateline"]


def test_lines_around_a_text_are_boilerplate(authority: Authority) -> None:
    assert "boilerplate" in reasons("天气很好。\n分享：\n天很蓝。", "zh", authority)


def test_a_noun_of_what_was_told_recalls_it(authority: Authority) -> None:
    told = (
        "3 мая 2021 года состоялась встреча министра обороны Казахстана Ивана Тестова с послом Китая Петром Пробовым."
    )
    assert reasons(f"{told} Подобные встречи полезны, пишет пресса.", "ru", authority) == ["told-before"]


def test_a_language_without_rules_is_named(authority: Authority) -> None:
    document = from_text("Es regnete in Berlin.", language="de")
    (silence,) = silent(document, extract(document, authority), authority)
    assert silence.row == "de"
