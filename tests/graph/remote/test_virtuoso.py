"""What is peculiar to a real Virtuoso: literals, limits, credentials, and two faults that are worked around."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from sco_graph.errors import StoreUnavailable
from sco_graph.graph.remote.backend import Remote
from sco_graph.graph.store import Store
from sco_graph.vocabulary import DECISIONS
from tests.servers import virtuoso as real
from tests.servers.virtuoso import Virtuoso

pytestmark = pytest.mark.slow

LITERALS = {
    "date": '"2020-04-29"^^xsd:date',
    "first date": '"0001-01-01"^^xsd:date',
    "year": '"2019"^^xsd:gYear',
    "month": '"2019-05"^^xsd:gYearMonth',
    "true": '"true"^^xsd:boolean',
    "false": '"false"^^xsd:boolean',
    "decimal": '"0.123457"^^xsd:decimal',
    "negative": '"-12.5"^^xsd:decimal',
    "one": '"1"^^xsd:decimal',
    "integer": '"7"^^xsd:integer',
    "empty": '""',
    "spaces": '"  two  "',
    "lines": r'"a\nb\r\n\tc \"d\" \\ \'e\'"',
    "Russian": '"ШОС"@ru',
    "Chinese": '"上海合作组织"@zh',
    "beyond the first plane": '"😀𠀀"',
    "combining": '"й é"',
    "markup": '"<script>&amp;</script>"',
    "long": '"' + "Шанхай " * 2_000 + '"',
}


def test_every_kind_of_literal_comes_back_as_it_went(virtuoso: Virtuoso) -> None:
    lines = [f"<urn:{number}> <urn:p> {literal} ." for number, literal in enumerate(LITERALS.values())]
    request = f"INSERT DATA {{ GRAPH graph:decisions {{ {' '.join(lines)} }} }}"
    with Store() as memory:
        memory.update(request)
        expected = list(memory.quads())
        with Store(virtuoso.query) as store:
            remote = store._backend
            assert isinstance(remote, Remote)
            graph, triples = NamedNode(DECISIONS), [quad.triple for quad in expected]
            remote._service.put(graph, triples)
            assert [str(quad) for quad in store.quads()] == [str(quad) for quad in expected]
            query = "SELECT ?s ?o { ?s <urn:p> ?o }"
            assert store.select(query) == memory.select(query)
            short = [triple for triple in triples if len(str(triple.object)) < 1_000]
            for triple in short:
                assert isinstance(triple.object, Literal)
                assert isinstance(triple.subject, NamedNode)
                assert store.ask("ASK { ?s <urn:p> ?o }", s=triple.subject, o=triple.object), triple
            remote._service.remove(graph, triples)
            assert list(store.quads()) == []


def test_who_is_not_known_is_told(virtuoso: Virtuoso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCO_GRAPH_PASSWORD", "wrong")
    with pytest.raises(StoreUnavailable, match=r"the server refuses the user sco \(401\)\. Check SCO_GRAPH_USER"):
        Store(virtuoso.query)
    monkeypatch.delenv("SCO_GRAPH_USER")
    with pytest.raises(StoreUnavailable, match=r"the server wants to know who asks \(401\)\. Set SCO_GRAPH_USER"):
        Store(virtuoso.query)
    with Store(virtuoso.query.removesuffix("-auth"), read_only=True) as store:
        assert not store.ask("ASK { ?s ?p ?o }")  # everybody may read, and sees none of Virtuoso's own graphs


def test_an_answer_that_virtuoso_cuts_off_is_no_answer(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with real.running(tmp_path, root, rows=100) as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        lines = " ".join(f"<urn:{number}> <urn:p> {number} ." for number in range(150))
        with Store(server.query) as store:
            store.update(f"INSERT DATA {{ GRAPH graph:decisions {{ {lines} }} }}")
            assert len(store.select("SELECT ?s { ?s <urn:p> ?o } LIMIT 90").rows) == 90
            with pytest.raises(StoreUnavailable, match="the server gives 101 of the 150 triples"):
                list(store.quads())  # the graph store says nothing of it
            with pytest.raises(StoreUnavailable, match=r"the server cuts answers off after 100 rows\. Raise"):
                store.select("SELECT ?s { ?s <urn:p> ?o }")
            with pytest.raises(StoreUnavailable, match="the server cuts answers off"):
                store.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")


def test_dates_are_compared(virtuoso: Virtuoso) -> None:
    lines = " ".join(f'<urn:{year}> <urn:p> "{year}-01-01"^^xsd:date .' for year in range(1990, 2030))
    with Store(virtuoso.query) as store:
        store.update(f"INSERT DATA {{ GRAPH graph:decisions {{ {lines} }} }}")
        for sign, number in (("<=", 31), ("<", 30), (">=", 10), (">", 9)):
            query = f'SELECT ?s {{ ?s <urn:p> ?day FILTER(?day {sign} "2020-01-01"^^xsd:date) }}'
            assert len(store.select(query).rows) == number
