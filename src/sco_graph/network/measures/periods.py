"""Stretches of time that a chronicle is cut into: months, quarters, years, and windows that slide over them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import Literal, get_args

from ..chronicle import Chronicle

Unit = Literal["month", "quarter", "year"]
UNITS: tuple[Unit, ...] = get_args(Unit)
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from the first to the last, both included, under a name such as ``2021``, ``2021-Q3``, ``2021-07``."""

    name: str
    first: str
    last: str


def periods(chronicle: Chronicle, unit: Unit, window: int = 1) -> tuple[Period, ...]:
    """All units from the first dated interaction to the last; with a window, each with those before it.

    >>> from ..chronicle import Interaction
    >>> days = ("2020-11-03", "2021-02-01")
    >>> talks = tuple(Interaction(key=day, type="Meeting", earliest=day, latest=day) for day in days)
    >>> [p.name for p in periods(Chronicle(interactions=talks), "quarter")]
    ['2020-Q4', '2021-Q1']
    >>> [(p.first, p.last) for p in periods(Chronicle(interactions=talks), "quarter", 2)]
    [('2020-10-01', '2021-03-31')]
    """
    days = [i.earliest for i in chronicle.interactions if i.earliest]
    if not days:
        return ()
    step = _MONTHS[unit]
    start, end = (_month(day) // step for day in (min(days), max(days)))
    # Of fewer units than a window has, there is one: all of them.
    last = range(min(start + window - 1, end), end + 1)
    return tuple(_period(max(start, number - window + 1), number, unit) for number in last)


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7] or 1) - 1


def _period(first: int, last: int, unit: Unit) -> Period:
    step = _MONTHS[unit]
    year, month = divmod(last * step + step - 1, 12)
    begin_year, begin_month = divmod(first * step, 12)
    names = [_name(number, unit) for number in dict.fromkeys((first, last))]
    return Period(
        name=" to ".join(names), first=f"{begin_year:04}-{begin_month + 1:02}-01",
        last=f"{year:04}-{month + 1:02}-{calendar.monthrange(year, month + 1)[1]:02}",
    )  # fmt: skip


def _name(number: int, unit: Unit) -> str:
    if unit == "year":
        return f"{number:04}"
    if unit == "quarter":
        return f"{number // 4:04}-Q{number % 4 + 1}"
    return f"{number // 12:04}-{number % 12 + 1:02}"
