"""Where a question is asked: our store, or rdflib's graph or dataset. Both bind parameters and answer alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias, Union

from ..model import Table, Term
from ..vocabulary import PREFIXES, XSD

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

    from ..graph.store import Store

Source: TypeAlias = Union["Store", "Graph"]


def select(source: Source, sparql: str, bindings: Mapping[str, Term]) -> Table:
    """Answer of a SELECT query with variables bound to terms: text never becomes query."""
    from rdflib import Graph

    from ..graph.sparql import bind

    if not isinstance(source, Graph):
        return source.select(sparql, graphs=None, **bindings)
    result = source.query(bind(sparql, bindings), initNs=PREFIXES)
    columns = tuple(str(variable) for variable in result.vars or ())
    return Table(columns=columns, rows=tuple(tuple(map(_term, row)) for row in result if isinstance(row, tuple)))


def _term(node: Node | None) -> Term | None:
    """A cell as the store gives it: a plain string has no datatype.

    >>> from rdflib import Literal
    >>> _term(Literal("a", datatype=XSD + "string")) == _term(Literal("a")) == Term(value="a")
    True
    """
    from rdflib import BNode, Literal

    if node is None:
        return None
    if isinstance(node, Literal):
        datatype = None if node.language or str(node.datatype) == f"{XSD}string" else node.datatype
        return Term(value=str(node), datatype=str(datatype) if datatype else None, language=node.language)
    return Term(value=str(node), kind="bnode" if isinstance(node, BNode) else "iri")
