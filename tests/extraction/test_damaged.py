"""Damaged texts, each of which broke a rule once: nothing but facts may come of them."""

from __future__ import annotations

import pytest

from sco_graph import extract
from sco_graph.corpus import from_text

TEXTS = (
    ("ru", "Гость заявил, что рад."),
    ("ru", "Встреча. Гость посетил музей."),
    ("en", "Ivan Testov (. 5) Minister of Trade of Freedonia met (.) Petr Testov ( . ) Minister of Trade."),
    ("en", "held ) meeting in Astana on 5 May 2021."),
    ("en", "They held a ) meeting with Freedonia."),
)


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_a_damaged_text_breaks_no_rule(language: str, text: str) -> None:
    document = from_text(text, language=language, published="2021-05-06")
    for proof in extract(document).evidence:
        assert document.text[proof.start : proof.stop] == proof.quote
