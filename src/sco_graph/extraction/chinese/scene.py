"""A folded text with what the tables and the lexicon find in it before anything is decided: names, heads of titles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from ...authority.gazetteer import Match
from ...authority.records import NameKind
from ...model import BodyKind, Document, Key
from ..knowledge import Knowledge
from ..reading import Sentence, Token
from ..units import UnitKind, kind_of
from . import words
from .script import plain
from .sentences import segment

_SIDE = re.compile(r"[面式法向案便针位略程才可圆块]")
_NO_SIDE = re.compile(r"(?:立|办|参|今|昨|明|每|平|泥|本|领|国)$")
_AFTER_PAIR = (
    "两国|三国|四国|五国|关系|双边|双方|边境|合作|友好|友谊|元首|外长|战略|全面|经贸|人民|建交|交往|传统|伙伴|战争|冲突|危机|局势|总理|"
    "首脑|领导人|企业|贸易|务实|铁路|能源|投资|政府间|命运|各领域|经济|人文|联合|都|均|是|在|间|之间|将|就|高层|互信|对话|谈判|协调|媒体|"
    "青年|边界|农业|文化|科技|教育|旅游|商务|国防|防务|卫生|财政|议会|军队|部长|警方|海关"
)
"""Words before which two or more short forms of states stand."""


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(rf"(?=(?P<codes>[{''.join(words.short_states())}]{{2,5}})(?:{_AFTER_PAIR}))")


@cache
def _titles() -> str:
    """Titles of posts of states, as alternatives."""
    titles = sorted((head for head, traits in words.heads().items() if "state" in traits), key=len, reverse=True)
    return f"(?:{'|'.join(titles)}|共中央|外交部|国防部|驻[^，。]{{1,8}}(?:大使|使馆))"


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"(?<![驻赴访在对])[{_PLAIN}](?={_titles()})")


_PRESS = re.compile(r"网(?!络|友|民)|之声|新闻网|青年报|青年网|侨网|军网|经济网|一带一路网|西藏网|社会科学网")
_FULL = 3
"""Characters of a name of a state whose first one may stand for it."""
_HOME = re.compile(
    r"(?<=[驻访来对在赴援涉旅])华(?![\u4e00-\u9fff]?(?:沙|盛顿)|为|人|侨|北|东|南|中|尔|裔|商|山|夏|语|文)"
)


_NEXT = frozenset("务防会家际民王歌旗庆")
"""Characters that make a word with 国 before them."""
_INTERNATIONAL = frozenset({BodyKind.INTERNATIONAL_ORGANISATION, BodyKind.ORGAN})
_FEW = 8
"""Organisations whose organs a text may call by short names."""
_CITIES = {"京": "北京", "沪": "上海"}
_CITY = re.compile(r"(?<=[在抵来到赴离])(?:京|沪)(?![都津城广沪剧东畿胡])")

_PLAIN = "俄美英法韩哈乌塔吉巴印蒙越白土泰缅柬叙埃"
"""Short forms that alone before a title are no other word."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a title: characters and traits (see ``lexicon/zh/posts.tsv``)."""

    start: int
    stop: int
    text: str
    traits: frozenset[str]


_PART = 20_000
"""Characters in which it is counted how often a string stands."""


class Count(Counter[str]):
    """How often strings stand in a text, counted when asked."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def __missing__(self, key: str) -> int:
        found = self[key] = self._text.count(key)
        return found


@dataclass(frozen=True)
class Scene:
    """A document's folded text, its sentences, and the names and heads found in them, in order of place."""

    document: Document
    known: Knowledge
    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """Names of the tables within the sentences; short forms of states in pairs too."""
        inside = bytearray(len(self.text))
        for sentence in self.sentences:
            inside[sentence.start : sentence.stop] = b"\1" * (sentence.stop - sentence.start)
        found = [
            self._whole(m) for m in self.known.gazetteer.find_text(self.text) if inside[m.start] and self._is_name(m)
        ]
        taken = {at for m in found for at in range(m.start, m.stop)}
        pairs = [m for m in self._pairs() if inside[m.start] and not taken & set(range(m.start, m.stop))]
        taken |= {m.start for m in pairs}
        pairs += [m for m in self._capitals() if inside[m.start] and m.start not in taken]
        short = [m for m in self._before_titles() if inside[m.start] and m.start not in taken]
        taken |= {m.start for m in short}
        short += [m for m in self._called_short(found) if inside[m.start] and m.start not in taken]
        short += [m for m in self._at_home() if inside[m.start] and m.start not in taken]
        return tuple(sorted([*found, *pairs, *short], key=lambda m: m.start))

    def _called_short(self, found: list[Match]) -> Iterator[Match]:
        """States of the text by the first character of their names, before a title: 圭总统 where 圭亚那 is named."""
        called = {m.text[0]: m for m in reversed(found) if len(m.text) >= _FULL and m.entity.startswith("state/")}
        if not called:
            return
        short = f"[{''.join(called)}](?={_titles()})"
        pattern = rf"(?<![\u4e00-\u9fff]){short}|(?<=[、和与，。及邀]){short}"
        for place in re.finditer(pattern, self.text):
            whole = called[place.group()]
            yield Match(
                start=place.start(), stop=place.end(), entity=whole.entity, kind=NameKind.ALIAS, text=place.group(),
            )  # fmt: skip

    def _at_home(self) -> Iterator[Match]:
        """China by one character: 驻华, 访华."""
        for place in _HOME.finditer(self.text):
            yield Match(
                start=place.start(), stop=place.end(), entity=Key("state/CN"), kind=NameKind.ADJECTIVE, text="华",
            )  # fmt: skip

    def _whole(self, match: Match) -> Match:
        """A name of a state without the 国 that begins the next word: 卡塔尔国务大臣."""
        short = match.text[:-1] if match.text.endswith("国") and self.text[match.stop : match.stop + 1] in _NEXT else ""
        known = self.known.gazetteer.find_text(short) if len(short) > 1 else ()
        if len(known) == 1 and known[0].text == short:
            return Match(start=match.start, stop=match.stop - 1, entity=match.entity, kind=match.kind, text=short)
        return match

    def _is_name(self, match: Match) -> bool:
        """Whether a match is none by chance: 方 of 方面, a short word in a longer one."""
        if match.text.endswith(("使馆", "总领馆")) and self.text[match.start - 1 : match.start] == "驻":
            return False  # 驻俄罗斯大使馆 is another state's
        before, after = self.text[max(0, match.start - 1) : match.start], self.text[match.stop : match.stop + 1]
        if kind_of(match) is None or (match.text == "中国" and _PRESS.match(self.text, match.stop)):
            return False
        if len(match.text) == 2 and match.text.endswith("方"):
            return not _SIDE.match(after) and not _NO_SIDE.search(before) and not before.isdigit()
        return True

    def _pairs(self) -> Iterator[Match]:
        codes = words.short_states()
        at = 0
        for found in _pair().finditer(self.text):
            start, stop = found.span("codes")
            if start < at or len(set(self.text[start:stop])) < stop - start:
                continue
            at = stop
            for place in range(start, stop):
                code = codes[self.text[place]]
                if self.text[place] == "巴" and "以" in self.text[start:stop]:
                    code = "PS"  # 巴以 are Palestine and Israel
                yield Match(
                    start=place, stop=place + 1, entity=Key(f"state/{code}"), kind=NameKind.ALIAS,
                    text=self.text[place],
                )  # fmt: skip

    def _capitals(self) -> Iterator[Match]:
        """Cities by one character after a preposition: 在京."""
        for found in _CITY.finditer(self.text):
            for city in self.known.gazetteer.find_text(_CITIES[found.group()]):
                yield Match(
                    start=found.start(), stop=found.end(), entity=city.entity, kind=city.kind, text=city.text,
                )  # fmt: skip

    def _before_titles(self) -> Iterator[Match]:
        """Short forms of states right before a title: 俄外长, 越共中央."""
        codes = words.short_states()
        for found in _titled().finditer(self.text):
            letter = self.text[found.start()]
            yield Match(
                start=found.start(), stop=found.start() + 1, entity=Key(f"state/{codes[letter]}"), kind=NameKind.ALIAS,
                text=letter,
            )  # fmt: skip

    @cached_property
    def organisations(self) -> tuple[str, ...]:
        """Keys of the first international organisations that the text names, each once."""
        bodies = (self.known.body(m.entity) for m in self.matches if m.entity.startswith("body/"))
        found = (b.organ_of or b.key for b in bodies if b is not None and b.kind in _INTERNATIONAL)
        return tuple(dict.fromkeys(map(str, found)))[:_FEW]

    @cached_property
    def often(self) -> Count:
        """How often strings stand in the first part of the text."""
        return Count(self.text[:_PART])

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        """Heads of titles, without those that only look like one."""
        return tuple(head for head in self._heads() if "-" not in head.traits)

    def _heads(self) -> Iterator[Head]:
        for sentence in self.sentences:
            for found in words.head_pattern().finditer(self.text, sentence.start, sentence.stop):
                yield Head(found.start(), found.end(), found.group(), words.heads()[found.group()])

    @cached_property
    def cover(self) -> dict[int, Match]:
        """The match that holds each character."""
        return {at: m for m in self.matches for at in range(m.start, m.stop)}

    def sentence_at(self, place: int) -> int:
        """Index of the sentence that holds a character; that before it for one between."""
        return max(0, bisect_right(self.sentences, place, key=lambda sentence: sentence.start) - 1)


def scene(document: Document, known: Knowledge) -> Scene:
    """The scene of a document."""
    text = plain(document.text)
    tokens, sentences = segment(text)
    return Scene(document=document, known=known, text=text, tokens=tokens, sentences=sentences)


def is_actor(match: Match) -> bool:
    """Whether a match names a state or a body."""
    return kind_of(match) in {UnitKind.STATE, UnitKind.BODY}
