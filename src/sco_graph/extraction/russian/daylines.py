"""The day of the main event where its own words have none: the dateline, a sentence beside it, its last day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from ...model import InteractionType, Status
from .. import dates
from ..dates import Dated, Use
from ..drafts import Account, Claim, Draft, When
from ..reading import Reading
from .owners import of_the_report
from .passages import Passage

T = InteractionType
_DATE_FIRST = re.compile(r"(?:^|\n)\s*(?P<date>\d{1,2}\s+[а-яё]+),\s+[А-ЯЁ][\w-]+\s*[/.(–-]")
_YESTERDAY = re.compile(r"\b(?:накануне|вчера)\b", re.IGNORECASE)
_DATELINE = re.compile(
    r"(?:^|\n|[.\d])\s*[«\"]?[А-ЯЁA-Z][\w\-. ()]{2,40}[,.]?\s*[-–—/]?\s*"
    r"(?<!\d)(?P<date>\d{1,2}\s+[а-яё]+\.?(?:,?\s+\d{4})?(?:\s*г\.|\s+года)?)(?:,\s+\d{1,2}:\d{2})?\s*[./\-–—(]"
)
_APART = 3
"""Sentences between a date and the main event that it may be of."""


_LOWER = re.compile(r"(?<![\w-])[а-яё]{3,}")
"""A word that no name of a city is: the line is a sentence."""


def dateline(reading: Reading) -> Dated | None:
    """The date of a line such as "ПЕКИН, 15 января /Синьхуа/"; None without one."""
    text = reading.document.text
    hit = _DATE_FIRST.search(text[:600]) or _DATELINE.search(text[:600])
    if hit is None or _LOWER.search(text, hit.start(), hit.start("date")):
        return None
    return next((d for d in dates.find(reading.document) if d.start == hit.start("date") and d.precision == 3), None)


def dated(reading: Reading, passages: Sequence[Passage], accounts: Sequence[Account], main: int) -> Draft:
    """The main account's date where its own words have none: the dateline, else the month of what it holds."""
    known = accounts[main].sum
    if known.when is not None and not known.when.claim.rule.endswith("year_of_name"):
        return known
    line = dateline(reading)
    if line is not None and known.status.value == Status.HELD:
        told = passages[known.passage].sentence
        before = _YESTERDAY.search(reading.document.text[told.start : told.stop]) is not None
        return replace(known, when=_as_when(line, before=before))
    day = _told_apart(reading, passages, accounts, main)
    if day is not None:
        return replace(known, when=day)
    if known.type is T.ELECTION_OBSERVATION or known.type is T.VISIT:
        inner = [a.sum.when for i, a in enumerate(accounts) if i != main and a.sum.when and len(a.sum.when.date) == 10]
        if inner:
            first = min(inner, key=lambda w: w.date)
            claim = replace(first.claim, value=first.date[:7], rule="rule:month_of_part", score=0.6)
            return replace(known, when=When(date=first.date[:7], end=None, claim=claim))
    return known


def until(reading: Reading, passages: Sequence[Passage], account: Account) -> Draft:
    """The account with its last day, where the sentence that tells of it or the next one says until when it goes on."""
    known = account.sum
    if known.when is None or known.when.end is not None or len(known.when.date) != len("2020-01-01"):
        return known
    first = known.passage
    told = {d.passage for d in account.drafts}
    for passage in (p for p in passages if first <= p.index < first + _APART or p.index in told):
        for day in passage.dates:
            if dates.ends(reading.document.text, day) and day.date > known.when.date:
                claim = replace(known.when.claim, rule="rule:last_day")
                return replace(known, when=When(date=known.when.date, end=day.date, claim=claim))
    return known


def _told_apart(reading: Reading, passages: Sequence[Passage], accounts: Sequence[Account], main: int) -> When | None:
    """The day of a sentence at the head of the text or beside the main event that tells of no other event."""
    known, published = accounts[main].sum, reading.document.published
    others = {d.passage for at, a in enumerate(accounts) if at != main for d in a.drafts}
    own = [d.passage for d in accounts[main].drafts if d.passage - known.passage <= _APART]
    near = [p for p in passages[: max(own) + 2] if min(abs(p.index - at) for at in own) <= _APART]
    line = dateline(reading)
    for passage in sorted(near, key=lambda p: (p.index > known.passage, -p.index)):
        free = (d for d in passage.dates if passage.index not in others or _of_no_trigger(passage, d))
        said = (d for d in free if passage.token_at(d.start) not in passage.quoted)
        said = (d for d in said if not of_the_report(passage, passage.token_at(d.start), ()))
        day = next((d for d in said if d.precision == 3 and d.use is Use.WHEN), None)
        if day is not None and line is not None and day.start == line.start:
            continue
        if day is not None and (known.status.value != Status.HELD or not published or day.date <= published):
            claim = Claim(value=day.date, start=day.start, stop=day.stop, rule="rule:date_told_apart", score=0.7)
            return When(date=day.date, end=day.end, claim=claim)
    return None


def _of_no_trigger(passage: Passage, day: Dated) -> bool:
    """Whether a day stands in what is said of "он" or "оно" at the head of a sentence that tells of another event."""
    clause = passage.clause(passage.token_at(day.start))
    words = passage.text(clause.first, clause.last).split()
    told = any(clause.first <= t.first < clause.last for t in passage.triggers)
    return clause.first == passage.first and not told and bool({"он", "она", "оно", "они"} & set(words[:_OPENING]))


_OPENING = 4
"""Words of a clause among which the pronoun stands."""


def _as_when(found: Dated, *, before: bool) -> When:
    """The date of a dateline, or the day before it ("накануне")."""
    day = datetime.date.fromisoformat(found.date) - datetime.timedelta(days=int(before))
    rule = "rule:day_before_dateline" if before else "rule:dateline"
    claim = Claim(value=day.isoformat(), start=found.start, stop=found.stop, rule=rule, score=0.7)
    return When(date=day.isoformat(), end=None, claim=claim)
