"""Figures of others on the same data: published ones with their source, and names that libraries find here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from typing import Any

from .gold import Span

PUBLISHED: dict[tuple[str, str], str] = {
    (
        "factRuEval-2016",
        "posts",
    ): "best of the task .678 (P .745, R .623), next .616; reports/run_1/*.dev.t3 of its repository",
    ("factRuEval-2016", "meetings"): ".889 (4 of 5) and .692; as above",
    ("NEREL", "posts"): "of all 49 relations, names given: .849 in a sentence, .517 in a document (NEREL's README)",
    ("NEREL", "workplaces"): "as above",
    ("re3d", "persons"): "spaCy 3.7.5, en_core_web_sm 3.6.0: .602 (P .532, R .694), measured once",
    ("re3d", "officials"): "the same, each an official: .418",
    ("GUM", "persons"): "spaCy 3.7.5, en_core_web_sm 3.6.0: .637 (P .763, R .547), measured once",
    ("GUM", "officials"): "the same, each an official: .341",
    ("NEREL", "participations"): "as above; most of its events are deaths, trials, matches",
}
"""Data set and kind -> what others reach; F1 unless it says otherwise."""

Finder = Callable[[str], Iterator[Span]]
_MODEL = "en_core_web_sm"


def finders() -> dict[str, tuple[str, Finder]]:
    """Libraries that find names of persons -> the language they read and how; those that are installed."""
    found: dict[str, tuple[str, Finder]] = {"slovnet's persons": ("ru", _slovnet)}
    if find_spec("spacy") and find_spec(_MODEL):
        found["spaCy's persons (small model)"] = ("en", _spacy)
    return found


def _slovnet(text: str) -> Iterator[Span]:
    from sco_graph.extraction.russian.names import spans

    yield from ((span.start, span.stop) for span in spans(text) if span.kind == "PER")


def _spacy(text: str) -> Iterator[Span]:
    yield from ((name.start_char, name.end_char) for name in _english()(text).ents if name.label_ == "PERSON")


@cache
def _english() -> Any:
    from importlib import import_module

    return import_module("spacy").load(_MODEL)
