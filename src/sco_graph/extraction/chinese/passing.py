"""Words for an interaction that tell of none by themselves: denied, only spoken of, or part of another."""

from __future__ import annotations

import re

from ...model import InteractionType
from ..triggers import Trigger
from . import visitors
from .passages import Passage

T = InteractionType


def to_observe(passage: Passage, trigger: Trigger) -> bool:
    """Whether a journey is that of observers to the elections that the sentence says they observe."""
    before = passage.text[passage.sentence.start : trigger.start]
    sent = trigger.sense.type is T.VISIT and re.search(
        r"观察|观选", before + passage.text[trigger.start : trigger.stop]
    )
    return bool(sent) and any(
        t.sense.type is T.ELECTION_OBSERVATION and t.start > trigger.start for t in passage.triggers
    )


_GATHERED = frozenset({T.MULTILATERAL_MEETING, T.CONFERENCE, T.CEREMONY, T.OTHER, T.BRIEFING, T.EXERCISE, T.SIGNING})


def only_spoken_of(passage: Passage, trigger: Trigger, *, said: bool) -> bool:
    """Whether a gathering is named in what somebody says, without a date: 论坛是很好的平台."""
    clause = passage.clause(trigger.start)
    dated = any(clause.start <= d.start < clause.stop for d in passage.dates)
    return said and not dated and trigger.sense.type in _GATHERED


def renamed(passage: Passage, trigger: Trigger) -> bool:
    """Whether a word is a second name of the gathering right before it: 研讨会—上合论坛."""
    before = [t for t in passage.triggers if t.stop <= trigger.start and t.sense.type is trigger.sense.type]
    gap = passage.text[before[-1].stop : trigger.start] if before and trigger.sense.type in _GATHERED else ""
    return re.fullmatch(r"(?:[\-—－–“（：]|暨|即|——)[^，。；]{0,14}", gap) is not None


def on_the_way(passage: Passage, trigger: Trigger) -> bool:
    """Whether a journey to a city is a leg of the visit that the sentence tells of: 访问中国，其间前往天津出席论坛."""
    legs = trigger.sense.type is T.VISIT and _LEG.match(passage.text, trigger.start)
    before = [t for t in passage.triggers if t.stop <= trigger.start and t.sense.type is T.VISIT]
    return bool(legs and before and re.search(r"出席|参加", passage.text[trigger.stop : passage.sentence.stop]))


def at_gathering(passage: Passage, trigger: Trigger) -> bool:
    """Whether a speech was made at a gathering, whose part it is: 在峰会上发表讲话."""
    before = passage.text[passage.clause(trigger.start).start : trigger.start]
    return trigger.pattern.startswith("(发表)") and _AT_ONE.search(before) is not None


def beside(passage: Passage, trigger: Trigger) -> bool:
    """Whether an interaction only stands beside what the sentence tells: 除了国事访问，."""
    clause = passage.clause(trigger.start)
    return re.match(r"除(?:了)?", passage.text[clause.start : trigger.start]) is not None


_AT_ONE = re.compile(r"(?:峰会|会议|论坛|大会|年会|研讨会|座谈会|招待会|仪式|开幕式|闭幕式)(?:上|中|并)?[^，。]{0,8}$")
_LEG = re.compile(r"前往|赴|转往|转赴|飞往|飞赴|来到")


def denied(passage: Passage, trigger: Trigger) -> bool:
    """Whether the words say that an interaction was refused or did not take place."""
    clause = passage.clause(trigger.start)
    return bool(_DENIED.search(passage.text, max(clause.start, trigger.start - 16), trigger.start))


_DENIED = re.compile(r"拒绝|没有|未(?!来)|不(?:会|再|愿|接受)|无意|否认|每年(?!度)|每月|每两年|轮流")


def passes(passage: Passage, trigger: Trigger, *, said: bool) -> bool:
    """Whether the words at a trigger tell of no interaction of their own; ``said`` if somebody says them."""
    if only_spoken_of(passage, trigger, said=said) or not visitors.speaks_of_one(passage, trigger):
        return True
    return any(rule(passage, trigger) for rule in (renamed, on_the_way, at_gathering, denied, to_observe, beside))
