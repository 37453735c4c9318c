"""Which meeting of the tables an account tells of: its event takes the key of the meeting that is known already."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import Event, Key, LocalId
from .reading import MentionKind, Reading

if TYPE_CHECKING:
    from .accounts import Told
    from .knowledge import Knowledge


def known_meetings(told: Told, reading: Reading, known: Knowledge) -> tuple[Event, ...]:
    """The events; one that is a meeting of an organ named in the same sentence has its key from the tables.

    One document has one account of a meeting: the first of several events keeps the key.
    """
    meetings, taken, found = known.index.meetings, set[Key](), list[Event]()
    triggers: dict[str, list[int]] = {}
    for item in told.evidence:
        if item.property == "interactionType":
            triggers.setdefault(item.subject, []).append(item.start)
    keys = {body.id: body.key for body in reading.organisations if body.linked}
    for event in told.events:
        bodies = tuple(_named_with(triggers.get(event.id, ()), keys, reading))
        meeting = meetings.meeting_of(event.type, bodies, event.date, event.end)
        if meeting and meeting.key not in taken:
            taken.add(meeting.key)
            event = replace(event, key=meeting.key)
        found.append(event)
    return tuple(found)


def _named_with(triggers: Sequence[int], keys: Mapping[LocalId, Key], reading: Reading) -> Iterator[Key]:
    """Bodies of the tables that a sentence names in which words say what kind of event it was."""
    for start, stop in _sentences(triggers, reading):
        first = bisect_left(reading.mentions, start, key=lambda mention: mention.start)
        for at in range(first, bisect_left(reading.mentions, stop, key=lambda mention: mention.start)):
            mention = reading.mentions[at]
            if mention.kind is MentionKind.ORGANISATION:
                yield from (keys[LocalId(ref)] for ref in (mention.refs or (mention.ref,)) if ref in keys)


def _sentences(places: Sequence[int], reading: Reading) -> Iterator[tuple[int, int]]:
    """Spans of the sentences that these characters lie in, in order, each once."""
    numbers = {bisect_right(reading.sentences, place, key=lambda sentence: sentence.start) - 1 for place in places}
    for number in sorted(numbers - {-1}):
        sentence = reading.sentences[number]
        if any(sentence.start <= place < sentence.stop for place in places):
            yield sentence.start, sentence.stop
