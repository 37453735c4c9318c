"""Queries: parameters that are bound, answers as tables, and errors that tell where."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store

from ..errors import InvalidQuery
from ..model import Table, Term
from ..vocabulary import PREFIXES
from . import dates, terms

Value: TypeAlias = Term | NamedNode | Literal | str | int | float | bool | datetime.date

# Comments, IRIs and strings are matched so that what looks like a word or a brace inside them is passed over.
_TOKEN = re.compile(
    r"""(?P<skip>\#[^\n]*|<[^<>"{}|^`\\\x00-\x20]*>
    |\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}
    |"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |[?$](?P<variable>\w+)|(?P<brace>[{}])|(?P<word>[\w:.-]+)""",
    re.VERBOSE | re.DOTALL,
)
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def bind(sparql: str, bindings: Mapping[str, Value]) -> str:
    """The query with a VALUES block at the head of its outermost group, so that parameters are bound.

    A parameter is visible where SPARQL's scoping has it: in the patterns and filters of that
    group, not inside a sub-select that does not project it. Raises InvalidQuery when
    the query does not use it.

    >>> bind("SELECT ?who WHERE { ?who a ?kind }", {"kind": Term(value="urn:Person", kind="iri")})
    'SELECT ?who WHERE { VALUES (?kind) { (<urn:Person>) } ?who a ?kind }'
    """
    if not bindings:
        return sparql
    used = {match["variable"] for match in _TOKEN.finditer(sparql)}
    for name in bindings:
        if name not in used:
            known = ", ".join(f"?{one}" for one in sorted(filter(None, used))) or "none"
            raise InvalidQuery("query", f"it has no variable ?{name}", f"Its variables: {known}.")
    at = _outermost_group(sparql)
    names = " ".join(f"?{name}" for name in bindings)
    row = " ".join(str(term_of(value)) for value in bindings.values())
    return f"{sparql[:at]} VALUES ({names}) {{ ({row}) }}{sparql[at:]}"


def inlined(sparql: str, bindings: Mapping[str, Value]) -> str:
    """The query with the values in the place of its variables, where that means the same; else as :func:`bind` has it.

    Servers plan a constant better than a VALUES block, and Virtuoso 7 joins some of those wrongly with paths.

    >>> inlined("SELECT ?who WHERE { ?who a ?kind }", {"kind": Term(value="urn:Person", kind="iri")})
    'SELECT ?who WHERE { ?who a <urn:Person> }'
    """
    bound = bind(sparql, bindings)
    words = {(word.upper(), depth > 0) for word, _, depth in _words(sparql)}
    if words & {("MINUS", True), ("VALUES", True), ("BOUND", True), ("SELECT", True)}:
        return bound
    rest = {name: value for name, value in bindings.items() if not _is_inside(sparql, name)}
    values = {name: str(term_of(value)) for name, value in bindings.items() if name not in rest}
    text = _TOKEN.sub(lambda found: values.get(found["variable"] or "", found[0]), sparql)
    try:
        Store().query(text, prefixes=PREFIXES)
    except SyntaxError:
        return bound  # a literal where SPARQL wants an IRI: there is no answer, but a query
    return bind(text, rest)


def _is_inside(sparql: str, name: str) -> bool:
    """Whether a variable stands in patterns and filters only, not in the projection, the order or behind AS."""
    depth, before = 0, ""
    for match in _TOKEN.finditer(sparql):
        if match["brace"]:
            depth += 1 if match["brace"] == "{" else -1
        elif match["variable"] == name and (depth == 0 or before == "AS"):
            return False
        if not match["skip"]:
            before = (match["word"] or "").upper()
    return True


def has_dataset(sparql: str) -> bool:
    """Whether the query chooses its graphs itself, by FROM or FROM NAMED.

    >>> has_dataset("SELECT * FROM <urn:g> { ?s ?p ?o }"), has_dataset('SELECT * { ?s ?p "FROM" }')
    (True, False)
    """
    return any(word.upper() == "FROM" for word, _, depth in _words(sparql) if depth == 0)


def is_ordered(sparql: str) -> bool:
    """Whether the query says in which order its rows come.

    >>> is_ordered("SELECT * { ?s ?p ?o } ORDER BY ?s"), is_ordered("SELECT * { ?s ?p ?o }")
    (True, False)
    """
    return any(word.upper() == "ORDER" for word, _, depth in _words(sparql) if depth == 0)


def refuse_remote(sparql: str) -> None:
    """Raise InvalidQuery when a query or update would ask another server: a store answers from what it holds.

    >>> refuse_remote("SELECT * { SERVICE <https://lake.example/sparql> { ?s ?p ?o } }")
    Traceback (most recent call last):
    sco_graph.errors.InvalidQuery: query: SERVICE asks another server. Leave it out: the store answers from itself.
    """
    for word, _, depth in _words(sparql):
        if word.upper() == "SERVICE" or (word.upper() == "LOAD" and depth == 0):
            raise InvalidQuery(
                "query", f"{word.upper()} asks another server", "Leave it out: the store answers from itself."
            )


def _outermost_group(sparql: str) -> int:
    """Index after the brace that opens the WHERE clause."""
    opening = [at for word, at, depth in _words(sparql) if word.upper() == "WHERE" and depth == 0]
    start = opening[-1] if opening else 0
    for match in _TOKEN.finditer(sparql, start):
        if match["brace"] == "{":
            return match.end()
    raise InvalidQuery("query", "it has no group of patterns to bind a parameter in", "Add WHERE { ... }.")


def _words(sparql: str) -> Iterator[tuple[str, int, int]]:
    depth = 0
    for match in _TOKEN.finditer(sparql):
        if match["brace"]:
            depth += 1 if match["brace"] == "{" else -1
        elif match["word"]:
            yield match["word"], match.start(), depth


def term_of(value: Value) -> NamedNode | Literal:
    """An RDF term, from what Python or an answer has: a string becomes a plain literal.

    >>> str(term_of(datetime.date(2020, 4, 29)))
    '"2020-04-29"^^<http://www.w3.org/2001/XMLSchema#date>'
    """
    if isinstance(value, NamedNode | Literal):
        return value
    if isinstance(value, datetime.date):
        return dates.typed(value.isoformat()[:10])
    if not isinstance(value, Term):
        return Literal(value)
    if value.kind == "iri":
        return _iri(value.value)
    if value.kind != "literal":
        raise InvalidQuery("query", "a blank node cannot be a parameter", "Give an IRI or a literal.")
    if value.language:
        return Literal(value.value, language=value.language)
    return Literal(value.value, datatype=_iri(value.datatype)) if value.datatype else Literal(value.value)


def _iri(value: str) -> NamedNode:
    try:
        return NamedNode(value)
    except ValueError as error:
        raise InvalidQuery("query", f"{value!r} is no IRI", "Give an absolute IRI without spaces.") from error


def table(solutions: QuerySolutions) -> Table:
    """A SELECT's solutions as a table; an unbound cell is None."""
    return table_of([variable.value for variable in solutions.variables], solutions)


def table_of(columns: Iterable[str], rows: Iterable[Iterable[terms.Node | None]]) -> Table:
    """Rows of terms of the engine as a table; an unbound cell is None."""
    return Table(columns=tuple(columns), rows=tuple(tuple(cell(node) for node in row) for row in rows))


def cell(node: terms.Node | None) -> Term | None:
    """A term of the engine as a cell of an answer."""
    if node is None:
        return None
    if isinstance(node, NamedNode):
        return Term(value=node.value, kind="iri")
    if isinstance(node, BlankNode):
        return Term(value=node.value, kind="bnode")
    if not isinstance(node, Literal):
        return Term(value=str(node))
    plain = node.language or node.datatype == terms.XSD_STRING
    return Term(value=node.value, datatype=None if plain else node.datatype.value, language=node.language)


def syntax_error(sparql: str, error: SyntaxError) -> InvalidQuery:
    """What the parser says, with the line, the column and the words at which it stopped."""
    told = _POSITION.match(str(error))
    if not told:
        return InvalidQuery("query", f"it cannot be parsed ({error})", _REMEDY)
    line, column = int(told[1]), int(told[2])
    lines = [*sparql.split("\n"), "", ""]
    before = lines[line - 1][: column - 1].strip()
    where = f"query, line {line}, column {column}"
    if "Prefix not found" in told[3]:
        return InvalidQuery(where, f"the prefix of {before.split()[-1]} is not declared", "Add a PREFIX line for it.")
    # The parser stops a little after what is wrong: so what it read last is shown.
    return InvalidQuery(where, "this is not SPARQL" + (f" after “{before[-40:]}”" if before else ""), _REMEDY)


_REMEDY = "Mend it there; the language is SPARQL 1.1."
