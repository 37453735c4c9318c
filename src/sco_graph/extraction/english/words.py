"""Classes of words around names: vocabulary, words around posts, head nouns of bodies, particles of names."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ...model import BodyKind
from ..lexicon import rows
from ..units import Unit, UnitKind

_INITIAL = re.compile(r"^[A-Z](?:[a-z]{0,2}\.|\.?)$|^(?:[A-Z]\.)+$")
_ENGLISH = re.compile(r"(?:tions?|sions?|ments?|ness|ities|ility|ships?|isms?|logy|logies|graphy|ological)$")
"""Endings of words that are no names."""
_CLOSED = frozenset({"IN", "DT", "PRP", "CC", "WH", "SC", "AUX", "MD"})


@cache
def wordset(name: str) -> frozenset[str]:
    """Words of a named set of ``lexicon/en/wordsets.tsv``.

    >>> "bin" in wordset("particles")
    True
    """
    return next(
        (
            frozenset(word.replace("_", " ") for word in found.split())
            for which, found in rows("en", "wordsets", 2)
            if which == name
        ),
        frozenset(),
    )


PARTICLES = wordset("particles")
MONTHS = wordset("months-and-days")


class BodyHead(NamedTuple):
    """What the lexicon says of a head noun of bodies."""

    kind: BodyKind
    part: bool
    of_state: bool


@cache
def vocabulary() -> frozenset[str]:
    """Words that are no names of persons by themselves, in lower case."""
    return frozenset(row[0] for row in rows("en", "vocabulary", 1))


@cache
def around_posts(kind: str) -> dict[str, str]:
    """Words around posts of one kind, with what they tell."""
    return {word: says for word, which, says in rows("en", "posts_words", 3) if which == kind}


@cache
def body_heads() -> dict[str, BodyHead]:
    """Head nouns of bodies, as they are written."""
    return {
        word: BodyHead(BodyKind(kind), "part" in traits.split(), "state" in traits.split())
        for word, kind, traits in rows("en", "bodies", 3)
    }


@cache
def groups() -> frozenset[str]:
    """Words for both sides of talks: "sides", "ministers"."""
    return frozenset(word for word, _ in rows("en", "groups", 2))


def common(word: str) -> bool:
    """Whether a word is one of general English.

    >>> common("Affairs"), common("Agencies"), common("Norov")
    (True, True, False)
    """
    lower = word.lower()
    known = vocabulary()
    if lower in known or lower in MONTHS:
        return True
    parts = lower.split("-")
    if len(parts) > 1:
        return all(part in known or not part for part in parts)
    if _ENGLISH.search(lower):
        return True
    return lower.endswith("s") and (lower[:-1] in known or lower[:-2] in known or f"{lower[:-3]}y" in known)


def capital(unit: Unit) -> bool:
    """Whether a unit is a word with a capital that is no article, preposition or the like."""
    return unit.kind is UnitKind.WORD and unit.text[0].isupper() and unit.pos not in _CLOSED


def initial(word: str) -> bool:
    """Whether a word is an initial: "A.", "Kh.", "B"."""
    return bool(_INITIAL.match(word)) and word.lower() not in around_posts("courtesy")


def namelike(unit: Unit) -> bool:
    """Whether a unit may be a word of a person's name: a capital, and no word of general English."""
    if unit.kind is not UnitKind.WORD or not unit.text[0].isupper():
        return False
    if initial(unit.text):
        return True
    return (
        len(unit.text) > 1 and unit.text[1:].replace("'", "").replace("’", "").isalpha() and not common(unit.text)
    ) or ("-" in unit.text and not common(unit.text) and not any(c.isdigit() for c in unit.text))


def courtesy(unit: Unit) -> bool:
    """Whether a unit is an address before a name: Mr, Dr, H.E."""
    if unit.kind is not UnitKind.WORD:
        return False
    lower = unit.text.lower()
    if lower == "he":
        return unit.text == "HE"
    return lower in around_posts("courtesy") and unit.text[0].isupper()
