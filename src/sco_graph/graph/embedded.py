"""A graph in this process: pyoxigraph, in a folder or in memory. A change is one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from .. import vocabulary
from ..errors import StoreUnavailable
from . import folder, sparql
from .answers import Answer, answer
from .backend import Graphs
from .changes import change, pared
from .sparql import Value
from .terms import Node, Subject

_MANY = 80_000
"""After so many quads, memory is written to the tables on disk."""
_BULK = 10_000
"""From so many quads on, the loader costs less than adding them one by one: a third for twenty thousand."""


class Embedded:
    """A database of pyoxigraph: a folder's own, a snapshot of it, the one with what was inferred, or one in memory."""

    def __init__(self, path: Path | None, *, read_only: bool, with_inferred: bool) -> None:
        self.path, self.read_only, self.with_inferred = path, read_only, with_inferred
        self.where = str(path or "store")
        self._exit = ExitStack()
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

    @property
    def database(self) -> ox.Store:
        """The engine's own object. Raises StoreUnavailable after :meth:`close`."""
        if self._database is None:
            raise StoreUnavailable(self.where, "it is closed", "Open it again with Store(path).")
        return self._database

    def close(self) -> None:
        """Give the lock back."""
        database, self._database = self._database, None
        # The name of the owner goes before the lock does, which is the object's: after it, another's may stand there.
        with self._exit:
            if self.path is not None and not self.read_only and database is not None:
                # What lies in the log only is read anew at each opening: it goes to the tables once, here.
                with self._refusals():
                    database.flush()

    def quads_for_pattern(
        self, subject: Subject | None, predicate: NamedNode | None, object: Node | None, graph: NamedNode | None, /
    ) -> Iterator[Quad]:
        """Quads that have the given terms; None stands for any."""
        return self.database.quads_for_pattern(subject, predicate, object, graph)

    def look_ahead(self, nodes: Iterable[NamedNode]) -> None:
        """Nothing to do: a look-up costs no journey."""

    def names(self) -> Iterator[str]:
        """Names of the graphs that hold something; the engine lists those too that once did."""
        for name in self.database.named_graphs():
            if isinstance(name, NamedNode) and any(True for _ in self.quads_for_pattern(None, None, None, name)):
                yield name.value

    def __len__(self) -> int:
        return len(self.database)

    def answer(self, query: str, graphs: Sequence[str] | None, bindings: Mapping[str, Value]) -> Answer:
        """Answer of a query of any form; see :func:`~sco_graph.graph.answers.answer`."""
        return answer(self.database, query, graphs, bindings, everything=self.with_inferred)

    def write(self, graphs: Graphs, provenance: Iterable[Quad], outdated: Iterable[Quad]) -> None:
        """Replace graphs with all that follows, in one transaction."""
        what = pared(self.database, change(self.database, graphs, provenance, outdated))
        if not what.only_adds:
            self.update(what.request())
        elif what.come:
            # Quads as they are cost least. Both are one transaction; the loader writes whole files: for many only.
            add = self.database.bulk_extend if len(what.come) >= _BULK else self.database.extend
            with self._refusals():
                add(what.come)
        self._since_flush += len(what.come)
        if self.path is not None and self._since_flush > _MANY:
            self.database.flush()  # else memory and log grow, and a reader beside it would read all of the log
            self._since_flush = 0

    def update(self, request: str) -> None:
        """Run an update request: all of it or nothing."""
        try:
            with self._refusals():
                self.database.update(request, prefixes=vocabulary.PREFIXES)
        except SyntaxError as error:
            raise sparql.syntax_error(request, error) from error

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        try:
            yield
        except (OSError, RuntimeError) as error:
            what, remedy = f"the disk refused a write ({error})", "Make room, then build again."
            raise StoreUnavailable(self.where, what, remedy) from error
