"""Transcripts and interviews: whose turn each paragraph is, and which are questions of nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ...light import dataclass
from ...model import InteractionType
from ..accounts import Telling
from ..reading import MentionForm, MentionKind, Reading
from .passages import Party, Passage
from .speeches import Voice, titular, turn

_ASKS = re.compile(
    r"[-–—]?\s*(?:question|q|journalist|reporter|correspondent|moderator|interviewer|host)\b[^:.\n]{0,40}[:.]", re.I
)
_ANSWERS = re.compile(r"[-–—]?\s*(?:answer|a)\b\s*[:.]", re.I)
_LABEL = re.compile(r"[-–—]?\s*[A-Z][^:.?!\n]{0,60}:\s")
_NUMBERED = re.compile(r"(?:\d+[.)]|[-–—])\s")
_INTERVIEW = re.compile(r"\binterview|\bquestions\b|\basked\b", re.I)
_HEAD = 4
"""Paragraphs in which an interview calls itself one."""
_LONG_QUESTION = 6
"""Sentences of the longest question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """Who speaks in which sentence, and the sentences that ask."""

    voices: dict[int, Voice]
    questions: frozenset[int]


def of(reading: Reading, told: Telling[Passage]) -> Turns:
    """Turns of a document; empty where it is neither a transcript nor an interview."""
    turns = list(_paragraphs(reading, told.passages))
    takers = [turn(inner[0]) for _, inner in turns]
    asking = [_is_question(text, inner) and taker is None for (text, inner), taker in zip(turns, takers, strict=True)]
    guest = _guest(told) if _is_interview(turns, asking) else None
    labelled = sum(1 for taker in takers if taker is not None)
    if not (labelled > 1 or (labelled and any(asking)) or guest is not None):
        return Turns(voices={}, questions=frozenset())
    voices: dict[int, Voice] = {}
    voice: Voice | None = None
    above: set[str] = set()
    said_above: set[int] = set()
    for (text, inner), taker, asks in zip(turns, takers, asking, strict=True):
        if taker is not None and titular(inner[0]):
            if text in above:
                said_above.update(p.index for p in inner)
            else:
                voices.update((p.index, _taking(taker, p)) for p in inner[:1])
            above.add(text)
            continue
        if taker is not None:
            voice = _taking(taker, inner[0])
        elif asks:
            voice = guest if guest is not None and not labelled else None
            continue
        elif guest is not None and _ANSWERS.match(text):
            voice = guest
        if voice is not None:
            voices.update((p.index, voice) for p in inner)
    asked = frozenset(p.index for (_, inner), asks in zip(turns, asking, strict=True) if asks for p in inner)
    return Turns(voices=voices, questions=asked | said_above | _before_turns(turns, voices))


def _taking(taker: Party, passage: Passage) -> Voice:
    return Voice(ref=taker.ref, start=taker.start, stop=taker.stop, rule="rule:takes_floor", passage=passage.index)


def _before_turns(turns: Sequence[tuple[str, list[Passage]]], voices: dict[int, Voice]) -> frozenset[int]:
    """Sentences between a headline that quotes somebody and the first turn: the editors' own words."""
    begun = min((p.index for _, inner in turns for p in inner if p.index in voices and not titular(p)), default=0)
    above = min(voices, default=begun)
    return frozenset(range(above + 1, begun)) if above < begun else frozenset()


def _headline(text: str) -> bool:
    """Whether a paragraph is a headline that quotes: "Ivan Testov: Our agenda is one of growth"."""
    return len(text.split()) <= _SHORT_LINE and not text.rstrip('"”»').endswith((".", "!", "?"))


_HEADLINE = 2
_SHORT_LINE = 20


def _paragraphs(reading: Reading, passages: Sequence[Passage]) -> Iterator[tuple[str, list[Passage]]]:
    for _, group in groupby(passages, key=lambda p: p.sentence.paragraph):
        inner = list(group)
        yield reading.document.text[inner[0].sentence.start : inner[-1].sentence.stop].strip(), inner


def _is_question(text: str, inner: Sequence[Passage]) -> bool:
    """Whether a paragraph asks: it says so, or ends with a question mark and is short or begins with a label."""
    if _ASKS.match(text):
        return True
    asks = text.rstrip('»"”) ').endswith("?") or (_NUMBERED.match(text) and "?" in text)
    return bool(asks) and (len(inner) <= _LONG_QUESTION or _LABEL.match(text) is not None)


def _is_interview(turns: Sequence[tuple[str, list[Passage]]], asking: Sequence[bool]) -> bool:
    """Whether questions without a label make an interview: the text calls itself one, or asks and answers by marks."""
    head = " ".join(text for text, _ in turns[:_HEAD])
    marked = any(_ASKS.match(text) for text, _ in turns) or any(_ANSWERS.match(text) for text, _ in turns)
    dashed = sum(1 for (text, _), asks in zip(turns, asking, strict=True) if asks and _NUMBERED.match(text))
    return any(asking) and (marked or dashed > 0 or (_INTERVIEW.search(head) is not None and sum(asking) > 1))


def _guest(told: Telling[Passage]) -> Voice | None:
    """The official who takes part in the interview that the text is, or whom the text names first."""
    main = told.accounts[told.main] if told.main is not None else None
    parts = main.sum.parts if main is not None and main.sum.type is InteractionType.BRIEFING else ()
    part = next((p for p in parts if p.ref.startswith("p")), None)
    if part is not None:
        return Voice(ref=part.ref, start=part.start, stop=part.stop, rule="rule:interviewed", passage=0)
    for passage in told.passages[:_HEAD]:
        for party in passage.of_kind(MentionKind.OFFICIAL):
            if party.form is MentionForm.NAME:
                return Voice(ref=party.ref, start=party.start, stop=party.stop, rule="rule:interviewed", passage=0)
    return None
