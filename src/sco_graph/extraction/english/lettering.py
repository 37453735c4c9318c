"""Letters and words before names are looked up: marks taken off, words of names that the tables have."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..knowledge import Knowledge


@lru_cache(maxsize=8)
def known_words(known: Knowledge) -> frozenset[str]:
    """Words of the English names of officials in the tables, in lower case, but for words of the dictionary."""
    spelt = (n.text for n in known.authority.names if n.language == "en" and n.entity.startswith("official/"))
    return frozenset(w.lower() for text in spelt for w in text.split() if len(w) > 1 and w.lower() not in _NO_NAMES)


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
