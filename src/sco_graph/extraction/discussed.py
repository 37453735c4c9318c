"""What was said at an interaction was discussed there: issues of an event's statements become issues of the event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from ..model import Event, Evidence, LocalId, Statement
from ..vocabulary import guide_code
from .accounts import Told

_FEW = 8
"""Statements of an event up to which each point made is a subject of it; of more, a subject is what came up again."""
_AGAIN = 2

Kind = TypeVar("Kind", bound=Told)


def with_said(told: Kind, statements: Sequence[Statement], said: Sequence[Evidence]) -> Kind:
    """The events with the issues of what was said at them, each with the words that name it there.

    Of many points, one that nobody takes up again makes no issue of the event by itself.
    """
    events, evidence = [], list(told.evidence)
    for event in told.events:
        points = [point for point in statements if point.event == event.id]
        counts = Counter(code for point in points for code in {guide_code(issue) or issue for issue in point.issues})
        if len(points) > _FEW:
            counts = Counter({code: count for code, count in counts.items() if count >= _AGAIN})
        added = list(_named(event, points, said, set(counts)))
        evidence += added
        events.append(replace(event, issues=(*event.issues, *(item.value for item in added))))
    return replace(told, events=tuple(events), evidence=tuple(evidence))


def _named(event: Event, points: Sequence[Statement], said: Sequence[Evidence], wanted: set[str]) -> Iterator[Evidence]:
    """Evidence for each wanted issue that the event has not: the first words of a statement that name it."""
    own: set[LocalId] = {point.id for point in points}
    known = {guide_code(issue) or issue for issue in event.issues}
    for item in said:
        code = guide_code(item.value) or item.value if item.property == "about" else ""
        if item.subject in own and code in wanted - known:
            known.add(code)
            yield replace(item, subject=event.id, property="discusses", method="rule:said_at_it", score=0.6)
