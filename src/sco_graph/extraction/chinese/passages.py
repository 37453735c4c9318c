"""Sentences of a Chinese text with what the stages of events and statements look for in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from ...light import dataclass
from ...model import InteractionType, Mode
from ..dates import Dated
from ..issues import NONE, Term
from ..lexicon import rows
from ..reading import Mention, MentionForm, MentionKind, Reading, Sentence
from ..triggers import Frame, Sense, Trigger
from .phrases import Found, Phrases

_SHOWN = 40
"""Characters of a pattern that the name of its rule shows."""
_CLAUSE = re.compile(r"[，；：。！？\n]|——")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between marks."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence: its clauses, who is named in it, dates, triggers and terms; ``heading`` if it ends without a mark."""

    index: int
    sentence: Sentence
    text: str
    clauses: tuple[Clause, ...]
    parties: tuple[Mention, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[Dated, ...]
    triggers: tuple[Trigger, ...]
    terms: tuple[Term, ...]
    heading: bool

    def clause(self, place: int) -> Clause:
        """The clause that holds a character."""
        return next((c for c in self.clauses if place < c.stop), self.clauses[-1])

    def of_kind(self, kind: MentionKind) -> tuple[Mention, ...]:
        """Mentions of a kind in order of place."""
        return tuple(m for m in self.mentions if m.kind is kind)


@cache
def _triggers() -> Phrases[Sense]:
    return Phrases((pattern, _sense(kind, mode, frame)) for pattern, kind, mode, frame, _ in rows("zh", "triggers", 5))


def _sense(kind: str, mode: str, frame: str) -> Sense:
    known = InteractionType.OTHER if kind == "-" else InteractionType(kind)
    return Sense(known, Mode(mode) if mode else None, Frame(frame))


@cache
def _terms() -> Phrases[tuple[str, ...]]:
    return Phrases((pattern, tuple(codes.split(","))) for pattern, codes in rows("zh", "issues", 2))


def passages(reading: Reading, text: str, dated: Sequence[Dated]) -> tuple[Passage, ...]:
    """Every sentence of the document, looked through."""
    return tuple(_passage(reading, text, index, sentence, dated) for index, sentence in enumerate(reading.sentences))


def _passage(reading: Reading, text: str, index: int, sentence: Sentence, dated: Sequence[Dated]) -> Passage:
    start, stop = sentence.start, sentence.stop
    first, last = (bisect_left(reading.mentions, place, key=lambda mention: mention.start) for place in (start, stop))
    mentions = reading.mentions[first:last]
    return Passage(
        index=index,
        sentence=sentence,
        text=text,
        clauses=_clauses(text, start, stop),
        parties=_parties(mentions),
        mentions=mentions,
        dates=tuple(d for d in dated if start <= d.start < stop),
        triggers=_found(text, start, stop, mentions),
        terms=_terms_in(text, start, stop, mentions),
        heading=_is_heading(text, start, stop),
    )


def _is_heading(text: str, start: int, stop: int) -> bool:
    """Whether a sentence ends without a mark; a short line that ends with words in quotation marks does too."""
    line = "”" if stop - start < _SHORT_LINE and "。" not in text[start:stop] and "\n" in text[stop : stop + 1] else ""
    first = line and not text[:start].strip()
    return text[stop - 1] not in "。！？”…）；：，、" or bool(first and text[stop - 1] == line and text[start] != "“")


_SHORT_LINE = 60


def _clauses(text: str, start: int, stop: int) -> tuple[Clause, ...]:
    found, at = [], start
    for mark in _CLAUSE.finditer(text, start, stop):
        if mark.start() > at:
            found.append(Clause(at, mark.end()))
            at = mark.end()
    if at < stop:
        found.append(Clause(at, stop))
    return tuple(found)


def _parties(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Officials; bodies and states that are named outside the titles of officials."""
    people = [m for m in mentions if m.kind is MentionKind.OFFICIAL]
    held = {at for m in people for at in range(m.start, m.stop)}
    others = [
        m for m in mentions
        if m.kind in {MentionKind.ORGANISATION, MentionKind.STATE}
        and m.start not in held
        and m.form is not MentionForm.ADJECTIVE
    ]  # fmt: skip
    wide = {
        m
        for m in others
        for o in others
        if m is not o and o.start <= m.start and m.stop <= o.stop and o.stop - o.start > m.stop - m.start
    }
    return tuple(sorted([*people, *(m for m in others if m not in wide)], key=lambda m: m.start))


def _found(text: str, start: int, stop: int, mentions: Sequence[Mention]) -> tuple[Trigger, ...]:
    """Triggers of a sentence; no session goes over the end of a person's name: 部长某某会晤."""
    people = [m for m in mentions if m.kind is MentionKind.OFFICIAL and m.form is MentionForm.NAME]

    def bars(found: Found[Sense]) -> bool:
        session = found.value.type is InteractionType.MULTILATERAL_MEETING
        return session and any(found.start < m.stop < found.stop for m in people)

    return tuple(
        Trigger(first=f.start, last=f.stop, start=f.start, stop=f.stop, sense=f.value, pattern=f.pattern)
        for f in _triggers().longest(text, start, stop, bars)
        if f.value.frame is not Frame.GUARD and not any(m.start <= f.start and f.stop <= m.stop for m in people)
    )


def _terms_in(text: str, start: int, stop: int, mentions: Sequence[Mention]) -> tuple[Term, ...]:
    holders = [m for m in mentions if m.kind in {MentionKind.ORGANISATION, MentionKind.OFFICIAL}]
    return tuple(
        Term(
            start=f.start, stop=f.stop, first=f.start, last=f.stop, codes=f.value, pattern=f.pattern[:_SHOWN],
            within=next((m.ref for m in holders if m.start <= f.start and f.stop <= m.stop), ""),
        )
        for f in _terms().longest(text, start, stop)
        if NONE not in f.value
    )  # fmt: skip
