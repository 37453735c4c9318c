"""What an account takes from its surroundings: the dateline, the event around it, those who speak at it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...model import InteractionType, Role, Status
from .. import dates
from ..dates import Dated, Use
from ..drafts import Account, Draft, Part, Standing, When, Where, joined, refs
from ..reading import MentionKind, Reading
from . import acts, datelines, grammar, nearby, places, presence
from .passages import Passage
from .relative import OF_REPORT

T = InteractionType
_TALKS = frozenset({T.MEETING, T.PHONE_CALL, T.VIDEOCONFERENCE, T.BRIEFING})
_DATELINE = re.compile(
    r"(?:^|\n)\s*(?:[\"“]?[A-Z][\w\-. ,/()]{2,40}?[,.]?\s*[-–—/(]?\s*)?"
    r"(?P<date>(?:\d{1,2}\s?[-–]\s?)?\d{1,2}\s+[A-Z][a-z]+\.?(?:,?\s+\d{4})?|[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?)\s*"
    r"(?:[./\-–—:)(]|\n|$)"
)
_DAY = 10
"""Letters of a date that tells the day."""
_HEAD = 8
_SHORT = 12
"""Sentences at the head of a text, and words of a line that gives no more than place and day."""
_OWN = frozenset({"rule:of_the_noun", "rule:session_of_body", "rule:attends", "rule:gathered"})


def complete(
    reading: Reading, passages: Sequence[Passage], accounts: tuple[Account, ...], main: int | None
) -> tuple[Account, ...]:
    """Accounts with what they inherit, and without what stands for somebody who is named."""
    if main is None:
        return accounts
    result = list(presence.complete(passages, accounts))
    result[main] = presence.author(passages, presence.partners(passages, result, main))
    result[main] = presence.in_transcript(passages, result[main])
    result[main] = _with(result[main], _placed(reading, passages, result, main))
    result[main] = _with(result[main], _dated(reading, passages, result, main))
    sidelines = nearby.sidelines_from(passages)
    for at, account in enumerate(result):
        known = nearby.in_one_breath(result, at)
        if at != main:
            together = {d.passage for d in account.drafts} & {d.passage for d in result[main].drafts}
            known = nearby.beside(nearby.frame_of(result, at, main), known, bool(together))
            known = nearby.on_sidelines(result[main].sum, known, sidelines)
        result[at] = _with(account, replace(known, parts=_without_stand_ins(reading, known)))
    result[main] = _with(result[main], _around(result, main))
    there = [part for at, a in enumerate(result) if at != main for part in nearby.at_main(result[main].sum, a.sum)]
    result[main] = _with(result[main], replace(result[main].sum, parts=joined(result[main].sum.parts, there)))
    result[main] = _with(result[main], _month_of_visit(result, main))
    result[main] = _with(result[main], _with_voices(passages, result, main))
    return tuple(result)


def _with(account: Account, known: Draft) -> Account:
    return replace(account, sum=known)


def dateline(reading: Reading) -> Dated | None:
    """The date of a line such as "BEIJING, January 15 (Xinhua)" at the head of the text; None without one."""
    hit = _DATELINE.search(reading.document.text[:600])
    if hit is None:
        return None
    start, stop = hit.span("date")
    return next(
        (d for d in dates.find(reading.document) if d.start >= start and d.stop <= stop + 1 and d.precision == 3), None
    )


def with_dateline(reading: Reading, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, the first that is told firmly at the head of the text with the day of its dateline."""
    at = next((i for i, d in enumerate(drafts) if d.standing is Standing.HAPPENS), None)
    line = dateline(reading)
    if at is None or line is None:
        return tuple(drafts)
    first = drafts[at]
    if any(d.when is not None and d.passage == first.passage for d in drafts):
        return tuple(drafts)
    if first.passage > 1 or first.when is not None or first.status.value != Status.HELD or first.type is T.VISIT:
        return tuple(drafts)
    return (*drafts[:at], replace(first, when=_when(line, "rule:dateline", 0.7)), *drafts[at + 1 :])


def _dated(reading: Reading, passages: Sequence[Passage], accounts: Sequence[Account], main: int) -> Draft:
    """The main account's date where its own words have none: the dateline, a day told apart, the month of a part."""
    known = accounts[main].sum
    if known.when is not None:
        return known
    beside = _day_beside(passages, accounts, main)
    if beside is not None:
        return replace(known, when=beside)
    line = dateline(reading)
    if line is not None and known.status.value == Status.HELD:
        return replace(known, when=_when(line, "rule:dateline", 0.7))
    others = {d.passage for at, a in enumerate(accounts) if at != main for d in a.drafts}
    for passage in passages[: known.passage + 2]:
        day = next((d for d in passage.dates if _tells_day(reading, d)), None)
        if day is not None and passage.index not in others:
            return replace(known, when=_when(day, "rule:date_told_apart", 0.6))
    for passage in passages[:_HEAD] if known.passage <= 1 else ():
        day = next((d for d in passage.dates if _tells_day(reading, d)), None)
        if day is not None and passage.last - passage.first < _SHORT:
            return replace(known, when=_when(day, "rule:date_told_apart", 0.6))
    return known


def _tells_day(reading: Reading, day: Dated) -> bool:
    """Whether a date may be the day of what the document is about: no report, and not of years ago."""
    published = reading.document.published or day.date
    fresh = abs(int(published[:4]) - int(day.date[:4])) <= 1
    return day.precision == _PRECISE and day.use is Use.WHEN and day.rule != OF_REPORT and fresh


_PRECISE = 3


def _day_beside(passages: Sequence[Passage], accounts: Sequence[Account], main: int) -> When | None:
    """The day of a visit, or of what the main event was beside ("while attending"), told in the same sentence."""
    told = {d.passage for d in accounts[main].drafts}
    for at, account in enumerate(accounts):
        known = account.sum
        same = _same_lines(account, told) and known.status.value == accounts[main].sum.status.value
        if at == main or not same or known.when is None or len(known.when.date) != _DAY:
            continue
        lines = [p for p in passages if p.index in _same_lines(account, told)]
        while_there = any(t.text.lower() == "while" for p in lines for t in p.tokens[p.first : p.last])
        if known.sidelines or known.type is T.VISIT or while_there:
            claim = replace(known.when.claim, rule="rule:date_of_event_beside", score=0.7)
            return When(date=known.when.date, end=None, claim=claim)
    return None


def _same_lines(account: Account, told: set[int]) -> set[int]:
    """Of the sentences with these numbers those that tell of an account."""
    return told & {d.passage for d in account.drafts}


def _when(found: Dated, rule: str, score: float) -> When:
    from ..drafts import Claim

    claim = Claim(value=found.date, start=found.start, stop=found.stop, rule=rule, score=score)
    return When(date=found.date, end=found.end, claim=claim)


def _month_of_visit(accounts: Sequence[Account], main: int) -> Draft:
    """A visit whose day no words give, with the month of the first dated event within it."""
    known = accounts[main].sum
    if known.type is not T.VISIT or known.when is not None:
        return known
    for at, account in enumerate(accounts):
        part = account.sum
        same = part.status.value == known.status.value and refs(part.parts) & refs(known.parts)
        if at != main and same and part.when is not None and len(part.when.date) == _DAY:
            claim = replace(part.when.claim, value=part.when.date[:7], rule="rule:month_of_event_within", score=0.6)
            return replace(known, when=When(date=part.when.date[:7], end=None, claim=claim))
    return known


def _placed(reading: Reading, passages: Sequence[Passage], accounts: Sequence[Account], main: int) -> Draft:
    """The main event's place where its words have none: that of what it ran within, in the same sentence."""
    known = accounts[main].sum
    if known.where.name is not None or known.type in {T.PHONE_CALL, T.LETTER} or known.mode is not None:
        return known
    beside = [a.sum.where for at, a in enumerate(accounts) if at != main and a.sum.sidelines and a.sum.where.key]
    if beside:
        return replace(known, where=beside[0])
    apart = _place_apart(reading, passages, accounts, main)
    fits = known.where.state is None or (apart.state is not None and apart.state.value == known.where.state.value)
    return replace(known, where=apart) if apart.name and fits else known


def _place_apart(reading: Reading, passages: Sequence[Passage], accounts: Sequence[Account], main: int) -> Where:
    """A place named beside the main event: in a dateline, in a line of its own, or alone in its sentences."""
    known = accounts[main].sum
    others = {d.passage for at, a in enumerate(accounts) if at != main for d in a.drafts}
    line = datelines.dateline(reading, passages[known.passage] if known.passage < len(passages) else None)
    able = [places.alone(reading.places, p) for p in passages[: known.passage + 2] if p.index not in others]
    other = next((w for w in able if w.key and w.key != line.key), None)
    settled = known.status.value == Status.HELD and known.type not in {T.VISIT, T.ELECTION_OBSERVATION, T.EXERCISE}
    if line.key and other is None and settled:
        return line
    for passage in passages[:_HEAD] if known.passage <= 2 and settled else ():
        found = datelines.of_line(reading.places, passage)
        if found.name and passage.last - passage.first < _SHORT:
            return found
    for passage in passages[: known.passage + 2]:
        found = places.alone(reading.places, passage)
        if found.key and passage.index not in others and passage.index <= 2:
            return found
    return Where()


def _around(accounts: Sequence[Account], main: int) -> Draft:
    """A visit with those whom the visitor met during it."""
    known = accounts[main].sum
    if known.type is not T.VISIT:
        return known
    visitors = refs(known.parts)
    met = [
        replace(part, role=Role.ATTENDEE, rule="rule:met_during_visit", score=0.7)
        for at, account in enumerate(accounts)
        if at != main and account.sum.type in {T.MEETING, T.CEREMONY} and account.sum.status.value == Status.HELD
        for part in account.sum.parts
        if part.ref not in visitors and refs(account.sum.parts) & visitors
    ]
    return replace(known, parts=joined(known.parts, met))


def _without_owners(reading: Reading, known: Draft) -> tuple[Part, ...]:
    """Parts without the body whose organ sits: "the Lake Union Council", not the Lake Union as well."""
    codes: dict[str, str] = {o.id: o.code for o in reading.organisations}
    organs = [codes[p.ref] for p in known.parts if p.ref in codes and _ORGAN.search(codes[p.ref])]
    return tuple(
        p
        for p in known.parts
        if p.rule not in _OWN or p.ref not in codes or not any(o.startswith(f"{codes[p.ref]} ") for o in organs)
    )


_ORGAN = re.compile(r"\b(?:Council|Committee|Meeting|Board|Commission|Assembly|Conference|Forum)\b")
_MANY = frozenset({T.BRIEFING, T.CONFERENCE, T.MULTILATERAL_MEETING, T.SUMMIT, T.CEREMONY})
_VOICES = 12
"""Sentences in which those who speak were at the main event."""


def _with_voices(passages: Sequence[Passage], accounts: Sequence[Account], main: int) -> Draft:
    """An event of many with those who spoke there: the subjects of verbs of saying, but for senders of letters."""
    known = accounts[main].sum
    if known.type not in _MANY or known.status.value != Status.HELD:
        return known
    away = {p.ref for at, a in enumerate(accounts) if at != main for p in a.sum.parts if p.role is not Role.SIGNATORY}
    found: list[Part] = []
    for passage in passages[:_VOICES]:
        for verb in acts.verbs(passage, passage.first, passage.last):
            if verb.first in passage.quoted or (
                verb.act is None and "deliver" not in passage.text(verb.first, verb.last)
            ):
                continue
            for party in grammar.subjects(passage, verb.first):
                if party.kind is MentionKind.OFFICIAL and len(party.refs) == 1 and party.ref not in away:
                    part = Part(
                        ref=party.ref,
                        role=Role.SPEAKER,
                        start=party.start,
                        stop=party.stop,
                        rule="rule:spoke_there",
                        score=0.7,
                    )
                    found.append(part)
    return replace(known, parts=joined(known.parts, found))


def _without_stand_ins(reading: Reading, known: Draft) -> tuple[Part, ...]:
    """Parts without the states and bodies for which somebody named takes part; bodies of a session stay."""
    known = replace(known, parts=_without_owners(reading, known))
    people = {post.holder for post in reading.posts}
    present = refs(known.parts) & people
    if not present:
        return known.parts
    orgs = {post.org for post in reading.posts if post.holder in present}
    bodies = {post.body for post in reading.posts if post.holder in present}
    covered = {o.id for o in reading.organisations if o.key in bodies or o.code in orgs or o.state in orgs}
    covered |= {o.id for o in reading.organisations if any(o.code.startswith(f"{org} ") for org in orgs)}
    covered |= {state for state in reading.states if state in orgs}
    if known.type in _TALKS | {T.VISIT, T.SIGNING, T.LETTER} or len(present) >= 3:
        covered |= {o.id for o in reading.organisations if o.id in known.bodies}
        own: frozenset[str] = frozenset()
    else:
        own = _OWN | {"rule:subject_of_holding"} if known.type is T.MULTILATERAL_MEETING and known.bodies else _OWN
    led = any(p.role is Role.HEAD_OF_DELEGATION or p.rule == "rule:headed_by" for p in known.parts)
    sent = {p.ref for p in known.parts if p.rule == "rule:attends" and p.ref not in known.bodies} if led else set()
    return tuple(
        part for part in known.parts if part.ref not in covered or (_stays(reading, part, own) and part.ref not in sent)
    )


def _stays(reading: Reading, part: Part, own: frozenset[str]) -> bool:
    """Whether a body stays beside somebody named for it: it presides, or it is its own session."""
    return part.role in {Role.CHAIR, Role.CO_CHAIR} or (part.rule in own and part.ref not in reading.states)
