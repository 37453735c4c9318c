"""Parties behind a noun: what prepositions bind to it before a verb or another noun of its kind."""

from __future__ import annotations

from ..reading import MentionKind
from ..triggers import Frame, Trigger
from . import circumstances, grammar
from .passages import Party, Passage


def behind(passage: Passage, trigger: Trigger, words: set[str]) -> tuple[Party, ...]:
    """Parties behind a preposition near the noun, before any verb or further trigger."""
    stop = stop_of(passage, trigger)
    for i in range(trigger.last, stop):
        token = passage.tokens[i]
        if token.text.lower() in words:
            found = grammar.after(passage, i + 1, stop)
            if found:
                return _with_named(passage, found, stop)
    return ()


def _with_named(passage: Passage, found: tuple[Party, ...], stop: int) -> tuple[Party, ...]:
    """The parties, or the people named of them: "with ministers of the Lake Union, including X and Y"."""
    if any(p.kind is MentionKind.OFFICIAL for p in found):
        return found
    for i in range(found[-1].last, stop):
        if passage.tokens[i].text.lower() in {"including", "notably", "namely"}:
            people = [p for p in grammar.after(passage, i + 1, stop) if p.kind is MentionKind.OFFICIAL]
            return tuple(people) or found
    return found


def stop_of(passage: Passage, trigger: Trigger) -> int:
    """Where the words that belong to a noun end: at a verb, another trigger, a mark."""
    following = [t.first for t in passage.triggers if t.first >= trigger.last and t.sense.frame is not Frame.GUARD]
    stop = min([*following, passage.last])
    verb = circumstances.happens(passage, trigger) if trigger.sense.frame in circumstances.NOUNS else None
    for i in range(trigger.last, stop):
        token = passage.tokens[i]
        if verb is not None and i <= verb:
            continue
        if token.pos in {"VBD", "VBZ", "AUX", "MD", "WH", "SC"} or token.text in {";", ":"}:
            inside = any(p.first <= i < p.last for p in passage.parties)
            if not inside:
                return i
    return stop


def beside(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """Parties behind "with" after the noun."""
    return behind(passage, trigger, {"with"})


def listed_behind(passage: Passage, at: int) -> tuple[Party, ...]:
    """People of a list that a title of many opens: "the new coordinators of A and B: X and Y"."""
    stop = min(passage.last, at + 16)
    named = any(t.text.lower() in grammar.MEMBERS for t in passage.tokens[at:stop])
    mark = next((i for i in range(at, stop) if passage.tokens[i].text in {":", ",", "–", "—"}), None)
    verbs = [i for i in range(at, mark or at) if passage.tokens[i].pos in {"VBD", "VBZ", "AUX", "MD"}]
    verbs = [i for i in verbs if passage.tokens[i - 1].pos != "RB"]  # "newly appointed"
    if not named or mark is None or verbs:
        return ()
    return tuple(p for p in grammar.after(passage, mark + 1) if p.kind is MentionKind.OFFICIAL)
