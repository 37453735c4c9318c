"""Where and when something took place by what it was told within: a visit of those who took part, a session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model import InteractionType, Status
from ..drafts import Account, Draft, Standing, When, refs

T = InteractionType
_IN_PERSON = frozenset({T.MEETING, T.MULTILATERAL_MEETING, T.SUMMIT, T.CEREMONY, T.SIGNING, T.BRIEFING, T.CONFERENCE})
_DAY = len("2020-01-01")
_NEXT = 1
"""Sentences from the arrival to the welcome."""


def placed(accounts: Sequence[Account], main: int) -> Iterator[Account]:
    """The accounts; those of what happened in person, with no place of their own, at that of what they were part of."""
    wholes = [a for at, a in enumerate(accounts) if at == main or a.sum.type is T.VISIT]
    for at, account in enumerate(accounts):
        known = account.sum
        nowhere = known.where.key is None and known.where.state is None
        if at == main or known.type not in _IN_PERSON or known.status.value != Status.HELD:
            yield account
            continue
        if known.when is None and known.type is T.CEREMONY:
            known = _welcome(accounts, account)
        near = next((w for w in wholes if w is not account and _within(w.sum, known)), None)
        remote = known.mode is not None and known.mode.value != "in_person"
        if nowhere and near is not None and not remote:
            known = replace(known, where=near.sum.where)
        yield replace(account, sum=known)


def _within(whole: Draft, known: Draft) -> bool:
    """Whether it took place on a day of the visit or session, with somebody who was there."""
    somewhere = whole.where.key is not None or whole.where.state is not None
    told = whole.status.value == Status.HELD and known.standing is not Standing.MENTIONED
    if not somewhere or not told or not _people(whole) & _people(known):
        return False
    return _that_day(whole.when, known.when, loose=whole.type is T.VISIT)


def _that_day(whole: When | None, day: When | None, *, loose: bool) -> bool:
    """Whether a day lies within the whole's days; for a visit whose end is not known, within a day of its beginning."""
    if whole is None or day is None or len(day.date) < _DAY or len(whole.date) < _DAY:
        return False
    last = whole.end or whole.date
    late = loose and whole.end is None and day.date[:7] == whole.date[:7]
    return whole.date <= day.date <= last or (late and 0 <= int(day.date[8:]) - int(whole.date[8:]) <= _NEXT)


def _people(known: Draft) -> frozenset[str]:
    return frozenset(ref for ref in refs(known.parts) if ref.startswith("p"))


def _welcome(accounts: Sequence[Account], account: Account) -> Draft:
    """A welcome at the airport with the day and place of the arrival told just before."""
    known = account.sum
    for other in accounts:
        gap = known.passage - other.sum.passage
        arrived = other.sum.type is T.VISIT and 0 <= gap <= _NEXT and _people(other.sum) & _people(known)
        if arrived and other.sum.when is not None and known.when is None:
            claim = replace(other.sum.when.claim, rule="rule:day_of_arrival", score=0.7)
            return replace(known, when=replace(other.sum.when, claim=claim), where=other.sum.where)
    return known
