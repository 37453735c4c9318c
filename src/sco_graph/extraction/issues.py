"""Issues that words name: terms of the lexicon, with their characters.

Finding a term says only that the words are there. Whether an interaction was about
it is decided where the interaction is (``events``) or the statement (``statements``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from ..light import dataclass
from .drafts import Claim
from .lexicon import rows
from .phrases import Phrases
from .reading import Mention, MentionKind, Reading, Sentence

NONE = "-"
"""Code of a term that guards against a wrong reading of another and names no issue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that name issues; ``within`` is the body or person in whose name or post they stand."""

    start: int
    stop: int
    first: int
    last: int
    codes: tuple[str, ...]
    pattern: str
    within: str = ""

    def claim(self, code: str) -> Claim:
        """That the words name this issue."""
        return Claim(value=code, start=self.start, stop=self.stop, rule=f"rule:term {self.pattern}", score=0.8)


@cache
def terms(language: str) -> Phrases[tuple[str, ...]]:
    """Terms of a language with their codes."""
    return Phrases((pattern, tuple(codes.split(","))) for pattern, codes, _ in rows(language, "issues", 3))


def find(reading: Reading, sentence: Sentence) -> tuple[Term, ...]:
    """Terms in a sentence, the longest at each place, without those that only guard."""
    tokens = reading.tokens
    found = terms(reading.document.language).longest(tokens, sentence.first, sentence.last)
    last = bisect_left(reading.mentions, sentence.stop, key=lambda m: m.start)
    bodies = [
        m
        for m in reading.mentions[bisect_left(reading.mentions, sentence.start, key=lambda m: m.start) : last]
        if m.kind in (MentionKind.ORGANISATION, MentionKind.OFFICIAL)
    ]
    return tuple(
        Term(
            start=tokens[item.first].start,
            stop=tokens[item.last - 1].stop,
            first=item.first,
            last=item.last,
            codes=item.value,
            pattern=item.pattern,
            within=_holder(bodies, tokens[item.first].start, tokens[item.last - 1].stop),
        )
        for item in found
        if NONE not in item.value
    )


def _holder(mentions: Iterable[Mention], start: int, stop: int) -> str:
    """The body or person whose name or post holds these characters; empty without one."""
    holders = [m for m in mentions if m.start <= start and stop <= m.stop]
    return min(holders, key=lambda m: m.stop - m.start).ref if holders else ""


def codes(found: Iterable[Term]) -> tuple[str, ...]:
    """Codes of the terms, each once, in order of place."""
    return tuple(dict.fromkeys(code for term in found for code in term.codes))
