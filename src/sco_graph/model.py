"""The types that flow through the house: frozen, flat, pointing at characters.

Records refer to each other by key (``official/vladimir-norov``), local id (``p1``) or characters: each is a line of
JSON. Spans are half-open ranges of code points of the canonical text: ``document.text[start:stop] == quote``, always.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

Key = NewType("Key", str)
"""Identity of an entity: ``kind/slug``, ASCII; its IRI is ``vocabulary.ID + key``."""

LocalId = NewType("LocalId", str)
"""Name of a fact within one document: ``p1``, ``o1``, ``e1``, ``s1``, or the ISO code of a state."""


class Language(StrEnum):
    """Languages whose documents are read."""

    RU = "ru"
    EN = "en"
    ZH = "zh"


class InteractionType(StrEnum):
    """What kind of interaction an account tells of: the classes of the ontology."""

    MEETING = "Meeting"
    PHONE_CALL = "PhoneCall"
    VIDEOCONFERENCE = "Videoconference"
    MULTILATERAL_MEETING = "MultilateralMeeting"
    SUMMIT = "Summit"
    CONFERENCE = "Conference"
    VISIT = "Visit"
    SIGNING = "Signing"
    CEREMONY = "Ceremony"
    LETTER = "Letter"
    BRIEFING = "Briefing"
    ELECTION_OBSERVATION = "ElectionObservation"
    EXERCISE = "Exercise"
    OTHER = "Other"


class Mode(StrEnum):
    """How the participants came together."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"
    WRITTEN = "written"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Whether it took place; ``held`` includes what is under way."""

    HELD = "held"
    PLANNED = "planned"
    PROPOSED = "proposed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Act(StrEnum):
    """What a speaker does by saying something."""

    INFORM = "inform"
    PRAISE = "praise"
    SUPPORT = "support"
    PROPOSE = "propose"
    URGE = "urge"
    PLEDGE = "pledge"
    THANK = "thank"
    CONGRATULATE = "congratulate"
    CONDEMN = "condemn"
    EXPRESS_CONCERN = "express-concern"
    EXPRESS_CONFIDENCE = "express-confidence"
    EMPHASISE = "emphasise"
    AGREE = "agree"
    INVITE = "invite"


class Role(StrEnum):
    """In which part an actor took part in an interaction."""

    ATTENDEE = "attendee"
    CHAIR = "chair"
    CO_CHAIR = "co-chair"
    HOST = "host"
    HEAD_OF_DELEGATION = "head-of-delegation"
    SPEAKER = "speaker"
    OBSERVER = "observer"
    INITIATOR = "initiator"
    VISITOR = "visitor"
    SENDER = "sender"
    RECIPIENT = "recipient"
    SIGNATORY = "signatory"


class BodyKind(StrEnum):
    """Class of an organisation in the ontology."""

    INTERNATIONAL_ORGANISATION = "InternationalOrganisation"
    ORGAN = "Organ"
    GOVERNMENT_BODY = "GovernmentBody"
    COMPANY = "Company"
    ACADEMIC_INSTITUTION = "AcademicInstitution"
    MEDIA_OUTLET = "MediaOutlet"
    NON_GOVERNMENTAL_ORGANISATION = "NonGovernmentalOrganisation"
    COLLECTIVE = "Collective"
    ORGANISATION = "Organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source text in canonical form: decoded, markup removed, NFC, line ends LF.

    ``key`` is its slug with 8 hex digits; ``source`` its address or relative path; ``stem`` the name of its file
    without ending; ``published`` YYYY-MM-DD, YYYY-MM, YYYY or None; ``sha256`` of the canonical text in UTF-8.
    """

    key: str
    text: str
    language: str
    source: str
    stem: str
    sha256: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The characters that one claim rests on, and what decided.

    ``subject`` is a local id; ``property`` a name of the vocabulary (``startDate`` ...); ``value`` a date, a code or
    an id; ``method`` the rule or model ("gazetteer", "rule:met_with", "slovnet:PER"); ``score`` lies in [0, 1].
    """

    subject: LocalId
    property: str
    value: str
    start: int
    stop: int
    quote: str
    method: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PostHeld:
    """A post that the text gives to an official; ``known`` when the tables have it.

    ``title`` is nominative, in the text's language, without organisation or country; ``org`` the guide's display key.
    """

    holder: LocalId
    title: str
    org: str
    body: Key
    key: Key
    known: bool
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """A person whom the text names in a post; ``key`` is a NIL entity's unless the tables know them (``linked``)."""

    id: LocalId
    key: Key
    name: str
    name_en: str
    linked: bool
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body that the text names; ``code`` is the display key of the guide (``SCO``, ``MFA China``)."""

    id: LocalId
    key: Key
    code: str
    name: str
    kind: BodyKind
    linked: bool
    state: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """One actor (a local id) in one event, in a role, in the capacity of a post (its key) if one is given."""

    event: LocalId
    actor: LocalId
    role: Role = Role.ATTENDEE
    post: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One document's telling of one interaction: an account.

    ``key`` is that of the interaction itself; dates are YYYY-MM-DD, YYYY-MM or YYYY; ``issues`` are codes of the issue
    scheme, as narrow as the words; ``place`` is a name, nominative; ``part_of``, ``on_sidelines_of`` are other events.
    """

    id: LocalId
    key: Key
    main: bool
    type: InteractionType
    mode: Mode
    status: Status
    date: str | None = None
    end: str | None = None
    place: str | None = None
    place_key: Key | None = None
    place_state: str | None = None
    issues: tuple[str, ...] = ()
    part_of: LocalId | None = None
    on_sidelines_of: LocalId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a named speaker said during an event: act, issues, addressee if given."""

    id: LocalId
    speaker: LocalId
    act: Act
    event: LocalId | None = None
    issues: tuple[str, ...] = ()
    addressee: LocalId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpliedHolder:
    """An official whom the text gives by post alone and only the tables name: inferred, so none of its officials."""

    id: LocalId
    key: Key
    post: Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that one document says, in order of first mention: what extraction gives and the graph takes.

    Each fact has at least one Evidence with its local id as ``subject`` (a post: the holder's, property ``post``).
    """

    document: str
    officials: tuple[Official, ...] = ()
    posts: tuple[PostHeld, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    states: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    participations: tuple[Participation, ...] = ()
    statements: tuple[Statement, ...] = ()
    implied: tuple[ImpliedHolder, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A cell of an answer: ``kind`` is ``iri``, ``literal`` or ``bnode``."""

    value: str
    kind: str = "literal"
    datatype: str | None = None
    language: str | None = None

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An answer: names of columns, and rows of terms (None where unbound)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A shape that data breaks: which document, which node, which words, what, and what to do."""

    document: str
    focus: str
    path: str
    quote: str
    message: str
    remedy: str
