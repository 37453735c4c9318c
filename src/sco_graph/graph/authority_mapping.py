"""From the authority tables to quads of the graph ``authority``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import NamedNode, Quad

from ..authority.records import (
    Attestation,
    Authority,
    Body,
    MeetingParticipant,
    Name,
    NameKind,
    Person,
    Place,
    Post,
    State,
    StateMembership,
    Tenure,
)  # fmt: skip
from ..vocabulary import SCHEMA, SKOS, WIKIDATA
from . import dates, terms
from .entities import superclasses
from .meetings import meeting_quads
from .terms import Pair, concept, entity, sco

# Adjectives and demonyms find an entity in a text, but are no names of it.
_HIDDEN = frozenset({NameKind.ADJECTIVE, NameKind.DEMONYM})
_PREFERENCE = (
    NameKind.PREFERRED,
    NameKind.SHORT,
    NameKind.FORMAL,
    NameKind.ALIAS,
    NameKind.ACRONYM,
    NameKind.GENERATED,
)

Names = Mapping[str, Sequence[Name]]


def authority_quads(authority: Authority) -> tuple[Quad, ...]:
    """All tables, sorted, each quad once. Raises nothing: the tables were checked when they were read."""
    names: dict[str, list[Name]] = defaultdict(list)
    for name in authority.names:
        names[name.entity].append(name)
    found = {quad for key, pairs in _rows(authority) for quad in terms.quads(terms.AUTHORITY, entity(key), pairs)}
    present: dict[str, list[MeetingParticipant]] = defaultdict(list)
    for one in authority.meeting_participants:
        present[one.meeting].append(one)
    for meeting in authority.meetings:
        found.update(meeting_quads(meeting, present[meeting.key], names))
    for key, given in names.items():
        found.update(terms.quads(terms.AUTHORITY, entity(key), _labels(given)))
    return tuple(sorted(found, key=str))


def _rows(authority: Authority) -> Iterator[tuple[str, Iterator[Pair]]]:
    for state in authority.states:
        yield state.key, _state(state)
    for body in authority.bodies:
        yield body.key, _body(body)
    for person in authority.people:
        yield person.key, _person(person)
    for post in authority.posts:
        yield post.key, _post(post)
    for place in authority.places:
        yield place.key, _place(place)
    yield from _relations(authority)


def _relations(authority: Authority) -> Iterator[tuple[str, Iterator[Pair]]]:
    """What holds between entities: capitals, tenures, attestations, memberships."""
    for state_key, capital in authority.capitals:
        yield state_key, iter(((sco("capital"), entity(capital)),))
    for tenure in authority.tenures:
        yield tenure.key, _tenure(tenure)
        yield tenure.holder, iter(((sco("hasHeld"), entity(tenure.post)),))
    for attestation in authority.attestations:
        yield attestation.key, _attestation(attestation)
    for membership in authority.memberships:
        yield membership.key, _membership(membership)
        if membership.kind == "member" and not membership.end:
            yield membership.state, iter(((sco("memberOf"), entity(membership.body)),))


def _classes(name: str) -> Iterator[Pair]:
    yield from ((terms.TYPE, sco(one)) for one in (name, *superclasses(name)))


def _identity(wikidata: str | None, source: str) -> Iterator[Pair]:
    if wikidata:
        yield terms.SAME_AS, NamedNode(WIKIDATA + wikidata)
    yield from _source(source)


def _source(source: str) -> Iterator[Pair]:
    if source:
        yield terms.SOURCE, terms.text(source)


def _state(state: State) -> Iterator[Pair]:
    yield from _classes("State")
    yield terms.NOTATION, terms.text(state.code)
    yield sco("alpha3"), terms.text(state.alpha3)
    if state.m49:
        yield sco("m49"), terms.text(state.m49)
    yield from _identity(state.wikidata, state.source)


def _body(body: Body) -> Iterator[Pair]:
    yield from _classes(body.kind)
    yield terms.NOTATION, terms.text(body.code)
    if body.organ_of:
        yield sco("organOf"), entity(body.organ_of)
    if body.state:
        yield sco("ofState"), entity(body.state)
    yield from _identity(body.wikidata, body.source)


def _person(person: Person) -> Iterator[Pair]:
    yield from _classes("Official")
    if person.state:
        yield sco("represents"), entity(person.state)
    yield from _identity(person.wikidata, person.source)


def _post(post: Post) -> Iterator[Pair]:
    yield from _classes("Post")
    yield sco("postType"), concept("post-type", post.type)
    yield sco("rank"), concept("rank", post.rank)
    yield sco("atBody"), entity(post.at)
    yield from _source(post.source)


def _place(place: Place) -> Iterator[Pair]:
    yield from _classes("Place")
    if place.state:
        yield sco("inState"), entity(place.state)
    for name, degrees in (("latitude", place.latitude), ("longitude", place.longitude)):
        if degrees is not None:
            yield NamedNode(SCHEMA + name), terms.decimal(degrees)
    yield from _identity(place.wikidata, place.source)


def _tenure(tenure: Tenure) -> Iterator[Pair]:
    yield terms.TYPE, sco("Tenure")
    yield sco("holder"), entity(tenure.holder)
    yield sco("post"), entity(tenure.post)
    yield from dates.lasting(tenure.start, tenure.end)
    yield sco("verified"), terms.boolean(tenure.verified)
    yield from _source(tenure.source)


def _membership(membership: StateMembership) -> Iterator[Pair]:
    yield terms.TYPE, sco("StateMembership")
    yield sco("memberState"), entity(membership.state)
    yield sco("memberOrganisation"), entity(membership.body)
    yield sco("membershipKind"), concept("membership-kind", membership.kind)
    yield from dates.lasting(membership.start, membership.end)
    yield sco("verified"), terms.boolean(membership.verified)
    yield from _source(membership.source)


def _attestation(attestation: Attestation) -> Iterator[Pair]:
    """What a source gives where sources disagree: a date with its type, the node of an entity, or a word."""
    value = attestation.value
    yield terms.TYPE, sco("Attestation")
    yield sco("attestationOf"), entity(attestation.subject)
    yield sco("attestedProperty"), terms.text(attestation.property)
    if "/" in value:
        yield sco("attestedEntity"), entity(value)
    else:
        yield sco("attestedValue"), dates.typed(value) if value[:1].isdigit() else terms.text(value)
    yield sco("followed"), terms.boolean(attestation.followed)
    if attestation.note:
        yield NamedNode(SKOS + "note"), terms.text(attestation.note, "en")
    yield from _source(attestation.source)


def _labels(names: Sequence[Name]) -> Iterator[Pair]:
    """One preferred label a language; a transliteration that no source gives is marked as generated."""
    shown = [name for name in names if name.kind not in _HIDDEN]
    best: dict[str, Name] = {}
    for name in sorted(shown, key=lambda name: _PREFERENCE.index(name.kind)):
        best.setdefault(name.language, name)
    chosen = {(name.language, name.text) for name in best.values()}
    for name in names:
        label = terms.text(name.text, name.language)
        if name.kind is NameKind.GENERATED:
            yield sco("generatedLabel"), label
        if (name.language, name.text) in chosen:
            yield terms.PREF_LABEL, label
        else:
            yield (terms.HIDDEN_LABEL if name.kind in _HIDDEN else terms.ALT_LABEL), label
