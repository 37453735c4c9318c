"""``build``: the main job, with a progress bar and a summary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options, own
from .failures import INCOMPLETE, reported

if TYPE_CHECKING:
    from ..pipeline import BuildReport

MANY = 10
"""Lines of notes and complaints that are shown before the rest is only counted."""


@click.command(
    short_help="Read documents into the store, and write the exports.",
    epilog="""\b
Examples:
  sco-graph build                             the sample corpus
  sco-graph build releases/ --out published   your own documents
  sco-graph build new.txt --no-exports        add one document to the store
  sco-graph build releases/ --store http://localhost:8890/sparql-auth
  sco-graph build s3://releases --cluster tcp://head:8786 --shards s3://shards/1
  sco-graph build news.csv --column text=body --column date=published
  sco-graph fetch https://example.org/sitemap.xml --out news && sco-graph build news
""",
)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@options.store
@options.authority
@options.columns
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("exports"),
    show_default=True,
    help="Folder for RDF files, tables and the network page.",
)
@click.option("--no-exports", is_flag=True, help="Write the store only.")
@options.workers
@click.option(
    "--cluster",
    "address",
    metavar="ADDRESS",
    help="Fill a new store by a Dask cluster, or `local` (docs/scale.md); PATH may be s3://…",
)
@click.option(
    "--shards",
    metavar="DIR|URL",
    help="Where the cluster's processes put their work.  [default: beside the store]",
)
@options.min_score
@reported
def build(
    paths: tuple[str, ...],
    store_folder: options.Place,
    folders: tuple[Path, ...],
    columns: dict[str, str],
    out: Path,
    no_exports: bool,
    workers: int | None,
    address: str | None,
    shards: str | None,
    least: float,
) -> int:
    """Read documents into the store, and write the exports.

    PATH is a file (.txt, .md, .html, .pdf, .docx, .csv, .tsv, .jsonl), an archive of such
    (.zip, .tar.gz) or a folder. Without one, documents/ of the project is built
    where the command is run in one (sco-graph init), else the sample corpus. A document
    that has not changed is left as it is.
    """
    from ..pipeline import sample

    chosen = paths or tuple(map(str, own.documents() or (sample(),)))
    exports = None if no_exports else out
    with _bar() as progress:
        if address:
            from ..cluster.running import build as on_cluster

            if isinstance(store_folder, str):
                raise click.UsageError(
                    "--cluster fills a store in a folder; a server loads shards with its own loader (docs/remote.md)."
                )
            beside = shards or str(store_folder.with_name(f"{store_folder.name}.shards"))
            given = (chosen, store_folder, beside, address, exports, progress)
            report = on_cluster(*given, tables=folders, columns=columns, least=least, workers=workers)
        else:
            from ..pipeline import build as run

            report = run(
                _here(chosen, shards),
                store_folder,
                exports,
                progress,
                tables=folders,
                columns=columns,
                least=least,
                workers=workers,
            )
    _summary(report, store_folder, out)
    for folder in folders:
        click.echo(f"tables: {folder} laid over ours", err=True)
    return 0 if report.complete else INCOMPLETE


def _here(given: tuple[str, ...], shards: str | None) -> tuple[Path, ...]:
    if shards:
        raise click.UsageError("--shards goes with --cluster.")
    for one in given:
        if "://" in one:
            raise click.UsageError(
                f"{one}: an address. Read it with --cluster (`--cluster local` for processes here), or fetch it first: "
                "`sco-graph fetch`."
            )
    return tuple(map(Path, given))


@contextmanager
def _bar() -> Iterator[Callable[[int, int, str], None]]:
    """A progress bar on a terminal; silence in a pipe."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description:40.40}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("reading", total=None)

        def advance(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=name.replace("[", r"\["))

        yield advance


def _summary(report: BuildReport, store_folder: options.Place, out: Path) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    grid = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
    for label, number in (
        ("documents built", len(report.built)),
        ("unchanged", len(report.unchanged)),
        ("removed", len(report.removed)),
        ("duplicates", len(report.duplicates)),
        ("rejected", len(report.rejected)),
        *((f"{kind} found", count) for kind, count in report.counts),
    ):
        grid.add_row(label, f"{number:,}")
    Console(stderr=True).print(grid)
    _lines("note", report.notes)
    _lines("duplicate", report.duplicates)
    _lines("rejected", [item.reason for item in report.rejected])
    _lines("malformed", [f"{v.document}: {v.message} ({v.quote!r}). {v.remedy}" for v in report.violations])
    click.echo(f"store: {options.shown(store_folder)}", err=True)
    if report.exports:
        click.echo(f"exports: {len(report.exports)} files in {out}", err=True)


def _lines(label: str, lines: tuple[str, ...] | list[str]) -> None:
    for line in lines[:MANY]:
        click.echo(f"{label}: {line}", err=True)
    if len(lines) > MANY:
        click.echo(f"{label}: and {len(lines) - MANY} more", err=True)
