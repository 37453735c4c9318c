"""A Chinese text cut into sentences and characters; lines of a web page that are no text are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from ..lexicon import rows
from ..reading import Sentence, Token

_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^。！？\n]*(?:[。！？]+[”’）】》]*|$)")
_NEXT_SPEAKER = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[^，。\s：]{4,24}(?:说|表示|指出|强调)，)")
"""Where one sentence was cut off and the next one tells who speaks: ……的建设与发 某国总统甲说，."""
_TOKEN = re.compile(r"[A-Za-z0-9]+|\S")


@cache
def _furniture() -> tuple[tuple[re.Pattern[str], bool], ...]:
    return tuple((re.compile(pattern), what == "end") for pattern, what in rows("zh", "furniture", 2))


def lines(plain: str) -> Iterator[tuple[int, int]]:
    """Spans of the lines that are text: headings and paragraphs, until what a page puts below its text.

    >>> list(lines("一\\n分享：\\n二"))
    [(0, 1), (6, 7)]
    """
    for line in _LINE.finditer(plain):
        words = line.group()
        verdicts = [ends for pattern, ends in _furniture() if pattern.search(words)]
        if any(verdicts) and len(words) < _LONG:
            return
        if words.strip() and not (verdicts and len(words) < _LONG):
            yield line.span()


_LONG = 120
"""A line of so many characters is text, whatever words it has."""


def segment(plain: str) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """Characters (words in Latin letters and figures whole) of a folded text, and its sentences as ranges of them.

    >>> tokens, sentences = segment("他到了。她说：“好。”")
    >>> [(s.start, s.stop) for s in sentences], len(tokens)
    ([(0, 4), (4, 11)], 11)
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, (start, stop) in enumerate(lines(plain)):
        for piece in _pieces(plain, start, stop):
            begin, end = _trimmed(plain, *piece)
            if begin == end:
                continue
            first = len(tokens)
            tokens.extend(
                Token(start=t.start(), stop=t.end(), text=t.group(), lemma=t.group())
                for t in _TOKEN.finditer(plain, begin, end)
            )
            sentences.append(Sentence(start=begin, stop=end, first=first, last=len(tokens), paragraph=number))
    return tuple(tokens), tuple(sentences)


_LONGEST = 600
"""A sentence of more characters costs more than linearly later on, so it is cut at a comma, else anywhere."""


def _pieces(plain: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of a line."""
    bounds = [m.end() for m in _NEXT_SPEAKER.finditer(plain, start, stop)]
    for begin, end in _parts(plain, start, stop, bounds):
        while end - begin > _LONGEST:
            comma = max(plain.rfind(mark, begin, begin + _LONGEST) for mark in "，；、") + 1
            cut = comma if comma > begin else begin + _LONGEST
            yield begin, cut
            begin = cut
        yield begin, end


def _parts(plain: str, start: int, stop: int, bounds: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Spans that end with a mark of a sentence or at a bound."""
    for begin, end in pairwise([start, *bounds, stop]):
        for found in _SENTENCE.finditer(plain, begin, end):
            yield found.span()


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return start, stop
