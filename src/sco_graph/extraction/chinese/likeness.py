"""How good a person's name some characters of a Chinese text make: what they are, and what stands around them."""

from __future__ import annotations

import re

from ..units import UnitKind, kind_of
from . import words
from .scene import Head, Scene

MARK = re.compile(r"$|[\s，。；：！？、（）“”《》—·\-0-9A-Za-z()\[\]【】…]")
"""What stands around a name."""
LONGEST = 9
"""Characters that a name without dots has at most, and one more."""
_BARE = frozenset({"state", "body", "cn"})
_JOINTS = frozenset("和与及兼暨")
"""Characters that join, and begin no name after a title."""


def joins(text: str, start: int) -> bool:
    """Whether a character only joins the title before it to the next: 参议长和众议长."""
    return text[start : start + 1] in _JOINTS


def worth(scene: Scene, start: int, size: int, beside: Head) -> float:
    """How good a name these characters make: what they are, and what follows them."""
    text = scene.text
    name, letters = text[start : start + size], words.characters("transliteration")
    if MARK.search(name) and re.search(r"[^\u4e00-\u9fff]", name):
        return -9
    if any(_breaks(scene, at, start, size) for at in range(start, start + size)):
        return -9
    follows = words.starts("after_names").match(text, start + size)
    value = _before_what(scene, start + size, follows)
    foreign = all(letter in letters for letter in name)
    if foreign and size >= 3:
        run = next((n for n in range(size, LONGEST + 6) if text[start + n : start + n + 1] not in letters), size)
        alone = run == size and size > _WHOLE and bool(beside.text)  # a whole run after a title, whatever follows
        value += 3.0 if alone and not follows else 2.0 if run == size or follows else 0.0
    elif is_chinese(name):
        value += 1.5
    elif foreign:
        value += 1.0
    elif size == 4 and name[0] in words.surnames()[0]:
        value += 0.8
    elif size in {3, 4} and "日本" in text[max(0, start - _NEAR) : start]:
        value += 1.2
    else:
        value -= (0.4 if size <= 3 else 0.6) if "state" in beside.traits and size <= 5 else 2.0
    value += min(1.0, 0.5 * (scene.often[name] if size > 1 else 0)) if scene.often[name] > 1 else 0
    firm = size == _SHORTEST and beside.traits & _BARE and is_chinese(name)  # 国家副主席韩正: 正 may follow a name
    return value - broken(text, start, size) * (0.4 if firm else 1.0)


def _before_what(scene: Scene, stop: int, follows: re.Match[str] | None) -> float:
    """How well what stands at a place follows a name: a mark, a word that does, a title, a name of the tables."""
    head = words.head_pattern().match(scene.text, stop)
    if MARK.match(scene.text, stop):
        return 2.5
    if follows and _no_joint(scene.text, follows) and follows.end() not in scene.cover:
        return -1.0
    if follows or (head and len(head.group()) > 1) or stop in scene.cover:
        return 2.0 + (0.5 if follows and follows.end() - follows.start() > 1 else 0)
    return 0.0


_WHOLE = 3
"""Characters of which a whole run is likely a name."""
_SHORTEST = 2
"""Characters of the shortest Chinese name."""


def _breaks(scene: Scene, at: int, start: int, size: int) -> bool:
    """Whether a name of the tables forbids a person's name here; 沙特 within 赞登沙特尔 does not."""
    match = scene.cover.get(at)
    if match is None or kind_of(match) is UnitKind.PERSON:
        return False
    letters = words.characters("transliteration")
    within = start < match.start and match.stop <= start + size and len(match.text) <= _SHORT_STATE
    return not (within and all(letter in letters for letter in scene.text[start : start + size]))


_SHORT_STATE = 2
"""Characters of names of states that by chance stand within longer names."""


def is_chinese(name: str) -> bool:
    single, double = words.surnames()
    return (name[:2] in double and len(name) in (3, 4)) or (name[0] in single and len(name) in (2, 3))


_NEAR = 16
"""Characters before a name within which its title names a state."""


def _no_joint(text: str, follows: re.Match[str]) -> bool:
    """Whether a character that may join names is the last of one: 夏小和分别致辞."""
    after = words.starts("after_names").match(text, follows.end())
    return follows.group() in {"和", "与", "同"} and after is not None and len(after.group()) > 1


def _of_given_name(text: str, at: int, size: int) -> bool:
    """Whether a character is the last of a name of three, though alone it is a word: 王建新出席."""
    after = words.starts("after_names").match(text, at + 1)
    return size == _WHOLE and text[at] in _GIVEN and after is not None and len(after.group()) > 1


_GIVEN = frozenset("新文进正发能")


ON_DAY = re.compile(r"于(?=\d|当地|今[天日年]|本月|昨[天日]|同日|上周|近日|日前)")
"""A word before a day, though names have it too: 诺罗夫于5月3日."""


def broken(text: str, start: int, size: int) -> float:
    """How much speaks against a name: words within it that follow names."""
    loss = 3.0 if ON_DAY.match(text, start + size - 1) else 0.0
    for at in range(start + 1, start + size):
        follows = words.starts("after_names").match(text, at)
        if follows and at == start + size - 1 and (_no_joint(text, follows) or _of_given_name(text, at, size)):
            continue
        if follows and (follows.end() - at > 1 or text[at] not in words.characters("transliteration")):
            loss += 2.0 if at > start + 1 else 1.0
    return loss
