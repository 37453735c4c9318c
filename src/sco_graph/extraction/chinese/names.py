"""Persons' names in a Chinese text: those of the tables, those with a middle dot, and those beside a title.

How far a name goes is decided by what may stand in it (a family name with one or two characters more; characters
that write foreign sounds) and by the words that may follow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...authority.names import parts_of_han as parts_of
from ..units import UnitKind, kind_of
from . import words
from .likeness import LONGEST, MARK, ON_DAY, broken, is_chinese, joins, worth
from .scene import Head, Scene

_FOREIGN = re.compile(r"[^\u4e00-\u9fff]")
_COURTESY = re.compile(r"\s?(?:先生|女士|阁下|博士|同志)?\s?")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name at ``[start, stop)``; ``key`` if the tables have it as it stands, ``method`` what found it."""

    start: int
    stop: int
    text: str
    key: str
    method: str


def find(scene: Scene) -> tuple[Name, ...]:
    """Names in order of place, none over another; each is found again wherever its letters stand."""
    taken: dict[int, Name] = {}
    for name in (*_with_dot(scene), *_of_tables(scene)):
        _take(taken, name)
    for head in scene.heads:
        if head.start - 1 not in taken or taken[head.start - 1].stop != head.start:  # 习近平主席 is not called again
            for name in _after(scene, head, taken):
                _take(taken, name)
    for step in (_beside_talks, _repeated, _titled, _addressed, _repeated):
        for name in step(scene, taken):
            _take(taken, name)
    for name in set(taken.values()):
        _hyphened(scene, taken, name)
    return tuple(sorted(set(taken.values()), key=lambda name: name.start))


def _hyphened(scene: Scene, taken: dict[int, Name], name: Name) -> None:
    """Take a foreign name with what a dash joins to it: 艾哈迈迪—内贾德."""
    text, letters = scene.text, words.characters("transliteration")
    if text[name.stop : name.stop + 1] not in {"—", "-"} or not all(letter in letters for letter in name.text):
        return
    stop = _until(scene, name.stop + 1, min(len(text), name.stop + 1 + _PIECE))
    rest = text[name.stop + 1 : stop]
    if len(rest) > 1 and all(letter in letters for letter in rest) and name.stop + 1 not in taken:
        whole = Name(name.start, stop, text[name.start : stop], name.key, name.method)
        taken.update(dict.fromkeys(range(whole.start, whole.stop), whole))


def _repeated(scene: Scene, taken: dict[int, Name]) -> Iterator[Name]:
    """Names found, wherever else their letters stand."""
    return _again(scene, set(taken.values()))


def _titled(scene: Scene, taken: dict[int, Name]) -> Iterator[Name]:
    """Names right before titles."""
    for head in scene.heads:
        yield from _before(scene, head, taken)


def _take(taken: dict[int, Name], name: Name) -> None:
    span = range(name.start, name.stop)
    if not any(at in taken for at in span):
        taken.update(dict.fromkeys(span, name))


def _with_dot(scene: Scene) -> Iterator[Name]:
    """Names with a middle dot: 弗拉基米尔·诺罗夫."""
    bounds = {head.stop for head in scene.heads} | {m.stop for m in scene.matches if kind_of(m) is not UnitKind.PERSON}
    for sentence in scene.sentences:
        at = sentence.start
        for dot in _DOT.finditer(scene.text, sentence.start, sentence.stop):
            if dot.start() < at:
                continue
            start = _from(scene, dot.start(), max(at, sentence.start), bounds)
            stop = _until(scene, dot.end(), sentence.stop)
            while scene.text[stop : stop + 1] == "·" and stop + 1 < sentence.stop:
                stop = _until(scene, stop + 1, sentence.stop)
            if start < dot.start() and stop > dot.end():
                at = stop
                yield Name(start, stop, scene.text[start:stop], "", "rule:middle_dot")


_DOT = re.compile(r"(?<=[\u4e00-\u9fffA-Z])·(?=[\u4e00-\u9fff])")
_PIECE = 8
"""Characters of the longest piece of a name with dots."""


def _from(scene: Scene, dot: int, floor: int, bounds: set[int]) -> int:
    """Where the piece before a dot begins: after a title, a state, a mark, or a word that stands before names."""
    text, letters = scene.text, words.characters("transliteration")
    start = dot
    while start > max(floor, dot - _PIECE) and not MARK.match(text[start - 1]) and start not in bounds:
        foreign = text[start - 1] in letters
        if not foreign and (start < dot or _ends_word(text, start)):
            break
        start -= 1
    return start if start < dot else dot - (1 if re.match("[A-Z]", text[dot - 1]) else 0)


def _until(scene: Scene, start: int, limit: int) -> int:
    """Where the piece after a dot ends: before a mark, a word that follows names, or the head of a title."""
    text, letters = scene.text, words.characters("transliteration")
    stop = start
    while stop < min(limit, start + _PIECE) and not MARK.match(text[stop]):
        follows = words.starts("after_names").match(text, stop)
        long = follows is not None and (follows.end() - stop > 1 or text[stop] not in letters)
        long = long or ON_DAY.match(text, stop) is not None
        head = words.head_pattern().match(text, stop)
        if stop > start and (long or (head and len(head.group()) > 1)):
            break
        if text[stop] not in letters and stop > start + 1 and not _ends_after(text, stop + 1):
            break
        stop += 1
    return stop


def _ends_after(text: str, stop: int) -> bool:
    """Whether a name may end here: a mark, a word that follows names, or the head of a title comes next."""
    head = words.head_pattern().match(text, stop)
    return bool(MARK.match(text, stop) or words.starts("after_names").match(text, stop) or head)


def _ends_word(text: str, stop: int) -> bool:
    """Whether a word that stands before names ends here."""
    return any(text.endswith(word, 0, stop) for word in words.listed("before_names"))


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
        many = "many" in head.traits or _of_many(scene, head)
        if not many or scene.text[name.stop : name.stop + 1] not in {"、", "和"}:
            return
        start = name.stop + 1


def _of_many(scene: Scene, head: Head) -> bool:
    """Whether a title is that of people of several states: 两国总理, 甲国和乙国总理."""
    state = scene.cover.get(head.start - 1)
    row = state is not None and kind_of(state) is UnitKind.STATE and scene.text[state.start - 1] in "、和与"
    return row or bool(
        re.search(r"(?:[二两三四五六七八九十]|\d)国的?$", scene.text[max(0, head.start - 4) : head.start])
    )


_ROW = 12
"""Names that one title may stand before."""


_ADDRESS = re.compile(
    r"致电|致函|致信|(?:任命|委任|聘任|推举|提名)(?=[^，。]{2,12}(?:为|担任|出任))|(?:会见|同|与|和|向)(?=[^，。]{2,8}(?:致贺电|致唁电|致慰问电|致电))"
)


def _addressed(scene: Scene, taken: dict[int, Name]) -> Iterator[Name]:
    """Names right after a verb of sending: 致电拜登."""
    head = Head(0, 0, "", frozenset())
    for sentence in scene.sentences:
        for found in _ADDRESS.finditer(scene.text, sentence.start, sentence.stop):
            if found.end() not in taken:
                name = _name_at(scene, found.end(), head)
                if name is not None:
                    yield name


_PRESENT = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,3}(?:、[\u4e00-\u9fff]{2,3})*(?:和[\u4e00-\u9fff]{2,3})?)(?:等)?"
    r"(?:一同|也)?(?:参加|出席|陪同|陪)(?:了)?(?:上述|有关|以上|相关)?(?:会见|会谈|会晤|座谈|活动|访问|会议|峰会|论坛)"
)


def _beside_talks(scene: Scene, taken: dict[int, Name]) -> Iterator[Name]:
    """Names without a title at the beginning of a sentence that says who was there: 甲、乙参加会见."""
    for sentence in scene.sentences:
        found = _PRESENT.match(scene.text, sentence.start)
        names = list(re.finditer(r"[^、和]+", found["names"])) if found else []
        if found and all(is_chinese(name.group()) for name in names):
            for name in names:
                start, stop = sentence.start + name.start(), sentence.start + name.end()
                if start not in taken and start not in scene.cover:
                    yield Name(start, stop, name.group(), "", "rule:beside_talks")


def _name_at(scene: Scene, start: int, beside: Head) -> Name | None:
    """The likeliest name that begins at a place beside a title."""
    text = scene.text
    sizes = [n for n in range(2, LONGEST) if start + n <= len(text)]
    begun = words.starts("after_names").match(text, start)
    covered = scene.cover.get(start)
    if (
        not sizes
        or joins(text, start)
        or words.starts("no_names").match(text, start)
        or (covered is not None and covered.start <= start)
        or (begun and begun.end() - start > 1)
    ):
        return None
    best = max(sizes, key=lambda n: (worth(scene, start, n, beside), n))
    if worth(scene, start, best, beside) < _ENOUGH:
        return None
    return Name(start, start + best, text[start : start + best], "", "rule:name_after_title")


_ENOUGH = 3.0


def _before(scene: Scene, head: Head, taken: dict[int, Name]) -> Iterator[Name]:
    """Names right before a title: 张明秘书长; a Chinese one, or a foreign one at the beginning of its clause."""
    if head.start in scene.cover and scene.cover[head.start].start < head.start:
        return
    if head.text not in words.listed("titles_after_names"):
        return
    text, letters = scene.text, words.characters("transliteration")
    for size in (3, 2, *range(4, LONGEST)):
        start = head.start - size
        name = text[max(0, start) : head.start]
        guard = words.head_pattern().match(text, max(0, start))
        if guard and guard.end() > start + 1:
            continue  # 成员国大使: a word of its own
        if start < 0 or any(at in taken or at in scene.cover for at in range(start, head.start)):
            return
        if words.starts("no_names").match(name):
            continue
        fits = is_chinese(name) if size < 4 else all(letter in letters for letter in name)
        fits = fits or (size < 4 and all(letter in letters for letter in name))
        clear = start == 0 or MARK.match(text[start - 1]) or text[start - 1] in "和及与" or _ends_word(text, start)
        clear = clear or (start - 1 in scene.cover and scene.cover[start - 1].stop == start and size > _WHOLE_NAME)
        if fits and clear and not broken(text, start, size) and not _FOREIGN.search(name):
            yield Name(start, head.start, name, "", "rule:name_before_title")
            return


_WHOLE_NAME = 3
"""Characters that a foreign name right after that of a state has more than."""


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
            short = len(found.group()) == 2 and not is_chinese(found.group())
            if (
                short
                and (before in letters or after in letters)
                and not words.starts("after_names").match(scene.text, found.end())
            ):
                continue
            yield Name(found.start(), found.end(), found.group(), "", "rule:named_before")
