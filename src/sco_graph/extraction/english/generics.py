"""Nouns that stand for a state or body named elsewhere: "the organisation", "the country"."""

from __future__ import annotations

from collections.abc import Sequence

from ..units import Unit
from .complements import Complement


def generic(units: Sequence[Unit], found: tuple[Complement, ...]) -> tuple[str, tuple[Complement, ...]]:
    """What a complement stands for ("of the Organisation"), and the others: "body", "state", "mission", or ""."""
    for number, one in enumerate(found):
        said = [u.text.lower() for u in units[one.first : one.last] if u.pos not in {"IN", "DT"}]
        if one.preposition == "of" and not one.names and said[-1:] == ["mission"] and set(said) <= _OBSERVERS:
            return "mission", (*found[:number], *found[number + 1 :])
        nouns = [u.text.lower() for u in units[one.first : one.last] if u.pos not in {"IN", "DT"}]
        alone = one.preposition == "of" and not one.names and len(nouns) == 1 and one.last - one.first == 3
        kind = _GENERIC.get(nouns[0], "") if alone else ""
        if kind:
            return kind, (*found[:number], *found[number + 1 :])
    return "", found


def stands_for(word: str) -> str:
    """What a noun such as "country" or "bloc" stands for, "state" or "body"; "" for others."""
    return "state" if word.lower() in _OFFICES else _GENERIC.get(word.lower(), "")


_GENERIC = {
    **dict.fromkeys(("organisation", "organization", "association", "bloc", "conference", "alliance", "union"), "body"),
    **dict.fromkeys(("country", "republic", "kingdom", "nation", "state"), "state"),
}
_OFFICES = frozenset({"ministry", "government", "department", "embassy", "kremlin", "administration"})
"""Nouns that stand for an office of a state before its spokesman."""
_OBSERVERS = frozenset({"mission", "observer", "observers", "observation", "election", "monitoring"})
