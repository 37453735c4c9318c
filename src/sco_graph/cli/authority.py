"""``authority``: what the tables hold, and whether tables of your own are well formed."""

from __future__ import annotations

from pathlib import Path

import click

from . import options
from .failures import reported
from .own import TABLES
from .tables import show


@click.command(
    short_help="Count the authority tables, or check your own.",
    epilog="""\b
Examples:
  sco-graph authority                       rows by table, names by language, tenures by post and decade
  sco-graph authority --format csv
  sco-graph authority --check my-project/authority
""",
)
@click.option("--stats", is_flag=True, help="Count what the tables hold (also without this option).")
@click.option(
    "--check",
    type=click.Path(path_type=Path, file_okay=False),
    is_flag=False,
    flag_value=TABLES,
    metavar="[DIR]",
    help="Check a folder of tables laid over ours, by default authority/; count nothing.",
)
@options.authority
@options.form
@reported
def authority(stats: bool, check: Path | None, folders: tuple[Path, ...], form: str) -> None:
    """Count the authority tables: rows with a source, of general knowledge (own), and not verified.

    With --check only say whether the tables of a folder are well formed: the first fault, with file, line and remedy.
    """
    from ..authority import data_folder, load
    from ..authority.statistics import counts
    from ..model import Table, Term
    from ..vocabulary import XSD

    folders = (check,) if check else folders
    tables = load(*folders)
    if check and not stats:
        with_ours = f"{len(tables.people):,} people, {len(tables.tenures):,} tenures"
        click.echo(f"{check}: well formed; laid over ours: {with_ours}")
        return
    rows = tuple(
        (
            Term(value=one.part),
            Term(value=one.name),
            *(
                Term(value=str(number), datatype=f"{XSD}integer")
                for number in (one.rows, one.sourced, one.own, one.unverified)
            ),
        )
        for one in counts((data_folder(), *folders), tables)
    )
    show(Table(columns=("part", "name", "rows", "sourced", "own", "unverified"), rows=rows), form)
