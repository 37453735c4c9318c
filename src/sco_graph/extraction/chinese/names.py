"""Persons' names in a Chinese text: those of the tables, those with a middle dot, and those beside a title.

How far a name goes is decided by what may stand in it (a family name with one or two characters more; characters
that write foreign sounds) and by the words that may follow it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..units import UnitKind, kind_of
from . import words
from .scene import Head, Scene

_MARK = re.compile(r"$|[\s，。；：！？、（）“”《》—·\-0-9A-Za-z()\[\]【】…]")
_LONGEST = 9
_COURTESY = re.compile(r"\s?(?:先生|女士|阁下|博士|同志)?\s?")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name at ``[start, stop)``; ``key`` if the tables have it as it stands, ``method`` what found it."""

    start: int
    stop: int
    text: str
    key: str
    method: str


@cache
def _dotted() -> re.Pattern[str]:
    letters = "".join(sorted(words.characters("transliteration")))
    return re.compile(rf"(?:[{letters}]{{1,8}}|[A-Z])(?:\.?[·\.](?:[{letters}]{{1,10}}|[A-Z]))+")


def find(scene: Scene) -> tuple[Name, ...]:
    """Names in order of place, none over another; each is found again wherever its letters stand."""
    taken: dict[int, Name] = {}
    for name in (*_with_dot(scene), *_of_tables(scene)):
        _take(taken, name)
    for head in scene.heads:
        for name in (*_after(scene, head, taken), *_before(scene, head, taken)):
            _take(taken, name)
    for name in _again(scene, set(taken.values())):
        _take(taken, name)
    return tuple(sorted(set(taken.values()), key=lambda name: name.start))


def _take(taken: dict[int, Name], name: Name) -> None:
    span = range(name.start, name.stop)
    if not any(at in taken for at in span):
        taken.update(dict.fromkeys(span, name))


def _with_dot(scene: Scene) -> Iterator[Name]:
    """Names with a middle dot: 弗拉基米尔·诺罗夫."""
    heads = {at for head in scene.heads for at in range(head.start, head.stop)}
    actors = {at for m in scene.matches if kind_of(m) is not UnitKind.PERSON for at in range(m.start, m.stop)}
    for sentence in scene.sentences:
        for found in _dotted().finditer(scene.text, sentence.start, sentence.stop):
            start, stop = found.span()
            first = found.group().index("·") + start if "·" in found.group() else stop
            while start < first and (start in heads or start in actors):
                start += 1
            stop = start + _cut(scene.text[start : stop + 2], stop - start)
            if start < first < stop - 1:
                yield Name(start, stop, scene.text[start:stop], "", "rule:middle_dot")


def _cut(text: str, size: int) -> int:
    """Where a run of letters ends: before a word of two characters that may follow a name, or a head of a title."""
    for at in range(2, size):
        follows = words.starts("after_names").match(text, at)
        head = words.head_pattern().match(text, at)
        if (follows and follows.end() - at > 1) or (head and head.end() <= len(text) and len(head.group()) > 1):
            return at
    return size


def _of_tables(scene: Scene) -> Iterator[Name]:
    for match in scene.matches:
        if kind_of(match) is UnitKind.PERSON:
            yield Name(match.start, match.stop, match.text, match.entity, "gazetteer")


def _after(scene: Scene, head: Head, taken: dict[int, Name]) -> Iterator[Name]:
    """Names right after a title, and in a row after it: 副秘书长甲、乙."""
    start = head.stop + (1 if scene.text[head.stop : head.stop + 1] == " " else 0)
    for _ in range(_ROW):
        name = taken.get(start) or _name_at(scene, start, beside=head)
        if name is None or name.start != start:
            return
        yield name
        if "many" not in head.traits or scene.text[name.stop : name.stop + 1] not in {"、", "和"}:
            return
        start = name.stop + 1


_ROW = 12
"""Names that one title may stand before."""


def _name_at(scene: Scene, start: int, beside: Head) -> Name | None:
    """The likeliest name that begins at a place beside a title."""
    text = scene.text
    sizes = [n for n in range(2, _LONGEST) if start + n <= len(text)]
    if not sizes or start in scene.cover:
        return None
    best = max(sizes, key=lambda n: (_worth(scene, start, n, beside), n))
    if _worth(scene, start, best, beside) < _ENOUGH:
        return None
    return Name(start, start + best, text[start : start + best], "", "rule:name_after_title")


_ENOUGH = 3.0


def _worth(scene: Scene, start: int, size: int, beside: Head) -> float:
    """How good a name these characters make: what they are, and what follows them."""
    text = scene.text
    name, letters = text[start : start + size], words.characters("transliteration")
    if _MARK.search(name) and re.search(r"[^\u4e00-\u9fff]", name):
        return -9
    if any(at in scene.cover and kind_of(scene.cover[at]) is not UnitKind.PERSON for at in range(start, start + size)):
        return -9
    follows = words.starts("after_names").match(text, start + size)
    head = words.head_pattern().match(text, start + size)
    value = 0.0
    if _MARK.match(text, start + size):
        value += 2.5
    elif follows or (head and len(head.group()) > 1) or start + size in scene.cover:
        value += 2.0 + (0.5 if follows and follows.end() - follows.start() > 1 else 0)
    foreign = all(letter in letters for letter in name)
    if foreign and size >= 3:
        run = next((n for n in range(size, _LONGEST + 6) if text[start + n : start + n + 1] not in letters), size)
        value += 2.0 if run == size or follows else 0.0
    elif _is_chinese(name):
        value += 1.5
    elif foreign:
        value += 1.0
    else:
        value -= 0.6 if "state" in beside.traits and size <= 5 else 2.0
    value += min(1.0, 0.5 * (_counts(scene)[name] if size > 1 else 0)) if text.count(name) > 1 else 0
    return value - _broken(text, start, size)


def _counts(scene: Scene) -> Counter[str]:
    return _Count(scene.text)


class _Count(Counter[str]):
    """How often strings stand in a text, counted when asked."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def __missing__(self, key: str) -> int:
        return self._text.count(key)


def _is_chinese(name: str) -> bool:
    single, double = words.surnames()
    return (name[:2] in double and len(name) in (3, 4)) or (name[0] in single and len(name) in (2, 3))


def _broken(text: str, start: int, size: int) -> float:
    """How much speaks against a name: words within it that follow names."""
    loss = 0.0
    for at in range(start + 1, start + size):
        follows = words.starts("after_names").match(text, at)
        if follows and (follows.end() - at > 1 or text[at] not in words.characters("transliteration")):
            loss += 2.0 if at > start + 1 else 1.0
    return loss


_BARE = frozenset({"state", "body", "cn"})


def _before(scene: Scene, head: Head, taken: dict[int, Name]) -> Iterator[Name]:
    """Names right before a title: 张明秘书长; a Chinese one, or a foreign one at the beginning of its clause."""
    if head.start in scene.cover and scene.cover[head.start].start < head.start:
        return
    if head.text not in _AFTER_NAME:
        return
    text, letters = scene.text, words.characters("transliteration")
    for size in (3, 2, *range(4, _LONGEST)):
        start = head.start - size
        name = text[max(0, start) : head.start]
        if start < 0 or any(at in taken or at in scene.cover for at in range(start, head.start)):
            return
        fits = _is_chinese(name) if size < 4 else all(letter in letters for letter in name)
        fits = fits or (size == 3 and all(letter in letters for letter in name))
        clear = (
            start == 0
            or _MARK.match(text[start - 1])
            or words.starts("before_names").search(text, max(0, start - 2), start)
        )
        if fits and clear and not _broken(text, start, size) and not _MARK.search(name[:-1] + "一"):
            yield Name(start, head.start, name, "", "rule:name_before_title")
            return


_AFTER_NAME = frozenset(
    "秘书长 副秘书长 部长 副部长 外长 副外长 主席 副主席 总统 总理 副总理 首相 大使 主任 副主任 司长 局长 会长 副会长 校长 院长 "
    "市长 省长 州长 议长 委员长 总干事 执行主任 总裁 行长 董事长 代办 参赞 公使 国务委员 教授 院士 书记 总书记 检察长 国王 "
    "特别代表 特使 常驻代表 总领事 国务卿 防长 理事长 馆长 社长 台长 团长 国家主席".split()
)
"""Titles that stand after a name."""


def parts_of(name: str) -> tuple[str, ...]:
    """Pieces of a name by which it is named again: the whole, and of a name with dots the last and the first part."""
    pieces = [piece for piece in re.split(r"[·.]", name) if piece]
    if len(pieces) == 1:
        return (name,)
    return tuple(dict.fromkeys([name, *(piece for piece in (pieces[-1], pieces[0]) if len(piece) > _SHORT)]))


_SHORT = 1


def _again(scene: Scene, names: set[Name]) -> Iterator[Name]:
    """Other places where the letters of a name found, or of its family name, stand."""
    wanted = sorted({part for name in names for part in parts_of(name.text)}, key=lambda part: (-len(part), part))
    if not wanted:
        return
    inside = [(s.start, s.stop) for s in scene.sentences]
    pattern = re.compile("|".join(map(re.escape, wanted)))
    letters = words.characters("transliteration")
    for start, stop in inside:
        for found in pattern.finditer(scene.text, start, stop):
            span = range(found.start(), found.end())
            other = [scene.cover[at] for at in span if at in scene.cover]
            if any(kind_of(m) is not UnitKind.PERSON for m in other):
                continue
            before, after = scene.text[found.start() - 1 : found.start()], scene.text[found.end() : found.end() + 1]
            short = len(found.group()) == 2 and not _is_chinese(found.group())
            if (
                short
                and (before in letters or after in letters)
                and not words.starts("after_names").match(scene.text, found.end())
            ):
                continue
            yield Name(found.start(), found.end(), found.group(), "", "rule:named_before")
