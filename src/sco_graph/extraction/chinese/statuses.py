"""Whether an interaction was held, is planned, was put off or called off, by the words of its sentence."""

from __future__ import annotations

import re

from ...model import Status
from ..drafts import Claim
from ..reading import Reading
from ..triggers import Trigger
from .passages import Passage

_OFF = ((re.compile(r"推迟|延期|改期|延后"), Status.POSTPONED), (re.compile(r"取消"), Status.CANCELLED))
_PLANNED = re.compile(
    r"(?<![即])将(?:于|在|会|结合|集体|分别|继续出|一道|先后|陆续|专程|首次|如期|应约|会同|携|还|来华|访华|出访|到访|来访|参会|应邀|前来|再次|率团|展开|开展|赴会|与会|迎接|举行|举办|出席|访问|参加|召开|对|同|与|率|赴|应|共同|进行|主持|抵达|拜会|会见|会晤|走进|考察|参观|接待|迎来|启程|前往|陪同|继续出席|邀请|签署|发表)|即将(?!离任|卸任|到任|届满)|"
    r"拟(?=于|在|对|同|与|访|出席|举|召|签|派)|计划(?=走|参|考|拜|会见|于|在|今年|明年|年内|近期|下|对|同|与|访|出席|举|召|签|派|赴|\d)|预计|定于|应于|应在|有望|届时|(?<![需只重主首])要(?=到|去|在|同|与|出席|参加|访问|赴|前往)|打算|准备(?=于|在|到|访|出席|赴|前往)|(?:正在|正|积极)筹备|预定"
)


def status(passage: Passage, trigger: Trigger) -> Claim:
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


_MONTH = len("2020-01")


def future(reading: Reading, claim: Claim, date: str | None, end: str | None = None) -> Claim:
    """What is dated after the day of publication is planned, what was over before it was held."""
    published = reading.document.published
    dated = date and published and len(date) == len(published) > _MONTH
    if claim.rule.startswith("rule:planned") and dated and published and (end or date or "") < published:
        # words for what is to come that are another's in the sentence
        return Claim(value=Status.HELD, start=claim.start, stop=claim.stop, rule="rule:before_publication", score=0.7)
    if date and published and date > published and not published.startswith(date) and claim.value == Status.HELD:
        return Claim(value=Status.PLANNED, start=claim.start, stop=claim.stop, rule="rule:after_publication", score=0.7)
    return claim
