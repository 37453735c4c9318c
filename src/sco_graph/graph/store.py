"""The store: documents come in, answers go out.

On disk it is a folder (:mod:`~sco_graph.graph.folder`), without a path it lives in memory.
Queries run over the union of all named graphs but ``inferred``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from .. import vocabulary
from ..errors import InvalidQuery, StoreUnavailable, UnknownEntity
from ..model import Document, Facts, Table
from . import folder, holdings, remote, revisions, sparql, terms
from .answers import Answer
from .authority_mapping import authority_quads
from .backend import Backend, Graphs
from .embedded import Embedded
from .holdings import Held
from .mapping import Said, provenance_quads, said
from .ontology import ontology_quads, ontology_version
from .sparql import Value
from .terms import sco

if TYPE_CHECKING:
    from rdflib import Dataset

    from ..authority.records import Authority

BATCH = 50
"""So many documents are written in one transaction."""


class Store:
    """Documents, authority tables and ontology as RDF, with SPARQL 1.1.

    ``path`` is a folder, made if it is missing; None keeps everything in memory. One
    process writes; with ``read_only`` a snapshot is opened, also beside a writer; ``with_inferred`` that
    of the last :func:`~sco_graph.graph.inference.infer`, whose queries see what follows too.
    Raises StoreUnavailable.

    >>> with Store(None) as store:
    ...     store.update('INSERT DATA { GRAPH graph:decisions { wd:Q148 skos:prefLabel "China"@en } }')
    ...     table = store.select("SELECT ?name { ?state skos:prefLabel ?name }")
    >>> [str(name) for (name,) in table.rows]
    ['China']
    """

    def __init__(self, path: Path | str | None = None, *, read_only: bool = False, with_inferred: bool = False) -> None:
        self.read_only = read_only or with_inferred
        self._views: list[Any] = []
        self._backend: Backend
        if isinstance(path, str) and remote.is_address(path):
            self.path: Path | None = None
            self._backend = remote.opened(path, read_only=self.read_only, with_inferred=with_inferred)
        else:
            self.path = Path(path) if path is not None else None
            self._backend = Embedded(self.path, read_only=self.read_only, with_inferred=with_inferred)

    @property
    def where(self) -> str:
        """Folder or address of the store, as messages name it."""
        return self._backend.where

    def close(self) -> None:
        """Give the lock back; a closed store answers no more, and the views of :meth:`dataset` close with it."""
        for view in self._views:
            view.close()
        self._views.clear()
        self._backend.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if type(error) is OSError and error.errno is None:
            what = f"its data cannot be read ({error})"  # an error of the engine's own: a file is damaged
            raise StoreUnavailable(self.where, what, folder.MEND) from error

    # ---- questions

    def query(self, query: str, /, *, graphs: Sequence[str] | None = None, **bindings: Value) -> Answer:
        """Answer of a query of any form: a table, true or false, or sorted triples.

        ``bindings`` give variables of the query a value; ``graphs`` names the graphs to
        look in; the usual prefixes need no declaration. Raises InvalidQuery with line and column.
        """
        return self._backend.answer(query, graphs, bindings)

    def select(self, query: str, /, *, graphs: Sequence[str] | None = None, **bindings: Value) -> Table:
        """Answer of a SELECT query; see :meth:`query`."""
        found = self.query(query, graphs=graphs, **bindings)
        if not isinstance(found, Table):
            raise InvalidQuery("query", "it is no SELECT query", "Use ask, construct or query for other forms.")
        return found

    def ask(self, query: str, /, *, graphs: Sequence[str] | None = None, **bindings: Value) -> bool:
        """Answer of an ASK query; see :meth:`query`."""
        found = self.query(query, graphs=graphs, **bindings)
        if not isinstance(found, bool):
            raise InvalidQuery("query", "it is no ASK query", "Use select, construct or query for other forms.")
        return found

    def construct(
        self, query: str, /, *, graphs: Sequence[str] | None = None, **bindings: Value
    ) -> tuple[ox.Triple, ...]:
        """Triples of a CONSTRUCT or DESCRIBE query, sorted, each once; see :meth:`query`."""
        found = self.query(query, graphs=graphs, **bindings)
        if not isinstance(found, tuple):
            raise InvalidQuery("query", "it makes no triples", "Use select, ask or query for other forms.")
        return found

    # ---- changes

    def update(self, request: str) -> None:
        """Run a SPARQL update request: all of it or nothing. Raises InvalidQuery; StoreUnavailable where it is read."""
        if self.read_only:
            raise self._for_reading()
        sparql.refuse_remote(request)
        self._backend.update(request)

    def replace_document(
        self, document: Document, facts: Facts, rules_version: str = "", tables_version: str = ""
    ) -> None:
        """Put in what a document says, in place of what it said before, with what follows from it, at once."""
        self.replace_documents([(document, facts)], rules_version, tables_version)

    def replace_documents(
        self, documents: Iterable[tuple[Document, Facts]], rules_version: str = "", tables_version: str = ""
    ) -> None:
        """Put in many documents, fifty to a transaction: faster than one by one, with the same result."""
        rest = iter(documents)
        while batch := list(islice(rest, BATCH)):
            self.put([said(*one) for one in batch], rules_version, tables_version)

    def put(self, documents: Iterable[Said], rules_version: str = "", tables_version: str = "") -> list[Quad]:
        """Put in what documents say, made anywhere, all or nothing; gives the quads of their graphs.

        Where the store has another text of a document, that becomes an earlier version of it (``prov:wasRevisionOf``).
        """
        given = list(documents)
        self._backend.look_ahead(node for one in given for node in (one.graph, terms.entity(f"document/{one.key}")))
        about = [q for one in given for q in provenance_quads(one, rules_version, tables_version)]
        outdated: list[Quad] = []
        for one in given:
            held = self.held(one.key)
            if held and held.sha256 != one.sha256:
                about += revisions.added(self._backend, one.key, held.sha256)
                outdated += revisions.links(self._backend, one.key)
        self._change(graphs := {one.graph: one.quads() for one in given}, about, outdated)
        return list(chain.from_iterable(graphs.values()))

    def forget(self, *documents: str) -> None:
        """Take out documents, by key, and all that rests on them alone. Raises UnknownEntity."""
        for key in (key for key in documents if self.held(key) is None):
            raise UnknownEntity(f"document/{key}", "the store does not hold it", "See Store.documents().")
        graphs = [NamedNode(vocabulary.document_graph(key)) for key in documents]
        outdated = [quad for key in documents for quad in revisions.stored(self._backend, key)]
        self._change(dict.fromkeys(graphs, ()), (), outdated)

    def settle(self, keys: Iterable[str], tables_version: str) -> None:
        """Say of documents that other tables change nothing of what they say."""
        rest = iter(keys)
        while some := list(islice(rest, BATCH)):
            self._backend.look_ahead(NamedNode(vocabulary.document_graph(key)) for key in some)
            self._change({}, *holdings.settled(self._backend, some, tables_version))

    def load_authority(self, authority: Authority) -> None:
        """Put in the authority tables, in place of older ones; nothing happens if these are in already."""
        version = Quad(terms.AUTHORITY, sco("tablesVersion"), terms.text(authority.version), terms.PROVENANCE)
        if not self._has(version):
            self._change({terms.AUTHORITY: authority_quads(authority)}, [version])

    def load_ontology(self, source: Path | None = None) -> None:
        """Put in the ontology and its schemes, from a folder or as packaged; nothing happens if they are in already."""
        version = Quad(terms.ONTOLOGY, sco("sha256"), terms.text(ontology_version(source)), terms.PROVENANCE)
        if not self._has(version):
            self._change({terms.ONTOLOGY: ontology_quads(source)}, [version])

    def _has(self, quad: Quad) -> bool:
        found = self._backend.quads_for_pattern(quad.subject, quad.predicate, quad.object, terms.PROVENANCE)
        return any(True for _ in found)

    def _change(self, graphs: Graphs, provenance: Iterable[Quad], outdated: Iterable[Quad] = ()) -> None:
        if self.read_only:
            raise self._for_reading()
        self._backend.write(graphs, provenance, outdated)

    def _for_reading(self) -> StoreUnavailable:
        return StoreUnavailable(self.where, "it is open for reading", "Open it without read_only.")

    # ---- contents

    def documents(self) -> Mapping[str, Held]:
        """What each document in the store was made from, by the document's key, sorted."""
        return holdings.documents(self._backend)

    def held(self, key: str) -> Held | None:
        """What the document of this key was made from; None if the store has none."""
        return holdings.held(self._backend, key)

    def with_text(self, sha256: str) -> tuple[str, ...]:
        """Keys of the documents whose text has this hash, sorted."""
        return holdings.keys(self._backend, sco("sha256"), sha256)

    def with_source(self, source: str) -> tuple[str, ...]:
        """Keys of the documents of this address or file name, sorted."""
        return holdings.keys(self._backend, terms.SOURCE, source)

    def graphs(self) -> tuple[str, ...]:
        """Names of the graphs that hold something, sorted."""
        return tuple(sorted(self._backend.names()))

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """Quads of one graph or of all, sorted by graph, subject, predicate, object as N-Quads spells them."""
        for name in self.graphs() if graph is None else (graph,):
            yield from sorted(
                self.quads_of(name), key=lambda quad: (str(quad.subject), str(quad.predicate), str(quad.object))
            )

    def quads_of(self, graph: str) -> Iterator[Quad]:
        """Quads of one graph, in no order."""
        return self._backend.quads_for_pattern(None, None, None, NamedNode(graph))

    def about(self, *nodes: terms.Subject) -> Iterator[ox.Triple]:
        """Triples of subjects in all graphs but ``inferred``."""
        self._backend.look_ahead(node for node in nodes if isinstance(node, NamedNode))
        found = (self._backend.quads_for_pattern(node, None, None, None) for node in nodes)
        return (quad.triple for quad in chain.from_iterable(found) if quad.graph_name != terms.INFERRED)

    def asserted(self) -> Iterator[Quad]:
        """Quads of all graphs but ``inferred``, in no order."""
        found = self._backend.quads_for_pattern(None, None, None, None)
        return (quad for quad in found if quad.graph_name != terms.INFERRED)

    def triples(self) -> Iterator[ox.Triple]:
        """Triples of the union of all graphs but ``inferred``, sorted by subject, predicate, object, each once."""
        found = {quad.triple for name in self.graphs() if name != vocabulary.INFERRED for quad in self.quads(name)}
        yield from sorted(found, key=lambda triple: (str(triple.subject), str(triple.predicate), str(triple.object)))

    def __len__(self) -> int:
        return len(self._backend)

    @property
    def database(self) -> ox.Store:
        """The engine's own object. Raises StoreUnavailable where the store is on a server."""
        if not isinstance(self._backend, Embedded):
            what, remedy = "on a server there is no database to be had", "Ask it with select or construct."
            raise StoreUnavailable(self.where, what, remedy)
        return self._backend.database

    def dataset(self) -> Dataset:
        """The same store as an rdflib Dataset, without a copy; its default graph is the union.

        ``docs/store.md`` lists where it differs from a Dataset of rdflib's own.
        """
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        view = Dataset(store=OxigraphStore(store=self.database), default_union=True)
        self._views.append(view)
        return view
