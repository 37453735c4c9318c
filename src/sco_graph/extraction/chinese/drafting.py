"""What the words at each trigger of a sentence say of an interaction: who, when, where, how firm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import InteractionType, Mode, Status
from ..drafts import Claim, Draft, Part, Standing
from ..likeness import TALKS
from ..reading import MentionKind, Reading
from ..triggers import Frame, Trigger
from . import circumstances, participants
from .passages import Passage

T = InteractionType

_SAID = re.compile(
    r"(?:表示|指出|强调|认为|称|说|重申|相信|希望|介绍|祝贺|感谢|欢迎|赞赏|评价|愿|建议|呼吁|支持|落实|推动|通报|宣布|回顾|邀请|期待|为|根据|按照|自)"
)
_BEGUN = (
    r"举行|举办|召开|开幕|开会|结束|闭幕|落幕|拉开(?:了)?(?:序幕|帷幕|大幕)|落下(?:了)?帷幕|拉开了|鸣枪|开跑|开赛|开班|"
    r"开营|开讲|揭幕|收官|启幕|如期|圆满|进行|登场|上演|亮相|开锣|开展(?!览)|启动"
)
_HELD = re.compile(rf"召集|[作做]了|主办|承办|协办|组织(?:了)|成功|{_BEGUN}")
_ATTENDS = re.compile(
    r"出席|参加|主持|与会|列席|应邀|受邀|致辞|致词|发言(?!人)|率团|赴|参会|到会|莅临|参演|参赛|亮相|作报告|做报告"
)
_PLANNED = re.compile(
    r"(?<![即])将(?:于|在|会|举行|举办|出席|访问|参加|召开|对|同|与|率|赴|应|共同|进行|主持|抵达|继续出席|邀请|签署|发表)|即将(?!离任|卸任|到任|届满)|"
    r"拟(?=于|在|对|同|与|访|出席|举|召|签|派)|计划(?=于|在|今年|明年|年内|近期|下|对|同|与|访|出席|举|召|签|派|赴|\d)|预计|定于|有望|届时|(?<![需只重主首])要(?=到|去|在|同|与|出席|参加|访问|赴|前往)|打算|准备(?=于|在|到|访|出席|赴|前往)|(?:正在|正|积极)筹备|预定"
)
_THANKED = re.compile(
    r"[^，。]{0,12}(?:表示|深表)[^，。]{0,6}(?:感谢|祝贺|欢迎|赞赏|支持|谢意|满意|期待|关切|高度评价)|[^，。]{0,12}(?:给予|予以)[^，。]{0,4}评价"
)
"""What is said of what only gives the occasion for it: 对出席峰会表示感谢."""
_AFTER = re.compile(rf"[^，]{{0,20}}(?:{_BEGUN})")
"""What is told of a gathering right after its name."""
_OFF = ((re.compile(r"推迟|延期"), Status.POSTPONED), (re.compile(r"取消"), Status.CANCELLED))
_VIDEO = re.compile(r"视频|线上|在线|云端|连线|网络方式")
_VIDEO_HELD = re.compile(r"(?:会议|连线)?(?:方式|形式)?(?:举行|召开|举办)的")
"""Words that say of a gathering how it was held: 以视频方式举行的会议."""
_PHONE = re.compile(r"电话|通话")


@dataclass(frozen=True, slots=True)
class Context:
    """What stands before a sentence: who was its paragraph's last subject, whether somebody is speaking.

    ``pair`` are the two whom 双方 means: those who last were together.
    """

    subject: str = ""
    pair: tuple[str, ...] = ()
    speech: bool = False


def drafts(reading: Reading, passage: Passage, context: Context) -> Iterator[Draft]:
    """Drafts of the triggers of a sentence in order of place."""
    for trigger in passage.triggers:
        if _only_spoken_of(passage, trigger, context) or _renamed(passage, trigger):
            continue
        if not _denied(passage, trigger) and not _to_observe(passage, trigger):
            yield _draft(reading, passage, trigger, context)


def _to_observe(passage: Passage, trigger: Trigger) -> bool:
    """Whether a journey is that of observers to the elections that the sentence says they observe."""
    sent = trigger.sense.type is T.VISIT and "观察" in passage.text[passage.sentence.start : trigger.start]
    return sent and any(t.sense.type is T.ELECTION_OBSERVATION and t.start > trigger.start for t in passage.triggers)


_GATHERED = frozenset({T.MULTILATERAL_MEETING, T.CONFERENCE, T.CEREMONY, T.OTHER, T.BRIEFING, T.EXERCISE, T.SIGNING})


def _only_spoken_of(passage: Passage, trigger: Trigger, context: Context) -> bool:
    """Whether a gathering is named in what somebody says, without a date: 论坛是很好的平台."""
    said = context.speech or trigger.start >= content_from(passage)
    clause = passage.clause(trigger.start)
    dated = any(clause.start <= d.start < clause.stop for d in passage.dates)
    return said and not dated and trigger.sense.type in _GATHERED


def _renamed(passage: Passage, trigger: Trigger) -> bool:
    """Whether a word is a second name of the gathering right before it: 研讨会—上合论坛."""
    before = [t for t in passage.triggers if t.stop <= trigger.start and t.sense.type is trigger.sense.type]
    gap = passage.text[before[-1].stop : trigger.start] if before and trigger.sense.type in _GATHERED else ""
    return re.fullmatch(r"(?:[\-—－–“（：]|暨|即|——)[^，。；]{0,14}", gap) is not None


def _denied(passage: Passage, trigger: Trigger) -> bool:
    """Whether the words say that an interaction was refused or did not take place."""
    clause = passage.clause(trigger.start)
    return bool(_DENIED.search(passage.text, max(clause.start, trigger.start - 16), trigger.start))


_DENIED = re.compile(r"拒绝|没有|未(?!来)|不(?:会|再|愿|接受)|无意|否认")


def _draft(reading: Reading, passage: Passage, trigger: Trigger, context: Context) -> Draft:
    standing = _standing(passage, trigger, context)
    kind = trigger.sense.type
    own = participants.own_bodies(reading, passage, trigger)
    parts = participants.parts(reading, passage, trigger, standing, context.subject, own)
    parts = participants.with_pair(passage, trigger, standing, parts, context.pair)
    kind = _kind(passage, trigger, kind, parts)
    status = _status(passage, trigger)
    when = circumstances.when(passage, trigger, standing)
    return Draft(
        trigger=trigger,
        passage=passage.index,
        standing=standing,
        type=kind,
        mode=_mode(passage, trigger, kind, standing),
        status=_future(reading, status, when.date if when else None),
        when=when,
        where=circumstances.where(reading, passage, trigger, standing),
        parts=parts,
        bodies=frozenset(own) if kind not in TALKS and not _recalls(trigger, standing) else frozenset(),
        title=_title(passage, trigger, parts, standing),
        plural=bool(
            re.search(
                r"(?:多场|一系列|系列|各种|历次|多次|历届|各项|各类)[^，。]{0,6}$|等$|"
                r"(?:举行|召开|举办|进行)(?:了|过)?(?:近|约|超过)?(?:\d+|[一二三四五六七八九十百]+|多|数|几)(?:多|余)?[次场届轮]",
                passage.text[max(passage.sentence.start, trigger.start - 14) : max(trigger.start, trigger.stop - 2)],
            )
        ),
    )


def _recalls(trigger: Trigger, standing: Standing) -> bool:
    """Whether a word only recalls an observation of elections, whoever sent it."""
    return trigger.sense.type is T.ELECTION_OBSERVATION and standing is Standing.MENTIONED


def _title(passage: Passage, trigger: Trigger, parts: Sequence[Part], standing: Standing) -> str:
    """What an interaction is known by: a summit by its place (青岛峰会), a visit or talks by who takes part."""
    if trigger.sense.type in {T.VISIT, T.LETTER} and parts:
        return f"{trigger.sense.type} {parts[0].ref}"
    people = sorted({part.ref for part in parts if part.ref.startswith("p")})
    if trigger.sense.type in TALKS and standing is Standing.HAPPENS and people:
        return f"talks {' '.join(people)}"
    if trigger.sense.type is not T.SUMMIT:
        return ""
    place = next((m for m in passage.of_kind(MentionKind.PLACE) if 0 <= trigger.start - m.stop <= 0), None)
    return passage.text[place.start : trigger.stop] if place is not None else ""


def _kind(passage: Passage, trigger: Trigger, kind: InteractionType, parts: Sequence[object]) -> InteractionType:
    """The type: talks of three and more sides in one place are multilateral where the words say 三方 and the like."""
    before = passage.text[max(passage.sentence.start, trigger.start - 4) : trigger.start]
    if kind is T.MULTILATERAL_MEETING and re.search(r"部长|外长|防长", passage.text[trigger.start : trigger.stop]):
        sides = [m for m in passage.mentions if m.kind is MentionKind.STATE and 0 <= trigger.start - m.stop <= 4]
        if len({m.ref for m in sides}) == _SIDES and "理事会" not in passage.text[trigger.start : trigger.stop]:
            return T.MEETING
    return T.MULTILATERAL_MEETING if kind is T.MEETING and re.search(r"三方|四方|多边", before) else kind


_SIDES = 2


def content_from(passage: Passage) -> int:
    """Where what is said begins in a sentence: after a verb of saying and its comma; the end where nothing is said."""
    text, stop = passage.text, passage.sentence.stop
    found = re.compile(
        r"(?:表示|指出|强调|认为|称|说|重申|表示说|介绍|透露)(?:，|：|“)|(?:表示|指出|强调|认为|坚信|相信|感谢|祝贺|欢迎|赞赏|支持|呼吁|敦促|希望|期待|建议|提议|主张|盼望|愿意|举例说|要求)(?!，)"
    ).search(text, passage.sentence.start, stop)
    return found.end() if found else stop


def _standing(passage: Passage, trigger: Trigger, context: Context) -> Standing:
    text, clause = passage.text, passage.clause(trigger.start)
    if context.speech or trigger.start >= content_from(passage) or _quoted(passage, trigger):
        return Standing.MENTIONED
    before, after = text[clause.start : trigger.start], text[trigger.stop : clause.stop]
    if re.search(r"[对就]", before) and _THANKED.match(after):
        return Standing.MENTIONED
    if passage.heading and passage.index <= 2:
        if re.search(r"为|：", before):
            return Standing.MENTIONED
        return Standing.TITLE if trigger.sense.frame is not Frame.RECALL else Standing.MENTIONED
    if trigger.sense.frame is Frame.RECALL:
        return Standing.MENTIONED
    if trigger.sense.frame is Frame.NOUN:
        if trigger.sense.type is T.BRIEFING and "在" in before and after.startswith(("上", "中", "，")):
            return Standing.ATTENDED
        return _of_noun(before, text[trigger.start : trigger.stop], after)
    if re.match(r"[^，。]{0,12}的(?:相关|有关)?(?:情况|见闻|感受|成果|印象|意义)", after):
        return Standing.MENTIONED
    if re.match(r"(?:了)?(?:的|期间|之际|前夕|以来)", after):
        return Standing.MENTIONED if after.startswith(("的", "以来")) else Standing.ATTENDED
    return Standing.HAPPENS


def _of_noun(before: str, noun: str, after: str) -> Standing:
    """How firmly a clause tells of the gathering that a noun names."""
    if re.search(r"(?:举行|召开|举办|通过)的[^，]*$", before):
        present = _ATTENDS.search(before) or re.match(r"上|期间|中|开幕", after)
        return Standing.ATTENDED if present else Standing.MENTIONED
    if _HELD.search(before) or _HELD.search(noun) or _HELD.match(after.lstrip("于在")) or _AFTER.match(after):
        return Standing.HAPPENS
    return Standing.ATTENDED if _ATTENDS.search(before) or _ATTENDS.search(after) else Standing.MENTIONED


def _quoted(passage: Passage, trigger: Trigger) -> bool:
    """Whether a trigger stands within words in quotation marks."""
    text = passage.text[passage.sentence.start : trigger.start]
    return text.count("“") > text.count("”") or text.count("《") > text.count("》")


def _status(passage: Passage, trigger: Trigger) -> Claim:
    text, clause = passage.text, passage.clause(trigger.start)
    for pattern, status in _OFF:
        found = pattern.search(text, clause.start, clause.stop)
        if found:
            return Claim(value=status, start=found.start(), stop=found.end(), rule=f"rule:{status}", score=0.8)
    found = _PLANNED.search(text, clause.start, min(clause.stop, trigger.stop + 12)) or _PLANNED.search(
        text, max(passage.sentence.start, clause.start - 1), trigger.start
    )
    if found and found.start() < trigger.stop + 12 and not _is_noun(text[clause.start : found.start()], found.group()):
        return Claim(value=Status.PLANNED, start=found.start(), stop=found.end(), rule="rule:planned", score=0.85)
    found = _planned_before(passage, trigger)
    if found is not None:
        return Claim(
            value=Status.PLANNED, start=found.start(), stop=found.end(), rule="rule:planned_before", score=0.75
        )
    return Claim(value=Status.HELD, start=trigger.start, stop=trigger.stop, rule="rule:told_as_held", score=0.8)


def _is_noun(before: str, word: str) -> bool:
    """Whether a word for a plan is what something is about: 就接管计划举行会议."""
    return word == "计划" and re.search(r"[就对]", before) is not None


def _planned_before(passage: Passage, trigger: Trigger) -> re.Match[str] | None:
    """Words of an earlier clause that say of all that follows that it is to come: 将出席……，并会见……."""
    text, clause = passage.text, passage.clause(trigger.start)
    if not _GOES_ON.match(text, clause.start):
        return None
    start = max(passage.sentence.start, text.rfind("；", 0, clause.start) + 1)
    return _PLANNED.search(text, start, clause.start)


_GOES_ON = re.compile(r"\s*(?:并|还|以及|同|与|和|会见|会晤|举行|进行|出席|参加|签署|访问|参观|发表|拜会|主持|随后)")


def _future(reading: Reading, status: Claim, date: str | None) -> Claim:
    """What is dated after the day of publication is planned."""
    published = reading.document.published
    if date and published and date > published and not published.startswith(date) and status.value == Status.HELD:
        return Claim(
            value=Status.PLANNED, start=status.start, stop=status.stop, rule="rule:after_publication", score=0.7
        )
    return status


def _mode(passage: Passage, trigger: Trigger, kind: InteractionType, standing: Standing) -> Claim | None:
    mode = trigger.sense.mode
    if trigger.sense.frame is Frame.RECALL and mode is None and standing is Standing.MENTIONED:
        return None
    if mode is not None:
        return Claim(value=mode, start=trigger.start, stop=trigger.stop, rule=trigger.name)
    if kind is T.LETTER:
        return Claim(value=Mode.WRITTEN, start=trigger.start, stop=trigger.stop, rule="rule:letter")
    clause = passage.clause(trigger.start)
    found = _VIDEO.search(passage.text, clause.start, clause.stop)
    plainly = found and _VIDEO_HELD.match(passage.text, found.end(), trigger.start)
    if (
        found
        and (standing is not Standing.MENTIONED or plainly)
        and not passage.text[found.end() :].startswith(("致辞", "发言", "表示", "贺"))
    ):
        return Claim(value=Mode.VIDEO, start=found.start(), stop=found.end(), rule="rule:video")
    found = _PHONE.search(passage.text, clause.start, clause.stop)
    if found and kind in TALKS:
        return Claim(value=Mode.PHONE, start=found.start(), stop=found.end(), rule="rule:phone")
    return None


def subject_of(passage: Passage) -> str:
    """The official, else the body, whom a sentence begins with; empty without one."""
    if "陪同" in passage.text[passage.sentence.start : passage.sentence.stop]:
        return ""
    return next((party.ref for party in passage.parties if party.kind is MentionKind.OFFICIAL), "")
