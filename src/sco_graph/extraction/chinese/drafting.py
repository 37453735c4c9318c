"""What the words at each trigger of a sentence say of an interaction: who, when, where, how firm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...model import InteractionType, Status
from ..drafts import Claim, Draft, Part, Standing, When
from ..likeness import TALKS
from ..reading import MentionKind, Reading
from ..triggers import Frame, Trigger
from . import circumstances, kinds, participants, passing, places, severally, standins, statuses, visitors
from .passages import Passage

T = InteractionType

_SAID = re.compile(
    r"(?:表示|指出|强调|认为|称|说|重申|相信|希望|介绍|祝贺|感谢|欢迎|赞赏|评价|愿|建议|呼吁|支持|落实|推动|通报|宣布|回顾|邀请|期待|为|根据|按照|自)"
)
_BEGUN = (
    r"举行|举办|召开|开幕|开会|结束|闭幕|落幕|拉开(?:了)?(?:序幕|帷幕|大幕)|落下(?:了)?帷幕|拉开了|鸣枪|开跑|开赛|开班|"
    r"开营|开讲|揭幕|收官|启幕|如期|圆满|进行|登场|上演|亮相|开锣|开展(?!览)|启动"
)
_HELD = re.compile(rf"由[^，。]{{2,40}}?(?:主办|承办|举办)|召集|[作做]了|主办|承办|协办|组织(?:了)|成功|{_BEGUN}")
_ATTENDS = re.compile(
    r"出席|参加|观摩|观看|主持|与会|列席|应邀|受邀|致辞|致词|发言(?!人)|率团|赴|参会|到会|莅临|参演|参赛|亮相|作报告|做报告"
)
_THANKED = re.compile(
    r"[^，。]{0,12}(?:表示|深表)[^，。]{0,6}(?:感谢|祝贺|欢迎|赞赏|支持|谢意|满意|期待|关切|高度评价)|[^，。]{0,12}(?:给予|予以)[^，。]{0,4}评价"
)
"""What is said of what only gives the occasion for it: 对出席峰会表示感谢."""
_AFTER = re.compile(rf"[^，、]{{0,20}}(?:{_BEGUN})")
"""What is told of a gathering right after its name."""
_TAKES_PLACE = re.compile(rf"[^，]{{0,20}}(?:{_BEGUN})(?!前|之|期间|时|后|的)")


@dataclass(frozen=True, slots=True)
class Context:
    """What stands before a sentence: who was its paragraph's last subject, whether somebody is speaking.

    ``pair`` are the two whom 双方 means: those who last were together; ``row`` those whom 元首们 means, in the order
    of the sentence that said who was there; ``day`` is that of what was last told to have happened.
    """

    subject: str = ""
    pair: tuple[str, ...] = ()
    row: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    day: When | None = None
    speech: bool = False


def drafts(reading: Reading, passage: Passage, context: Context) -> Iterator[Draft]:
    """Drafts of the triggers of a sentence in order of place."""
    for found in passage.triggers:
        trigger = _of_verb(passage, _of_name(passage, found))
        said = context.speech or trigger.start >= content_from(passage)
        if not passing.passes(passage, trigger, said=said):
            yield from severally.apart(passage, _draft(reading, passage, trigger, context))


def _of_name(passage: Passage, trigger: Trigger) -> Trigger:
    """A trigger that says at which session something was said (在某部部务会议上), as the noun that it is."""
    text = passage.text
    before = text[passage.clause(trigger.start).start : trigger.start]
    named = trigger.pattern.startswith("会议(上") and re.search(r"在(?!本次|此次|这次|该|上述)[^，。在]{4,30}$", before)
    if not named or not text.startswith("会议上", trigger.start):
        return trigger
    return replace(trigger, stop=trigger.start + 2, sense=replace(trigger.sense, frame=Frame.NOUN))


_MET = re.compile(r"(?:分别|先后|再次|当面|举行了?|单独)?")
_WITH = re.compile(r"(?:同|与|和)[^，。；]{2,60}$")


def _of_verb(passage: Passage, trigger: Trigger) -> Trigger:
    """Talks whose noun is the verb of its clause, right after those with whom they were: 同伊朗外长某某会谈."""
    bare = passage.text[trigger.start : trigger.stop] in {"会谈", "会晤", "会面"} and trigger.sense.frame is Frame.NOUN
    if not bare or passage.text[trigger.stop : trigger.stop + 1] not in {"，", "。", "；", ""}:
        return trigger
    before = [m for m in passage.of_kind(MentionKind.OFFICIAL) if 0 <= trigger.start - m.stop <= _LINK]
    near = any(_MET.fullmatch(passage.text, m.stop, trigger.start) for m in before)
    joined = _WITH.search(passage.text[passage.clause(trigger.start).start : trigger.start])
    return replace(trigger, sense=replace(trigger.sense, frame=Frame.WITH)) if near and joined else trigger


_LINK = 3
"""Characters between the last of those whom somebody talked with and the word for it."""


def _draft(reading: Reading, passage: Passage, trigger: Trigger, context: Context) -> Draft:
    standing = _standing(passage, trigger, context)
    kind = trigger.sense.type
    own = participants.own_bodies(reading, passage, trigger)
    parts = participants.parts(reading, passage, trigger, standing, context.subject, own)
    parts = standins.with_pair(passage, trigger, standing, parts, context.pair)
    parts = standins.with_row(passage, trigger, parts, context.row)
    parts = standins.with_states(passage, trigger, standing, parts, context.states)
    kind = kinds.kind(passage, trigger, kind, parts)
    status = statuses.status(passage, trigger)
    when = circumstances.when(passage, trigger, standing)
    where = places.where(reading, passage, trigger, standing)
    if when is None and kind is T.SIGNING and _is_held(status, standing) and context.day is not None:
        when = replace(context.day, claim=replace(context.day.claim, rule="rule:same_day_as_before", score=0.5))
    if trigger.sense.frame is Frame.GUEST:
        when, where = visitors.when(passage, trigger), visitors.where(passage, trigger, where)
    return Draft(
        trigger=trigger,
        passage=passage.index,
        standing=standing,
        type=kind,
        mode=kinds.mode(passage, trigger, kind, standing),
        status=statuses.future(reading, status, when.date if when else None, when.end if when else None),
        when=when,
        where=where,
        parts=parts,
        bodies=frozenset(own) if kind not in TALKS and not _recalls(trigger, standing) else frozenset(),
        title=_title(passage, trigger, parts, standing),
        plural=bool(
            re.search(
                r"(?:多场|一系列|系列|各种|历次|多次|历届|各项|各类)[^，。]{0,6}$|等$|"
                r"(?:举行|召开|举办|进行)(?:了|过)?(?:近|约|超过)?(?:\d+|[一二三四五六七八九十百]+|多|数|几)(?:多|余)?[次场届轮]",
                passage.text[max(passage.sentence.start, trigger.start - 14) : max(trigger.start, trigger.stop - 2)],
            )
        )
        or _ONE_OF_MANY.match(passage.text, trigger.stop, passage.sentence.stop) is not None,
    )


_ONE_OF_MANY = re.compile(r"(?:、[^，。；]{0,60})等(?:多项|一系列|系列|多场|多个|\d+[项场个])")
"""What follows one of a row of gatherings that are named together: 安全会议秘书会议、政党论坛等多项活动."""


def _is_held(status: Claim, standing: Standing) -> bool:
    """Whether a sentence tells by its own predicate that something has happened."""
    return standing is Standing.HAPPENS and status.value == Status.HELD


def _recalls(trigger: Trigger, standing: Standing) -> bool:
    """Whether a word only recalls an observation of elections, whoever sent it."""
    return trigger.sense.type is T.ELECTION_OBSERVATION and standing is Standing.MENTIONED


def _title(passage: Passage, trigger: Trigger, parts: Sequence[Part], standing: Standing) -> str:
    """What an interaction is known by: a summit by its place (青岛峰会), a visit or talks by who takes part."""
    if trigger.sense.type in {T.VISIT, T.LETTER} and parts:
        return f"{trigger.sense.type} {parts[0].ref}"
    people = sorted({part.ref for part in parts if part.ref.startswith("p")})
    if (
        trigger.sense.type in TALKS
        and people
        and (standing is Standing.HAPPENS or trigger.start >= content_from(passage))
    ):
        return f"talks {' '.join(people)}"
    if trigger.sense.type is not T.SUMMIT:
        return ""
    if _BESIDE.search(passage.text, passage.sentence.start, trigger.start):
        return passage.text[trigger.start : trigger.stop]  # a summit named after another session
    place = next((m for m in passage.of_kind(MentionKind.PLACE) if 0 <= trigger.start - m.stop <= 0), None)
    return passage.text[place.start : trigger.stop] if place is not None else ""


_BESIDE = re.compile(r"(?:会议|会晤|外长会)(?:情况)?(?:和|及|以及|、)[^，。]{0,24}$")


def content_from(passage: Passage) -> int:
    """Where what is said begins in a sentence: after a verb of saying and its comma; the end where nothing is said."""
    text, stop = passage.text, passage.sentence.stop
    named = next(iter(passage.of_kind(MentionKind.OFFICIAL)), None)
    if named is not None and named.start - passage.sentence.start <= 1 and text[named.stop : named.stop + 1] == "：":
        return named.stop
    found = re.compile(
        r"(?:表示|指出|强调|认为|(?<![简全合统名职自俗])称|说|重申|表示说|介绍|透露)(?:，|：|“)|[他她]说|(?:表示|指出|强调|认为|坚信|相信|感谢|祝贺|欢迎|赞赏|支持|呼吁|敦促|建议|提议|主张|举例说|要求)(?!，)"
    ).search(text, passage.sentence.start, stop)
    return found.end() if found else stop


def _standing(passage: Passage, trigger: Trigger, context: Context) -> Standing:
    text, clause = passage.text, passage.clause(trigger.start)
    if context.speech or trigger.start >= content_from(passage) or _quoted(passage, trigger):
        return Standing.MENTIONED
    before, after = text[clause.start : trigger.start], text[trigger.stop : clause.stop]
    called = _CALLED.match(text, trigger.stop, passage.sentence.stop)
    if called:  # 论坛“……”上: the title of a gathering
        after = text[called.end() : passage.clause(called.end()).stop]
    if _only_occasion(before, after):
        return Standing.MENTIONED
    if passage.heading and passage.index <= 2:
        return _of_heading(trigger, before, after)
    if trigger.sense.frame in _LOOSE:
        return _LOOSE[trigger.sense.frame]
    if trigger.sense.frame is Frame.NOUN:
        told = _told_at(trigger, before, after)
        return Standing.ATTENDED if told else _of_noun(before, text[trigger.start : trigger.stop], after)
    if re.match(r"[^，。]{0,12}的(?:相关|有关)?(?:情况|见闻|感受|成果|印象|意义)", after):
        return Standing.MENTIONED
    if _WHILE.search(after):
        return Standing.ATTENDED
    if re.match(r"(?:了)?(?:的|期间|之际|前夕|以来)", after):
        return Standing.MENTIONED if after.startswith(("的", "以来")) else Standing.ATTENDED
    return Standing.HAPPENS


_ASKED = re.compile(
    r"[^，。]*?(?:(?:接受|回答|答|受)[^，。]{0,14}(?:采访|专访|记者问|提问|访谈)|(?:举行|召开|举办)[^，。]{0,8}(?:吹风会|发布会|记者会))"
)
"""What follows the subject of an interview: 就某峰会接受采访."""


def _of_heading(trigger: Trigger, before: str, after: str) -> Standing:
    """How firmly a heading tells of an interaction."""
    aside = re.search(r"为|：", before) or (re.search(r"举行的|召开的", before) and after.startswith("上"))
    return Standing.MENTIONED if aside or trigger.sense.frame is Frame.RECALL else Standing.TITLE


def _only_occasion(before: str, after: str) -> bool:
    """Whether a clause only speaks about an interaction: 就某峰会接受采访, 对出席峰会表示感谢."""
    asked = re.search(r"就[^，。]*$", before) and _ASKED.match(after)
    return bool(asked or (re.search(r"[对就]", before) and _THANKED.match(after)))


_CALLED = re.compile(r"\s?“[^”]{2,60}”")
_WHILE = re.compile(r"[^的]{2,}(?:期间|之际)，?$")
"""How a clause ends that only says during what something took place: 在赴某国观察选举期间，."""
_LOOSE = {Frame.RECALL: Standing.MENTIONED, Frame.GUEST: Standing.ATTENDED}
"""How firmly words tell that only recall an interaction, or say that somebody is on a visit."""
_TOLD_AT = frozenset({T.BRIEFING, T.CEREMONY, T.CONFERENCE, T.MULTILATERAL_MEETING})
"""Gatherings told of by what was said there: 招待会上，甲说."""


def _told_at(trigger: Trigger, before: str, after: str) -> bool:
    """Whether a clause only says at which gathering something was said."""
    briefed = trigger.sense.type is T.BRIEFING and "在" in before and after.startswith(("上", "中", "，"))
    return briefed or (trigger.sense.type in _TOLD_AT and after in {"上，", "上"})


_QUALIFIES = re.compile(rf"[^，。]{{0,16}}(?:{_BEGUN})的(?:有关|相关|总体)?(?:情况|背景|意义|成果|消息|目的)")
"""What makes a gathering a qualifier of what is told: 论坛在北京举办的情况."""


def _of_noun(before: str, noun: str, after: str) -> Standing:
    """How firmly a clause tells of the gathering that a noun names."""
    if _QUALIFIES.match(after):
        return Standing.MENTIONED
    if re.match(r"期间|框架|间隙|前夕|结束后|开始前", after):
        return Standing.ATTENDED if _ATTENDS.search(before) else Standing.MENTIONED
    if re.search(r"(?:举行|召开|举办|主办)的[^，]*$", before) and _TAKES_PLACE.match(after):
        return Standing.HAPPENS
    if re.search(r"(?:举行|召开|举办|通过)的[^，]*$", before):
        present = _ATTENDS.search(before) or re.match(r"上|期间|中|开幕", after)
        return Standing.ATTENDED if present else Standing.MENTIONED
    if (
        _HELD.search(before)
        or re.search(r"[作做办开]$", before)
        or _HELD.search(noun)
        or _HELD.match(after.lstrip("”于在"))
        or _AFTER.match(after)
    ):
        return Standing.HAPPENS
    return Standing.ATTENDED if _ATTENDS.search(before) or _ATTENDS.search(after) else Standing.MENTIONED


def _quoted(passage: Passage, trigger: Trigger) -> bool:
    """Whether a trigger stands within words in quotation marks that are not the name of what is held."""
    text = passage.text[passage.sentence.start : trigger.start]
    if text.count("《") > text.count("》"):
        return True
    return text.count("“") > text.count("”") and not _named_so(passage, trigger)


def _named_so(passage: Passage, trigger: Trigger) -> bool:
    """Whether quotation marks hold the name of a gathering: “某某论坛”在……举行."""
    after = passage.text[trigger.stop : passage.clause(trigger.start).stop]
    opened = passage.text.rfind("“", passage.sentence.start, trigger.start)
    before = passage.text[passage.clause(trigger.start).start : opened]
    held = re.match(rf"[^”，。]{{0,6}}”[^，。]{{0,30}}?(?:{_BEGUN}|主办|承办)", after)
    return bool(held or (re.match(r"[^”，。]{0,6}”", after) and _HOLDS.search(before)))


_HOLDS = re.compile(r"(?:举行|举办|召开|主办|承办|出席|参加|举行的|举办的|召开的)(?:了)?(?:第[^，。]{1,6}[届次])?$")
"""Words before the name of a gathering."""


def subject_of(passage: Passage) -> str:
    """The official, else the body, whom a sentence begins with; empty without one."""
    if "陪同" in passage.text[passage.sentence.start : passage.sentence.stop]:
        return ""
    return next((party.ref for party in passage.parties if party.kind is MentionKind.OFFICIAL), "")
