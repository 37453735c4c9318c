"""Who speaks in a clause of a Chinese sentence, and by which verb of saying."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Act
from ..reading import Mention, MentionForm, MentionKind
from .passages import Clause, Passage
from .phrases import Found


@dataclass(frozen=True, slots=True)
class Verb:
    """What the lexicon says of a verb of saying: its act (None for none), and its kind."""

    act: Act | None
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks: local ids (several who speak as one), and the words that name them."""

    refs: tuple[str, ...]
    start: int
    stop: int
    rule: str


_JOINT = re.compile(
    r"(?:会谈|会见|会晤)?双方(?:代表|领导人|代表团)?|(?:部长|外长|元首|总理|领导人|代表|专家|秘书|议长|防长)们|成员国(?:元首|领导人|外长|代表|总理)|"
    r"(?:各|两|三|四|五|六|八|九|十)国(?:元首|外长|领导人|总理|总统|部长|外交部长|国防部长|代表|首脑)|各成员国|各代表团团长|各方(?:代表)?|"
    r"(?:与会|参会|出席会议的)(?:各方|者|代表|人士|领导人|专家|嘉宾|学者|部长|各国代表)|两人|二人|会议参加者|对话双方|两位(?:领导人|外长|部长|副?秘书长|总统|大使|总理)"
)
_LEAD = re.compile(
    r"^(?:先生|女士|阁下|一行)?(?:并|还|也|亦|则|均|都|又|再次|首先|随后|最后|同时|此外|分别|特别|重点|详细|简要|高度|热烈|当天|在|就|向|对|代表|同|与|围绕|"
    r"根据|接受|应|为|今|昨|当|日前|近日|上午|下午|晚|于|从|通过|以|将|深|十分|非常|积极|充分|强烈|坚决|由衷|衷心|诚挚|[，：\s“]|一方面|另|\d|（)"
)


_PAPER = re.compile(
    r"[“”\s]*(?:他|她|其)?(?:的)?(?:唁函|唁电|贺信|贺电|贺函|信函|慰问电|信|函|电文|贺词|致辞|讲话|声明|演讲|文章|发言)(?:中|里)?(?:还|也|最后)?(?=说|写道|指出|表示|强调|称|提到)"
)
"""A letter or speech that says what its author does."""


def of_author(passage: Passage, clause: Clause, author: Speaker | None) -> Speaker | None:
    """Who speaks in a clause whose subject is a letter or a speech: its author."""
    found = _PAPER.match(passage.text, clause.start, clause.stop)
    if found is None or author is None:
        return None
    return Speaker(refs=author.refs, start=clause.start, stop=found.end(), rule="rule:author")


def subject(passage: Passage, clause: Clause, sides: Sequence[str]) -> Speaker | None:
    """Who stands at the beginning of a clause as its subject: an official, or both sides."""
    for party in passage.of_kind(MentionKind.OFFICIAL):
        lead = passage.text[clause.start : party.start]
        opens = len(lead) <= 1 or _OPENING.fullmatch(lead) or _only_named(passage, clause, party)
        if clause.start <= party.start < clause.stop and opens:
            if _ATTRIBUTE.match(passage.text, party.stop, clause.stop):
                return None
            rule = "rule:pronoun" if party.form is MentionForm.PRONOUN else "rule:subject"
            return Speaker(refs=_row(passage, party), start=party.start, stop=party.stop, rule=rule)
    joint = _JOINT.match(passage.text, clause.start)
    if joint and joint.group().startswith("各方") and not _TOGETHER.search(passage.text, joint.end(), clause.stop):
        return None
    if joint and sides and (len(sides) > 1 or joint.group().startswith(("双方", "会谈双方", "两"))):
        return Speaker(refs=tuple(sides), start=joint.start(), stop=joint.end(), rule="rule:both_sides")
    return None


_TOGETHER = re.compile(r"一致|同意|商定|达成|表示|强调|认为|重申|指出")
"""Verbs by which all sides speak as one."""


def _only_named(passage: Passage, clause: Clause, party: Mention) -> bool:
    """Whether only bodies and brackets stand before an official in a clause: 某组织（简称……）秘书长甲."""
    spans = [(m.start, m.stop) for m in passage.mentions if clause.start <= m.start and m.stop <= party.start]
    spans += [b.span() for b in _BRACKETS.finditer(passage.text, clause.start, party.start)]
    covered = {at for start, stop in spans for at in range(start, stop)}
    return bool(spans) and all(at in covered for at in range(clause.start, party.start))


_BRACKETS = re.compile(r"（[^）]*）")

_OPENING = re.compile(
    r"(?:[^，。\n]{0,30}日(?:电|讯|消息)(?:（[^）]*）)?)?[“”\s]*(?:对此|与会的|参会的|出席会议的|在场的|会上|会后|随后|最后|同时|此外|当天|会谈中|会见中|日前|近日|\d+日|据|而|其中|东道国|[^，。]{0,8}主席国|来自[^，]{2,6}的)?[“”\s]*"
)
"""Words that stand before a subject."""

_ATTRIBUTE = re.compile(
    r"(?!感谢|祝贺|赞赏|赞扬|高度|积极|充分|欢迎|支持|强调|介绍|通报|呼吁|愿|表示|重申|回顾|期待|希望|建议|谴责|反对|宣布|转达|说明|阐述|敦促|提议)"
    r"[^，。]{0,5}(?:提出|发表|宣布|倡导|主持|签署|领导|率领)?的(?!讲话|发言|致辞)"
)
"""What makes an official a qualifier: 甲提出的倡议."""


def _row(passage: Passage, first: Mention) -> tuple[str, ...]:
    """Ids of those who speak as one: 甲和乙表示."""
    refs, last = [first.ref], first
    for party in passage.of_kind(MentionKind.OFFICIAL):
        if party.start >= last.stop and passage.text[last.stop : party.start] in {"、", "和", "与"}:
            refs.append(party.ref)
            last = party
    return tuple(refs)


def predicate(
    passage: Passage, clause: Clause, named: Speaker | None, verbs: Sequence[Found[Verb]], *, joined: bool = False
) -> Found[Verb] | None:
    """The verb of saying that is the predicate of a clause: right after its subject or the adverbs after it."""
    for verb in verbs:
        start = named.stop if named is not None else clause.start
        if verb.start < start or (named is not None and passage.text[verb.start] in "将准决"):
            continue
        gap = passage.text[start : verb.start]
        if verb.value.kind == "joint" and (named is None or len(named.refs) < 1) and not joined:
            continue
        if len(gap) <= 2 or (_LEAD.match(gap) and len(gap) <= _LEAD_LONGEST):
            return verb
        return None
    return None


_LEAD_LONGEST = 36
