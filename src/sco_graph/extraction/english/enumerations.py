"""Rows of words with capitals in names and titles: "Trade, Industry and Tourism", "Peace, and Security"."""

from __future__ import annotations

from collections.abc import Sequence

from ..units import Unit
from . import heads, words


def listed(units: Sequence[Unit], at: int) -> bool:
    """Whether a comma stands in an enumeration of words with capitals that ends with "and" and one more."""
    i = at + 1
    last = at > 1 and i < len(units) and units[i].text in {"and", "&"} and units[at - 2].text == ","
    if last and i + 1 < len(units) and words.capital(units[i + 1]):
        return words.common(units[i + 1].text) and heads.head_at(units, i + 1) is None  # ", Peace, and Security"
    while (
        i < len(units)
        and i - at < 5
        and (
            (words.capital(units[i]) and words.common(units[i].text) and heads.head_at(units, i) is None)
            or (units[i].text == "," and i > at + 1)
        )
    ):
        i += 1
    tail = i + 1 < len(units) and units[i].text in {"and", "&"} and words.capital(units[i + 1])
    return i > at + 1 and tail and words.common(units[i + 1].text) and heads.head_at(units, i + 1) is None
