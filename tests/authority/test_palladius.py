"""Palladius and pinyin, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_graph.authority.palladius import syllables, to_cyrillic, to_pinyin

SYLLABLES = sorted(syllables())


def test_the_table_is_whole_and_one_to_one() -> None:
    assert 390 < len(SYLLABLES) < 420
    assert len(set(syllables().values())) == len(SYLLABLES)


@pytest.mark.parametrize("syllable", SYLLABLES)
def test_each_syllable_there_and_back(syllable: str) -> None:
    cyrillic = to_cyrillic(syllable)
    assert cyrillic is not None
    assert to_pinyin(cyrillic) == syllable


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=3))
def test_words_there_and_back(parts: list[str]) -> None:
    """A word is written with apostrophes where one is due; then it comes back as it was."""
    word = "".join(("'" if at and part[0] in "aeo" else "") + part for at, part in enumerate(parts))
    cyrillic = to_cyrillic(word)
    assert cyrillic is not None
    back = to_pinyin(cyrillic)
    assert back is not None
    assert to_cyrillic(back) == cyrillic


@pytest.mark.parametrize(
    ("pinyin", "cyrillic"),
    [
        ("yucheng", "юйчэн"),
        ("jinping", "цзиньпин"),
        ("keqiang", "кэцян"),
        ("deguang", "дэгуан"),
        ("xinfeng", "синьфэн"),
        ("xi'an", "сиань"),
        ("chang'an", "чанъань"),
        ("hui", "хуэй"),
        ("lü", "люй"),
        ("liu", "лю"),
        ("haizhou", "хайчжоу"),
        ("er", "эр"),
    ],
)
def test_known_words(pinyin: str, cyrillic: str) -> None:
    assert (to_cyrillic(pinyin), to_pinyin(cyrillic)) == (cyrillic, pinyin)


@pytest.mark.parametrize("word", ["норов", "smith", "щука", "xyz"])
def test_what_is_no_chinese_word(word: str) -> None:
    assert (to_cyrillic(word), to_pinyin(word)) == (None, None)


def test_spelling_v_for_ü_and_capital_letters() -> None:
    assert to_cyrillic("Lv") == "люй"
    assert to_pinyin("Хуй") == "hui"
