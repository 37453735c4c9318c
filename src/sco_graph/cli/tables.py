"""Answers on a screen or in a pipe: table, CSV, JSON."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from typing import TYPE_CHECKING, Literal

import click

from ..model import Table, Term
from ..vocabulary import PREFIXES

if TYPE_CHECKING:
    from rich.table import Table as Grid

FORMATS = ("table", "csv", "json")
MANY_COLUMNS, FEW_ROWS = 8, 12
"""Above so many columns a few rows are printed one cell a line."""
KEYS_WIDTH = 60
"""Characters of a line that all columns of keys share."""


def show(table: Table, form: str) -> None:
    """Print an answer: for people (``table``), for spreadsheets (``csv``), or as SPARQL 1.1 JSON results."""
    if form == "csv":
        _csv(table)
    elif form == "json":
        _json(table)
    else:
        _rich(table)


def _short(term: Term | None) -> str:
    """A cell as people read it: IRIs with a prefix."""
    if term is None:
        return ""
    if term.kind == "iri":
        for prefix, namespace in PREFIXES.items():
            if prefix not in ("graph", "scheme", "id") and term.value.startswith(namespace):
                return f"{prefix}:{term.value.removeprefix(namespace)}"
        for prefix in ("id", "scheme", "graph"):
            if term.value.startswith(PREFIXES[prefix]):
                return term.value.removeprefix(PREFIXES[prefix])
    return term.value


def _rich(table: Table) -> None:
    from rich.console import Console

    # A column without a single cell says nothing here; CSV and JSON have it.
    filled = [c for c in range(len(table.columns)) if not table.rows or any(row[c] is not None for row in table.rows)]
    # Names and words first, as people read; keys last, cut where they are long: CSV and JSON have them whole.
    order = sorted(filled, key=lambda column: _holds_keys(table, column))
    wide = len(order) > MANY_COLUMNS and len(table.rows) <= FEW_ROWS
    console = Console(width=None if sys.stdout.isatty() else 160)
    console.print(_records(table, order) if wide else _grid(table, order))
    click.echo(f"{len(table.rows)} row{'' if len(table.rows) == 1 else 's'}", err=True)


def _grid(table: Table, order: list[int]) -> Grid:
    from rich import box
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    room = KEYS_WIDTH // max(1, sum(_holds_keys(table, column) for column in order))
    for column in order:
        keys = _holds_keys(table, column)
        overflow: Literal["ellipsis", "fold"] = "ellipsis" if keys else "fold"
        style, widest = ("dim", room) if keys else ("", None)
        grid.add_column(_label(table, column), overflow=overflow, no_wrap=keys, style=style, max_width=widest)
    for row in table.rows:
        # Text, not markup: a quote may hold square brackets.
        grid.add_row(*(Text(_short(row[column])) for column in order))
    return grid


def _records(table: Table, order: list[int]) -> Grid:
    """A few rows of many columns, one cell a line."""
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid.grid(padding=(0, 2))
    for number, row in enumerate(table.rows):
        if number:
            grid.add_row("", "")
        for column in order:
            if row[column] is not None:
                grid.add_row(Text(_label(table, column), style="dim"), Text(_short(row[column])))
    return grid


def _label(table: Table, column: int) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", table.columns[column].replace("_", " ")).lower()


def _holds_keys(table: Table, column: int) -> bool:
    """Whether a column holds IRIs only, beside others that hold words."""
    cells = [row[column] for row in table.rows if row[column] is not None]
    words = any(cell is not None and cell.kind != "iri" for row in table.rows for cell in row)
    return words and bool(cells) and all(cell is not None and cell.kind == "iri" for cell in cells)


def _csv(table: Table) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(["" if cell is None else cell.value for cell in row] for row in table.rows)
    click.echo(buffer.getvalue(), nl=False)


def _json(table: Table) -> None:
    bindings = [
        {name: _cell(cell) for name, cell in zip(table.columns, row, strict=True) if cell is not None}
        for row in table.rows
    ]
    record = {"head": {"vars": list(table.columns)}, "results": {"bindings": bindings}}
    click.echo(json.dumps(record, ensure_ascii=False, indent=1))


def _cell(term: Term) -> dict[str, str]:
    kinds = {"iri": "uri", "literal": "literal", "bnode": "bnode"}
    cell = {"type": kinds[term.kind], "value": term.value}
    if term.language:
        cell["xml:lang"] = term.language
    elif term.datatype:
        cell["datatype"] = term.datatype
    return cell
