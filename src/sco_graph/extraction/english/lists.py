"""Whom a title in the plural names: those of the list behind it, each with its state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..units import Unit, UnitKind
from . import words
from .titles import Title


def members(units: Sequence[Unit], title: Title, people: Sequence[int]) -> Iterator[tuple[int, int | None]]:
    """People of a title in the plural, each with the unit of its state: beside them, or of as many as they are."""
    named = _members(units, title, people)
    states = [i for i in title.left if units[i].kind is UnitKind.STATE]
    states += [i for c in title.right for i in c.names if units[i].kind is UnitKind.STATE]
    if not states and named:
        start = _list_start(units, title, people)
        states = [i for i in range(title.last, start) if units[i].kind is UnitKind.STATE]
    for order, person in enumerate(named):
        state = _state_beside(units, title, person, named)
        if state is None and len(states) == len(named):
            state = states[order]
        yield person, state


def _members(units: Sequence[Unit], title: Title, people: Sequence[int]) -> list[int]:
    found: list[int] = []
    at = _list_start(units, title, people)
    for person in (p for p in people if p >= title.last):
        gap = units[at:person]
        if any(u.pos in {"VBD", "VBZ", "AUX", "MD", "WH"} or u.text in {'"', "”", "“"} for u in gap) or len(gap) > 9:
            break
        if any(u.kind is UnitKind.WORD and not _of_list(u) for u in gap):
            break
        found.append(person)
        at = person + 1
    return found


def _list_start(units: Sequence[Unit], title: Title, people: Sequence[int]) -> int:
    """Where the list behind a title begins: after the colon or dash, if one stands before the first name."""
    first = next((p for p in people if p >= title.last), title.last)
    marks = [i for i in range(title.last, first) if units[i].text in {"-", "–", "—", ":"}]
    return marks[-1] + 1 if marks and marks[-1] - title.last < _BEFORE_LIST else title.last


_BEFORE_LIST = 10


def _of_list(unit: Unit) -> bool:
    return words.courtesy(unit) or unit.text.lower() in {
        "and",
        "of",
        "the",
        "as",
        "well",
        "for",
        "respectively",
        "from",
    }


def _state_beside(units: Sequence[Unit], title: Title, person: int, named: Sequence[int]) -> int | None:
    """The state of one person of a list: "(Freedonia)", "of Freedonia" behind the name, or right before it."""
    stop = min((p for p in named if p > person), default=len(units))
    behind = units[person + 1 : min(stop, person + 4)]
    if behind and behind[0].text in {"(", "of", "from"}:
        return next((person + 1 + i for i, u in enumerate(behind) if u.kind is UnitKind.STATE), None)
    before = person - 1
    while before >= title.head and (words.courtesy(units[before]) or units[before].text in {"(", "-", "–", "—", "."}):
        before -= 1
    return before if before >= title.head and units[before].kind is UnitKind.STATE else None
