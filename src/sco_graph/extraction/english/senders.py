"""From whom and to whom a letter went."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Role
from ..drafts import Part
from ..reading import MentionKind
from ..triggers import Trigger
from . import circumstances, grammar, surroundings
from .attendance import of_all
from .passages import Party, Passage

_OPENING = 9
_GREETING = 12


def of(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "A's message to B", "in a letter to B, A wrote", "in his message A congratulated B": sender and recipient."""
    yield from of_all(_posted(passage, trigger, "from"), Role.SENDER, "sent_from")
    yield from of_all(_posted(passage, trigger, "by"), Role.SENDER, "sent_by")
    if passage.text(trigger.first, trigger.first + 1) == "in":
        writers = (i for i in range(passage.first, trigger.first) if passage.tokens[i].pos in {"VBD", "VBZ"})
        verb = max(writers, default=None)
        yield from of_all(grammar.subjects(passage, verb) if verb is not None else (), Role.SENDER, "writer")
    writer = _writer(passage, trigger)
    yield from of_all(writer, Role.SENDER, "writer")
    yield from of_all(_posted(passage, trigger, "to"), Role.RECIPIENT, "sent_to")
    if writer:
        yield from of_all(_to_whom(passage, writer[-1].last), Role.RECIPIENT, "written_to")


def _writer(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The subject of "In his message of congratulations, A noted"."""
    start = circumstances.phrase_start(passage, trigger)
    if start - passage.first > _OPENING or grammar.preposition(passage, start) not in {"in", "through"}:
        return ()
    verbs = (i for i in range(trigger.last, passage.last) if passage.tokens[i].pos in {"VBD", "VBZ"})
    verb = next((i for i in verbs if not any(p.first <= i < p.last for p in passage.parties)), None)
    who = grammar.subjects(passage, verb) if verb is not None else ()
    return tuple(p for p in who if p.kind is MentionKind.OFFICIAL and p.first >= trigger.last)


def _to_whom(passage: Passage, at: int) -> tuple[Party, ...]:
    """The person to whom greetings or wishes are expressed behind a token."""
    for i in range(at, min(passage.last, at + _GREETING)):
        people = [p for p in grammar.after(passage, i + 1) if p.kind is MentionKind.OFFICIAL]
        if passage.tokens[i].text.lower() == "to" and people:
            return tuple(people[:1])
        if passage.tokens[i].lemma == "congratulate" and people:
            return tuple(people[:1])
    return ()


def _posted(passage: Passage, trigger: Trigger, way: str) -> tuple[Party, ...]:
    """From whom or to whom a letter went, also behind a verb: "wishes went from A to B"."""
    near = surroundings.behind(passage, trigger, {way})
    if passage.text(trigger.last - 1, trigger.last) == way:
        near = grammar.after(passage, trigger.last) or near
    if near or circumstances.happens(passage, trigger) is not None:
        return near
    for i in range(trigger.last, passage.last):
        people = [p for p in grammar.after(passage, i + 1) if p.kind is MentionKind.OFFICIAL]
        if passage.tokens[i].text.lower() == way and people:
            return tuple(people)
    return ()
