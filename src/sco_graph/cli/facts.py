"""``extract`` and ``evaluate``: the facts of documents, and how good they are."""

from __future__ import annotations

import json
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .extracting import Finder, Writer
from .failures import INCOMPLETE, reported

if TYPE_CHECKING:
    from ..evaluation import Report
    from ..records import Json


@click.command(
    short_help="Print the facts of documents as JSON.",
    epilog="""\b
Examples:
  sco-graph extract release.txt
  sco-graph extract data/documents --out facts --ledger
  sco-graph extract releases/ --out facts --workers 4
  sco-graph extract --explain release.txt
  sco-graph extract release.txt --html page.html --language ru
""",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for one JSON file a document.")
@options.authority
@options.columns
@click.option("--explain", is_flag=True, help="Print which rule decided on which words, sentence by sentence.")
@click.option(
    "--html", "page", type=click.Path(path_type=Path), metavar="FILE|DIR",
    help="Write the same as a page: text and facts side by side. A folder for several documents.",
)  # fmt: skip
@click.option("--language", type=click.Choice(("en", "ru")), help="Words of the page.  [default: the document's]")
@click.option("--ledger", is_flag=True, help="List sentences that gave nothing, with the reason: as TSV.")
@options.min_score
@options.workers
@reported
def extract(
    paths: tuple[Path, ...], out: Path | None, folders: tuple[Path, ...], columns: dict[str, str], explain: bool,
    page: Path | None, language: str | None, ledger: bool, least: float, workers: int | None,
) -> int:  # fmt: skip
    """Print the facts of documents as JSON, each with the words it rests on.

    One document is printed as an indented object, several as one object a line.
    """
    from ..corpus import contents, find
    from ..workers import in_order

    read = (read for path, root in find(paths) for read in contents(path, root, columns))
    # Whether there are several decides how the first is printed.
    first = list(islice(read, 2))
    one_page = page is not None and page.suffix == ".html"
    if one_page and len(first) > 1:
        raise click.UsageError(f"--html {page}: several documents do not go into one page. Name a folder.")
    for folder in filter(None, (out, None if one_page else page)):
        folder.mkdir(parents=True, exist_ok=True)
    finder = Finder(tables=folders, least=least, explained=explain and not (page or ledger), ledger=ledger)
    writer = Writer(finder=finder, out=out, page=page, language=language, several=len(first) > 1)
    with closing(in_order(finder, chain(first, read), workers)) as found:
        done = [writer.write(*each) for each in found]
    if out or page:
        places = " and ".join(str(place) for place in (out, page) if place)
        click.echo(f"{sum(done)} of {len(done)} documents -> {places}", err=True)
    return 0 if all(done) else INCOMPLETE


@click.command(
    short_help="Measure predicted facts against gold.",
    epilog="""\b
Example:
  sco-graph extract data/documents --out facts
  sco-graph evaluate data/gold facts
""",
)
@click.argument("gold", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("predicted", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--only", default="", metavar="PREFIX", help="Only documents whose name begins so, such as `ru`.")
@click.option("--faults", is_flag=True, help="List every difference.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@reported
def evaluate(gold: Path, predicted: Path, only: str, faults: bool, as_json: bool) -> None:
    """Measure predicted facts against gold: precision, recall and F1 of every kind of fact.

    GOLD and PREDICTED are folders with one JSON file a document, of the same names.
    """
    from ..evaluation import evaluate as measure

    report = measure(gold, predicted, only)
    if as_json:
        click.echo(json.dumps(_figures_as_json(report), indent=1))
    else:
        _figures(report)
    for fault in report.faults if faults else ():
        click.echo(fault)


def _figures(report: Report) -> None:
    click.echo(f"{'':24}{'P':>7}{'R':>7}{'F1':>7}{'agree':>7}{'gold':>7}{'found':>7}")
    for score in report.scores:
        figures = f"{score.precision:7.3f}{score.recall:7.3f}{score.f1:7.3f}"
        click.echo(f"{score.kind:24}{figures}{score.hit:7}{score.gold:7}{score.predicted:7}")
    click.echo(f"{'overall (mean F1)':24}{report.overall:21.3f}")
    click.echo(f"{report.documents} documents, {len(report.missing)} without a prediction", err=True)


def _figures_as_json(report: Report) -> Json:
    shares = ("precision", "recall", "f1")
    figures = {
        score.kind: {
            **{share: round(getattr(score, share), 3) for share in shares},
            "hit": score.hit,
            "gold": score.gold,
            "predicted": score.predicted,
        }
        for score in report.scores
    }
    return {
        "documents": report.documents,
        "missing": list(report.missing),
        "overall": round(report.overall, 3),
        **figures,
    }
