"""Ways out for data: RDF in six syntaxes and CSV tables; equal stores give equal bytes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ScoGraphError

if TYPE_CHECKING:
    from ..graph.store import Store

FORMATS = ("ttl", "nt", "jsonld", "rdf", "trig", "nq", "csv")
"""All that `export` writes: RDF syntaxes by their file endings, and the tables."""


def export(store: Store, folder: Path | str, formats: Iterable[str] = FORMATS) -> tuple[Path, ...]:
    """Write what a store holds into a folder; the paths of the files, in the order of the formats.

    Raises UnwritableOutput when the folder refuses, ScoGraphError for a format that is none.
    """
    from . import rdf, tables

    wanted, folder = tuple(dict.fromkeys(formats)), Path(folder)
    for form in wanted:
        if form not in FORMATS:
            raise ScoGraphError(form, "is no format of exports", f"Choose among {', '.join(FORMATS)}.")
    paths = rdf.write(store, folder, [form for form in wanted if form != "csv"])
    return paths + (tables.write(store, folder) if "csv" in wanted else ())
