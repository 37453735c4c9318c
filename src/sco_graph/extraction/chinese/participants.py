"""Who takes part in an interaction, and in what role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model import InteractionType, Role
from ..drafts import Part, Standing, joined
from ..likeness import TALKS
from ..reading import Mention, MentionKind, Reading
from ..triggers import Frame, Trigger
from . import visitors
from .nearby import around, before, behind, is_subject
from .partaking import counts
from .passages import Passage
from .sending import letter, part, visit
from .standins import given_way, organisation_of_text, theirs

T = InteractionType
_CHAIR = re.compile(
    r"主持(?!人)|(?:担任|任|出任|轮任)(?:本次|此次|该)?(?:会议|论坛|大会|活动|仪式)?(?:的)?(?:主席|主持人|轮值主席|执行主席)(?!国)"
)


def own_bodies(reading: Reading, passage: Passage, trigger: Trigger) -> tuple[str, ...]:
    """Ids of the bodies in the name of a session: a council whose name holds the trigger or is right before it."""
    if trigger.sense.type in TALKS | {T.VISIT, T.LETTER, T.SIGNING}:
        return ()
    found = []
    hosted = trigger.sense.type not in _SESSIONS and _HOSTED.match(passage.text, trigger.start) is not None
    held = passage.of_kind(MentionKind.OFFICIAL)
    for m in passage.of_kind(MentionKind.ORGANISATION):
        if any(p.start <= m.start < p.stop for p in held):
            continue
        over = m.start < trigger.stop and trigger.start < m.stop
        gap = passage.text[m.stop : trigger.start] if m.stop <= trigger.start else "，"
        before = (
            len(gap) <= 14
            and not hosted
            and re.fullmatch(r"(?:成员国|第[^，。]{1,8}[次届]|的?[^，。“”《》的在将于同与和会]{0,10})(?:例行)?", gap)
            and not re.search(r"成立|建立|周年|举|办|召开|出席|参加|率", gap)
        )
        if over or before:
            found.append(m)
    if trigger.sense.type is T.ELECTION_OBSERVATION:
        found += [
            m
            for m in passage.of_kind(MentionKind.ORGANISATION)
            if passage.text[m.stop : m.stop + 3] in {"代表团", "观察团", "观察员"}
            or passage.text[m.start : m.stop].endswith(("观察团", "观察员团"))
        ]
    councils = [m for m in found if m.start <= trigger.start <= m.stop]
    return tuple(dict.fromkeys(m.ref for m in (councils or found)))


_SESSIONS = frozenset({T.MULTILATERAL_MEETING, T.SUMMIT, T.VIDEOCONFERENCE})
"""Types whose own body holds them."""
_HOSTED = re.compile(r"举行|举办|召开|主办")


def parts(
    reading: Reading, passage: Passage, trigger: Trigger, standing: Standing, subject: str, own: Sequence[str]
) -> tuple[Part, ...]:
    """Participants of the interaction at a trigger."""
    frame, kind = trigger.sense.frame, trigger.sense.type
    if standing is Standing.MENTIONED and frame is Frame.RECALL:
        return ()
    if frame is Frame.GUEST:
        return tuple(visitors.guest(passage, trigger))
    session, here = _party(passage, trigger, standing, own)
    clause = passage.clause(trigger.start)
    people = [m for m in here if m.kind is MentionKind.OFFICIAL]
    if kind is T.LETTER:
        return joined(letter(passage, trigger, here, subject))
    if kind is T.VISIT:
        return joined(visit(passage, trigger, here, subject))
    found = [*_chairs(passage, trigger, people), *_leaders(passage, trigger, standing)]
    subject = "" if theirs(passage, clause.start) else subject  # 大使们, 与会者: nobody named before
    alone = not any(m.start >= trigger.stop or m.ref == subject for m in here)
    if frame is Frame.RECEIVE and subject and alone and standing is Standing.HAPPENS:
        rule = "rule:guest_before"
        found.append(
            Part(ref=subject, role=Role.ATTENDEE, start=trigger.start, stop=trigger.stop, rule=rule, score=0.6)
        )
    role = Role.SIGNATORY if kind is T.SIGNING else Role.ATTENDEE
    found += [part(m, ref, role) for m in here for ref in (m.refs or (m.ref,)) if counts(passage, trigger, m, own)]
    if subject and not session and _goes_on(passage, trigger, standing, here, found):
        known = Part(
            ref=subject, role=role, start=trigger.start, stop=trigger.stop, rule="rule:subject_before", score=0.6
        )
        found.insert(0, known)
    if kind is T.SUMMIT and not own and not any(p.ref.startswith("o") for p in found):
        found += organisation_of_text(reading, passage, trigger)
    for ref in own:
        mention = next(m for m in passage.mentions if m.ref == ref)
        found.append(part(mention, ref, Role.ATTENDEE))
    return given_way(reading, joined(found), own)


def _party(passage: Passage, trigger: Trigger, standing: Standing, own: Sequence[str]) -> tuple[bool, list[Mention]]:
    """Whether a session's own body begins the clause, and who stands near: in a clause before, if none leads this."""
    here = list(around(passage, trigger, standing))
    clause = passage.clause(trigger.start)
    session = any(m.ref in own and m.start - clause.start <= 1 for m in passage.mentions if m.start >= clause.start)
    led = session or any(is_subject(passage, m) for m in here if m.start < trigger.start and m.ref not in own)
    if not led and standing is not Standing.MENTIONED:
        here = [*(behind(passage, trigger) or before(passage, trigger)), *here]
    return session, here


def _goes_on(
    passage: Passage, trigger: Trigger, standing: Standing, here: Sequence[Mention], found: Sequence[Part]
) -> bool:
    """Whether a clause without a subject goes on with the one before: nobody stands before its trigger."""
    stop = passage.clause(trigger.start).stop
    held = trigger.sense.frame is Frame.NOUN and _HELD_ITSELF.match(passage.text, trigger.stop, stop)
    firm = standing in {Standing.HAPPENS, Standing.ATTENDED}
    somebody = any(p.ref.startswith("p") and p.start < trigger.start for p in found)
    somebody = somebody or any(m.start < trigger.start for m in here)
    return firm and not held and not somebody and not _OF_PRESS.match(passage.text, trigger.start, trigger.stop)


_OF_PRESS = re.compile(r"记者|总台|本报|本网|本刊|本台|央视|栏目|日报|社")
"""Subjects of an interview that stand in its own words: 总台记者专访."""
_HELD_ITSELF = re.compile(r"[^，。]{0,20}(?:举行|召开|开幕|闭幕|落幕|开始|结束|落下|拉开)")
"""What follows a gathering that is the subject of its clause."""


_TOGETHER = re.compile(r"(?:共同|联合|一起|一同)$")


_LEADS = re.compile(r"[^，。]{0,12}?(?:率领|率团|率[^，。]{0,10}(?:代表团|观察团|观察员团))")


def _leaders(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """Who leads observers of elections, as chairman of their mission."""
    if trigger.sense.type is not T.ELECTION_OBSERVATION or standing is Standing.MENTIONED:
        return
    for m in passage.of_kind(MentionKind.OFFICIAL):
        if _LEADS.match(passage.text, m.stop) or "团团长" in passage.text[m.start : m.stop]:
            for role in (Role.CHAIR, Role.ATTENDEE):
                yield Part(ref=m.ref, role=role, start=m.start, stop=m.stop, rule="rule:leads_mission", score=0.7)


def _chairs(passage: Passage, trigger: Trigger, people: Sequence[Mention]) -> Iterator[Part]:
    if trigger.sense.type in TALKS:
        return
    clause = passage.clause(trigger.start)
    others = [t for t in passage.triggers if t.sense.frame is Frame.NOUN and t.sense.type is not T.OTHER]
    for found in _CHAIR.finditer(passage.text, clause.start, passage.sentence.stop):
        if any(trigger.stop <= t.start < found.start() and t.sense.type is not trigger.sense.type for t in others):
            continue  # what is presided over is another gathering told of since
        before = [m for m in passage.of_kind(MentionKind.OFFICIAL) if m.stop <= found.start()]
        if not before:
            continue
        row = [before[-1]]
        joint = _TOGETHER.search(passage.text, before[-1].stop, found.start())
        if joint and passage.text[before[-1].start - 1] in "同与和" and len(before) > 1:
            row.append(before[0])  # 甲……同乙共同主持
        for m in reversed(before[:-1]):
            if passage.text[m.stop : row[-1].start] in {"、", "和", "与", "，"}:
                row.append(m)
        for m in row:
            yield Part(ref=m.ref, role=Role.CHAIR, start=m.start, stop=m.stop, rule="rule:chairs", score=0.85)
            yield Part(ref=m.ref, role=Role.ATTENDEE, start=m.start, stop=m.stop, rule="rule:chairs", score=0.85)
