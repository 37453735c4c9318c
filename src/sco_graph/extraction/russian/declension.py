"""The nominative of a person's name: which of its forms the context and the name itself allow."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from math import prod

from .. import lexicon
from . import morphology

INITIAL = re.compile(r"[A-ZА-ЯЁ][a-zа-яё]{0,2}\.")
_PART = re.compile(rf"{INITIAL.pattern}|[^\W\d_][\w'’ʻ`-]*")
_PATRONYMIC = re.compile(r".+(?:ович|евич|ьич|овна|евна|ична|инична)|оглы|оглу|угли|кызы|кизи", re.IGNORECASE)
SON = frozenset({"оглу", "оглы", "угли", "кызы", "кизи"})
"""Words that follow the father's name in a patronymic."""
_CONSONANTS = {"C": "бвгдзклмнпрстфх", "H": "жшчщц"}
# How a word of a Chinese name can end in Palladius' transcription.
_SYLLABLE = re.compile(r"(?:[аоэеиуюяёыйр]|н|нь)$")
_SIBILANTS = "жшщчц"
_VOWELS = "аеёиоуыэюя"
# Final letters of foreign names that do not decline, and how sure that is: some are case endings as well.
_STEADY = {"о": 0.8, "э": 0.8, "ю": 0.7, "ё": 0.8, "и": 0.75, "у": 0.45, "е": 0.45, "ы": 0.25}
# How much a form counts when nothing else is known: subjects are commonest.
_PRIOR = {"nomn": 1.0, "ablt": 0.9, "gent": 0.8, "datv": 0.75, "accs": 0.7, "loct": 0.5}
_SYLLABLES, _SHORT = 3, 4
_ATTESTED = 50
_KEPT = 3
_GENDERS = ("masc", "femn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person's name in the nominative: initials or given names first, in the order of the text otherwise."""

    parts: tuple[str, ...]
    case: str
    gender: str

    def __str__(self) -> str:
        return " ".join(self.parts)


@cache
def family_first() -> frozenset[str]:
    """Chinese family names."""
    return frozenset(row[0] for row in lexicon.rows("ru", "surnames", 1))


def parts(text: str) -> tuple[str, ...]:
    """Words and initials of a name.

    >>> parts("В.И.Норова")
    ('В.', 'И.', 'Норова')
    """
    return tuple(_PART.findall(text))


def is_patronymic(word: str) -> bool:
    """Whether the nominative form is a patronymic."""
    return _PATRONYMIC.fullmatch(word) is not None


@cache
def _endings() -> tuple[tuple[str, str, str, str, str], ...]:
    """Paradigm, gender, case, ending, and ending of the nominative, for every cell of the table."""
    cells: list[tuple[str, str, str, str, str]] = []
    for paradigm, gender, *forms in lexicon.rows("ru", "names", 8):
        for case, ending in zip(morphology.CASES, forms, strict=True):
            cells.extend((paradigm, gender, case, e, forms[0]) for e in ending.split("/"))
    return tuple(cells)


def _restored(word: str, ending: str, nominative: str) -> str | None:
    """The nominative of a word that has this ending, or None."""
    if ending[:1] in _CONSONANTS:
        tail = ending[1:]
        stem = word[: len(word) - len(tail)]
        return stem if word.endswith(tail) and len(stem) > 1 and stem[-1] in _CONSONANTS[ending[0]] else None
    stem = word[: len(word) - len(ending)]
    if not stem or not word.endswith(ending):
        return None
    last = stem[-1].lower()
    if nominative in {"ь", "й"} and (last in _VOWELS) != (nominative == "й"):
        return None
    if last in _SIBILANTS and nominative in {"ь", "я"} and ending != "и":
        return None
    if nominative == "а" and ending == "ей" and last not in _SIBILANTS:
        return None
    return stem + nominative


def _weight(paradigm: str) -> float:
    if paradigm in {"C", "H", "soft", "y", "iy"}:
        return 0.8
    if paradigm in {"oy", "yy", "aya"}:
        return 0.35
    if paradigm in {"a", "ya", "iya", "softf", "am", "yam"}:
        return 0.5 if paradigm in {"a", "ya", "iya"} else 0.3
    return 1.5


_Cell = tuple[tuple[float, str], ...]
"""Nominatives that a word may have, each with its weight, likeliest first."""


@lru_cache(maxsize=20_000)
def _forms(word: str, first: bool) -> dict[tuple[str, str], _Cell]:
    """Nominatives of a word for each case and gender; of a double name both parts decline, or the second alone."""
    head, hyphen, tail = word.partition("-")
    if hyphen and tail[:1].isupper():
        return _double(_forms(head, False), _forms(tail, False), head)
    best: dict[tuple[str, str], dict[str, float]] = {}
    for case, gender, weight, form in _offers(word, first):
        cell = best.setdefault((case, gender), {})
        cell[form] = max(weight, cell.get(form, 0.0))
    return {key: tuple(sorted(((w, f) for f, w in cell.items()), reverse=True)[:_KEPT]) for key, cell in best.items()}


def _double(
    heads: dict[tuple[str, str], _Cell], tails: dict[tuple[str, str], _Cell], head: str
) -> dict[tuple[str, str], _Cell]:
    both: dict[tuple[str, str], _Cell] = {}
    for key, cell in tails.items():
        fronts = {form: min(weight, 1.0) for weight, form in heads.get(key, ())}
        fronts[head] = max(fronts.get(head, 0.0), 0.5)
        pairs = sorted(((w * v, f"{front}-{form}") for w, form in cell for front, v in fronts.items()), reverse=True)
        both[key] = tuple(pairs[:_KEPT])
    return both


def _offers(word: str, first: bool) -> Iterator[tuple[str, str, float, str]]:
    """Case, gender, weight and nominative, from the table of endings, the dictionary, and the word as it is."""
    fixed = first and word in family_first()
    for paradigm, gender, case, ending, nominative in () if fixed else _endings():
        form = _restored(word, ending, nominative)
        if form is not None:
            doubt = 0.35 if case == "nomn" and paradigm == "C" and word.endswith(("ом", "ем")) else 1.0
            yield case, gender, _weight(paradigm) * doubt, form
    for reading in morphology.analyses(word) if morphology.is_known(word) and not fixed else ():
        if {"Name", "Patr"} & reading.tags and reading.number == "sing":
            for gender in (reading.gender,) if reading.gender in _GENDERS else _GENDERS:
                yield reading.case, gender, 2.5, morphology.inflect(word, reading.pos, reading.case, "sing", gender)
    for case in morphology.CASES:
        for gender in _GENDERS:
            yield case, gender, _fixed(word, gender, first), word


def _fixed(word: str, gender: str, first: bool) -> float:
    """How likely the word does not decline."""
    if first and word in family_first():
        return 1.2
    if word.endswith(("ого", "его")):
        return 0.05
    if word[-1].lower() in _STEADY or word.isupper():
        return _STEADY.get(word[-1].lower(), 0.75)
    if word.endswith(("ом", "ем")):
        return 0.08
    return 0.4 if gender == "femn" else 0.04


def nominative(
    words: Sequence[str],
    allowed: Iterable[str] = (),
    *,
    gender: str = "",
    attested: Collection[tuple[str, ...]] = (),
    kin: Collection[tuple[str, ...]] = (),
) -> Name:
    """The name in the nominative, given its words and initials, and the cases that the context allows (all if empty).

    ``attested`` are names as they stand elsewhere in the text: one of them that can be this name is preferred.
    ``kin`` are such names in the nominative, whose given names have this name's initial: they are preferred too.

    >>> str(nominative(["Владимира", "Норова"], ["gent"]))
    'Владимир Норов'
    >>> str(nominative(["Чжан", "Мином"]))
    'Чжан Мин'
    >>> str(nominative(["П.", "Пробина"])), str(nominative(["П.", "Пробина"], kin=[("Пробина",)]))
    ('П. Пробин', 'П. Пробина')
    """
    full = [w for w in words if not INITIAL.fullmatch(w)]
    context = set(allowed)
    ranked = sorted(
        _readings(full, context, gender),
        key=lambda row: -row[0] * (_ATTESTED if _is_attested(row[3], tuple(full), attested, kin) else 1),
    )
    _, case, found, forms = ranked[0] if ranked else (0.0, "nomn", "masc", tuple(full))
    left = list(forms)
    named = tuple(w if INITIAL.fullmatch(w) else left.pop(0) for w in words)
    return Name(parts=_ordered(named), case=case, gender=found)


def _is_attested(
    forms: tuple[str, ...],
    full: tuple[str, ...],
    attested: Collection[tuple[str, ...]],
    kin: Collection[tuple[str, ...]],
) -> bool:
    """Whether a nominative stands elsewhere in the text, in full or as a family name alone that differs here."""
    if forms in kin or (forms in attested and forms != full):
        return True
    return len(forms) > 1 and forms[-1:] in attested and forms[-1] != full[-1]


def _is_given(word: str) -> bool:
    """Whether the dictionary has the word as a name, that declines: "Яна", "Олега"."""
    return any({"Name", "Patr", "Surn"} & reading.tags for reading in morphology.analyses(word))


def _readings(
    words: Sequence[str], context: set[str], wanted: str
) -> Iterator[tuple[float, str, str, tuple[str, ...]]]:
    several = len(words) > 1
    tables = [_forms(w, several and i == 0) for i, w in enumerate(words)]
    for i, word in enumerate(words[:-1]):
        if len(words) >= _SYLLABLES and len(word) <= _SHORT and not _is_given(word):
            # "Фам Минь Тинем": of three syllables only the last declines.
            tables[i] = {(case, gender): ((0.6, word),) for case in morphology.CASES for gender in _GENDERS}
    for case in morphology.CASES:
        for gender in _GENDERS:
            score = _PRIOR[case] if not context or case in context else _PRIOR[case] * 0.05
            score *= (0.5 if gender == "femn" else 1.0) * (0.1 if wanted and gender != wanted else 1.0)
            chinese = several and len(words) == 2 and words[0] in family_first()
            for forms in product(*(table.get((case, gender), ()) for table in tables)):
                doubt = 0.05 if chinese and not _SYLLABLE.search(forms[1][1]) else 1.0
                yield score * doubt * prod(w for w, _ in forms), case, gender, tuple(form for _, form in forms)


def _ordered(named: tuple[str, ...]) -> tuple[str, ...]:
    """Given name first: a family name before given name and patronymic, or before initials, goes last."""
    son = named[-1:] and named[-1].lower() in SON
    if len(named) == 3 and is_patronymic(named[2]) and not is_patronymic(named[1]) and not son:
        return named[1], named[2], named[0]
    if len(named) > 1 and not INITIAL.fullmatch(named[0]) and all(INITIAL.fullmatch(w) for w in named[1:]):
        return *named[1:], named[0]
    return named
