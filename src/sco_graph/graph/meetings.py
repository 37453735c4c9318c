"""Meetings of the tables as interactions of the graph ``authority``; and what derivation may add to them.

A meeting is known before any document tells of it. Documents that do are joined to it by
its key; ``interactions`` then holds of it only what ``authority`` does not: a triple stands
in one graph only, and where a property has one value, that of the tables stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from ..authority.records import Meeting, MeetingParticipant, Name, NameKind
from . import dates, terms
from .labels import LANGUAGES, date_text
from .terms import Pair, concept, entity, sco
from .view import View

_ONE_VALUE = frozenset(
    {
        terms.TYPE,
        terms.PREF_LABEL,
        *map(sco, ("status", "mode", "startDate", "endDate", "earliestDate", "latestDate", "place", "inState")),
    }
)
_COUNTED = {"en": "{organ}, meeting {number}", "ru": "{organ}, заседание № {number}", "zh": "{organ}第{number}次会议"}

Names = Mapping[str, Sequence[Name]]


def meeting_quads(meeting: Meeting, present: Sequence[MeetingParticipant], names: Names) -> Iterator[Quad]:
    """A meeting with its participations: the chair is a participation of its own."""
    event = entity(meeting.key)
    parts = [(one.participant, "attendee", one.post, one.source) for one in present]
    if meeting.chair:
        parts.append((meeting.chair, "chair", None, meeting.source))
    yield from terms.quads(terms.AUTHORITY, event, _meeting(meeting, names))
    for actor, role, post, source in parts:
        node = participation(event, entity(actor), role)
        links = [(sco("participation"), node), (sco("hasParticipant"), entity(actor))]
        if role == "chair":
            links.append((sco("chairedBy"), entity(actor)))
        yield from terms.quads(terms.AUTHORITY, event, links)
        pairs: list[Pair] = [
            (terms.TYPE, sco("Participation")),
            (sco("participant"), entity(actor)),
            (sco("participationRole"), concept("role", role)),
            (terms.SOURCE, terms.text(source)),
        ]
        if post:
            pairs.append((sco("inCapacity"), entity(post)))
        yield from terms.quads(terms.AUTHORITY, node, pairs)


def participation(event: NamedNode, actor: NamedNode, role: str) -> NamedNode:
    """Node of one actor's part, in one role, in an interaction; attendance is not named.

    >>> participation(entity("event/tea"), entity("official/ivan-testov"), "chair").value.rsplit("/", 1)[-1]
    'tea-official-ivan-testov-chair'
    """
    suffix = "" if role == "attendee" else f"-{role}"
    return entity(f"participation/{terms.local_name(event)}-{terms.key_of(actor).replace('/', '-')}{suffix}")


def beside_the_tables(event: NamedNode, quads: Iterable[Quad], view: View) -> tuple[Quad, ...]:
    """The derived quads of an interaction that the tables leave to be said.

    Not said again: what ``authority`` has, a property that it gives and that has one value,
    and anything of a participation that it describes.
    """
    known = list(view.about(event, terms.AUTHORITY))
    if not known:
        return tuple(quads)
    said = {(quad.predicate, quad.object) for quad in known}
    settled = {quad.predicate for quad in known} & _ONE_VALUE
    settled |= set(map(sco, _DATES)) if settled & set(map(sco, _DATES)) else set()
    described = {quad.object for quad in known if quad.predicate == sco("participation")}
    return tuple(
        quad
        for quad in quads
        if quad.subject not in described
        and not (quad.subject == event and (quad.predicate in settled or (quad.predicate, quad.object) in said))
    )


_DATES = ("startDate", "endDate", "earliestDate", "latestDate")


def _meeting(meeting: Meeting, names: Names) -> Iterator[Pair]:
    yield terms.TYPE, sco("Interaction")
    yield terms.TYPE, sco(meeting.type)
    yield sco("meetingOf"), entity(meeting.organ)
    if meeting.number is not None:
        yield sco("meetingNumber"), terms.integer(meeting.number)
    yield sco("status"), concept("status", meeting.status)
    yield sco("mode"), concept("mode", meeting.mode)
    yield from dates.happening(meeting.start, meeting.end if meeting.end != meeting.start else None)
    if meeting.place:
        yield sco("place"), entity(meeting.place)
    if meeting.state:
        yield sco("inState"), entity(meeting.state)
    yield terms.SOURCE, terms.text(meeting.source)
    yield from ((terms.PREF_LABEL, label) for label in _labels(meeting, names))


def _labels(meeting: Meeting, names: Names) -> Iterator[Literal]:
    """Organ, number where it is known, place and days, in each language in which the organ has a name."""
    for language in LANGUAGES:
        organ = _preferred(names.get(meeting.organ, ()), language)
        if not organ:
            continue
        head = _COUNTED[language].format(organ=organ, number=meeting.number) if meeting.number is not None else organ
        end = meeting.end if meeting.end != meeting.start else None
        where = _preferred(names.get(meeting.place, ()), language) if meeting.place else ""
        parts = (head, where, date_text(meeting.start, end, language))
        yield terms.text(("，" if language == "zh" else ", ").join(filter(None, parts)), language)


def _preferred(names: Iterable[Name], language: str) -> str:
    given = (name.text for name in names if name.language == language and name.kind is NameKind.PREFERRED)
    return next(given, "")
