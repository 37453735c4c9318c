"""The store: documents come in, answers go out.

On disk it is a folder (:mod:`~sco_graph.graph.folder`), without a path it lives in memory.
Queries run over the union of all named graphs but ``inferred``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from .. import vocabulary
from ..errors import InvalidQuery, StoreUnavailable, UnknownEntity
from ..model import Document, Facts, Table
from . import folder, holdings, revisions, sparql, terms
from .answers import Answer, answer
from .authority_mapping import authority_quads
from .changes import change
from .holdings import Held
from .mapping import Said, provenance_quads, said
from .ontology import ontology_quads, ontology_version
from .sparql import Value
from .terms import sco

if TYPE_CHECKING:
    from rdflib import Dataset

    from ..authority.records import Authority

_MANY = 80_000
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
        self.path = Path(path) if path is not None else None
        self.read_only = read_only or with_inferred
        self.with_inferred = with_inferred
        self._exit = ExitStack()
        self._views: list[Any] = []
        self._since_flush = 0
        self._database: ox.Store | None = self._open()

    def _open(self) -> ox.Store:
        if self.path is None:
            return ox.Store()
        if self.read_only:
            where = folder.inferred(self.path) if self.with_inferred else self.path
            return self._exit.enter_context(folder.snapshot(where))
        database = folder.open_for_writing(self.path)
        self._exit.callback(folder.release, self.path)
        return database

    def close(self) -> None:
        """Give the lock back; a closed store answers no more, and the views of :meth:`dataset` close with it."""
        for view in self._views:
            view.close()
        self._views.clear()
        database, self._database = self._database, None
        # The name of the owner goes before the lock does, which is the object's: after it, another's may stand there.
        with self._exit:
            if self.path is not None and not self.read_only and database is not None:
                # What lies in the log only is read anew at each opening: it goes to the tables once, here.
                with self._refusals():
                    database.flush()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if type(error) is OSError and error.errno is None:
            what = f"its data cannot be read ({error})"  # an error of the engine's own: a file is damaged
            raise StoreUnavailable(str(self.path or "store"), what, folder.MEND) from error

    @property
    def _store(self) -> ox.Store:
        if self._database is None:
            raise StoreUnavailable(str(self.path or "store"), "it is closed", "Open it again with Store(path).")
        return self._database

    # ---- questions

    def query(self, query: str, /, *, graphs: Sequence[str] | None = None, **bindings: Value) -> Answer:
        """Answer of a query of any form: a table, true or false, or sorted triples.

        ``bindings`` give variables of the query a value; ``graphs`` names the graphs to
        look in; the usual prefixes need no declaration. Raises InvalidQuery with line and column.
        """
        return answer(self._store, query, graphs, bindings, everything=self.with_inferred)

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
        self._write(request)

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
        about = [q for one in given for q in provenance_quads(one, rules_version, tables_version)]
        outdated: list[Quad] = []
        for one in given:
            held = self.held(one.key)
            if held and held.sha256 != one.sha256:
                about += revisions.added(self._store, one.key, held.sha256)
                outdated += revisions.links(self._store, one.key)
        self._change(graphs := {one.graph: one.quads() for one in given}, about, outdated)
        return list(chain.from_iterable(graphs.values()))

    def forget(self, *documents: str) -> None:
        """Take out documents, by key, and all that rests on them alone. Raises UnknownEntity."""
        for key in (key for key in documents if self.held(key) is None):
            raise UnknownEntity(f"document/{key}", "the store does not hold it", "See Store.documents().")
        graphs = [NamedNode(vocabulary.document_graph(key)) for key in documents]
        outdated = [quad for key in documents for quad in revisions.stored(self._store, key)]
        self._change(dict.fromkeys(graphs, ()), (), outdated)

    def settle(self, keys: Iterable[str], tables_version: str) -> None:
        """Say of documents that other tables change nothing of what they say."""
        self._change({}, *holdings.settled(self._store, keys, tables_version))

    def load_authority(self, authority: Authority) -> None:
        """Put in the authority tables, in place of older ones; nothing happens if these are in already."""
        version = Quad(terms.AUTHORITY, sco("tablesVersion"), terms.text(authority.version), terms.PROVENANCE)
        if version not in self._store:
            self._change({terms.AUTHORITY: authority_quads(authority)}, [version])

    def load_ontology(self, source: Path | None = None) -> None:
        """Put in the ontology and its schemes, from a folder or as packaged; nothing happens if they are in already."""
        version = Quad(terms.ONTOLOGY, sco("sha256"), terms.text(ontology_version(source)), terms.PROVENANCE)
        if version not in self._store:
            self._change({terms.ONTOLOGY: ontology_quads(source)}, [version])

    def _change(
        self, graphs: Mapping[NamedNode, Iterable[Quad]], provenance: Iterable[Quad], outdated: Iterable[Quad] = ()
    ) -> None:
        if self.read_only:
            raise self._for_reading()
        what = change(self._store, graphs, provenance, outdated)
        if not what.only_adds:
            self._write(what.request())
        elif what.come:
            # Quads as they are cost least. Both are one transaction; the loader writes whole files: for many only.
            add = self._store.bulk_extend if len(what.come) > _MANY else self._store.extend
            with self._refusals():
                add(what.come)
        self._since_flush += len(what.come)
        if self.path is not None and self._since_flush > _MANY:
            self._store.flush()  # else memory and log grow, and a reader beside it would read all of the log
            self._since_flush = 0

    def _write(self, request: str) -> None:
        try:
            with self._refusals():
                self._store.update(request, prefixes=vocabulary.PREFIXES)
        except SyntaxError as error:
            raise sparql.syntax_error(request, error) from error

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        try:
            yield
        except (OSError, RuntimeError) as error:
            what, remedy = f"the disk refused a write ({error})", "Make room, then build again."
            raise StoreUnavailable(str(self.path or "store"), what, remedy) from error

    def _for_reading(self) -> StoreUnavailable:
        return StoreUnavailable(str(self.path or "store"), "it is open for reading", "Open it without read_only.")

    # ---- contents

    def documents(self) -> Mapping[str, Held]:
        """What each document in the store was made from, by the document's key, sorted."""
        return holdings.documents(self._store)

    def held(self, key: str) -> Held | None:
        """What the document of this key was made from; None if the store has none."""
        return holdings.held(self._store, key)

    def with_text(self, sha256: str) -> tuple[str, ...]:
        """Keys of the documents whose text has this hash, sorted."""
        return holdings.keys(self._store, sco("sha256"), sha256)

    def with_source(self, source: str) -> tuple[str, ...]:
        """Keys of the documents of this address or file name, sorted."""
        return holdings.keys(self._store, terms.SOURCE, source)

    def graphs(self) -> tuple[str, ...]:
        """Names of the graphs that hold something, sorted."""
        names = (name.value for name in self._store.named_graphs() if isinstance(name, NamedNode))
        return tuple(sorted(name for name in names if any(True for _ in self.quads_of(name))))

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """Quads of one graph or of all, sorted by graph, subject, predicate, object as N-Quads spells them."""
        for name in self.graphs() if graph is None else (graph,):
            yield from sorted(
                self.quads_of(name), key=lambda quad: (str(quad.subject), str(quad.predicate), str(quad.object))
            )

    def quads_of(self, graph: str) -> Iterator[Quad]:
        """Quads of one graph, in no order."""
        return self._store.quads_for_pattern(None, None, None, NamedNode(graph))

    def about(self, node: terms.Subject) -> Iterator[ox.Triple]:
        """Triples of a subject in all graphs but ``inferred``."""
        found = self._store.quads_for_pattern(node, None, None)
        return (quad.triple for quad in found if quad.graph_name != terms.INFERRED)

    def asserted(self) -> Iterator[Quad]:
        """Quads of all graphs but ``inferred``, in no order."""
        return (quad for quad in self._store if quad.graph_name != terms.INFERRED)

    def triples(self) -> Iterator[ox.Triple]:
        """Triples of the union of all graphs but ``inferred``, sorted by subject, predicate, object, each once."""
        found = {quad.triple for name in self.graphs() if name != vocabulary.INFERRED for quad in self.quads(name)}
        yield from sorted(found, key=lambda triple: (str(triple.subject), str(triple.predicate), str(triple.object)))

    def __len__(self) -> int:
        return len(self._store)

    def dataset(self) -> Dataset:
        """The same store as an rdflib Dataset, without a copy; its default graph is the union.

        ``docs/store.md`` lists where it differs from a Dataset of rdflib's own.
        """
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        view = Dataset(store=OxigraphStore(store=self._store), default_union=True)
        self._views.append(view)
        return view
