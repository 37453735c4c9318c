"""Words that tell of an interaction, or recall one: found by the lexicon, with their type, mode and frame."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from ..light import dataclass
from ..model import InteractionType, Mode
from .denial import denied
from .lexicon import rows
from .phrases import Phrases
from .reading import Reading, Sentence


class Frame(StrEnum):
    """How the words of a trigger are bound to those who take part; see ``lexicon/ru/triggers.tsv``."""

    NOUN = "noun"
    RECALL = "recall"
    WITH = "with"
    RECEIVE = "receive"
    VISIT = "visit"
    SEND = "send"
    SEND_WEAK = "send-weak"
    SIGN = "sign"
    ACT = "act"
    TALK = "talk"
    GATHER = "gather"
    GUEST = "guest"
    PERSON = "person"
    JOURNEY = "journey"
    GUARD = "-"


_NOUNS = {Frame.NOUN, Frame.RECALL}


@dataclass(frozen=True, slots=True)
class Sense:
    """What the lexicon says of a trigger: type, mode if it says one, and frame."""

    type: InteractionType
    mode: Mode | None
    frame: Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words found: half-open ranges of tokens and characters, their sense, the pattern, and the head noun or verb."""

    first: int
    last: int
    start: int
    stop: int
    sense: Sense
    pattern: str

    @property
    def name(self) -> str:
        """Name of the rule, for evidence."""
        return f"rule:trigger {self.pattern}"


@cache
def lexicon(language: str) -> Phrases[Sense]:
    """Triggers of a language."""
    return Phrases(
        (pattern, _sense(kind, mode, frame)) for pattern, kind, mode, frame, _ in rows(language, "triggers", 5)
    )


def _sense(kind: str, mode: str, frame: str) -> Sense:
    known = InteractionType.OTHER if kind == Frame.GUARD else InteractionType(kind)
    return Sense(known, Mode(mode) if mode else None, Frame(frame))


def find(reading: Reading, sentence: Sentence) -> tuple[Trigger, ...]:
    """Triggers of a sentence in order, the longest at each place; verbs that the sentence denies are none."""
    tokens = reading.tokens
    return tuple(
        Trigger(
            first=found.first,
            last=found.last,
            start=tokens[found.first].start,
            stop=tokens[found.last - 1].stop,
            sense=found.value,
            pattern=found.pattern,
        )
        for found in lexicon(reading.document.language).longest(tokens, sentence.first, sentence.last)
        if found.value.frame is not Frame.GUARD
        and (found.value.frame in _NOUNS or not denied(tokens, sentence.first, found.first))
    )
