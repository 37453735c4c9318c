"""Documents to time: the sample corpus, open texts where they lie, and texts that are made to be hard.

``SCO_GRAPH_TEXTS`` names folders of further documents (several with ``:`` between), as for ``make quality``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from sco_graph.corpus import find, from_text, read  # noqa: E402
from sco_graph.extraction.lexicon import rows  # noqa: E402
from sco_graph.model import Document  # noqa: E402

LANGUAGES = ("ru", "en", "zh")


def folders() -> list[Path]:
    """The sample corpus and the folders of ``SCO_GRAPH_TEXTS``."""
    named = [Path(name) for name in os.environ.get("SCO_GRAPH_TEXTS", "").split(os.pathsep) if name]
    return [ROOT / "data" / "documents", *named]


def documents() -> dict[str, list[Document]]:
    """Documents by language, each text once."""
    found: dict[str, dict[str, Document]] = {language: {} for language in LANGUAGES}
    for path, root in find(folders()):
        document = read(path, root)
        found.get(document.language, {}).setdefault(document.text, document)
    return {language: list(texts.values()) for language, texts in found.items()}


def made(text: str, language: str) -> Document:
    """A document of a text."""
    return from_text(text, language=language, published="2021-03-05", source="made")


def warming(language: str) -> list[Document]:
    """Made documents that have everything loaded which is loaded once, before other documents are timed."""
    return [made(make(language, 4_000), language) for make in (triggers, names)]


def usual(language: str, length: int) -> str:
    """The texts of the sample corpus one after another, over and over, up to a length in characters."""
    texts = [read(path, root).text for path, root in find([ROOT / "data" / "documents"])]
    own = [text for text in texts if made(text, language).language == language and _is(text, language)]
    return _filled("\n\n".join(own) + "\n\n", length)


def triggers(language: str, length: int) -> str:
    """Nothing but words that tell of an interaction, in sentences of seven."""
    words = [example for *_, example in rows(language, "triggers", 5) if example]
    return _filled("".join(_sentences(words, language)), length)


def names(language: str, length: int) -> str:
    """Nothing but titles with names, and states, in sentences of seven."""
    return _filled("".join(_sentences(_NAMES[language], language)), length)


def one_sentence(language: str, length: int) -> str:
    """The sample corpus as one sentence: no full stop, no line end."""
    flat = " ".join(usual(language, length).split()).translate(str.maketrans(".!?…。！？;；", ",,,,，，，,，"))
    return flat[:length]


MADE = {"usual text": usual, "nothing but triggers": triggers, "nothing but names": names, "one sentence": one_sentence}

_NAMES = {
    "ru": [
        "министр иностранных дел Казахстана Иван Тестов",
        "посол России Пётр Примеров",
        "Генеральный секретарь ШОС Анна Образцова",
        "Китай",
        "Исполком СНГ",
        "И.Тестов",
        "Премьер-министр Индии Раджеш Кумар",
    ],
    "en": [
        "Foreign Minister of Kazakhstan John Tester",
        "Ambassador of Russia Peter Sample",
        "SCO Secretary-General Anna Model",
        "China",
        "the CIS Executive Committee",
        "Mr. Tester",
        "Prime Minister of India Rajesh Kumar",
    ],
    "zh": [
        "哈萨克斯坦外长特列乌别尔季",
        "俄罗斯大使安德烈·样本",
        "上合组织秘书长张明",
        "中国",
        "独联体执委会",
        "印度总理",
    ],
}
_MARKS = {"ru": (", ", ". "), "en": (", ", ". "), "zh": ("，", "。")}
_OF_SENTENCE = 7


def _sentences(words: list[str], language: str) -> Iterator[str]:
    comma, stop = _MARKS[language]
    for at in range(0, len(words), _OF_SENTENCE):
        line = comma.join(words[at : at + _OF_SENTENCE]) + stop
        yield line[0].upper() + line[1:]


def _filled(text: str, length: int) -> str:
    return (text * (length // max(1, len(text)) + 1))[:length]


def _is(text: str, language: str) -> bool:
    return from_text(text).language == language
