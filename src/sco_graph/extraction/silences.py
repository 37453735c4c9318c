"""Sentences that gave no interaction and no statement, and why, as far as the rules know.

Computed afterwards, from the reading, the facts and the tables of triggers and of verbs of saying: extraction itself
carries no burden. A reason that these do not tell is ``none``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
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
_LINK = re.compile(r"(?:\W*(?:https?://|www\.|\[[^\]]*\]\(|[\w.+-]+@[\w-]+\.)\S*\W*)+")
_QUESTION = re.compile(r"[?？][\"»”’)]*$")
_FEWEST = {Language.ZH: 9}
"""Words (characters, in Chinese) with which a sentence begins to be more than a heading or a dateline."""

_RECALLING = {Frame.NOUN, Frame.RECALL, Frame.TALK}
"""Frames of words that may be of an interaction told before; other verbs tell of one of their own."""
_Row = tuple[str, ...]
# Table, and its columns: of triggers the second is the type and the fourth the frame, of acts the third the kind.
_TRIGGERS, _SAYINGS, _UNREAL = ("triggers", 5), ("acts", 4), ("unreal", 2)


class Reason(StrEnum):
    """Why a sentence is silent."""

    UNSUPPORTED = "unsupported-language"
    BOILERPLATE = "boilerplate"
    QUESTION = "question"
    RECALLED = "recalls-only"
    TOLD_BEFORE = "told-before"
    BARE = "trigger-without-party-or-date"
    UNATTRIBUTED = "speech-without-speaker"
    UNREAL = "negated-or-supposed"
    GUARDED = "guarded"
    FRAGMENT = "heading-or-dateline"
    NO_TRIGGER = "no-trigger"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A sentence ``[start, stop)`` without interaction or statement; ``names`` are the mentions in it.

    ``row`` is the pattern of the lexicon that decided, if one did, or the code of a language that is not read.
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
    told = {e.value: e.start for e in reversed(facts.evidence) if e.property == "interactionType"}
    found = [_silence(reading, sentence, days, told) for sentence in reading.sentences if not _spoken(sentence, facts)]
    yield from sorted([*found, *_left_out(reading)], key=lambda silence: silence.start)


def _spoken(sentence: Sentence, facts: Facts) -> bool:
    """Whether words of the sentence support an interaction or a statement."""
    told = {event.id for event in facts.events} | {said.id for said in facts.statements}
    return any(e.subject in told and e.start < sentence.stop and sentence.start < e.stop for e in facts.evidence)


def _silence(reading: Reading, sentence: Sentence, days: Sequence[int], told: Mapping[str, int]) -> Silence:
    dated = any(sentence.start <= day < sentence.stop for day in days)
    reason, row = _outside(reading, sentence) or _why(reading, sentence, dated, told)
    names = sum(sentence.start <= mention.start < sentence.stop for mention in reading.mentions)
    return _made(reading.document, sentence.start, sentence.stop, names, reason, row)


def _outside(reading: Reading, sentence: Sentence) -> tuple[Reason, str] | None:
    """Reasons for which no word of the lexicon need be looked for."""
    text = reading.document.text[sentence.start : sentence.stop].strip()
    if reading.document.language not in set(Language):
        return Reason.UNSUPPORTED, reading.document.language
    if _LINK.fullmatch(text):
        return Reason.BOILERPLATE, ""
    return (Reason.QUESTION, "") if _QUESTION.search(text) else None


def _why(reading: Reading, sentence: Sentence, dated: bool, told: Mapping[str, int]) -> tuple[Reason, str]:
    cues, sayings = _cues(reading, sentence, _TRIGGERS), _cues(reading, sentence, _SAYINGS)
    firm = [cue for cue in cues if cue[3] != _GUARD]
    if firm:
        return _of_trigger(reading, sentence, firm, dated, told)
    said = [pattern for pattern, _, kind, *_ in sayings if kind != _GUARD]
    if said:
        if not _named(reading, sentence, frozenset({MentionKind.OFFICIAL})):
            return Reason.UNATTRIBUTED, said[0]
        return _unreal(reading, sentence) or (Reason.NONE, said[0])
    guards = [row[0] for row in (*cues, *sayings)]
    if guards:
        return Reason.GUARDED, guards[0]
    return (Reason.FRAGMENT if _is_short(reading, sentence) else Reason.NO_TRIGGER), ""


def _of_trigger(
    reading: Reading, sentence: Sentence, firm: Sequence[_Row], dated: bool, told: Mapping[str, int]
) -> tuple[Reason, str]:
    if all(row[3] == Frame.RECALL for row in firm):
        return Reason.RECALLED, firm[0][0]
    if unreal := _unreal(reading, sentence):
        return unreal
    if not dated and all(row[3] in _RECALLING and told.get(row[1], sentence.stop) < sentence.start for row in firm):
        return Reason.TOLD_BEFORE, firm[0][0]
    parties = _named(reading, sentence, frozenset(MentionKind) - {MentionKind.PLACE})
    return (Reason.NONE if parties or dated else Reason.BARE), firm[0][0]


def _unreal(reading: Reading, sentence: Sentence) -> tuple[Reason, str] | None:
    """Whether the sentence denies or only supposes something, and by which word."""
    words = [row[0] for row in _cues(reading, sentence, _UNREAL) if row[1] != _GUARD]
    return (Reason.UNREAL, words[0]) if words else None


def _is_short(reading: Reading, sentence: Sentence) -> bool:
    words = [t for t in reading.tokens[sentence.first : sentence.last] if _WORDS.search(t.text)]
    return len(words) < _FEWEST.get(Language(reading.document.language), 6)


def _named(reading: Reading, sentence: Sentence, kinds: frozenset[MentionKind]) -> bool:
    return any(m.kind in kinds and sentence.start <= m.start < sentence.stop for m in reading.mentions)


def _cues(reading: Reading, sentence: Sentence, table: tuple[str, int]) -> list[_Row]:
    """Rows of a table that the sentence matches, the longest at each place."""
    language = reading.document.language
    name, columns = table
    if language == Language.ZH:
        text = plain(reading.document.text)
        return [f.value for f in _in_characters(name, columns).longest(text, sentence.start, sentence.stop)]
    words = _in_words(language, name, columns)
    return [f.value for f in words.longest(reading.tokens, sentence.first, sentence.last)]


@cache
def _in_words(language: str, table: str, columns: int) -> phrases.Phrases[_Row]:
    return phrases.Phrases((row[0], row) for row in rows(language, table, columns))


@cache
def _in_characters(table: str, columns: int) -> characters.Phrases[_Row]:
    return characters.Phrases((row[0], row) for row in rows("zh", table, columns))


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
