"""Titles right before a name, and titles that a verb or a noun gives: "назначен министром", "кандидатура"."""

from __future__ import annotations

from collections.abc import Sequence

from ..units import Unit, UnitKind
from .complements import words
from .posts import Title, more_states


def past_courtesies(units: Sequence[Unit], at: int) -> int:
    """Past courtesies and ranks between a title and a name."""
    while at < len(units) and (
        units[at].lemma in words("honorific")
        or (units[at].text == "." and units[at - 1].lemma in words("honorific"))
        or units[at].lemma == "новый"
    ):
        at += 1
    return at


def _past_time(units: Sequence[Unit], at: int) -> int:
    """Past "в 2018-2019 годах", that tells when the post was held."""
    words = units[at : at + 3]
    told = len(words) == 3 and words[0].text == "в" and words[1].text[0].isdigit() and words[2].lemma == "год"
    return at + 3 if told else at


def person_at(units: Sequence[Unit], at: int) -> int | None:
    """The index, if a person stands there."""
    return at if 0 <= at < len(units) and units[at].kind is UnitKind.PERSON else None


def before_name(units: Sequence[Unit], title: Title, titles: Sequence[Title]) -> int | None:
    """ "министр обороны РФ Иванов"."""
    if title.number == "plur" and (states := more_states(units, title)):
        return person_at(units, states[-1] + 1)
    return person_at(units, past_courtesies(units, _past_time(units, title.last)))


def copula(units: Sequence[Unit], title: Title, titles: Sequence[Title]) -> int | None:
    """ "Иванов является (назначен, избран) министром", "Иванов назначен на пост министра"."""
    at = title.first - 1
    if at >= 1 and units[at].lemma in {"пост", "должность", "качество"}:
        at -= 1
        if at >= 1 and units[at].lemma in {"на", "в"}:
            at -= 1
    elif title.case != "ablt":
        return None
    back = at
    while back >= max(0, at - 2) and units[back].lemma not in _COPULAS:
        back -= 1
    if back < 1 or units[back].lemma not in _COPULAS:
        return None
    before = back - 1
    while before > 0 and (units[before].lemma in {"который", ",", "ранее", "также"} | _COPULAS):
        before -= 1
    return person_at(units, before) if person_at(units, before) is not None else _far_subject(units, back)


def _far_subject(units: Sequence[Unit], verb: int) -> int | None:
    """The one person before "назначен" with words on time and place between: "Иванов 14 июля на заседании назначен"."""
    if units[verb].lemma not in {"назначить", "избрать", "утвердить", "переизбрать"}:
        return None
    for at in range(verb - 1, max(-1, verb - _FAR), -1):
        unit = units[at]
        if unit.kind is UnitKind.PERSON:
            return at
        if unit.pos in {"VERB", "PRTS", "GRND", "INFN"} or unit.text in {":", ";", "(", "»", '"'}:
            return None
    return None


def before_copula(units: Sequence[Unit], title: Title, titles: Sequence[Title]) -> int | None:
    """ "Председателем Совета на 2026 год стал представитель Армении Иванов": the subject stands after the verb."""
    if title.case != "ablt" or title.number == "plur" or (title.first > 0 and units[title.first - 1].pos == "PREP"):
        return None
    verb = next(
        (i for i in range(title.last, min(title.last + _FAR, len(units))) if units[i].lemma in _COPULAS - {"работать"}),
        None,
    )
    if verb is None or any(u.kind is UnitKind.PERSON or u.pos == "CONJ" for u in units[title.last : verb]):
        return None
    subject = next((t for t in titles if t.first == verb + 1), None)
    return before_name(units, subject, titles) if subject else person_at(units, verb + 1)


def candidate(units: Sequence[Unit], title: Title, titles: Sequence[Title]) -> int | None:
    """ "в качестве главы миссии кандидатуру министра Иванова": who is put forward stands after the post."""
    led = title.first > 0 and units[title.first - 1].lemma in {"пост", "должность", "качество"}
    behind = units[max(0, title.first - _BACK) : title.first]
    if led and title.first > _TWO and any(u.lemma == "кандидатура" for u in behind):
        found = person_at(units, title.first - 1 - _TWO)
        if found is not None:
            return found
    ahead = range(title.last, min(title.last + _NEAR, len(units)))
    noun = next((i for i in ahead if units[i].lemma == "кандидатура"), None) if led else None
    if noun is None:
        return None
    subject = next((t for t in titles if t.first == noun + 1), None)
    chained = next((t for t in titles if subject and t.first == subject.last + 1), None)
    found = before_name(units, subject, titles) if subject else person_at(units, noun + 1)
    return before_name(units, chained, titles) if found is None and chained else found


_FAR = 14
"""Units from a title in the instrumental to its verb."""
_BACK = 20
"""Units from "кандидатура" to the post for which somebody is put forward."""
_TWO = 2
_NEAR = 4
"""Units from a post to the noun of whoever is put forward for it."""
_COPULAS = frozenset(
    {"являться", "назначить", "избрать", "стать", "утвердить", "быть", "переизбрать", "работать", "занимать"}
)
