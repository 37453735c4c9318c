"""Words are those of razdel, whatever stands around them."""

from __future__ import annotations

import pytest
import razdel
from hypothesis import given
from hypothesis import strategies as st

from sco_graph.extraction.tokens import cut


def razdels(text: str) -> list[tuple[int, int, str]]:
    return [(word.start, word.stop, word.text) for word in razdel.tokenize(text)]


@given(st.text(st.sampled_from("аяz1٣ \n\u3000-–—−‑‐_.,/\\!?;:«»()…Δ👍ё́ "), max_size=40))
def test_words_are_those_of_razdel(text: str) -> None:
    assert list(cut(text)) == razdels(text)


@pytest.mark.parametrize("text", ["в 2020, 5 мая", "кто- то", "кто -то", "1 /2", "1/ 2", "a _b", "yahoo !", ":- )", ""])
def test_a_mark_looks_across_a_space(text: str) -> None:
    assert list(cut(text)) == razdels(text)
