"""``extract`` and ``evaluate``: the facts of documents, and how good they are."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .failures import INCOMPLETE, reported

if TYPE_CHECKING:
    from ..errors import InvalidDocument
    from ..evaluation import Report
    from ..model import Document
    from ..records import Json


@click.command(
    short_help="Print the facts of documents as JSON.",
    epilog="""\b
Examples:
  sco-graph extract release.txt
  sco-graph extract data/documents --out facts
  sco-graph extract --explain release.txt
""",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for one JSON file a document.")
@options.authority
@options.columns
@click.option("--explain", is_flag=True, help="Print which rule decided on which words, sentence by sentence.")
@reported
def extract(
    paths: tuple[Path, ...], out: Path | None, folders: tuple[Path, ...], columns: dict[str, str], explain: bool
) -> int:
    """Print the facts of documents as JSON, each with the words it rests on.

    One document is printed as an indented object, several as one object a line.
    """
    from ..corpus import contents, find

    if out:
        out.mkdir(parents=True, exist_ok=True)
    read = (read for path, root in find(paths) for read in contents(path, root, columns))
    # Whether there are several decides how the first is printed.
    first = list(islice(read, 2))
    write = _explain if explain else partial(_save, out=out) if out else partial(_print, lines=len(first) > 1)
    done = [_each(each, partial(write, tables=folders)) for each in chain(first, read)]
    if out:
        click.echo(f"{sum(done)} of {len(done)} documents -> {out}", err=True)
    return 0 if all(done) else INCOMPLETE


def _each(read: Document | InvalidDocument, write: Callable[[Document], None]) -> bool:
    from ..errors import InvalidDocument

    if isinstance(read, InvalidDocument):
        click.echo(f"sco-graph: {read}", err=True)
        return False
    write(read)
    return True


def _explain(document: Document, tables: tuple[Path, ...]) -> None:
    from ..pipeline import explain, known

    click.echo("\n".join(explain(document, known(*tables))))


def _record(document: Document, tables: tuple[Path, ...]) -> Json:
    from ..pipeline import extract, known
    from ..records import facts_to_json

    return facts_to_json(extract(document, known(*tables)), document)


def _save(document: Document, tables: tuple[Path, ...], out: Path) -> None:
    from ..records import write_facts

    write_facts(_record(document, tables), out / f"{document.stem}.json")


def _print(document: Document, tables: tuple[Path, ...], lines: bool) -> None:
    click.echo(json.dumps(_record(document, tables), ensure_ascii=False, indent=None if lines else 1))


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
