"""Store -> Chronicle: a query for each tall table, put together in Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING

from ..model import InteractionType
from ..vocabulary import ID, SCHEME, SCO
from .chronicle import Chronicle, Interaction, Part, Quote, Said, Source, Stay

if TYPE_CHECKING:
    from ..graph.store import Store

_CLASSES = frozenset(InteractionType)


def read(store: Store) -> Chronicle:
    """All interactions and statements of a store, sorted by earliest day, then by key."""
    interactions, sources = _interactions(store), _sources(store)
    return Chronicle(
        interactions=interactions,
        statements=_statements(store, {i.key: i for i in interactions}, sources),
        kinds=_kinds(store),
        labels=_labels(store),
        at_body=_pairs(store, "posts"),
        of_state=_pairs(store, "states"),
        stays=_stays(store),
        ranks=_pairs(store, "ranks"),
        order={rank: int(order) for rank, order in _pairs(store, "order").items()},
        broader=_pairs(store, "broader"),
        sources=sources,
    )


def short(iri: str) -> str:
    """Key of an entity, scheme and code of a concept, local name of a term; any other IRI as it is.

    >>> short(ID + "state/CN"), short(SCHEME + "mode/phone"), short(SCO + "PhoneCall")
    ('state/CN', 'mode/phone', 'PhoneCall')
    """
    for stem in (ID, SCHEME, SCO):
        if iri.startswith(stem):
            return iri.removeprefix(stem)
    return iri


def _rows(store: Store, name: str) -> Iterator[tuple[str, ...]]:
    query = files(__package__).joinpath("queries", f"{name}.rq").read_text(encoding="utf-8")
    for row in sorted(store.select(query).rows, key=lambda row: tuple("" if t is None else t.value for t in row)):
        yield tuple("" if t is None else short(t.value) if t.kind == "iri" else t.value for t in row)


def _pairs(store: Store, name: str) -> dict[str, str]:
    """Two columns as a mapping; of several values the first in order."""
    pairs: dict[str, str] = {}
    for key, value in _rows(store, name):
        pairs.setdefault(key, value)
    return pairs


def _kinds(store: Store) -> dict[str, str]:
    """Most specific class: the general ones are overwritten by what is not general."""
    kinds: dict[str, str] = {}
    for actor, kind in _rows(store, "actors"):
        if kind != "Actor" and (kind != "Organisation" or actor not in kinds):
            kinds[actor] = kind
    return kinds


def _labels(store: Store) -> dict[str, dict[str, str]]:
    labels: dict[str, dict[str, str]] = {}
    for key, language, text in _rows(store, "labels"):
        labels.setdefault(key, {}).setdefault(language, text)
    return labels


def _sources(store: Store) -> dict[str, Source]:
    return {
        key: Source(key=key, title=title, address=address, date=date, language=language, publisher=publisher)
        for key, title, address, date, language, publisher in _rows(store, "documents")
    }


def _interactions(store: Store) -> tuple[Interaction, ...]:
    facts: dict[str, dict[str, list[str]]] = {}
    for key, property_, value in _rows(store, "interactions"):
        facts.setdefault(key, {}).setdefault(property_, []).append(value)
    parts, quotes, documents = _parts(store), _quotes(store), _accounts(store)
    found = (
        _interaction(key, values, parts.get(key, ()), quotes.get(key, ()), documents.get(key, ()))
        for key, values in facts.items()
    )
    return tuple(sorted(found, key=lambda i: (i.earliest or "9999", i.key)))


def _interaction(
    key: str,
    values: dict[str, list[str]],
    parts: tuple[Part, ...],
    quotes: tuple[Quote, ...],
    documents: tuple[str, ...],
) -> Interaction:
    def one(name: str) -> str:
        return values.get(name, [""])[0]

    classes = [kind for kind in values["type"] if kind in _CLASSES]
    return Interaction(
        key=key, type=classes[0] if classes else InteractionType.OTHER,
        date=one("startDate"), end=one("endDate"), earliest=one("earliestDate"), latest=one("latestDate"),
        mode=one("mode"), status=one("status"), level=one("level"), place=one("place"), state=one("inState"),
        issues=tuple(values.get("discusses", ())),
        parts=parts, quotes=quotes, documents=documents,
    )  # fmt: skip


def _parts(store: Store) -> dict[str, tuple[Part, ...]]:
    posts: dict[tuple[str, str, str], list[str]] = {}
    for interaction, actor, role, post in _rows(store, "participations"):
        known = posts.setdefault((interaction, actor, role), [])
        if post and post not in known:
            known.append(post)
    parts: dict[str, list[Part]] = {}
    for (interaction, actor, role), held in posts.items():
        parts.setdefault(interaction, []).append(Part(actor=actor, role=role, posts=tuple(held)))
    return {interaction: tuple(found) for interaction, found in parts.items()}


def _quotes(store: Store) -> dict[str, tuple[Quote, ...]]:
    quotes: dict[str, dict[Quote, None]] = {}
    for interaction, document, actor, supports, start, stop, text, score in _rows(store, "quotes"):
        quote = Quote(
            document=document, start=int(start), stop=int(stop), text=text, supports=supports, actor=actor,
            score=float(score or 1),
        )  # fmt: skip
        quotes.setdefault(interaction, {})[quote] = None
    return {key: _in_order(found) for key, found in quotes.items()}


def _in_order(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    return tuple(sorted(quotes, key=lambda q: (q.document, q.start, -q.stop)))


def _accounts(store: Store) -> dict[str, tuple[str, ...]]:
    documents: dict[str, dict[str, None]] = {}
    for interaction, document in _rows(store, "accounts"):
        documents.setdefault(interaction, {})[document] = None
    return {interaction: tuple(found) for interaction, found in documents.items()}


def _statements(
    store: Store, interactions: Mapping[str, Interaction], sources: Mapping[str, Source]
) -> tuple[Said, ...]:
    facts: dict[str, dict[str, list[str]]] = {}
    for key, property_, value in _rows(store, "statements"):
        facts.setdefault(key, {}).setdefault(property_, []).append(value)
    words: dict[str, dict[Quote, None]] = {}
    for key, document, supports, start, stop, text, score in _rows(store, "words"):
        quote = Quote(
            document=document, start=int(start), stop=int(stop), text=text, supports=supports, score=float(score or 1)
        )
        words.setdefault(key, {})[quote] = None
    found = (_statement(key, values, words.get(key, ()), interactions, sources) for key, values in facts.items())
    return tuple(sorted(found, key=lambda said: (said.earliest or "9999", said.key)))


def _statement(
    key: str,
    values: dict[str, list[str]],
    words: Iterable[Quote],
    interactions: Mapping[str, Interaction],
    sources: Mapping[str, Source],
) -> Said:
    def one(name: str) -> str:
        return values.get(name, [""])[0]

    during, document, speaker = interactions.get(one("interaction")), one("reportedIn"), one("speaker")
    day = sources[document].date if document in sources else ""
    posts = dict.fromkeys(p for part in during.parts if part.actor == speaker for p in part.posts) if during else ()
    return Said(
        key=key, speaker=speaker, act=one("speechAct"), document=document, addressee=one("addressee"),
        issues=tuple(value for value in values.get("about", ()) if value.startswith("issue/")),
        interaction=during.key if during else "", posts=tuple(posts), score=float(one("score") or 1),
        earliest=(during and during.earliest) or day, latest=(during and during.latest) or day,
        quotes=_in_order(words),
    )  # fmt: skip


def _stays(store: Store) -> dict[str, tuple[Stay, ...]]:
    stays: dict[str, list[Stay]] = {}
    for body, state, kind, earliest, latest in _rows(store, "stays"):
        stays.setdefault(body, []).append(Stay(state=state, kind=kind, earliest=earliest, latest=latest))
    return {body: tuple(found) for body, found in stays.items()}
