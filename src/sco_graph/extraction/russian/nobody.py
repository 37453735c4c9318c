"""Names that are nobody's in the text: of streets, journalists and photographers, of agencies that only sign."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from .. import lexicon
from ..reading import Token
from ..units import Named, UnitKind
from . import morphology
from .posts import head_of_word

_QUOTES = frozenset({"«", "»", '"', "“", "”", "„"})
_NAME_TAGS = frozenset({"Name", "Surn", "Patr", "Geox"})
_FAMILY = re.compile(r"(?:[оеё]в|[иы]н|ск|цк)(?:[аеуы]|ой|ом|ым|ий|ого|ому|ая|ую)?$")
_LONG = 5
"""Letters from which a word of the dictionary alone is no name; "Ли" and "Тан" may be."""
_CREDIT = re.compile(
    r"^[^\n\w]*(?:©|Фото(?:графия)?\s*:|Иллюстративное фото|Источник фото|Автор\s*:)[^\n]*", re.MULTILINE
)
"""A line that says whose a picture is."""


def credits(text: str, between: Callable[[int, int], tuple[int, int]]) -> frozenset[int]:
    """Tokens of lines that say whose a picture is, and of nobody; ``between`` characters are tokens."""
    return frozenset(at for line in _CREDIT.finditer(text) for at in range(*between(line.start(), line.end())))


def signs(tokens: Sequence[Token], name: Named) -> bool:
    """Whether an agency only signs the report by its dateline: "МОСКВА, 5 мая. /ТАСС/."."""
    around = [t.text for t in (*tokens[max(0, name.first - 1) : name.first], *tokens[name.last : name.last + 1])]
    return name.kind is UnitKind.BODY and around == ["/", "/"]


@cache
def no_officials() -> frozenset[str]:
    """Words before a name that make it no official of the text: "репортаж", "имени"."""
    return frozenset(row[0] for row in lexicon.rows("ru", "persons", 1))


def is_nobody(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether what the model takes for a person is a street, a prize, a name in quotation marks, or a mere word."""
    before = [t.lemma for t in tokens[max(0, first - 2) : first]]
    if (before[-1:] and before[-1] in no_officials()) or before == ["им", "."]:
        return True
    if _of_the_press(tokens, first):
        return True
    if before[-1:] and before[-1] in _QUOTES and last < len(tokens) and tokens[last].text in _QUOTES:
        return True
    word = tokens[first].text
    if last - first > 1 and all(_is_plain(t.text) for t in tokens[first:last]):
        return True
    if last - first == 1 and (head_of_word(word.lower()) or head_of_word(tokens[first].lemma)) is not None:
        return True
    return last - first == 1 and len(word) >= _LONG and morphology.is_known(word) and not _is_name(word)


_PRESS = frozenset({"корр", "корреспондент", "спецкорр", "спецкорреспондент", "собкор", "собкорр", "фотокор"})
_NEAR = 7
"""Tokens from "корр. агентства" to the second of two names."""


def _of_the_press(tokens: Sequence[Token], first: int) -> bool:
    """Whether a journalist is named: "корр. ИТАР-ПРОБА Ивану Тестову и Петру Пробову"."""
    for at in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        token = tokens[at]
        if token.lemma in _PRESS or token.text.lower() in _PRESS:
            return True
        plain = token.text in {".", "и", "«", "»", '"', "-"} or token.text[:1].isupper()
        if not plain or (token.text == "." and tokens[at - 1].text.lower() not in _PRESS):
            return False
    return False


def _is_plain(word: str) -> bool:
    """Whether a word is one of the dictionary, part for part, and no name: "Пресс-брифинг"."""
    parts = [part for part in word.split("-") if part]
    return bool(parts) and len(parts[-1]) >= _LONG and morphology.is_known(parts[-1]) and not _is_name(parts[-1])


def _is_name(word: str) -> bool:
    """Whether a word of the dictionary is a name as well, by its tags or its ending: Токаев is no plural of "токай"."""
    return _FAMILY.search(word) is not None or any(_NAME_TAGS & reading.tags for reading in morphology.analyses(word))
