"""Who presides over an interaction or heads a delegation at it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Role
from ..drafts import Part
from ..reading import MentionKind
from ..triggers import Trigger
from . import grammar, partaking
from .clauses import REACH
from .passages import Passage

_CHAIR = re.compile(r"под (?:со)?председательством\b|под руководством\b")

_HEADED = re.compile(r"во главе с\b|возглавляем\w+\b|возглавил[аи]?\b|возглавляет\b|возглавит\b")


def chairs(passage: Passage, trigger: Trigger) -> tuple[Part, ...]:
    """ "под председательством A", "во главе с A" in the trigger's part of the sentence."""
    return tuple(_after(passage, trigger, _CHAIR, Role.CHAIR, "under_the_chair_of")) + tuple(
        _after(passage, trigger, _HEADED, Role.HEAD_OF_DELEGATION, "headed_by")
    )


def _after(passage: Passage, trigger: Trigger, words: re.Pattern[str], role: Role, rule: str) -> Iterator[Part]:
    if not _presided(passage, trigger):
        return
    text, base = _text(passage, trigger)
    for hit in words.finditer(text):
        place = base + hit.end()
        if not _same_part(passage, trigger, place):
            continue
        party = next((a for a in passage.of_kind(*grammar.WHO) if a.stop > place), None)
        if party is not None and -40 <= party.start - place <= 60:
            yield from partaking.of(party, role, rule)
    if role is Role.CHAIR:
        yield from _adjectival(passage, trigger)


_STEMS = ("председательств", "сопредседательств", "руководств", "глав", "возглав")
"""Beginnings of the words of ``_CHAIR`` and ``_HEADED``."""


def _presided(passage: Passage, trigger: Trigger) -> bool:
    """Whether a word of presiding or heading stands near the trigger at all."""
    first, last = max(passage.first, trigger.first - REACH), min(passage.last, trigger.last + REACH)
    return any(t.text.lower().startswith(_STEMS) for t in passage.tokens[first:last])


def _adjectival(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "под российским председательством": the state by its adjective."""
    for party in passage.of_kind(MentionKind.STATE, MentionKind.ORGANISATION):
        before = passage.text(max(passage.first, party.first - 1), party.first)
        words = passage.text(party.first, min(party.last + 1, passage.last))
        presides = before == "под" and "председательств" in words
        if presides and _same_part(passage, trigger, party.start):
            yield from partaking.of(party, Role.CHAIR, "under_the_chair_of")


def _same_part(passage: Passage, trigger: Trigger, offset: int) -> bool:
    """Whether these characters are nearer to this trigger than to any other noun or verb of an interaction."""
    nearest = min(passage.triggers, key=lambda t: min(abs(t.start - offset), abs(t.stop - offset)))
    return nearest is trigger or nearest == trigger


def _text(passage: Passage, trigger: Trigger) -> tuple[str, int]:
    """The words near a trigger in lower case, spaced as in the document, and where they begin there."""
    first, last = max(passage.first, trigger.first - REACH), min(passage.last, trigger.last + REACH)
    tokens = passage.tokens[first:last]
    base = tokens[0].start
    text = "".join(
        token.text.lower() + " " * ((tokens[i + 1].start if i + 1 < len(tokens) else token.stop) - token.stop)
        for i, token in enumerate(tokens)
    )
    return text, base
