"""Evidence: the characters that each claim of a document rests on, and what decided."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    """One Evidence for each property that words give, and the links to it from what it supports.

    Of two findings of the same claim in the same words the surer one stays. A
    participation and a statement also carry score and method of their surest words.
    """
    bearers = Bearers(facts, naming)
    surest: dict[NamedNode, Evidence] = {}
    for node, evidence in _each_once(facts, naming).items():
        yield from terms.quads(naming.graph, node, _evidence(evidence, naming))
        for bearer in bearers.of(evidence):
            yield Quad(bearer, sco("evidence"), node, naming.graph)
            if bearer in bearers.scored:
                surest[bearer] = min(evidence, surest.get(bearer, evidence), key=_doubt)
    for bearer, evidence in surest.items():
        yield from terms.quads(naming.graph, bearer, _decision(evidence))


def _each_once(facts: Facts, naming: Naming) -> dict[NamedNode, Evidence]:
    found: dict[NamedNode, Evidence] = {}
    for evidence in facts.evidence:
        node = naming.evidence(evidence)
        found[node] = min(evidence, found.get(node, evidence), key=_doubt)
    return found


def _doubt(evidence: Evidence) -> tuple[float, int, int, str, str]:
    return -evidence.score, evidence.start, evidence.stop, evidence.method, evidence.property


def _evidence(evidence: Evidence, naming: Naming) -> Iterator[Pair]:
    name = property_of(evidence)
    yield terms.TYPE, sco("Evidence")
    yield sco("quote"), terms.text(evidence.quote, naming.language)
    yield sco("spanStart"), terms.integer(evidence.start)
    yield sco("spanStop"), terms.integer(evidence.stop)
    yield sco("supports"), sco(name)
    yield sco("supportsValue"), _value(name, evidence.value, naming)
    yield from _decision(evidence)


def _decision(evidence: Evidence) -> Iterator[Pair]:
    yield sco("score"), terms.decimal(evidence.score)
    yield sco("method"), terms.text(evidence.method)


def property_of(evidence: Evidence) -> str:
    """Local name, in the vocabulary, of the property that a piece of evidence supports."""
    name = _PROPERTIES.get(evidence.property, evidence.property)
    return _ACCOUNTS.get(name, name)


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


class Bearers:
    """The nodes whose claims words support: accounts, participations, statements and mentions of one document."""

    def __init__(self, facts: Facts, naming: Naming) -> None:
        self._naming = naming
        self._places = {event.id: event.place_key for event in facts.events}
        self._statements = frozenset(said.id for said in facts.statements)
        self._posts = frozenset(post.key for post in facts.posts)
        self._parts = facts.participations
        parts = (naming.participation(part) for part in facts.participations)
        self.scored = frozenset((*parts, *(naming.statement(local) for local in self._statements)))

    def of(self, evidence: Evidence) -> Iterator[NamedNode]:
        """What a piece of evidence supports; a place and a post also have a mention of their own."""
        name, subject = property_of(evidence), evidence.subject
        if subject in self._places:
            yield from list(self._participations(evidence, name)) or [self._naming.account(subject)]
            place = self._places[subject]
            if name == "place" and place:
                yield self._naming.mention_of(place)
        elif subject in self._statements:
            yield self._naming.statement(subject)
        else:
            yield self._naming.mention(subject)
            if name == "inCapacity" and evidence.value in self._posts:
                yield self._naming.mention_of(evidence.value)

    def _participations(self, evidence: Evidence, name: str) -> Iterator[NamedNode]:
        if name not in _PARTS:
            return
        for part in self._parts:
            fits = part.event == evidence.subject and evidence.value in (part.actor, part.role)
            if fits and part.role in _ROLES.get(name, {part.role}):
                yield self._naming.participation(part)
