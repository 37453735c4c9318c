"""Who takes part in an interaction, and in what role."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from ...model import BodyKind, InteractionType, Organisation, Role
from ..drafts import Part, Standing, joined
from ..likeness import TALKS
from ..reading import Mention, MentionKind, Reading
from ..triggers import Frame, Trigger
from .partaking import counts
from .passages import Passage
from . import visitors
from .sending import letter, part, visit

T = InteractionType
_CHAIR = re.compile(
    r"主持(?!人)|(?:担任|任|出任|轮任)(?:本次|此次|该)?(?:会议|论坛|大会|活动|仪式)?(?:的)?(?:主席|主持人|轮值主席|执行主席)(?!国)"
)
_ATTRIBUTE = re.compile(r"^(?:特使|特别代表|的(?!专家|代表|学者|官员|外交官|使节)|提出|倡议)(?!会谈|会见|会晤)")
_INVITER = re.compile(r"^[^，。]{0,12}邀请")
_SPEECHES = re.compile(
    r"出席|参加|致辞|发言|主持|举行|举办|接受|回答|率|发表|与会|应邀|召开|开幕|会见|抵达|访问|赴|前往"
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
    here = list(_around(passage, trigger, standing))
    clause = passage.clause(trigger.start)
    session = any(m.ref in own and m.start - clause.start <= 1 for m in passage.mentions if m.start >= clause.start)
    led = session or any(_is_subject(passage, m) for m in here if m.start < trigger.start and m.ref not in own)
    if not led and standing is not Standing.MENTIONED:
        here = [*(_behind(passage, trigger) or _before(passage, trigger)), *here]
    people = [m for m in here if m.kind is MentionKind.OFFICIAL]
    if frame is Frame.GUEST:
        return tuple(visitors.guest(passage, trigger))
    if kind is T.LETTER:
        return joined(letter(passage, trigger, here, subject))
    if kind is T.VISIT:
        return joined(visit(passage, trigger, here, subject))
    found = [*_chairs(passage, trigger, people)]
    if _theirs(passage, clause.start):
        subject = ""  # 大使们, 与会者: nobody named before
    alone = not any(m.start >= trigger.stop or m.ref == subject for m in here)
    if frame is Frame.RECEIVE and subject and alone and standing is Standing.HAPPENS:
        rule = "rule:guest_before"
        found.append(
            Part(ref=subject, role=Role.ATTENDEE, start=trigger.start, stop=trigger.stop, rule=rule, score=0.6)
        )
    role = Role.SIGNATORY if kind is T.SIGNING else Role.ATTENDEE
    found += [part(m, ref, role) for m in here for ref in (m.refs or (m.ref,)) if counts(passage, trigger, m, own)]
    if (
        not any(p.ref.startswith("p") and p.start < trigger.start for p in found)
        and subject
        and not session
        and not _OF_PRESS.match(passage.text, trigger.start, trigger.stop)
        and standing in {Standing.HAPPENS, Standing.ATTENDED}
        and not (frame is Frame.NOUN and _HELD_ITSELF.match(passage.text, trigger.stop, clause.stop))
    ) and not any(m.start < trigger.start for m in here):
        found.insert(
            0,
            Part(
                ref=subject,
                role=role,
                start=trigger.start,
                stop=trigger.stop,
                rule="rule:subject_before",
                score=0.6,
            ),
        )
    place = any(m.kind is MentionKind.PLACE and m.stop == trigger.start for m in passage.mentions)
    if kind is T.SUMMIT and place and not own and not any(p.ref.startswith("o") for p in found):
        found += _organisation(reading, trigger)
    for ref in own:
        mention = next(m for m in passage.mentions if m.ref == ref)
        found.append(part(mention, ref, Role.ATTENDEE))
    return given_way(reading, joined(found), own)


def _theirs(passage: Passage, start: int) -> bool:
    """Whether people whom nothing names are the subject of a clause, or of the one before that it goes on with."""
    before = next((c for c in reversed(passage.clauses) if c.stop <= start), None)
    goes_on = re.match(r"(?:并|共同|还|随后|一致)", passage.text[start:]) and before is not None
    return bool(_THEY.match(passage.text, start) or (goes_on and before and _THEY.match(passage.text, before.start)))


_THEY = re.compile(r"[^，。]{0,6}(?:们|(?:国家|各国|与会)领导人(?!会)|与会[^，。]{0,4}代表|与会者|与会各方|俱乐部成员|代表团成员|各国代表|来宾|嘉宾)(?!的)")
_OF_PRESS = re.compile(r"记者|总台|本报|本网|本刊|本台|央视|栏目|日报|社")
"""Subjects of an interview that stand in its own words: 总台记者专访."""
_HELD_ITSELF = re.compile(r"[^，。]{0,20}(?:举行|召开|开幕|闭幕|落幕|开始|结束|落下|拉开)")
"""What follows a gathering that is the subject of its clause."""


def with_pair(
    passage: Passage, trigger: Trigger, standing: Standing, found: Sequence[Part], pair: Sequence[str]
) -> tuple[Part, ...]:
    """Parts with the two whom 双方 and the like mean, where the words name nobody."""
    clause = passage.clause(trigger.start)
    both = _BOTH.search(passage.text, clause.start, trigger.start)
    named = any(
        p.kind is MentionKind.OFFICIAL and p.start >= clause.start for p in passage.parties if p.stop <= trigger.start
    )
    if both is None or named or standing is Standing.MENTIONED or trigger.sense.type not in _OF_BOTH or len(pair) != 2:
        return tuple(found)
    here = [m.ref for m in passage.of_kind(MentionKind.OFFICIAL) if m.stop <= both.start()]
    pair = tuple(dict.fromkeys(here)) if len(set(here)) == len(pair) else pair
    role = Role.SIGNATORY if trigger.sense.type is T.SIGNING else Role.ATTENDEE
    kept = [part for part in found if part.rule != "rule:subject_before"]
    return joined(
        kept,
        (Part(ref=r, role=role, start=both.start(), stop=both.end(), rule="rule:both_sides", score=0.6) for r in pair),
    )


def with_row(
    passage: Passage, trigger: Trigger, found: Sequence[Part], row: Sequence[str]
) -> tuple[Part, ...]:
    """Parts with those whom 元首们 and the like mean, where the words name nobody else."""
    clause = passage.clause(trigger.start)
    they = _HEADS.match(passage.text, clause.start, trigger.start)
    if they is None or len(row) < _ROW or trigger.sense.type not in {T.SIGNING, T.CEREMONY, T.CONFERENCE, T.OTHER}:
        return tuple(found)
    kept = [p for p in found if p.rule != "rule:subject_before" and not p.ref.startswith("o")]
    role = Role.SIGNATORY if trigger.sense.type is T.SIGNING else Role.ATTENDEE
    heads = (Part(ref=r, role=role, start=they.start(), stop=they.end(), rule="rule:all_heads", score=0.6) for r in row)
    return joined(kept, heads)


_ROW = 3
_SUBJECT_OF = re.compile(r"(?<!成)就[^，。]{0,20}$")
_HEADS = re.compile(
    r"[^，。]{0,8}?(?:(?:元首|总理|首脑|外长|部长|领导人|议长|防长)们|(?:各|成员|[三四五六七八九十]|\d+)国(?:元首|领导人|总理|外长|政府首脑|部长))"
)
_TOGETHER = re.compile(r"(?:共同|联合|一起|一同)$")
_BOTH = re.compile(r"双方|两人|二人|两国(?:元首|总理|外长|领导人|总统|防长|议长)|两位(?:外长|领导人|总统|总理|部长)")
_OF_BOTH = TALKS | {T.SIGNING, T.BRIEFING, T.CEREMONY}
"""Interactions of two sides."""


def _organisation(reading: Reading, trigger: Trigger) -> Iterator[Part]:
    """The organisation whose summit is meant where the words name only its place: the first that the text names."""
    for body in reading.organisations:
        if body.kind is BodyKind.INTERNATIONAL_ORGANISATION:
            rule = "rule:organisation_of_text"
            yield Part(ref=body.id, role=Role.ATTENDEE, start=trigger.start, stop=trigger.stop, rule=rule, score=0.5)
            return


def given_way(reading: Reading, found: Sequence[Part], own: Sequence[str]) -> tuple[Part, ...]:
    """Parts without the states and bodies whose officials take part themselves; a session's own body stays."""
    refs = {part.ref for part in found}
    seats = {post.body for post in reading.posts if post.holder in refs and not post.former}
    gone = {seat.removeprefix("state/") for seat in seats if seat.startswith("state/")}
    gone |= {body.id for body in reading.organisations if body.key in seats}
    gone |= {
        body.id
        for body in reading.organisations
        if body.state and f"state/{body.state}" in seats and body.kind is BodyKind.GOVERNMENT_BODY
    }
    alone = sum(part.ref.startswith("o") for part in found) == 1
    home = {
        b.id for b in reading.organisations if alone and b.code.endswith("Secretariat") and _owner_of(b, seats, reading)
    }
    return tuple(
        part
        for part in found
        if (part.ref not in gone and not (part.ref in home and part.rule == "rule:name_beside_trigger"))
        or part.ref in own
    )


def _owner_of(body: Organisation, seats: Collection[str], reading: Reading) -> bool:
    """Whether somebody of the organisation that a secretariat is of takes part himself."""
    owners = {o.key for o in reading.organisations if body.code == f"{o.code} Secretariat"}
    return bool(owners & set(seats))


def _around(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Mention]:
    """Parties of the clause of a trigger, without those of another interaction in it."""
    clause = passage.clause(trigger.start)
    others = [t for t in passage.triggers if t is not trigger and clause.start <= t.start < clause.stop]
    others = [t for t in others if t.sense.frame is not Frame.GUEST]
    nxt = min(
        (t.start for t in others if t.start >= trigger.stop and t.sense.frame is not Frame.NOUN), default=clause.stop
    )
    for party in passage.parties:
        if (
            any(t.start < party.stop and party.start < t.stop for t in others)
            and party.kind is not MentionKind.OFFICIAL
        ):
            continue  # 外长会和峰会: the body of another session
        if trigger.sense.type is T.BRIEFING and _SUBJECT_OF.search(passage.text, clause.start, party.start):
            continue  # 就甲出席某峰会接受采访
        if passage.heading and passage.text[party.stop : party.stop + 1] == "：":
            continue  # 甲国外交部：……: the source of a heading
        if clause.start <= party.start < nxt and not _apart(passage, party):
            if standing is Standing.MENTIONED and not _named_near(passage, trigger, party):
                continue
            yield party


def _named_near(passage: Passage, trigger: Trigger, party: Mention) -> bool:
    """Whether a party takes part in what is only mentioned: of talks the whole clause, else 甲在峰会上."""
    if _SAYS.search(passage.text, party.stop, max(party.stop, trigger.start)):
        return False  # 甲介绍了乙同丙举行对话的情况
    if trigger.sense.frame in {Frame.WITH, Frame.RECEIVE, Frame.VISIT, Frame.SEND}:
        return True
    gap = passage.text[party.stop : trigger.start]
    if party.kind is MentionKind.OFFICIAL and _THERE.search(gap) and len(gap) <= 2 * _REACH:
        return True
    return (party.kind is not MentionKind.OFFICIAL and len(gap) <= 14) or (
        gap.startswith("在")
        and len(gap) <= 12
        and passage.text[trigger.stop :].startswith(("上", "期间", "中", "开幕"))
    )


_SAYS = re.compile(r"(?:介绍|通报|宣布|透露|回顾|表示|指出|强调|说|证实|谈到|提到)(?:了|，|：|说)?")
_THERE = re.compile(r"出席|参加|主持|相聚|共聚|齐聚|会聚")
"""Words by which somebody was at what is only mentioned."""
_REACH = 12


def _is_subject(passage: Passage, party: Mention) -> bool:
    """Whether a party may be the subject of its clause: no preposition stands before it."""
    return not re.search(
        r"(?:同|与|和|向|对|会见|由|为|在|应|及|给)$", passage.text[max(0, party.start - 2) : party.start]
    )


def _behind(passage: Passage, trigger: Trigger) -> list[Mention]:
    """The subject that follows a clause of time: 在会见甲时，乙表示."""
    clause = passage.clause(trigger.start)
    if not _WHILE.fullmatch(passage.text, clause.start, clause.stop):
        return []
    after = next((c for c in passage.clauses if c.start >= clause.stop), None)
    people = [m for m in passage.of_kind(MentionKind.OFFICIAL) if after and after.start <= m.start < after.stop]
    return [m for m in people[:1] if after and m.start - after.start <= 1]


_WHILE = re.compile(r"(?:在)?(?:当天|随后|此前)?[^，。]{2,40}(?:时|期间|中|后|前)，")


def _before(passage: Passage, trigger: Trigger) -> Iterator[Mention]:
    """The parties of the nearest clause before that has any, as the subject that a clause without one has."""
    clause = passage.clause(trigger.start)
    for earlier in reversed([c for c in passage.clauses if c.stop <= clause.start]):
        found = [m for m in passage.parties if earlier.start <= m.start < earlier.stop and not _apart(passage, m)]
        people = [m for m in found if m.kind is MentionKind.OFFICIAL]
        if people and _is_subject(passage, people[0]):
            yield people[0]
            for one, other in pairwise(people):
                if passage.text[one.stop : other.start] not in {"、", "和", "与", "及"}:
                    return
                yield other
            return


def _apart(passage: Passage, party: Mention) -> bool:
    """Whether a party only qualifies another word: 甲提出的倡议, 应甲邀请."""
    text = passage.text
    after = text[party.stop : passage.sentence.stop]
    return bool(
        _ATTRIBUTE.match(after)
        or (_INVITER.match(after) and re.search(r"应[^，]{0,12}$", text[passage.sentence.start : party.start]))
    )


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
