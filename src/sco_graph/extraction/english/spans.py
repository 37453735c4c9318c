"""Beginnings and ends of one thing that lasts: "the exercise, which kicked off on 6 May, concluded yesterday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model import InteractionType
from ..dates import Dated
from ..drafts import Account, Draft, When, joined, refs
from .passages import Passage

T = InteractionType
_LASTING = frozenset({T.EXERCISE, T.CONFERENCE, T.OTHER, T.ELECTION_OBSERVATION, T.VISIT})
_BEGINS = frozenset({"kick", "begin", "start", "open", "launch", "commence"})
_ENDS = frozenset({"conclude", "end", "close", "finish", "wrap", "complete"})
_DAY = 10
_REACH = 12


def joined_ends(passages: Sequence[Passage], accounts: tuple[Account, ...]) -> tuple[Account, ...]:
    """The accounts, two of which tell of beginning and end of one thing as one with a range."""
    for at, account in enumerate(accounts):
        for other in range(at + 1, len(accounts)):
            whole = _whole(passages, account, accounts[other])
            if whole is not None:
                rest = (*accounts[:at], whole, *accounts[at + 1 : other], *accounts[other + 1 :])
                return joined_ends(passages, rest)
    return accounts


def begun(passages: Sequence[Passage], accounts: tuple[Account, ...]) -> tuple[Account, ...]:
    """The accounts, one of what ended on a day with the day on which other words say that it had begun."""
    result = []
    for account in accounts:
        known = account.sum
        ended = known.type in _LASTING and _day(known) and _says(passages, known, _ENDS | {"come"})
        start = next((d for p in passages if ended and (d := _start(p, known)) is not None), None)
        if start is not None and known.when is not None:
            claim = replace(known.when.claim, value=start.date, start=start.start, stop=start.stop)
            known = replace(known, when=When(date=start.date, end=known.when.date, claim=claim))
        result.append(replace(account, sum=known))
    return tuple(result)


def _start(passage: Passage, known: Draft) -> Dated | None:
    """The day right behind "begun", "which started on", within some weeks before the end."""
    for day in passage.dates:
        at = passage.token_at(day.start)
        words = {t.lemma for t in passage.tokens[max(passage.first, at - 4) : at]}
        end = known.when.date if known.when is not None else ""
        near = day.precision == _PRECISE and day.date < end and day.date[:7] >= _month_before(end)
        if near and words & _BEGINS:
            return day
    return None


def _month_before(date: str) -> str:
    year, month = int(date[:4]), int(date[5:7])
    return f"{year - (month == 1)}-{(month - 2) % 12 + 1:02}"


_PRECISE = 3


def _whole(passages: Sequence[Passage], one: Account, other: Account) -> Account | None:
    first, second = one.sum, other.sum
    same = first.type is second.type and first.type in _LASTING and first.status.value == second.status.value
    if not same or first.when is None or second.when is None or not (_day(first) and _day(second)):
        return None
    if refs(second.parts) - refs(first.parts) and refs(first.parts) - refs(second.parts):
        return None
    early, late = sorted((first, second), key=lambda d: d.when.date if d.when else "")
    begun = _says(passages, early, _BEGINS) or _says(passages, late, _ENDS)
    if early.when is None or late.when is None or early.when.date == late.when.date or not begun:
        return None
    when = When(date=early.when.date, end=late.when.date, claim=early.when.claim)
    known = replace(first, when=when, parts=joined(first.parts, second.parts))
    return Account(sum=known, drafts=(*one.drafts, *other.drafts))


def _day(known: Draft) -> bool:
    return known.when is not None and len(known.when.date) == _DAY and known.when.end is None


def _says(passages: Sequence[Passage], known: Draft, lemmas: frozenset[str]) -> bool:
    """Whether one of these verbs follows the noun of what is told."""
    passage = passages[known.passage]
    near = passage.tokens[known.trigger.last : min(passage.last, known.trigger.last + _REACH)]
    verb = next((t for t in near if t.pos in {"VBD", "VBZ"}), None)
    return verb is not None and verb.lemma in lemmas
