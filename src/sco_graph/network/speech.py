"""Store -> statements, each with the date and the speaker's posts at the interaction during which it was made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .chronicle import Interaction, Quote, Said, Source
from .rows import first, grouped, rows
from .words import of_statements

if TYPE_CHECKING:
    from ..graph.store import Store


def read(
    store: Store, interactions: Mapping[str, Interaction], sources: Mapping[str, Source], *, words: bool
) -> tuple[Said, ...]:
    """All statements, sorted by earliest day, then by key."""
    about, during = grouped(rows(store, "about")), first(rows(store, "during"))
    quotes = of_statements(store) if words else {}
    found = (
        _statement(
            key, told, about.get(key, ()), quotes.get(key, ()), interactions.get(*during.get(key, ("",))), sources
        )
        for key, told in first(rows(store, "statements")).items()
    )
    return tuple(sorted(found, key=lambda said: (said.earliest or "9999", said.key)))


def _statement(
    key: str,
    told: tuple[str, ...],
    about: tuple[str, ...],
    quotes: tuple[Quote, ...],
    during: Interaction | None,
    sources: Mapping[str, Source],
) -> Said:
    speaker, act, addressee, document, score = told
    day = sources[document].date if document in sources else ""
    posts = dict.fromkeys(p for part in during.parts if part.actor == speaker for p in part.posts) if during else ()
    return Said(
        key=key, speaker=speaker, act=act, document=document, addressee=addressee,
        issues=tuple(value for value in about if value.startswith("issue/")),
        interaction=during.key if during else "", posts=tuple(posts), score=float(score or 1),
        earliest=(during and during.earliest) or day, latest=(during and during.latest) or day, quotes=quotes,
    )  # fmt: skip
