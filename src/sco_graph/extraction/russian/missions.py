"""Missions of observers: what they observe, where and when, and who heads them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...model import InteractionType, Role, Status
from ..drafts import Account, Claim, Draft, When, joined
from ..reading import MentionKind, Reading
from . import clauses, grammar, partaking
from .clauses import ClauseKind
from .passages import Party, Passage

T = InteractionType

_BALLOT = ("выбор", "референдум", "голосован", "избирательн")


def observed(reading: Reading, passages: Sequence[Passage], accounts: Sequence[Account], known: Draft) -> Draft:
    """The state and date of the ballot for a mission of observers; elsewhere "наблюдатели" are the mission."""
    missions = [a.sum for a in accounts if a.sum.type is T.ELECTION_OBSERVATION and a.sum.bodies]
    if not missions:
        return known
    if known.type is T.ELECTION_OBSERVATION:
        return _ballot(passages, known, {o.id: o.state for o in reading.organisations if o.state})
    body = min(missions[0].bodies)
    text = reading.document.text
    parts = [
        replace(p, ref=body, rule="rule:observers_are_the_mission")
        if p.ref.startswith("o") and "наблюдател" in text[max(0, p.start - 25) : p.start].lower()
        else p
        for p in known.parts
    ]
    return replace(known, parts=joined(parts))


def _ballot(passages: Sequence[Passage], known: Draft, states: Mapping[str, str]) -> Draft:
    """The state of the ballot, or of the parliament that is elected, and its day; ``states`` are those of bodies."""
    for passage in passages:
        words = [i for i in range(passage.first, passage.last) if passage.tokens[i].lemma.startswith(_BALLOT)]
        if not words:
            continue
        state = next((p for p in passage.of_kind(MentionKind.STATE) if p.first > words[0]), None)
        elected = next((p for p in passage.of_kind(MentionKind.ORGANISATION) if p.first - words[0] in {1, 2}), None)
        home = states.get(elected.ref) if elected is not None else None
        if known.where.state is None and elected is not None and home is not None:
            claim = Claim(value=home, start=elected.start, stop=elected.stop, rule="rule:state_of_elected", score=0.7)
            known = replace(known, where=replace(known.where, state=claim))
        if known.where.state is None and state is not None:
            claim = Claim(value=state.ref, start=state.start, stop=state.stop, rule="rule:state_of_ballot", score=0.7)
            known = replace(known, where=replace(known.where, state=claim))
        date = next((d for d in passage.dates if d.start > passage.tokens[words[0]].start and d.precision == 3), None)
        if (
            (known.when is None or len(known.when.date) < len("2020-01-01"))
            and date is not None
            and (not passage.triggers or passage.clause(passage.token_at(date.start)).kind is ClauseKind.RELATIVE)
        ):
            claim = Claim(value=date.date, start=date.start, stop=date.stop, rule="rule:date_of_ballot", score=0.7)
            known = replace(known, when=When(date=date.date, end=date.end, claim=claim))
            if any(passage.tokens[i].lemma.startswith("намет") for i in range(words[0], passage.last)):
                known = replace(known, status=replace(known.status, value=Status.PLANNED, rule="rule:ballot_to_come"))
    return known


_HEADS = frozenset({"возглавить", "возглавлять", "руководить"})
_NEAR = 3
"""Tokens between the verb and "миссию"."""


def headed(reading: Reading, passages: Sequence[Passage], known: Draft) -> Draft:
    """A mission with the official of whom the text says that he or she heads it ("Логинов, возглавивший Миссию")."""
    if known.type is not T.ELECTION_OBSERVATION:
        return known
    heads = [party for passage in passages for party in _heads(passage)]
    missions = {body.key for body in reading.organisations if body.id in known.bodies}
    posts = [p for p in reading.posts if not p.former and (p.body in missions or _OF_MISSION.match(p.title.lower()))]
    staff = {str(post.holder): post.title.lower() for post in posts}
    there = [party for passage in passages for party in passage.of_kind(MentionKind.OFFICIAL) if party.ref in staff]
    heads += [party for party in there if _AT_HEAD.match(staff[party.ref])]
    parts = (part for party in (*heads, *there) for part in partaking.of(party, Role.ATTENDEE, "heads_the_mission"))
    chairs = (part for party in heads[:1] for part in partaking.of(party, Role.CHAIR, "heads_the_mission"))
    return replace(known, parts=joined(known.parts, parts, chairs))


_OF_MISSION = re.compile(r"(?:глава|руководитель|координатор)(?: \w+)? (?:миссии|группы) (?:\w+ )?наблюдател")
_AT_HEAD = re.compile(r"(?:глава|руководитель|координатор)(?: миссии| группы|$)")


def _heads(passage: Passage) -> tuple[Party, ...]:
    for at in range(passage.first, passage.last):
        token = passage.tokens[at]
        ahead = passage.tokens[at + 1 : min(at + 1 + _NEAR, passage.last)]
        if token.lemma not in _HEADS or not any(t.lemma.startswith("мисси") for t in ahead):
            continue
        bound = grammar.subjects(passage, at) if clauses.is_finite(token) else ()
        bound = bound or grammar.antecedent(passage, passage.clause(at))
        return tuple(p for p in bound if p.kind is MentionKind.OFFICIAL)
    return ()
