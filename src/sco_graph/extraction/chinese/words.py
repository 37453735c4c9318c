"""Word lists of the Chinese lexicon, as the rules ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..lexicon import rows


@cache
def listed(name: str) -> tuple[str, ...]:
    """Words of a table that holds nothing but words, the longest first."""
    found = {word for (line,) in rows("zh", name, 1) for word in line.split()}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def characters(name: str) -> frozenset[str]:
    """Single characters of a table of characters."""
    return frozenset(letter for (line,) in rows("zh", name, 1) for letter in line if letter != " ")


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Family names of one character, and of two."""
    words = [word for (line,) in rows("zh", "surnames", 1) for word in line.split()]
    single = frozenset(letter for word in words if len(word) > 2 for letter in word)
    return single, frozenset(word for word in words if len(word) == 2)


@cache
def starts(name: str) -> re.Pattern[str]:
    """Any word of a table at a place, the longest first."""
    return re.compile("|".join(map(re.escape, listed(name))))


@cache
def _ends() -> re.Pattern[str]:
    guards = sorted(listed("inside_names"), key=lambda word: (-len(word), word))
    ends = listed("before_names")
    return re.compile(f"(?P<inside>{'|'.join(guards)})|(?P<end>{'|'.join(ends)})")


def ends(text: str) -> Iterator[re.Match[str]]:
    """Words at which a title or the name of a body that is read backwards ends, but those within longer words.

    >>> [found.group() for found in ends("在对话中")]
    ['在']
    """
    return (found for found in _ends().finditer(text) if found["end"])


@cache
def heads() -> dict[str, frozenset[str]]:
    """Heads of titles with their traits; a guard has the trait ``-``."""
    return {head: frozenset(traits.split(",")) - {""} for head, traits in rows("zh", "posts", 2)}


@cache
def head_pattern() -> re.Pattern[str]:
    """Any head of a title or guard, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(heads(), key=lambda head: (-len(head), head)))))


@cache
def short_states() -> dict[str, str]:
    """Short forms of states of one character, to ISO codes."""
    return {short: code for short, code in rows("zh", "states", 2)}  # noqa: C416 - rows are tuples of any length
