"""A knowledge graph of the interactions of international organisations, with evidence for every fact.

::

    authority     tables    -> Gazetteer, post holders        (who is who: known beforehand)
    corpus        bytes     -> Document
    extraction    Document  -> Sentence -> Mention -> Chain -> Link -> Event, Statement
    graph         all that  -> Quad -> Store
    network       Store     -> networkx graph -> measures, pages
    publication   Store     -> Turtle, TriG, tables
    query         Store     -> answers to named questions

``pipeline`` joins them. The names below are the public interface; they are imported
when first used, so that ``import sco_graph`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .corpus import read
    from .evaluation import evaluate
    from .graph.store import Store
    from .model import Document, Facts
    from .network import project
    from .pipeline import BuildReport, build
    from .publication import export
    from .query import answer, questions
    from .reading import extract

__version__ = "0.1.0"

__all__ = [
    "BuildReport",
    "Document",
    "Facts",
    "Store",
    "__version__",
    "answer",
    "build",
    "evaluate",
    "export",
    "extract",
    "project",
    "questions",
    "read",
]

_HOMES = {
    "BuildReport": "pipeline",
    "Document": "model",
    "Facts": "model",
    "Store": "graph.store",
    "answer": "query",
    "build": "pipeline",
    "evaluate": "evaluation",
    "export": "publication",
    "extract": "reading",
    "project": "network",
    "questions": "query",
    "read": "corpus",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
