"""When and where an interaction took place, by the words of its sentence."""

from __future__ import annotations

import re
from functools import cache

from ...model import InteractionType
from ..dates import Dated, Use
from ..drafts import Claim, Standing, When, Where
from ..reading import Mention, MentionKind, Reading
from ..triggers import Trigger
from . import words
from .passages import Passage

T = InteractionType
_OF_OTHER = re.compile(r"[^，。]{0,6}(?:举行|召开|举办)的")
_NEAR = 24
"""Characters before a mere mention within which its date stands."""

_AT = re.compile(r"(?:在|于|到|齐聚|相聚|会聚|聚首|转往|转赴|飞往|抵达|飞抵|访问|赴|前往|来到|到访|至|离开)$")
_STATE_AT = re.compile(r"(?:在|于|到|齐聚|相聚|会聚|聚首|转往|转赴|飞往|抵达|飞抵|访问|赴|前往|对|出访|到访)$")


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
    inside = [d for d in dates if clause.start <= d.start < clause.stop]
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


@cache
def _venue() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, words.listed("venues")))
    name = rf"(?P<name>(?:[^，。；：、在于会举和与同]{{2,14}}?(?:{nouns}))|中南海|人民大会堂)"
    return re.compile(rf"(?:在|于){name}(?!的|支持|协助|领导|牵头|配合|倡议|框架|工作|任|教授|校长|院长|副|主任)")


def where(reading: Reading, passage: Passage, trigger: Trigger, standing: Standing) -> Where:
    """Place and state of an interaction: a city after 在, else a venue, else a state that is visited."""
    text = passage.text
    if trigger.sense.type in {T.PHONE_CALL, T.LETTER}:
        return Where()
    clause = passage.clause(trigger.start)
    places = list(passage.of_kind(MentionKind.PLACE))
    first = passage.sentence.start if standing is not Standing.MENTIONED else clause.start
    told = _OWN_BRACKET.match(text, trigger.stop, passage.sentence.stop)
    own = [m for m in places if told and told.start() < m.start < told.end()]
    if own:
        return _of_place(reading, own[0])
    near = [m for m in places if first <= m.start < clause.stop and _placed(text, m, trigger)]
    region = re.compile(r"[\u4e00-\u9fff]{0,2}[州省]")
    if _venue().search(text, first, clause.stop):
        near = [m for m in near if not region.match(text, m.stop)]  # 奥伦堡州某靶场 is no city
    if trigger.sense.type is T.BRIEFING:  # 就某地峰会接受采访
        near = [m for m in near if not re.search(r"(?<!成)就[^，。]*$", text[clause.start : min(m.start, trigger.start)])]
    near = [m for m in near if m.start >= clause.start or not _OF_OTHER.match(text, m.stop)]
    if standing is Standing.MENTIONED:
        near = [m for m in near if m.stop <= trigger.start and trigger.start - m.stop <= 12]
    if near:
        inside = [m for m in near if m.start >= clause.start]
        return _of_place(reading, (inside or near)[-1 if not inside else 0])
    host = _host(reading, passage, trigger, standing) or _at_home(passage, trigger, standing)
    if host is not None:
        return host
    unlisted = _unlisted(passage, trigger, standing)
    if unlisted is not None:
        return unlisted
    venue = _venue().search(text, first, clause.stop)
    if venue and standing is not Standing.MENTIONED:
        return _of_venue(passage, venue)
    for state in passage.of_kind(MentionKind.STATE):
        visited = trigger.sense.type is T.VISIT and trigger.start <= state.start <= trigger.stop + 2
        visited = visited and (state.start < trigger.stop or _WHOLE.match(text, state.stop) is not None)
        visited = visited and not text[state.stop : state.stop + 1] == "、"  # one of several
        at = _STATE_AT.search(text[max(first, state.start - 3) : state.start])
        during = clause.start <= state.start < clause.stop and at and text[state.stop : state.stop + 1] != "、"
        voted = trigger.sense.type is T.ELECTION_OBSERVATION and trigger.start <= state.start < trigger.stop
        if (visited or during or voted) and standing is not Standing.MENTIONED:
            claim = Claim(value=state.ref, start=state.start, stop=state.stop, rule="rule:state_of_event", score=0.7)
            return Where(state=claim)
    return Where()


_OWN = 3
"""Characters that the name of a venue has without the state before it: 香港大学 keeps it."""
_REGION = re.compile(r"[\u4e00-\u9fff]{2,5}?(?:州|省|自治区)(?=[\u4e00-\u9fff]{3})")


def _of_venue(passage: Passage, venue: re.Match[str]) -> Where:
    """A venue by its name, without the state and the region that are named before it."""
    start, stop = venue.span("name")
    state = next((m for m in passage.of_kind(MentionKind.STATE) if m.start == start and m.stop < stop), None)
    start = state.stop if state is not None and stop - state.stop > _OWN else start
    region = _REGION.match(passage.text, start, stop)
    start = region.end() if region else start
    name = passage.text[start:stop]
    claim = Claim(value=name, start=start, stop=stop, rule="rule:venue", score=0.7)
    home = (
        Claim(value=state.ref, start=state.start, stop=state.stop, rule="rule:state_of_venue", score=0.7)
        if state is not None
        else None
    )
    return Where(name=name, place=claim, state=home)


_WHOLE = re.compile(
    r"[，。、；：和与并等及进开同就（]|$|\n|期间|之行|首都|[\u4e00-\u9fff]{0,2}(?:访问|考察|出席|参加|举行)"
)
"""What follows a state that is visited itself, not something of it."""


def _host(reading: Reading, passage: Passage, trigger: Trigger, standing: Standing) -> Where | None:
    """The body that is visited, as the place of a visit: 访问某大学."""
    if trigger.sense.type is not T.VISIT or standing is Standing.MENTIONED:
        return None
    for m in passage.of_kind(MentionKind.ORGANISATION):
        if 0 <= m.start - trigger.stop <= 2:
            name = next(o.name for o in reading.organisations if o.id == m.ref)
            claim = Claim(value=name, start=m.start, stop=m.stop, rule="rule:visited_body", score=0.7)
            return Where(name=name, place=claim)
    return None


_CITY = re.compile(
    r"(?P<name>(?!会议|举行|召开|出席|参加|访问|进行|首都|使馆|大使|总统|总理|外交|境内|期间|政府|国家)[\u4e00-\u9fff]{2,5}?)(?:市|城)?"
    r"(?=，|举行|召开|举办|开幕|闭幕|出席|参加|会见|同|与|主持|共同)"
)


def _unlisted(passage: Passage, trigger: Trigger, standing: Standing) -> Where | None:
    """A city that the tables lack, by the state before its name: 在德国波恩."""
    if standing is Standing.MENTIONED:
        return None
    clause = passage.clause(trigger.start)
    for state in passage.of_kind(MentionKind.STATE):
        before = passage.text[max(passage.sentence.start, state.start - 3) : state.start]
        if not clause.start <= state.start < clause.stop or not re.search(r"(?:在|于|抵达|赴|到)$", before):
            continue
        found = _CITY.match(passage.text, state.stop)
        taken = found and any(m.start < found.end("name") and found.start() < m.stop for m in passage.mentions)
        if found and not taken:
            start, stop = found.span("name")
            claim = Claim(value=found["name"], start=start, stop=stop, rule="rule:city_after_state", score=0.6)
            home = Claim(value=state.ref, start=state.start, stop=state.stop, rule="rule:state_of_place", score=0.7)
            return Where(name=found["name"], place=claim, state=home)
    return None


_HEADQUARTERS = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,12}总部)(?:[^，。]{0,8})(?:举行|举办|召开)")
_EMBASSY = re.compile(r"驻[^，。]{2,10}(?:使馆|总领馆|总领事馆|使团)")


def _at_home(passage: Passage, trigger: Trigger, standing: Standing) -> Where | None:
    """Where a host holds something at home: headquarters by name, an embassy in the state of its host."""
    if standing is Standing.MENTIONED or trigger.sense.type not in _HOSTED:
        return None
    clause = passage.clause(trigger.start)
    found = _HEADQUARTERS.search(passage.text, clause.start, trigger.stop)
    if found:
        start, stop = found.span("name")
        claim = Claim(value=found["name"], start=start, stop=stop, rule="rule:headquarters", score=0.7)
        return Where(name=found["name"], place=claim)
    found = _EMBASSY.search(passage.text, clause.start, trigger.start)
    for state in passage.of_kind(MentionKind.STATE) if found else ():
        if found is not None and found.start() < state.start < found.end():
            claim = Claim(value=state.ref, start=state.start, stop=state.stop, rule="rule:state_of_host", score=0.6)
            return Where(state=claim)
    return None


_HOSTED = frozenset({T.CEREMONY, T.CONFERENCE, T.BRIEFING, T.OTHER})
"""What embassies and headquarters hold at home."""


def _placed(text: str, place: Mention, trigger: Trigger) -> bool:
    """Whether a city is where something takes place: after 在, or as the name of a summit (青岛峰会)."""
    before = text[max(0, place.start - 16) : place.start]
    if _AT.search(before) or re.search(r"(?:在|于|抵达|飞抵)[\u4e00-\u9fff]{0,12}(?:首都|城市|省|市)?$", before):
        return True
    return (place.stop == trigger.start and trigger.sense.type is T.SUMMIT) or text[place.stop : place.stop + 1] == "峰"


def _of_place(reading: Reading, mention: Mention) -> Where:
    known = next(p for p in reading.places if p.key == mention.ref)
    claim = Claim(value=known.key, start=mention.start, stop=mention.stop, rule="rule:place", score=0.85)
    state = (
        Claim(value=known.state, start=mention.start, stop=mention.stop, rule="rule:state_of_place", score=0.8)
        if known.state
        else None
    )
    return Where(key=known.key, name=known.name, place=claim, state=state)
