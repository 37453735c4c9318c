"""One contract for every way to hold the graph: on disk, in memory, as an rdflib Dataset, on a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset
from rdflib.term import Literal, Node, URIRef

from sco_graph.graph.store import Store
from sco_graph.model import LocalId, Mode, Status
from sco_graph.vocabulary import PREFIXES
from tests.servers import small, virtuoso

from .fictional import authority, document, facts

# rdflib's own reader and its SPARQL engine use what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\.(default_context|contexts) is deprecated:DeprecationWarning")

Row = tuple[str | None, ...]
Ask = Callable[[str], list[Row]]

QUERIES = {
    "interactions": "SELECT ?event (COUNT(?account) AS ?n) { ?event sco:account ?account } GROUP BY ?event",
    "participants": "SELECT ?event ?actor { ?event a sco:Interaction ; sco:hasParticipant ?actor }",
    "chairs": "SELECT ?actor { ?event sco:chairedBy ?actor }",
    "labels": "SELECT ?name (LANG(?name) AS ?in) { ?thing skos:prefLabel ?name }",
    "between two days": """SELECT ?event { ?event a sco:Interaction ; sco:earliestDate ?first ; sco:latestDate ?last
        FILTER(?first >= "2020-01-01"^^xsd:date && ?last <= "2020-12-31"^^xsd:date) }""",
    "who held a post": """SELECT ?who { ?tenure sco:holder ?who ; sco:earliestDate ?first
        OPTIONAL { ?tenure sco:latestDate ?last }
        FILTER(?first <= "2020-04-29"^^xsd:date && (!BOUND(?last) || ?last >= "2020-04-29"^^xsd:date)) }""",
    "quotes": """SELECT ?property ?quote { ?claim sco:evidence ?piece .
        ?piece sco:quote ?quote ; sco:supports ?property }""",
    "statements": "SELECT ?speaker ?issue { ?said a sco:Statement ; sco:speaker ?speaker ; sco:about ?issue }",
    "contradictions": "SELECT ?line { ?event sco:contradiction ?line }",
    "graphs": "SELECT ?graph (COUNT(*) AS ?n) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph",
    "triples": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "path": "SELECT ?event ?name { ?event sco:participation/sco:inCapacity/skos:prefLabel ?name }",
}


def fill(store: Store) -> None:
    """Three documents that tell of one meeting, one of them of a second."""
    store.load_ontology()
    store.load_authority(authority())
    for name, mode, published in (("a", Mode.IN_PERSON, None), ("b", Mode.VIDEO, "2020-05-01")):
        note = document(name, published=published)
        store.replace_document(note, facts(note, mode=mode))
    note = document("c")
    said = facts(note)
    plan = replace(said.events[0], id=LocalId("e2"), main=False, date="2021", status=Status.PLANNED)
    store.replace_document(note, replace(said, events=(*said.events, plan)))


def of_store(store: Store) -> Ask:
    def ask(query: str) -> list[Row]:
        return sorted(
            (tuple(cell.value if cell else None for cell in row) for row in store.select(query).rows), key=str
        )

    return ask


def of_dataset(dataset: Dataset) -> Ask:
    def ask(query: str) -> list[Row]:
        rows = dataset.query(query, initNs=PREFIXES)
        return sorted((tuple(_value(cell) for cell in row) for row in rows), key=str)  # type: ignore[union-attr]  # a SELECT has rows

    return ask


def _value(node: Node | None) -> str | None:
    return str(node) if isinstance(node, Literal | URIRef) else None


@pytest.fixture(scope="module")
def memory() -> Iterator[Store]:
    with Store() as store:
        fill(store)
        yield store


BACKENDS = ["memory", "disk", "reader", "view", "rdflib", "server", pytest.param("virtuoso", marks=pytest.mark.slow)]


@pytest.fixture(scope="module", params=BACKENDS)
def backend(request: pytest.FixtureRequest, memory: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Each way to hold the same graph."""
    if request.param == "memory":
        yield of_store(memory)
    elif request.param == "server":
        with small.serving() as server:
            yield from on_server(server.query, server.environment)
    elif request.param == "virtuoso":
        real = request.getfixturevalue("virtuoso_server")
        virtuoso.empty(real)
        yield from on_server(real.query, real.environment)
    elif request.param == "view":
        yield of_dataset(memory.dataset())
    elif request.param == "rdflib":
        dataset = Dataset(default_union=True)
        written = ox.serialize(memory.quads(), format=ox.RdfFormat.N_QUADS)
        assert written
        dataset.parse(data=written.decode(), format="nquads")
        yield of_dataset(dataset)
    else:
        yield from on_disk(tmp_path_factory.mktemp("store"), read_only=request.param == "reader")


def on_disk(folder: Path, *, read_only: bool) -> Iterator[Ask]:
    with Store(folder) as store:
        fill(store)
    with Store(folder, read_only=read_only) as store:
        yield of_store(store)


def on_server(address: str, environment: Mapping[str, str]) -> Iterator[Ask]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        with Store(address) as store:
            fill(store)
        with Store(address, read_only=True) as store:
            yield of_store(store)


@pytest.mark.parametrize("name", QUERIES)
def test_every_backend_gives_the_same_answer(backend: Ask, memory: Store, name: str) -> None:
    expected = of_store(memory)(QUERIES[name])
    assert expected
    assert backend(QUERIES[name]) == expected


def test_no_triple_is_counted_twice(backend: Ask, memory: Store) -> None:
    assert backend(QUERIES["triples"]) == [(str(len(list(memory.triples()))),)]
    assert len(list(memory.triples())) == len(memory)


def test_disk_and_memory_hold_the_same_bytes(memory: Store, tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        fill(store)
        written = ox.serialize(store.quads(), format=ox.RdfFormat.N_QUADS)
    assert written == ox.serialize(memory.quads(), format=ox.RdfFormat.N_QUADS)
