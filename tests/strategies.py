"""Strategies of hypothesis for documents and facts of an invented world (Lake Union, Freedonia, Sylvania).

A corpus is a tuple of documents with what they say. Documents may tell of the same
interaction, agree or not, and name people of whom the tables know some.
"""

from __future__ import annotations

import hashlib
from typing import Any

from hypothesis import strategies as st

from sco_graph import keys
from sco_graph.model import (
    Act,
    BodyKind,
    Document,
    Event,
    Evidence,
    Facts,
    InteractionType,
    Key,
    LocalId,
    Mode,
    Official,
    Organisation,
    Participation,
    PostHeld,
    Role,
    Statement,
    Status,
)

Claim = tuple[Document, Facts]

LINKED = {Key("official/ivan-testov"): ("Иван Тестов", "Ivan Testov", "伊万·捷斯托夫")}
NIL = {
    Key("official/pyotr-probov-fd"): ("Пётр Пробов", "Pyotr Probov", "彼得·普罗博夫"),
    Key("official/anna-primerova-sv"): ("Анна Примерова", "Anna Primerova", "安娜"),
}
BODIES = {
    Key("body/lake-union"): ("Озёрный союз", BodyKind.INTERNATIONAL_ORGANISATION, True),
    Key("body/ministry-of-lakes"): ("Министерство озёр", BodyKind.GOVERNMENT_BODY, False),
    Key("body/lake-experts"): ("эксперты по озёрам", BodyKind.COLLECTIVE, False),
}
STATES = ("FD", "SV")
POSTS = (Key("post/lake-union-secretary-general"), Key("post/fd-minister"))
PLACES = (Key("place/lake-city"), Key("place/ozyorsk"))
DATES = ("2020", "2020-04", "2020-04-29", "2020-05-01")
_LANGUAGES = ("ru", "en", "zh")
# Whatever may stand in a text, quotes, backslashes and controls that XML allows included.
_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), include_characters='\n\t"\\<>&{}'),
    min_size=1,
    max_size=60,
)


@st.composite
def documents(draw: st.DrawFn, name: str = "note") -> Document:
    """One document; its key depends on its name alone."""
    text, source = draw(_TEXT), f"https://lake.example/{name}"
    return Document(
        key=keys.document_key(source, name),
        text=text,
        language=draw(st.sampled_from(_LANGUAGES)),
        source=source,
        stem=name,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=draw(st.none() | _TEXT),
        published=draw(st.sampled_from((None, "2020-04-30", "2020-05-02"))),
        publisher=draw(st.none() | st.just("Озёрный вестник")),
    )


@st.composite
def facts_of(draw: st.DrawFn, document: Document) -> Facts:
    """What a document says; every fact has words of the document as evidence."""
    people = draw(st.lists(st.sampled_from(sorted((*LINKED, *NIL))), unique=True, max_size=3))
    bodies = draw(st.lists(st.sampled_from(sorted(BODIES)), unique=True, max_size=2))
    states = draw(st.lists(st.sampled_from(STATES), unique=True, max_size=2))
    officials = tuple(_official(document, number, key) for number, key in enumerate(people, start=1))
    organisations = tuple(_organisation(draw, number, key) for number, key in enumerate(bodies, start=1))
    actors = (*(one.id for one in officials), *(one.id for one in organisations), *(LocalId(one) for one in states))
    events = tuple(_event(draw, document, number, people) for number in range(1, draw(st.integers(0, 2)) + 1))
    posts = tuple(_post(draw, one.id) for one in officials if draw(st.booleans()))
    participations = tuple(
        Participation(event=event.id, actor=actor, role=draw(st.sampled_from(Role)), post=_capacity(actor, posts))
        for event in events
        for actor in actors
        if draw(st.booleans())
    )
    statements = tuple(
        _statement(draw, number, one.id, events, actors) for number, one in enumerate(officials, start=1) if events
    )
    facts = Facts(
        document=document.key,
        officials=officials,
        posts=posts,
        organisations=organisations,
        states=tuple(states),
        events=events,
        participations=participations,
        statements=statements,
    )
    return Facts(
        **{name: getattr(facts, name) for name in facts.__slots__ if name != "evidence"},
        evidence=tuple(_evidence(draw, document, *one) for one in _claims(facts)),
    )


@st.composite
def corpora(draw: st.DrawFn, most: int = 3) -> tuple[Claim, ...]:
    """Documents of different keys, each with what it says."""
    notes = [draw(documents(f"note-{number}")) for number in range(draw(st.integers(1, most)))]
    return tuple((note, draw(facts_of(note))) for note in notes)


def _official(document: Document, number: int, key: Key) -> Official:
    names = LINKED.get(key) or NIL[key]
    name = names[_LANGUAGES.index(document.language)]
    return Official(id=LocalId(f"p{number}"), key=key, name=name, name_en=names[1], linked=key in LINKED)


def _organisation(draw: st.DrawFn, number: int, key: Key) -> Organisation:
    name, kind, linked = BODIES[key]
    return Organisation(
        id=LocalId(f"o{number}"),
        key=key,
        code=key,
        name=name,
        kind=kind,
        linked=linked,
        state=draw(st.sampled_from((None, *STATES))) if kind is BodyKind.GOVERNMENT_BODY else None,
        aliases=draw(st.sampled_from(((), ("союз",)))),
    )


def _post(draw: st.DrawFn, holder: LocalId) -> PostHeld:
    key = draw(st.sampled_from(POSTS))
    known = key == POSTS[0]
    return PostHeld(
        holder=holder,
        title="Генеральный секретарь" if known else "министр",
        org="LU" if known else "FD",
        body=Key("body/lake-union") if known else Key("state/FD"),
        key=key,
        known=known,
        former=draw(st.booleans()),
    )


def _capacity(actor: LocalId, posts: tuple[PostHeld, ...]) -> Key | None:
    return next((post.key for post in posts if post.holder == actor and not post.former), None)


def _event(draw: st.DrawFn, document: Document, number: int, people: list[Key]) -> Event:
    date = draw(st.sampled_from((None, *DATES)))
    kind = draw(st.sampled_from((InteractionType.MEETING, InteractionType.PHONE_CALL, InteractionType.OTHER)))
    # A key that ignores the date brings tellings of different dates together, as decisions of people may.
    own = keys.event_key(kind.value, date, people, document.key, f"e{number}")
    shared = keys.event_key("Meeting", "2020-04-29", ["a", "b"], "", "")
    place = draw(st.sampled_from((None, *PLACES)))
    return Event(
        id=LocalId(f"e{number}"),
        key=draw(st.sampled_from((own, shared))),
        main=number == 1,
        type=kind,
        mode=draw(st.sampled_from(Mode)),
        status=draw(st.sampled_from(Status)),
        date=date,
        end=draw(st.sampled_from((None, "2020-05-02"))) if date else None,
        place="Озёрск" if place else None,
        place_key=place,
        place_state=draw(st.sampled_from((None, *STATES))),
        issues=tuple(draw(st.lists(st.sampled_from(("trade", "youth")), unique=True))),
        part_of=LocalId("e1") if number > 1 and draw(st.booleans()) else None,
        on_sidelines_of=LocalId("e1") if number > 1 and draw(st.booleans()) else None,
    )


def _statement(
    draw: st.DrawFn, number: int, speaker: LocalId, events: tuple[Event, ...], actors: tuple[LocalId, ...]
) -> Statement:
    return Statement(
        id=LocalId(f"s{number}"),
        speaker=speaker,
        act=draw(st.sampled_from(Act)),
        event=draw(st.sampled_from((None, *(event.id for event in events)))),
        issues=tuple(draw(st.lists(st.sampled_from(("trade", "youth")), unique=True))),
        addressee=draw(st.sampled_from((None, *actors))),
    )


def _claims(facts: Facts) -> list[tuple[str, str, str]]:
    told: list[tuple[str, str, str]] = [(person.id, "mention", person.id) for person in facts.officials]
    told += [(body.id, "mention", body.id) for body in facts.organisations]
    told += [(code, "mention", code) for code in facts.states]
    told += [(post.holder, "post", post.key) for post in facts.posts]
    for event in facts.events:
        given: dict[str, Any] = {
            "interactionType": event.type,
            "mode": event.mode,
            "status": event.status,
            "startDate": event.date,
            "endDate": event.end,
            "place": event.place_key,
            "inState": event.place_state,
            "partOf": event.part_of,
            "onSidelinesOf": event.on_sidelines_of,
        }
        told += [(event.id, name, str(value)) for name, value in given.items() if value]
        told += [(event.id, "discusses", code) for code in event.issues]
    for part in facts.participations:
        told += [(part.event, "participant", part.actor), (part.event, "participationRole", part.role)]
    told += [(said.id, "speechAct", said.act) for said in facts.statements]
    return told


def _evidence(draw: st.DrawFn, document: Document, subject: str, name: str, value: str) -> Evidence:
    start = draw(st.integers(0, len(document.text) - 1))
    stop = draw(st.integers(start + 1, len(document.text)))
    return Evidence(
        subject=LocalId(subject),
        property=name,
        value=value,
        start=start,
        stop=stop,
        quote=document.text[start:stop],
        method="rule:drawn",
        score=draw(st.sampled_from((0.5, 0.75, 1.0))),
    )
