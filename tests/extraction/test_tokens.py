"""Words are those of razdel, whatever stands around them."""

from __future__ import annotations

import pytest
import razdel
from hypothesis import given
from hypothesis import strategies as st

from sco_graph.extraction.tokens import cut, segment


def razdels(text: str) -> list[tuple[int, int, str]]:
    return [(word.start, word.stop, word.text) for word in razdel.tokenize(text)]


@given(st.text(st.sampled_from("аяz1٣ \n\u3000-–—−‑‐_.,/\\!?;:«»()…Δ👍ё́ "), max_size=40))
def test_words_are_those_of_razdel(text: str) -> None:
    assert list(cut(text)) == razdels(text)


@pytest.mark.parametrize("text", ["в 2020, 5 мая", "кто- то", "кто -то", "1 /2", "1/ 2", "a _b", "yahoo !", ":- )", ""])
def test_a_mark_looks_across_a_space(text: str) -> None:
    assert list(cut(text)) == razdels(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("премьер- министр", ["премьер-министр"]),
        ("Премьер- министр", ["Премьер-министр"]),
        ("премьер -министр", ["премьер-министр"]),
        ("вице - премьер", ["вице-премьер"]),
        ("премьер‑министр", ["премьер-министр"]),
        ("государств- членов", ["государств-членов"]),
        ("торгово- экономического", ["торгово-экономического"]),
        ("Торгово- экономическое", ["Торгово-экономическое"]),
        ("генерал- лейтенант", ["генерал-лейтенант"]),
        ("средне- и долгосрочный", ["средне-", "и", "долгосрочный"]),
        ("трёх- или больше", ["трёх-", "или", "больше"]),
        ("Москва- столица", ["Москва-", "столица"]),
        ("Тестов -директор", ["Тестов", "-директор"]),
        ("форум – встреча", ["форум", "–", "встреча"]),
    ],
)
def test_a_word_parted_at_its_hyphen_is_one(text: str, words: list[str]) -> None:
    found, _ = segment(text)
    assert [word.text for word in found] == words
    assert (found[0].start, found[-1].stop) == (0, len(text))
