"""Phrases of the lexicon, found in tokens by lemma.

A pattern is words with spaces between. A word matches a token by its lemma or by
its form in lower case; ``a|b`` is either, ``терроризм*`` any word that so begins,
``(word)`` may be absent, ``..`` stands for up to three tokens of any kind within
the sentence, ``..6`` for up to six; ``word/gent`` asks for a case. A cell may hold
several patterns with ``;`` between.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Generic, TypeVar

from .reading import Token

T = TypeVar("T")

_GAP = re.compile(r"\.\.(\d*)")
_PREFIX = 4
"""How many letters of a word the index of the lexicon keeps."""


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """The word as the lexicon spells it: lower case, "ё" written as "е".

    >>> spelling("Учёт")
    'учет'
    """
    return word.lower().replace("ё", "е")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a pattern: the lemmas or beginnings that it takes, and whether it may be absent."""

    forms: frozenset[str]
    prefixes: tuple[str, ...]
    case: str
    optional: bool
    gap: int = 0

    def takes(self, token: Token) -> bool:
        """Whether this token is such a word."""
        if self.case and token.case and token.case != self.case:
            return False
        lemma, form = spelling(token.lemma), spelling(token.text)
        if lemma in self.forms or form in self.forms:
            return True
        return bool(self.prefixes) and (lemma.startswith(self.prefixes) or form.startswith(self.prefixes))


@cache
def compiled(pattern: str) -> tuple[Word, ...]:
    """The words of a pattern.

    >>> [sorted(word.forms) for word in compiled("(активный) борьба с")]
    [['активный'], ['борьба'], ['с']]
    """
    return tuple(_word(part) for part in spelling(pattern).split())


def _word(part: str) -> Word:
    gap = _GAP.fullmatch(part)
    if gap:
        return Word(frozenset(), (), "", True, int(gap[1] or 3))
    optional = part.startswith("(") and part.endswith(")")
    body, _, case = part.strip("()").partition("/")
    choices = body.split("|")
    return Word(
        frozenset(choice for choice in choices if not choice.endswith("*")),
        tuple(choice[:-1] for choice in choices if choice.endswith("*")),
        case,
        optional,
    )


def match(words: Sequence[Word], tokens: Sequence[Token], at: int, stop: int) -> int | None:
    """End (exclusive) of the match of a pattern that begins at token ``at``, before ``stop``; None without one."""
    if not words:
        return at
    word, rest = words[0], words[1:]
    if word.gap:
        ends = (match(rest, tokens, at + skipped, stop) for skipped in range(word.gap + 1) if at + skipped <= stop)
        return next((end for end in ends if end is not None), None)
    if at < stop and word.takes(tokens[at]):
        end = match(rest, tokens, at + 1, stop)
        if end is not None:
            return end
    return match(rest, tokens, at, stop) if word.optional else None


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase found: half-open range of tokens, the pattern, and what the lexicon says of it."""

    first: int
    last: int
    pattern: str
    value: T


class Phrases(Generic[T]):
    """Patterns with their values, indexed by the beginning of their first word."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._index: dict[str, list[tuple[str, tuple[Word, ...], T]]] = defaultdict(list)
        for pattern, value in entries:
            for variant in pattern.split(";"):
                words = compiled(variant)
                for key in _keys(words):
                    self._index[key].append((variant.strip(), words, value))

    def all(self, tokens: Sequence[Token], first: int, last: int) -> Iterator[Found[T]]:
        """Every match within the tokens ``[first, last)``, overlapping ones too, in order of place."""
        for at in range(first, last):
            token = tokens[at]
            keys = {spelling(token.lemma)[:_PREFIX], spelling(token.text)[:_PREFIX]}
            short = {key[:length] for key in keys for length in range(1, len(key))}
            for key in sorted(keys | {f"{prefix}*" for prefix in short | keys}):
                for pattern, words, value in self._index.get(key, ()):
                    end = match(words, tokens, at, last)
                    if end is not None and end > at:
                        yield Found(at, end, pattern, value)

    def longest(self, tokens: Sequence[Token], first: int, last: int) -> tuple[Found[T], ...]:
        """Matches that do not overlap: the longest at each place, then on from its end."""
        taken = first
        chosen: list[Found[T]] = []
        for at, group in _by_place(self.all(tokens, first, last)):
            if at < taken:
                continue
            best = max(group, key=lambda found: found.last)
            chosen.append(best)
            taken = best.last
        return tuple(chosen)


def _keys(words: Sequence[Word]) -> set[str]:
    """Index keys of a pattern: beginnings of each word that can come first."""
    keys: set[str] = set()
    for word in words:
        keys |= {form[:_PREFIX] for form in word.forms}
        keys |= {f"{prefix[:_PREFIX]}*" for prefix in word.prefixes}
        if not word.optional:
            break
    return keys


def _by_place(found: Iterable[Found[T]]) -> Iterator[tuple[int, list[Found[T]]]]:
    groups: dict[int, list[Found[T]]] = defaultdict(list)
    for item in found:
        groups[item.first].append(item)
    yield from sorted(groups.items())
