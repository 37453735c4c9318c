"""Queries, updates and whole graphs of one server (SPARQL 1.1 Protocol and Graph Store HTTP Protocol, W3C 2013).

An answer that is not whole is never taken for one: an answer without its length must end by itself, as JSON does, and
a server that says that it cuts answers off is told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias
from urllib.parse import urlencode

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

from ...errors import InvalidQuery, StoreUnavailable
from ...vocabulary import PREFIXES, XSD
from ..terms import Node, boolean
from .access import GRAPHS, UPDATE
from .dialect import adapted
from .line import AGAIN, Line, Reply

_FORM = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
_JSON = "application/sparql-results+json"
_TRIPLES = "application/n-triples, text/turtle;q=0.9"
# N-Triples is Turtle, which every server reads.
_TURTLE = "text/turtle; charset=utf-8"
_BOOLEAN = NamedNode(XSD + "boolean")
FEW, MANY = 200, 5_000
"""Statements of one update request, of which Virtuoso compiles each, and of one message to a graph store."""

Row: TypeAlias = tuple[Node | None, ...]


@dataclass(frozen=True, slots=True)
class Service:
    """One server, asked over a line. Raises StoreUnavailable, and InvalidQuery where the server refuses a request."""

    line: Line

    @property
    def where(self) -> str:
        """The address as messages name it."""
        return self.line.access.shown

    def solutions(self, query: str, graphs: Sequence[str] | None = None) -> QuerySolutions | QueryBoolean:
        """Answer of a SELECT or ASK query, over ``graphs`` or over all."""
        reply = self._asked(query, graphs, _JSON)
        try:
            found = parse_query_results(reply.body, QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise self._strange(reply, error) from error
        return found

    def rows(self, query: str) -> list[Row]:
        """Rows of a SELECT query of ours."""
        found = self.solutions(with_prefixes(query))
        assert isinstance(found, QuerySolutions)
        return list(self.unfolded(found))

    def unfolded(self, found: QuerySolutions) -> Iterator[Row]:
        """Rows of solutions; the answer is parsed here, so it may turn out here to be cut off."""
        names = found.variables
        try:
            for one in found:
                yield tuple(canonical(one[name]) for name in names)
        except (SyntaxError, ValueError) as error:
            what = f"its answer cannot be read ({_first(error)})"
            raise StoreUnavailable(self.where, what, f"Check that a SPARQL service is there. {AGAIN}") from error

    def triples(self, query: str, graphs: Sequence[str] | None = None) -> tuple[Triple, ...]:
        """Triples of a CONSTRUCT or DESCRIBE query, over ``graphs`` or over all, sorted, each once."""
        return tuple(sorted(set(self._parsed(self._asked(query, graphs, _TRIPLES))), key=str))

    def update(self, request: str, *, twice: bool = True) -> None:
        """Run an update request; ``twice``: to do it twice is to do it once."""
        reply = self._sent(self.line.access.update, {"update": request}, "text/plain, */*;q=0.5", twice)
        if reply.status >= 400:
            raise self._refused("update", reply, UPDATE)

    def get(self, graph: NamedNode) -> tuple[Triple, ...]:
        """Triples of a graph, in no order; none where there is no such graph."""
        return self.get_all([graph])[graph]

    def get_all(self, graphs: Sequence[NamedNode]) -> dict[NamedNode, tuple[Triple, ...]]:
        """The same of some graphs. Their triples are counted first: Virtuoso cuts graphs off without a word."""
        names = " ".join(map(str, graphs))
        counts = self.rows(
            f"SELECT ?g (COUNT(*) AS ?n) {{ VALUES ?g {{ {names} }} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g"
        )
        found: dict[NamedNode, tuple[Triple, ...]] = dict.fromkeys(graphs, ())
        for graph, number in counts:
            # A group of nothing is no group, but some servers count it.
            if isinstance(graph, NamedNode) and isinstance(number, Literal) and number.value != "0":
                found[graph] = self._whole(graph, int(number.value))
        return found

    def _whole(self, graph: NamedNode, number: int) -> tuple[Triple, ...]:
        found = tuple(self._got(graph))
        if len(found) != number:
            what = f"the server gives {len(found)} of the {number} triples of {graph}"
            remedy = "Raise its limit of rows (ResultSetMaxRows in virtuoso.ini), or wait for whoever writes to it."
            raise StoreUnavailable(self.where, what, remedy)
        return found

    def _got(self, graph: NamedNode) -> Iterator[Triple]:
        if self.line.access.graphs is None:
            for row in self.rows(f"SELECT ?s ?p ?o {{ GRAPH {graph} {{ ?s ?p ?o }} }}"):
                yield Triple(*row)  # type: ignore[arg-type]  # s and p are nodes
        else:
            reply = self._stored("GET", graph, {"Accept": _TRIPLES})
            yield from () if reply.status == 404 else self._parsed(reply)

    def put(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        """Make triples the content of a graph: in one message, where the server has a graph store."""
        if self.line.access.graphs is None:
            self.drop(graph)
            self.add(graph, triples)
        else:
            self._stored("PUT", graph, {"Content-Type": _TURTLE}, _written(triples))

    def add(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        """Add triples to a graph, some thousands a message; those that are there already do no harm."""
        if self.line.access.graphs is None:
            self._each("INSERT", graph, triples)
            return
        rest = iter(triples)
        while some := list(islice(rest, MANY)):
            self._stored("POST", graph, {"Content-Type": _TURTLE}, _written(some))

    def remove(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        """Take triples out of a graph, some hundreds a request; those that are not there do no harm."""
        self._each("DELETE", graph, triples)

    def drop(self, graph: NamedNode) -> None:
        """Take a graph away, if it is there."""
        self.update(f"DROP SILENT GRAPH {graph}")

    def _each(self, verb: str, graph: NamedNode, triples: Iterable[Triple]) -> None:
        rest = iter(triples)
        while some := list(islice(rest, FEW)):
            lines = "".join(f"{one} .\n" for one in some)
            self.update(f"{verb} DATA {{ GRAPH {graph} {{\n{lines}}} }}")

    def _asked(self, query: str, graphs: Sequence[str] | None, accept: str) -> Reply:
        fields: dict[str, str | Sequence[str]] = {"query": adapted(query, self.line.product)}
        if graphs is not None:
            fields |= {"default-graph-uri": graphs, "named-graph-uri": graphs}
        reply = self._sent(self.line.access.query, fields, accept, twice=True)
        if reply.status >= 400:
            raise self._refused("query", reply, "--store")
        self._must_be_whole(reply, accept)
        return reply

    def _sent(self, address: str, fields: dict[str, str | Sequence[str]], accept: str, twice: bool) -> Reply:
        body = urlencode(fields, doseq=True).encode()
        return self.line.send("POST", address, body=body, headers={**_FORM, "Accept": accept}, twice=twice)

    def _stored(self, method: str, graph: NamedNode, headers: dict[str, str], body: bytes = b"") -> Reply:
        address = self.line.access.graphs or ""
        there = f"{address}{'&' if '?' in address else '?'}{urlencode({'graph': graph.value})}"
        reply = self.line.send(method, there, body=body, headers=headers)
        if reply.status >= 400 and not (reply.status == 404 and method == "GET"):
            raise self._refused("graph store", reply, GRAPHS)
        self._must_be_whole(reply, headers.get("Accept", ""))
        return reply

    def _must_be_whole(self, reply: Reply, accept: str) -> None:
        if "x-sparql-maxrows" in reply.headers:
            what = f"the server cuts answers off after {reply.headers['x-sparql-maxrows']} rows"
            raise StoreUnavailable(self.where, what, "Raise ResultSetMaxRows in its virtuoso.ini, or ask for less.")
        if "x-sql-state" in reply.headers:
            told = reply.headers.get("x-sql-message", "")[:120].strip()
            what = f"the server gives a part of the answer only ({told})"
            raise StoreUnavailable(self.where, what, "Raise MaxQueryExecutionTime in virtuoso.ini, or ask for less.")
        if accept == _TRIPLES and not reply.measured and reply.status == 200:
            what = "the server does not say how long its answer is, so a part would look like the whole"
            raise StoreUnavailable(self.where, what, "Let it, or the proxy before it, answer in HTTP 1.1.")

    def _parsed(self, reply: Reply) -> Iterator[Triple]:
        turtle = "turtle" in reply.headers.get("content-type", "")
        try:
            for quad in parse(reply.body, RdfFormat.TURTLE if turtle else RdfFormat.N_TRIPLES, lenient=True):
                value = canonical(quad.object)
                assert value is not None
                yield Triple(quad.subject, quad.predicate, value)
        except (SyntaxError, ValueError) as error:
            raise self._strange(reply, error) from error

    def _strange(self, reply: Reply, error: Exception) -> StoreUnavailable:
        kind = reply.headers.get("content-type", "no type").partition(";")[0]
        what = f"its answer ({kind}) cannot be read ({_first(error)})"
        return StoreUnavailable(self.where, what, f"Check that a SPARQL service is there. {AGAIN}")

    def _refused(self, what: str, reply: Reply, setting: str) -> InvalidQuery | StoreUnavailable:
        told = reply.told.rstrip(".")
        if reply.status == 400:
            return InvalidQuery(
                f"{what} to {self.where}", f"the server refuses it ({told})", "Change what it asks for."
            )
        reason = f"its {what} service answers {reply.status}" + (f" ({told})" if told else "")
        remedy = f"Check the address that {setting} gives: docs/remote.md has those of several products."
        return StoreUnavailable(self.where, reason, remedy)


def with_prefixes(query: str) -> str:
    """The query with a declaration for each of the usual prefixes that it may use, on its first line.

    >>> with_prefixes("ASK { ?s a skos:Concept }")
    'PREFIX skos: <http://www.w3.org/2004/02/skos/core#> ASK { ?s a skos:Concept }'
    """
    used = set(re.findall(r"(\w+):", query)) & PREFIXES.keys()
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in PREFIXES if name in used) + query


def canonical(node: Node | None) -> Node | None:
    """A truth value spelled in words; Virtuoso answers with digits (XML Schema 1.1 allows both).

    >>> str(canonical(Literal("1", datatype=_BOOLEAN)))
    '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
    """
    if isinstance(node, Literal) and node.datatype == _BOOLEAN and node.value in ("0", "1"):
        return boolean(node.value == "1")
    return node


def _written(triples: Iterable[Triple]) -> bytes:
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""


def _first(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:120].rstrip(".")
