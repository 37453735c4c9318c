"""Whom a post serves, named by title alone: "Envoy of the Lake Union Secretary-General", "Office of the President"."""

from __future__ import annotations

from collections.abc import Sequence

from ..units import Unit, UnitKind
from . import heads, words

_NAMES = frozenset({UnitKind.BODY, UnitKind.STATE, UnitKind.PLACE})
_OWNED = frozenset({"'s", "’s"})
_SUPERIORS = words.wordset("superiors")
_SERVING = words.wordset("serving-heads")


def end(units: Sequence[Unit], at: int, start: int) -> int | None:
    """Where the title of whom a post serves ends: "Envoy of the LU Secretary-General", "Office of the President"."""
    serves = at > 0 and units[at - 1].text.lower() in _SERVING
    first = start + 1 if start < len(units) and units[start].kind in _NAMES else start
    head = heads.head_at(units, first) if serves and first < len(units) else None
    if head is None or head.plural or not words.capital(units[first]):
        return None
    stop = first + head.size
    if " ".join(u.text.lower() for u in units[first:stop]) not in _SUPERIORS:
        return None
    apart = units[start - 1].text.lower() == "the" or stop >= len(units)
    named = not apart and (units[stop].kind is UnitKind.PERSON or words.namelike(units[stop]))
    owner = stop < len(units) and units[stop].text in _OWNED
    return None if named or owner else stop
