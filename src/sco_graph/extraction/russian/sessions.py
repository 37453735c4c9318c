"""Sessions that only a clause after the name of their body tells of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model import InteractionType, Role
from ..dates import Dated
from ..drafts import Draft, Standing
from ..reading import MentionKind, Reading
from ..triggers import Frame, Sense, Trigger
from . import circumstances, partaking, standings, statuses
from .clauses import Clause
from .passages import Passage


def told(reading: Reading, passage: Passage) -> Iterator[Draft]:
    """ "повестка дня Совета министров, который пройдёт 3 июня": the session that a relative clause tells of."""
    for clause in passage.clauses:
        party = next((p for p in passage.of_kind(MentionKind.ORGANISATION) if 0 <= clause.first - p.last <= 1), None)
        verb = standings.sits(passage, clause)
        several = passage.tokens[clause.first].number == "plur"
        if (
            party is None
            or verb is None
            or several
            or any(t.first < clause.first <= t.last + 2 for t in passage.triggers)
        ):
            continue
        words = passage.text(party.first, party.last)
        kind = standings.council(words) or InteractionType.MULTILATERAL_MEETING
        sense = Sense(kind, None, Frame.NOUN)
        trigger = Trigger(
            first=party.first, last=party.last, start=party.start, stop=party.stop, sense=sense, pattern="council"
        )
        within = replace(passage, triggers=(trigger,))
        date = circumstances.when(replace(within, dates=_inside(passage, clause)), trigger)
        yield Draft(
            trigger=trigger,
            passage=passage.index,
            standing=Standing.MENTIONED,
            type=kind,
            mode=None,
            status=statuses.status(within, trigger, Standing.MENTIONED, date, reading.document.published),
            when=date,
            where=circumstances.where(within, trigger, reading.places),
            parts=partaking.of(party, Role.ATTENDEE, "of_the_noun"),
            bodies=frozenset(party.refs),
        )


def _inside(passage: Passage, clause: Clause) -> tuple[Dated, ...]:
    tokens = passage.tokens
    return tuple(d for d in passage.dates if tokens[clause.first].start <= d.start < tokens[clause.last - 1].stop)
