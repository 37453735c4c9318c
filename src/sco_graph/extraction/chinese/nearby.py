"""Who stands near the words for an interaction: in its clause, in the clause before, behind a clause of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...model import InteractionType
from ..drafts import Standing
from ..reading import Mention, MentionKind
from ..triggers import Frame, Trigger
from .passages import Passage

T = InteractionType
_ATTRIBUTE = re.compile(r"^(?:特使|特别代表|的(?!专家|代表|学者|官员|外交官|使节)|提出|倡议)(?!会谈|会见|会晤)")
_INVITER = re.compile(r"^[^，。]{0,12}邀请")
_SUBJECT_OF = re.compile(r"(?<!成)就[^，。]{0,20}$")


def around(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Mention]:
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


def is_subject(passage: Passage, party: Mention) -> bool:
    """Whether a party may be the subject of its clause: no preposition stands before it."""
    return not re.search(
        r"(?:同|与|和|向|对|会见|由|为|在|应|及|给)$", passage.text[max(0, party.start - 2) : party.start]
    )


def behind(passage: Passage, trigger: Trigger) -> list[Mention]:
    """The subject that follows a clause of time: 在会见甲时，乙表示."""
    clause = passage.clause(trigger.start)
    if not _WHILE.fullmatch(passage.text, clause.start, clause.stop):
        return []
    after = next((c for c in passage.clauses if c.start >= clause.stop), None)
    people = [m for m in passage.of_kind(MentionKind.OFFICIAL) if after and after.start <= m.start < after.stop]
    return [m for m in people[:1] if after and m.start - after.start <= 1]


_WHILE = re.compile(r"(?:在)?(?:当天|随后|此前)?[^，。]{2,40}(?:时|期间|中|后|前)，")


def before(passage: Passage, trigger: Trigger) -> Iterator[Mention]:
    """The parties of the nearest clause before that has any, as the subject that a clause without one has."""
    clause = passage.clause(trigger.start)
    for earlier in reversed([c for c in passage.clauses if c.stop <= clause.start]):
        found = [m for m in passage.parties if earlier.start <= m.start < earlier.stop and not _apart(passage, m)]
        people = [m for m in found if m.kind is MentionKind.OFFICIAL]
        if people and is_subject(passage, people[0]):
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
