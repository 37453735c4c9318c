"""Ranks before a name, which are no posts: "Army General", "Senior Colonel", "Rear Admiral"."""

from __future__ import annotations

from collections.abc import Sequence

from ..units import Unit
from . import words

_RANKS = words.wordset("ranks")
_GRADES = words.wordset("grades")


def without(units: Sequence[Unit]) -> list[Unit]:
    """The units but for ranks: words of ranks with a capital, and the grades right before them."""
    kept: list[Unit] = []
    for unit in units:
        if unit.text[0].isupper() and unit.text.lower() in _RANKS:
            while kept and kept[-1].text[0].isupper() and kept[-1].text.lower() in _GRADES:
                kept.pop()
            continue
        kept.append(unit)
    return kept
