"""Evidence gathered by what it claims: one claim, its best words first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ...model import Evidence, Facts

_SENTENCE = "accountOf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """That ``subject`` has ``value`` for ``property``; ``words`` are its evidence, the surest and first words first."""

    number: int
    subject: str
    property: str
    value: str
    words: tuple[Evidence, ...]


def claims(facts: Facts) -> tuple[Claim, ...]:
    """Claims of a document in order of their first evidence, numbered from 1; the same words and rule count once.

    The sentence around a trigger claims nothing of its own, and would hide the words in it.
    """
    gathered: dict[tuple[str, str, str], set[Evidence]] = defaultdict(set)
    for item in facts.evidence:
        if item.property != _SENTENCE:
            gathered[item.subject, item.property, item.value].add(item)
    return tuple(
        Claim(
            number=number, subject=subject, property=name, value=value,
            words=tuple(sorted(words, key=lambda e: (-e.score, e.start, e.stop, e.method))),
        )
        for number, ((subject, name, value), words) in enumerate(gathered.items(), 1)
    )  # fmt: skip
