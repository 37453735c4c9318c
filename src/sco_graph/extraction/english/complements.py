"""What a title governs: "of the Department for ... under the Ministry of ...", "to China", ", Ministry of ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..units import Unit, UnitKind
from . import enumerations, heads, ranks, superiors, words

_NAMES = frozenset({UnitKind.BODY, UnitKind.STATE, UnitKind.PLACE})
_OWNED = frozenset({"'s", "’s"})
_SMALL = frozenset({"of", "for", "charge"})
"""Prepositions behind which words without a capital belong to a title."""
_GOVERNING = frozenset({"of", "for", "to", "on", "at", "in", "under", "within", "with"})
_POINTING = frozenset({"to", "with"})
_TERMS = frozenset({"session", "year", "period", "time", "month", "term", "now", "day", "week"})
_AFTER_HEAD = 4
_LONGEST = 12
_SMALL_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Complement:
    """Units ``[first, last)`` that a title governs, preposition first; ``names`` are the states and bodies in it."""

    preposition: str
    first: int
    last: int
    names: tuple[int, ...]


def governed(units: Sequence[Unit], start: int, traits: frozenset[str]) -> tuple[Complement, ...]:
    """Complements of a title from the end of its head word on."""
    found = list(_after(units, start))
    at = found[-1].last if found else start
    while at < len(units):
        one = _of_vote(units, at) or _prepositional(units, at, traits) or _apposed(units, at)
        one = one or _dashed(units, at) or _further(units, at)
        if one is None or (one.preposition == "to" and any(c.preposition == "to" for c in found)):
            break
        found.append(one)
        at = one.last
    return tuple(found)


def _of_vote(units: Sequence[Unit], at: int) -> Complement | None:
    """ "at the elections in Freedonia" behind the title of who heads a mission."""
    stop = enumerations.of_vote(units, at)
    return None if stop is None else Complement(preposition="host", first=at, last=stop, names=())


def _further(units: Sequence[Unit], at: int) -> Complement | None:
    """ "and of Arcadia" behind "of Freedonia"."""
    if at < 2 or at + 2 >= len(units) or units[at].text not in {"and", ","} or units[at + 1].text != "of":
        return None
    start = at + 3 if units[at + 2].text.lower() == "the" else at + 2
    both = start < len(units) and units[at - 1].kind is units[start].kind is UnitKind.STATE
    return Complement(preposition="of", first=at, last=start + 1, names=(start,)) if both else None


def _after(units: Sequence[Unit], start: int) -> Iterator[Complement]:
    """Words right after the head: "Extraordinary and Plenipotentiary", "ad interim", "General"."""
    known, at = words.around_posts("after"), start
    while at < len(units) and units[at].text.lower() in known and at - start < _AFTER_HEAD:
        at += 1
    if at < len(units) and units[at].text == "." and at > start and units[at - 1].text.lower() == "a.i":
        at += 1
    while at > start and units[at - 1].text.lower() == "and":
        at -= 1
    if at > start:
        yield Complement(preposition="", first=start, last=at, names=())


def _prepositional(units: Sequence[Unit], at: int, traits: frozenset[str]) -> Complement | None:
    word = units[at].text.lower()
    if units[at].kind is not UnitKind.WORD or word not in _GOVERNING:
        return None
    start = at + 1
    if word == "in" and [u.text.lower() for u in units[at + 1 : at + 3]] == ["charge", "of"]:
        word, start = "charge", at + 3  # "Minister in charge of Trade"
    if _of_others(units, word, start):
        return None
    if start < len(units) and units[start].text.lower() in {"the", "a", "an", "his", "her", "its", "their"}:
        start += 1
    inner = superiors.end(units, at, start)
    if word == "under" and start < len(units):
        stop, names = _under(units, start)
    elif inner is not None:
        return Complement(
            preposition=word,
            first=at,
            last=inner,
            names=tuple(i for i in range(start, inner) if units[i].kind in _NAMES),
        )
    else:
        stop, names = _phrase(units, start, small=word in _SMALL)
    if stop > start and stop < len(units) and units[stop].kind is UnitKind.PERSON and _ends_head(units, start, stop):
        return None  # "spokesman for Secretary-General Testov"
    if word == "for" and stop > start and units[stop - 1].text.lower() in _TERMS:
        return None  # "President for the current session"
    if stop == start or (word in {"in", "at", "with", "on", "to"} and not _fits(units, word, start, traits)):
        return None
    return Complement(preposition=word, first=at, last=stop, names=names)


def _ends_head(units: Sequence[Unit], start: int, stop: int) -> bool:
    """Whether a phrase without an article ends with a title, whose holder stands behind."""
    sizes = [(i, heads.head_at(units, i)) for i in range(start, stop)]
    return any(head is not None and not head.plural and i + head.size == stop for i, head in sizes)


def _of_others(units: Sequence[Unit], word: str, start: int) -> bool:
    """Whether words go on with somebody's doings: "told the Secretary-General of his meetings"."""
    own = units[start].text.lower() if start < len(units) else ""
    return own in {"his", "her", "its", "their"} and (
        word == "for" or (word == "of" and own != "its" and _lower(units, start + 1))
    )


def _lower(units: Sequence[Unit], at: int) -> bool:
    return at < len(units) and units[at].text.islower()


def _fits(units: Sequence[Unit], word: str, start: int, traits: frozenset[str]) -> bool:
    """Whether what follows a preposition is where the post is held, or to what its holder is sent."""
    kind = units[start].kind
    if word == "in":
        if kind not in {UnitKind.STATE, UnitKind.PLACE}:
            return False
        following = units[start + 1] if start + 1 < len(units) else None
        named = following is not None and (following.kind is UnitKind.PERSON or words.namelike(following))
        return "host" in traits or (named and units[start - 2].kind is UnitKind.BODY)
    if word == "at":
        return kind is UnitKind.BODY
    if word == "with":
        return kind is UnitKind.BODY and "host" in traits
    if word == "on":
        dated = start + 1 < len(units) and units[start + 1].text[0].isdigit()
        return kind is not UnitKind.PLACE and units[start].text.lower() not in words.MONTHS and not dated
    return (
        kind in {UnitKind.STATE, UnitKind.BODY}
        or words.capital(units[start])
        or (units[start].text.lower() in {"president", "prime", "minister", "secretary-general", "office"})
    )


def _under(units: Sequence[Unit], start: int) -> tuple[int, tuple[int, ...]]:
    """ "under the President of Tajikistan", "under Kazakhstan's Interior Ministry": up to the state or body named."""
    for at in range(start, min(start + 8, len(units))):
        if units[at].kind in {UnitKind.STATE, UnitKind.BODY}:
            stop = at + 1
            if stop < len(units) and units[stop].text in _OWNED:
                stop, _ = _phrase(units, stop + 1, small=False)
            elif units[at].adjective:
                stop, _ = _phrase(units, at + 1, small=False)
            return stop, (at,)
        if units[at].kind is UnitKind.MARK or units[at].kind is UnitKind.PERSON:
            break
    return start, ()


def _apposed(units: Sequence[Unit], at: int) -> Complement | None:
    """ ", Ministry of Foreign Affairs of Freedonia" right behind a title, closed by a mark or the end."""
    if units[at].text != "," or at + 1 >= len(units):
        return None
    start = at + 2 if units[at + 1].text.lower() == "the" else at + 1
    if start >= len(units) or units[start].kind is not UnitKind.BODY:
        return None
    stop, names = _phrase(units, start, small=False)
    closed = stop >= len(units) or units[stop].text in {",", ";", ".", ")", "and", "(", ":"}
    if not closed or (stop < len(units) and units[stop].text == "and" and _verb_follows(units, stop)):
        return None
    return Complement(preposition=",", first=at, last=stop, names=names)


def _verb_follows(units: Sequence[Unit], at: int) -> bool:
    return at + 1 < len(units) and units[at + 1].pos in {"VBD", "VBZ"}


def _dashed(units: Sequence[Unit], at: int) -> Complement | None:
    """ "Chairman of the Executive Committee - Executive Secretary" is two titles, but "(CIS)" belongs to the name."""
    if units[at].text != "(" or at + 2 >= len(units) or units[at + 2].text != ")":
        return None
    inside = units[at + 1]
    if inside.kind is UnitKind.BODY or (
        inside.kind is UnitKind.WORD and inside.text.isupper() and len(inside.text) > 1
    ):
        return Complement(preposition="(", first=at, last=at + 3, names=(at + 1,) if inside.ref else ())
    return None


def _phrase(units: Sequence[Unit], start: int, *, small: bool) -> tuple[int, tuple[int, ...]]:
    """The end of a noun phrase and the units of names in it; it ends at a verb, a mark, a person or another title."""
    at, names, low = start, [], 0
    while at < len(units) and at - start < _LONGEST:
        unit = units[at]
        if unit.kind in _NAMES:
            names.append(at)
            at += 1
            if not _name_goes_on(units, at, unit):
                break
        elif (unit.text in _OWNED and at > start and units[at - 1].kind in _NAMES) or (
            words.capital(unit) and not _addresses(units, at) and not _name_begins(units, at, start)
        ):
            at += 1
        elif unit.text in {"and", "&", ","} and at > start and _joins(units, at, small):
            at += 2 if units[at + 1].text in {"the", "and"} else 1
        elif (small or (names and _branch(units, at))) and _small(units, at) and low < _SMALL_WORDS:
            low += 1
            at += 1
        else:
            break
    while at > start and (
        units[at - 1].kind is UnitKind.MARK or units[at - 1].text.lower() in {"and", "the", "of", "&"}
    ):
        at -= 1
    return at, tuple(i for i in names if i < at)


def _name_goes_on(units: Sequence[Unit], at: int, unit: Unit) -> bool:
    """Whether words after the name of a state or body still belong to the phrase: "the SCO Business Council"."""
    if at >= len(units):
        return False
    following = units[at]
    if following.text in _OWNED:
        return True
    if following.kind in _NAMES:
        return unit.adjective or unit.kind is UnitKind.BODY
    if following.text == "and":
        return at + 1 < len(units) and units[at + 1].kind is unit.kind
    if words.capital(following):
        owned = at + 3 < len(units) and units[at + 2].text == "of" and units[at + 3].kind in _NAMES
        if owned and words.capital(units[at - 1]):
            return True
        return words.common(following.text) and not _addresses(units, at)
    if unit.kind in {UnitKind.BODY, UnitKind.PLACE} and _branch(units, at):
        return True
    return unit.adjective and following.pos in {"", "VB"}


_BRANCHES = words.wordset("branches")
_BRANCH_WORDS = 4


def _branch(units: Sequence[Unit], at: int) -> bool:
    """Whether small words that end with a branch of a body stand here: "mission", "election observation mission"."""
    for unit in units[at : at + _BRANCH_WORDS]:
        if unit.text in _BRANCHES:
            return True
        if unit.kind is not UnitKind.WORD or not unit.text.islower() or unit.pos not in {"", "NV"}:
            break
    return False


def _addresses(units: Sequence[Unit], at: int) -> bool:
    """Whether an address before a name stands here: "General Testov", but not "the General Administration"."""
    following = units[at + 1] if at + 1 < len(units) else None
    if following is not None and len(ranks.without(units[at : at + 2])) == 0:
        return True
    return words.courtesy(units[at]) and (following is None or words.namelike(following) or words.courtesy(following))


def _name_begins(units: Sequence[Unit], at: int, start: int) -> bool:
    """Whether a person's name may begin here: a word of no dictionary, but for the first of the phrase."""
    unit = units[at]
    if heads.is_head_word(units, at) and at > start:
        return True
    return at > start and words.namelike(unit)


def _joins(units: Sequence[Unit], at: int, small: bool) -> bool:
    """Whether a comma or "and" joins words of one phrase: "Trade, Industry and Tourism"."""
    if at + 1 >= len(units):
        return False
    following = units[at + 1]
    if following.text == "the" and at + 2 < len(units) and words.capital(units[at + 2]) and units[at].text == "and":
        return words.common(units[at + 2].text) and heads.head_at(units, at + 2) is None
    if following.kind is UnitKind.PERSON or heads.head_at(units, at + 1) is not None or words.courtesy(following):
        return False
    if units[at].text == ",":
        return enumerations.listed(units, at)
    if following.kind in _NAMES:
        titled = at + 2 < len(units) and heads.head_at(units, at + 2) is not None
        return units[at - 1].kind is following.kind and not titled
    if words.capital(following):
        return words.common(following.text) and not words.namelike(following) and words.capital(units[at - 1])
    return small and units[at - 1].text.islower() and _small(units, at + 1)


def _small(units: Sequence[Unit], at: int) -> bool:
    """Whether a word without a capital may stand in the name of a department or field."""
    unit = units[at]
    if unit.kind is not UnitKind.WORD or not unit.text.islower() or not unit.text.replace("-", "").isalpha():
        return False
    if unit.pos == "NV" and unit.text.endswith("s"):
        return False
    if unit.pos in {"VBD", "VBZ", "AUX", "MD", "PRP", "WH", "SC", "RB", "IN", "DT", "CC", "VBN"}:
        return False
    return heads.head_at(units, at) is None
