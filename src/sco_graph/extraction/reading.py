"""What the stages of extraction hand to each other: tokens, sentences, mentions, and the reading of a document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import field
from enum import StrEnum
from typing import Any

from ..light import dataclass
from ..model import Document, Evidence, LocalId, Official, Organisation, PostHeld
from .once import once


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
    memo: dict[tuple[Any, ...], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def named_first(self, refs: tuple[str, ...]) -> str:
        """Of those who speak together, the one whom the text names first."""
        told = sorted(at for ref in dict.fromkeys(refs) if (at := self._first_told.get(ref)) is not None)
        return self.mentions[told[0][-1]].ref if told else refs[0]

    def mentions_from(self, start: int, stop: int) -> tuple[Mention, ...]:
        """Mentions that begin between these characters; those of a reading come in order."""
        first, last = (bisect_left(self.mentions, place, key=lambda mention: mention.start) for place in (start, stop))
        return self.mentions[first:last]

    def posts_by_sentence(self) -> dict[int, list[tuple[int, int]]]:
        """Characters of the posts that each sentence names, by its number."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for proof in self.evidence:
            if proof.property == "post":
                first = bisect_right(self.sentences, proof.start, key=lambda sentence: sentence.start) - 1
                upto = bisect_left(self.sentences, proof.stop, key=lambda sentence: sentence.start)
                for number in range(max(first, 0), upto):
                    found[number].append((proof.start, proof.stop))
        return found

    @property
    @once
    def _first_told(self) -> dict[str, tuple[bool, int, int]]:
        """Of each who is mentioned the first mention, those by name before others: where, and its number."""
        found: dict[str, tuple[bool, int, int]] = {}
        for number, mention in enumerate(self.mentions):
            place = mention.form is not MentionForm.NAME, mention.start, number
            found[mention.ref] = min(found.get(mention.ref, place), place)
        return found
