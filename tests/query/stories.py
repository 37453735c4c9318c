"""Fictional documents, some of which tell the same interaction, and a store that holds them."""

from __future__ import annotations

from sco_graph.authority.records import (
    Authority,
    Body,
    Name,
    NameKind,
    Person,
    Post,
    State,
    StateMembership,
    Tenure,
)
from sco_graph.corpus import from_text
from sco_graph.graph.store import Store
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

IVAN, PETRA, LEE = (Key(f"official/{name}") for name in ("ivan-testov", "petra-probova", "li-shi"))
UNION, MINISTRY, FREEDONIA, SYLVANIA = (
    Key(key) for key in ("body/lake-union", "body/freedonia-mfa", "state/XF", "state/XS")
)
HEAD, MINISTER, ENVOY = (
    Key(f"post/{name}")
    for name in ("lake-union-secretary-general", "freedonia-foreign-minister", "sylvania-special-envoy")
)
CALL = Key("event/phone-call-2021-03-02-0000000a")
TALKS = Key("event/meeting-2021-05-0000000b")
LETTER = Key("event/letter-2022-0000000c")
SUMMIT = Key("event/summit-0000000d")
VISIT = Key("event/visit-2023-01-01-0000000e")


def name(entity: Key, text: str, language: str, kind: NameKind = NameKind.PREFERRED) -> Name:
    return Name(entity=entity, text=text, language=language, kind=kind, source="fiction")


AUTHORITY = Authority(
    version="fiction-1",
    names=(
        name(IVAN, "Ivan Testov", "en"),
        name(IVAN, "Иван Тестов", "ru"),
        name(IVAN, "伊万·特斯托夫", "zh"),
        name(PETRA, "Petra Probova", "en"),
        name(PETRA, "Петра Пробова", "ru"),
        name(LEE, "Ли Ши", "ru"),
        name(LEE, "李试", "zh"),
        name(UNION, "Lake Union", "en"),
        name(UNION, "Озёрный союз", "ru"),
        name(UNION, "LU", "en", NameKind.ACRONYM),
        name(MINISTRY, "Ministry of Foreign Affairs of Freedonia", "en"),
        name(FREEDONIA, "Freedonia", "en"),
        name(FREEDONIA, "Фридония", "ru"),
        name(FREEDONIA, "фридонский", "ru", NameKind.ADJECTIVE),
        name(SYLVANIA, "Sylvania", "en"),
        name(HEAD, "Secretary-General", "en"),
        name(HEAD, "Генеральный секретарь", "ru"),
        name(MINISTER, "Minister of Foreign Affairs", "en"),
        name(ENVOY, "Special Envoy", "en"),
    ),
    states=tuple(
        State(key=key, code=key[-2:], alpha3=key[-2:] + "X", m49=None, wikidata=None, source="fiction")
        for key in (FREEDONIA, SYLVANIA)
    ),
    bodies=(
        Body(
            key=UNION,
            code="LU",
            kind=BodyKind.INTERNATIONAL_ORGANISATION,
            organ_of=None,
            state=None,
            wikidata=None,
            source="fiction",
        ),
        Body(
            key=MINISTRY,
            code="MFA Freedonia",
            kind=BodyKind.GOVERNMENT_BODY,
            organ_of=None,
            state=FREEDONIA,
            wikidata=None,
            source="fiction",
        ),
    ),
    people=tuple(
        Person(key=key, state=state, wikidata=None, source="fiction")
        for key, state in ((IVAN, None), (PETRA, None), (LEE, SYLVANIA))
    ),
    posts=(
        Post(key=HEAD, type="secretary-general", rank="head-of-organisation", at=UNION, source="fiction"),
        Post(key=MINISTER, type="foreign-minister", rank="minister", at=MINISTRY, source="fiction"),
        Post(key=ENVOY, type="special-envoy", rank="special-representative", at=SYLVANIA, source="fiction"),
    ),
    tenures=(
        Tenure(
            key=Key("tenure/ivan-head"), holder=IVAN, post=HEAD, start="2020", end=None, source="fiction", verified=True
        ),
        Tenure(
            key=Key("tenure/petra-head"),
            holder=PETRA,
            post=HEAD,
            start=None,
            end="2019-12",
            source="fiction",
            verified=False,
        ),
    ),
    memberships=(
        StateMembership(
            key=Key("membership/xf-lu"),
            state=FREEDONIA,
            body=UNION,
            kind="member",
            start="2001-06-15",
            end=None,
            source="fiction",
            verified=True,
        ),
    ),
    places=(),
)

_PEOPLE = {
    "p1": (IVAN, {"ru": "Иван Тестов", "en": "Ivan Testov", "zh": "伊万·特斯托夫"}, "Ivan Testov"),
    "p2": (PETRA, {"ru": "Петра Пробова", "en": "Petra Probova", "zh": "佩特拉"}, "Petra Probova"),
    "p3": (LEE, {"ru": "Ли Ши", "en": "Li Shi", "zh": "李试"}, "Li Shi"),
}
_POSTS = {"p1": (HEAD, UNION), "p2": (MINISTER, MINISTRY), "p3": (ENVOY, SYLVANIA)}
_TITLES = {HEAD: "Secretary-General", MINISTER: "Minister of Foreign Affairs", ENVOY: "Special Envoy"}


class Story:
    """Facts of one document, each of them resting on words that are put into its text."""

    def __init__(self, stem: str, language: str, published: str) -> None:
        self.stem, self.language, self.published = stem, language, published
        self.words: list[str] = []
        self.found: list[tuple[str, str, str, str]] = []
        self.people: list[str] = []
        self.events: list[Event] = []
        self.parts: list[Participation] = []
        self.said: list[Statement] = []
        self.bodies: list[Organisation] = []
        self.states: list[str] = []

    def rests(self, subject: str, prop: str, value: str, words: str) -> None:
        self.words.append(words)
        self.found.append((subject, prop, value, words))

    def person(self, local: str) -> Story:
        key, names, _ = _PEOPLE[local]
        self.people.append(local)
        self.rests(local, "mentionOf", key, names[self.language])
        post = _POSTS[local][0]
        self.rests(local, "post", post, _TITLES[post])
        return self

    def body(self) -> Story:
        self.bodies.append(
            Organisation(
                id=LocalId("o1"),
                key=UNION,
                code="LU",
                name="Озёрный союз",
                kind=BodyKind.INTERNATIONAL_ORGANISATION,
                linked=True,
            )
        )
        self.rests("o1", "mentionOf", UNION, "Озёрный союз")
        return self

    def state(self, code: str, words: str) -> Story:
        self.states.append(code)
        self.rests(code, "mentionOf", f"state/{code}", words)
        return self

    def event(self, event: Event, **roles: Role) -> Story:
        self.events.append(event)
        self.rests(event.id, "interactionType", event.type, f"({event.type} {event.id})")
        if event.date:
            self.rests(event.id, "startDate", event.date, f"[{event.date} {event.id}]")
        for actor, role in roles.items():
            post = _POSTS[actor][0] if actor in _POSTS else None
            self.parts.append(Participation(event=event.id, actor=LocalId(actor), role=role, post=post))
            self.rests(event.id, "participant", actor, f"<{actor} {role} {event.id}>")
        return self

    def statement(self, speaker: str, act: Act, *issues: str, event: str | None = None) -> Story:
        local = LocalId(f"s{len(self.said) + 1}")
        self.said.append(
            Statement(
                id=local,
                speaker=LocalId(speaker),
                act=act,
                event=LocalId(event) if event else None,
                issues=issues,
            )
        )
        self.rests(local, "speechAct", act, f"«{local} {act}»")
        return self

    def told(self) -> tuple[Document, Facts]:
        """The document and its facts."""
        text = " ".join(self.words)
        document = from_text(
            text,
            language=self.language,
            published=self.published,
            source=f"https://example.org/{self.stem}",
            stem=self.stem,
            title=f"Story {self.stem}",
        )
        facts = Facts(
            document=document.key,
            officials=tuple(self._official(local) for local in self.people),
            posts=tuple(self._post(local) for local in self.people),
            organisations=tuple(self.bodies),
            states=tuple(self.states),
            events=tuple(self.events),
            participations=tuple(self.parts),
            statements=tuple(self.said),
            evidence=self._evidence(),
        )
        return document, facts

    def _official(self, local: str) -> Official:
        key, names, name_en = _PEOPLE[local]
        return Official(id=LocalId(local), key=key, name=names[self.language], name_en=name_en, linked=True)

    def _post(self, local: str) -> PostHeld:
        post, body = _POSTS[local]
        return PostHeld(holder=LocalId(local), title=_TITLES[post], org=body, body=body, key=post, known=True)

    def _evidence(self) -> tuple[Evidence, ...]:
        start, found = 0, []
        for subject, prop, value, words in self.found:
            found.append(
                Evidence(
                    subject=LocalId(subject),
                    property=prop,
                    value=value,
                    start=start,
                    stop=start + len(words),
                    quote=words,
                    method="rule:fiction",
                    score=0.75,
                )
            )
            start += len(words) + 1
        return tuple(found)


def event(
    local: str,
    key: Key,
    kind: InteractionType,
    date: str | None,
    *issues: str,
    mode: Mode = Mode.IN_PERSON,
    status: Status = Status.HELD,
) -> Event:
    return Event(
        id=LocalId(local), key=key, main=local == "e1", type=kind, mode=mode, status=status, date=date, issues=issues
    )


def call(issue: str) -> Event:
    return event("e1", CALL, InteractionType.PHONE_CALL, "2021-03-02", issue, mode=Mode.PHONE)


def stories() -> tuple[tuple[Document, Facts], ...]:
    """Three languages tell of one call; talks of a month; a letter of a year; a summit to come, without a date."""
    both = {"p1": Role.ATTENDEE, "p2": Role.ATTENDEE}
    russian = (
        Story("call-ru", "ru", "2021-03-02").person("p1").person("p2").event(call("environment"), **both)
        .statement("p1", Act.PROPOSE, "environment", event="e1")
        .statement("p2", Act.THANK, "environment", "culture", event="e1")
    )  # fmt: skip
    english = Story("call-en", "en", "2021-03-03").person("p1").person("p2").event(call("trade"), **both)
    chinese = (
        Story("call-zh", "zh", "2021-03-04").person("p2").person("p1").event(call("environment"), **both)
        .statement("p1", Act.URGE, "emergencies")
    )  # fmt: skip
    talks = (
        Story("talks", "ru", "2021-06-01").person("p1").person("p2").person("p3").body().state("XF", "Фридония")
        .event(
            event("e1", TALKS, InteractionType.MEETING, "2021-05", "culture"),
            p1=Role.HOST, p2=Role.ATTENDEE, p3=Role.ATTENDEE,
        )
        .event(
            event("e2", SUMMIT, InteractionType.SUMMIT, None, "culture", status=Status.PLANNED),
            o1=Role.CHAIR, XF=Role.HOST, p1=Role.ATTENDEE,
        )
    )  # fmt: skip
    letter = (
        Story("letter", "ru", "2022-02-01").person("p1").person("p3")
        .event(
            event("e1", LETTER, InteractionType.LETTER, "2022", "trade", mode=Mode.WRITTEN),
            p1=Role.SENDER, p3=Role.RECIPIENT,
        )
    )  # fmt: skip
    return tuple(story.told() for story in (russian, english, chinese, talks, letter))


def visit() -> tuple[Document, Facts]:
    """A visit whose host also speaks: one actor in two roles."""
    told = Story("visit", "ru", "2023-01-01").person("p1").person("p2")
    told.event(event("e1", VISIT, InteractionType.VISIT, "2023-01-01"), p1=Role.HOST, p2=Role.VISITOR)
    told.parts.append(Participation(event=LocalId("e1"), actor=LocalId("p1"), role=Role.SPEAKER, post=HEAD))
    return told.told()


def fill(store: Store) -> Store:
    """Put the ontology, the fictional tables and the stories into a store."""
    store.load_ontology()
    store.load_authority(AUTHORITY)
    store.replace_documents(stories(), rules_version="1", tables_version="1")
    return store
