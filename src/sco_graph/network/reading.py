"""Store -> Chronicle: a query for each tall table, put together in Python; names are looked up for what is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from ..model import InteractionType
from . import speech
from .chronicle import Chronicle, Interaction, Labels, Part, Quote, Said, Source, Stay
from .naming import Names, names
from .rows import first, grouped, rows
from .words import of_interactions

if TYPE_CHECKING:
    from ..graph.store import Store

_CLASSES = frozenset(InteractionType)
_OTHER = "OtherInteraction"
"""Class of the ontology for what is of the type ``Other``."""


def read(store: Store, *, words: bool = True, statements: bool = True) -> Chronicle:
    """All interactions and statements of a store, sorted by earliest day, then by key.

    ``words``: whether with quotes and with names of interactions; ``statements``: whether with what was said.
    Counting who met whom needs neither, and they are most of a store.
    """
    sources = _sources(store)
    interactions = _interactions(store, of_interactions(store) if words else {})
    said = speech.read(store, {i.key: i for i in interactions}, sources, words=words) if statements else ()
    broader, order = _one(store, "broader"), _one(store, "order")
    known = names(store, chain(_named(interactions), _said(said), broader, broader.values(), order))
    return Chronicle(
        interactions=interactions, statements=said, kinds=known.kinds,
        labels=_labels(known, rows(store, "titles") if words else ()),
        at_body=known.at_body, organ_of=known.organ_of, of_state=known.of_state, stays=_stays(store, known),
        ranks=known.ranks, order={rank: int(number) for rank, number in order.items()}, broader=broader,
        sources=sources,
    )  # fmt: skip


def _one(store: Store, name: str) -> dict[str, str]:
    return {key: value for key, (value,) in first(rows(store, name)).items()}


def _named(interactions: Iterable[Interaction]) -> Iterator[str]:
    """Keys of all that interactions name."""
    for i in interactions:
        yield from (i.type, i.mode, i.status, i.level, i.place, i.state, *i.issues)
        for part in i.parts:
            yield from (part.actor, part.role, *part.posts)
    yield _OTHER


def _said(statements: Iterable[Said]) -> Iterator[str]:
    for one in statements:
        yield from (one.speaker, one.act, one.addressee, *one.issues)


def _labels(known: Names, titles: Iterable[tuple[str, ...]]) -> Mapping[str, Labels]:
    labels: dict[str, dict[str, str]] = {key: dict(found) for key, found in known.labels.items()}
    for key, language, text in titles:
        labels.setdefault(key, {}).setdefault(language, text)
    if _OTHER in labels:
        labels[InteractionType.OTHER] = labels.pop(_OTHER)
    return labels


def _sources(store: Store) -> dict[str, Source]:
    return {
        key: Source(key=key, title=title, address=address, date=date, language=language, publisher=publisher)
        for key, (title, address, date, language, publisher) in first(rows(store, "documents")).items()
    }


def _interactions(store: Store, quotes: Mapping[str, tuple[Quote, ...]]) -> tuple[Interaction, ...]:
    classes, issues, documents = (grouped(rows(store, name)) for name in ("classes", "issues", "accounts"))
    parts = _parts(store)
    found = (
        _interaction(
            key, told, type=_type(classes.get(key, ())), issues=issues.get(key, ()), parts=parts.get(key, ()),
            quotes=quotes.get(key, ()), documents=documents.get(key, ()),
        )
        for key, told in first(rows(store, "interactions")).items()
    )  # fmt: skip
    return tuple(sorted(found, key=lambda i: (i.earliest or "9999", i.key)))


def _type(classes: Iterable[str]) -> str:
    return next((one for one in classes if one in _CLASSES), InteractionType.OTHER)


def _interaction(
    key: str,
    told: tuple[str, ...],
    *,
    type: str,
    issues: tuple[str, ...],
    parts: tuple[Part, ...],
    quotes: tuple[Quote, ...],
    documents: tuple[str, ...],
) -> Interaction:
    date, end, earliest, latest, mode, status, level, place, state = told
    return Interaction(
        key=key, type=type, date=date, end=end, earliest=earliest, latest=latest, mode=mode, status=status,
        level=level, place=place, state=state, issues=issues, parts=parts, quotes=quotes, documents=documents,
    )  # fmt: skip


def _parts(store: Store) -> dict[str, tuple[Part, ...]]:
    scores = _scores(store)
    posts: dict[tuple[str, str, str], dict[str, None]] = {}
    for interaction, actor, role, post in rows(store, "participations"):
        if (interaction, actor) in scores:
            posts.setdefault((interaction, actor, role), {}).update({post: None} if post else {})
    parts: dict[str, list[Part]] = {}
    for (interaction, actor, role), held in posts.items():
        part = Part(actor=actor, role=role, posts=tuple(held), score=scores[interaction, actor])
        parts.setdefault(interaction, []).append(part)
    return {interaction: tuple(found) for interaction, found in parts.items()}


def _scores(store: Store) -> dict[tuple[str, str], float]:
    """How sure each part is that a document tells of; what is said at an interaction bears out who was there."""
    scores: dict[tuple[str, str], float] = {}
    for interaction, actor, score in rows(store, "told"):
        scores[interaction, actor] = max(scores.get((interaction, actor), 0.0), float(score or 1))
    for interaction, actor, score in rows(store, "spoke"):
        if (interaction, actor) in scores:
            scores[interaction, actor] = max(scores[interaction, actor], float(score))
    return scores


def _stays(store: Store, known: Names) -> dict[str, tuple[Stay, ...]]:
    stays: dict[str, list[Stay]] = {}
    organisations = sorted(key for key, kind in known.kinds.items() if kind not in {"Official", "State"})
    for body, state, kind, earliest, latest in rows(store, "stays", organisations):
        stays.setdefault(body, []).append(Stay(state=state, kind=kind, earliest=earliest, latest=latest))
    return {body: tuple(found) for body, found in stays.items()}
