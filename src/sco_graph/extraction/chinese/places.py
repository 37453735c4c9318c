"""Where an interaction took place, by the words of its sentence."""

from __future__ import annotations

import re
from functools import cache

from ...model import InteractionType
from ..drafts import Claim, Standing, Where
from ..reading import Mention, MentionKind, Reading
from ..triggers import Trigger
from . import words
from .circumstances import told_to
from .passages import Passage

T = InteractionType
_OF_OTHER = re.compile(r"[^，。]{0,6}(?:举行|召开|举办)的")
_AT = re.compile(r"(?:在|于|到|齐聚|相聚|会聚|聚首|转往|转赴|飞往|抵达|飞抵|访问|赴|前往|来到|到访|至|离开)$")
_STATE_AT = re.compile(r"(?:在|于|到|齐聚|相聚|会聚|聚首|转往|转赴|飞往|抵达|飞抵|访问|赴|前往|对|出访|到访)$")


@cache
def _venue() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, words.listed("venues")))
    name = rf"(?P<name>(?:[^，。；：、在于会举和与同]{{2,14}}?(?:{nouns}))|中南海|人民大会堂)"
    return re.compile(
        rf"(?:在|于){name}(?!的|就职|招待会|典礼|仪式|论坛|支持|协助|领导|牵头|配合|倡议|框架|工作|任|教授|校长|院长|副|主任)"
    )


def where(reading: Reading, passage: Passage, trigger: Trigger, standing: Standing) -> Where:
    """Place and state of an interaction: a city after 在, else a venue, else a state that is visited."""
    if trigger.sense.type in {T.PHONE_CALL, T.LETTER}:
        return Where()
    told = _OWN_BRACKET.match(passage.text, trigger.stop, passage.sentence.stop)
    own = [m for m in passage.of_kind(MentionKind.PLACE) if told and told.start() < m.start < told.end()]
    near = own[:1] or _near(passage, trigger, standing)
    if near:
        clause = passage.clause(trigger.start)
        inside = [m for m in near if m.start >= clause.start]
        return _of_place(reading, (inside or near)[0 if own or inside else -1])
    found = (
        _host(reading, passage, trigger, standing)
        or _at_home(passage, trigger, standing)
        or _unlisted(passage, trigger, standing)
        or _foreign(passage, trigger, standing)
    )
    if found is not None or standing is Standing.MENTIONED:
        return found or Where()
    clause = passage.clause(trigger.start)
    venue = _venue().search(passage.text, passage.sentence.start, clause.stop)
    return _of_venue(passage, venue) if venue else _of_state(passage, trigger)


_PROVINCE = re.compile(r"[州省]")
_OWN_BRACKET = re.compile(r"（[^）]{4,30}）")


def _near(passage: Passage, trigger: Trigger, standing: Standing) -> list[Mention]:
    """Cities by which the words say where something takes place."""
    text, clause = passage.text, passage.clause(trigger.start)
    first = passage.sentence.start if standing is not Standing.MENTIONED else clause.start
    places = passage.of_kind(MentionKind.PLACE)
    near = [m for m in places if first <= m.start < told_to(passage, trigger) and _placed(text, m, trigger)]
    near = [m for m in near if not _PROVINCE.match(text, m.stop)]  # 奥伦堡州某靶场 is no city
    if trigger.sense.type is T.BRIEFING:  # 就某地峰会接受采访
        about = (m for m in near if re.search(r"(?<!成)就[^，。]*$", text[clause.start : min(m.start, trigger.start)]))
        gone = set(about)
        near = [m for m in near if m not in gone]
    near = [m for m in near if m.start >= clause.start or not _OF_OTHER.match(text, m.stop)]
    if standing is Standing.MENTIONED:
        near = [m for m in near if m.stop <= trigger.start and trigger.start - m.stop <= _BESIDE]
    return near


_BESIDE = 12
"""Characters between a city and what is only mentioned."""


def _of_state(passage: Passage, trigger: Trigger) -> Where:
    """The state that is visited, in which something takes place, or whose elections are observed."""
    text, clause = passage.text, passage.clause(trigger.start)
    for state in passage.of_kind(MentionKind.STATE):
        one = text[state.stop : state.stop + 1] != "、" != text[state.start - 1 : state.start]  # not one of several
        visited = trigger.sense.type is T.VISIT and trigger.start <= state.start <= trigger.stop + 2
        visited = visited and (state.start < trigger.stop or _WHOLE.match(text, state.stop) is not None)
        at = _STATE_AT.search(text[max(passage.sentence.start, state.start - 3) : state.start])
        during = clause.start <= state.start < clause.stop and at is not None
        voted = trigger.sense.type is T.ELECTION_OBSERVATION and trigger.start <= state.start < trigger.stop
        if (one and (visited or during)) or voted:
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


@cache
def _foreign_city() -> re.Pattern[str]:
    """在, a name in characters that write foreign sounds, and that something takes place."""
    letters = "".join(sorted(words.characters("transliteration")))
    held = r"(?:共同|隆重|成功|顺利|正式)?(?:举行|召开|举办|开幕|闭幕|启动|落幕)"
    return re.compile(rf"(?:在|于)(?P<name>[{letters}]{{3,6}})(?:市)?(?={held})")


def _foreign(passage: Passage, trigger: Trigger, standing: Standing) -> Where | None:
    """A city that the tables lack, by its foreign letters where something takes place: 在拉纳卡举行."""
    clause = passage.clause(trigger.start)
    found = _foreign_city().search(passage.text, clause.start, clause.stop)
    if standing is Standing.MENTIONED or found is None:
        return None
    start, stop = found.span("name")
    if any(m.start < stop and start < m.stop for m in passage.mentions):
        return None
    claim = Claim(value=found["name"], start=start, stop=stop, rule="rule:city_by_its_letters", score=0.5)
    return Where(name=found["name"], place=claim)


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
    gap = text[trigger.stop : place.start]
    if (
        trigger.sense.type is T.VISIT
        and re.fullmatch(r"(?:了)?(?:[\u4e00-\u9fff]{2,8}首都)?", gap)
        and place.start >= trigger.stop
    ):
        return _WHOLE.match(text, place.stop) is not None and text[place.stop : place.stop + 1] not in {"、", "和"}
    gap = text[place.stop : trigger.start]
    return (gap in {"", "纪念", "元首", "领导人"} and trigger.sense.type is T.SUMMIT) or text[
        place.stop : place.stop + 1
    ] == "峰"


def _of_place(reading: Reading, mention: Mention) -> Where:
    known = next(p for p in reading.places if p.key == mention.ref)
    claim = Claim(value=known.key, start=mention.start, stop=mention.stop, rule="rule:place", score=0.85)
    state = (
        Claim(value=known.state, start=mention.start, stop=mention.stop, rule="rule:state_of_place", score=0.8)
        if known.state
        else None
    )
    return Where(key=known.key, name=known.name, place=claim, state=state)
