"""Phrases of the Chinese lexicon, found in folded text by characters.

A pattern is a regular expression of few signs: ``(a|b)`` is either, ``(a)?`` may be absent, ``..`` stands for up to
eight characters of any kind but marks, ``..20`` for up to twenty. A cell may hold several patterns with ``;`` between.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
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


class Phrases(Generic[T]):
    """Patterns with their values, each compiled once."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._entries = [
            (variant.strip(), re.compile(compiled(variant)), value)
            for pattern, value in entries
            for variant in pattern.split(";")
        ]

    def all(self, text: str, start: int = 0, stop: int | None = None) -> Iterator[Found[T]]:
        """Every match within ``[start, stop)``, overlapping ones too, in no order."""
        end = len(text) if stop is None else stop
        for pattern, expression, value in self._entries:
            for found in expression.finditer(text, start, end):
                yield Found(found.start(), found.end(), pattern, value)

    def longest(
        self, text: str, start: int = 0, stop: int | None = None, bars: Collection[int] = ()
    ) -> tuple[Found[T], ...]:
        """Matches that do not overlap: the longest at each place, then on from its end; the earlier row of equals.

        None goes over one of ``bars``, places within it.
        """
        chosen: list[Found[T]] = []
        taken = start
        for found in sorted(self.all(text, start, stop), key=lambda item: (item.start, -item.stop)):
            if any(found.start < bar < found.stop for bar in bars):
                continue
            if found.start >= taken and found.stop > found.start:
                chosen.append(found)
                taken = found.stop
        return tuple(chosen)
