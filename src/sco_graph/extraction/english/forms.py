"""What the form of an English word says: the verb that it is a form of, or its part of speech where that is closed.

Tags: ``VBD`` past or participle, ``VBN`` participle only, ``VBZ`` third person, ``VBG`` -ing, ``VB`` base, ``NV`` a
base or -s form that is as often a noun ("visit", "plans"), ``AUX``, ``MD`` (will, would ...), ``IN`` preposition,
``DT``, ``PRP``, ``CC``, ``RB``; empty for all others.
"""

from __future__ import annotations

import re
from functools import cache

from ..lexicon import rows

PAST = frozenset({"VBD"})
FINITE = frozenset({"VBD", "VBZ", "AUX", "MD"})
VERBAL = FINITE | {"VB", "VBN", "VBG"}

_VOWEL = "aeiou"


def of(word: str) -> tuple[str, str]:
    """Lemma and tag of a word.

    >>> of("met"), of("Discussing"), of("of"), of("Committee")
    (('meet', 'VBD'), ('discuss', 'VBG'), ('of', 'IN'), ('committee', ''))
    """
    if word == "May":
        return "may", ""  # the month: a question alone begins with the verb
    lower = word.lower().replace("’", "'")
    known = _closed().get(lower) or _verbs().get(lower)
    if known is not None:
        return known
    if lower.endswith("ly") and len(lower) > 4 and lower not in _NO_ADVERBS:
        return lower, "RB"
    return _singular(lower), ""


_NO_ADVERBS = frozenset(
    {"friendly", "assembly", "family", "early", "only", "supply", "timely", "costly", "july", "italy"}
)


def _singular(word: str) -> str:
    """The singular of a regular plural; the word itself where it may be none.

    >>> _singular("agencies"), _singular("talks"), _singular("press")
    ('agency', 'talk', 'press')
    """
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ics", "'s")):
        return word
    if word.endswith("ies") and len(word) > 5:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word[:-1]


@cache
def _closed() -> dict[str, tuple[str, str]]:
    return {word: (lemma or word, tag) for word, tag, lemma in rows("en", "closed", 3)}


@cache
def _verbs() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for base, past, participle, noun in rows("en", "verbs", 4):
        past = past or _past(base)
        for form, tag in (
            (_third(base), "NV" if noun else "VBZ"),
            (base, "NV" if noun else "VB"),
            (_ing(base), "VBG"),
            (participle or past, "VBN"),
            (past, "VBD"),
        ):
            found[form] = (base, tag)
    return found


def _past(base: str) -> str:
    """Regular past of a verb.

    >>> _past("note"), _past("stress"), _past("carry"), _past("plan")
    ('noted', 'stressed', 'carried', 'planned')
    """
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in _VOWEL:
        return f"{base[:-1]}ied"
    return f"{_doubled(base)}ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe")):
        return f"{base[:-1]}ing"
    return f"{_doubled(base)}ing"


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{base}es"
    return f"{base[:-1]}ies" if base.endswith("y") and base[-2] not in _VOWEL else f"{base}s"


def _doubled(base: str) -> str:
    """The stem with its last consonant doubled where a short last vowel wants it."""
    short = re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", base) or base in _STRESSED_LAST
    return base + base[-1] if short else base


_STRESSED_LAST = frozenset({"commit", "submit", "permit", "refer", "confer", "transfer", "occur", "regret", "admit"})
