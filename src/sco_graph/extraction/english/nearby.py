"""What an event takes from one told beside it: in one sentence, at a stop of a tour, within a visit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...model import InteractionType, Role
from ..drafts import Account, Draft, Part, Standing, When, joined, refs
from ..triggers import Frame
from .passages import Passage

T = InteractionType
_BREATH = frozenset({T.MEETING, T.MULTILATERAL_MEETING, T.SIGNING, T.CEREMONY, T.BRIEFING, T.CONFERENCE})


def in_one_breath(accounts: Sequence[Account], at: int) -> Draft:
    """An event with the day and place of the one told just before it in one sentence: "was received by A and met B"."""
    known = accounts[at].sum
    told = known.standing in {Standing.HAPPENS, Standing.ATTENDED} and known.type in _BREATH
    if not (told or known.sidelines) or known.when is not None:
        return known
    for other in reversed(accounts[:at]):
        before = other.sum
        if (
            before.type is T.VISIT
            or before.passage != known.passage
            or before.standing is not Standing.HAPPENS
            or before.when is None
        ):
            continue
        shared = refs(before.parts) & refs(known.parts) or (known.sidelines and not before.sidelines)
        if before.status.value == known.status.value and shared:
            claim = replace(before.when.claim, rule="rule:date_of_event_beside", score=0.6)
            known = replace(known, when=replace(before.when, claim=claim))
            return known if known.where.name or known.where.state else replace(known, where=before.where)
    return known


_APART = re.compile(r"\b(?:sidelines?|margins?)\b")
_HEADING = 9
"""Words of a heading."""


def sidelines_from(passages: Sequence[Passage]) -> int:
    """Index of the heading under which a text tells of what was on the sidelines; after the last without one."""
    for passage in passages:
        words = passage.tokens[passage.first : passage.last]
        if len(words) <= _HEADING and passage.index > 2 and _APART.search(passage.text(passage.first, passage.last)):
            return passage.index
    return len(passages)


def on_sidelines(main: Draft, known: Draft, start: int) -> Draft:
    """Place and month of the main event for talks told under a heading of sidelines."""
    if known.passage <= start or known.type not in _BREATH or known.status.value != main.status.value:
        return known
    if known.when is None and main.when is not None and known.standing is Standing.HAPPENS:
        claim = replace(main.when.claim, value=main.when.date[:7], rule="rule:month_of_event_around", score=0.6)
        known = replace(known, when=When(date=main.when.date[:7], end=None, claim=claim))
    placed = known.where.name is not None or known.where.state is not None
    return known if placed or known.standing is Standing.MENTIONED else replace(known, where=main.where)


def frame_of(accounts: Sequence[Account], at: int, main: int) -> Draft:
    """The event within which another is told: the last stop of a tour before it, else the main one."""
    frame = accounts[main].sum
    if frame.type is not T.VISIT:
        return frame
    for other in reversed(accounts[:at]):
        stop = other.sum
        placed = stop.where.name is not None or stop.where.state is not None
        if (
            stop.type is T.VISIT
            and placed
            and stop.standing is Standing.HAPPENS
            and refs(stop.parts) & refs(frame.parts)
        ):
            return replace(stop, when=stop.when or frame.when, parts=frame.parts)
    return frame


def beside(main: Draft, known: Draft, same: bool) -> Draft:
    """Date and place of an event set beside the main one ("before the signing") or told within a visit."""
    if known.status.value != main.status.value:
        return known
    apart = known.passage != main.passage
    near = (known.sidelines and same) or (known.anchored and known.standing is Standing.HAPPENS and apart)
    if known.when is None and main.when is not None and near and T.VISIT not in (main.type, known.type):
        known = replace(
            known, when=replace(main.when, claim=replace(main.when.claim, rule="rule:date_of_event_beside"))
        )
    elsewhen = known.when is not None and main.when is not None and known.when.date != main.when.date
    if near and not elsewhen and known.where.key is None and known.type not in {T.PHONE_CALL, T.LETTER}:
        known = replace(known, where=main.where)
    mine = [p for p in known.parts if p.ref.startswith("p")]
    if near and known.type is T.MEETING and len(mine) == 1 and refs(mine) <= refs(main.parts):
        others = [replace(p, role=Role.ATTENDEE, rule="rule:met_after") for p in main.parts if p.ref.startswith("p")]
        known = replace(known, parts=joined(known.parts, others)) if len(others) == 2 else known
    if known.type is T.LETTER and known.when is None and main.when is not None and known.standing is Standing.HAPPENS:
        claim = replace(main.when.claim, rule="rule:date_of_event_beside")
        known = replace(known, when=_month(main.when) or replace(main.when, claim=claim))
    around = main.type in _AROUND - {T.MEETING, T.CEREMONY} and main.when is not None and known.passage > main.passage
    of_them = refs(known.parts) & refs(main.parts) and known.type in {T.MEETING, T.BRIEFING}
    if around and of_them and known.when is None and known.standing is Standing.HAPPENS and main.when is not None:
        known = replace(known, when=_month(main.when))
        known = (
            known if known.where.key or known.where.state or known.when is None else replace(known, where=main.where)
        )
    within = same and known.type is T.VISIT and known.when is None and refs(known.parts) <= refs(main.parts)
    if within and main.when is not None and main.type is not T.VISIT and known.parts:
        claim = replace(main.when.claim, value=main.when.date[:7], rule="rule:month_of_event_within", score=0.6)
        known = replace(known, when=When(date=main.when.date[:7], end=None, claim=claim))
    if _inside(main, known) and main.when is not None:
        claim = replace(main.when.claim, rule="rule:date_of_event_around", score=0.6)
        known = replace(known, when=When(date=main.when.date, end=None, claim=claim))
        known = known if known.where.key or known.where.state else replace(known, where=main.where)
    if known.sidelines and not known.parts:
        known = replace(known, parts=tuple(p for p in main.parts if p.ref.startswith("p")))
    return _within(main, known)


_AROUND = frozenset({T.MULTILATERAL_MEETING, T.SUMMIT, T.CONFERENCE, T.CEREMONY, T.MEETING})


def _inside(main: Draft, known: Draft) -> bool:
    """Whether a ceremony without a day of its own is done at the main event, which goes on in its sentences."""
    done = known.type is T.CEREMONY and known.trigger.sense.frame is Frame.ACT and known.when is None
    firm = known.standing is Standing.HAPPENS and known.passage > main.passage
    return done and firm and main.type in _AROUND and main.when is not None and main.when.end is None


def at_main(main: Draft, known: Draft) -> tuple[Part, ...]:
    """Those who are honoured at the main event and so were there."""
    if not _inside(main, replace(known, when=None)) or main.type not in _AROUND - {T.MEETING, T.CEREMONY}:
        return ()
    same = known.when is not None and main.when is not None and known.when.date == main.when.date
    people = [p for p in known.parts if p.ref.startswith("p")] if same else []
    return tuple(replace(p, role=Role.ATTENDEE, rule="rule:honoured_there", score=0.6) for p in people)


def _month(when: When) -> When | None:
    """The month of what lasted several days, for what was done during them; None of a single day."""
    if when.end is None or when.end[:7] != when.date[:7]:
        return None
    claim = replace(when.claim, value=when.date[:7], rule="rule:month_of_event_around", score=0.6)
    return When(date=when.date[:7], end=None, claim=claim)


def _within(main: Draft, known: Draft) -> Draft:
    """Place, month and visitor of what happened during the main visit."""
    if main.type is not T.VISIT or known.standing is Standing.MENTIONED:
        return known
    if known.when is None and main.when is not None:
        value = main.when.date[:7]
        claim = replace(main.when.claim, value=value, rule="rule:month_of_visit", score=0.6)
        known = replace(known, when=When(date=value, end=None, claim=claim))
    if known.where.key is None and known.where.state is None and known.type not in {T.PHONE_CALL, T.LETTER}:
        known = replace(known, where=main.where)
    if known.type is T.MEETING:
        guests = [replace(p, role=Role.ATTENDEE, rule="rule:met_on_visit") for p in main.parts if p.ref.startswith("p")]
        known = replace(known, parts=joined(known.parts, guests))
    return known
