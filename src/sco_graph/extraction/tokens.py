"""A text cut into paragraphs, sentences and words, each with its offsets.

razdel (MIT) does the cutting; it is rule-based and made for Russian, and is good
enough for the other languages that are read through the gazetteer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import razdel
from razdel.segmenters.punct import DASHES

from ..light import dataclass
from .reading import Sentence, Token

_PARAGRAPH = re.compile(r"[^\n]+")
# A sentence without an end costs more than linearly later on, so it is cut at a space.
LONGEST = 4000
# A Latin letter typed for the Cyrillic word that looks like it: "встреча c послом".
_EXCELLENCY = re.compile(
    r"\b[ЕИ]\.\s?П\.(?=\s*(?:[А-ЯЁ]\.\s?[А-ЯЁ]|г-н|(?:Министр|Президент|Посол|Премьер)\w*\s"
    r"|[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+))"
)
"""Е.П., "His Excellency", before a title, a full name or other initials; before a family name alone it is initials."""
_LOOKALIKE = re.compile(r"(?<=[а-яё]\s)[cok](?=\s[а-яё«])", re.IGNORECASE)
# "премьер министр": the hyphen that belongs there, in place of the blank.
_PREMIER = re.compile(r"\b([Пп]ремьер)[ \u00a0](?=[Мм]инистр)")
# Arrows, bullets and emoji that stand right before a word: they are no part of it.
_ORNAMENT = re.compile(r"[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]")
# A hyphen of another shape: it is one all the same.
_HYPHEN = re.compile(r"(?<=[А-ЯЁа-яё])[\u2010\u2011](?=[А-ЯЁа-яё])")
_FIRST_LATIN = re.compile(r"(?<![\w-])[ACEHKMOPTXBaceopx](?=[а-яё]{3,})")
_CYRILLIC = str.maketrans("cokCOKaepxABEHMPTX", "сокСОКаерхАВЕНМРТХ")
_CUT = re.compile(rf"\S.{{0,{LONGEST - 1}}}(?=\s|$)|\S{{{LONGEST}}}", re.DOTALL)


# A line that begins in lower case after one without an end: a sentence broken by the width of a page.
_WRAPPED = re.compile(r"\n[^\S\n]*[а-яё]")
_UNENDED = re.compile(
    r"(?:[^\n]{12}|\b(?:что|и|в|на|с|о|об|для|по|из|от|к|как|при|за))(?<=[а-яё,–—-])[^\S\n]*\Z", re.IGNORECASE
)
# Sentences between which the blank is lost: "государства.По его словам".
_GLUED = re.compile(r"""([А-Яа-яЁё]+)[»"”]?[.!?](?=[«"“]?[А-ЯЁ][А-ЯЁа-яё]*[ ,])""")
_PRONOUNS = frozenset({"он", "она", "они", "нас", "них", "его", "их"})
_SHORTENED = frozenset({"проф", "акад", "респ", "просп", "канд", "прот", "полк", "корп", "корр"})


_DATE_ONLY = re.compile(r"^[^.!?]{0,12}\d{1,2}(?:-\d{1,2})? [а-яё]+ (?:\d{4} г|с\. ?г|т\. ?г)\.$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A sentence as the cutter gives it: its span in the piece, and its characters."""

    start: int
    stop: int
    text: str


class Word(NamedTuple):
    """A word or mark before anything is known of it: its span and its characters."""

    start: int
    stop: int
    text: str


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the lines that hold more than spaces; a line that goes on with a sentence is one with the line before.

    >>> list(paragraphs("One.\\n\\nTwo."))
    [(0, 4), (6, 10)]
    >>> list(paragraphs("One and\\ntwo.\\nThree."))
    [(0, 12), (13, 19)]
    """
    held: tuple[int, int] | None = None
    for line in _PARAGRAPH.finditer(text):
        if not line.group().strip():
            continue
        if held is not None and _WRAPPED.match(text, held[1]) and _UNENDED.search(text, held[0], held[1]):
            held = held[0], line.end()
            continue
        if held is not None:
            yield held
        held = line.start(), line.end()
    if held is not None:
        yield held


def _parted(text: str) -> Iterator[Part]:
    """Sentences as razdel parts them, and where a blank is lost after a full stop."""
    for part in razdel.sentenize(text):
        start = part.start
        for glued in _GLUED.finditer(part.text):
            word = glued[1]
            least = _ACRONYM if word.isupper() else _WORD
            if word in _PRONOUNS or (
                len(word) >= least and (word.isupper() or (word[1:].islower() and word not in _SHORTENED))
            ):
                stop = part.start + glued.end()
                yield Part(start=start, stop=stop, text=text[start:stop])
                start = stop
        yield Part(start=start, stop=part.stop, text=text[start : part.stop])


_WORD, _ACRONYM = 4, 3
"""Letters of the shortest word and acronym that end a sentence without a blank after it."""


def _sentences(text: str) -> Iterator[Part]:
    """Sentences, but a date that the abbreviation of its year cuts off ("5 мая с.г.") goes with what follows."""
    held: Part | None = None
    for part in _parted(text):
        start = held.start if held is not None else part.start
        held = Part(start=start, stop=part.stop, text=text[start : part.stop])
        initial = _INITIAL.search(held.text) is not None and _NAME.match(text, part.stop) is not None
        if (
            not initial
            and not _DATE_ONLY.search(held.text)
            and not _in_title(held.text, text[part.stop : part.stop + 2 * _TITLE])
        ):
            yield held
            held = None
    if held is not None:
        yield held


_INITIAL = re.compile(r"(?:^|[\s(«])[А-ЯЁ]\.$")
_NAME = re.compile(r"[ \u00a0][А-ЯЁ][а-яё]")
"""A family name after its initial: "заместитель Генерального секретаря ШОС С. Тестов"."""


def _in_title(sentence: str, rest: str) -> bool:
    """Whether a sentence ends within a title in quotation marks that closes soon: «Связь. Вызовы и возможности»."""
    opened = sentence.rfind("«")
    if opened <= 0 or "»" in sentence[opened:] or len(sentence) - opened > _TITLE:
        return False
    closed = _CLOSED.match(rest)
    return closed is not None and _SPEECH_END.match(rest, closed.end()) is None


_TITLE = 90
"""Characters of a title before its inner break, and after."""
_CLOSED = re.compile(r"[^«».!?\n]{1,90}»")
_SPEECH_END = re.compile(r"\s*(?:[.!?]|,?\s*[-–—])")
"""What follows direct speech: its end, or a dash and the words of who said it."""


def segment(text: str) -> tuple[tuple[Word, ...], tuple[Sentence, ...]]:
    """Words of a text, and its sentences as ranges of them.

    >>> words, sentences = segment("В.Норов прибыл. Он выступил.")
    >>> [word.text for word in words[sentences[1].first : sentences[1].last]]
    ['Он', 'выступил', '.']
    """
    text = _ORNAMENT.sub(" ", text)
    text = _EXCELLENCY.sub(lambda words: " " * len(words[0]), text)
    text = _PREMIER.sub(r"\1-", text)
    text = _HYPHEN.sub("-", text)
    text = _FIRST_LATIN.sub(lambda letter: letter[0].translate(_CYRILLIC), text)
    text = _LOOKALIKE.sub(lambda letter: letter[0].translate(_CYRILLIC), text)
    words: list[Word] = []
    sentences: list[Sentence] = []
    for number, (start, stop) in enumerate(paragraphs(text)):
        for piece in _CUT.finditer(text, start, stop):
            for part in _sentences(piece.group()):
                first = len(words)
                offset = piece.start() + part.start
                found = (Word(offset + start, offset + stop, word) for start, stop, word in cut(part.text))
                words.extend(_rejoined(tuple(found)))
                sentences.append(
                    Sentence(
                        start=offset,
                        stop=piece.start() + part.stop,
                        first=first,
                        last=len(words),
                        paragraph=number,
                    )
                )
    return tuple(words), tuple(sentences)


_FIRST = re.compile(r"(?:[а-яё]{3,}|[А-ЯЁ][а-яё]+о|(?:Премьер|Вице|Генерал|Экс|Пресс))-")
_SECOND = re.compile(r"-[а-яё]{3,}")
_LOWER = re.compile(r"[а-яё]{3,}")
_BEFORE_DASH = frozenset({"премьер", "вице", "генерал", "экс", "пресс", "контр", "спец"})
"""First parts of words that take a dash between blanks for their hyphen: "вице - премьер"."""
_SUSPENDED = frozenset({"или", "либо"})
"""After these a hyphen stands for the rest of a word: "трёх- или четырёхсторонний"."""


def _rejoined(words: Sequence[Word]) -> Iterator[Word]:
    """Words with those made one that a blank beside their hyphen parts: "премьер- министр", "вице -премьер"."""
    at, last = 0, len(words)
    while at < last:
        taken, text = _whole(words[at : at + 3])
        yield words[at] if taken == 1 else Word(words[at].start, words[at + taken - 1].stop, text)
        at += taken


def _whole(near: Sequence[Word]) -> tuple[int, str]:
    """How many of these words make the first one, and how it is spelt."""
    word, *after = near
    if after and _FIRST.fullmatch(word.text) and _follows(word, after[0], _LOWER):
        return 2, word.text + after[0].text
    if after and _begins(word) and _follows(word, after[0], _SECOND):
        return 2, word.text + after[0].text
    dash = len(after) > 1 and after[0].text in DASHES and after[1].text.islower()
    if dash and word.text.lower() in _BEFORE_DASH:
        return 3, f"{word.text}-{after[1].text}"
    return 1, word.text


def _begins(word: Word) -> bool:
    """Whether a word can be the first part of one with a hyphen: no name."""
    return (word.text.islower() and len(word.text) > 3) or word.text.lower() in _BEFORE_DASH


def _follows(word: Word, after: Word, form: re.Pattern[str]) -> bool:
    """Whether what stands after one blank goes on with a word."""
    near = after.start - word.stop == 1
    return near and form.fullmatch(after.text) is not None and after.text not in _SUSPENDED


_CHUNK = re.compile(r"\S+")
# Marks that razdel may join to what stands on their other side even across a space: "2020, 5", "кто- то".
_JOINING = frozenset(DASHES + "_.,/\\")


def cut(text: str) -> Iterator[tuple[int, int, str]]:
    """Words and marks of a text as razdel tells them apart, with where they start and stop.

    What stands between spaces is cut once in a process, since razdel looks beyond a space only from the marks
    of ``_JOINING``, and there only whether a figure, a mark or something else follows.

    >>> [word for _, _, word in cut("В.Норов прибыл.")]
    ['В', '.', 'Норов', 'прибыл', '.']
    """
    chunks = list(_CHUNK.finditer(text))
    last = len(chunks) - 1
    for number, chunk in enumerate(chunks):
        found = chunk.group()
        before = _sort(text[chunks[number - 1].end() - 1]) if number and found[0] in _JOINING else ""
        after = _sort(text[chunks[number + 1].start()]) if number < last and found[-1] in _JOINING else ""
        offset = chunk.start()
        for start, stop, word in _cut_chunk(found, before, after):
            yield offset + start, offset + stop, word


@cache
def _sort(char: str) -> str:
    """A character that stands for all that razdel treats like this one: a figure, a mark or another."""
    (atom,) = razdel.tokenize.split.atoms(char)
    return {"INT": "1", "PUNCT": ";"}.get(atom.type, "a")


@lru_cache(maxsize=50_000)
def _cut_chunk(chunk: str, before: str, after: str) -> tuple[tuple[int, int, str], ...]:
    lead = len(before) + 1 if before else 0
    within = range(lead, lead + len(chunk))
    words = razdel.tokenize(" ".join(part for part in (before, chunk, after) if part))
    return tuple((t.start - lead, t.stop - lead, t.text) for t in words if t.start in within)


def bare(words: Sequence[Word]) -> tuple[Token, ...]:
    """Tokens of a text whose language has no morphology here: the lemma is the word in lower case."""
    return tuple(Token(start=w.start, stop=w.stop, text=w.text, lemma=w.text.lower()) for w in words)
