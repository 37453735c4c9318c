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
_REMEMBERED = 20_000
"""Word forms whose patterns are remembered, for each table of the lexicon."""


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
        return self.is_spelt(spelling(token.lemma), spelling(token.text))

    def is_spelt(self, lemma: str, form: str) -> bool:
        """Whether a word with this lemma and form, as the lexicon spells them, is such a word."""
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


def match(words: Sequence[Word], tokens: Sequence[Token], at: int, stop: int, done: int = 0) -> int | None:
    """End (exclusive) of the match of a pattern that begins at token ``at``, before ``stop``; None without one.

    The first ``done`` words of the pattern are matched already.
    """
    for number in range(done, len(words)):
        word = words[number]
        if word.gap:
            return _after_gap(words, tokens, at, stop, number)
        if at < stop and word.takes(tokens[at]):
            if word.optional:
                end = match(words, tokens, at + 1, stop, number + 1)
                if end is not None:
                    return end
            else:
                at += 1
        elif not word.optional:
            if not number or not _after_particle(word, tokens, at, stop):
                return None
            at += 2
    return at


_PARTICLES = frozenset({"и", "также", "тоже", "же", "ещё", "еще", "вновь", "снова"})
"""Words that may stand within any phrase ("высказался и за")."""


def _after_particle(word: Word, tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a particle stands here, and the word wanted right behind it."""
    return at + 1 < stop and tokens[at].text in _PARTICLES and word.takes(tokens[at + 1])


def _after_gap(words: Sequence[Word], tokens: Sequence[Token], at: int, stop: int, gap: int) -> int | None:
    for start in range(at, min(at + words[gap].gap, stop) + 1):
        end = match(words, tokens, start, stop, gap + 1)
        if end is not None:
            return end
    return None


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase found: half-open range of tokens, the pattern, and what the lexicon says of it."""

    first: int
    last: int
    pattern: str
    value: T


_Entry = tuple[str, tuple[Word, ...], T]
"""A pattern as it is written, its words, and its value."""


class Phrases(Generic[T]):
    """Patterns with their values, indexed by the beginning of their first word."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._index: dict[str, list[_Entry[T]]] = defaultdict(list)
        self._begun: dict[tuple[str, str], tuple[_Entry[T], ...]] = {}
        for pattern, value in entries:
            for variant in pattern.split(";"):
                words = compiled(variant)
                for key in _keys(words):
                    self._index[key].append((variant.strip(), words, value))

    def all(self, tokens: Sequence[Token], first: int, last: int) -> Iterator[Found[T]]:
        """Every match within the tokens ``[first, last)``, overlapping ones too, in order of place."""
        for at in range(first, last):
            begun = self._begun_by(tokens[at])
            if begun:
                yield from _matching(begun, tokens, at, last)

    def longest(self, tokens: Sequence[Token], first: int, last: int) -> tuple[Found[T], ...]:
        """Matches that do not overlap: the longest at each place, then on from its end."""
        chosen: list[Found[T]] = []
        at = first
        while at < last:
            begun = self._begun_by(tokens[at])
            best = (
                max(_matching(begun, tokens, at, last), key=lambda found: found.last, default=None) if begun else None
            )
            if best is not None:
                chosen.append(best)
            at = at + 1 if best is None else best.last
        return tuple(chosen)

    def _begun_by(self, token: Token) -> tuple[_Entry[T], ...]:
        """Patterns that such a token can begin, but for its case; looked up once for each word form."""
        key = token.lemma, token.text
        found = self._begun.get(key)
        if found is None:
            if len(self._begun) >= _REMEMBERED:
                self._begun.clear()
            found = self._begun[key] = tuple(self._looked_up(spelling(token.lemma), spelling(token.text)))
        return found

    def _looked_up(self, lemma: str, form: str) -> Iterator[_Entry[T]]:
        keys = {lemma[:_PREFIX], form[:_PREFIX]}
        short = {key[:length] for key in keys for length in range(1, len(key))}
        for key in sorted(keys | {f"{prefix}*" for prefix in short | keys}):
            for entry in self._index.get(key, ()):
                if _may_begin(entry[1], lemma, form):
                    yield entry


def _matching(entries: Iterable[_Entry[T]], tokens: Sequence[Token], at: int, last: int) -> Iterator[Found[T]]:
    """Of the patterns those that match from a token on."""
    for pattern, words, value in entries:
        end = match(words, tokens, at, last)
        if end is not None and end > at:
            yield Found(at, end, pattern, value)


def _may_begin(words: Sequence[Word], lemma: str, form: str) -> bool:
    """Whether a word so spelt can be the first of a match."""
    for word in words:
        if word.gap or word.is_spelt(lemma, form):
            return True
        if not word.optional:
            return False
    return False


def _keys(words: Sequence[Word]) -> set[str]:
    """Index keys of a pattern: beginnings of each word that can come first."""
    keys: set[str] = set()
    for word in words:
        keys |= {form[:_PREFIX] for form in word.forms}
        keys |= {f"{prefix[:_PREFIX]}*" for prefix in word.prefixes}
        if not word.optional:
            break
    return keys
