"""What the first lines of a text say of it: headline, and date of publication.

Only a line that is nothing but a date counts as one, so no date of an event is taken for
that of the release.
"""

from __future__ import annotations

import datetime
import re

_LINES = 6
_LONGEST_TITLE = 250
_MONTHS = {
    "янв": 1, "фев": 2, "мар": 3, "апр": 4, "мая": 5, "май": 5, "июн": 6, "июл": 7, "авг": 8, "сен": 9, "окт": 10,
    "ноя": 11, "дек": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_TIME = r"(?:[,\s|]*(?:в[ ]|at[ ])?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*(?:МСК|мск|MSK|UTC|GMT|[AaPp]\.?[Mm]\.?))?)?"
_LABEL = r"(?:(?:дата(?:[ ]публикации)?|опубликовано|date|published|posted(?:[ ]on)?|发布时间|日期|时间)\s*[:：]?\s*)?"
_WEEKDAY = r"(?:(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|\w{3,6}day),?\s+)?"
_DATE = re.compile(
    rf"""{_LABEL}{_WEEKDAY}(?:
        (?P<y1>\d{{4}})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?:T[\d:.+Z-]+)?
      | (?P<d2>\d{{1,2}})[./](?P<m2>\d{{1,2}})[./](?P<y2>\d{{4}})
      | (?P<d3>\d{{1,2}})\s+(?P<m3>[^\W\d_]{{3,9}})\.?,?\s+(?P<y3>\d{{4}})(?:\s*(?:г\.?|года))?
      | (?P<m4>[A-Za-z]{{3,9}})\.?\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y4>\d{{4}})
      | (?P<y5>\d{{4}})\s*年\s*(?P<m5>\d{{1,2}})\s*月\s*(?P<d5>\d{{1,2}})\s*日
    ){_TIME}""",
    re.IGNORECASE | re.VERBOSE,
)
# Slashes are read the American way by some and the European way by others.
_AMBIGUOUS = re.compile(r"(\d{1,2})/(\d{1,2})/\d{4}")


def date_of(text: str) -> str | None:
    """The day that a string is, in ISO 8601, when it is one and nothing else.

    >>> [date_of(text) for text in ("29.04.2020 10:30", "29 апреля 2020 г.", "April 29, 2020", "2020年4月29日")]
    ['2020-04-29', '2020-04-29', '2020-04-29', '2020-04-29']
    >>> [date_of(text) for text in ("2020-04-29T10:30:00Z", "03/04/2020", "31.02.2020", "29 апреля прошла встреча")]
    ['2020-04-29', None, None, None]
    """
    match = _DATE.fullmatch(text.strip(" \t\xa0|.,-–—"))
    if match is None:
        return None
    slashed = _AMBIGUOUS.search(text)
    if slashed and int(slashed[1]) <= 12 and int(slashed[2]) <= 12 and slashed[1] != slashed[2]:
        return None
    year, month, day = (next(v for k, v in match.groupdict().items() if v and k[0] == part) for part in "ymd")
    try:
        return datetime.date(int(year), _month(month), int(day)).isoformat()
    except ValueError:
        return None


def _month(text: str) -> int:
    return int(text) if text.isdecimal() else _MONTHS.get(text[:3].lower(), 0)


def found_in(text: str) -> dict[str, str]:
    """``title`` and ``date`` where the first lines of a text give them.

    A headline is a first line that is short, ends like no sentence and has text after it.

    >>> found_in("Встреча в Озёрске\\n29.04.2020\\nСовет заседал.")
    {'date': '2020-04-29', 'title': 'Встреча в Озёрске'}
    >>> found_in("Совет заседал.\\nОн принял решение.")
    {}
    """
    lines = [line.strip() for line in text[:4000].splitlines() if line.strip()][:_LINES]
    dates = [(number, date) for number, line in enumerate(lines) if (date := date_of(line))]
    fields = {"date": dates[0][1]} if dates else {}
    rest = [line for number, line in enumerate(lines) if number not in dict(dates)]
    if len(rest) > 1 and _is_title(rest[0]):
        fields["title"] = rest[0].lstrip("# ")
    return fields


def _is_title(line: str) -> bool:
    return (
        len(line) <= _LONGEST_TITLE
        and not line.endswith((".", "。", ";", "；", ":", "：", ",", "，"))
        and any(char.isalpha() for char in line)
    )
