"""Bodies that the tables lack, by the noun that ends their name: 某某大学, 某某委员会."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ... import keys
from ...authority.gazetteer import Match
from ...model import BodyKind, Key
from ..knowledge import Knowledge
from ..lexicon import rows
from ..units import UnitKind, kind_of
from . import assemblies, words
from .names import Name
from .organs import is_council, organ
from .scene import Scene
from .titles import inner

_STOP = re.compile(r"[，。；！？：“”《》\n（）()\[\]【】—·]|\d|[一二三四五六七八九十]个")
_LONGEST = 24
_EMPTY = re.compile(
    r"^(?:各|本|该|此|其|两|多|有关|相关|一些|各国|当地|国际|中外|地方|民间|主要|部分|双方|我|贵|国家|地区|这|那|国内|外国|我国|中国|中资|上市|跨国|"
    r"大型|知名|智库|成员国|联合|专门|新的|共同|政府|另|第|全|不同|组织|人民|合作|的|等|外交|多家|若干|所有|会议|会展|展览|对话|伙伴|驻华|外国驻华|"
    r"外方|本国|该国|国际和地区|行动|工作|筹备|评审|综合|挑战|指导|领导|统一|常设|执行|下设|所属|上述|数个|几个|众多|大量|特别|临时|双边|多边|两国政府间|政府间|和)*$"
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body at ``[start, stop)``: its name, its class, and the state that the name names.

    ``known`` is its key where the tables have it by its full name: 实业家委员会 of the organisation named before.
    ``owner`` is the key of the organisation whose name begins its own, up to ``named``.
    """

    start: int
    stop: int
    text: str
    kind: BodyKind
    state: str
    known: str = ""
    owner: str = ""
    named: int = 0


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    return {noun: (kind, trait) for noun, kind, trait in rows("zh", "bodies", 3)}


_ALONE = {
    "部": r"(?<![总内外全西东南北中乐干])部(?!务|属|内|下|族)",
    "议会": r"(?<!届)议会(?!合作|间|联盟|友好|联合|议员|领导人|机构|大会|选举|组织)",
    "政府": r"(?<!党委)(?<!世界)(?<!影子)(?<!历届)(?<!各级)政府(?!间|首脑|峰会|论坛|代表团|工作|采购)",
}
"""Nouns that are often parts of other words."""


@cache
def _pattern() -> re.Pattern[str]:
    nouns = sorted(_nouns(), key=lambda noun: (-len(noun), noun))
    return re.compile(
        "(?:"
        + "|".join(_ALONE.get(noun, re.escape(noun)) for noun in nouns)
        + r")(?!长|级|门|分|署|队|落|委员|员|总裁|城|化|首脑|间|主管|官员)"
    )


def find(scene: Scene, names: Sequence[Name]) -> tuple[Body, ...]:
    """Bodies in order of place, none over a name of the tables that is longer or a person's name."""
    people = {at for name in names for at in range(name.start, name.stop)}
    sessions = [
        Body(a.start, a.stop, a.text, BodyKind.ORGAN, "", a.known, a.owner, a.named) for a in assemblies.find(scene)
    ]
    held = {at for body in sessions for at in range(body.start, body.stop)}
    found: list[Body] = []
    for sentence in scene.sentences:
        floor = sentence.start
        for noun in _pattern().finditer(scene.text, sentence.start, sentence.stop):
            body = _body(scene, floor, noun, people)
            if body is not None and found and found[-1].stop == body.start and found[-1].kind is body.kind:
                last = found.pop()
                body = Body(last.start, body.stop, last.text + body.text, body.kind, last.state)
            if body is not None and not held & set(range(body.start, body.stop)):
                found.append(body)
                floor = body.stop
    return tuple(sorted([*found, *sessions], key=lambda body: body.start))


def key(known: Knowledge, body: Body) -> Key:
    """Key of a body."""
    if body.known:
        return Key(body.known)
    return keys.nil_key("body", known.latin(full(known, body.text)), body.state or "zh")


def full(known: Knowledge, name: str) -> str:
    """A name with that of the organisation in it in full: 上合组织某中心 is 上海合作组织某中心."""
    found = known.gazetteer.find_text(name)
    if found and found[0].start == 0 and found[0].entity.startswith("body/"):
        return known.index.label(found[0].entity, "zh") + name[found[0].stop :]
    return name


def _body(scene: Scene, floor: int, noun: re.Match[str], people: set[int]) -> Body | None:
    kind, trait = _nouns()[noun.group()]
    cover = scene.cover.get(noun.end() - 1)
    if kind == "-" or (cover is not None and kind_of(cover) is not UnitKind.PLACE and not _longer(scene, cover)):
        return None
    start = _left(scene, floor, noun.start(), people)
    if cover is not None and start >= cover.start:
        return None
    text = scene.text[start : noun.end()]
    own = text[: len(text) - len(noun.group())]
    matches = [m for m in scene.matches if start <= m.start < noun.start()]
    if trait == "ministry" and not (
        "成员国" not in own
        and matches
        and matches[0].start == start
        and len(own) - len(matches[0].text) in range(2, 14)
    ):
        return None
    if (_EMPTY.match(own) and not matches) or is_council(text) or _is_organ(scene, start, noun.end(), matches):
        return None
    ours = None if matches else _of_organisation(scene, start, noun.end(), BodyKind(kind))
    if ours is not None:
        return ours
    if len(matches) == 1 and matches[-1].stop == noun.start() and noun.group() in _VAGUE:
        return None
    if len(own) < 2 or (noun.group() in _VAGUE and len(own) < _OWN and not matches):
        return None
    if noun.group().endswith("使馆") and not any(m.entity.startswith("state/") for m in matches):
        return None
    state = next((m.entity for m in matches if m.entity.startswith("state/")), "")
    if noun.group() in _OF_ARMY and matches and matches[0].start == start and state:
        start = matches[0].stop
    return Body(start, noun.end(), scene.text[start : noun.end()], BodyKind(kind), state)


def _longer(scene: Scene, match: Match) -> bool:
    """Whether a ministry of the tables only ends the name of another: 科学和高等教育部."""
    before = scene.text[max(0, match.start - _LONGEST) : match.start]
    return match.text.endswith("部") and _BEFORE_MINISTRY.search(before) is not None


_BEFORE_MINISTRY = re.compile(
    r"(?:科学|文化|工业|自然|人力|卫生|经济|外交|农业|贸易|通信|数字|环境|青年|能源)(?:和|与|及|、)(?:高等)?$"
)


def _is_organ(scene: Scene, start: int, stop: int, matches: Sequence[Match]) -> bool:
    """Whether the words are an organisation and what its council is called, which the tables know."""
    first = matches[0] if matches and matches[0].start == start else None
    word = scene.text[first.stop : stop] if first is not None else ""
    owner = scene.known.body(first.entity) if first is not None and is_council(word) else None
    return owner is not None and bool(organ(word, owner.organ_of or owner.key, scene.known))


_OF_ARMY = frozenset({"军区", "战区", "舰队"})
"""Bodies whose name the state's is no part of."""


def _of_organisation(scene: Scene, start: int, stop: int, kind: BodyKind) -> Body | None:
    """The body whose full name begins with that of an organisation that the text names: 银行联合体(理事会)."""
    for end in (stop, stop - len("理事会")):
        for owner in scene.organisations if end - start > _OWN else ():
            found = organ(scene.text[start:end], owner, scene.known)
            if found:
                return Body(start, end, scene.text[start:end], kind, "", found)
    return None


_QUOTED = re.compile(r"“[^”“，。]{2,12}”")
_OFFICE = re.compile(r"发言人|新闻|新闻发言人|事务")
"""Words between a post and 办公室 that make an office of whom the post is: 秘书长发言人办公室."""
_IN_QUOTES = 14
"""Characters of a name in quotation marks that begins the name of a body."""
_JOINTS = frozenset({"与", "及", "和"})
_PREFIX = re.compile(r"全|新|原|驻|国立|国际|世界|华东|华北|西北|东北|西南|华南|华中|中央")
"""Words before the name of a state or city that begin the name of a body."""

_OWN = 3
"""Characters of its own that the name of a centre or company has."""

_VAGUE = frozenset({"中心", "集团", "公司", "联盟", "理事会", "银行"})
"""Nouns that with a state alone name no body."""


def joins(scene: Scene, mark: re.Match[str]) -> bool:
    """Whether a dash joins the names of two states or bodies: 中国—东盟中心."""
    return mark.group() == "—" and mark.start() - 1 in scene.cover and mark.end() in scene.cover


def _left(scene: Scene, floor: int, stop: int, people: set[int]) -> int:
    """How far back the name of a body goes."""
    text = scene.text
    floor = max(floor, stop - _LONGEST)
    floor = max([floor, *(m.end() for m in _STOP.finditer(text, floor, stop) if not joins(scene, m))])
    floor = max([floor, *(at + 1 for at in people if floor <= at < stop)])
    heads = (head.stop for head in scene.heads if floor < head.stop < stop)
    floor = max([floor, *(end for end in heads if not _OFFICE.fullmatch(text, end, stop))])
    masked = "".join(
        "○" if at in scene.cover and kind_of(scene.cover[at]) is not UnitKind.PERSON else text[at]
        for at in range(floor, stop)
    )
    ends = [floor + m.end() for m in words.ends(masked) if m.group() not in _JOINTS or not inner(masked, m)]
    listed = [floor + m.end() for m in re.finditer("[、和]", masked) if not inner(masked, m)]
    left = max([floor, *ends, *listed])
    quoted = _QUOTED.search(text, max(0, left - _IN_QUOTES), left)
    if quoted is not None and quoted.end() == left and left == floor:
        return quoted.start()  # “某某”通讯社
    first = next((m.start for m in scene.matches if left <= m.start < stop), left)
    return first if first - left > 0 and not _PREFIX.fullmatch(text[left:first]) else left
