"""An event while it is being read: what the words at one trigger say, and the account that they add up to."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from ..light import dataclass
from ..model import InteractionType, Role
from .triggers import Trigger

TOLD_AS_HELD = "rule:told_as_held"
"""Rule of a status that no words give: what is told without more has happened."""


class Standing(IntEnum):
    """How firmly a sentence tells of an interaction: from a bare mention to the sentence's own predicate."""

    MENTIONED = 0
    ATTENDED = 1
    TITLE = 2
    HAPPENS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One property's value with the words that give it, the rule that decided, and how sure it is."""

    value: str
    start: int
    stop: int
    rule: str
    score: float = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Somebody's part: a local id, the role, the words and the rule."""

    ref: str
    role: Role
    start: int
    stop: int
    rule: str
    score: float = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date with the end of its range, and the words."""

    date: str
    end: str | None
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place (key and name) and a state, either of which may be missing, with their words."""

    key: str | None = None
    name: str | None = None
    place: Claim | None = None
    state: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What one trigger's words say of an interaction.

    ``bodies`` are the ids in its own name ("заседание Совета ..."), by which it is known again;
    ``plural`` tells that the words name several ("встречи"); ``anchored`` that the sentence sets it
    beside another ("после встречи"); ``sidelines`` that something was held on its sidelines;
    ``session`` that its noun begins the name of a body ("Совещание министров ...").
    """

    trigger: Trigger
    passage: int
    standing: Standing
    type: InteractionType
    mode: Claim | None
    status: Claim
    when: When | None
    where: Where
    parts: tuple[Part, ...]
    bodies: frozenset[str]
    title: str = ""
    plural: bool = False
    anchored: bool = False
    sidelines: bool = False
    session: bool = False

    @property
    def bare(self) -> bool:
        """Whether the words say no more than the kind of interaction."""
        return self.when is None and not self.parts and not self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What a document says of one interaction: the sum of its drafts, in order of place."""

    sum: Draft
    drafts: tuple[Draft, ...]

    @property
    def first(self) -> tuple[int, int]:
        """Where it is first told of: passage and token."""
        return self.drafts[0].passage, self.drafts[0].trigger.first


def refs(parts: Iterable[Part]) -> frozenset[str]:
    """Ids of those who take part."""
    return frozenset(part.ref for part in parts)


def joined(*groups: Iterable[Part]) -> tuple[Part, ...]:
    """Parts of several groups, one for each id and role; a plain attendee gives way to a fuller role but the chair."""
    found: dict[tuple[str, Role], Part] = {}
    for group in groups:
        for part in group:
            found.setdefault((part.ref, part.role), part)
    fuller = {ref for ref, role in found if role not in {Role.ATTENDEE, Role.CHAIR, Role.CO_CHAIR}}
    return tuple(part for (ref, role), part in found.items() if role is not Role.ATTENDEE or ref not in fuller)
