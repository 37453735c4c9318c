"""Evidence: the characters that each claim of a document rests on, and what decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pyoxigraph import NamedNode, Quad

from ..model import Evidence, Facts
from . import dates, terms
from .naming import Naming
from .terms import Node, Pair, concept, entity, sco

# How stages name a property, where the vocabulary has another word for it.
_PROPERTIES = {
    "mention": "mentionOf",
    "post": "inCapacity",
    "type": "interactionType",
    "date": "startDate",
    "end": "endDate",
    "issue": "discusses",
    "act": "speechAct",
    "role": "participationRole",
    "placeState": "inState",
}
_SCHEMES = {
    "interactionType": "interaction-type",
    "mode": "mode",
    "status": "status",
    "discusses": "issue",
    "about": "issue",
    "speechAct": "speech-act",
    "participationRole": "role",
}
_DATES = frozenset({"startDate", "endDate"})
_PARTS = frozenset({"participant", "participationRole", "chairedBy", "hostedBy"})
_ROLES = {"chairedBy": frozenset({"chair", "co-chair"}), "hostedBy": frozenset({"host"})}
_ACCOUNTS = {"partOf": "accountPartOf", "onSidelinesOf": "accountOnSidelinesOf"}
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_KEY = re.compile(r"[a-z]+/[A-Za-z0-9-]+")


def evidence_quads(facts: Facts, naming: Naming) -> Iterator[Quad]:
    """One Evidence for each property that words give, and the links to it from what it supports."""
    for evidence in facts.evidence:
        node = naming.evidence(evidence)
        yield from terms.quads(naming.graph, node, _evidence(evidence, naming))
        for bearer in _bearers(evidence, facts, naming):
            yield Quad(bearer, sco("evidence"), node, naming.graph)


def _evidence(evidence: Evidence, naming: Naming) -> Iterator[Pair]:
    name = property_of(evidence)
    yield terms.TYPE, sco("Evidence")
    yield sco("quote"), terms.text(evidence.quote, naming.language)
    yield sco("spanStart"), terms.integer(evidence.start)
    yield sco("spanStop"), terms.integer(evidence.stop)
    yield sco("supports"), sco(name)
    yield sco("supportsValue"), _value(name, evidence.value, naming)
    yield sco("score"), terms.decimal(evidence.score)
    yield sco("method"), terms.text(evidence.method)


@cache
def _renamed(name: str) -> str:
    name = _PROPERTIES.get(name, name)
    return _ACCOUNTS.get(name, name)


def property_of(evidence: Evidence) -> str:
    """Local name, in the vocabulary, of the property that a piece of evidence supports."""
    return _renamed(evidence.property)


def _value(name: str, value: str, naming: Naming) -> Node:
    """The value as the property has it: a concept, a date, an entity, or else the words."""
    if name in _SCHEMES and not naming.names_actor(value):
        return concept(_SCHEMES[name], value)
    if name in _DATES and _DATE.fullmatch(value):
        return dates.typed(value)
    if name in _ACCOUNTS.values():
        return naming.account(value)
    if naming.names_actor(value):
        return naming.actor(value)
    return entity(value) if _KEY.fullmatch(value) else terms.text(value, naming.language)


def _bearers(evidence: Evidence, facts: Facts, naming: Naming) -> Iterator[NamedNode]:
    """The nodes whose claim the words support: an account, a participation, a statement, a mention."""
    name = property_of(evidence)
    events = {event.id: event for event in facts.events}
    if evidence.subject in events:
        parts = list(_parts(evidence, name, facts, naming)) if name in _PARTS else []
        yield from parts or [naming.account(evidence.subject)]
        place = events[evidence.subject].place_key
        if name == "place" and place:
            yield naming.mention_of(place)
    elif any(said.id == evidence.subject for said in facts.statements):
        yield naming.statement(evidence.subject)
    else:
        yield naming.mention(evidence.subject)
        if name == "inCapacity" and any(post.key == evidence.value for post in facts.posts):
            yield naming.mention_of(evidence.value)


def _parts(evidence: Evidence, name: str, facts: Facts, naming: Naming) -> Iterator[NamedNode]:
    for part in facts.participations:
        fits = part.event == evidence.subject and evidence.value in (part.actor, part.role)
        if fits and part.role in _ROLES.get(name, {part.role}):
            yield naming.participation(part)
