"""What an interaction has from the one told before it: the day, and the city."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from ...model import InteractionType, Status
from ..drafts import Account, Draft, Standing, refs
from ..likeness import TALKS
from .dates import number
from .passages import Passage

_DAY = 10
"""Characters of a date that names a day."""
_REACH = 3
"""Sentences over which a day is still meant."""


def complete(accounts: Sequence[Account], passages: Sequence[Passage]) -> tuple[Account, ...]:
    """Accounts with the day of the one before, where a sentence right after it tells of what its people did next."""
    found = list(accounts)
    for at, account in enumerate(found):
        before = next((a for a in reversed(found[:at]) if _leads(a.sum, account, passages)), None)
        if before is not None:
            claim = (
                replace(before.sum.when.claim, rule="rule:same_day_as_before", score=0.5) if before.sum.when else None
            )
            when = replace(before.sum.when, claim=claim) if before.sum.when and claim else None
            found[at] = replace(account, sum=replace(account.sum, when=when))
    return tuple(_for_days(_ranged(a, passages), passages) for a in _at_place_of_visit(found))


_SINCE = re.compile(r"(?:从|自)?\s*$")
_BEGAN = re.compile(r"(?:起|开始|拉开|启动|开幕)")
_LASTING = frozenset(
    {InteractionType.EXERCISE, InteractionType.CONFERENCE, InteractionType.VISIT, InteractionType.OTHER}
)


def _ranged(account: Account, passages: Sequence[Passage]) -> Account:
    """The account of what is first told by its last day, with the day on which it began: 24日落幕……从11日开始."""
    known = account.sum
    if known.type not in _LASTING or known.when is None or known.when.end is not None or len(known.when.date) < _DAY:
        return account
    first = account.drafts[0].passage
    closing = passages[first]
    if not _CLOSED.search(closing.text, closing.sentence.start, closing.sentence.stop):
        return account
    for passage in passages[first : first + _REACH]:
        for date in passage.dates:
            after = passage.text[date.stop : date.stop + 3]
            earlier = len(date.date) == len(known.when.date) and date.date < known.when.date
            if earlier and _BEGAN.match(after) and _SINCE.search(passage.text[date.start - 2 : date.start]):
                claim = replace(known.when.claim, value=date.date, start=date.start, stop=date.stop, rule="rule:since")
                when = replace(known.when, date=date.date, end=known.when.date, claim=claim)
                return replace(account, sum=replace(known, when=when))
    return account


def _for_days(account: Account, passages: Sequence[Passage]) -> Account:
    """The account of what lasts some days, with the last of them: 会议开三天."""
    known = account.sum
    if known.when is None or known.when.end is not None or len(known.when.date) < _DAY or known.type in TALKS:
        return account
    first = account.drafts[0].passage
    for passage in passages[first : first + 2]:
        found = _DAYS.search(passage.text, passage.sentence.start, passage.sentence.stop)
        days = (
            (number(found["n"].replace("两", "二")) if not found["n"].isdigit() else int(found["n"])) if found else None
        )
        if days and days > 1:
            told, rest = datetime.date.fromisoformat(known.when.date), datetime.timedelta(days=days - 1)
            opening = passages[first]
            closed = _CLOSED.search(opening.text, opening.sentence.start, opening.sentence.stop)
            if closed and found is not None and not found.group().startswith("开了"):
                return account
            start, last = (told - rest, told) if closed else (told, told + rest)
            when = replace(known.when, date=start.isoformat(), end=last.isoformat())
            return replace(account, sum=replace(known, when=when))
    return account


def _number(text: str) -> int | None:
    """A number in figures or in Chinese numerals."""
    return int(text) if text.isdigit() else number(text.replace("两", "二"))


_DAYS = re.compile(
    r"(?:为期|历时|持续|会期|会议开|论坛开|活动为期|论坛为期|开了)(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,2})(?:天|日)"
)
_CLOSED = re.compile(r"落幕|闭幕|落下|结束|收官|圆满")


def _at_place_of_visit(found: list[Account]) -> tuple[Account, ...]:
    """Accounts with the city of the visit that the document begins with, where its visitor takes part."""
    visit = next(
        (a.sum for a in found[:1] if a.sum.type is InteractionType.VISIT and (a.sum.where.key or a.sum.where.state)),
        None,
    )
    if visit is None:
        return tuple(found)
    return tuple(replace(a, sum=replace(a.sum, where=visit.where)) if _there(visit, a.sum) else a for a in found)


def _there(visit: Draft, known: Draft) -> bool:
    empty = known.where.name is None and known.where.state is None
    elsewhere = known.type in {InteractionType.VISIT, InteractionType.LETTER, InteractionType.PHONE_CALL}
    firm = known.standing is not Standing.MENTIONED
    return empty and firm and not elsewhere and bool(refs(visit.parts) & refs(known.parts))


_BESIDE = re.compile(r"[^，。]{0,10}(?:前|后|前夕|结束后|期间|间隙)，")
"""How a sentence begins that tells of something beside the gathering told before: 招待会前，."""


def _leads(before: Draft, account: Account, passages: Sequence[Passage]) -> bool:
    known = account.sum
    if not 0 <= account.drafts[0].passage - before.passage <= _REACH:
        return False
    passage = passages[account.drafts[0].passage]
    beside = _BESIDE.match(passage.text, passage.sentence.start) and before.standing is Standing.ATTENDED
    firm = known.standing is Standing.HAPPENS and (before.standing is Standing.HAPPENS or bool(beside))
    held = known.status.value == Status.HELD == before.status.value
    day = before.when is not None and len(before.when.date) == 10 and known.when is None
    letters = InteractionType.LETTER in {before.type, known.type}
    shared = bool(refs(before.parts) & refs(known.parts))
    return firm and held and day and not letters and shared and not account_dated(account)


def account_dated(account: Account) -> bool:
    """Whether any telling of an interaction has a date."""
    return any(draft.when is not None for draft in account.drafts)
