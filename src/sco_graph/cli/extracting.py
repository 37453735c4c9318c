"""What ``extract`` does with each document: print facts, save them, explain them, write a page or a ledger."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..authority.records import Authority
    from ..model import Document, Facts

Step = Callable[["Document"], None]


@dataclass(slots=True, kw_only=True)
class Work:
    """Where results go, and what is left out of them."""

    tables: tuple[Path, ...]
    least: float
    out: Path | None
    page: Path | None
    language: str | None
    _headed: bool = field(default=False, init=False)

    def step(self, explain: bool, ledger: bool, several: bool) -> Step:
        """What is done with each document: a page, saved files, or one printed answer."""

        def run(document: Document) -> None:
            facts = self._facts(document)
            if self.page:
                self._page(document, facts)
            if self.out:
                self._save(document, facts)
            if ledger:
                self._ledger(document, facts)
            elif not self.page and (explain or not self.out):
                (self._explain if explain else self._line if several else self._object)(document, facts)

        return run

    def _authority(self) -> Authority:
        from ..reading import known

        return known(*self.tables)

    def _facts(self, document: Document) -> Facts:
        from ..reading import extract

        return extract(document, self._authority(), least=self.least)

    def _explain(self, document: Document, facts: Facts) -> None:
        from ..extraction import explain

        click.echo("\n".join(explain(document, facts)))

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

    def _ledger(self, document: Document, facts: Facts) -> None:
        """Beside the saved facts, else printed under one line of headings for all documents."""
        from ..files import write_text
        from ..reading import LEDGER, ledger

        rows = [
            "\t".join(cell.replace("\t", " ") for cell in row) for row in ledger(document, facts, self._authority())
        ]
        heading = [] if self._headed and not self.out else ["\t".join(LEDGER)]
        self._headed = True
        if self.out:
            write_text(self.out / f"{document.stem}.ledger.tsv", "\n".join([*heading, *rows]) + "\n")
        else:
            click.echo("\n".join([*heading, *rows]), nl=bool(heading or rows))
