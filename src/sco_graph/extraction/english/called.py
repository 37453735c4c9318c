"""What an interaction is called: a name in quotation marks, a proper name, the two sides of talks."""

from __future__ import annotations

from ...model import InteractionType
from ..likeness import TALKS
from ..reading import MentionKind
from ..triggers import Frame, Trigger
from . import surroundings
from .passages import Passage

T = InteractionType


def title(passage: Passage, trigger: Trigger) -> str:
    """The name in quotation marks right after the trigger, in lower case; empty without one."""
    for at in range(trigger.last, min(trigger.last + 4, passage.last)):
        if passage.tokens[at].text in {"“", '"', "«", "‘"}:
            close = next(
                (i for i in range(at + 1, passage.last) if passage.tokens[i].text in {"”", '"', "»", "’"}), None
            )
            return passage.text(at + 1, close) if close is not None else ""
        if passage.tokens[at].pos in {"VBD", "AUX", "MD"} or passage.tokens[at].text == ",":
            break
    if trigger.sense.type is T.OTHER and trigger.sense.frame is Frame.NOUN:
        return passage.text(trigger.first, trigger.last)
    if trigger.sense.type in TALKS and trigger.sense.frame is Frame.NOUN:
        sides = surroundings.behind(passage, trigger, {"between"})
        states = {p.ref for p in sides if p.kind is MentionKind.STATE}
        near = passage.text(trigger.last, trigger.last + 1) == "between" and passage.index > 0
        return passage.text(trigger.first, sides[-1].last) if near and len(states) == len(sides) > 1 else ""
    return _proper(passage, trigger) if trigger.sense.type in _NAMED else ""


_NAMED = frozenset({T.CONFERENCE, T.OTHER, T.EXERCISE})


def _proper(passage: Passage, trigger: Trigger) -> str:
    """The capital words of a proper name before the noun ("Raisina Dialogue forum"), names of parties apart."""
    parties = {i for p in passage.parties for i in range(p.first, p.last)}
    at = trigger.first
    found: list[str] = []
    while at > passage.first and (passage.tokens[at - 1].text[0].isupper() or at - 1 in parties):
        at -= 1
        if at not in parties and at > passage.first:
            found.insert(0, passage.tokens[at].text.lower())
    if passage.tokens[trigger.first].text[0].isupper() and passage.text(trigger.last, trigger.last + 1) in {"of", "on"}:
        stop = trigger.last + 1
        while stop < passage.last and (
            passage.tokens[stop].text[0].isupper() or passage.tokens[stop].text in {"of", "and"}
        ):
            stop += 1
        found.append(passage.text(trigger.last + 1, stop))
    return " ".join(found)
