"""Checks of single cells: a choice from a list, dates in order."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from functools import cache
from typing import TypeVar

from .rows import Row

E = TypeVar("E", bound=StrEnum)
LANGUAGES = ("en", "ru", "zh")
STATUSES = ("verified", "unverified")


def choice(row: Row, column: str, choices: Collection[str]) -> str:
    """The cell, when it is one of the choices; InvalidRecord lists them otherwise."""
    if row[column] not in choices:
        raise row.error(f'{column} "{row[column]}" is unknown', f"Use one of: {', '.join(choices)}.")
    return row[column]


def member(row: Row, column: str, kind: type[E]) -> E:
    """The member of an enumeration that a cell names."""
    return kind(choice(row, column, _values(kind)))


@cache
def _values(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(each.value for each in kind)


def ordered(row: Row, start: str | None, end: str | None) -> None:
    """InvalidRecord when an end comes before its start; dates are compared as far as both are precise."""
    if start and end and start[: len(end)] > end[: len(start)]:
        raise row.error(f"it ends on {end}, before it starts on {start}", "Mend one of the dates.")
