"""Store -> tidy CSV tables for spreadsheets, R and pandas: one row a thing, keys that join them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from ..files import write_rows, written
from ..model import Table, Term
from ..vocabulary import ID, SCHEME, SCO

if TYPE_CHECKING:
    from ..graph.store import Store

TABLES = {"officials": 1, "interactions": 1, "participations": 3, "statements": 1, "evidence": 1}
"""Names of the tables, and how many of the first columns tell rows apart."""

BETWEEN = "; "
"""Stands between the values of a cell that has several."""


def write(store: Store, folder: Path) -> tuple[Path, ...]:
    """Write one CSV file a table (UTF-8, LF) into a folder, rows sorted by their first columns."""
    paths = []
    for name, keys in TABLES.items():
        query = files(__package__).joinpath("queries", f"{name}.rq").read_text(encoding="utf-8")
        table = store.select(query)
        path = folder / f"{name}.csv"
        with written(path) as stream:
            write_rows(stream, table.columns, rows(table, keys))
        paths.append(path)
    return tuple(paths)


def rows(table: Table, keys: int) -> Iterator[tuple[str, ...]]:
    """Rows of a table, those that agree in the first columns made one: their other values in order, each once.

    >>> one, two = (tuple(Term(value=v) for v in row) for row in (("a", "2"), ("a", "1")))
    >>> list(rows(Table(columns=("k", "v"), rows=(one, two)), 1))
    [('a', '1; 2')]
    """
    merged: dict[tuple[str, ...], list[set[str]]] = {}
    for row in table.rows:
        cells = [cell(term) for term in row]
        values = merged.setdefault(tuple(cells[:keys]), [set() for _ in cells[keys:]])
        for known, value in zip(values, cells[keys:], strict=True):
            known.add(value)
    for key in sorted(merged):
        yield (*key, *(_joined(values) for values in merged[key]))


def cell(term: Term | None) -> str:
    """A term as a table has it: keys and codes for IRIs of ours, other IRIs whole, the text of a literal."""
    if term is None:
        return ""
    if term.kind == "iri":
        for stem in (ID, SCHEME, SCO):
            if term.value.startswith(stem):
                return term.value.removeprefix(stem)
    return term.value


def _joined(values: Iterable[str]) -> str:
    return BETWEEN.join(sorted(set(values) - {""}))
