"""Who else was at a gathering: those whom later sentences tell to have attended, spoken or presided."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ...model import InteractionType, Role, Status
from ..drafts import Account, Part, Standing, joined
from ..reading import Mention, MentionKind, Reading
from ..triggers import Frame
from . import listing
from .partaking import row_end, text_before
from .passages import Passage
from .standins import given_way

T = InteractionType

GATHERINGS = frozenset({T.MULTILATERAL_MEETING, T.SUMMIT, T.CONFERENCE, T.CEREMONY, T.BRIEFING, T.OTHER, T.EXERCISE})

_ATTEND = re.compile(
    r"出席|参加(?!者)|与会|列席|到场|到会|致辞|致词|致贺|发来[^，。]{0,6}(?:贺辞|贺词|致辞|祝词)|发言(?!人)|讲话|演讲|话别|主持|与会|表示祝贺|参会|颁奖|发令|鸣枪|一同(?:前往|出席|参加)|派人|派员|参演|莅临|莅会|受邀|应邀|作报告|作主旨"
)
_CHAIR = re.compile(r"主持(?!人)")
_SAID = re.compile(
    r"^[^，。]{0,24}(?:表示|指出|强调|说|称|介绍|致辞|致词|发言|讲话|宣布|通报|感谢|祝贺|警告|批评|谴责|敦促|呼吁|认为|重申|赞赏|高度评价|建议|提出|指责|驳斥|回顾|补充|欢迎|转达|阐述|提议|主张|作(?:了)?(?:主旨)?报告)"
)
_OTHER = re.compile(r"将(?:出席|参加|在|于|率|会)|还将|曾|去年|此前|陪同下|欢迎|邀请|应邀率")


def complete(
    reading: Reading, passages: Sequence[Passage], accounts: Sequence[Account], main: int | None
) -> tuple[Account, ...]:
    """The accounts, each gathering with everybody who is told to have been there."""
    found = list(accounts)
    told = _told(found, main)
    firm: dict[int, set[int]] = defaultdict(set)
    for number, account in enumerate(found):
        for draft in account.drafts:
            if draft.standing > Standing.MENTIONED:
                firm[draft.passage].add(number)
    for passage in passages:
        at = _target(passage, found, main, told)
        if at is None:
            continue
        here = list(_present(passage, found, at, firm[passage.index] - {at}))
        if here:
            known = found[at].sum
            parts = given_way(reading, joined(known.parts, here), tuple(known.bodies))
            found[at] = replace(found[at], sum=replace(known, parts=parts))
    return tuple(found)


def _told(accounts: Sequence[Account], main: int | None) -> list[tuple[int, bool, int]]:
    """Tellings of gatherings in order: sentence, whether of the main one, and which."""
    return sorted(
        (draft.passage, at == main, at)
        for at, account in enumerate(accounts)
        for draft in account.drafts
        if (draft.standing is not Standing.MENTIONED or draft.trigger.sense.frame is Frame.RECALL)
        and (account.sum.type in GATHERINGS or (account.sum.type in {T.VISIT, T.MEETING} and at == main))
    )


def _target(
    passage: Passage, accounts: Sequence[Account], main: int | None, told: Sequence[tuple[int, bool, int]]
) -> int | None:
    """The gathering that a sentence goes on telling of: the one last told of firmly, the main one of equals.

    What is yet to come is meant in its own sentence only, unless the document is about it.
    """
    place = bisect_right(told, (passage.index, True, len(accounts)))
    for number, _, at in reversed(told[max(0, place - _BACK) : place]):
        if at == main or accounts[at].sum.status.value != Status.PLANNED or number == passage.index:
            return at
    return None


_BACK = 40
"""Tellings before a sentence among which the one is that it goes on with."""


def _present(passage: Passage, accounts: Sequence[Account], main: int, others: Collection[int]) -> Iterator[Part]:
    """Officials, and states and bodies in a row, before a verb of attending in a sentence of no other event."""
    if passage.heading or others:
        return
    if accounts[main].sum.type is T.VISIT:
        yield from _company(passage)
        return
    if accounts[main].sum.type is T.MEETING:
        yield from _beside(passage)
        return
    yield from listing.attending(passage)
    yield from listing.hosts(passage)
    yield from listing.presiding(passage)
    if accounts[main].sum.type is T.BRIEFING:
        yield from listing.asking(passage)
    listed = _LISTED.search(passage.text, passage.sentence.start, passage.sentence.stop)
    come = _COME.search(passage.text, passage.sentence.start, passage.sentence.stop)
    for party in passage.parties:
        if (come and party.start >= come.end() and come.end() == _row_start(passage, party)) or (
            listed and party.start >= listed.end()
        ):
            yield _part(party, Role.ATTENDEE)
        elif party.kind is MentionKind.OFFICIAL:
            yield from _official(passage, party, speaks=accounts[main].sum.type not in {T.EXERCISE, T.OTHER})
        elif _of_actor(passage, party):
            yield _part(party, Role.ATTENDEE)


def _official(passage: Passage, party: Mention, *, speaks: bool) -> Iterator[Part]:
    """The parts of an official whom a sentence tells to attend, to speak or to preside."""
    text, stop, clause = passage.text, passage.sentence.stop, passage.clause(party.start)
    if _ABSENT.match(text, party.stop):
        return
    lead = text[clause.start : party.start]
    told = (
        speaks
        and (len(lead) <= 1 or lead.endswith(("主席国", "东道国")))
        and _SAID.match(text[party.stop : clause.stop])
    )
    subject_of = re.search(r"(?<!成)就$", text[max(0, party.start - 2) : party.start])
    attends = (
        not subject_of and _ATTEND.search(text[party.stop : stop]) and not _OTHER.search(text[clause.start : stop])
    )
    answers = speaks and not lead.strip() and text[party.stop : party.stop + 1] == "："
    if told or attends or answers:
        yield _part(party, Role.ATTENDEE)
    by = _CHAIR.search(text[party.stop : stop]) and _BY.search(text[passage.sentence.start : party.start])
    if by or _PRESIDES.match(text[party.stop : stop].removeprefix(_adverbs(text, party.stop, clause.stop))):
        yield _part(party, Role.CHAIR)


def _adverbs(text: str, start: int, stop: int) -> str:
    """What says when and where between a subject and its verb: 5月3日在某地."""
    found = _WHEN_AND_WHERE.match(text, start, stop)
    return found.group() if found else ""


_WHEN_AND_WHERE = re.compile(
    r"(?:当天|今天|当日|上午|下午|\d{1,2}月)?(?:\d{1,2}日)?(?:上午|下午|晚)?(?:在[^，。主持]{2,10}(?=主持))?"
)


def _of_actor(passage: Passage, party: Mention) -> bool:
    """Whether a state or body is told to have been there, through its representatives."""
    text, stop = passage.text, passage.sentence.stop
    if re.search(r"率(?:领|团)?$|驻$", text_before(passage, party)):
        return False
    end = row_end(passage, party)
    after = text[end : passage.clause(max(party.start, end - 1)).stop]
    if party.kind is not MentionKind.STATE:
        return bool(_BODY_ATTENDS.match(after))
    rest = text[party.stop : stop]
    rowed = end != party.stop or _row_start(passage, party) != party.start or after.startswith("作为")
    if rowed and _BODY_ATTENDS.match(after):
        return True
    return bool(_STATE_ATTENDS.match(after) and _PEOPLE.search(rest) and _ATTEND.search(rest))


_COME = re.compile(
    r"(?:官兵|代表团|代表|专家|选手|学者|运动员|嘉宾|人员|师生|记者|青年|医生|兵力|部队)(?:分别|均)?来自"
)
"""Words after which the states follow that those at a gathering come from."""


def _row_start(passage: Passage, party: Mention) -> int:
    """Where the row begins in which a party stands."""
    start = party.start
    for other in reversed(passage.parties):
        if other.stop <= start and _COMMA.fullmatch(passage.text[other.stop : start]):
            start = other.start
    return start


_COMMA = re.compile(r"、|和|与|及|以及|，以及")
_LISTED = re.compile(
    r"(?:出席|参加|与会|到场|列席|参会|应邀)[^，。]{0,12}?(?:的|者|人员|嘉宾|代表|官员)(?:主要|分别|还|也)?(?:有|包括|为)|(?:嘉宾|与会者|参会者|出席者|参加者|来宾)(?:中)?(?:有|包括)"
)
"""Words after which those who were there are listed: 出席会议的有."""
_ABSENT = re.compile(r"[^，。]{0,6}(?:没有|未|缺席|拒绝)")
_BY = re.compile(r"由[^，。]*$")
_PRESIDES = re.compile(
    r"(?:、|和)?(?:共同|联合)?(?:主持(?:了)?(?:会议|论坛|活动|仪式|研讨会|会谈|开幕式|招待会|本次|此次|大会|讨论|$|。|，|并)|"
    r"(?:担任|任|出任|轮任)(?:本次|此次|该)?(?:会议|论坛|大会|活动|仪式)?(?:的)?(?:主席|主持人|轮值主席|执行主席)(?!国))"
)
_PEOPLE = re.compile(r"代表|外交官|使节|大使|官员|专家|主管机关|外长|部长")
_STATE_ATTENDS = re.compile(
    r"(?:、|和|等|\d+个|[两三四五六七八九十]国)|(?:[^，。；]{0,12}(?:代表|外交官|使节|大使)[^，。；]{0,8}(?:出席|参加|应邀|到场|与会|参会|列席))"
)
_BODY_ATTENDS = re.compile(
    r"(?:代表团|代表|官员|也派人|派人|使节|外交官|专家|军队|[^，。]{0,14}(?:代表|外交官|专家|使节|官员|学者|人士))[^，。]{0,10}(?:出席|参加|到会|与会|应邀|参会|列席|到场|参演)|"
    r"作为[^，。]{2,10}(?:出席|与会|参加|列席|参会|到会)|(?:等|等国|等方)?(?:也|均|都|派员|应邀|派代表|派出[^，。]{0,8})*(?:出席|参加|与会|参会|列席|参演|派员|派代表)"
)


def _company(passage: Passage) -> Iterator[Part]:
    """Those who went along on a visit: 甲、乙陪同访问."""
    found = re.search(
        r"(?:等)?陪同(?:访问|考察|参观|到访)", passage.text[passage.sentence.start : passage.sentence.stop]
    )
    if found:
        for party in passage.of_kind(MentionKind.OFFICIAL):
            if party.stop <= passage.sentence.start + found.start():
                yield _part(party, Role.VISITOR)


def _beside(passage: Passage) -> Iterator[Part]:
    """Those who sat beside at talks: 甲参加会见."""
    text = passage.text
    found = re.search(
        r"(?:等)?(?:一同|也)?(?:参加|出席|陪同|在座)(?:了)?(?:会见|会谈|会晤|座谈|会面|。)",
        text[passage.sentence.start : passage.sentence.stop],
    )
    if found:
        for party in passage.of_kind(MentionKind.OFFICIAL):
            if party.stop <= passage.sentence.start + found.start():
                yield _part(party, Role.ATTENDEE)


def _part(party: Mention, role: Role) -> Part:
    return Part(ref=party.ref, role=role, start=party.start, stop=party.stop, rule="rule:told_to_be_there", score=0.7)
