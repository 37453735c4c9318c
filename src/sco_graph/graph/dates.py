"""Dates as precise as the source, and the bounds by which they are compared.

A year never compares with a day in SPARQL, so whatever has a date also has the
first and the last day that the source allows (``sco:earliestDate``, ``sco:latestDate``).
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from ..vocabulary import XSD
from .terms import Pair, sco

_TYPES = {4: NamedNode(XSD + "gYear"), 7: NamedNode(XSD + "gYearMonth"), 10: NamedNode(XSD + "date")}


def typed(date: str) -> Literal:
    """The date with the datatype that its precision asks for.

    Takes YYYY, YYYY-MM or YYYY-MM-DD; types as in XML Schema 1.1 part 2.

    >>> str(typed("2020-04"))
    '"2020-04"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    """
    return Literal(date, datatype=_TYPES[len(date)])


def first_day(date: str) -> str:
    """First day that the date allows.

    >>> first_day("2020"), first_day("2020-04"), first_day("2020-04-29")
    ('2020-01-01', '2020-04-01', '2020-04-29')
    """
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def last_day(date: str) -> str:
    """Last day that the date allows.

    >>> last_day("2020"), last_day("2020-02"), last_day("2020-04-29")
    ('2020-12-31', '2020-02-29', '2020-04-29')
    """
    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7:
        year, month = map(int, date.split("-"))
        return f"{date}-{calendar.monthrange(year, month)[1]:02d}"
    return date


def within(precise: str, vague: str) -> bool:
    """Whether every day of the first date lies in the second.

    >>> within("2020-04-29", "2020-04"), within("2020", "2020-04")
    (True, False)
    """
    return first_day(vague) <= first_day(precise) and last_day(precise) <= last_day(vague)


def happening(start: str | None, end: str | None) -> Iterator[Pair]:
    """Dates of what happens once: without an end, it ends when it starts.

    >>> [str(value)[1:11] for _, value in happening("2020-04", None)]
    ['2020-04"^^', '2020-04-01', '2020-04-30']
    """
    yield from _exact(start, end)
    yield from _bounds(start or end, end or start)


def lasting(start: str | None, end: str | None) -> Iterator[Pair]:
    """Dates of what lasts, as a tenure: a side on which the source is silent stays open.

    >>> [str(value)[1:11] for _, value in lasting("2020", None)]
    ['2020"^^<ht', '2020-01-01']
    """
    yield from _exact(start, end)
    yield from _bounds(start, end)


def _exact(start: str | None, end: str | None) -> Iterator[Pair]:
    if start:
        yield sco("startDate"), typed(start)
    if end:
        yield sco("endDate"), typed(end)


def _bounds(first: str | None, last: str | None) -> Iterator[Pair]:
    if first:
        yield sco("earliestDate"), typed(first_day(first))
    if last:
        yield sco("latestDate"), typed(last_day(last))
