"""Facts to be checked by hand are drawn at random, kinds in turn, the same for the same seed."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from sco_graph import extract
from sco_graph.corpus import from_text

TEXT = (
    "2 марта 2021 года в Астане Министр иностранных дел Казахстана Иван Тестов встретился с Послом России Петром "
    "Пробным. Обсуждались вопросы борьбы с терроризмом. И. Тестов поблагодарил П. Пробного за сотрудничество."
)


@pytest.fixture
def drawing(root: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(root / "bench"))
    return importlib.import_module("draw")


def test_kinds_take_turns_and_a_seed_repeats(drawing: ModuleType) -> None:
    document = from_text(TEXT, language="ru")
    found = list(drawing.facts_of(document, extract(document)))
    first = list(drawing.draw(found, 6, seed=3))
    assert first == list(drawing.draw(found, 6, seed=3))
    assert len({fact.kind for fact in first}) == 6
    assert len(list(drawing.draw(found, 1000, seed=3))) == len(found)


def test_a_fact_is_shown_with_its_words_sentence_and_document(drawing: ModuleType) -> None:
    document = from_text(TEXT, language="ru")
    found = [fact for fact in drawing.facts_of(document, extract(document)) if fact.kind == "post"]
    shown = "\n".join(drawing.lines(1, found[0]))
    assert "Иван Тестов | post = Министр иностранных дел @ KZ" in shown
    assert found[0].best.quote in shown
    assert "в Астане" in shown
    assert document.source in shown
