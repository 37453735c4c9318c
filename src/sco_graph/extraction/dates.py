"""Dates in words and figures, as precise as the text gives them, with their characters.

A rule is a pattern and a function that makes a date of its match, or None. Rules
are tried in order, so the fuller form comes first; what one has taken no later one
touches. ISO 8601 at reduced precision is what comes out: YYYY-MM-DD, YYYY-MM, YYYY.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import cache, lru_cache

from ..light import dataclass
from ..model import Document
from .date_patterns import lead, patterns
from .lexicon import rows


class Use(StrEnum):
    """What a date is of: the moment told of, a document's own date, or a bound of a term."""

    WHEN = "when"
    OF_DOCUMENT = "of-document"
    BOUND = "bound"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date in the text: its characters, start and end (of a range), use, and the rule that found it."""

    start: int
    stop: int
    date: str
    end: str | None = None
    use: Use = Use.WHEN
    rule: str

    @property
    def precision(self) -> int:
        """3 for a day, 2 for a month, 1 for a year."""
        return self.date.count("-") + 1


@dataclass(frozen=True, slots=True)
class Years:
    """Which year is meant where none is written: ``this`` for "с.г." and for a bare day; None where unknown."""

    this: int | None

    def of(self, groups: dict[str, str | None]) -> int | None:
        """Year of a match: its figures, or this year moved by a word such as "прошлого"."""
        written, short = groups.get("y"), groups.get("yy")
        if written or short:
            return int(written or f"20{short}")
        if self.this is None:
            return None
        word = (groups.get("rel") or "").lower()
        if word.startswith(("прошл", "минувш", "last")):
            return self.this - 1
        if word.startswith(("будущ", "следующ", "наступающ", "next")):
            return self.this + 1
        return self.this


Make = Callable[[dict[str, str | None], Years], tuple[str, str | None] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern, and what it makes of a match: a date and an end, or None if it is no date.

    ``lead`` is found wherever a match can begin; None for any place.
    """

    name: str
    pattern: re.Pattern[str]
    make: Make
    lead: re.Pattern[str] | None = None

    def found(self, text: str, starts: Sequence[int] | None) -> Iterator[re.Match[str]]:
        """Matches in a text that do not overlap; ``starts`` are where the lead is found, if there is one."""
        if starts is None:
            yield from self.pattern.finditer(text)
            return
        end = 0
        for start in starts:
            match = self.pattern.match(text, start) if start >= end else None
            if match is not None:
                end = match.end()
                yield match


def iso(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """The date in ISO 8601 at the precision of what is given; None if there is no such day or no year.

    >>> iso(2020, 4, 29), iso(2020, 4), iso(2020), iso(2021, 2, 30)
    ('2020-04-29', '2020-04', '2020', None)
    """
    if year is None or not 1900 <= year <= 2099:
        return None
    if month is None:
        return f"{year}"
    if day is None:
        return f"{year}-{month:02}" if 1 <= month <= 12 else None
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(language: str, word: str | None) -> int | None:
    if not word:
        return None
    if word.isdigit():
        return int(word)
    for stem, number in rows(language, "months", 2):
        if re.fullmatch(stem, word, re.IGNORECASE):
            return int(number)
    return None


def _day(language: str, word: str | None) -> int | None:
    """Day of the month in figures or in words ("двадцать третьего")."""
    if not word or word.isdigit():
        return int(word) if word else None
    *tens, last = word.lower().split()
    base = {"двадцать": 20, "тридцать": 30}.get(tens[0], 0) if tens else 0
    ends = r"(?:ого|его|ье|е|ое)"
    return next((base + int(n) for stem, n in rows(language, "ordinals", 2) if re.fullmatch(stem + ends, last)), None)


def _maker(language: str) -> Make:
    """What makes a date of the groups y, rel, m, d and, for the end of a range, m2, d2 (y2)."""

    def make(groups: dict[str, str | None], years: Years) -> tuple[str, str | None] | None:
        year, day = years.of(groups), groups.get("d")
        last_month, last_day, last_year = groups.get("m2") or groups.get("m"), groups.get("d2"), groups.get("y2")
        month = _month(language, groups.get("m"))
        start = iso(year, month, _day(language, day))
        if start is None:
            return None
        end = None
        if groups.get("d2") and not str(groups["d2"]).isdigit():
            last_day = str(_day(language, groups["d2"]))
        if last_day or groups.get("m2") or last_year:
            until = int(last_year) if last_year else year
            end = iso(until, _month(language, last_month), int(last_day) if last_day else None)
        return start, end if end and end > start else None

    return make


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """Rules of a language, the fullest form first; for a language without any, only figures of ISO 8601."""
    make = _maker(language)
    return tuple(
        Rule(name, re.compile(pattern, re.IGNORECASE), make, _compiled(lead(pattern, language)))
        for name, pattern in patterns(language)
    )


def _compiled(pattern: str | None) -> re.Pattern[str] | None:
    return None if pattern is None else re.compile(pattern, re.IGNORECASE)


_OF_DOCUMENT = re.compile(
    r"(?:\bот|резолюци\w+[^.]{0,40}?|соглашени\w+|меморандум\w*|деклараци\w+|образца|dated|"
    r"(?:agreement|declaration|memorandum|treaty|charter) of)\s*$",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"(?:\bдо|\bк|\bс начала|\bначиная с|\bпосле|\bна период(?: до| с)?|\bна|\bза|\bпо итогам|\bперспективу до|"
    r"\bby|\buntil|\bsince|\bthrough)\s*(?:конца\s+|рубежу\s+|период\s+)?$",
    re.IGNORECASE,
)


_NOMINATIVE = re.compile(r"(?:меморандум|соглашение|декларацию|декларация|резолюцию|резолюция)\s*$", re.IGNORECASE)
_DAY = 3
_LETTER = re.compile(
    r"(?:телеграмм|письм|послани|поздравлени|соболезновани|обращени|приветстви|датирован)\w*\s+(?:от\s*)?$",
    re.IGNORECASE,
)
"""A letter is dated by the day when it was sent."""


_SINCE = re.compile(r"\bс\s*$", re.IGNORECASE)


_UNTIL = re.compile(
    r"\b(?:продл|продолж|длит|дл[ия]т|пробуд|остан|работа|проводи|проходи|пройд)\w+\s(?:[^.\d]{0,25}\s)?(?:до|по)\s*$",
    re.IGNORECASE,
)
"""Words after which a day is the last one: "продлятся до", "будет проходить по"."""


def ends(text: str, found: Dated) -> bool:
    """Whether a day is said to be the last one of what is told of."""
    return found.precision == _DAY and _UNTIL.search(text, max(0, found.start - 60), found.start) is not None


def _use(text: str, found: Dated) -> Use:
    """What the date is of, told by the words before it."""
    before = text[max(0, found.start - 60) : found.start]
    if ends(text, found):
        return Use.BOUND
    if found.precision == 1 and (found.end is not None or _SINCE.search(before)):
        return Use.BOUND
    if _LETTER.search(before):
        return Use.WHEN
    named = _OF_DOCUMENT.search(before)
    # "Меморандум 7 мая подписали": a bare day after the noun is when it was signed.
    bare = found.precision == _DAY and not re.search(r"\d{4}", text[found.start : found.stop])
    if named and not (bare and not named[0].strip().lower().endswith("от") and _NOMINATIVE.search(named[0])):
        return Use.OF_DOCUMENT
    if _BOUND.search(before) and (found.precision == 1 or not re.search(r"\b(?:на|за)\s*$", before)):
        return Use.BOUND
    return Use.WHEN


def _scan(text: str, language: str, years: Years) -> Iterator[Dated]:
    taken: list[tuple[int, int]] = []  # sorted; none overlaps another
    starts: dict[re.Pattern[str] | None, Sequence[int] | None] = {None: None}
    for rule in rules(language):
        if rule.lead is not None and rule.lead not in starts:
            starts[rule.lead] = [found.start() for found in rule.lead.finditer(text)]
        for found in rule.found(text, starts[rule.lead]):
            start, stop = found.start(), len(found[0].rstrip()) + found.start()
            place = bisect_left(taken, (start, stop))
            if any(start < end and begin < stop for begin, end in taken[max(0, place - 1) : place + 1]):
                continue
            made = rule.make(found.groupdict(), years)
            if made is not None:
                taken.insert(place, (start, stop))
                yield Dated(start=start, stop=stop, date=made[0], end=made[1], rule=f"rule:date_{rule.name}")


def year_of(document: Document) -> int | None:
    """The year that a date without one has: that of publication, else of the first full date of the text."""
    if document.published:
        return int(document.published[:4])
    full = [found for found in _scan(document.text, document.language, Years(None)) if found.precision == 3]
    return int(min(full, key=lambda found: found.start).date[:4]) if full else None


@lru_cache(maxsize=4)
def find(document: Document) -> tuple[Dated, ...]:
    """Dates of a document in order of place; a missing year comes from the date of publication.

    Words that name a day without a date ("сегодня") give none.
    """
    text = document.text
    found = sorted(_scan(text, document.language, Years(year_of(document))), key=lambda item: item.start)
    return tuple(
        Dated(start=d.start, stop=d.stop, date=d.date, end=d.end, use=_use(text, d), rule=d.rule) for d in found
    )
