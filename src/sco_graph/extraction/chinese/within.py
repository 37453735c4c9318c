"""What took place during the main event, and letters of which the document tells as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...model import InteractionType, Role, Status
from ..drafts import Account, Claim, Draft, Part, Standing, When, joined, refs
from .passages import Passage

T = InteractionType
_DURING = re.compile(r"期间|其间|逗留|此行|此访|间隙|之余|日程|行程|按照安排|根据安排")
_DAY = len("2021-05-03")
_MONTH = len("2021-05")
_NESTED = frozenset({T.MEETING, T.CONFERENCE, T.CEREMONY, T.OTHER, T.MULTILATERAL_MEETING, T.BRIEFING})
_FRAMES = frozenset({T.VISIT, T.CONFERENCE, T.SUMMIT, T.MULTILATERAL_MEETING, T.CEREMONY, T.EXERCISE})


def complete(accounts: Sequence[Account], passages: Sequence[Passage], main: int | None) -> tuple[Account, ...]:
    """Accounts of what took place during the main event with its month (its day, if it has one only) and its place."""
    if main is None or accounts[main].sum.type not in _FRAMES:
        return tuple(accounts)
    frame = accounts[main].sum
    return tuple(
        account if at == main or not _during(frame, account, passages) else _placed(frame, account)
        for at, account in enumerate(accounts)
    )


def _during(frame: Draft, account: Account, passages: Sequence[Passage]) -> bool:
    known = account.sum
    told = known.when is None and known.type in _NESTED and known.standing in {Standing.HAPPENS, Standing.ATTENDED}
    if not told or not refs(frame.parts) & refs(known.parts):
        return False
    first = account.drafts[0]
    passage = passages[first.passage]
    said = _DURING.search(passage.text, passage.sentence.start, first.trigger.start) is not None
    lasting = frame.when is not None and frame.when.end is not None
    return said or (lasting and known.status.value == Status.PLANNED)


def _placed(frame: Draft, account: Account) -> Account:
    known, when = account.sum, None
    to_come = known.status.value == Status.PLANNED and frame.when is not None and frame.when.end is None
    if frame.when is not None and len(frame.when.date) == _DAY and not to_come:
        date = frame.when.date if frame.when.end is None else frame.when.date[:_MONTH]
        claim = replace(frame.when.claim, value=date, rule="rule:during", score=0.5)
        when = When(date=date, end=None, claim=claim)
    nowhere = known.where.name is None and known.where.state is None
    return replace(account, sum=replace(known, when=when, where=frame.where if nowhere else known.where))


def gathered(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """Accounts without those that only say that people came together at the gathering told right before."""
    kept: list[Account] = []
    for account in accounts[1:] if _only_heading(accounts) else accounts:
        before = kept[-1] if kept else None
        came = account.sum.trigger.pattern.startswith(_TOGETHER) and account.sum.when is None
        near = before is not None and account.drafts[0].passage - before.drafts[-1].passage <= _NEAR
        if came and near and before is not None and before.sum.type in _FRAMES | _NAMED_AFTER:
            parts = joined(before.sum.parts, account.sum.parts)
            kept[-1] = replace(before, sum=replace(before.sum, parts=parts), drafts=(*before.drafts, *account.drafts))
        else:
            kept.append(account)
    return tuple(kept)


def _only_heading(accounts: Sequence[Account]) -> bool:
    """Whether the first account is a visit of a heading, of nobody named, and the text then tells of talks."""
    if len(accounts) < _PAIR:
        return False
    first, then = accounts[0], accounts[1].sum
    nobody = not any(part.ref.startswith("p") for part in first.sum.parts)
    heading = first.sum.type is T.VISIT and all(draft.standing is Standing.TITLE for draft in first.drafts)
    return heading and nobody and then.type is T.MEETING and then.standing is Standing.HAPPENS and then.passage <= _NEAR


_PAIR = 2
_TOGETHER = ("(会聚", "(聚到", "聚首")
_NEAR = 3
"""Sentences within which people are said to have come together."""
_COUNCILS = frozenset({T.SUMMIT, T.MULTILATERAL_MEETING})
_NAMED_AFTER = frozenset({T.CONFERENCE, T.CEREMONY, T.OTHER, T.EXERCISE})
"""Gatherings that an organisation only lends its name, where people are told to have been there."""
_BY_NAME = "rule:name_beside_trigger"
_ALL = 6
"""People named at a session who stand for its council, all its members being among them."""


def heads_stand(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """Accounts of sessions without their council where all who sit on it are named."""
    return tuple(_without_council(account) for account in accounts)


def _without_council(account: Account) -> Account:
    known = account.sum
    people = {part.ref for part in known.parts if part.ref.startswith("p")}
    least = _ALL if known.type in _COUNCILS else 1
    if known.type not in _COUNCILS | _NAMED_AFTER or len(people) < least:
        return account
    kept = tuple(
        part
        for part in known.parts
        if part.ref not in known.bodies or part.rule not in {_BY_NAME, "rule:description_beside_trigger"}
    )
    return replace(account, sum=replace(known, parts=kept))


_RECEIVED = re.compile(
    r"收到|接到|纷纷[^，。]{0,30}(?:发来|致|发|电)|(?:各国|成员国|多国)[^，。]{0,16}(?:分别|相继|纷纷)"
)


def letters(accounts: Sequence[Account], passages: Sequence[Passage]) -> tuple[Account, ...]:
    """Accounts with all letters that somebody is said to have received as one, and whoever congratulates as senders."""
    first = next((at for at, account in enumerate(accounts) if _received(account, passages)), None)
    if first is None:
        return tuple(accounts)
    to = {p.ref for p in accounts[first].sum.parts if p.role is Role.RECIPIENT}
    others = [at for at, a in enumerate(accounts) if at != first and a.sum.type is T.LETTER]
    others = [
        at for at in others if _heading(accounts[at], passages) or (at > first and not _elsewhere(accounts[at], to))
    ]
    gathered = accounts[first]
    for at in others:
        parts = [p for p in accounts[at].sum.parts if p.ref.startswith("p")]
        gathered = replace(
            gathered,
            sum=replace(gathered.sum, parts=joined(gathered.sum.parts, parts)),
            drafts=(*gathered.drafts, *accounts[at].drafts),
        )
    wished = joined(gathered.sum.parts, _wishing(passages, gathered, to))
    gathered = replace(gathered, sum=replace(gathered.sum, parts=wished))
    return tuple(gathered if at == first else a for at, a in enumerate(accounts) if at not in others)


def _heading(account: Account, passages: Sequence[Passage]) -> bool:
    """Whether an account is only that of a heading."""
    return all(passages[draft.passage].heading for draft in account.drafts)


def _received(account: Account, passages: Sequence[Passage]) -> bool:
    """Whether an account is of letters that somebody is said to have received, from nobody named beside."""
    if account.sum.type is not T.LETTER or any(p.role is Role.SENDER for p in account.drafts[0].parts):
        return False
    draft = account.drafts[0]
    passage = passages[draft.passage]
    if passage.heading:
        return False
    return _RECEIVED.search(passage.text, passage.clause(draft.trigger.start).start, draft.trigger.stop) is not None


def _elsewhere(account: Account, to: set[str]) -> bool:
    """Whether a letter went to somebody else."""
    theirs = {p.ref for p in account.sum.parts if p.role is Role.RECIPIENT}
    return bool(theirs) and not theirs & to


_WISHES = re.compile(r"(?:说|表示|指出|强调)，|[^，。]{0,4}(?:祝贺|在[^，。]{0,16}(?:祝贺|贺电|贺信|函)|致贺|表示祝贺)")


def _wishing(passages: Sequence[Passage], account: Account, to: set[str]) -> list[Part]:
    """Officials who congratulate in the sentences after the one that tells of the letters."""
    found = []
    for passage in passages[account.drafts[0].passage + 1 :]:
        first = next((m for m in passage.mentions if m.ref.startswith("p")), None)
        if first is not None and first.ref not in to and _WISHES.match(passage.text, first.stop):
            found.append(
                Part(ref=first.ref, role=Role.SENDER, start=first.start, stop=first.stop, rule="rule:wishes", score=0.6)
            )
    return found


def day_told_before(accounts: Sequence[Account], passages: Sequence[Passage]) -> tuple[Account, ...]:
    """Accounts with the day that the sentence right before only names: 15日是纪念日。甲收到……."""
    told = {draft.passage for account in accounts for draft in account.drafts if draft.standing > Standing.MENTIONED}
    return tuple(_dated(account, passages, told) for account in accounts)


def _dated(account: Account, passages: Sequence[Passage], told: set[int]) -> Account:
    first = account.drafts[0]
    number = first.passage - 1
    if account.sum.when is not None or account.sum.standing is not Standing.HAPPENS or number < 0 or number in told:
        return account
    before, here = passages[number], passages[first.passage]
    days = [d for d in before.dates if len(d.date) == _DAY]
    follows = before.sentence.paragraph == here.sentence.paragraph and not here.dates
    if len(days) != 1 or not follows or not _IS_DAY.match(before.text, days[0].stop):
        return account
    claim = Claim(value=days[0].date, start=days[0].start, stop=days[0].stop, rule="rule:day_before", score=0.5)
    return replace(account, sum=replace(account.sum, when=When(date=days[0].date, end=days[0].end, claim=claim)))


_IS_DAY = re.compile(r"，?(?:是|为|恰逢|正值|适逢|迎来)")
"""What follows a day of which a sentence only says what it is."""
