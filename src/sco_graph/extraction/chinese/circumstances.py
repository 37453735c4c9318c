"""When an interaction took place, by the words of its sentence."""

from __future__ import annotations

import re

from ...model import InteractionType
from ..dates import Dated, Use
from ..drafts import Claim, Standing, When
from ..triggers import Trigger
from .passages import Passage

T = InteractionType
_NEAR = 24
"""Characters before a mere mention within which its date stands."""


def when(passage: Passage, trigger: Trigger, standing: Standing) -> When | None:
    """The date of an interaction: in its clause, before it in its sentence, or after it."""
    dates = [d for d in passage.dates if d.use is Use.WHEN and not _bracketed(passage, trigger, d)]
    dates = [d for d in dates if not _in_name(passage, trigger, d)]
    told = _OWN_BRACKET.match(passage.text, trigger.stop, passage.sentence.stop)
    inside = [d for d in passage.dates if told and told.start() < d.start < told.end()]
    if inside:
        return _made(inside[0])
    clause = passage.clause(trigger.start)
    if _UNTOLD.search(passage.text, clause.start, trigger.start):
        return None
    inside = [d for d in dates if clause.start <= d.start < told_to(passage, trigger)]
    before = [d for d in inside if d.start < trigger.stop]
    if standing is Standing.MENTIONED:
        reach = 2 * _NEAR if "举行的" in passage.text[clause.start : trigger.start] else _NEAR
        if not before:
            before = [d for d in dates if _alone(passage, d, clause.start)]
        before = [d for d in before if trigger.start - d.stop <= reach and not _between(passage, d, trigger)]
        return _made(before[-1]) if before else None
    before = _precise(passage, before)
    own = [d for d in before if not _between(passage, d, trigger)]
    earlier = [d for d in dates if d.stop <= clause.start and not _turned(passage, d, trigger)]
    earlier = [d for d in earlier if d.precision > 1 or not _between(passage, d, trigger)]
    later = [d for d in inside if d.start >= trigger.stop and not _others(passage, trigger, d)]
    right = [d for d in later[:1] if _RIGHT_AFTER.fullmatch(passage.text, trigger.stop, d.start)]
    chosen = own[-1:] or before[-1:] or right or earlier[-1:] or later[:1]
    return _made(chosen[0]) if chosen else None


_BY_HOSTS = re.compile(
    r"由[^，。]{2,60}(?:主办|承办|协办|举办|组织|发起)，(?=[^，。]{0,40}(?:举行|召开|举办|开幕|闭幕))"
)


def told_to(passage: Passage, trigger: Trigger) -> int:
    """Where it ends what a sentence tells of a gathering: behind its hosts too (论坛由某部主办，于某日在某地举行)."""
    clause = passage.clause(trigger.start)
    hosts = _BY_HOSTS.match(passage.text, trigger.stop, passage.sentence.stop)
    return passage.clause(hosts.end()).stop if hosts and hosts.end() - clause.stop <= 1 else clause.stop


def _precise(passage: Passage, dates: list[Dated]) -> list[Dated]:
    """Dates of a clause without a year that only names a gathering where a day of it is told: 9日出席2018年论坛."""
    days = {d.date[:4] for d in passage.dates if d.precision > 1 and d.use is Use.WHEN}
    return [d for d in dates if d.precision > 1 or d.date not in days or not passage.text[d.start].isdigit()]


def _in_name(passage: Passage, trigger: Trigger, date: Dated) -> bool:
    """Whether a year is part of the name of a gathering in quotation marks: “2018年……吹风会”."""
    opened = passage.text.rfind("“", passage.sentence.start, trigger.start)
    return date.precision == 1 and 0 <= opened < date.start and "”" not in passage.text[opened : trigger.start]


def _turned(passage: Passage, date: Dated, trigger: Trigger) -> bool:
    """Whether a sentence that told of a day turns to what is yet to come: 30日抵达，将出席."""
    clause = passage.clause(trigger.start)
    before = passage.text[date.stop : clause.start]
    if re.search(r"(?:举行|召开|举办)的", before):
        return True
    return "将" in passage.text[clause.start : trigger.stop] and "将" not in before and _between(passage, date, trigger)


def _alone(passage: Passage, date: Dated, start: int) -> bool:
    """Whether a date is all of the clause right before one: 去年7月，甲来到……."""
    clause = passage.clause(date.start)
    before = passage.text[clause.start : date.start]
    return (
        re.fullmatch(r"(?:早在|此前)?(?:去年|今年|明年|前年|同年)?", before) is not None
        and passage.text[date.stop : start] == "，"
    )


def _bracketed(passage: Passage, trigger: Trigger, date: Dated) -> bool:
    """Whether a date stands in brackets behind other words than the trigger: 峰会（6月9日至10日）."""
    opened = passage.text.rfind("（", max(passage.sentence.start, date.start - _BRACKET), date.start)
    inside = opened >= 0 and "）" not in passage.text[opened : date.start]
    inside = inside and passage.text[opened - 1 : opened] not in {"天", "日", "晚"}  # 今天（24日）
    return inside and not 0 <= opened - trigger.stop <= 1


_OWN_BRACKET = re.compile(r"（[^）]{4,30}）")
_BRACKET = 24
"""Characters before a date within which its bracket opens."""

_RIGHT_AFTER = re.compile(r"[”》]?(?:拟|原|已|也|确)?(?:将|定|应|预计|计划)?(?:于|在)?(?:当地时间|今年|明年|本月)?")
"""What stands between a gathering and the day on which its clause says that it takes place."""
_UNTOLD = re.compile(r"(?:今天|今日|昨天|昨日|明天|前天|后天)(?!（?\d)")
"""Days that are named without a date."""


def _between(passage: Passage, date: Dated, trigger: Trigger) -> bool:
    return any(date.stop <= other.start and other.stop <= trigger.start for other in passage.triggers)


def _others(passage: Passage, trigger: Trigger, date: Dated) -> bool:
    return any(trigger.stop <= other.start < date.start for other in passage.triggers)


def _made(date: Dated) -> When:
    return When(
        date=date.date, end=date.end, claim=Claim(value=date.date, start=date.start, stop=date.stop, rule=date.rule)
    )
