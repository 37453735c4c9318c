"""Store -> files of RDF, whose bytes depend on what the store holds and on nothing else.

No hash, locale, time zone, order of documents or date of the day goes in: all
is sorted here, and written by writers of ours, since those of the libraries
order prefixes and graphs by hash, or write literals that do not come back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from ..errors import InvalidRDF
from ..files import written
from ..vocabulary import GRAPH, INFERRED
from .jsonld import jsonld
from .namespaces import Namespaces
from .rdfxml import rdfxml
from .triples import STRING, Node, Row, quoted, rank, union
from .turtle import trig, turtle

if TYPE_CHECKING:
    from ..graph.store import Store

FORMATS = ("ttl", "nt", "jsonld", "rdf", "trig", "nq")


def write(store: Store, folder: Path, formats: Iterable[str] = FORMATS) -> tuple[Path, ...]:
    """Write ``graph.<format>`` into a folder, each file as a whole or not at all.

    ``ttl``, ``nt``, ``jsonld`` and ``rdf`` hold the union of all graphs but
    ``inferred``; ``trig`` and ``nq`` hold these graphs. Raises UnwritableOutput.
    """
    rows = sorted(_row(quad) for quad in store.quads() if _name(quad.graph_name) != INFERRED)
    triples = union(rows)
    names = _names(triples)
    paths = []
    for form in formats:
        path = folder / f"graph.{form}"
        with written(path) as stream:
            stream.writelines(_WRITERS[form](rows, triples, names))
        paths.append(path)
    return tuple(paths)


def readable(triples: Iterable[Triple]) -> str:
    """Triples of a CONSTRUCT or DESCRIBE query as Turtle for people; the same triples give the same text."""
    rows = union(_row(Quad(*triple)) for triple in triples)
    return "".join(turtle(rows, _names(rows)))


def _names(rows: list[Row]) -> Namespaces:
    return Namespaces({row.subject for row in rows} | {row.object.value for row in rows if not row.object.kind})


def _row(quad: Quad) -> Row:
    predicate = quad.predicate.value
    graph = "" if isinstance(quad.graph_name, DefaultGraph) else _name(quad.graph_name)
    return Row(graph, _name(quad.subject), rank(predicate), predicate, _node(quad.object))


def _node(term: object) -> Node:
    if isinstance(term, Literal):
        return Node(1, term.value, term.language or "", "" if term.language else term.datatype.value)
    return Node(0, _name(term))


def _name(term: object) -> str:
    if isinstance(term, NamedNode):
        return term.value
    what = f"{term} is no IRI, and such a name is another in every run"
    raise InvalidRDF("the store", what, "Load the data with IRIs in place of blank nodes, in a named graph.")


def _about(rows: list[Row]) -> Iterator[str]:
    """First lines of a file: of what it is the union."""
    graphs = {row.graph.removeprefix(GRAPH) for row in rows}
    documents = sum(graph.startswith("document/") for graph in graphs)
    others = ", ".join(sorted(graph for graph in graphs if not graph.startswith("document/")))
    yield f"# Union of the graphs of {documents} documents{' and of: ' * bool(others)}{others}.\n"
    yield "# What a reasoner inferred is not in it. graph.trig and graph.nq have the same by graphs.\n\n"


def _turtle(rows: list[Row], triples: list[Row], names: Namespaces) -> Iterator[str]:
    yield from _about(rows)
    yield from turtle(triples, names)


def _lines(rows: Iterable[Row]) -> list[str]:
    """N-Triples or N-Quads in canonical form, sorted by code points."""
    return sorted(
        f"<{graph}>".join((f"<{subject}> <{predicate}> {_object(node)} ", " .\n"))
        if graph
        else f"<{subject}> <{predicate}> {_object(node)} .\n"
        for graph, subject, _, predicate, node in rows
    )


def _object(node: Node) -> str:
    kind, value, language, datatype = node
    if not kind:
        return f"<{value}>"
    if language:
        return f"{quoted(value)}@{language}"
    return quoted(value) if datatype == STRING else f"{quoted(value)}^^<{datatype}>"


_WRITERS: dict[str, Callable[[list[Row], list[Row], Namespaces], Iterable[str]]] = {
    "ttl": _turtle,
    "nt": lambda rows, triples, names: _lines(triples),
    "jsonld": lambda rows, triples, names: jsonld(triples, names),
    "rdf": lambda rows, triples, names: rdfxml(triples, names),
    "trig": lambda rows, triples, names: trig(rows, names),
    "nq": lambda rows, triples, names: _lines(rows),
}
