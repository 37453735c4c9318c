"""Whether an interaction was held, is planned, proposed, put off or cancelled, by the words of its sentence."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ...model import Status
from ..drafts import TOLD_AS_HELD, Claim, Standing, When
from ..phrases import Found
from ..triggers import Frame, Trigger
from . import clauses, grammar, standings
from .clauses import ClauseKind
from .passages import Passage

_BEFORE = 9
"""Tokens before a noun within which a marker ("предстоящий") is of it."""
_FUTURE = "futr"


def status(passage: Passage, trigger: Trigger, standing: Standing, date: When | None, published: str | None) -> Claim:
    """Held unless the words say otherwise: a marker ("предстоящий"), the tense of the verb, or a date yet to come."""
    for rule in (_marked, _tense):
        claim = rule(passage, trigger, standing)
        if claim is not None:
            return claim
    if (
        date is not None
        and published
        and not _over(passage, trigger, standing, date, published)
        and date.date[: len(published)] > published[: len(date.date)]
    ):
        return Claim(value=Status.PLANNED, start=date.claim.start, stop=date.claim.stop, rule="rule:date_to_come")
    return Claim(value=Status.HELD, start=trigger.start, stop=trigger.stop, rule=TOLD_AS_HELD, score=0.8)


def _over(passage: Passage, trigger: Trigger, standing: Standing, date: When, published: str) -> bool:
    """Whether the sentence's own verb is past, on a day right after that of publication: another day elsewhere."""
    if standing is not Standing.HAPPENS or not len(date.date) == len(published) == len("2020-01-01"):
        return False
    verb = passage.tokens[clauses.verb_of(passage.tokens, trigger.first, trigger.last)]
    happens = standings.happening(passage, trigger)
    told = clauses.tense(verb) or (clauses.tense(passage.tokens[happens.first]) if happens is not None else "")
    days = datetime.date.fromisoformat(date.date) - datetime.date.fromisoformat(published)
    return told == "past" and days.days <= _NEXT


_NEXT = 2
"""Days by which what is told as past may lie after the day of publication."""


def _marked(passage: Passage, trigger: Trigger, standing: Standing) -> Claim | None:
    """ "предстоящий саммит", "предложил провести", "представляется важным проведение", "намечено"."""
    clause = passage.clause(trigger.first)
    before = grammar.found(passage, "happenings", max(clause.first, trigger.first - _BEFORE), trigger.first)
    start, _ = clauses.around(clause, trigger.first, trigger.last)
    proposals = grammar.found(passage, "happenings", start, trigger.first)
    behind = _relative_after(passage, trigger)
    early = [f for f in proposals if f.value == Status.PLANNED and _rules(passage, f, trigger)]
    behind = (*behind, *_undone(passage, trigger))
    hits = [f for f in (*before, *early, *behind) if f.value not in {"-", Status.PROPOSED}]
    hits = [f for f in proposals if f.value == Status.PROPOSED] + hits
    for hit in hits:
        if hit not in early and any(t.first < trigger.first and t.first >= hit.last for t in passage.triggers):
            continue
        tokens = passage.tokens
        return Claim(
            value=hit.value, start=tokens[hit.first].start, stop=tokens[hit.last - 1].stop, rule="rule:status_marked"
        )
    return None


def _undone(passage: Passage, trigger: Trigger) -> Iterator[Found[str]]:
    """Markers after a noun that say it came to nothing: "встреча отменена", "встреча не состоялась"."""
    if trigger.sense.frame is not Frame.NOUN and passage.tokens[trigger.first].pos != "NOUN":
        return
    for found in grammar.found(passage, "happenings", trigger.last, passage.clause(trigger.first).last):
        others = any(trigger.last <= t.first < found.first for t in passage.triggers)
        unsure = found.value == Status.PLANNED and passage.tokens[found.first].lemma == "мочь"
        if (found.value in {Status.CANCELLED, Status.POSTPONED} or unsure) and not others:
            yield found


def _rules(passage: Passage, marker: Found[str], trigger: Trigger) -> bool:
    """Whether a verb of planning goes on to the trigger's noun: "планируется визит A, а также проведение сессии"."""
    between = passage.tokens[marker.last : trigger.first]
    return clauses.is_finite(passage.tokens[marker.first]) and not any(clauses.is_finite(t) for t in between)


def _relative_after(passage: Passage, trigger: Trigger) -> tuple[Found[str], ...]:
    """Markers in the relative clause right after the trigger's ("саммит, проведение которого намечено")."""
    later = [c for c in passage.clauses if c.first >= trigger.last]
    if not later or later[0].kind is not ClauseKind.RELATIVE:
        return ()
    nearest = max((t for t in passage.triggers if t.first < later[0].first), key=lambda t: t.first)
    if nearest != trigger:
        return ()
    markers = grammar.found(passage, "happenings", later[0].first, later[0].last)
    return tuple(m for m in markers if passage.tokens[m.first].lemma not in _OF_NOUNS)


_OF_NOUNS = frozenset({"подготовка", "преддверие", "канун", "накануне", "предстоящий", "грядущий", "предстоять"})
"""Markers that say something of the noun after them only."""


def _tense(passage: Passage, trigger: Trigger, standing: Standing) -> Claim | None:
    """A future verb in the trigger's clause, or in the relative clause after it."""
    if standing is Standing.TITLE or standings.reports(passage, trigger):
        return None
    spans = [passage.clause(trigger.first)] if standing is not Standing.MENTIONED else []
    later = [c for c in passage.clauses if c.first >= trigger.last and c.kind is ClauseKind.RELATIVE]
    nearest = max(
        (t for t in passage.triggers if later and t.first < later[0].first), key=lambda t: t.first, default=None
    )
    if later and nearest == trigger and passage.clause(trigger.first).last == later[0].first:
        spans.append(later[0])
    for clause in spans:
        first, last = clauses.around(clause, trigger.first, trigger.last)
        told = trigger.first in passage.quoted
        for at, token in enumerate(passage.tokens[first:last], first):
            if clauses.tense(token) == _FUTURE and (told or at not in passage.quoted):
                return Claim(value=Status.PLANNED, start=token.start, stop=token.stop, rule="rule:status_future")
    return None
