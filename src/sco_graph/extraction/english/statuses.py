"""How and whether: the mode of an interaction, and whether it took place, as the words around its trigger say."""

from __future__ import annotations

from functools import cache

from ...model import InteractionType, Mode, Status
from ..drafts import Claim, Standing, When
from ..lexicon import rows
from ..phrases import Found, Phrases
from ..triggers import Trigger
from .circumstances import NOUNS, happens, phrase_start
from .passages import Passage
from .timing import owner

T = InteractionType


@cache
def _marks() -> Phrases[str]:
    return Phrases((pattern, value) for pattern, value in rows("en", "happenings", 2))


@cache
def _formats() -> Phrases[Mode]:
    return Phrases((pattern, Mode(value)) for pattern, value in rows("en", "modes", 2))


def mode(passage: Passage, trigger: Trigger, leading: Trigger | None) -> Claim | None:
    """The mode that the trigger itself or words of format give."""
    if trigger.sense.mode is not None:
        return Claim(value=trigger.sense.mode, start=trigger.start, stop=trigger.stop, rule=trigger.name)
    for found in formats(passage):
        apart = found.last <= trigger.first or found.first >= trigger.last
        if apart and owner(passage, found.first, leading=leading) == trigger:
            start, stop = passage.tokens[found.first].start, passage.tokens[found.last - 1].stop
            return Claim(value=found.value, start=start, stop=stop, rule="rule:mode_of")
    return None


def formats(passage: Passage) -> tuple[Found[Mode], ...]:
    """Words of format in a sentence: "via videoconference"."""
    return _formats().longest(passage.tokens, passage.first, passage.last)


def status(passage: Passage, trigger: Trigger, stands: Standing, date: When | None, published: str | None) -> Claim:
    """Held unless the words say otherwise: a marker, a future verb, or a date yet to come."""
    start = phrase_start(passage, trigger)
    begun = trigger.sense.type is T.ELECTION_OBSERVATION and stands is Standing.HAPPENS
    if begun and "will" not in passage.text(trigger.first - 3, trigger.first).split():
        return Claim(value=Status.HELD, start=trigger.start, stop=trigger.stop, rule="rule:told_as_held", score=0.8)
    for found in _marks().longest(passage.tokens, max(passage.first, start - 4), min(passage.last, trigger.last + 12)):
        named = passage.tokens[found.first].text[0].isupper() and found.first > passage.first
        if named and found.value == "<planned":
            continue  # "the Lake Future Forum"
        behind = found.first >= trigger.last
        others = [
            t
            for t in passage.triggers
            if t is not trigger and (trigger.last <= t.first < found.first if behind else found.last <= t.first < start)
        ]
        if found.value == "-" or others or (behind and found.value.startswith("<")):
            continue
        return _claim(passage, found.first, found.last, found.value.lstrip("<"), "rule:status_marked")
    verb = happens(passage, trigger) if trigger.sense.frame in NOUNS else trigger.first
    for low, high in ((max(passage.first, (verb or start) - 4), verb or start), (trigger.last, trigger.last + 14)):
        for i in range(low, min(high, passage.last)):
            token = passage.tokens[i]
            if i >= trigger.last and (
                token.pos in {"VBD", "VBZ"}
                or token.text in {";", "."}
                or any(t.first <= i < t.last for t in passage.triggers)
            ):
                break
            behind = i >= trigger.last and trigger.sense.frame not in NOUNS
            if token.text.lower() in {"will", "shall", "'ll"} and i not in passage.quoted and not behind:
                return _claim(passage, i, i + 1, Status.PLANNED, "rule:status_future")
    if date is not None and published and date.date[: len(published)] > published[: len(date.date)]:
        return Claim(value=Status.PLANNED, start=date.claim.start, stop=date.claim.stop, rule="rule:date_to_come")
    return Claim(value=Status.HELD, start=trigger.start, stop=trigger.stop, rule="rule:told_as_held", score=0.8)


def _claim(passage: Passage, first: int, last: int, value: str, rule: str) -> Claim:
    tokens = passage.tokens
    return Claim(value=value, start=tokens[first].start, stop=tokens[last - 1].stop, rule=rule)
