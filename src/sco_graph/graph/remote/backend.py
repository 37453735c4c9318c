"""A SPARQL server as the place of a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, QueryBoolean

from ... import vocabulary
from ...errors import InvalidQuery, StoreUnavailable
from .. import sparql, terms
from ..answers import Answer, in_order, parsed
from ..backend import Graphs
from ..sparql import Value
from ..terms import Node, Subject
from .access import Access
from .dialect import solutions
from .journal import Journal
from .lease import Lease
from .line import Line
from .lookups import Lookups
from .service import Service, with_prefixes
from .writing import Writer


class Remote:
    """The graph on a server. To open it for writing is to bring to the end what a writer that was cut off left open."""

    def __init__(self, access: Access, *, read_only: bool) -> None:
        self.where = access.shown
        self._line: Line | None = Line(access)
        self._service_ = Service(self._line)
        self._lookups = Lookups(self._service_)
        self._writer = Writer(service=self._service_, lookups=self._lookups, journal=Journal(self._service_))
        self._lease = None if read_only else Lease(self._service_)
        self._has_inferred: bool | None = None
        self._must_answer_over_all()
        if self._lease:
            self._lease.take()
            self._writer.resume()

    def _must_answer_over_all(self) -> None:
        service = self._service
        if service.solutions("ASK { GRAPH ?g { ?s ?p ?o } }") and not service.solutions("ASK { ?s ?p ?o }"):
            what = "its default graph is not the union of its graphs, so it would answer nothing"
            raise StoreUnavailable(self.where, what, "Set it so: docs/remote.md says how for several products.")

    @property
    def _service(self) -> Service:
        if self._line is None:
            raise StoreUnavailable(self.where, "it is closed", "Open it again with Store(address).")
        return self._service_

    def close(self) -> None:
        """Say that nobody writes here any more, and close the connections."""
        line, self._line = self._line, None
        if line is None:
            return
        if self._lease:
            line.hurry()
            # Who cannot say so now is found to be gone by the next.
            with suppress(StoreUnavailable, InvalidQuery):
                self._lease.give_back()
        line.close()

    def quads_for_pattern(
        self, subject: Subject | None, predicate: NamedNode | None, object: Node | None, graph: NamedNode | None, /
    ) -> Iterator[Quad]:
        """Quads that have the given terms; None stands for any."""
        assert self._service
        return self._lookups.quads_for_pattern(subject, predicate, object, graph)

    def look_ahead(self, nodes: Iterable[NamedNode]) -> None:
        """Ask for the quads of subjects, many in one request; each is kept until it is looked up."""
        assert self._service
        self._lookups.look_ahead(nodes)

    def names(self) -> Iterator[str]:
        """Names of the graphs that hold something."""
        assert self._service
        return iter(self._lookups.names())

    def __len__(self) -> int:
        journals = ", ".join(f"<{name}>" for name in sorted(vocabulary.JOURNALS))
        found = self._service.rows(f"""SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }}
            FILTER(STRSTARTS(STR(?g), "{vocabulary.GRAPH}") && ?g NOT IN ({journals})) }}""")
        (number,) = found[0]
        return int(number.value) if isinstance(number, ox.Literal) else 0

    def answer(self, query: str, graphs: Sequence[str] | None, bindings: Mapping[str, Value]) -> Answer:
        """Answer of a query of any form; one that is wrong is told of here, before the server is asked."""
        form = parsed(query, bindings)
        bound, chosen = with_prefixes(sparql.inlined(query, bindings)), graphs
        if graphs is None and not sparql.has_dataset(query) and self._with_inferred():
            chosen = [name for name in self.names() if name != vocabulary.INFERRED]
        if isinstance(form, ox.QueryTriples):
            if select := solutions(bound, self._line.product if self._line else ""):
                self._service.solutions(select, chosen)  # which tells whether the answer is whole
            return self._service.triples(bound, chosen)
        found = self._service.solutions(bound, chosen)
        if isinstance(found, QueryBoolean):
            return bool(found)
        table = sparql.table_of([name.value for name in found.variables], self._service.unfolded(found))
        return table if sparql.is_ordered(query) else in_order(table)

    def _with_inferred(self) -> bool:
        """Whether somebody put inferred triples on the server: then queries must leave them out."""
        if self._has_inferred is None:
            self._has_inferred = bool(self._service.solutions(f"ASK {{ GRAPH {terms.INFERRED} {{ ?s ?p ?o }} }}"))
        return self._has_inferred

    def update(self, request: str) -> None:
        """Run a user's update request, never twice: a server may do a part of it, if it fails."""
        try:
            ox.Store().update(request, prefixes=vocabulary.PREFIXES)
        except SyntaxError as error:
            raise sparql.syntax_error(request, error) from error
        self._service.update(with_prefixes(request), twice=False)
        self._has_inferred = None

    def write(self, graphs: Graphs, provenance: Iterable[Quad], outdated: Iterable[Quad]) -> None:
        """Replace graphs whole, with all that follows, in an order in which it may stop anywhere."""
        assert self._service
        assert self._lease
        self._lease.renew()
        contents = {name: frozenset(quads) for name, quads in graphs.items()}
        self._writer.write(contents, tuple(provenance), tuple(outdated))
