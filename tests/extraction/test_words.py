"""Words: their readings and forms, and the tables that they come from."""

from __future__ import annotations

import pytest

from sco_graph.errors import InvalidRecord
from sco_graph.extraction import lexicon, tokens
from sco_graph.extraction.russian import morphology


def test_a_table_that_is_not_there_has_no_rows() -> None:
    assert lexicon.rows("ru", "no_such_table", 1) == ()


def test_a_row_with_too_many_cells_is_refused() -> None:
    with pytest.raises(InvalidRecord, match=r"lexicon/ru/names\.tsv:\d+"):
        lexicon.rows("ru", "names", 2)


@pytest.mark.parametrize(
    ("words", "number", "expected"),
    [
        (["министров"], "sing", ["министр"]),
        (["новых", "послов"], "sing", ["новый", "посол"]),
        (["ПОСЛОМ"], "", ["ПОСОЛ"]),
        (["и", "бы"], "", ["и", "бы"]),
        (["новые", "города"], "sing", ["новый", "город"]),
        (["ножниц"], "sing", ["ножниц"]),
        (["Северо-Западного", "округа"], "", ["Северо-Западный", "округ"]),
    ],
)
def test_phrases_in_the_nominative(words: list[str], number: str, expected: list[str]) -> None:
    assert morphology.nominative(words, number) == expected


def test_an_adjective_of_things_does_not_agree_with_a_living_being() -> None:
    assert morphology.agreement(["новый", "посла"], frozenset({"accs"})) is None


def test_a_word_that_does_not_fit_stays() -> None:
    assert morphology.inflect("посла", "VERB", "", "sing", "") == "посла"
    assert morphology.inflect("послом", "NOUN", "ablt", "sing", "femn") == "послом"


def test_blank_lines_and_cut_dates() -> None:
    text = "Встреча прошла.\n   \n5 мая с.г."

    words, sentences = tokens.segment(text)

    assert [text[s.start : s.stop] for s in sentences] == ["Встреча прошла.", "5 мая с.г."]
    assert "".join(w.text for w in words) == text.replace(" ", "").replace("\n", "")
