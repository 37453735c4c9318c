"""Earlier versions of documents, in ``provenance``: a chain, each known by its hash, since its graph is gone.

After PROV-O (W3C 2013): a document is ``prov:wasRevisionOf`` the version before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from . import terms
from .backend import Quads
from .terms import Pair, entity, sco


def chain(store: Quads, key: str) -> tuple[NamedNode, ...]:
    """Earlier versions of the document of this key, the latest first."""
    found: list[NamedNode] = []
    node = entity(f"document/{key}")
    while earlier := _before(store, node):
        found.append(earlier)
        node = earlier
    return tuple(found)


def _before(store: Quads, node: NamedNode) -> NamedNode | None:
    quads = store.quads_for_pattern(node, terms.REVISION_OF, None, terms.PROVENANCE)
    return next((quad.object for quad in quads if isinstance(quad.object, NamedNode)), None)


def stored(store: Quads, key: str) -> Iterator[Quad]:
    """All that the store holds of the earlier versions of a document."""
    yield from links(store, key)
    for node in chain(store, key):
        yield from store.quads_for_pattern(node, None, None, terms.PROVENANCE)


def links(store: Quads, key: str) -> Iterator[Quad]:
    """The link from a document to the version before it, if there is one."""
    return iter(store.quads_for_pattern(entity(f"document/{key}"), terms.REVISION_OF, None, terms.PROVENANCE))


def added(store: Quads, key: str, sha256: str) -> tuple[Quad, ...]:
    """That the text of this hash is the version before the document's own; it comes between it and the others."""
    before = chain(store, key)
    latest = entity(f"revision/{key}-{len(before) + 1}")
    pairs: list[Pair] = [(terms.TYPE, terms.PROV_ENTITY), (sco("sha256"), terms.text(sha256))]
    pairs += [(terms.REVISION_OF, node) for node in before[:1]]
    link = Quad(entity(f"document/{key}"), terms.REVISION_OF, latest, terms.PROVENANCE)
    return (link, *terms.quads(terms.PROVENANCE, latest, pairs))
