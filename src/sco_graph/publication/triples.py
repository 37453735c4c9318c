"""Quads as plain tuples of strings, in the one order in which all formats write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from ..vocabulary import RDF, RDFS, SKOS, XSD

TYPE = RDF + "type"
STRING = XSD + "string"

_FIRST = (TYPE, SKOS + "prefLabel", RDFS + "label", SKOS + "altLabel", SKOS + "definition")
"""Properties that stand before all others: what a thing is, and how it is called."""


class Node(NamedTuple):
    """An object: an IRI (``kind`` 0) or a literal (``kind`` 1)."""

    kind: int
    value: str
    language: str = ""
    datatype: str = ""


class Row(NamedTuple):
    """A quad; ``rank`` of the property before its IRI makes tuples sort in the order of reading."""

    graph: str
    subject: str
    rank: int
    predicate: str
    object: Node


def rank(predicate: str) -> int:
    """Place of a property among those that come first, or one behind them all."""
    return _FIRST.index(predicate) if predicate in _FIRST else len(_FIRST)


def union(rows: Iterable[Row]) -> list[Row]:
    """The triples of all graphs, each once, in order; the graph of a row is empty."""
    return sorted({row._replace(graph="") for row in rows})


Properties = Iterator[tuple[str, list[Node]]]


def subjects(rows: Iterable[Row]) -> Iterator[tuple[str, Properties]]:
    """Sorted rows of one graph, by subject: properties with their objects."""
    for subject, about in groupby(rows, key=lambda row: row.subject):
        yield subject, _properties(about)


def _properties(rows: Iterable[Row]) -> Properties:
    for predicate, values in groupby(rows, key=lambda row: row.predicate):
        yield predicate, [row.object for row in values]


_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def quoted(text: str) -> str:
    """A string as N-Triples and Turtle write it (canonical form of N-Triples).

    >>> quoted('one "two"')
    '"one \\\\"two\\\\""'
    """
    return '"' + _SPECIAL.sub(_escaped, text) + '"'


def _escaped(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"
