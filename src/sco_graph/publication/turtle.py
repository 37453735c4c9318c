"""Turtle and TriG for people: grouped by subject, types and names first, one property a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from ..vocabulary import XSD
from .namespaces import Namespaces
from .triples import STRING, TYPE, Node, Row, quoted, subjects

_PLAIN = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD + "boolean": re.compile("true|false"),
}
"""Literals that Turtle writes without quotes."""


def turtle(rows: Iterable[Row], names: Namespaces) -> Iterator[str]:
    """Pieces of a Turtle document of sorted rows without graphs."""
    yield from _head(names)
    yield from _blocks(rows, names, "")


def trig(rows: Iterable[Row], names: Namespaces) -> Iterator[str]:
    """Pieces of a TriG document of sorted rows."""
    yield from _head(names)
    for graph, held in groupby(rows, key=lambda row: row.graph):
        yield f"\n{names.short(graph)} {{\n"
        yield from _blocks(held, names, "    ")
        yield "}\n"


def _head(names: Namespaces) -> Iterator[str]:
    for prefix, stem in names.prefixes.items():
        yield f"@prefix {prefix}: <{stem}> .\n"


def _blocks(rows: Iterable[Row], names: Namespaces, indent: str) -> Iterator[str]:
    for subject, properties in subjects(rows):
        lines = [
            f"{'a' if predicate == TYPE else names.short(predicate)} "
            + f",\n{indent}        ".join(_object(node, names) for node in nodes)
            for predicate, nodes in properties
        ]
        yield f"\n{indent}{names.short(subject)} " + f" ;\n{indent}    ".join(lines) + " .\n"


def _object(node: Node, names: Namespaces) -> str:
    kind, value, language, datatype = node
    if not kind:
        return names.short(value)
    if language:
        return f"{quoted(value)}@{language}"
    if datatype == STRING:
        return quoted(value)
    plain = _PLAIN.get(datatype)
    return value if plain and plain.fullmatch(value) else f"{quoted(value)}^^{names.short(datatype)}"
