"""A change to a graph on a server, in an order in which it may stop anywhere and be brought to the end.

Documents::

    1  graph/unsettled   entities and interactions that the change touches
    2  graph/document/K  each PUT whole
    3  interactions, entities: what goes, what comes
    4  graph/settling    what provenance will say
    5  graph/unsettled   taken away
    6  provenance        what goes, what comes: now the documents are there
    7  graph/settling    taken away

Each step can be done twice. A document whose step 6 was not reached is of its old version for the next build, which so
makes it again. Tables and ontology: the version is taken away first and said last; between them the
graph is brought to what it should be, quad by quad, so that a load that was cut off goes on where it stopped, and what
is derived is settled anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from pyoxigraph import Literal, NamedNode, Quad, Triple

from ... import vocabulary
from .. import terms
from ..changes import Change, change, settlement, touched
from ..terms import sco
from .ahead import look_ahead
from .journal import Journal
from .lookups import Lookups
from .service import Service

_SETTLED_TOGETHER = 200
_PAGE = 5_000
_DERIVED = (terms.ENTITIES, terms.INTERACTIONS)
_DOCUMENTS = vocabulary.document_graph("")

Contents = Mapping[NamedNode, frozenset[Quad]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Writes changes to a server, one at a time. There is one writer at a time: a server knows no lock."""

    service: Service
    lookups: Lookups
    journal: Journal

    def resume(self) -> None:
        """Bring to the end what a writer that was cut off had begun."""
        subjects, final = self.journal.settling()
        if subjects:
            self._provenance(subjects, final)
        self.journal.settled()
        self._settle(self.journal.unsettled())
        self.journal.end()

    def write(self, graphs: Contents, provenance: Iterable[Quad], outdated: Iterable[Quad]) -> None:
        """Replace graphs and bring what follows from them up to date."""
        documents = {name: quads for name, quads in graphs.items() if name.value.startswith(_DOCUMENTS)}
        for name in graphs.keys() - documents.keys():
            self._write_tables(name, graphs[name], [quad for quad in provenance if quad.subject == name])
        if documents or not graphs:
            self._write_documents(documents, tuple(provenance), tuple(outdated))

    # ---- documents

    def _write_documents(self, new: Contents, provenance: tuple[Quad, ...], outdated: tuple[Quad, ...]) -> None:
        with self.lookups.kept():
            self.lookups.look_at(new)
            old = [quad for name in new for quad in self.lookups.quads_for_pattern(None, None, None, name)]
            nodes = touched(old, *new.values())
            self.lookups.look_ahead(new)
            look_ahead(self.lookups, nodes, chain(old, *new.values()))
            what = change(self.lookups, new, provenance, outdated)
            subjects = {quad.subject for quad in (*what.gone, *what.come) if quad.graph_name == terms.PROVENANCE}
            self.lookups.look_ahead(one for one in subjects if isinstance(one, NamedNode))
            final = self._final(what, subjects)
        come = _by_graph(what.come)
        whole = {*what.dropped, *(come.keys() & new.keys())}
        derived = {quad.subject for name in _DERIVED for quad in (*_by_graph(what.gone)[name], *come[name])}
        if whole or derived:
            self.journal.begin({*nodes, *(node for node in derived if isinstance(node, NamedNode))})
            for graph in sorted(whole, key=str):
                self.service.put(graph, come[graph]) if graph in come else self.service.drop(graph)
            self._apply(what, _DERIVED)
        if subjects:
            self.journal.settle(subjects, final)
            self.journal.end()
            self._apply(what, (terms.PROVENANCE,))
            self.journal.settled()
        elif whole or derived:
            self.journal.end()

    def _final(self, what: Change, subjects: Iterable[terms.Subject]) -> frozenset[Quad]:
        """All that provenance says of subjects after a change."""
        stored = {q for one in subjects for q in self.lookups.quads_for_pattern(one, None, None, terms.PROVENANCE)}
        return frozenset((stored - {*what.gone}) | {q for q in what.come if q.graph_name == terms.PROVENANCE})

    def _provenance(self, subjects: Iterable[NamedNode], final: frozenset[Quad]) -> None:
        with self.lookups.kept():
            self.lookups.look_ahead(subjects)
            found = (self.lookups.quads_for_pattern(one, None, None, terms.PROVENANCE) for one in subjects)
            stored = frozenset(chain.from_iterable(found))
        self._exchange(terms.PROVENANCE, stored - final, final - stored)

    def _apply(self, what: Change, names: Iterable[NamedNode]) -> None:
        gone, come = _by_graph(what.gone), _by_graph(what.come)
        for name in names:
            self._exchange(name, gone[name], come[name])

    def _exchange(self, graph: NamedNode, gone: Iterable[Quad | Triple], come: Iterable[Quad | Triple]) -> None:
        self.service.remove(graph, _sorted(gone))
        self.service.add(graph, _sorted(come))

    # ---- tables and ontology

    def _write_tables(self, graph: NamedNode, new: frozenset[Quad], version: Iterable[Quad]) -> None:
        with self.lookups.kept():
            before = list(self.lookups.quads_for_pattern(graph, None, None, terms.PROVENANCE))
            stored = frozenset(self.lookups.quads_for_pattern(None, None, None, graph))
        self._exchange(terms.PROVENANCE, before, ())
        self._exchange(graph, stored - new, new - stored)
        if graph in (terms.AUTHORITY, terms.ONTOLOGY):
            for some in _together(self._derived_from()):
                self._settle(some)
        self._exchange(terms.PROVENANCE, (), version)

    def _derived_from(self) -> Iterator[NamedNode]:
        """All entities and interactions of which documents tell."""
        for name in ("mentionOf", "accountOf"):
            last: str | None = ""
            while last is not None:
                query = f"""SELECT DISTINCT ?o {{ GRAPH ?g {{ ?s {sco(name)} ?o }}
                    FILTER(STR(?o) > {Literal(last)}) }} ORDER BY STR(?o) LIMIT {_PAGE}"""
                page = [node for (node,) in self.service.rows(query) if isinstance(node, NamedNode)]
                yield from page
                last = page[-1].value if len(page) == _PAGE else None

    def _settle(self, nodes: Iterable[NamedNode]) -> None:
        for some in _together(nodes):
            with self.lookups.kept():
                self.lookups.look_back(sco("mentionOf"), some)
                look_ahead(self.lookups, some)
                what = settlement(self.lookups, some)
            self._apply(what, _DERIVED)


def _together(nodes: Iterable[NamedNode]) -> Iterator[list[NamedNode]]:
    rest = iter(nodes)
    while some := list(islice(rest, _SETTLED_TOGETHER)):
        yield some


def _by_graph(quads: Iterable[Quad]) -> Mapping[NamedNode, list[Triple]]:
    found: dict[NamedNode, list[Triple]] = defaultdict(list)
    for quad in quads:
        assert isinstance(quad.graph_name, NamedNode)
        found[quad.graph_name].append(quad.triple)
    return found


def _sorted(statements: Iterable[Quad | Triple]) -> list[Triple]:
    return sorted((one.triple if isinstance(one, Quad) else one for one in statements), key=str)
