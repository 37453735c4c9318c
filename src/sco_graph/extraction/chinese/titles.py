"""Titles of posts in a Chinese text, read backwards from their heads: whose they are, and where they are held.

哈萨克斯坦总统助理兼国家安全会议秘书: two titles at one state, the second without naming it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...authority.gazetteer import Match
from ..knowledge import Knowledge
from ..units import UnitKind, kind_of
from . import words
from .names import Name
from .scene import Head, Scene, is_actor
from .sharing import OF_STATE, Title, shared

_STOP = re.compile(r"[，。；！？：“”《》\n（）()\[\]【】—]")
_MARKER = re.compile(
    r"^(?:(?:伊斯兰)?共和国|联邦|即将离任的|即将卸任的|连任|已故|现任|时任|新任|候任|首任|新一任|历任|上任|下任|继任|新上任的?|刚上任的?|新当选的?|当时的|前任|前|原|该国|本国|各国|其|两国|我国?|我)"
)
_FORMER = frozenset({"前", "前任", "原"})
_BETWEEN = re.compile(r"\s?(?:先生|女士|阁下|博士|同志|将军|教授)?\s?")
_HOST = re.compile(
    r"驻(?:[\u4e00-\u9fff]{1,12}?)(?:大使馆|使馆|总领馆|使团)?"
    r"(?=(?:特命全权|临时)?(?:大使(?!馆)|代办|总领事|公使|参赞|武官))"
)
_LONGEST = 30


def find(scene: Scene, names: Sequence[Name], seats: Sequence[Match] = ()) -> tuple[Title, ...]:
    """Titles of the text in order of place, each with those whom it is said of.

    ``seats`` are bodies that the tables lack, at which posts may be.
    """
    limits = sorted({name.stop for name in names})
    found = [_title(scene, head, limits, seats) for head in scene.heads]
    held = [_held(scene, title, names) for title in found]
    return shared(scene, tuple(each for title in held for each in _paired(scene, title, names)))


def _title(scene: Scene, head: Head, limits: Sequence[int], seats: Sequence[Match]) -> Title:
    """The title that ends with a head, as far back as its words go."""
    left = _left(scene, head, limits, seats)
    left = next((s.start for s in seats if s.start < left < s.stop <= head.start), left)
    seat = _seat(scene, left, head, seats)
    if seat is None:
        seat = _before_bracket(scene, left, seats)
    start, said = left, left
    if seat is not None and seat.stop < left:
        start = seat.start
    elif seat is not None:
        start, said = seat.start if not seat.text.endswith("方") else left, _said(scene, seat, head)
    text = scene.text[said : head.stop]
    if text.startswith("国") and scene.text[said - 1 : said] in _COUNTED:
        text, said = text[1:], said + 1  # 各国外长
    marker = _MARKER.match(text)
    if marker:
        text, said = text[marker.end() :], said + marker.end()
    before = _MARKER.search(scene.text[max(left, start - 4) : start] if seat is not None else "")
    former = bool({m.group() for m in (marker, before) if m} & _FORMER)
    text = _HOST.sub("", text).lstrip("的")
    if seat is not None and seat.entity.startswith("state/"):
        text = re.sub(r"^驻[\u4e00-\u9fff]{2,12}?(?=协调员$)", "", text)
    if seat is not None and seat.entity.startswith("body/"):
        text = text.removeprefix("秘书处") or text
    elected = _elected(scene, left) if seat is None else None
    if elected is not None:
        seat, start, text = elected, elected.start, f"当选{text}"
    same = scene.text[start - 1 : start] in {"兼", "、"} or scene.text[start - 1 : start] == "及"
    return Title(start, head.stop, said, text, seat, head.traits, former, same)


def _before_bracket(scene: Scene, place: int, seats: Sequence[Match]) -> Match | None:
    """The body before a bracket with its short name, after which a title goes on: 某组织（以下简称“本组织”）秘书长."""
    found = _SHORT_NAME.search(scene.text, max(0, place - _LONGEST), place)
    if found is None or found.end() != place:
        return None
    new = next((m for m in seats if m.stop == found.start()), None)
    match = new or scene.cover.get(found.start() - 1)
    return match if match is not None and match.stop == found.start() and is_actor(match) else None


_COUNTED = frozenset("各两三四五六七八九十多员与")
_SHORT_NAME = re.compile(r"（(?:以下)?(?:统称|简称)[^）]{2,20}）")


def _elected(scene: Scene, place: int) -> Match | None:
    """The state before 当选 right before a title: 乌拉圭当选总统."""
    match = scene.cover.get(place - len("当选") - 1) if scene.text.endswith("当选", 0, place) else None
    return match if match is not None and kind_of(match) is UnitKind.STATE else None


def _left(scene: Scene, head: Head, limits: Sequence[int], seats: Sequence[Match]) -> int:
    """How far back the words of a title go: to a mark, a name, another title, or a word that ends it."""
    text = scene.text
    sentence = scene.sentences[scene.sentence_at(head.start)]
    at = bisect_left(limits, head.start + 1)
    floor = max(sentence.start, limits[at - 1] if at else 0, head.start - _LONGEST)
    stops = [m.end() for m in _STOP.finditer(text, floor, head.start)]
    floor = max([floor, *stops])
    first, last = (
        bisect_left(scene.heads, place, key=lambda other: other.start) for place in (floor - _LONGEST, head.start)
    )
    for other in scene.heads[first:last]:
        if floor < other.stop <= head.start and text[other.stop : other.stop + 1] in {"兼", "、", "和", "与", "及"}:
            floor = max(floor, other.stop + 1)
    masked = _masked(scene, floor, head.start, seats)
    ends = [floor + m.end() for m in words.ends(masked) if m.group() not in {"与", "及"} or not inner(masked, m)]
    listed = [floor + m.end() for m in re.finditer("[、和兼]", masked) if not inner(masked, m)]
    return max([floor, *ends, *listed])


_DOMAINS = re.compile(
    r"(?:文化|旅游|工业|信息化|交通|通信|运输|卫生|健康|贸易|商务|经济|投资|能源|环境|资源|教育|科学|技术|科技|劳动|社会|保障|发展|创新|财政|"
    r"农业|粮食|水利|体育|青年|安全|外交|国防|内务|司法|信息|数字|媒体|住房|建设|自然|生态|政策|友好|和平|改革|产业|矿产|工商|紧急|民政|宗教|移民|外贸|"
    r"治理|区域|国别|石油|天然气|水|电力|住宅|城市|道路|铁路|航空|航天|电信|邮电|家庭|妇女|老年|残疾人|退伍军人|就业|林业|渔业|海洋|气候|新闻|传播|通讯|人力|食品|国际|合作|战略|媒体|出版|一体化|宏观|欧亚|独联体|中亚|拉美|非洲|欧洲)$"
)


def inner(masked: str, mark: re.Match[str]) -> bool:
    """Whether 和 or 、 stands within the name of a ministry: 文化和旅游部."""
    return mark.group() != "兼" and bool(_DOMAINS.search(masked[: mark.start()]))


def _masked(scene: Scene, start: int, stop: int, seats: Sequence[Match]) -> str:
    """Characters of a range, those of names of the tables as circles: no word begins within a name."""
    covered = {at for seat in seats if start <= seat.start < stop for at in range(seat.start, seat.stop)}
    return "".join(
        "○" if at in covered or (at in scene.cover and is_actor(scene.cover[at])) else scene.text[at]
        for at in range(start, stop)
    )


def _seat(scene: Scene, left: int, head: Head, seats: Sequence[Match]) -> Match | None:
    """The state or body in the words of a title: the last before its head, the first where a host follows (驻)."""
    first, last = (bisect_left(scene.matches, place, key=lambda match: match.start) for place in (left, head.start))
    found = [
        m
        for m in scene.matches[first:last]
        if is_actor(m) and not m.entity.startswith("government/") and not _SUBJECT.match(scene.text, m.stop, head.start)
    ]
    new = [m for m in seats if left <= m.start < head.start and m.stop <= head.start]
    found = sorted(
        [*(m for m in found if not any(n.start <= m.start < n.stop for n in new)), *new], key=lambda m: m.start
    )
    if not found:
        return None
    hosted = scene.text.find("驻", left, head.start)
    if hosted >= 0:
        return next((m for m in reversed(found) if m.stop <= hosted), None)
    side = next((m for m in reversed(found) if m.text.endswith("方") and m.entity.startswith("state/")), None)
    if side is not None and head.text in {"国家协调员", "协调员", "高官", "代表"}:
        return side  # 上合组织中方国家协调员
    states = [m for m in found if m.entity.startswith("state/")]
    bodies = [m for m in found if m.entity.startswith("body/")]
    if states and bodies and scene.known.body(bodies[-1].entity) is not None:
        body = scene.known.body(bodies[-1].entity)
        if body is not None and body.state and states[0].start <= bodies[-1].start:
            return states[0]
    return found[0] if found[0].start == left else found[-1]


_SUBJECT = re.compile(r"(?:和平)?(?:问题|事务|局势)")
"""What makes a state the subject of a post, not its seat: 阿富汗问题特别代表."""


def _said(scene: Scene, seat: Match, head: Head) -> int:
    """Where the words of a title proper begin: after the state, even one within a ministry's name."""
    if seat.entity.startswith("state/"):
        party = scene.text.startswith("共中央", seat.stop)  # 越共中央: the party's own name
        return seat.start if party else seat.stop
    if seat.text.endswith("政治局"):
        return seat.stop - len("中央政治局")
    if seat.text.endswith(_BOARDS):
        return seat.stop - next(len(board) for board in _BOARDS if seat.text.endswith(board))
    body = scene.known.body(seat.entity)
    if body is None or not body.state or body.kind.value not in OF_STATE:
        return min(seat.stop, head.start)
    return seat.start + state_length(scene.known, seat)


_BOARDS = ("执行委员会", "执委会")
"""Organs that stay in the title of a post at their organisation."""


def state_length(known: Knowledge, seat: Match) -> int:
    """Characters of the state's name that begins the name of a body; 0 without one."""
    for size in range(min(12, len(seat.text) - 1), 1, -1):
        found = known.gazetteer.find_text(seat.text[:size])
        if found and kind_of(found[0]) is UnitKind.STATE and found[0].stop == size:
            return size
    return 0


def _held(scene: Scene, title: Title, names: Sequence[Name]) -> Title:
    """The title with the starts of the names that it stands before, or the one that it stands after."""
    at = bisect_left(names, title.stop, key=lambda name: name.start)
    after = names[at] if at < len(names) else None
    if after is not None and _BETWEEN.fullmatch(scene.text[title.stop : after.start]):
        return replace(title, holders=(after.start, *(_row(scene, after, names) if "many" in title.traits else ())))
    past = bisect_right(names, title.said, key=lambda name: name.stop)  # names do not overlap
    before = names[past - 1] if past else None
    if before is not None and before.stop == title.start and title.text in _SENT_BY:
        return title  # 习近平特使 is somebody else
    if before is not None and _ELECTED.search(scene.text[before.stop : title.start]):
        return replace(title, holders=(before.start,))
    appointed = before is not None and re.search(
        r"(?:任命|委任|聘任|推举|提名)$", scene.text[max(0, before.start - 2) : before.start]
    )
    if before is not None and appointed and scene.text[before.stop : title.start] in {"为", "担任", "出任"}:
        return replace(title, holders=(before.start,))
    if before is not None and before.stop == title.start == title.said:
        return replace(title, holders=(before.start,))
    if before is not None and re.fullmatch(r"[（(]", scene.text[before.stop : title.start]):
        return replace(title, holders=(before.start,))
    return title


_SENT_BY = frozenset({"特使", "特别代表", "个人代表", "私人代表"})
"""Posts of those whom the person named before them sends."""

_ELECTED = re.compile(
    r"^，?(?:并)?祝贺(?:他|她|其)?(?:再次|成功)?(?:当选连任|当选|连任|就任|出任|担任|再次当选)(?:为)?$|"
    r"^[^，。]{0,6}(?:再次|成功)?(?:当选|出任|就任|就职|接任|连任)(?:为)?$|"
    r"^(?:已|将|于|自|从|起|由|被|正式|开始|再次|获|[\d年月日至今])*(?:出任|就任|就职|接任|升任|转任|获任|任命为|受命担任|接替[^，。]{2,12}(?:担任|出任))$"
)
"""Words between a name and the title to which its bearer comes: 祝贺他当选."""


_OF_EACH = re.compile(r"(?:等)?(?:[二两三四五六七八九十]|\d+)?国?的?")
"""What may stand between a row of states and the title that its people have: 甲国、乙国两国的总理."""


def _paired(scene: Scene, title: Title, names: Sequence[Name]) -> Iterator[Title]:
    """A title for each of a row of states, where as many names follow it: 甲国、乙国的总理丙、丁."""
    at = bisect_left(names, title.stop, key=lambda name: name.start)
    first = names[at] if at < len(names) and title.holders[:1] == (names[at].start,) else None
    states = _states_before(scene, title) if first is not None else []
    row = [first.start, *_row(scene, first, names)] if first is not None else []
    if len(states) < 2 or len(states) != len(row):
        yield title
        return
    for state, holder in zip(states, row, strict=True):
        yield replace(title, seat=state, holders=(holder,), text=scene.text[title.stop - len(title.text) : title.stop])


def _states_before(scene: Scene, title: Title) -> list[Match]:
    """States in a row right before a title."""
    found: list[Match] = []
    stop = max(title.said, title.start)
    past = bisect_right(scene.matches, stop, key=lambda match: match.start)
    for match in reversed(scene.matches[max(0, past - _MANY) : past]):
        if match.stop > stop or not match.entity.startswith("state/"):
            continue
        gap = scene.text[match.stop : found[0].start if found else stop]
        fits = gap in {"、", "和", "与", "及"} if found else _OF_EACH.fullmatch(gap)
        if not fits:
            break
        found.insert(0, match)
    return found


_MANY = 60
"""Names of the tables before a title among which its row of states is looked for."""


def _row(scene: Scene, first: Name, names: Sequence[Name]) -> Iterator[int]:
    """Starts of names that go on a row: 甲、乙和丙."""
    at = bisect_left(names, first.start, key=lambda name: name.start)
    for one, other in pairwise(names[at : at + _MANY]):
        if scene.text[one.stop : other.start] not in {"、", "和", "与", "及", "，"}:
            return
        yield other.start
