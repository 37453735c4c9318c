"""Readable names of interactions in three languages, from their type, participants and date."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pyoxigraph import Literal, NamedNode

from . import terms
from .terms import concept, local_name
from .view import View

LANGUAGES = ("en", "ru", "zh")
_SHOWN = 4
_MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "ru": (
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ),
}
_NOMINATIVE = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)


def label_of(node: NamedNode, language: str, view: View) -> str:
    """Preferred label in the language, or else in the first language that has one, or else the key.

    >>> import pyoxigraph
    >>> label_of(terms.entity("official/ivan-testov"), "en", View(pyoxigraph.Store()))
    'ivan-testov'
    """
    labels = {
        label.language: label.value
        for label in reversed(view.objects(node, terms.PREF_LABEL))
        if isinstance(label, Literal)
    }
    return next((labels[one] for one in (language, *LANGUAGES) if one in labels), local_name(node))


def interaction_labels(
    kind: str, actors: Sequence[NamedNode], start: str | None, end: str | None, view: View
) -> tuple[Literal, ...]:
    """Labels in English, Russian and Chinese; at most four actors are named."""
    return tuple(
        terms.text(_JOINED[language](_type(kind, language, view), _names(actors, language, view), len(actors) - _SHOWN,
                                     date_text(start, end, language)), language)
        for language in LANGUAGES
    )  # fmt: skip


def _type(kind: str, language: str, view: View) -> str:
    node = concept("interaction-type", kind)
    label = label_of(node, language, view)
    words = kind.replace("-", " ") if label == local_name(node) else label
    return words[:1].upper() + words[1:]


def _names(actors: Sequence[NamedNode], language: str, view: View) -> list[str]:
    return [label_of(actor, language, view) for actor in actors[:_SHOWN]]


def _english(kind: str, names: list[str], more: int, when: str) -> str:
    rest = [f"and {more} more"] if more > 0 else []
    return _head(kind, ", ".join(names) + (f" {rest[0]}" if rest else ""), when)


def _russian(kind: str, names: list[str], more: int, when: str) -> str:
    return _head(kind, ", ".join(names) + (f" и ещё {more}" if more > 0 else ""), when)


def _chinese(kind: str, names: list[str], more: int, when: str) -> str:
    people = "、".join(names) + (f"等{len(names) + more}方" if more > 0 else "")
    return "，".join(part for part in ("：".join(part for part in (kind, people) if part), when) if part)


def _head(kind: str, people: str, when: str) -> str:
    return ", ".join(part for part in (": ".join(part for part in (kind, people) if part), when) if part)


_JOINED: dict[str, Callable[[str, list[str], int, str], str]] = {
    "en": _english,
    "ru": _russian,
    "zh": _chinese,
}


def date_text(start: str | None, end: str | None, language: str) -> str:
    """A date or a range in words.

    >>> date_text("2020-04-29", None, "ru"), date_text("2020-04-29", "2020-05-01", "zh")
    ('29 апреля 2020 года', '2020年4月29日至2020年5月1日')
    >>> date_text("2020-04", None, "ru"), date_text("2020", None, "en"), date_text(None, None, "en")
    ('апрель 2020 года', '2020', '')
    """
    words = [_date(date, language) for date in dict.fromkeys((start, end)) if date]
    return ("至" if language == "zh" else " – ").join(words)


def _date(date: str, language: str) -> str:
    year, *rest = date.split("-")
    numbers = [int(part) for part in rest]
    if language == "zh":
        return year + "年" + "".join(f"{number}{unit}" for number, unit in zip(numbers, "月日", strict=False))
    if not numbers:
        return year if language == "en" else f"{year} год"
    month = (_NOMINATIVE if language == "ru" and len(numbers) == 1 else _MONTHS[language])[numbers[0] - 1]
    words = f"{numbers[1]} {month} {year}" if len(numbers) > 1 else f"{month} {year}"
    return words if language == "en" else f"{words} года"
