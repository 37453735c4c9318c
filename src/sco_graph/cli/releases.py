"""``release`` and ``diff``: states of the store, and what is other between two of them."""

from __future__ import annotations

from pathlib import Path

import click

from . import options
from .failures import reported
from .tables import FORMATS, show


@click.command(
    short_help="Keep the state of the store under a name.",
    epilog="""\b
Examples:
  sco-graph release 2026-11      keep the state of today
  sco-graph release              list what is kept
""",
)
@click.argument("name", required=False)
@options.folder
@reported
def release(name: str | None, store_folder: Path) -> None:
    """Keep the state that the store is in under NAME, also while it is written to; without a name list the releases.

    It costs next to nothing at first: data files are shared with the store until that replaces them.
    """
    from .. import releases

    if name is None:
        show(releases.kept(store_folder), "table")
    else:
        click.echo(f"{releases.keep(store_folder, name)} documents kept as {name}", err=True)


@click.command(
    short_help="Tell which facts came, went or changed, and why.",
    epilog="""\b
Examples:
  sco-graph diff 2026-10 2026-11
  sco-graph diff 2026-11                   against the store as it is now
  sco-graph diff 2026-11 --detail          each property by itself
  sco-graph diff 2026-11 --format csv      the same for a spreadsheet
  sco-graph diff 2026-11 --format ttl      change sets in RDF
""",
)
@click.argument("before")
@click.argument("after", default="now")
@click.option(
    "--format", "form", type=click.Choice((*FORMATS, "ttl")), default="table", show_default=True,
    help="Lines for people, or all properties: as CSV, as JSON, as change sets in RDF.",
)  # fmt: skip
@click.option("--detail", is_flag=True, help="In the table, too, one line a property.")
@options.folder
@reported
def diff(before: str, after: str, form: str, detail: bool, store_folder: Path) -> None:
    """Tell which facts came, went or changed from one release to another, or to the store as it is now.

    One line an interaction, statement, entity, document or row of the tables: what of it is other, where that is told,
    and why. The reason is new document, document left, changed document, new rules, new tables, human decision or new
    ontology; several where several hold.
    """
    from .. import releases

    if form == "ttl":
        click.echo(releases.compare_as_turtle(store_folder, before, after), nl=False)
    elif form == "table" and not detail:
        show(releases.summarise(store_folder, before, after), form)
    else:
        show(releases.compare(store_folder, before, after), form)
