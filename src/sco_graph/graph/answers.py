"""Running a query on a database: over which graphs, and how its faults are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeAlias, TypedDict

import pyoxigraph as ox
from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples

from ..errors import InvalidQuery, StoreUnavailable
from ..model import Table, Term
from ..vocabulary import PREFIXES
from . import folder, sparql, terms
from .sparql import Value

Answer: TypeAlias = Table | bool | tuple[ox.Triple, ...]
Row: TypeAlias = tuple[Term | None, ...]


class _Dataset(TypedDict, total=False):
    use_default_graph_as_union: bool
    default_graph: list[NamedNode | ox.BlankNode | ox.DefaultGraph]
    named_graphs: list[NamedNode | ox.BlankNode]


def answer(
    database: ox.Store,
    query: str,
    graphs: Sequence[str] | None = None,
    bindings: Mapping[str, Value] | None = None,
    *,
    everything: bool = False,
) -> Answer:
    """A table, true or false, or sorted triples, as the form of the query has it.

    ``everything``: what is inferred is seen too, where the query and ``graphs`` choose no graphs.

    Raises InvalidQuery, with line and column of the query as it was given.
    """
    sparql.refuse_remote(query)
    bound = sparql.bind(query, bindings or {})
    with _faults(query):
        # What a bound query is told of must be a place in the user's own text, so that is parsed first.
        if bound != query:
            database.query(query, prefixes=PREFIXES)
        found = _whole(database.query(bound, prefixes=PREFIXES, **_dataset(database, query, graphs, everything)))
    return in_order(found) if isinstance(found, Table) and not sparql.is_ordered(query) else found


def parsed(query: str, bindings: Mapping[str, Value]) -> QuerySolutions | QueryBoolean | QueryTriples:
    """The answer of a query over nothing, which tells its form. Raises InvalidQuery as :func:`answer` does."""
    sparql.refuse_remote(query)
    bound, nothing = sparql.bind(query, bindings), ox.Store()
    with _faults(query):
        form = nothing.query(query, prefixes=PREFIXES)
        nothing.query(bound, prefixes=PREFIXES)
    return form


def _dataset(database: ox.Store, query: str, graphs: Sequence[str] | None, everything: bool) -> _Dataset:
    """The graphs that a query sees as one: those asked for, or the query's own FROM, or all but ``inferred``.

    Without inferred triples that is the union that the engine knows, whose joins cost
    what they find. A list of graphs costs a look-up in each of them: slow with thousands.
    """
    chosen: list[NamedNode]
    if graphs is not None:
        chosen = [NamedNode(name) for name in graphs]
    elif sparql.has_dataset(query):
        return {}
    elif everything or not any(True for _ in database.quads_for_pattern(None, None, None, terms.INFERRED)):
        return {"use_default_graph_as_union": True}
    else:
        chosen = [name for name in database.named_graphs() if isinstance(name, NamedNode) and name != terms.INFERRED]
    return {"default_graph": [*chosen], "named_graphs": [*chosen]}


def _whole(found: QuerySolutions | QueryBoolean | QueryTriples) -> Answer:
    if isinstance(found, QuerySolutions):
        return sparql.table(found)
    if isinstance(found, QueryBoolean):
        return bool(found)
    return tuple(sorted(set(found), key=str))


def in_order(table: Table) -> Table:
    """Rows that the query leaves in any order come in one that is the same everywhere."""
    return Table(columns=table.columns, rows=tuple(sorted(table.rows, key=_cells)))


def _cells(row: Row) -> list[tuple[str, str, str]]:
    return [(one.value, one.language or "", one.datatype or "") if one else ("", "", "") for one in row]


@contextmanager
def _faults(query: str) -> Iterator[None]:
    """The one door through which the engine's errors leave."""
    try:
        yield
    except SyntaxError as error:
        raise sparql.syntax_error(query, error) from error
    except OSError as error:
        raise StoreUnavailable("store", f"its data cannot be read ({error})", folder.MEND) from error
    except (RuntimeError, ValueError) as error:
        raise InvalidQuery("query", f"it cannot be answered ({error})", "Change what it asks for.") from error
