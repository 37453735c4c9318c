"""Days told by another: "the next day", "later the same day", "on Tuesday", "yesterday", "on the 30th".

A day of the week or "yesterday" is counted from the day of publication, forward where the sentence speaks of what is to
come. "Today" is the day of the dateline, and none without one.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from ...model import Document
from ..dates import Dated, Use

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WORDS = re.compile(
    r"\b(?:(?P<same>(?:on\s+|later\s+|earlier\s+){0,2}(?:the\s+same|that(?:\s+same)?)\s+(?:day|evening|afternoon|morning))|"
    r"(?P<next>(?:the\s+)?(?:next|following)\s+(?:day|morning)|(?:a|one)\s+day\s+later|the\s+day\s+after(?!\s+\w+ed))|"
    r"(?P<before>(?:the\s+)?(?:previous|preceding)\s+(?:day|evening)|(?:a|one)\s+day\s+(?:earlier|before)|"
    r"the\s+day\s+before|yesterday)|(?P<tomorrow>tomorrow)|(?P<today>today)|"
    rf"(?:(?P<way>last|next|this|on|late|early)\s+){{0,2}}(?P<week>{'|'.join(_WEEK)})|"
    r"on\s+the\s+(?P<nth>\d{1,2})(?:st|nd|rd|th)(?=\s*[,.;:)]|\s+in\b|\s+at\b))(?![\w’'-])",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|is to|are to|to be held|due to|scheduled|expected to|plans? to|next|upcoming|tomorrow|"
    r"travels|visits|arrives|begins|starts|hosts|meets|holds|opens|flies|leaves|departs)\b",
    re.IGNORECASE,
)
_SURELY = re.compile(
    r"\b(?:will|shall|is to|are to|to be held|due to|scheduled|expected to|plans? to|tomorrow)\b", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:met|held|received|visited|attended|took part|hosted|signed|gathered|arrived|discussed)\b")
_WHO = re.compile(r"\bwho (?:is|are|will)\b[^,.;]*")
_WAS = re.compile(r"\b(?:was|were|had|told|said|met|held|spoke|took|gave|began|\w{3,}ed)\b")
_BESIDE = re.compile(r"^\s*(?:\(|,)?\s*(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\b|[A-Z][a-z]{2,8}\.?\s+\d{1,2}\b)")
_REPORTED = re.compile(
    r"\b(?:reports?|reported|announced|said|posted|published|tweeted|wrote|informed|added|confirmed|released|quoted)"
    r"(?:\s+(?!in\b|at\b)[\w’']+){0,3}\s*$"
)
OF_REPORT = "rule:date_of_report"
"""Rule of a day on which something was only reported."""
_DATELINE = 60
"""Characters at the head of a text in which a date is that of its dateline, and so of "today"."""
_STEPS = {"same": 0, "next": 1, "before": -1}


def days(document: Document, dated: Sequence[Dated]) -> Iterator[Dated]:
    """Days that words set beside the last full date before them, or beside the day of publication.

    >>> from sco_graph import corpus
    >>> told = Dated(start=3, stop=14, date="2021-05-31", rule="rule:date_day_month")
    >>> text = corpus.from_text("On 31 May 2021 they met. The next day they parted.", language="en", source="x")
    >>> [d.date for d in days(text, (told,))]
    ['2021-06-01']
    """
    text = document.text
    day = document.published or ""
    published = datetime.date.fromisoformat(day) if len(day) == len("2021-05-31") else None
    known = [d for d in dated if d.precision == 3 and d.use is Use.WHEN]
    for hit in _WORDS.finditer(text):
        if any(d.start < hit.end() and hit.start() < d.stop for d in dated):
            continue
        before = [d for d in known if d.stop <= hit.start()]
        last = max(before, key=lambda d: d.start) if before else None
        value = _day(text, hit, last, published)
        if value is not None:
            rule = "rule:date_of_week" if hit["week"] else "rule:date_beside_another"
            rule = OF_REPORT if _REPORTED.search(text[max(0, hit.start() - 40) : hit.start()]) else rule
            new = Dated(start=hit.start(), stop=hit.end(), date=value.isoformat(), rule=rule)
            known.append(new)
            yield new


_MONTHS = re.compile(r"\b(?P<way>last|next)\s+month(?:['’]s)?(?![\w-])", re.IGNORECASE)


def months(document: Document) -> Iterator[Dated]:
    """Months counted from that of publication: "last month's visit".

    >>> from sco_graph import corpus
    >>> text = corpus.from_text("It met last month.", language="en", published="2021-01-05", source="x")
    >>> [d.date for d in months(text)]
    ['2020-12']
    """
    month = (document.published or "")[:7]
    if len(month) < len("2021-01"):
        return
    first = datetime.date.fromisoformat(f"{month}-01")
    for hit in _MONTHS.finditer(document.text):
        step = -1 if hit["way"].lower() == "last" else 32
        value = (first + datetime.timedelta(days=step)).isoformat()[:7]
        yield Dated(start=hit.start(), stop=hit.end(), date=value, rule="rule:date_month_by_publication")


_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NAMED_MONTHS = re.compile(rf"\b(?P<way>last|this|next)\s+(?P<month>{'|'.join(_NAMES)})\b(?!\s+\d)", re.IGNORECASE)


def named_months(document: Document) -> Iterator[Dated]:
    """Months told from the day of publication: "last November", "this September".

    >>> from sco_graph import corpus
    >>> text = corpus.from_text("It met last November.", language="en", published="2021-01-05", source="x")
    >>> [d.date for d in named_months(text)]
    ['2020-11']
    """
    if len(document.published or "") < len("2021-01"):
        return
    year, now = int((document.published or "")[:4]), int((document.published or "")[5:7])
    for hit in _NAMED_MONTHS.finditer(document.text):
        month, way = _NAMES.index(hit["month"].lower()) + 1, hit["way"].lower()
        value = year - (month >= now) if way == "last" else year + (month <= now) if way == "next" else year
        yield Dated(
            start=hit.start(), stop=hit.end(), date=f"{value}-{month:02}", rule="rule:date_month_by_publication"
        )


_YEARS = re.compile(
    r"\b(?:(?:the\s+)?(?:latter|second|first)\s+half\s+of\s+(?:the|this)|(?:the\s+)?end\s+of\s+(?:the|this)|"
    r"(?:later|late|early|earlier|in)\s+this|(?P<next>(?:early\s+|late\s+)?next)|(?P<last>last))\s+year(?![\w’'-])",
    re.IGNORECASE,
)


def years(document: Document) -> Iterator[Dated]:
    """Years counted from that of publication: "in the latter half of this year", "next year".

    >>> from sco_graph import corpus
    >>> text = corpus.from_text("It will meet next year.", language="en", published="2021-01-05", source="x")
    >>> [d.date for d in years(text)]
    ['2022']
    """
    if not document.published:
        return
    year = int(document.published[:4])
    for hit in _YEARS.finditer(document.text):
        value = year + 1 if hit["next"] else year - 1 if hit["last"] else year
        yield Dated(start=hit.start(), stop=hit.end(), date=str(value), rule="rule:date_year_by_publication")


def _day(text: str, hit: re.Match[str], last: Dated | None, published: datetime.date | None) -> datetime.date | None:
    if hit["week"]:
        return None if _beside_a_date(text, hit) else _of_week(text, hit, published)
    if hit["today"]:
        opening = last is not None and last.start < _DATELINE
        return datetime.date.fromisoformat(last.date) if opening and last is not None else None
    if hit["tomorrow"]:
        return published + datetime.timedelta(days=1) if published else None
    anchor = datetime.date.fromisoformat(last.date) if last is not None else published
    if hit[0].lower() == "yesterday":
        anchor = published or anchor
    if anchor is None:
        return None
    if hit["nth"]:
        day = int(hit["nth"])
        return anchor.replace(day=day) if 1 <= day <= 28 or _in_month(anchor, day) else None
    if last is None and hit["same"]:
        return None
    step = _STEPS[next(name for name in _STEPS if hit[name])]
    if step == 1 and last is not None and last.end and len(last.end) == len(last.date):
        anchor = datetime.date.fromisoformat(last.end)
    return anchor + datetime.timedelta(days=step)


def _in_month(day: datetime.date, number: int) -> bool:
    following = (day.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
    return 0 < number <= (following - datetime.timedelta(days=1)).day


def _beside_a_date(text: str, hit: re.Match[str]) -> bool:
    """Whether the date itself stands beside the day of the week: "Monday, 18 March", "18 March (Monday)"."""
    before = text[max(0, hit.start() - 12) : hit.start()]
    return _BESIDE.match(text[hit.end() : hit.end() + 24]) is not None or re.search(r"\d[\s,(]*$", before) is not None


def _of_week(text: str, hit: re.Match[str], published: datetime.date | None) -> datetime.date | None:
    if published is None or re.search(r"\b(?:every|each)\s*$", text[max(0, hit.start() - 8) : hit.start()]):
        return None
    wanted = _WEEK.index(hit["week"].lower())
    start = max(text.rfind(mark, 0, hit.start()) for mark in (". ", "\n")) + 1
    ends = [at for mark in (". ", "\n") if (at := text.find(mark, hit.end())) >= 0]
    sentence = text[start : min(ends, default=len(text))]
    clause = text[max(start, text.rfind(",", start, hit.start())) : hit.start()]
    sentence = "" if _WAS.search(clause) and not _TO_COME.search(clause) else sentence
    if _PAST.search(sentence) and not _SURELY.search(_WHO.sub("", sentence)):
        sentence = ""  # "met X, who is to be the next Secretary-General, on Friday"
    way = (hit["way"] or "").lower()
    if way == "next" or (way != "last" and _TO_COME.search(sentence)):
        return published + datetime.timedelta(days=(wanted - published.weekday()) % 7)
    return published - datetime.timedelta(days=(published.weekday() - wanted) % 7)
