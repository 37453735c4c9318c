"""The store as it will be: what it holds, less what goes, plus what comes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from pyoxigraph import NamedNode, Quad

from .backend import Quads
from .terms import Node, Subject


class View:
    """Looks up quads in a store under a change that is not written yet.

    Derivation reads through it, so that it sees the same whether the change is a
    first build or a replacement. A look-up costs what it finds, not what the store holds.

    >>> import pyoxigraph as ox
    >>> a, b, g = NamedNode("urn:a"), NamedNode("urn:b"), NamedNode("urn:g")
    >>> store = ox.Store()
    >>> store.add(Quad(a, b, a, g))
    >>> View(store).changed(store, [Quad(a, b, b, g)]).objects(a, b)
    (<NamedNode value=urn:b>,)
    """

    def __init__(self, store: Quads, removed: frozenset[Quad] = frozenset(), added: Iterable[Quad] = ()) -> None:
        self._store, self.removed, self.added = store, removed, frozenset(added)

    @cached_property
    def _subjects(self) -> dict[Node, list[Quad]]:
        found: dict[Node, list[Quad]] = defaultdict(list)
        for quad in self.added:
            found[quad.subject].append(quad)
        return found

    @cached_property
    def _objects(self) -> dict[Node, list[Quad]]:
        found: dict[Node, list[Quad]] = defaultdict(list)
        for quad in self.added:
            found[quad.object].append(quad)
        return found

    def changed(self, removed: Iterable[Quad], added: Iterable[Quad]) -> View:
        """This view under a further change."""
        old, new = frozenset(removed), frozenset(added)
        # What goes and comes again stays as it is, so that nothing is taken for changed that is not.
        gone, come = old - new, new - old
        return View(self._store, (self.removed | gone) - come, (self.added - gone) | come)

    def about(self, subject: Subject, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Quads of a subject, in one graph or in all."""
        yield from self._stored(subject, None, None, graph)
        yield from (quad for quad in self._subjects.get(subject, ()) if graph in (None, quad.graph_name))

    def pointing(self, predicate: NamedNode, value: Node, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Quads of a property with a value, in one graph or in all."""
        yield from self._stored(None, predicate, value, graph)
        for quad in self._objects.get(value, ()):
            if quad.predicate == predicate and graph in (None, quad.graph_name):
                yield quad

    def all(self, predicate: NamedNode) -> Iterator[Quad]:
        """Quads of a property, in all graphs: costs what the store holds of it."""
        yield from self._stored(None, predicate, None, None)
        yield from (quad for quad in self.added if quad.predicate == predicate)

    def objects(self, subject: Subject, predicate: NamedNode, graph: NamedNode | None = None) -> tuple[Node, ...]:
        """Values of a property of a subject, sorted, each once."""
        return tuple(sorted({q.object for q in self.about(subject, graph) if q.predicate == predicate}, key=str))

    def _stored(
        self, subject: Subject | None, predicate: NamedNode | None, value: Node | None, graph: NamedNode | None
    ) -> Iterator[Quad]:
        for quad in self._store.quads_for_pattern(subject, predicate, value, graph):
            if quad not in self.removed and quad not in self.added:
                yield quad
