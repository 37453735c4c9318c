"""What a data set says of a text, by characters: persons, the posts and bodies they have, what they took part in."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]
"""Characters ``[start, stop)`` of the text."""

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person by all mentions that name them; ``official`` if the gold gives them a post or a work.

    An ``optional`` person or fact counts neither when it is found nor when it is not.
    """

    spans: tuple[Span, ...]
    official: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post of a person (a position in ``people``): ``words`` are where its title stands, ``title`` its words.

    ``seated`` if the gold knows a body or state that the person works for.
    """

    person: int
    words: tuple[Span, ...]
    title: str = ""
    seated: bool = True
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """The body or state that a person works for, by all mentions of it."""

    person: int
    spans: tuple[Span, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """A person in an event, by the words of the event."""

    person: int
    event: tuple[Span, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Persons who met or spoke."""

    people: frozenset[int]
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text of a data set with its gold."""

    name: str
    text: str
    language: str
    people: tuple[Person, ...]
    posts: tuple[Post, ...] = ()
    workplaces: tuple[Workplace, ...] = ()
    participations: tuple[Participation, ...] = ()
    meetings: tuple[Meeting, ...] = ()


def folder() -> Path | None:
    """Where the data sets lie: in the shared folder beside the repository, or the one that SCO_GRAPH_SHARED names."""
    found = Path(os.environ.get("SCO_GRAPH_SHARED", ROOT.parent / "shared")) / "datasets"
    return found if found.is_dir() else None


def touch(some: Iterable[Span], others: Iterable[Span]) -> bool:
    """Whether a stretch of the first and one of the second have a character in common."""
    there = tuple(others)
    return any(start < other[1] and other[0] < stop for start, stop in some for other in there)


def linked(pairs: Iterable[tuple[str, str]], names: Iterable[str]) -> dict[str, str]:
    """Name -> the representative of all that is linked with it, directly or not.

    >>> linked([("a", "b"), ("b", "c")], ["a", "b", "c", "d"])
    {'a': 'a', 'b': 'a', 'c': 'a', 'd': 'd'}
    """
    root = {name: name for name in names}

    def top(name: str) -> str:
        while root[name] != name:
            name = root[name]
        return name

    for one, other in pairs:
        first, second = sorted((top(one), top(other)))
        root[second] = first
    return {name: top(name) for name in root}
