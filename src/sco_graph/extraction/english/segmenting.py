"""An English text cut into sentences and words, each with its offsets and what its form says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..lexicon import rows
from ..reading import Sentence, Token
from ..tokens import paragraphs
from . import forms

_TITLES = ("President", "Minister", "General", "Director", "Chairman", "Mr.", "Dr.")
_HELD = "".join(rf"(?<={word} )|" for word in _TITLES)
"""Where "I." is an initial: right behind a title."""
_TWO_LETTERS = frozenset({"Kh", "Zh", "Sh", "Ch", "Yu", "Ya", "Dz", "Ts", "Gh", "Dj"})
_INITIAL = re.compile(rf"(?:{_HELD[:-1]})I\.(?=\s+[A-Z])")
_WORD = re.compile(
    rf"{_INITIAL.pattern}|(?<![\w.])(?:Kh|Zh|Sh|Ch|Yu|Ya|Dz|Ts|Gh|Dj)\.(?=\s+[A-Z])|"
    r"H\.\s?E\.|H\.E(?= )|(?:[A-Z]\.){2,}(?:-[A-Za-z]+)?|(?:[A-Z][a-z]?\.)(?=[A-Z])|(?<![\w.])[A-HJ-Z]\.(?=\s+[A-Z])|"
    r"\d+(?:[.,:/]\d+)*(?:st|nd|rd|th)?\b|"
    r"[^\W_]+(?:[-‐‑'’.&][^\W_]+)*|[^\w\s]|_"
)
_OWNED = re.compile(r"^(.+?)(['’]s)$", re.IGNORECASE)
_END = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]*[A-Z0-9•–—-])|(?<=[a-z])[.!?](?=[A-Z][a-z])")
_ABBREVIATED = re.compile(r"(?:^|[\s(\"“‘/-])(?P<word>[\w.’'-]+)\.$")
LONGEST = 4000
"""Characters after which a sentence that has not ended is cut at a space, so that no rule costs more than linearly."""


def segment(text: str) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """Words of a text, and its sentences as ranges of them.

    >>> tokens, sentences = segment("Mr. Norov's visit ended. He left.")
    >>> [token.text for token in tokens], len(sentences)
    (['Mr.', 'Norov', "'s", 'visit', 'ended', '.', 'He', 'left', '.'], 2)
    """
    words: list[Token] = []
    sentences: list[Sentence] = []
    for number, (start, stop) in enumerate(paragraphs(text)):
        for first, last in _sentences(text, start, stop):
            at = len(words)
            words.extend(_words(text, first, last))
            if len(words) > at:
                sentences.append(
                    Sentence(start=words[at].start, stop=words[-1].stop, first=at, last=len(words), paragraph=number)
                )
    return tuple(words), tuple(sentences)


def _sentences(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of a paragraph."""
    at = start
    for end in _END.finditer(text, start, stop):
        if _abbreviation(text, at, end):
            continue
        yield from _pieces(text, at, end.end())
        at = end.end()
    yield from _pieces(text, at, stop)


def _pieces(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    while stop - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    if text[start:stop].strip():
        yield start, stop


def _abbreviation(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether the stop belongs to an abbreviation ("Mr.") or an initial ("A. Testov")."""
    if not end.group().startswith(".") or len(end.group()) > 1:
        return False
    found = _ABBREVIATED.search(text, max(start, end.start() - 20), end.start() + 1)
    if found is None:
        return False
    word = found["word"]
    if word in _TWO_LETTERS:
        return True
    short = len(word) == 1 and word.isupper() and (word != "I" or _INITIAL.match(text, found.start("word")) is not None)
    return short or word.lower() in _abbreviations() or (re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", word) is not None)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.lower().rstrip(".") for word, _ in rows("en", "abbreviations", 2))


@cache
def _dotted() -> frozenset[str]:
    return frozenset(word.lower().rstrip(".") for word, kind in rows("en", "abbreviations", 2) if kind == "title")


def _words(text: str, start: int, stop: int) -> Iterator[Token]:
    """Tokens of a sentence; a possessive ending is a token of its own, a courtesy title keeps its stop."""
    held: re.Match[str] | None = None
    for found in _WORD.finditer(text, start, stop):
        if held is not None:
            if found.group() == "." and found.start() == held.end() and held.group().lower() in _dotted():
                yield _token(text, held.start(), found.end())
                held = None
                continue
            yield from _split(text, held)
        held = found
    if held is not None:
        yield from _split(text, held)


def _split(text: str, found: re.Match[str]) -> Iterator[Token]:
    owned = _OWNED.match(found.group())
    if owned:
        middle = found.start() + len(owned[1])
        yield _token(text, found.start(), middle)
        yield _token(text, middle, found.end())
    else:
        yield _token(text, found.start(), found.end())


def _token(text: str, start: int, stop: int) -> Token:
    word = text[start:stop]
    lemma, tag = forms.of(word)
    return Token(start=start, stop=stop, text=word, lemma=lemma, pos=tag)
