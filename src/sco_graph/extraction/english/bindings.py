"""Which words of the lexicon tell of an interaction here: verbs that need somebody, or somewhere, right behind them."""

from __future__ import annotations

from dataclasses import replace

from ..reading import MentionKind
from ..triggers import Frame, Trigger
from . import grammar
from .passages import Passage

_AFTER_GATHERING = frozenset({"IN", "RB", "WH", "SC", "CC", ""})
_SOMEWHERE = (MentionKind.PLACE, MentionKind.STATE, MentionKind.ORGANISATION)
_REACH = 4


def bound(passage: Passage) -> Passage:
    """The passage without the triggers that what stands beside them shows to mean something else."""
    return replace(passage, triggers=tuple(t for t in passage.triggers if _able(passage, t)))


def _able(passage: Passage, trigger: Trigger) -> bool:
    frame = trigger.sense.frame
    if frame in {Frame.PERSON, Frame.RECEIVE}:
        return _somebody(passage, trigger) or (frame is Frame.RECEIVE and _by_somebody(passage, trigger))
    if frame is Frame.GATHER:
        return _meets_itself(passage, trigger)
    return frame is not Frame.JOURNEY or _somewhere(passage, trigger)


def _somebody(passage: Passage, trigger: Trigger) -> bool:
    """ "welcomed the Minister", but not "welcomed the Minister's proposal" nor "called on the Minister to act"."""
    for at in (trigger.last, trigger.last + 1):
        people = [p for p in grammar.after(passage, at) if p.kind is MentionKind.OFFICIAL]
        if people:
            last = people[-1].last
            asked = passage.text(last, last + 1) == "to" and passage.tokens[last + 1].pos in {"VB", "NV", "AUX"}
            return not grammar.modifies(passage, people[0]) and not (asked and trigger.sense.frame is Frame.PERSON)
    return False


def _by_somebody(passage: Passage, trigger: Trigger) -> bool:
    """ "was received by the Minister"."""
    words = [t.text.lower() for t in passage.tokens[trigger.last : min(passage.last, trigger.last + _REACH)]]
    return passage.tokens[max(passage.first, trigger.first - 1)].pos in {"AUX", "RB"} and "by" in words


def _meets_itself(passage: Passage, trigger: Trigger) -> bool:
    """ "The Council convened in Minsk", but not "convened a meeting" nor "gathered support"."""
    if trigger.last >= passage.last:
        return True
    following = passage.tokens[trigger.last]
    if following.text[0].isalpha() and following.pos == "":
        return following.text.lower() in {"online", "virtually", "here", "together"}
    return following.pos in _AFTER_GATHERING


def _somewhere(passage: Passage, trigger: Trigger) -> bool:
    """ "travelled to Minsk", but not "went to great lengths"."""
    near = range(trigger.last, trigger.last + _REACH)
    return any(p.first in near for p in passage.of_kind(*_SOMEWHERE))
