"""What ``extract`` does with each document: find facts, in any process, and print, save or explain them in order."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..authority.records import Authority
    from ..errors import InvalidDocument
    from ..model import Document, Facts
    from ..workers import Lost


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found in one document: its facts, lines that explain them and rows of the ledger, where asked for."""

    facts: Facts
    lines: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """Finds what is asked for, in whatever process it is sent to, by the tables of these folders."""

    tables: tuple[Path, ...]
    least: float
    explained: bool
    ledger: bool

    def __call__(self, read: Document | InvalidDocument) -> Found | None:
        """What a document says; None for one that could not be read."""
        from ..errors import InvalidDocument
        from ..extraction import explain
        from ..reading import extract, known, ledger

        if isinstance(read, InvalidDocument):
            return None
        authority = known(*self.tables)
        facts = extract(read, authority, least=self.least)
        lines = tuple(explain(read, facts)) if self.explained else ()
        rows = tuple(ledger(read, facts, authority)) if self.ledger else ()
        return Found(facts=facts, lines=lines, rows=rows)


@dataclass(slots=True, kw_only=True)
class Writer:
    """Prints and saves what was found, document by document; ``several`` are printed one a line."""

    finder: Finder
    out: Path | None
    page: Path | None
    language: str | None
    several: bool
    _headed: bool = field(default=False, init=False)

    def write(self, read: Document | InvalidDocument, found: Found | Lost | None) -> bool:
        """A page, saved files, or one printed answer; whether there was any."""
        from ..errors import InvalidDocument
        from ..workers import Lost

        if isinstance(read, InvalidDocument) or not isinstance(found, Found):
            how = found.reason if isinstance(found, Lost) else ""
            click.echo(f"sco-graph: {read if isinstance(read, InvalidDocument) else _lost(read, how)}", err=True)
            return False
        if self.page:
            self._page(read, found.facts)
        if self.out:
            self._save(read, found.facts)
        if self.finder.ledger:
            self._ledger(read, found.rows)
        elif not self.page and self.finder.explained:
            click.echo("\n".join(found.lines))
        elif not self.page and not self.out:
            (self._line if self.several else self._object)(read, found.facts)
        return True

    def _authority(self) -> Authority:
        from ..reading import known

        return known(*self.finder.tables)

    def _line(self, document: Document, facts: Facts) -> None:
        from ..records import facts_to_json

        click.echo(json.dumps(facts_to_json(facts, document), ensure_ascii=False))

    def _object(self, document: Document, facts: Facts) -> None:
        from ..records import facts_to_json

        click.echo(json.dumps(facts_to_json(facts, document), ensure_ascii=False, indent=1))

    def _save(self, document: Document, facts: Facts) -> None:
        from ..records import facts_to_json, write_facts

        assert self.out
        write_facts(facts_to_json(facts, document), self.out / f"{document.stem}.json")

    def _page(self, document: Document, facts: Facts) -> None:
        from ..reading import explain_on_page

        assert self.page
        path = self.page if self.page.suffix == ".html" else self.page / f"{document.stem}.html"
        explain_on_page(document, facts, path, language=self.language, authority=self._authority())

    def _ledger(self, document: Document, found: tuple[tuple[str, ...], ...]) -> None:
        """Beside the saved facts, else printed under one line of headings for all documents."""
        from ..files import write_text
        from ..reading import LEDGER

        rows = ["\t".join(cell.replace("\t", " ") for cell in row) for row in found]
        heading = [] if self._headed and not self.out else ["\t".join(LEDGER)]
        self._headed = True
        if self.out:
            write_text(self.out / f"{document.stem}.ledger.tsv", "\n".join([*heading, *rows]) + "\n")
        else:
            click.echo("\n".join([*heading, *rows]), nl=bool(heading or rows))


def _lost(document: Document, how: str) -> str:
    what = f"the process that read it ended {how}, twice"
    return f"{document.source}: {what}. Read it alone: `sco-graph extract FILE --workers 1`."
