"""Titles of one holder from those of several."""

from __future__ import annotations

from functools import cache

from ..lexicon import rows


@cache
def _plurals() -> dict[str, str]:
    return {plural: singular for singular, plural, _ in rows("en", "posts", 3) if plural}


def singular(title: str) -> str:
    """The title with its head in the singular.

    >>> singular("Foreign Ministers"), singular("Deputy Heads of Department")
    ('Foreign Minister', 'Deputy Head of Department')
    """
    words = title.split()
    for at, word in enumerate(words):
        one = _plurals().get(word.lower())
        if one is not None:
            words[at] = one.capitalize() if word[0].isupper() else one
            break
    return " ".join(words)
