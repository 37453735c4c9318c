"""Phrases of the Chinese lexicon, found in folded text by characters.

A pattern is a regular expression of few signs: ``(a|b)`` is either, ``(a)?`` may be absent, ``..`` stands for up to
eight characters of any kind but marks, ``..20`` for up to twenty. A cell may hold several patterns with ``;`` between.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Generic, TypeVar

T = TypeVar("T")

_GAP = re.compile(r"\.\.(\d*)")
_GROUP = re.compile(r"\((?!\?)")


def compiled(pattern: str) -> str:
    """The regular expression of a pattern.

    >>> compiled("就..(交换)?意见")
    '就[^，。；！？：“”\\\\n]{0,8}?(?:交换)?意见'
    """
    gapped = _GAP.sub(lambda gap: rf"[^，。；！？：“”\n]{{0,{gap[1] or 8}}}?", pattern.strip())
    return _GROUP.sub("(?:", gapped)


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase found: characters, the pattern, and what the lexicon says of it."""

    start: int
    stop: int
    pattern: str
    value: T


def needed(pattern: str) -> tuple[str, ...]:
    """Characters of which every match of a pattern has one run; nothing where the pattern does not tell.

    >>> needed("就..(交换)?意见"), needed("(会见|接见了)(?!室)"), needed("毒品(问题)?|禁毒"), needed("(会)?见?")
    (('意见',), ('会见', '接见了'), ('毒品', '禁毒'), ())
    """
    choices = [_needed_in_turn(part) for part in _either(pattern.strip())]
    return tuple(dict.fromkeys(word for words in choices for word in words)) if all(choices) else ()


def _either(pattern: str) -> list[str]:
    """A pattern parted at the signs for "or" that stand in no group."""
    parts = [""]
    for piece in _PIECE.findall(pattern):
        if piece == "|":
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _needed_in_turn(pattern: str) -> tuple[str, ...]:
    """Of the runs of characters and the groups that a pattern has one after another, the one that is rarest."""
    pieces = [*_PIECE.findall(pattern), ""]
    run, found = "", list[tuple[str, ...]]()
    for piece, following in pairwise(pieces):
        optional = following[:1] in _OPTIONAL
        if _LETTER.fullmatch(piece) and not optional:
            run += piece
            continue
        found.append((run,) if run else ())
        run = ""
        if piece.startswith("(") and not piece.startswith("(?") and not optional:
            found.append(needed(piece[1:-1]))
    found.append((run,) if run else ())
    return max(filter(None, found), key=lambda words: (min(map(len, words)), -len(words)), default=())


_PIECE = re.compile(r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[[^]]*\]|\{[^}]*\}|\\.|\.\.\d*|.", re.DOTALL)
"""What counts as one: a group, which may hold others, a set of characters, a count, an escaped character, a gap."""
_LETTER = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")
_OPTIONAL = frozenset("?*{")


_Entry = tuple[str, tuple[str, ...], T]
"""A pattern, what it needs, and its value."""


class Phrases(Generic[T]):
    """Patterns with their values, each compiled once, when a text first has what it needs."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._entries: list[_Entry[T]] = [
            (variant.strip(), needed(variant), value) for pattern, value in entries for variant in pattern.split(";")
        ]
        self._last: tuple[str, list[_Entry[T]]] = "", self._within("")

    def all(self, text: str, start: int = 0, stop: int | None = None) -> Iterator[Found[T]]:
        """Every match within ``[start, stop)``, overlapping ones too, in no order."""
        end = len(text) if stop is None else stop
        for pattern, words, value in self._possible(text):
            if not words or any(text.find(word, start, end) >= 0 for word in words):
                for found in _expression(pattern).finditer(text, start, end):
                    yield Found(found.start(), found.end(), pattern, value)

    def _possible(self, text: str) -> list[_Entry[T]]:
        """Patterns that the text has the characters for; those of the text that was asked for last are remembered."""
        last, entries = self._last
        if last is not text:
            entries = self._within(text)
            self._last = text, entries
        return entries

    def _within(self, text: str) -> list[_Entry[T]]:
        return [entry for entry in self._entries if not entry[1] or any(word in text for word in entry[1])]

    def longest(
        self, text: str, start: int = 0, stop: int | None = None, bars: Callable[[Found[T]], bool] | None = None
    ) -> tuple[Found[T], ...]:
        """Matches that do not overlap: the longest at each place, then on from its end; the earlier row of equals.

        None counts that ``bars`` rules out.
        """
        chosen: list[Found[T]] = []
        taken = start
        for found in sorted(self.all(text, start, stop), key=lambda item: (item.start, -item.stop)):
            if bars is not None and bars(found):
                continue
            if found.start >= taken and found.stop > found.start:
                chosen.append(found)
                taken = found.stop
        return tuple(chosen)


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(compiled(pattern))
