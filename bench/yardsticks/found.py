"""Facts that extraction finds in a text of a data set, by characters, and who of them is who of the gold."""

from __future__ import annotations

from collections.abc import Iterable

from sco_graph.model import Facts, InteractionType

from .gold import Person, Span, touch

_TALKS = {InteractionType.MEETING, InteractionType.PHONE_CALL, InteractionType.VIDEOCONFERENCE}


def words_of(facts: Facts, subject: str, name: str, value: str | None = None) -> tuple[Span, ...]:
    """Where the words of a claim stand."""
    return tuple(
        (e.start, e.stop)
        for e in facts.evidence
        if e.subject == subject and e.property == name and value in (None, e.value)
    )


def who_is_who(people: Iterable[Person], found: dict[str, tuple[Span, ...]]) -> dict[str, int]:
    """Found person -> person of the gold: those with the most mentions in common first, one to one."""
    ranked = sorted(
        (-shared, name, at)
        for at, person in enumerate(people)
        for name, spans in found.items()
        if (shared := sum(touch([span], spans) for span in person.spans))
    )
    pairs: dict[str, int] = {}
    for _, name, at in ranked:
        if name not in pairs and at not in pairs.values():
            pairs[name] = at
    return pairs


def together(facts: Facts) -> list[frozenset[str]]:
    """Officials of each talk (no gathering of many) with at least two, whatever their role."""
    people = {person.id for person in facts.officials}
    talks: dict[str, set[str]] = {event.id: set() for event in facts.events if event.type in _TALKS}
    for part in facts.participations:
        if part.actor in people and part.event in talks:
            talks[part.event].add(part.actor)
    return [frozenset(party) for party in talks.values() if len(party) > 1]
