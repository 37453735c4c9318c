"""Verbs of saying, and what the words said make of them: the act of a statement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ...model import Act
from ..lexicon import rows
from ..phrases import Phrases
from .passages import Passage

_ORDER = (
    Act.PROPOSE, Act.URGE, Act.CONDEMN, Act.EXPRESS_CONCERN, Act.PLEDGE, Act.THANK, Act.CONGRATULATE,
    Act.EXPRESS_CONFIDENCE, Act.SUPPORT, Act.PRAISE, Act.EMPHASISE, Act.INFORM,
)  # fmt: skip


class Kind(StrEnum):
    """How far a verb decides by itself; see ``lexicon/en/acts.tsv``."""

    FIXED = "fixed"
    OPEN = "open"
    FIRM = "firm"
    JOINT = "joint"
    GUARD = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A phrase of saying: tokens, the act by itself, how far it decides, and the pattern."""

    first: int
    last: int
    act: Act | None
    kind: Kind
    pattern: str


@cache
def _verbs() -> Phrases[tuple[Act | None, Kind]]:
    entries = rows("en", "acts", 4)
    return Phrases((pattern, (None if act == "-" else Act(act), Kind(kind))) for pattern, act, kind, _ in entries)


@cache
def _contents() -> Phrases[tuple[Act, str]]:
    return Phrases((pattern, (Act(act), strength)) for pattern, act, strength, _ in rows("en", "contents", 4))


def verbs(passage: Passage, first: int, last: int) -> tuple[Verb, ...]:
    """Phrases of saying in a range of tokens, the longest at each place, guards too."""
    return tuple(
        Verb(first=item.first, last=item.last, act=item.value[0], kind=item.value[1], pattern=item.pattern)
        for item in _verbs().longest(passage.tokens, first, last)
    )


def by_content(passage: Passage, first: int, last: int, *, mild: bool) -> tuple[Act, str] | None:
    """The act that the words of a range have by themselves, with the pattern that decided; None without one."""
    strengths = {"over", "mild"} if mild else {"over"}
    found = [i for i in _contents().all(passage.tokens, first, last) if i.value[1] in strengths]
    if not found:
        return None
    best = min(found, key=lambda item: (item.value[1] != "over", _ORDER.index(item.value[0]), item.first))
    return best.value[0], best.pattern


def act_of(passage: Passage, verb: Verb, first: int, last: int) -> tuple[Act, str]:
    """The act of a verb with the words ``[first, last)`` that it governs, and the pattern that decided."""
    default = verb.act or Act.INFORM
    if verb.kind is Kind.FIXED:
        return default, verb.pattern
    if verb.kind is Kind.JOINT:
        return Act.AGREE, verb.pattern
    said = by_content(passage, first, last, mild=verb.kind is Kind.OPEN)
    return said or (default, verb.pattern)
