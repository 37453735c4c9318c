"""What follows from a store by the axioms of its ontology, materialised beside it in the graph ``inferred``.

Inferred triples lie in a database of their own, ``inferred/`` in the store's folder, together with a copy of all
others: so queries that do not ask for them cost what they did, and those that do see one union. The copy
is made anew by each run and takes the place of the old one at once.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import Quad

from .. import vocabulary
from . import folder, terms
from .axioms import compiled
from .closure import Closure
from .store import Store

_BASIS = "basis.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """What a run did: how many triples were there, how many follow, and how many of each property (IRI, most first)."""

    asserted: int
    inferred: int
    by_property: tuple[tuple[str, int], ...]


def consequences(store: Store) -> Iterator[ox.Triple]:
    """Triples that follow from all graphs of a store by the axioms of its ontology, and stand in none of them."""
    ontology = store.quads(vocabulary.ONTOLOGY)
    closure = Closure(compiled(ontology))
    closure.take(store.asserted())
    return closure.new()


def infer(where: Path) -> Inference:
    """Materialise what follows from the store in a folder. A run that is interrupted leaves the old result or none.

    Raises StoreUnavailable when there is no store. Two runs give the same.
    """
    counted: Counter[str] = Counter()
    with Store(where, read_only=True) as store, folder.renewed(where) as new:
        database = ox.Store(str(new / "data"))
        database.bulk_extend(_counted(consequences(store), counted))
        database.bulk_extend(store.asserted())
        database.flush()
        asserted = len(database) - counted.total()
        (new / _BASIS).write_text(json.dumps(basis(store)) + "\n", "utf-8")
        del database
    return Inference(asserted=asserted, inferred=counted.total(), by_property=tuple(counted.most_common()))


def _counted(triples: Iterator[ox.Triple], counted: Counter[str]) -> Iterator[Quad]:
    for triple in triples:
        counted[triple.predicate.value] += 1
        yield Quad(triple.subject, triple.predicate, triple.object, terms.INFERRED)


def basis(store: Store) -> str:
    """What an inference rests on, as SHA-256: the versions of all documents, tables and the ontology, and decisions."""
    digest = hashlib.sha256()
    for graph in (vocabulary.PROVENANCE, vocabulary.DECISIONS):
        for quad in store.quads(graph):
            digest.update(f"{quad.subject} {quad.predicate} {quad.object}\n".encode())
    return digest.hexdigest()


def is_stale(where: Path) -> bool:
    """Whether the store in a folder has changed since what follows from it was inferred.

    Raises StoreUnavailable when there is no store, or nothing was inferred.
    """
    told = folder.inferred(where) / _BASIS
    with Store(where, read_only=True) as store:
        return not told.is_file() or json.loads(told.read_text("utf-8")) != basis(store)
