"""A journey told by what somebody came to: "по приглашению A делегация B присутствовала на форуме и выставке в В"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model import InteractionType, Role
from ..drafts import Draft, Standing, Where, joined
from ..triggers import Frame, Sense
from . import clauses
from .passages import Passage

T = InteractionType
_INVITED = re.compile(r"\bпо приглашению\b")
_FEW = 2
"""As many gatherings in one sentence make a journey."""


_AT = frozenset({"на", "во время", "в рамках", "в ходе"})
_GATHERINGS = frozenset({T.CONFERENCE, T.SUMMIT, T.CEREMONY, T.MULTILATERAL_MEETING, T.OTHER})


def with_people_met(passage: Passage, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of a sentence; those who met at a gathering were there: "A познакомился с B на форуме в В"."""
    for draft in drafts:
        at = draft.trigger.first
        bare = draft.standing is Standing.MENTIONED and draft.type in _GATHERINGS and not draft.sidelines
        people = any(p.ref.startswith("p") for p in draft.parts)
        if not bare or people or clauses.preposition(passage.tokens, at, passage.first) not in _AT:
            yield draft
            continue
        clause = passage.clause(at)
        talks = (d for d in drafts if d.trigger.sense.frame is Frame.WITH and clause.first <= d.trigger.first < at)
        talk = next(talks, None)
        parts = [p for p in talk.parts if p.ref.startswith("p")] if talk is not None else []
        met = [replace(p, role=Role.ATTENDEE, rule="rule:met_at_it", score=0.7) for p in parts]
        when = draft.when or (talk.when if talk is not None and met else None)
        where = talk.where if talk is not None and met and draft.where == Where() else draft.where
        yield replace(draft, parts=joined(draft.parts, met), when=when, where=where)


def without_greetings(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of a sentence without a letter to those who take part in a gathering: it was read out there."""
    gathered = {p.ref for d in drafts if d.type in _GATHERINGS for p in d.parts if p.role is Role.SPEAKER}
    drilled = any(d.type is T.EXERCISE for d in drafts)
    for draft in drafts:
        troops = draft.type is T.VISIT and drilled and not any(p.ref.startswith("p") for p in draft.parts)
        if troops:
            continue  # contingents that come to an exercise
        senders = {p.ref for p in draft.parts if p.role is Role.SENDER}
        addressed = any(p.role is Role.RECIPIENT for p in draft.parts)
        if draft.type is not T.LETTER or addressed or not senders or not senders <= gathered:
            yield draft


def with_journey(passage: Passage, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of a sentence; where somebody was invited to a city for several gatherings, their visit first.

    The date and the city are those of the visit: what was attended there lies within.
    """
    attended = [d for d in drafts if d.standing is Standing.ATTENDED and d.type not in {T.VISIT, T.LETTER}]
    guests = {p.ref for d in attended for p in d.parts if p.ref.startswith("p")}
    where = next((d.where for d in drafts if d.where.key), None)
    invited = _INVITED.search(passage.text(passage.first, passage.last))
    if len(attended) < _FEW or where is None or not guests or not invited or any(d.type is T.VISIT for d in drafts):
        yield from drafts
        return
    first = attended[0]
    trigger = replace(first.trigger, sense=Sense(T.VISIT, None, Frame.VISIT), pattern="journey")
    parts = [replace(p, role=Role.VISITOR, rule="rule:journey", score=0.7) for d in attended for p in d.parts]
    yield replace(
        first,
        trigger=trigger,
        standing=Standing.HAPPENS,
        type=T.VISIT,
        where=where,
        when=next((d.when for d in drafts if d.when is not None), None),
        parts=joined([p for p in parts if p.ref in guests]),
        bodies=frozenset(),
        title="",
        plural=False,
    )
    for draft in drafts:
        yield replace(draft, when=None) if draft in attended else draft
