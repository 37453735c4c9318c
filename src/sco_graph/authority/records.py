"""What is known beforehand: one frozen record a row of the authority tables."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..model import BodyKind, InteractionType, Key, Mode, Status


class NameKind(StrEnum):
    """What a name is to its entity; GENERATED marks a transliteration that no source gives."""

    PREFERRED = "preferred"
    FORMAL = "formal"
    SHORT = "short"
    ACRONYM = "acronym"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    ALIAS = "alias"
    GENERATED = "generated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name of an entity: nominative; ``language`` is en, ru or zh."""

    entity: Key
    text: str
    language: str
    kind: NameKind = NameKind.PREFERRED
    source: str = ""

    @property
    def known(self) -> bool:
        """Whether a source gives the name; a generated transliteration finds nobody by itself."""
        return self.kind is not NameKind.GENERATED


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state: key ``state/CN``; ``code`` ISO 3166-1 alpha-2."""

    key: Key
    code: str
    alpha3: str
    m49: str | None
    wikidata: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation: ``code`` is its usual English acronym or short name (``SCO``, ``RATS-SCO``, ``MFA China``)."""

    key: Key
    code: str
    kind: BodyKind
    organ_of: Key | None
    state: Key | None
    wikidata: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An official; names in ``Authority.names``."""

    key: Key
    state: Key | None
    wikidata: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post at a body or state; ``type`` and ``rank`` are codes of ``ontology/roles.ttl``; titles are its names.

    ``kind`` is that of ``post_kinds.tsv``, finer than the type; empty where no kind has the title.
    """

    key: Key
    type: str
    rank: str
    at: Key
    source: str
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """Who held which post, from when to when; dates as precise as the source, None where it is silent.

    ``known_from`` and ``known_until`` are the first and last day on which a source sees the
    holder in the post, where start or end are not known: a set that stops in 2022 does
    not say who holds a post today.
    """

    key: Key
    holder: Key
    post: Key
    start: str | None
    end: str | None
    source: str
    verified: bool
    known_from: str | None = None
    known_until: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateMembership:
    """A state in an organisation; ``kind`` is member, observer or partner."""

    key: Key
    state: Key
    body: Key
    kind: str
    start: str | None
    end: str | None
    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """What a source gives for a property of an entity where sources disagree; ``followed``: the tables follow it.

    ``value`` is a date as precise as the source, the key of an entity, or a word.
    """

    key: Key
    subject: Key
    property: str
    value: str
    followed: bool
    note: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A summit or a meeting of a council: key ``event/sco-heads-of-state-council-2024``; both dates are days.

    ``number`` counts the meetings of its organ; ``chair`` is the state that presides.
    """

    key: Key
    organ: Key
    number: int | None
    type: InteractionType
    start: str
    end: str
    place: Key | None
    state: Key | None
    mode: Mode
    chair: Key | None
    status: Status
    note: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingParticipant:
    """Who took part in a meeting of the tables: an official, state or body, and in the capacity of which post."""

    meeting: Key
    participant: Key
    post: Key | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A city or venue; coordinates in degrees, WGS 84."""

    key: Key
    state: Key | None
    latitude: float | None
    longitude: float | None
    wikidata: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostKind:
    """A kind of post (``defence-minister``): a post is a kind at a state or body.

    ``type`` and ``rank`` are codes of ``ontology/roles.ttl``; ``at`` is where it is held
    (``state``, ``body``, ``any``); ``single``: one holder at a time; ``government`` the
    kind of government body that it belongs to.
    """

    kind: str
    type: str
    rank: str
    at: str
    single: bool
    government: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernmentKind:
    """A kind of government body: ``slug`` and ``code`` with a slot ``{state}``; ``states`` those that may have it.

    No states: every state may have it.
    """

    kind: str
    slug: str
    code: str
    states: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A name of a kind (of government body, or of post) in a language; ``{state}`` and ``{adjective}`` are slots.

    ``state`` is the code of the only state whose body has the name ("Госдума"), else empty.
    """

    of: str
    text: str
    language: str
    kind: NameKind
    source: str
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a table names in its column ``source``: address and licence."""

    id: str
    url: str
    licence: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """All tables together; ``version`` is a hash of their bytes.

    ``government`` and ``post_kinds`` with their patterns stand for the bodies and posts of any state:
    ``authority.government`` and ``authority.posts`` make one of them; ``genitives`` pairs a Russian
    name of a state with its genitive, ``capitals`` a state with its capital; ``decoys`` are words
    (language, text) that only look like a name.
    """

    version: str
    names: tuple[Name, ...]
    states: tuple[State, ...]
    bodies: tuple[Body, ...]
    people: tuple[Person, ...]
    posts: tuple[Post, ...]
    tenures: tuple[Tenure, ...]
    memberships: tuple[StateMembership, ...]
    places: tuple[Place, ...]
    government: tuple[GovernmentKind, ...] = ()
    government_names: tuple[Pattern, ...] = ()
    post_kinds: tuple[PostKind, ...] = ()
    post_titles: tuple[Pattern, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    meeting_participants: tuple[MeetingParticipant, ...] = ()
    genitives: tuple[tuple[str, str], ...] = ()
    capitals: tuple[tuple[Key, Key], ...] = ()
    decoys: tuple[tuple[str, str], ...] = ()
    sources: tuple[Source, ...] = ()
    attestations: tuple[Attestation, ...] = ()
