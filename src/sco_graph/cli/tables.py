"""Answers on a screen or in a pipe: table, CSV, JSON."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from typing import Literal

import click

from ..model import Table, Term
from ..vocabulary import PREFIXES

FORMATS = ("table", "csv", "json")
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
    from rich import box
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    # Names and words first, as people read; keys last, cut where they are long: CSV and JSON have them whole.
    order = sorted(range(len(table.columns)), key=lambda column: _holds_keys(table, column))
    room = KEYS_WIDTH // max(1, sum(_holds_keys(table, column) for column in order))
    for column in order:
        keys = _holds_keys(table, column)
        overflow: Literal["ellipsis", "fold"] = "ellipsis" if keys else "fold"
        label = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", table.columns[column].replace("_", " ")).lower()
        style, widest = ("dim", room) if keys else ("", None)
        grid.add_column(label, overflow=overflow, no_wrap=keys, style=style, max_width=widest)
    for row in table.rows:
        # Text, not markup: a quote may hold square brackets.
        grid.add_row(*(Text(_short(row[column])) for column in order))
    console = Console(width=None if sys.stdout.isatty() else 160)
    console.print(grid)
    click.echo(f"{len(table.rows)} row{'' if len(table.rows) == 1 else 's'}", err=True)


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
