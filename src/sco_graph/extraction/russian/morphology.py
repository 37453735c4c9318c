"""The one door to pymorphy3: readings of a Russian word, and phrases put into the nominative.

Tags are OpenCorpora's (http://opencorpora.org/dict.php?act=gram): ``NOUN``,
``gent``, ``plur``, ``masc`` and so on. Every word is looked up once in a process.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

# Colloquial second cases and the rare vocative count as the case that they stand for.
_CASES = {"gen1": "gent", "gen2": "gent", "loc1": "loct", "loc2": "loct", "acc2": "accs", "voct": "nomn"}
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
ADJECTIVES = frozenset({"ADJF", "PRTF"})
_KEPT = 6  # readings of a word that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """One reading of a word; ``tags`` are all its grammemes, empty strings stand for what it has not."""

    lemma: str
    pos: str
    case: str
    number: str
    gender: str
    score: float
    tags: frozenset[str]


_VERBS = frozenset({"прибыли"})
"""Words that the genre knows as verbs: "прибыли" of those who came, not of profit."""


@cache
def _analyzer() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()


@lru_cache(maxsize=4_000)
def _parses(word: str) -> tuple[Any, ...]:
    """Parses of pymorphy3, which asks for the name of every letter: one that has none (Tangut) counts as a mark."""
    plain = word if word.isascii() else "".join(c if unicodedata.name(c, "") else "?" for c in word)
    found = list(_analyzer().parse(plain))
    if word.islower():  # a word without a capital is no name, and seldom a command: "вели" is of "вести"
        found = [p for p in found if not {"Name", "Surn", "Patr"} & p.tag.grammemes] or found
        found.sort(key=lambda parse: (-parse.score, "impr" in parse.tag.grammemes))
    if word.lower() in _VERBS:
        found.sort(key=lambda parse: parse.tag.POS != "VERB")
    return tuple(found)


@lru_cache(maxsize=50_000)
def analyses(word: str) -> tuple[Analysis, ...]:
    """Readings of a word, likeliest first.

    >>> first = analyses("министром")[0]
    >>> first.lemma, first.pos, first.case
    ('министр', 'NOUN', 'ablt')
    """
    return tuple(
        Analysis(
            lemma=parse.normal_form.replace("ё", "е"),
            pos=str(parse.tag.POS or ""),
            case=_CASES.get(str(parse.tag.case), str(parse.tag.case or "")),
            number=str(parse.tag.number or ""),
            gender=str(parse.tag.gender or ""),
            score=float(parse.score),
            tags=frozenset(parse.tag.grammemes),
        )
        for parse in _parses(word)[:_KEPT]
    )


@lru_cache(maxsize=50_000)
def cases(word: str) -> frozenset[str]:
    """Cases in which the word may stand; all of them when it does not decline.

    >>> sorted(cases("министра"))
    ['accs', 'gent']
    """
    found = frozenset(a.case for a in analyses(word) if a.case)
    fixed = any("Fixd" in a.tags for a in analyses(word))
    return frozenset(CASES) if fixed or not found else found


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> frozenset[str]:
    """Dictionary forms that the word may have, with ``ё`` written as ``е``."""
    return frozenset(a.lemma for a in analyses(word))


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has the word, in this form."""
    return bool(_analyzer().word_is_known(word.lower()))


@lru_cache(maxsize=50_000)
def is_verb(word: str) -> bool:
    """Whether the word of the dictionary is a finite verb in all its likely readings.

    >>> is_verb("Председательствовал"), is_verb("Лавров")
    (True, False)
    """
    return is_known(word) and all(a.pos in {"VERB", "PRTS"} for a in analyses(word))


def is_adjective(word: str) -> bool:
    """Whether the likeliest reading is a full adjective or participle."""
    return analyses(word)[0].pos in ADJECTIVES


def _capitals(form: str, model: str) -> str:
    """The form with capitals where the model has them; parts of a hyphenated word one by one."""
    if model.isupper() and len(model) > 1:
        return form.upper()
    parts = form.split("-")
    models = model.split("-")
    if len(parts) != len(models):
        return form[:1].upper() + form[1:] if model[:1].isupper() else form
    return "-".join(p[:1].upper() + p[1:] if m[:1].isupper() else p for p, m in zip(parts, models, strict=True))


@lru_cache(maxsize=20_000)
def inflect(word: str, pos: str, case: str, number: str, gender: str) -> str:
    """The word's nominative, singular or plural, read as the given part of speech, case and so on (each may be empty).

    A word that does not fit is returned as it is.

    >>> inflect("Генерального", "ADJF", "gent", "sing", "masc")
    'Генеральный'
    """
    wanted = {"nomn", number} if number else {"nomn"}
    if word.lower().startswith("высш") and gender and number != "plur":
        return _capitals({"femn": "высшая", "neut": "высшее"}.get(gender, "высший"), word)
    for parse in _parses(word)[: _KEPT * 2]:
        tag = parse.tag
        found = _CASES.get(str(tag.case), str(tag.case))
        if (pos and pos != tag.POS) or (case and found != case) or (number and tag.number != number):
            continue
        if gender and tag.gender and number != "plur" and tag.gender != gender:
            continue
        if tag.POS in ADJECTIVES and gender and number != "plur":
            wanted = wanted | {gender}
        form = parse.inflect(wanted)
        if form is not None:
            return _capitals(_yo(form.word, word), word)
    return word


def _yo(form: str, model: str) -> str:
    """Take back a ``ё`` that the text writes as ``е``."""
    return form if "ё" in model.lower() else form.replace("ё", "е")


def agreement(words: Sequence[str], allowed: frozenset[str] | None = None) -> tuple[str, str, str] | None:
    """Case, number and gender in which adjectives and their noun, the last word, agree; None if they do not.

    ``allowed`` are the cases that the context leaves, such as those that a preposition governs.

    >>> agreement(["Генерального", "секретаря"])
    ('gent', 'sing', 'masc')
    """
    return _agreement(tuple(words), allowed)


@lru_cache(maxsize=50_000)
def _agreement(words: tuple[str, ...], allowed: frozenset[str] | None) -> tuple[str, str, str] | None:
    *adjectives, noun = words
    best: tuple[float, tuple[str, str, str]] | None = None
    for reading in analyses(noun):
        if reading.pos != "NOUN" or not reading.case or (allowed is not None and reading.case not in allowed):
            continue
        score = reading.score
        for adjective in adjectives:
            score *= max((a.score for a in analyses(adjective) if _agrees(a, reading)), default=0.0)
        if score > 0 and (best is None or score > best[0]):
            best = score, (reading.case, reading.number, reading.gender)
    return best[1] if best else None


def _agrees(adjective: Analysis, noun: Analysis) -> bool:
    if adjective.pos not in ADJECTIVES or adjective.case != noun.case or adjective.number != noun.number:
        return False
    if adjective.case == "accs" and noun.number == "sing" and noun.gender == "masc":
        lively = "anim" in noun.tags
        if ("anim" in adjective.tags) != lively and ({"anim", "inan"} & adjective.tags):
            return False
    return noun.number == "plur" or not adjective.gender or adjective.gender == noun.gender


def nominative(words: Sequence[str], number: str = "") -> list[str]:
    """Adjectives and their noun (the last word) in the nominative, in the number given or else their own.

    >>> nominative(["Чрезвычайного", "Посла"])
    ['Чрезвычайный', 'Посол']
    """
    agreed = agreement(words)
    if agreed is None:
        return list(words)
    case, own, gender = agreed
    if not number or number == own:
        return [
            *(inflect(w, "", case, own, gender) if is_adjective_in(w, case) else w for w in words[:-1]),
            inflect(words[-1], "NOUN", case, own, gender),
        ]
    return [*(_singular(w, gender) for w in words[:-1]), _singular(words[-1], "")]


def is_adjective_in(word: str, case: str) -> bool:
    """Whether the word has a reading as adjective in that case."""
    return any(a.pos in ADJECTIVES and a.case == case for a in analyses(word))


@lru_cache(maxsize=20_000)
def _singular(word: str, gender: str) -> str:
    """Nominative singular of a word in the plural."""
    for parse in _parses(word)[:_KEPT]:
        if parse.tag.number != "plur":
            continue
        form = parse.inflect({"nomn", "sing", gender} if gender else {"nomn", "sing"})
        if form is not None:
            return _capitals(_yo(form.word, word), word)
    return word
