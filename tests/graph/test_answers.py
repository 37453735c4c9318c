"""Queries: graphs, parameters, forms, and what is said of a wrong one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode

from sco_graph.errors import InvalidQuery
from sco_graph.graph.sparql import Value, syntax_error, term_of
from sco_graph.graph.store import Store
from sco_graph.model import Term
from sco_graph.vocabulary import DECISIONS, INFERRED, ONTOLOGY

DATA = """
    INSERT DATA {
      GRAPH graph:ontology { <urn:a> <urn:p> 1 . <urn:a> <urn:q> "FROM { SERVICE"@en }
      GRAPH graph:decisions { <urn:b> <urn:p> 2 . <urn:a> <urn:p> 3 }
    }"""
INFER = "INSERT DATA { GRAPH graph:inferred { <urn:c> <urn:p> 9 } }"
NUMBERS = "SELECT ?o { ?s <urn:p> ?o }"


@pytest.fixture(params=["memory", "server", pytest.param("virtuoso", marks=pytest.mark.slow)])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """The same few triples in memory and on servers."""
    kept = {"memory": None, "server": "lake", "virtuoso": "virtuoso"}[request.param]
    with Store(request.getfixturevalue(kept).query if kept else None) as made:
        made.update(DATA)
        yield made


# What Virtuoso 7 does not do: docs/store.md has it.
beside_virtuoso = pytest.mark.parametrize("store", ["memory", "server"], indirect=True)


def values(store: Store, query: str, graphs: list[str] | None = None, **bindings: Value) -> list[str]:
    return [str(row[0]) for row in store.select(query, graphs=graphs, **bindings).rows]


def test_a_query_sees_all_graphs_as_one(store: Store) -> None:
    assert values(store, NUMBERS) == ["1", "2", "3"]


def test_inferred_triples_are_left_out_unless_asked_for(store: Store) -> None:
    store.update(INFER)
    assert values(store, NUMBERS) == ["1", "2", "3"]
    assert values(store, "SELECT ?o { GRAPH ?g { ?s <urn:p> ?o } }") == ["1", "2", "3"]
    assert values(store, NUMBERS, [*store.graphs()]) == ["1", "2", "3", "9"]
    assert values(store, NUMBERS, [INFERRED]) == ["9"]


def test_graphs_can_be_chosen_by_name_and_by_from(store: Store) -> None:
    assert values(store, NUMBERS, [ONTOLOGY]) == ["1"]
    assert values(store, "SELECT ?o FROM graph:decisions { ?s <urn:p> ?o }") == ["2", "3"]
    assert values(store, "SELECT ?o FROM NAMED graph:decisions { GRAPH ?g { ?s <urn:p> ?o } }") == ["2", "3"]


def test_words_inside_strings_comments_and_iris_are_no_keywords(store: Store) -> None:
    query = 'SELECT ?s { ?s ?p "FROM { SERVICE"@en . ?s ?p ?o FILTER(?o != <urn:FROM>) } # SERVICE FROM {'
    assert set(values(store, query)) == {"urn:a"}


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (2, ["urn:b"]),
        (Literal(2), ["urn:b"]),
        (Term(value="2", datatype="http://www.w3.org/2001/XMLSchema#integer"), ["urn:b"]),
        (Term(value="FROM { SERVICE", language="en"), ["urn:a"]),
        (Term(value="2"), []),
        ("2", []),
    ],
    ids=["int", "literal", "typed term", "tagged term", "plain term", "string"],
)
def test_a_parameter_is_a_value_of_its_type(store: Store, value: Value, found: list[str]) -> None:
    assert values(store, "SELECT ?s WHERE { ?s ?p ?o }", o=value) == found


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s { ?s ?p ?o FILTER(?o = ?n) }",
        "SELECT ?s WHERE { ?s ?p ?n }",
        "SELECT ?s { { ?s ?p ?n } UNION { ?s <urn:none> ?n } }",
        "SELECT ?s (EXISTS { ?x ?y ?n } AS ?there) WHERE { ?s ?p ?n }",
        "PREFIX a: <urn:x#> SELECT ?s # {\nWHERE { ?s ?p ?n }",
    ],
    ids=["filter", "pattern", "union", "projection", "braces"],
)
def test_a_parameter_binds_the_outermost_group(store: Store, query: str) -> None:
    assert values(store, query, n=2) == ["urn:b"]


def test_a_value_cannot_break_out_of_its_place(store: Store) -> None:
    assert values(store, "SELECT ?s { ?s ?p ?o }", o='" } } # ') == []
    with pytest.raises(InvalidQuery, match="is no IRI"):
        store.select("SELECT ?s { ?s ?p ?o }", o=Term(value="urn:a> } #", kind="iri"))


def test_each_form_has_its_answer(store: Store) -> None:
    assert store.ask("ASK { ?s ?p ?o }", s=NamedNode("urn:a"))
    assert not store.ask("ASK { <urn:none> ?p ?o }")
    made = store.construct("CONSTRUCT { ?s <urn:has> ?o } WHERE { ?s <urn:p> ?o }", s=NamedNode("urn:a"))
    assert [triple.object.value for triple in made if isinstance(triple.object, Literal)] == ["1", "3"]
    assert store.query("ASK { ?s ?p ?o }") is True


@beside_virtuoso
def test_a_description_is_what_is_said_of_a_node(store: Store) -> None:
    assert len(store.construct("DESCRIBE <urn:a>")) == 3


@pytest.mark.parametrize(
    ("method", "query"),
    [("select", "ASK { ?s ?p ?o }"), ("ask", NUMBERS), ("construct", NUMBERS)],
)
def test_the_wrong_form_is_told(store: Store, method: str, query: str) -> None:
    with pytest.raises(InvalidQuery, match="query: it"):
        getattr(store, method)(query)


def test_rows_without_an_order_come_in_one_that_is_always_the_same(store: Store) -> None:
    assert values(store, "SELECT ?o { ?s <urn:p> ?o } ORDER BY DESC(?o)") == ["3", "2", "1"]
    table = store.select("SELECT ?s ?none { ?s <urn:p> ?o OPTIONAL { ?s <urn:none> ?none } }")
    assert [row[1] for row in table.rows] == [None, None, None]


@beside_virtuoso
def test_blank_nodes_and_all_kinds_of_cells_come_out(store: Store) -> None:
    table = store.select('SELECT (BNODE() AS ?b) ("x"@en AS ?l) (1.5 AS ?d) ("y" AS ?s) {}')
    blank, tagged, number, plain = table.rows[0]
    assert blank is not None
    assert blank.kind == "bnode"
    assert tagged == Term(value="x", language="en")
    assert number == Term(value="1.5", datatype="http://www.w3.org/2001/XMLSchema#decimal")
    assert plain == Term(value="y")
    with pytest.raises(InvalidQuery, match="a blank node cannot be a parameter"):
        term_of(blank)


@beside_virtuoso
def test_a_triple_as_a_term_is_shown_as_it_is_written(store: Store) -> None:
    assert values(store, "SELECT (TRIPLE(<urn:a>, <urn:b>, 1) AS ?t) {}")[0].startswith("<urn:a> <urn:b> ")


def test_a_fault_without_a_place_is_told_all_the_same() -> None:
    assert str(syntax_error("SELECT", SyntaxError("odd"))).startswith("query: it cannot be parsed (odd). Mend it")


def test_dates_are_bound_as_dates() -> None:
    assert str(term_of(datetime.date(2020, 4, 29))).endswith("#date>")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?s {", "query, line 1, column 12: this is not SPARQL after “SELECT ?s {”"),
        ("SELECT ?s {\n ?s a }", "query, line 2, column 8: this is not SPARQL after “?s a }”"),
        ("SELECT ?s { ?s a lake:City }", "query, line 1, column 27: the prefix of lake:City is not declared"),
        ("", "query, line 1, column 1: this is not SPARQL. Mend it"),
    ],
    ids=["open", "second line", "prefix", "empty"],
)
def test_a_wrong_query_tells_where(store: Store, query: str, message: str) -> None:
    with pytest.raises(InvalidQuery) as caught:
        store.select(query)
    assert str(caught.value).startswith(message)


def test_the_place_of_an_error_is_that_of_the_text_as_it_was_given(store: Store) -> None:
    with pytest.raises(InvalidQuery, match="line 1, column 26"):
        store.select("SELECT ?s { ?s ?p ?o ?o }", s=NamedNode("urn:a"))


def test_a_parameter_that_the_query_lacks_is_told(store: Store) -> None:
    with pytest.raises(InvalidQuery, match=r"no variable \?city. Its variables: \?o, \?s"):
        store.select(NUMBERS, city="x")
    with pytest.raises(InvalidQuery, match="Its variables: none"):
        store.ask("ASK { }", city="x")
    with pytest.raises(InvalidQuery, match="no group of patterns"):
        store.select("SELECT ?s", s="x")


@pytest.mark.parametrize("query", ["SELECT * { SERVICE <urn:x> { ?s ?p ?o } }", "ASK { service silent ?x {} }"])
def test_no_other_server_is_asked(store: Store, query: str) -> None:
    with pytest.raises(InvalidQuery, match="SERVICE asks another server"):
        store.query(query)


def test_no_update_loads_from_elsewhere(store: Store) -> None:
    with pytest.raises(InvalidQuery, match="LOAD asks another server"):
        store.update("LOAD <https://lake.example/data.ttl>")


def test_what_cannot_be_evaluated_is_told(store: Store) -> None:
    with pytest.raises(InvalidQuery, match="it cannot be answered"):
        store.select("SELECT (<urn:unknown-function>(?o) AS ?x) { ?s ?p ?o }")


def test_a_wrong_update_tells_where_and_changes_nothing(store: Store) -> None:
    before = list(store.quads(DECISIONS))
    with pytest.raises(InvalidQuery, match="line 2, column"):
        store.update("DROP GRAPH graph:decisions ;\nINSERT DATA { oops }")
    assert list(store.quads(DECISIONS)) == before
