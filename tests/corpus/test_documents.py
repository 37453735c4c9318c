"""Canonical text, language, and the checks of a document."""

from __future__ import annotations

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_graph.corpus import canonical, detect_language, from_text
from sco_graph.errors import InvalidDocument


@given(st.text())
def test_canonical_text_is_a_fixed_point(text: str) -> None:
    once = canonical(text)
    assert unicodedata.is_normalized("NFC", once)
    assert "\r" not in once
    assert canonical(once.removeprefix("\ufeff")) == once.removeprefix("\ufeff")


def test_the_hash_is_of_the_canonical_text() -> None:
    document = from_text("Совет\r\nзаседал.")
    assert document.text == "Совет\nзаседал."
    assert document.sha256 == hashlib.sha256("Совет\nзаседал.".encode()).hexdigest()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Генеральный секретарь ШОС (SCO) принял посла", "ru"),
        ("The Secretary-General (Генеральный секретарь) received", "en"),
        ("上合组织秘书长会见 SCO", "zh"),
        ("2020-04-29", "und"),
    ],
)
def test_language_is_told_by_script(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "published", "what"),
    [
        ("", None, "empty"),
        (" \n\t", None, "empty"),
        ("a\x00b", None, "NUL"),
        ("слово " * 200_000, None, "one line has"),
        ("Слово.", "29.04.2020", "no date"),
    ],
)
def test_what_is_no_document_is_refused(text: str, published: str | None, what: str) -> None:
    with pytest.raises(InvalidDocument, match=what):
        from_text(text, published=published)
