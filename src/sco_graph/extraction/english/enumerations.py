"""Rows of words with capitals in names and titles: "Trade, Industry and Tourism", "Peace, and Security"."""

from __future__ import annotations

from collections.abc import Sequence

from ..units import Unit, UnitKind
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


_VOTES = frozenset({"election", "elections", "referendum", "vote"})
_TO_VOTE = frozenset({"to", "at", "in", "for", "on", "during"})
_BEFORE_VOTE = 5


def of_vote(units: Sequence[Unit], at: int) -> int | None:
    """Where "in the parliamentary elections in Freedonia" ends, which says what a mission observes; None elsewhere."""
    if units[at].text.lower() not in _TO_VOTE:
        return None
    vote = next((i for i in range(at + 1, min(at + _BEFORE_VOTE, len(units))) if units[i].text.lower() in _VOTES), None)
    if vote is None or any(u.text in {",", ".", ";"} for u in units[at:vote]):
        return None
    stop = vote + 1
    if stop + 1 < len(units) and units[stop].text.lower() in {"in", "of", "to"}:
        first = stop + 2 if units[stop + 1].text.lower() == "the" else stop + 1
        named = first < len(units) and units[first].kind in {UnitKind.STATE, UnitKind.BODY, UnitKind.PLACE}
        stop = first + 1 if named else stop
        while named and stop < len(units) and units[stop].text.lower() in {"deputies", "members"}:
            stop += 1
    return stop
