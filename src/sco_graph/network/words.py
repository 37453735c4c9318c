"""The words that interactions and statements rest on: most of a store, read only where they are to be shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .chronicle import Quote
from .rows import rows

if TYPE_CHECKING:
    from ..graph.store import Store

Quotes = dict[str, tuple[Quote, ...]]


def of_interactions(store: Store) -> Quotes:
    """Key of an interaction -> its quotes in order: for itself, for each part in it, for what was said there."""
    return _in_order((key, _quote(document, actor, *rest)) for key, document, actor, *rest in rows(store, "quotes"))


def of_statements(store: Store) -> Quotes:
    """Key of a statement -> its quotes in order."""
    return _in_order((key, _quote(document, "", *rest)) for key, document, *rest in rows(store, "words"))


def _quote(document: str, actor: str, supports: str, start: str, stop: str, text: str, score: str) -> Quote:
    return Quote(
        document=document, start=int(start), stop=int(stop), text=text, supports=supports, actor=actor,
        score=float(score or 1),
    )  # fmt: skip


def _in_order(pairs: Iterable[tuple[str, Quote]]) -> Quotes:
    found: dict[str, dict[Quote, None]] = {}
    for key, quote in pairs:
        found.setdefault(key, {})[quote] = None
    return {key: tuple(sorted(quotes, key=_place)) for key, quotes in found.items()}


def _place(quote: Quote) -> tuple[str, int, int]:
    return quote.document, quote.start, -quote.stop
