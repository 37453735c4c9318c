"""Names of persons that the tables lack: words with capitals that no dictionary has, beside a title or an address."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from ..units import Unit, UnitKind
from . import heads, holders, words
from .titles import Title

_LONGEST = 6
_LEADS = frozenset({"heads", "headed", "leads", "led", "chairs", "chaired"})
_OPENERS = frozenset({",", "(", "-", "–", "—"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRun:
    """Units ``[first, last)`` that may be a person's name; ``sure`` where a title or an address stands beside it."""

    first: int
    last: int
    sure: bool
    gender: str = ""


def find(units: Sequence[Unit], titles: Sequence[Title], known: Container[str]) -> Iterator[NameRun]:
    """Names in a sentence from the left; ``known`` are words of names in the tables, in lower case."""
    inside = {i for t in titles for i in range(t.first, t.last)}
    ends = {t.last: t for t in titles}
    at, joined = 0, -1
    while at < len(units):
        addressed = _addressed(units, at)
        begins = at in ends or addressed
        stop = at
        if at not in inside or begins:
            stop = _run(units, at, begins, inside, known)
        weak = ends[at] if at in ends and "weak" in ends[at].traits else None
        if stop > at and weak is not None and weak.right and words.namelike(units[at - 1]):
            at = stop  # "correspondent of Lake Daily": the last word is no name
            continue
        if stop == at:
            joined = at + 1 if units[at].kind is UnitKind.PERSON else joined
            at += 1
            continue
        listed = at - 1 == joined and units[at - 1].text in {"and", ","} and _bare(units, at, stop)
        met = (
            at > 0
            and units[at - 1].text.lower() in {"with", "by"}
            and not _row(units, stop)
            and _bare(units, at, stop)
            and _closes(units, stop)
        )
        set_off = at - 1 in ends and units[at - 1].text == "," and _closes(units, stop)
        set_off = set_off and stop - at > 1
        titled = stop - at > 1 and (_titled(units, stop, titles) or _becomes(units, stop, titles))
        said = (
            at > 1
            and at - 1 in ends
            and units[at - 1].text.lower() in {"is", "was", "remains"}
            and _bare(units, at, stop)
        )
        row = _in_row(units, at, stop, titles)
        leads = _bare(units, at, stop) and stop < len(units) and units[stop].text.lower() in _LEADS
        relative = (
            _bare(units, at, stop)
            and stop + 1 < len(units)
            and units[stop].text == ","
            and units[stop + 1].text == "who"
        )
        office = _bare(units, at, stop) and (_in_office(units, stop, titles) or _behind_colon(units, at, titles))
        sure = begins or office or row or said or leads or relative or met or listed or set_off or titled
        joined = stop if sure else joined
        yield NameRun(first=at, last=stop, sure=sure, gender=_gender(units, at))
        at = stop


def _in_row(units: Sequence[Unit], first: int, last: int, titles: Sequence[Title]) -> bool:
    """Whether a name stands with its state in a row behind a title of many: "Ministers X of A, Y of B"."""
    if not any(t.plural and t.headed <= first for t in titles) or not _bare(units, first, last):
        return False
    behind = units[last : last + 2]
    after = len(behind) == 2 and behind[0].text in {"of", "from", "("} and behind[1].kind is UnitKind.STATE
    return after or units[first - 1].kind is UnitKind.STATE


def _row(units: Sequence[Unit], stop: int) -> bool:
    """Whether the row goes on with a thing: "followed by X and by dances"."""
    return units[stop].text == "and" and units[stop + 1].text in {"by", "with"} if stop + 1 < len(units) else False


def _bare(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether two words or more that no dictionary has stand here, as names of persons do."""
    run = units[first:last]
    return len(run) > 1 and all(words.namelike(u) and not (u.text.isupper() and len(u.text) > 2) for u in run)


def _becomes(units: Sequence[Unit], stop: int, titles: Sequence[Title]) -> bool:
    """Whether the name is said to be what a title behind it says: "was elected President"."""
    return any(
        0 < t.start - stop <= _LONGEST and holders.says_as(" ".join(u.text.lower() for u in units[stop : t.start]))
        for t in titles
    )


def _in_office(units: Sequence[Unit], stop: int, titles: Sequence[Title]) -> bool:
    """Whether a title behind the name is told of as the person's: "on the end of her mission as Envoy of Freedonia"."""
    gaps = (units[stop : t.start] for t in titles if 0 < t.start - stop <= _OFFICE_REACH)
    return any(holders.in_office(" ".join(u.text.lower() for u in gap)) for gap in gaps)


def _behind_colon(units: Sequence[Unit], at: int, titles: Sequence[Title]) -> bool:
    """Whether a list of holders begins here: "the ministers of Freedonia and Arcadia: X and Y"."""
    if at == 0 or units[at - 1].text not in {":", "–", "—", "-"}:
        return False
    return any(t.plural and 0 <= at - 1 - t.last <= _LONGEST for t in titles)


_OFFICE_REACH = 14


def _closes(units: Sequence[Unit], at: int) -> bool:
    """Whether a mark, "and" or a verb follows a name that a comma sets off behind its title."""
    if at >= len(units):
        return True
    return units[at].text in {",", ".", ";", ")", "and"} or units[at].pos in {"VBD", "VBZ", "AUX", "MD"}


def _addressed(units: Sequence[Unit], at: int) -> bool:
    """Whether an address ("Mr", "H.E.", "Col. (Ret.)") stands right before."""
    if at > 3 and units[at - 1].text == ")":
        opening = next((i for i in range(at - 2, max(at - 5, 0), -1) if units[i].text == "("), 0)
        retired = opening and units[opening + 1].text.lower().startswith("ret")
        return bool(retired) and any(words.courtesy(u) for u in units[max(0, opening - 2) : opening])
    return at > 0 and words.courtesy(units[at - 1]) and not words.courtesy(units[at])


def _gender(units: Sequence[Unit], at: int) -> str:
    genders = words.around_posts("courtesy")
    while at > 0 and units[at - 1].text.lower() in genders:
        at -= 1
        if genders[units[at].text.lower()]:
            return genders[units[at].text.lower()]
    return ""


def _run(units: Sequence[Unit], start: int, begins: bool, inside: set[int], known: Container[str]) -> int:
    """The end of the name that begins at ``start``; ``start`` itself where none does."""
    if not _opens(units, start, begins, known) or _acronym(units, start):
        return start
    at = start + 1
    while at < len(units) and at - start < _LONGEST and at not in inside:
        unit = units[at]
        lower = unit.text.lower()
        if (
            _word(unit, known)
            or (_whole(unit) and units[at - 1].text == ".")
            or (lower in words.PARTICLES and at + 1 < len(units) and _particle(units, at, known))
            or _surname(units, at, start)
        ):
            at += 1
        else:
            break
    if units[start].kind is UnitKind.PLACE and at == start + 1:
        return start
    return at if any(_whole(units[i]) for i in range(start, at)) else start


def _acronym(units: Sequence[Unit], at: int) -> bool:
    """Whether a word in capitals behind the name of a body is one more acronym: "the LUFF CTO"."""
    spelt = units[at].text.isupper() and 1 < len(units[at].text) < _LONGEST
    alone = at + 1 >= len(units) or not words.capital(units[at + 1])
    return at > 0 and spelt and alone and units[at - 1].kind is UnitKind.BODY


def _opens(units: Sequence[Unit], at: int, begins: bool, known: Container[str]) -> bool:
    unit = units[at]
    follows = units[at + 1] if at + 1 < len(units) else None
    if unit.kind is UnitKind.PLACE:
        return begins and " " not in unit.text and follows is not None and _word(follows, known)
    if unit.kind is not UnitKind.WORD or words.courtesy(unit):
        return False
    head = heads.head_at(units, at)
    if head is not None and unit.text[0].isupper():
        return "name" in head.traits and follows is not None and _word(follows, known)
    if _word(unit, known):
        return True
    lower = unit.text.lower()
    if lower in words.PARTICLES and unit.text[0].isupper() and follows is not None and _word(follows, known):
        return True
    if not begins or not words.capital(unit) or unit.text.lower() in words.MONTHS:
        return False
    after = follows is not None and (_word(follows, known) or words.capital(follows))
    named = unit.text.lower() in known and not unit.text.isupper()
    return unit.text not in words.body_heads() and (after or named)


def _word(unit: Unit, known: Container[str]) -> bool:
    if unit.kind is not UnitKind.WORD or not unit.text[0].isupper():
        return False
    lower = unit.text.lower()
    given = lower in known and unit.pos == "" and lower not in words.MONTHS and unit.text not in words.body_heads()
    return words.namelike(unit) or (given and not words.courtesy(unit))


def _whole(unit: Unit) -> bool:
    return unit.kind in {UnitKind.WORD, UnitKind.PLACE} and unit.text[0].isupper() and not words.initial(unit.text)


def _particle(units: Sequence[Unit], at: int, known: Container[str]) -> bool:
    after = units[at + 1]
    if after.text.lower() in words.PARTICLES or after.text == "-":
        after = units[at + 2] if at + 2 < len(units) else after
    return (units[at].text.islower() and _word(after, known)) or (units[at].text[0].isupper() and _word(after, known))


def _surname(units: Sequence[Unit], at: int, start: int) -> bool:
    """Whether a word of the dictionary goes on with a name: "Boris Johnson", "Kate Walker"."""
    unit = units[at]
    if not words.capital(unit) or words.courtesy(unit) or heads.is_head_word(units, at) or at - start > 2:
        return False
    verb = unit.pos and not (unit.pos == "VBD" and at + 1 < len(units) and units[at + 1].text == ",")
    if verb or unit.text in words.body_heads() or unit.text.lower() in words.MONTHS or unit.text.isupper():
        return False
    following = units[at + 1] if at + 1 < len(units) else None
    return following is None or not (words.capital(following) and words.common(following.text))


def _titled(units: Sequence[Unit], stop: int, titles: Sequence[Title]) -> bool:
    """Whether a title is set off behind the name: ", Director of ...", "(Freedonia)"."""
    if stop >= len(units) or units[stop].text not in _OPENERS or units[stop - 1].text.isupper():
        return False
    if any(t.start == stop + 1 or t.first == stop + 1 for t in titles):
        return True
    for title in titles:
        between = units[stop + 1 : title.start]
        if 0 < len(between) < _LONGEST and all(u.text.lower() in holders.THEN for u in between):
            return True  # "Mr Testov, at that time President of Freedonia"
    return units[stop].text == "(" and stop + 2 < len(units) and units[stop + 1].kind is UnitKind.STATE


def is_given(word: str) -> bool:
    """Whether a word before the name of a person of the tables is one more given name."""
    plain = word.isalpha() and word[0].isupper() and not word.isupper() and len(word) > 2
    return plain and not words.common(word) and word.lower() not in words.around_posts("courtesy")
