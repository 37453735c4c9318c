"""Sentences that gave no interaction and no statement, and why, as far as the rules know.

Computed afterwards, from the reading, the facts and the tables of triggers and of verbs of saying: extraction itself
carries no burden. A reason that these do not tell is ``none``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ..model import Document, Facts, Language
from . import dates, phrases
from .chinese import phrases as characters
from .chinese.script import plain
from .lexicon import rows
from .reading import MentionKind, Reading, Sentence
from .triggers import Frame

_GUARD = "-"
_WORDS = re.compile(r"\w")
# Table, its columns, and the column that tells a guard.
_TRIGGERS, _SAYINGS = ("triggers", 5, 3), ("acts", 4, 2)


class Reason(StrEnum):
    """Why a sentence is silent."""

    UNSUPPORTED = "unsupported-language"
    BOILERPLATE = "boilerplate"
    RECALLED = "recalls-only"
    BARE = "trigger-without-party-or-date"
    UNATTRIBUTED = "speech-without-speaker"
    GUARDED = "guarded"
    NO_TRIGGER = "no-trigger"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A sentence ``[start, stop)`` without interaction or statement; ``names`` are the mentions in it.

    ``row`` is the pattern of the lexicon that decided, if one did.
    """

    start: int
    stop: int
    text: str
    names: int
    reason: Reason
    row: str = ""


def silences(reading: Reading, facts: Facts) -> Iterator[Silence]:
    """Silent sentences in order of place, lines that were left out as boilerplate among them."""
    days = [dated.start for dated in dates.find(reading.document)]
    found = [_silence(reading, sentence, days) for sentence in reading.sentences if not _spoken(sentence, facts)]
    yield from sorted([*found, *_left_out(reading)], key=lambda silence: silence.start)


def _spoken(sentence: Sentence, facts: Facts) -> bool:
    """Whether words of the sentence support an interaction or a statement."""
    told = {event.id for event in facts.events} | {said.id for said in facts.statements}
    return any(e.subject in told and e.start < sentence.stop and sentence.start < e.stop for e in facts.evidence)


def _silence(reading: Reading, sentence: Sentence, days: Sequence[int]) -> Silence:
    reason, row = _why(reading, sentence, any(sentence.start <= day < sentence.stop for day in days))
    names = sum(sentence.start <= mention.start < sentence.stop for mention in reading.mentions)
    return _made(reading.document, sentence.start, sentence.stop, names, reason, row)


def _why(reading: Reading, sentence: Sentence, dated: bool) -> tuple[Reason, str]:
    if reading.document.language not in set(Language):
        return Reason.UNSUPPORTED, ""
    cues, sayings = _cues(reading, sentence, _TRIGGERS), _cues(reading, sentence, _SAYINGS)
    firm = [cue for cue in cues if cue[1] != _GUARD]
    if firm:
        return _of_trigger(reading, sentence, firm, dated)
    said = [pattern for pattern, kind in sayings if kind != _GUARD]
    if said:
        people = _named(reading, sentence, frozenset({MentionKind.OFFICIAL}))
        return (Reason.NONE if people else Reason.UNATTRIBUTED), said[0]
    guards = [pattern for pattern, _ in (*cues, *sayings)]
    return (Reason.GUARDED, guards[0]) if guards else (Reason.NO_TRIGGER, "")


def _of_trigger(
    reading: Reading, sentence: Sentence, firm: Sequence[tuple[str, str]], dated: bool
) -> tuple[Reason, str]:
    if all(frame == Frame.RECALL for _, frame in firm):
        return Reason.RECALLED, firm[0][0]
    parties = _named(reading, sentence, frozenset(MentionKind) - {MentionKind.PLACE})
    return (Reason.NONE if parties or dated else Reason.BARE), firm[0][0]


def _named(reading: Reading, sentence: Sentence, kinds: frozenset[MentionKind]) -> bool:
    return any(m.kind in kinds and sentence.start <= m.start < sentence.stop for m in reading.mentions)


def _cues(reading: Reading, sentence: Sentence, table: tuple[str, int, int]) -> list[tuple[str, str]]:
    """Rows of a table that the sentence matches, the longest at each place: pattern, and what tells a guard."""
    language = reading.document.language
    if language == Language.ZH:
        text = plain(reading.document.text)
        return [(f.pattern, f.value) for f in _in_characters(*table).longest(text, sentence.start, sentence.stop)]
    words = _in_words(language, *table)
    return [(f.pattern, f.value) for f in words.longest(reading.tokens, sentence.first, sentence.last)]


@cache
def _in_words(language: str, table: str, columns: int, at: int) -> phrases.Phrases[str]:
    return phrases.Phrases((row[0], row[at]) for row in rows(language, table, columns))


@cache
def _in_characters(table: str, columns: int, at: int) -> characters.Phrases[str]:
    return characters.Phrases((row[0], row[at]) for row in rows("zh", table, columns))


def _left_out(reading: Reading) -> Iterator[Silence]:
    """Lines that no sentence covers: what a web page puts around its text."""
    covered = [(sentence.start, sentence.stop) for sentence in reading.sentences]
    for line in re.finditer(r"[^\n]*\S[^\n]*", reading.document.text):
        start, stop = line.span()
        if _WORDS.search(line.group()) and not any(one < stop and start < other for one, other in covered):
            yield _made(reading.document, start, stop, 0, Reason.BOILERPLATE, "")


def _made(document: Document, start: int, stop: int, names: int, reason: Reason, row: str) -> Silence:
    text = " ".join(document.text[start:stop].split())
    return Silence(start=start, stop=stop, text=text, names=names, reason=reason, row=row)
