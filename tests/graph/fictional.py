"""Documents of an invented world: the Lake Union, its states Freedonia (FD) and Sylvania (SV), its people."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sco_graph import keys
from sco_graph.authority.records import (
    Authority,
    Body,
    Name,
    NameKind,
    Person,
    Place,
    Post,
    State,
    StateMembership,
    Tenure,
)
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

TEXT = (
    "29 апреля 2020 года в Озёрске Генеральный секретарь Озёрного союза Иван Тестов "
    "провёл встречу с министром Фридонии Петром Пробовым. Иван Тестов предложил развивать торговлю."
)
IVAN, PYOTR = Key("official/ivan-testov"), Key("official/pyotr-probov-fd")
UNION, TOWN = Key("body/lake-union"), Key("place/ozyorsk")
SECRETARY, MINISTER = Key("post/lake-union-secretary-general"), Key("post/fd-minister")


def document(
    name: str = "note", *, text: str = TEXT, published: str | None = "2020-04-30", language: str = "ru"
) -> Document:
    """A document of the invented world, at an address that nobody has."""
    source = f"https://lake.example/{name}"
    return Document(
        key=keys.document_key(source, name),
        text=text,
        language=language,
        source=source,
        stem=name,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title="Встреча на озере",
        published=published,
        publisher="Озёрный вестник",
    )


def evidence(text: str, subject: str, name: str, value: str, quote: str) -> Evidence:
    """Evidence at the first place where the quote stands."""
    start = text.index(quote)
    return Evidence(
        subject=LocalId(subject),
        property=name,
        value=value,
        start=start,
        stop=start + len(quote),
        quote=quote,
        method="rule:test",
        score=0.75,
    )


def facts(
    note: Document,
    *,
    date: str | None = "2020-04-29",
    end: str | None = None,
    mode: Mode = Mode.IN_PERSON,
    status: Status = Status.HELD,
    place: bool = True,
    state: str | None = "FD",
    key: str | None = None,
    issues: Sequence[str] = ("trade",),
) -> Facts:
    """What such a document says of the meeting of Ivan Testov (in the tables) and Pyotr Probov (not in them)."""
    p1, p2, o1, e1, s1 = (LocalId(name) for name in ("p1", "p2", "o1", "e1", "s1"))
    event = Key(key) if key else keys.event_key("Meeting", "2020-04-29", [IVAN, PYOTR], note.key)
    told = [
        ("p1", "mentionOf", IVAN, "Иван Тестов"),
        ("p1", "post", SECRETARY, "Генеральный секретарь"),
        ("p2", "mentionOf", PYOTR, "Петром Пробовым"),
        ("p2", "post", MINISTER, "министром"),
        ("o1", "mentionOf", UNION, "Озёрного союза"),
        ("FD", "mentionOf", "FD", "Фридонии"),
        ("e1", "interactionType", "Meeting", "встречу"),
        ("e1", "startDate", date or "", "29 апреля 2020 года"),
        ("e1", "place", TOWN, "Озёрске"),
        ("e1", "participant", "p1", "Иван Тестов"),
        ("e1", "participant", "p2", "Петром Пробовым"),
        ("e1", "discusses", "trade", "торговлю"),
        ("s1", "speechAct", "propose", "предложил"),
    ]
    return Facts(
        document=note.key,
        officials=(
            Official(id=p1, key=IVAN, name="Иван Тестов", name_en="Ivan Testov", linked=True),
            Official(id=p2, key=PYOTR, name="Пётр Пробов", name_en="Pyotr Probov", linked=False, aliases=("П.Пробов",)),
        ),
        posts=(
            PostHeld(holder=p1, title="Генеральный секретарь", org="LU", body=UNION, key=SECRETARY, known=True),
            PostHeld(holder=p2, title="министр", org="FD", body=Key("state/FD"), key=MINISTER, known=False),
        ),
        organisations=(
            Organisation(
                id=o1,
                key=UNION,
                code="LU",
                name="Озёрный союз",
                kind=BodyKind.INTERNATIONAL_ORGANISATION,
                linked=True,
            ),
        ),
        states=("FD",),
        events=(
            Event(
                id=e1,
                key=event,
                main=True,
                type=InteractionType.MEETING,
                mode=mode,
                status=status,
                date=date,
                end=end,
                place="Озёрск" if place else None,
                place_key=TOWN if place else None,
                place_state=state,
                issues=tuple(issues),
            ),
        ),
        participations=(
            Participation(event=e1, actor=p1, role=Role.CHAIR, post=SECRETARY),
            Participation(event=e1, actor=p2, post=MINISTER),
        ),
        statements=(Statement(id=s1, speaker=p1, act=Act.PROPOSE, event=e1, issues=("trade",), addressee=p2),),
        evidence=tuple(evidence(note.text, *one) for one in told if note.text == TEXT and one[2]),
    )


def authority(*, version: str = "tables-1", with_pyotr: bool = False) -> Authority:
    """Tables of the invented world."""
    names = [
        Name(entity=IVAN, text="Иван Тестов", language="ru"),
        Name(entity=IVAN, text="Ivan Testov", language="en", kind=NameKind.GENERATED),
        Name(entity=UNION, text="Озёрный союз", language="ru"),
        Name(entity=UNION, text="Lake Union", language="en"),
        Name(entity=UNION, text="LU", language="en", kind=NameKind.ACRONYM),
        Name(entity=Key("state/FD"), text="Фридония", language="ru"),
        Name(entity=Key("state/FD"), text="фридонский", language="ru", kind=NameKind.ADJECTIVE),
        Name(entity=SECRETARY, text="Генеральный секретарь", language="ru"),
    ]
    people = [Person(key=IVAN, state=Key("state/FD"), wikidata="Q1", source="invented")]
    if with_pyotr:
        people.append(Person(key=PYOTR, state=None, wikidata=None, source=""))
        names.append(Name(entity=PYOTR, text="Пётр Образцов", language="ru"))
    return Authority(
        version=version,
        names=tuple(names),
        states=(
            State(key=Key("state/FD"), code="FD", alpha3="FDN", m49="999", wikidata="Q2", source="invented"),
            State(key=Key("state/SV"), code="SV", alpha3="SVN", m49=None, wikidata=None, source="invented"),
        ),
        bodies=(
            Body(
                key=UNION,
                code="LU",
                kind=BodyKind.INTERNATIONAL_ORGANISATION,
                organ_of=None,
                state=None,
                wikidata=None,
                source="invented",
            ),
            Body(
                key=Key("body/lake-union-secretariat"),
                code="LU Secretariat",
                kind=BodyKind.ORGAN,
                organ_of=UNION,
                state=Key("state/FD"),
                wikidata=None,
                source="invented",
            ),
        ),
        people=tuple(people),
        posts=(
            Post(
                key=SECRETARY,
                type="secretary-general",
                rank="head-of-organisation",
                at=UNION,
                source="invented",
            ),
        ),
        tenures=(
            Tenure(
                key=Key("tenure/ivan-testov-1"),
                holder=IVAN,
                post=SECRETARY,
                start="2019",
                end=None,
                source="invented",
                verified=True,
            ),
        ),
        memberships=(
            StateMembership(
                key=Key("membership/fd-lake-union"),
                state=Key("state/FD"),
                body=UNION,
                kind="member",
                start="2001-06",
                end=None,
                source="invented",
                verified=False,
            ),
        ),
        places=(
            Place(
                key=Key("place/lake-city"),
                state=Key("state/FD"),
                latitude=12.5,
                longitude=-0.25,
                wikidata=None,
                source="invented",
            ),
        ),
    )
