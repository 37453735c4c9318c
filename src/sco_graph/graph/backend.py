"""What a store needs of the place where its graph lies: look-ups, answers, one change at a time.

There are two: a database in this process (:mod:`~sco_graph.graph.embedded`) and a SPARQL server
(:mod:`~sco_graph.graph.remote`). The store itself, and all that is derived, know only this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from pyoxigraph import NamedNode, Quad

from .terms import Node, Subject

if TYPE_CHECKING:
    from .answers import Answer
    from .sparql import Value

Graphs = Mapping[NamedNode, Iterable[Quad]]
"""Names of graphs with their new contents; none to take a graph away."""


class Quads(Protocol):
    """Something that quads can be looked up in."""

    def quads_for_pattern(
        self, subject: Subject | None, predicate: NamedNode | None, object: Node | None, graph: NamedNode | None, /
    ) -> Iterator[Quad]:
        """Quads that have the given terms; None stands for any."""


class Backend(Quads, Protocol):
    """The place where a graph lies; ``where`` names it in messages."""

    where: str

    def answer(self, query: str, graphs: Sequence[str] | None, bindings: Mapping[str, Value]) -> Answer:
        """Answer of a query of any form over all graphs but ``inferred``, or over those given."""

    def update(self, request: str) -> None:
        """Run a SPARQL update request."""

    def write(self, graphs: Graphs, provenance: Iterable[Quad], outdated: Iterable[Quad]) -> None:
        """Replace graphs whole and bring what follows from them up to date; see :mod:`~sco_graph.graph.changes`."""

    def look_ahead(self, nodes: Iterable[NamedNode]) -> None:
        """Be told which nodes are looked up next as subjects: where each look-up costs a journey, one serves many."""

    def names(self) -> Iterator[str]:
        """Names of the graphs that hold something, in no order."""

    def __len__(self) -> int:
        """How many quads there are."""

    def close(self) -> None:
        """Let go of it; nothing is answered any more."""
