"""Letters and words before names are looked up: marks taken off, words of names that the tables have."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ..knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class KnownWords:
    """Words of the English names of officials in the tables, in lower case, but for words of the dictionary."""

    known: Knowledge

    def __contains__(self, word: object) -> bool:
        plain = isinstance(word, str) and len(word) > 1 and word not in _NO_NAMES
        return plain and self.known.index.is_in_english_name(str(word))


def plain(text: str) -> str:
    """The text, letter for letter, without the marks of Vietnamese and other Latin letters: "Việt" as "Viet"."""
    if text.isascii():
        return text
    return "".join(c if c.isascii() else _letter(c) for c in text)


@lru_cache(maxsize=4096)
def _letter(char: str) -> str:
    base = unicodedata.normalize("NFKD", char)[:1]
    return base if base.isascii() and base.isalpha() and len(char) == 1 else {"Đ": "D", "đ": "d"}.get(char, char)


CONTINENT = re.compile(r"(?:Latin|South|North|Central)\s+$")
_NO_NAMES = frozenset({"the", "general", "state", "may", "of", "president", "king"})
