"""What the stages of extraction hand to each other: tokens, sentences, mentions, and the reading of a document."""

from __future__ import annotations

from enum import StrEnum

from ..light import dataclass
from ..model import Document, Evidence, LocalId, Official, Organisation, PostHeld


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word or mark; ``pos`` and ``case``, ``number``, ``gender`` are OpenCorpora tags, empty where unknown."""

    start: int
    stop: int
    text: str
    lemma: str
    pos: str = ""
    case: str = ""
    number: str = ""
    gender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence: its span, the half-open range of its tokens, and the index of its paragraph."""

    start: int
    stop: int
    first: int
    last: int
    paragraph: int


class MentionKind(StrEnum):
    """What a mention refers to."""

    OFFICIAL = "official"
    ORGANISATION = "organisation"
    STATE = "state"
    PLACE = "place"


class MentionForm(StrEnum):
    """By which kind of words it refers."""

    NAME = "name"
    POST = "post"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that refer to an entity, after coreference; ``ref`` is its local id (``p1``, ``CN``) or a place key.

    ``refs`` of a joint mention ("собеседники", "стороны") names several; then ``ref`` is the first.
    ``case`` is the grammatical case of its head, where the language has one.
    """

    start: int
    stop: int
    kind: MentionKind
    form: MentionForm
    ref: str
    refs: tuple[str, ...] = ()
    case: str = ""
    method: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMentioned:
    """A place that the text names: key, nominative name in the text's language, ISO code of its state if known."""

    key: str
    name: str
    state: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document with who and where resolved: what the stages of events and statements read."""

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    officials: tuple[Official, ...]
    posts: tuple[PostHeld, ...]
    organisations: tuple[Organisation, ...]
    states: tuple[LocalId, ...]
    places: tuple[PlaceMentioned, ...]
    evidence: tuple[Evidence, ...]

    def named_first(self, refs: tuple[str, ...]) -> str:
        """Of those who speak together, the one whom the text names first."""
        told = sorted((m for m in self.mentions if m.ref in refs), key=lambda m: m.start)
        named = (mention.ref for mention in told if mention.form is MentionForm.NAME)
        return next(named, told[0].ref if told else refs[0])
