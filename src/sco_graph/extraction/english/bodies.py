"""Bodies that the tables lack: a head noun with a capital, the capital words before it, and what it governs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import BodyKind
from ..units import Unit, UnitKind
from . import heads, ranks, words

_GOVERNS = frozenset({"of", "for", "on", "against", "to"})
_LONGEST = 14
_NAMES = frozenset({UnitKind.BODY, UnitKind.STATE, UnitKind.PLACE})


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPhrase:
    """Units ``[first, last)`` that name a body; ``owner`` the unit of its state or organisation, None without one."""

    first: int
    last: int
    head: int
    kind: BodyKind
    owner: int | None
    part: bool
    of_state: bool


def find(units: Sequence[Unit]) -> Iterator[BodyPhrase]:
    """Bodies named in a sentence, from the left, none over another."""
    taken = 0
    for at, unit in enumerate(units):
        if at < taken or not words.capital(unit) or unit.text not in words.body_heads():
            continue
        phrase = _phrase(units, at, taken)
        if phrase is not None:
            yield phrase
            taken = phrase.last


def _phrase(units: Sequence[Unit], head: int, floor: int) -> BodyPhrase | None:
    first, last = _left(units, head, floor), _right(units, head)
    if (
        last + 3 < len(units)
        and units[last].text == "("
        and units[last + 2].text == ")"
        and units[last + 1].text.isupper()
        and words.capital(units[last + 3])
        and units[last + 3].text in words.body_heads()
    ):
        head, last = last + 3, _right(units, last + 3)
    while last < len(units) and words.capital(units[last]) and units[last].text in words.body_heads():
        head, last = last, _right(units, last)  # "Regional Studies Institute Council"
    if last == head + 1 and last < len(units) and heads.is_head_word(units, last):
        return None  # "Security Council Secretaries"
    named = [i for i in range(first, last) if i != head and (words.capital(units[i]) or units[i].kind in _NAMES)]
    own = [i for i in named if units[i].kind is UnitKind.WORD]
    known = words.body_heads()[units[head].text]
    if not named or (not own and units[named[0]].kind is not UnitKind.BODY and not known.of_state):
        return None
    if all(units[i].kind in _NAMES for i in named) and (known.part or known.kind is BodyKind.MEDIA_OUTLET):
        return None
    if _no_body(units, first, last, head, named):
        return None
    return BodyPhrase(
        first=first,
        last=last,
        head=head,
        kind=known.kind,
        owner=_owner(units, first, last),
        part=known.part,
        of_state=known.of_state,
    )


_OWNERS = frozenset({"Organization", "Organisation", "Association", "Republic"})
"""Words that only mean what was named before: "the Council of Ministers of the Organization"."""
_NO_BODIES = {
    "Bank": frozenset({"west", "east", "left", "right"}),
    "Mission": frozenset({"peace", "interaction", "trade"}),
    "Organizations": frozenset({"civil", "society", "international", "regional", "public", "governmental", "other"}),
    "Organisations": frozenset({"civil", "society", "international", "regional", "public", "governmental", "other"}),
}
_BOARDS = frozenset({"Board", "Presidium", "Collegium"})
"""Heads with words that make a place, an exercise or a kind of bodies of them, no body: "West Bank"."""


def _no_body(units: Sequence[Unit], first: int, last: int, head: int, named: Sequence[int]) -> bool:
    """Whether a phrase names no body: a region, a plan ("Programme of ..."), the community of an organisation."""
    if units[head].text == "Congress" and not any(units[i].kind in _NAMES for i in named):
        return True  # "the International Congress": what is held
    if units[head].text in {"Centre", "Center"} and units[head - 1].text in {"Historic", "Historical", "City"}:
        return True
    if not ranks.without(units[head : head + 2]):
        return True  # "Army General"
    own = {units[i].text.lower() for i in named}
    if own <= _NO_BODIES.get(units[head].text, frozenset()):
        return True
    if units[head].text in {"Programme", "Program"} and first == head:
        return True
    if units[head].text in _BOARDS and first == head and units[head + 1 : head + 2] and units[head + 1].text == "of":
        return True  # a board of somebody: its chairman is theirs
    return units[head].text == "Community" and last == head + 1 and all(units[i].kind in _NAMES for i in named)


def _left(units: Sequence[Unit], head: int, floor: int) -> int:
    """The first unit of the name: capital words, names of states and bodies, "and" between capitals."""
    at = head
    while at > floor and head - at < _LONGEST:
        before = units[at - 1]
        if _inside(units, at - 1, floor):
            at -= 1
        elif at > floor + 1 and before.text in {"'", "’"} and units[at - 2].text.endswith("s") and at == head:
            return _capitals(units, at - 2, floor)  # "Permanent Representatives' Committee"
        elif at == head and _acronym_before(units, at, floor):
            at -= 4
        elif before.text in {"'s", "’s", "'", "’"} and at - 2 >= floor and units[at - 2].kind in _NAMES and at <= head:
            at -= 2
            break
        elif before.text.lower() in {"and", "&"} and at - 2 >= floor and _inside(units, at - 2, floor):
            if not _joined(units, at):
                break
            at -= 2
        else:
            break
    while at < head and at > floor and units[at].kind is UnitKind.WORD and _post(units, at):
        at += 1
    return at


def _capitals(units: Sequence[Unit], at: int, floor: int) -> int:
    """The first of the common words with capitals before a unit."""
    while at > floor and words.capital(units[at - 1]) and words.common(units[at - 1].text):
        at -= 1
    return at


def _joined(units: Sequence[Unit], at: int) -> bool:
    """Whether the word before "and" belongs to the name that goes on at a unit: no title, body or person."""
    before = units[at - 2]
    apart = heads.ends_title(units, at - 1) or before.kind is not UnitKind.WORD
    return not apart and before.text not in words.body_heads() and not words.namelike(before)


def _acronym_before(units: Sequence[Unit], at: int, floor: int) -> bool:
    """Whether the name of a body and its acronym in brackets stand right before: "Lake Union (LU) Commission"."""
    if at - 4 < floor or units[at - 1].text != ")" or units[at - 3].text != "(":
        return False
    short = units[at - 2]
    return units[at - 4].kind is UnitKind.BODY and (short.kind is UnitKind.BODY or short.text.isupper())


def _inside(units: Sequence[Unit], at: int, floor: int) -> bool:
    unit = units[at]
    if unit.kind in _NAMES:
        return True
    return words.capital(unit) and not words.courtesy(unit) and not _post(units, at)


def _post(units: Sequence[Unit], at: int) -> bool:
    """Whether a post ends here, and no name such as "Senior Officials Committee"."""
    if not heads.is_head_word(units, at):
        return False
    head = heads.head_at(units, at)
    within = at + 1 < len(units) and words.capital(units[at + 1])
    return not (head is not None and head.plural and within)


def _right(units: Sequence[Unit], head: int) -> int:
    """Where the name ends: after "of", "for" and the like with the capital words and names that follow."""
    at = head + 1
    while at + 1 < len(units) and units[at].text in _GOVERNS:
        start = at + 1
        if units[start].text.lower() == "the":
            start += 1
        stop = start if units[at].text == "on" and units[start].text.lower() in words.MONTHS else _run(units, start)
        if stop == start or (stop == start + 1 > at + 2 and units[start].text in _OWNERS):
            break
        stop = _regions(units, stop)
        state = units[stop - 1].kind in {UnitKind.STATE, UnitKind.PLACE}
        at = stop
        if state:
            break
    return at


def _run(units: Sequence[Unit], start: int) -> int:
    """The end of capital words from ``start`` on, joined by "and" or commas; a name ends them."""
    at = start
    while at < len(units) and at - start < _LONGEST:
        unit = units[at]
        if unit.kind in _NAMES:
            if unit.adjective and _another_body(units, at + 1):
                break  # "the Council of the Freedonian National Centre"
            at += 1
            if unit.kind is not UnitKind.BODY or not _goes_on(units, at):
                break
        elif words.capital(unit) and not words.courtesy(unit):
            person = words.namelike(unit) and not words.initial(unit.text)
            if at > start and person and words.common(units[at - 1].text):
                break
            at += 1
        elif (unit.text in {"and", "&"} and at > start and _goes_on(units, at + 1)) or (
            unit.text == "," and at > start and _enumerates(units, at)
        ):
            at += 1
        else:
            break
    while (at > start and units[at - 1].kind is UnitKind.MARK) or (at > start and units[at - 1].text in {"and", "&"}):
        at -= 1
    return at


def _another_body(units: Sequence[Unit], at: int) -> bool:
    """Whether words with capitals follow that name a body of their own."""
    while at < len(units) and words.capital(units[at]):
        if units[at].text in words.body_heads():
            return True
        at += 1
    return False


def _goes_on(units: Sequence[Unit], at: int) -> bool:
    if at >= len(units) or not words.capital(units[at]):
        return False
    if heads.is_head_word(units, at) or words.courtesy(units[at]):
        return False
    ahead = at
    while ahead < len(units) and words.capital(units[ahead]):
        if units[ahead].text in words.body_heads():
            return False
        ahead += 1
    return words.common(units[at].text)


def _regions(units: Sequence[Unit], at: int) -> int:
    """Where a row of regions ends that begins with a state: "of Freedonia, Eastern Europe and Central Asia"."""
    if units[at - 1].kind is not UnitKind.STATE or at >= len(units) or units[at].text not in {",", "and"}:
        return at
    i, joined = at, False
    while i < len(units) and (
        units[i].text in {",", "and"} or units[i].kind is UnitKind.PLACE or units[i].text.lower() in _REGIONS
    ):
        joined = joined or units[i].text == "and"
        i += 1
    while units[i - 1].text in {",", "and"}:
        i -= 1
    return i if joined and i > at else at


_REGIONS = words.wordset("regions")


def _enumerates(units: Sequence[Unit], at: int) -> bool:
    """Whether a comma stands in "Tourism, Sport and Youth": capital words, then "and" and one more."""
    i = at + 1
    while i < len(units) and words.capital(units[i]) and words.common(units[i].text) and i - at < 4:
        if heads.is_head_word(units, i) or units[i].text in words.body_heads():
            return False
        i += 1
    return i > at + 1 and i < len(units) and units[i].text in {"and", "&"} and _goes_on(units, i + 1)


def _owner(units: Sequence[Unit], first: int, last: int) -> int | None:
    """The state or organisation in the name, or behind "under the President of"."""
    inside = [i for i in range(first, last) if units[i].kind in {UnitKind.STATE, UnitKind.BODY}]
    inside = [i for i in inside if not (i + 1 < last and units[i + 1].text == ",")]
    if inside:
        return inside[-1]
    if last < len(units) and units[last].text in {"under", "at", "within"}:
        for i in range(last + 1, min(last + 8, len(units))):
            if units[i].kind in {UnitKind.STATE, UnitKind.BODY}:
                return i
            if units[i].kind is UnitKind.MARK and units[i].text not in {"'s", "’s"}:
                break
    return None
