"""``forget``, ``backup`` and ``restore``: the care of a store."""

from __future__ import annotations

from pathlib import Path

import click

from . import options
from .failures import reported


@click.command(
    short_help="Take documents out of the store.",
    epilog="""\b
Examples:
  sco-graph forget norov-le-1a2b3c4d                      by key
  sco-graph forget https://example.org/releases/5         by address
""",
)
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@options.store
@reported
def forget(documents: tuple[str, ...], store_folder: options.Place) -> None:
    """Take documents out of the store, with all that rests on them alone: facts, kept texts, earlier versions.

    DOCUMENT is a key, IRI or address. All leave, or, where one is not known, none. A file that is still
    in a folder that is built comes back with the next build.
    """
    from ..upkeep import forget as run

    for one in run(store_folder, documents):
        click.echo(f"forgotten: {one.key}", err=True)
        if one.file:
            click.echo(f"note: {one.file} is still there; the next build of it reads it again", err=True)


@click.command(
    short_help="Copy the store, also while it is written to.",
    epilog="""\b
Example:
  sco-graph backup /mnt/backup/sco-graph-2026-11-24
""",
)
@click.argument("target", type=click.Path(path_type=Path), metavar="DIR")
@options.folder
@reported
def backup(target: Path, store_folder: Path) -> None:
    """Copy the store, as it is at this moment, into a new folder DIR; a build may run meanwhile."""
    from ..upkeep import backup as run

    click.echo(f"{run(store_folder, target)} documents -> {target}", err=True)


@click.command(
    short_help="Put a backup in the place of the store.",
    epilog="""\b
Example:
  mv .sco-graph damaged && sco-graph restore /mnt/backup/sco-graph-2026-11-24
""",
)
@click.argument("source", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="DIR")
@options.folder
@reported
def restore(source: Path, store_folder: Path) -> None:
    """Put the backup DIR in the place of the store, which must not be there: nothing is written over."""
    from ..upkeep import restore as run

    click.echo(f"{run(source, store_folder)} documents -> {store_folder}", err=True)
