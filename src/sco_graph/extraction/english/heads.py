"""Head words of posts found in the units of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ..lexicon import rows
from ..units import Unit, UnitKind


class Head(NamedTuple):
    """A head word of posts: its words, whether they are plural, and its traits."""

    size: int
    plural: bool
    traits: frozenset[str]


@cache
def _heads() -> dict[str, dict[tuple[str, ...], Head]]:
    """Heads by their first word."""
    found: dict[str, dict[tuple[str, ...], Head]] = {}
    for singular, plural, traits in rows("en", "posts", 3):
        for text, many in ((singular, False), (plural, True)):
            key = tuple(text.split())
            if text:
                found.setdefault(key[0], {}).setdefault(key, Head(len(key), many, frozenset(traits.split())))
    return found


def head_at(units: Sequence[Unit], at: int) -> Head | None:
    """The longest head of a post that begins at a unit; None without one."""
    unit = units[at]
    if unit.kind is not UnitKind.WORD:
        return None
    able = _heads().get(unit.text.lower())
    if able is None:
        return None
    fit = [
        head
        for key, head in able.items()
        if at + head.size <= len(units) and all(units[at + i].text.lower() == word for i, word in enumerate(key))
    ]
    fit = [head for head in fit if "short" not in head.traits or unit.text.rstrip("s").isupper()]
    return max(fit, key=lambda head: head.size, default=None)


def is_head_word(units: Sequence[Unit], at: int) -> bool:
    """Whether a unit is the head of a post written with a capital, or by its words can be nothing else."""
    return units[at].text[0].isupper() and head_at(units, at) is not None


def ends_title(units: Sequence[Unit], at: int) -> bool:
    """Whether the unit right before ``at`` is the head of a post."""
    return at > 0 and units[at - 1].kind is UnitKind.WORD and head_at(units, at - 1) is not None
