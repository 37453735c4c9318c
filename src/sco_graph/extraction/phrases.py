"""Phrases of the lexicon, found in tokens by lemma.

A pattern is words with spaces between. A word matches a token by its lemma or by
its form in lower case; ``a|b`` is either, ``терроризм*`` any word that so begins,
``(word)`` may be absent, ``..`` stands for up to three tokens of any kind within
the sentence, ``..6`` for up to six; ``word/gent`` asks for a case. A cell may hold
several patterns with ``;`` between.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Generic, NamedTuple, TypeVar

from ..light import dataclass
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

    def takes(self, text: _Text, at: int) -> bool:
        """Whether the token at a place of a text is such a word."""
        if self.case and (case := text.tokens[at].case) and case != self.case:
            return False
        return self.is_spelt(*text.spelt[at])

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


_Spelt = tuple[str, str]
"""Lemma and form of a token, as the lexicon spells them."""


class _Text(NamedTuple):
    """The tokens of a text, and how each is spelt."""

    tokens: Sequence[Token]
    spelt: list[_Spelt]


class _Last:
    """The text that was asked for last, for all tables: they are asked of one text in turn."""

    text = _Text((), [])


def _text(tokens: Sequence[Token]) -> _Text:
    text = _Last.text
    if text.tokens is tokens:
        return text
    text = _Text(tokens, [(spelling(token.lemma), spelling(token.text)) for token in tokens])
    if isinstance(tokens, tuple):  # a list may change
        _Last.text = text
    return text


def _match(words: Sequence[Word], text: _Text, at: int, stop: int, done: int = 0) -> int | None:
    """End (exclusive) of the match of a pattern that goes on at token ``at``, before ``stop``; None without one.

    The first ``done`` words of the pattern are matched already.
    """
    for number in range(done, len(words)):
        word = words[number]
        if word.gap:
            return _after_gap(words, text, at, stop, number)
        if at < stop and word.takes(text, at):
            if word.optional:
                end = _match(words, text, at + 1, stop, number + 1)
                if end is not None:
                    return end
            else:
                at += 1
        elif not word.optional:
            if not number or not _after_particle(word, text, at, stop):
                return None
            at += 2
    return at


_PARTICLES = frozenset({"и", "также", "тоже", "же", "ещё", "еще", "вновь", "снова"})
"""Words that may stand within any phrase ("высказался и за")."""


def _after_particle(word: Word, text: _Text, at: int, stop: int) -> bool:
    """Whether a particle stands here, and the word wanted right behind it."""
    return at + 1 < stop and text.tokens[at].text in _PARTICLES and word.takes(text, at + 1)


def _after_gap(words: Sequence[Word], text: _Text, at: int, stop: int, gap: int) -> int | None:
    for start in range(at, min(at + words[gap].gap, stop) + 1):
        end = _match(words, text, start, stop, gap + 1)
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


_Entry = tuple[str, tuple[Word, ...], T, int]
"""A pattern as it is written, its words, its value, and how many of the words the index has matched already."""

_Begun = tuple[_Text, list[int], list[tuple[_Entry[T], ...]]]
"""A text, where patterns may begin in it, in order of place, and which."""


class Phrases(Generic[T]):
    """Patterns with their values, indexed by the beginning of their first word."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._index: dict[str, list[_Entry[T]]] = defaultdict(list)
        self._known: dict[_Spelt, tuple[_Entry[T], ...]] = {}
        self._last: _Begun[T] = _Text((), []), [], []
        for pattern, value in entries:
            for variant in pattern.split(";"):
                words = compiled(variant)
                for key in _keys(words):
                    self._index[key].append((variant.strip(), words, value, _plain(words)))

    def all(self, tokens: Sequence[Token], first: int, last: int) -> Iterator[Found[T]]:
        """Every match within the tokens ``[first, last)``, overlapping ones too, in order of place."""
        text, places, begun = self._begun_in(tokens)
        for number in range(bisect_left(places, first), bisect_left(places, last)):
            at = places[number]
            for pattern, words, value, done in begun[number]:
                end = _match(words, text, at + done, last, done)
                if end is not None and end > at:
                    yield Found(at, end, pattern, value)

    def longest(self, tokens: Sequence[Token], first: int, last: int) -> tuple[Found[T], ...]:
        """Matches that do not overlap: the longest at each place, then on from its end."""
        chosen: list[Found[T]] = []
        text, places, begun = self._begun_in(tokens)
        free = first
        for number in range(bisect_left(places, first), bisect_left(places, last)):
            at = places[number]
            if at >= free and (found := _longest(begun[number], text, at, last)) is not None:
                chosen.append(found)
                free = found.last
        return tuple(chosen)

    def _begun_in(self, tokens: Sequence[Token]) -> _Begun[T]:
        """Where patterns may begin in the tokens of a text; of the text that was asked for last it is known."""
        if self._last[0].tokens is tokens:
            return self._last
        text = _text(tokens)
        known = list(map(self._known.get, text.spelt))
        if None in known:
            new = {s: self._looked_up(*s) for s, have in zip(text.spelt, known, strict=True) if have is None}
            known = [new[s] if have is None else have for s, have in zip(text.spelt, known, strict=True)]
            if len(self._known) + len(new) > _REMEMBERED:
                self._known = {}
            self._known.update(new)
        begun: _Begun[T] = text, [], []
        for at, entries in enumerate(known):
            if entries:
                begun[1].append(at)
                begun[2].append(entries)
        if isinstance(tokens, tuple):
            self._last = begun
        return begun

    def _looked_up(self, lemma: str, form: str) -> tuple[_Entry[T], ...]:
        keys = _beginnings(lemma[:_PREFIX], form[:_PREFIX])
        if self._index.keys().isdisjoint(keys):
            return ()
        entries = (entry for key in keys for entry in self._index.get(key, ()))
        return tuple(entry for entry in entries if _may_begin(entry[1], lemma, form))


@lru_cache(maxsize=65536)
def _beginnings(lemma: str, form: str) -> tuple[str, ...]:
    """Keys of an index under which a pattern may stand that begins with a word of these first letters."""
    keys = {lemma, form}
    short = {key[:length] for key in keys for length in range(1, len(key))}
    return tuple(sorted(keys | {f"{prefix}*" for prefix in short | keys}))


def _plain(words: Sequence[Word]) -> int:
    """1 where a pattern begins with a word that has to be there, in any case: the index has matched it; else 0."""
    first = words[0]
    return 0 if first.gap or first.optional or first.case else 1


def _longest(entries: Iterable[_Entry[T]], text: _Text, at: int, last: int) -> Found[T] | None:
    """The longest match from a token on, of several the first."""
    best, longest = None, at
    for entry in entries:
        end = _match(entry[1], text, at + entry[3], last, entry[3])
        if end is not None and end > longest:
            best, longest = entry, end
    return None if best is None else Found(at, longest, best[0], best[2])


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
