"""Answers of the store as rows of short strings, in an order that is the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ..vocabulary import ID, SCHEME, SCO, iri

if TYPE_CHECKING:
    from ..graph.store import Store
    from ..model import Term


def short(address: str) -> str:
    """Key of an entity, scheme and code of a concept, local name of a term; any other IRI as it is.

    >>> short(ID + "state/CN"), short(SCHEME + "mode/phone"), short(SCO + "PhoneCall")
    ('state/CN', 'mode/phone', 'PhoneCall')
    """
    for stem in (ID, SCHEME, SCO):
        if address.startswith(stem):
            return address.removeprefix(stem)
    return address


def rows(store: Store, name: str, keys: Iterable[str] = ()) -> Iterator[tuple[str, ...]]:
    """Rows of the query of this name in ``queries/``, sorted; an unbound cell is empty.

    ``keys`` of entities are what the query's own list of values, empty as it is written, is filled with.
    """
    query = _query(name).replace("{ }", f"{{ {' '.join(f'<{iri(key)}>' for key in keys)} }}", 1)
    yield from sorted(tuple(map(_text, row)) for row in store.select(query).rows)


def grouped(table: Iterable[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Two columns as a mapping from the first to all values of the second, each once, in order.

    >>> grouped([("a", "x"), ("a", "y"), ("a", "x")])
    {'a': ('x', 'y')}
    """
    found: dict[str, dict[str, None]] = {}
    for key, value in table:
        found.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in found.items()}


def first(table: Iterable[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The first column as keys; of several values in another column the first that is not empty.

    >>> first([("a", "x", ""), ("a", "y", "z")])
    {'a': ('x', 'z')}
    """
    found: dict[str, tuple[str, ...]] = {}
    for key, *values in table:
        known = found.get(key)
        found[key] = tuple(old or new for old, new in zip(known, values, strict=True)) if known else tuple(values)
    return found


def _text(term: Term | None) -> str:
    if term is None:
        return ""
    return short(term.value) if term.kind == "iri" else term.value


@cache
def _query(name: str) -> str:
    return files(__package__).joinpath("queries", f"{name}.rq").read_text(encoding="utf-8")
