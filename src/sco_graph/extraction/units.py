"""A sentence as the grammar of posts and bodies sees it: words, and names that count as one word each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from ..authority.gazetteer import Match
from ..authority.records import NameKind
from ..light import dataclass
from .reading import Sentence, Token


class UnitKind(StrEnum):
    """What a unit is."""

    WORD = "word"
    MARK = "mark"
    PERSON = "person"
    BODY = "body"
    STATE = "state"
    PLACE = "place"


_KINDS = {
    "body": UnitKind.BODY,
    "government": UnitKind.BODY,
    "state": UnitKind.STATE,
    "place": UnitKind.PLACE,
    "official": UnitKind.PERSON,
}


def kind_of(match: Match) -> UnitKind | None:
    """What a match of the gazetteer is; None for demonyms, which name no state."""
    return None if match.kind is NameKind.DEMONYM else _KINDS.get(match.entity.partition("/")[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Tokens ``[first, last)`` that name something; ``ref`` is an entity's key, or a person's number in the text.

    ``adjective`` tells that a state is named by its adjective ("российский").
    """

    first: int
    last: int
    kind: UnitKind
    ref: str
    method: str = "gazetteer"
    adjective: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A word or mark, or a name as a whole; ``case`` and so on are those of its head."""

    first: int
    last: int
    kind: UnitKind
    lemma: str
    text: str
    pos: str
    case: str
    number: str
    gender: str
    ref: str = ""
    adjective: bool = False

    @property
    def is_adjective(self) -> bool:
        """Whether it qualifies a noun: an adjective, a participle, or a state by its adjective."""
        return self.adjective or (self.kind is UnitKind.WORD and self.pos in {"ADJF", "PRTF"})


def units(
    tokens: Sequence[Token], sentence: Sentence, named: Iterable[Named], words: Sequence[Unit] | None = None
) -> tuple[Unit, ...]:
    """Units of a sentence; names do not overlap and come in order. ``words`` are its ``single`` ones, if known."""
    words = single(tokens, sentence) if words is None else words
    found: list[Unit] = []
    at = sentence.first
    for name in named:
        found += words[max(0, at - sentence.first) : max(0, name.first - sentence.first)]
        found.append(_name(tokens, name))
        at = name.last
    found += words[max(0, at - sentence.first) :]
    return tuple(found)


def single(tokens: Sequence[Token], sentence: Sentence) -> tuple[Unit, ...]:
    """The words and marks of a sentence, each a unit."""
    return tuple(_word(tokens[at], at) for at in range(sentence.first, sentence.last))


def _word(token: Token, at: int) -> Unit:
    kind = UnitKind.WORD if token.text[0].isalnum() else UnitKind.MARK
    return Unit(
        first=at,
        last=at + 1,
        kind=kind,
        lemma=token.lemma,
        text=token.text,
        pos=token.pos,
        case=token.case,
        number=token.number,
        gender=token.gender,
    )


def _name(tokens: Sequence[Token], name: Named) -> Unit:
    inside = tokens[name.first : name.last]
    head = next((t for t in inside if t.pos == "NOUN"), inside[0])
    return Unit(
        first=name.first,
        last=name.last,
        kind=name.kind,
        lemma=head.lemma,
        text=" ".join(t.text for t in inside),
        pos="ADJF" if name.adjective else "NOUN",
        case=head.case,
        number=head.number,
        gender=head.gender,
        ref=name.ref,
        adjective=name.adjective,
    )
