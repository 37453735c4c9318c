"""Points that somebody makes in a sentence: who speaks, what the words do, and which words they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...model import Act
from .acts import act_of, announces, verbs
from .passages import Clause, Passage
from .phrases import Found
from .subjects import Speaker, Verb, of_author, predicate, subject
from .taking_over import takes_over


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One point: characters ``[start, stop)`` of a passage, its speaker, act, and the rule that decided.

    ``also`` are further stretches of it: passage, start, stop.
    """

    speaker: Speaker
    act: Act
    passage: int
    start: int
    stop: int
    rule: str
    score: float = 0.8
    also: tuple[tuple[int, int, int], ...] = ()


_ORDINAL = re.compile(
    r"^[“\s]*(?:六，|[一二三四五六七八]、|一是|二是|三是|四是|五是|六是|第一，|第二，|第三，|第四，|第五，|首先，|其次，|再次，)"
)
_SUBJECT = re.compile(
    r"^(?:[“\s]|又|双方|我们?|中方|[\u4e00-\u9fff]{1,2}方|各方|上合组织|本组织|秘书处|成员国|两国|同时|此外|中国|并|也|还|这|为此|对此|下一步|未来|今后|作为[^，]{1,12}|"
    r"[\u4e00-\u9fff]{2,8}(?:斯坦|罗斯|国))?(?:将|都|也|还|始终|一直|高度|真诚|衷心|热切|由衷|坚定|积极|继续)?$"
)


def counts_off(passage: Passage) -> bool:
    """Whether a sentence begins a point that is counted off: 第二，……."""
    return _ORDINAL.match(passage.text[passage.sentence.start : passage.sentence.stop]) is not None


def of_passage(
    passage: Passage,
    floor: Speaker | None,
    sides: Sequence[str],
    listed: Act = Act.EMPHASISE,
    back: Speaker | None = None,
    author: Speaker | None = None,
) -> tuple[Saying, ...]:
    """Points of a sentence; ``floor`` is who has been speaking, ``sides`` those whom 双方 names.

    ``back`` is whom 他 at the beginning means, ``author`` who wrote what 信中 quotes.

    ``listed`` is what points do that are counted off (一是): proposals, where several were announced.
    """
    return tuple(_points(passage, _Stage(floor, back, author or back, tuple(sides), listed)))


@dataclass(slots=True)
class _Point:
    speaker: Speaker
    verb: Verb
    start: int
    content: int
    rule: str


@dataclass(frozen=True, slots=True)
class _Stage:
    """Who has been speaking, whom a pronoun means, who wrote what 信中 quotes, whom 双方 names.

    ``listed`` is what points do that are counted off.
    """

    floor: Speaker | None
    back: Speaker | None
    author: Speaker | None
    sides: tuple[str, ...]
    listed: Act


def _points(passage: Passage, stage: _Stage) -> Iterator[Saying]:
    points = list(_merged(passage, list(_starts(passage, stage))))
    for at, point in enumerate(points):
        stop = points[at + 1].start if at + 1 < len(points) else passage.sentence.stop
        words = passage.text[point.content : stop]
        if (
            point.verb.kind == "open"
            and len(words.strip("，。：“”！？；、 ")) < 2
            and not _quoted_before(passage, point)
        ):
            continue
        act, rule = point.verb.act or Act.INFORM, point.rule
        if point.verb.kind == "open":
            act, rule = act_of(words, act)
            if act is Act.INFORM and point.rule.startswith(("(着重", "(强调", "(重申")):
                act = Act.EMPHASISE
        told = point.verb.kind == "fixed" and act is Act.INFORM  # 两位副秘书长介绍了……
        if point.speaker.rule == "rule:both_sides" and not told and (act in _PLAIN or point.verb.kind == "joint"):
            act = Act.AGREE
        yield Saying(
            speaker=point.speaker,
            act=act,
            passage=passage.index,
            start=point.start,
            stop=stop,
            rule=f"rule:said {rule}",
        )


def _merged(passage: Passage, points: Sequence[_Point]) -> Iterator[_Point]:
    """Points without those that say nothing before the next: 表示，愿……, or only lead up to it in a clause."""
    for at, point in enumerate(points):
        announced = point.verb.act is Act.PROPOSE and at + 1 < len(points) and points[at + 1].rule == "counted off"
        alone = point.verb.act is Act.PROPOSE and at + 1 == len(points) and announces(passage)
        if (announced or alone) and point.rule != "counted off":
            continue
        leads = (
            at + 1 < len(points) and points[at + 1].start - point.content <= 1 and points[at + 1].verb.kind == "open"
        )
        if leads and point.verb.act is Act.INFORM:
            continue  # 回顾说, 介绍称
        if point.verb.kind == "open" and at + 1 < len(points) and points[at + 1].speaker.refs == point.speaker.refs:
            words = passage.text[point.content : points[at + 1].start].strip("，：“” 、；")
            plain = act_of(words, Act.EMPHASISE)[0] is Act.EMPHASISE
            if len(words) < _FEW or (plain and "，" not in words and points[at + 1].verb.act in _LED_UP_TO):
                continue
        yield point


def _quoted_before(passage: Passage, point: _Point) -> bool:
    """Whether a verb that nothing follows closes a quotation in its own sentence: “……”，甲说."""
    return "”" in passage.text[passage.sentence.start : point.start] and passage.text[passage.sentence.start] == "“"


_PLAIN = frozenset({Act.EMPHASISE, Act.INFORM, Act.URGE, Act.PLEDGE})
"""Acts that, done by both sides together, are an agreement."""

_FEW = 4
"""Characters that say nothing by themselves."""

_LED_UP_TO = frozenset({Act.PLEDGE, Act.EXPRESS_CONFIDENCE})


def _who(passage: Passage, clause: Clause, stage: _Stage) -> Speaker | None:
    """The subject of a clause; a pronoun means who has been speaking, a letter its author."""
    paper = of_author(passage, clause, stage.author)
    if paper is not None:
        return paper
    named = subject(passage, clause, stage.sides)
    first = clause.start == passage.clauses[0].start
    if named is not None and named.rule == "rule:pronoun" and first and stage.back is not None:
        return replace(named, refs=stage.back.refs)
    return named


def _starts(passage: Passage, stage: _Stage) -> Iterator[_Point]:
    """Where points begin, clause by clause."""
    found = verbs().longest(passage.text, passage.sentence.start, passage.sentence.stop)
    speaker, speaking, told = stage.floor, stage.floor is not None, False
    if _DECLARED.match(passage.text, passage.sentence.start, passage.sentence.stop):
        speaker, speaking = None, False
    first, counted = not _NOISE.match(passage.text[passage.sentence.start : passage.sentence.stop]), False
    for clause in passage.clauses:
        opens = _ORDINAL.match(passage.text[clause.start : clause.stop]) is not None
        counted = opens or (counted and passage.text[clause.start - 1] != "；")
        named = _who(passage, clause, stage)
        here = [v for v in found if clause.start <= v.start < clause.stop]
        verb = predicate(passage, clause, named, here, joined=speaker is not None and speaker.rule == "rule:both_sides")
        if named is not None and _within(passage, named, verb, stage, first=first, told=told):
            named, verb = None, None
        prefix = named is not None and passage.text[named.stop : named.stop + 1] == "："
        if first and named is not None and verb is None and named.rule == "rule:subject" and not prefix:
            speaker, speaking = None, False  # somebody acts: the speech is over
        if named is not None and verb is not None:
            told = True
            speaker, speaking = named, True
            yield from _said(passage, clause, named, [v for v in here if v.start >= verb.start])
        elif speaker is not None and speaking and counted and not opens:
            pass  # the point that is counted off goes on
        elif speaker is not None and speaking:
            yield from _goes_on(passage, clause, speaker, here, first, stage.listed)
        elif named is not None and not speaking:
            speaker = named
        elif speaker is not None and verb is not None:
            speaking = True
            yield from _said(passage, clause, speaker, here)
        first = False


def _within(
    passage: Passage, named: Speaker, verb: Found[Verb] | None, stage: _Stage, *, first: bool, told: bool
) -> bool:
    """Whether the subject of a clause only stands within what another says."""
    if first and _spoken_of(named, verb, stage):
        return True
    if not first and told and not takes_over(passage, named, verb):
        return True
    both = named.rule == "rule:both_sides" and stage.floor is not None
    return both and verb is not None and verb.value.kind != "joint"


_DECLARED = re.compile(
    r"(?:会议|论坛|峰会|公报|宣言|声明|与会(?:代表|者|各方))(?:还|也|一致)?"
    r"(?:指出|强调|认为|决定|重申|呼吁|表示|通过|听取|审议)|"
    r"[^，。]{2,40}发表(?:了)?(?:联合)?(?:声明|公报|宣言)"
)
"""A sentence of states or bodies that make a statement of their own."""


def _spoken_of(named: Speaker, verb: Found[Verb] | None, stage: _Stage) -> bool:
    """Whether somebody at the beginning of a sentence is one whom the speaker tells of: no party to the event."""
    stranger = bool(stage.sides) and not set(named.refs) & set(stage.sides) and named.rule == "rule:subject"
    speaking = stage.floor is not None and named.refs != stage.floor.refs
    return stranger and speaking and (verb is None or (verb.value.kind != "open" and verb.value.act in _DEEDS))


_DEEDS = frozenset({Act.PROPOSE, Act.AGREE, Act.INFORM, Act.SUPPORT})
"""Acts that are also told of others."""


_NOISE = re.compile(r"[（(【\[]|[^\u4e00-\u9fff]*$|.{0,5}$")
"""Sentences that say nothing: in brackets, or of a few characters."""


def _said(passage: Passage, clause: Clause, speaker: Speaker, verbs: Sequence[Found[Verb]]) -> Iterator[_Point]:
    """Points of the verbs of a clause: the first, and those joined to it (感谢……并表示)."""
    last = None
    for verb in verbs:
        if (
            last is not None
            and not re.search(r"(?:并|还|也|又|，|表示|时|中|的同时)$", passage.text[last : verb.start])
            and last != verb.start
        ):
            continue
        last = verb.stop
        if verb.value.kind != "-" and verb.value.act is not None:
            yield _Point(speaker, verb.value, verb.start, verb.stop, verb.pattern[:30])
    # 并表示 in the same clause, after an object
    for found in re.finditer(r"(?:并|还|也)(?:表示|指出|强调)", passage.text[clause.start : clause.stop]):
        place = clause.start + found.start()
        if last is not None and place > last:
            yield _Point(speaker, Verb(Act.EMPHASISE, "open"), place, clause.start + found.end(), "并表示")


def _goes_on(
    passage: Passage, clause: Clause, speaker: Speaker, verbs: Sequence[Found[Verb]], first: bool, listed: Act
) -> Iterator[_Point]:
    """A clause within what somebody says: a point of its own where it begins, is counted off, or has a strong verb."""
    text = passage.text[clause.start : clause.stop]
    ordinal = _ORDINAL.match(text)
    if ordinal and listed is Act.PROPOSE:
        yield _Point(speaker, Verb(listed, "fixed"), clause.start, clause.start, "counted off")
        return
    after_semicolon = passage.text[clause.start - 1 : clause.start] == "；" and not first
    if after_semicolon and not announces(passage) and _GOES_ON_DOING.match(text):
        return  # 愿加强合作；推进……；扩大……: more of what is pledged or urged
    for verb in verbs:
        lead = passage.text[clause.start : verb.start]
        if verb.value.act is None or (verb.value.kind == "open" and not _strong(verb)):
            continue
        if verb.value.act is Act.SUPPORT and not first and not re.search("[方我国各]|组织", lead):
            continue
        if _SUBJECT.match(lead) and len(lead) <= _FAR:
            yield _Point(speaker, verb.value, clause.start, verb.stop, verb.pattern[:30])
            return
    if after_semicolon and listed is Act.PROPOSE and announces(passage):
        yield _Point(speaker, Verb(listed, "fixed"), clause.start, clause.start, "counted off")
    elif (first and not _TOPIC.match(text)) or ordinal or after_semicolon:
        rule = "goes_on"
        yield _Point(speaker, Verb(Act.EMPHASISE, "open"), clause.start, clause.start, rule)


_GOES_ON_DOING = re.compile(
    r"(?:共同|继续|不断|进一步|积极|全面)?(?:推进|加强|密切|深化|推动|促进|扩大|落实|维护|拓展|增进|完善|提升|巩固|弘扬|发挥|加快|健全|丰富|开展|探讨|探索|打造|构建|办好|用好|做好|确保)"
)
"""A clause that begins with what is to be done, without a subject."""
_TOPIC = re.compile(r"(?:有关|关于|对于|谈到|谈及|就|针对|至于|在谈到|提到|说到)[^，。]{2,30}，$")
"""A clause that only says what the next is about."""

_FAR = 10


def _strong(verb: Found[Verb]) -> bool:
    return verb.pattern.startswith(("(重申", "(着重", "(强调", "表示"))
