"""How dates are written in each language: named patterns, the fullest form first.

Groups: ``y`` year, ``rel`` words for a year ("прошлого года"), ``m`` month (a word or
figures), ``d`` day; ``y2``, ``m2``, ``d2`` the same of the end of a range.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .lexicon import rows


def _months(language: str) -> str:
    stems = [stem for stem, _ in rows(language, "months", 2)]
    # One look at the first letter is faster than a try of each month at each word.
    first = "".join(sorted({stem[0] for stem in stems}))
    return f"(?=[{first}])(?:" + "|".join(stems) + ")"


def _russian() -> Iterator[tuple[str, str]]:
    month = _months("ru")
    relative = r"(?P<rel>с\.\s?г\.|(?:сего|текущего|этого|нынешнего|прошлого|минувшего|будущего|следующего)\s+года)"
    figures = r"(?P<y>\d{4})\s*(?:г(?:од(?:а|у|ом|е)?)?\b\.?)?"
    year = rf"(?:\s*,?\s*(?:в\s+(?=\d{{4}}\s+год))?(?:{figures}|{relative}))?"
    dash = r"\s*[-–—−]\s*"
    day, day2 = r"(?P<d>\d{1,2})(?:-?(?:го|е))?", r"(?P<d2>\d{1,2})(?:-?(?:го|е))?"
    yield (
        "range_of_days_of_two_months",
        rf"(?:\bс[о]?\s+)?{day}\s+(?P<m>{month})(?:{dash}|\s+по\s+){day2}\s+(?P<m2>{month}){year}",
    )
    yield "range_of_days", rf"(?:\bс[о]?\s+)?\b{day}(?:{dash}|\s+по\s+|\s+и\s+){day2}\s+(?P<m>{month}){year}"
    yield "day_month", rf"\b{day}\s+(?P<m>{month})\b{year}"
    yield from _in_words(month, year)
    yield "day_in_words", rf"\b(?P<d>{_ordinal()})\s+(?P<m>{month})\b{year}"
    yield "range_of_months", rf"\b(?P<m>{month})(?:{dash}|\s+и\s+)(?P<m2>{month}){year}"
    yield "figures", r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{2})\.(?P<y>\d{4})(?![\d])"
    yield "figures_with_slashes", r"(?<![\d/])(?P<d>\d{1,2})/(?P<m>\d{2})/(?P<y>\d{4})(?![\d/])"
    yield "short_figures", r"(?<![\d.])(?P<d>\d{2})\.(?P<m>\d{2})\.(?P<yy>[0-3]\d)(?![\d.]\d)(?=\.?(?:\s|$))"
    yield "last_month", rf"\bв\s+(?P<rel>прошлом|будущем|следующем|нынешнем)\s+(?P<m>{month})(?!\w)"
    part = (
        r"(?:начале|середине|конце|исходе|первых\s+числах|последних\s+числах|первой\s+половине|второй\s+половине|"
        r"(?:первой|второй|третьей)\s+декаде)"
    )
    yield "month", rf"\b(?:в|на|во)\s+(?:{part}\s+)?(?P<m>{month})(?!\w){year}"
    yield "month_year", rf"\b(?P<m>{month})\s+{figures}"
    yield (
        "month_of_this_year",
        rf"\b(?P<m>{month})\s+{relative}",
    )
    sessions = "заседани|сесси|саммит|встреч|визит|переговор|форум|совещани|учени|поездк|конференци"
    stems = "январ|феврал|март|апрел|май|июн|июл|август|сентябр|октябр|ноябр|декабр"
    yield (
        "month_as_adjective",
        rf"\b(?P<m>{stems})ь?(?:ов)?ск(?:ий|ого|ому|им|ом|ая|ой|ую|ие|их|ими)(?=\s+(?:[а-яё]+\s+){{0,2}}(?:{sessions}))",
    )
    yield "year_of_name", r"(?<=[а-яёa-zА-ЯЁA-Z»])\s?[-–]\s?(?P<y>20\d{2})(?![\w-])(?=[»\"\s.,)]|$)"
    yield "range_of_years", rf"\bв\s+(?P<y>\d{{4}}){dash}(?P<y2>\d{{4}})\s+г(?:одах|г\.)"
    yield "year", r"\b(?P<y>(?:19|20)\d{2})\s*(?:г\.|год(?:а|у|ом|е)?\b)"
    yield "this_year", r"\bв\s+(?P<rel>текущем|этом|нынешнем|прошлом|минувшем|будущем|следующем)\s+году"
    yield "coming_year", r"\bна\s+(?P<rel>текущий|этот|нынешний|будущий|следующий)\s+год\b"


def _ordinal() -> str:
    """A day in words: "пятого", "двадцать пятое"; its first letter is looked at first."""
    forms = [form for form, _ in rows("ru", "ordinals", 2)]
    first = "".join(sorted({"д", "т", *(form[0] for form in forms)}))
    ordinal = "|".join(rf"{form}(?:ого|его|ье|е|ое)" for form in forms)
    return rf"(?=[{first}])(?:двадцать\s+|тридцать\s+)?(?:{ordinal})"


def _in_words(month: str, year: str) -> Iterator[tuple[str, str]]:
    """Ranges of days in words: "с пятого по седьмое мая", "пятого и шестого мая"."""
    first, last = rf"(?P<d>{_ordinal()})", rf"(?P<d2>{_ordinal()})"
    yield "range_in_words", rf"\b(?:с\s+)?{first}(?:\s+по\s+|\s+и\s+|\s*[-–—]\s*){last}\s+(?P<m>{month})\b{year}"


def _english() -> Iterator[tuple[str, str]]:
    month = _months("en")
    year, dash = r"(?:,?\s+(?P<y>\d{4})\b)?", r"\s*[-–—]\s*"
    day, day2 = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?", r"(?P<d2>\d{1,2})(?:st|nd|rd|th)?"
    to = rf"(?:{dash}|\s+to\s+|\s+and\s+|\s+through\s+|\s+until\s+)"
    yield "range_of_days_of_two_months", rf"\b(?P<m>{month})\s+{day}{to}(?P<m2>{month})\s+{day2}{year}"
    yield "range_of_two_months", rf"\b{day}\s+(?P<m>{month}){to}{day2}\s+(?P<m2>{month}){year}"
    yield "range_of_days", rf"\b{day}{to}(?:the\s+)?{day2}\s+(?:of\s+)?(?P<m>{month})\b{year}"
    yield "range_after_month", rf"\b(?P<m>{month})\s+{day}{to}{day2}\b{year}"
    this = r"(?:\s+of)?\s+(?P<rel>(?:this|last|next)\s+year)"
    yield "day_of_this_year", rf"\b{day}\s+(?P<m>{month})(?!\w){this}"
    yield "month_of_this_year", rf"\b(?P<m>{month})(?!\w){this}"
    yield "day_month", rf"\b{day}\s+(?:of\s+)?(?P<m>{month})(?!\w){year}"
    yield "month_day", rf"\b(?P<m>{month})\s+{day}\b(?!\d){year}"
    yield "month_year", rf"\b(?P<m>{month})(?:\s+of)?,?\s+(?P<y>\d{{4}})\b"
    events = "referendum|summit|elections?|meeting|session|visit|talks|forum|conference|vote|exercises?"
    yield "month_as_adjective", rf"\bthe\s+(?P<m>{month})(?=\s+(?:{events})\b)"
    lead = r"\b(?:in|for|this|last|next|(?:end|beginning|start|middle|half)\s+of)\s+"
    yield "month", rf"{lead}(?:(?:early|late|mid-)\s*)?(?P<m>{month})(?!\w)"
    yield "this_year", r"\b(?P<rel>this|last|next)\s+year\b(?!['’])"
    season = r"(?:spring|summer|autumn|fall|winter)"
    yield "season", rf"\b{season}(?:\s+of|,)?\s+(?P<y>(?:19|20)\d{{2}})\b"
    yield "season_of_this_year", rf"\b(?P<rel>this|last|next)\s+{season}\b"
    yield "year", r"\b(?:in|of|year|during|throughout|late|early)\s+(?P<y>(?:19|20)\d{2})\b"


def _chinese() -> Iterator[tuple[str, str]]:
    year = r"(?:(?P<y>\d{4})\s*年\s*)?"
    to = r"\s*[至到\-–—~～]\s*"
    yield (
        "range_of_two_months",
        rf"{year}(?P<m>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})\s*日?{to}(?P<m2>\d{{1,2}})\s*月\s*(?P<d2>\d{{1,2}})\s*日",
    )
    yield "range_of_days", rf"{year}(?P<m>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})\s*日?{to}(?P<d2>\d{{1,2}})\s*日"
    yield "day", rf"{year}(?P<m>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})\s*[日号]"
    yield "range_of_months", rf"{year}(?P<m>\d{{1,2}})\s*月?{to}(?P<m2>\d{{1,2}})\s*月(?!\s*\d)"
    yield "month", rf"{year}(?P<m>\d{{1,2}})\s*月(?!\s*\d)"
    yield "year", r"(?P<y>(?:19|20)\d{2})\s*年"


_GRAMMARS: dict[str, Callable[[], Iterator[tuple[str, str]]]] = {"ru": _russian, "en": _english, "zh": _chinese}


def patterns(language: str) -> Iterator[tuple[str, str]]:
    """Names and patterns of the forms of dates; for a language without any, only figures of ISO 8601.

    >>> [name for name, _ in patterns("tlh")]
    ['iso']
    """
    yield "iso", r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)"
    if language in _GRAMMARS:
        yield from _GRAMMARS[language]()


def lead(pattern: str, language: str) -> str | None:
    r"""A pattern found wherever a match of this one can begin, told by its first characters; None for any place.

    Several rules share a lead, and to look for it is faster than to try each rule everywhere.

    >>> lead(r"\bв\s+мае", "ru"), lead(r"(?<=a)b", "ru")
    ('\\bв\\s+', None)
    """
    if pattern.startswith(_FIGURES):
        return r"\d"
    if pattern.startswith(r"(?:\bс[о]?\s+)?"):
        return r"\bсо?\s+(?=\d)|\d" if pattern.removeprefix(r"(?:\bс[о]?\s+)?").startswith(_FIGURES) else None
    if language in _GRAMMARS and language != "zh" and pattern.startswith(rf"\b(?P<m>{_months(language)})"):
        return rf"\b{_months(language)}"
    return next((start for start in _STARTS if pattern.startswith(start)), None)


_FIGURES = (
    r"\b(?P<d>\d{1,2})",
    r"(?P<d>\d{1,2})",
    r"(?<!\d)(?P<y>\d{4})",
    r"(?<![\d.])(?P<d>\d",
    r"\b(?P<y>(?:19|20)\d{2})",
)
_STARTS = (r"\bв\s+", r"\b(?:в|на|во)\s+")
