"""Phrases of saying, and phrases that make a statement an act, as the lexicon of a language has them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from ..light import dataclass
from ..model import Act
from .lexicon import rows
from .phrases import Phrases
from .reading import Token


class Kind(StrEnum):
    """How far a verb decides by itself; see ``lexicon/<language>/acts.tsv``."""

    FIXED = "fixed"
    OPEN = "open"
    FIRM = "firm"
    JOINT = "joint"
    NOMINAL = "nominal"
    SOURCE = "source"
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
def _verbs(language: str) -> Phrases[tuple[Act | None, Kind]]:
    entries = rows(language, "acts", 4)
    return Phrases((pattern, (None if act == "-" else Act(act), Kind(kind))) for pattern, act, kind, _ in entries)


@cache
def contents(language: str) -> Phrases[tuple[Act, str]]:
    """Phrases of ``contents.tsv`` with their act and how strongly they make it one."""
    return Phrases((pattern, (Act(act), strength)) for pattern, act, strength, _ in rows(language, "contents", 4))


def verbs(language: str, tokens: Sequence[Token], first: int, last: int) -> tuple[Verb, ...]:
    """Phrases of saying in a range of tokens, the longest at each place, guards too."""
    return tuple(
        Verb(first=item.first, last=item.last, act=item.value[0], kind=item.value[1], pattern=item.pattern)
        for item in _verbs(language).longest(tokens, first, last)
    )
