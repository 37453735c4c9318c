"""Pages that document the ontology, generated from it: one a language, with a diagram and examples out of a graph."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from .words import LANGUAGES

if TYPE_CHECKING:
    from ...graph.store import Store

__all__ = ["LANGUAGES", "write"]


def write(store: Store, folder: Path | str, languages: Iterable[str] = LANGUAGES) -> tuple[Path, ...]:
    """Write ``<language>.html`` into a folder for each language (en, ru, zh); the paths, in that order.

    The store holds the ontology and the data that examples are taken from: the same store gives the same
    bytes. Raises GraphError when it holds no ontology, UnwritableOutput when the folder refuses.
    """
    from ...files import write_text
    from .examples import example
    from .page import page
    from .terms import read

    ontology = read(store)
    examples = {term.anchor: example(store, term) for term in ontology.terms}
    return tuple(write_text(Path(folder) / f"{code}.html", page(ontology, examples, code)) for code in languages)
