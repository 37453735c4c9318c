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

    An issue that only one of many speakers touches is none of the event.
    """
    events, evidence = [], list(told.evidence)
    for event in told.events:
        points = [point for point in statements if point.event == event.id]
        counts = Counter(code for point in points for code in {guide_code(issue) or issue for issue in point.issues})
        if len(points) > _FEW:
            once = {code for code, count in counts.items() if count < _AGAIN}
            passing = _in_passing(event, evidence, once, _spans(points, said))
            evidence = [item for item in evidence if item not in passing]
            event = replace(event, issues=tuple(i for i in event.issues if i not in {p.value for p in passing}))
            counts = Counter({code: count for code, count in counts.items() if count >= _AGAIN})
        added = list(_named(event, points, said, set(counts)))
        evidence += added
        events.append(replace(event, issues=(*event.issues, *(item.value for item in added))))
    return replace(told, events=tuple(events), evidence=tuple(evidence))


def _spans(points: Sequence[Statement], said: Sequence[Evidence]) -> tuple[tuple[int, int], ...]:
    """Characters of the statements."""
    own = {point.id for point in points}
    return tuple((item.start, item.stop) for item in said if item.subject in own and item.property == "speechAct")


def _in_passing(
    event: Event, evidence: Sequence[Evidence], once: set[str], spans: Sequence[tuple[int, int]]
) -> list[Evidence]:
    """Issues of the event whose words are those of one speaker alone."""
    return [
        item
        for item in evidence
        if item.subject == event.id
        and item.property == "discusses"
        and (guide_code(item.value) or item.value) in once
        and any(start <= item.start < stop for start, stop in spans)
    ]


def _named(event: Event, points: Sequence[Statement], said: Sequence[Evidence], wanted: set[str]) -> Iterator[Evidence]:
    """Evidence for each wanted issue that the event has not: the first words of a statement that name it."""
    own: set[LocalId] = {point.id for point in points}
    known = {guide_code(issue) or issue for issue in event.issues}
    for item in said:
        code = guide_code(item.value) or item.value if item.property == "about" else ""
        if item.subject in own and code in wanted - known:
            known.add(code)
            yield replace(item, subject=event.id, property="discusses", method="rule:said_at_it", score=0.6)
