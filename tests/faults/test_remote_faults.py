"""A server that is down, slow, cut in the middle, broken or closed to us: one line says where, what, what to do."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sco_graph.errors import InvalidQuery, StoreUnavailable
from sco_graph.graph.remote.access import Access, Patience
from sco_graph.graph.remote.line import Line
from sco_graph.graph.store import Store
from tests.cli.conftest import Run, releases
from tests.graph.fictional import document, facts
from tests.servers import small

JSON = {"Accept": "application/sparql-results+json"}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Nobody waits in these tests; how long one would have waited is noted."""
    pauses: list[float] = []
    waiting = Line.__init__

    def init(self: Line, *given: object, **named: object) -> None:
        waiting(self, *given, **named)  # type: ignore[arg-type]  # passed on
        self.sleep = pauses.append

    monkeypatch.setattr(Line, "__init__", init)
    return pauses


@pytest.fixture
def filled(lake: small.Server) -> small.Server:
    """A server with one document."""
    note = document()
    with Store(lake.query) as store:
        store.replace_document(note, facts(note))
    return lake


def asked(address: str) -> int:
    with Store(address, read_only=True) as store:
        return len(store.select("SELECT ?s { ?s a sco:Document }").rows)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def test_a_server_that_is_down_is_told(quick: list[float]) -> None:
    address = f"http://127.0.0.1:{free_port()}/query"
    with pytest.raises(StoreUnavailable) as caught:
        asked(address)
    assert str(caught.value).startswith(f"{address}: no server answers there (asked 5 times in ")
    assert "Start it, or check the address and the line. Then run the same command again" in str(caught.value)
    assert [round(pause / (0.5 * 2**number)) for number, pause in enumerate(quick)] == [1, 1, 1, 1]


def test_a_server_that_comes_back_is_heard(filled: small.Server, quick: list[float]) -> None:
    for fault in ("500", "503", "gone", "cut", "late", "429"):
        filled.fault = small.some(fault)
        assert asked(filled.query) == 1, fault
    assert len(quick) == 6


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (
            "500",
            r"query: the server answers 500, 5 times: the lake is frozen\. Look into its log and mend it\. Then run",
        ),
        ("504", r"query: the server answers 504, 5 times"),
        ("cut", r"query: the answer breaks off in the middle \(asked 5 times in \d+ s\)\. See whether"),
        ("gone", r"query: the connection broke \(asked 5 times in \d+ s\)\. See whether the server still runs"),
        ("endless", r"query: its answer \(application/sparql-results\+json\) cannot be read"),
        ("404", r"query: its query service answers 404 \(the lake is frozen\)\. Check the address that --store gives"),
        ("403", r"query: the server wants to know who asks \(403\)\. Set SCO_GRAPH_USER and SCO_GRAPH_PASSWORD, or"),
        ("307", r"query: the server sends one to ://\. Give that address"),
    ],
)
def test_what_a_server_does_wrong_is_told(filled: small.Server, fault: str, told: str) -> None:
    with Store(filled.query, read_only=True) as store:
        filled.fault = small.always(fault)
        with pytest.raises(StoreUnavailable, match=told):
            store.select("SELECT ?s { ?s a sco:Document }")


def test_half_a_graph_is_no_graph(filled: small.Server) -> None:
    with Store(filled.query, read_only=True) as store:
        (name,) = [name for name in store.graphs() if "/document/" in name]
        for fault, told in (("cut", "breaks off"), ("endless", "does not say how long its answer is")):
            filled.fault = small.always(fault, method="GET")
            with pytest.raises(StoreUnavailable, match=told):
                list(store.quads(name))
        filled.fault = small.always("cut", path="/query")
        with pytest.raises(StoreUnavailable, match="breaks off"):
            store.construct("CONSTRUCT WHERE { ?s ?p ?o }")


def test_a_slow_server_is_told(filled: small.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCO_GRAPH_TIMEOUT", "1")
    monkeypatch.setenv("SCO_GRAPH_TRIES", "2")
    with Store(filled.query, read_only=True) as store:
        filled.fault = small.always("deaf")
        told = (
            r"query: no answer within 1 s \(asked 2 times in 2 s\)\. Find out why it is slow, or set SCO_GRAPH_TIMEOUT"
        )
        with pytest.raises(StoreUnavailable, match=told):
            store.ask("ASK { ?s ?p ?o }")
        filled.fault = small.some("deaf")
        assert store.ask("ASK { ?s ?p ?o }")


@pytest.fixture
def trickling() -> Iterator[str]:
    """A server whose answer comes byte by byte and never ends."""
    listening = socket.create_server(("127.0.0.1", 0))
    done = threading.Event()

    def serve() -> None:
        connection, _ = listening.accept()
        with connection:
            connection.recv(65_536)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n")
            while not done.is_set():
                try:
                    connection.sendall(b" " * 20_000)
                except OSError:
                    return
                time.sleep(0.05)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/query"
    done.set()
    listening.close()
    thread.join(5)


def test_an_answer_that_never_ends_is_given_up(trickling: str) -> None:
    line = Line(Access(query=trickling, update=trickling, patience=Patience(whole=0.3, tries=1)))
    with pytest.raises(StoreUnavailable, match="no answer within"):
        line.send("GET", trickling, headers=JSON)
    line.close()


@pytest.mark.parametrize("scheme", ["Digest", "Basic"])
def test_who_is_known_is_let_in(filled: small.Server, scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    filled.user, filled.password, filled.scheme = "ivan", 'тайна: "один"', scheme
    with pytest.raises(StoreUnavailable, match=r"the server wants to know who asks \(401\)"):
        asked(filled.query)
    monkeypatch.setenv("SCO_GRAPH_USER", "ivan")
    monkeypatch.setenv("SCO_GRAPH_PASSWORD", filled.password)
    assert asked(filled.query) == 1
    monkeypatch.setenv("SCO_GRAPH_PASSWORD", "wrong")
    filled.headers.clear()
    with pytest.raises(StoreUnavailable) as caught:
        asked(filled.query)
    assert "the server refuses the user ivan (401). Check SCO_GRAPH_USER and SCO_GRAPH_PASSWORD" in str(caught.value)
    assert "wrong" not in str(caught.value)
    assert len(filled.headers) == 2  # unknown, then known and refused: nobody asks again


def test_a_token_is_sent_to_whom_it_is_meant_for(filled: small.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCO_GRAPH_TOKEN", "secret-token")
    assert asked(filled.query) == 1
    assert {one.get("Authorization") for one in filled.headers[-3:]} == {"Bearer secret-token"}
    filled.fault = small.always("401")
    with pytest.raises(StoreUnavailable, match=r"refuses the token \(401\)\. Check SCO_GRAPH_TOKEN") as caught:
        asked(filled.query)
    assert "secret" not in str(caught.value)


def test_a_request_that_may_not_be_heard_twice_is_not_sent_twice(filled: small.Server) -> None:
    with Store(filled.query) as store:
        for fault in ("late", "500", "gone"):
            filled.seen.clear()
            filled.fault = small.always(fault, path="/update")
            with pytest.raises(StoreUnavailable):
                store.update("DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } FILTER(?p = <urn:p>) }")
            assert filled.seen == ["POST /update"], fault


def test_what_the_server_does_not_understand_is_told_as_a_query(filled: small.Server) -> None:
    with Store(filled.query) as store:
        filled.fault = small.always("400")
        with pytest.raises(
            InvalidQuery, match=r"query to http://.*/query: the server refuses it \(the lake is frozen\)"
        ):
            store.ask("ASK { ?s ?p ?o }")


def test_a_default_graph_that_is_empty_is_told(filled: small.Server) -> None:
    filled.union = False
    with pytest.raises(StoreUnavailable, match="its default graph is not the union of its graphs"):
        asked(filled.query)


def test_a_closed_store_answers_no_more(filled: small.Server) -> None:
    store = Store(filled.query)
    store.close()
    store.close()
    for ask in (lambda: store.ask("ASK { }"), lambda: len(store), store.graphs, lambda: list(store.quads("urn:g"))):
        with pytest.raises(StoreUnavailable, match="it is closed"):
            ask()
    with pytest.raises(StoreUnavailable, match="on a server there is no database"):
        store.dataset()


@pytest.mark.slow
def test_the_command_line_tells_it_in_one_line(run: Run, filled: small.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = releases(Path("in"))
    filled.fault = small.always("500", method="PUT")
    result = run("build", str(documents), "--no-exports", "--store", filled.query)
    assert result.exit_code == 2
    assert "the server answers 500, 5 times: the lake is frozen" in result.stderr
    filled.fault = small.some()
    result = run("build", str(documents), "--no-exports", "--store", filled.query)
    assert result.exit_code == 0, result.stderr
    assert f"store: {filled.query}" in result.stderr


@pytest.mark.parametrize("what", ["sparql", "build"])
def test_a_password_in_the_address_is_refused_and_not_shown(run: Run, lake: small.Server, what: str) -> None:
    address = lake.query.replace("http://", "http://ivan:secret@") + "?key=secret"
    given = ["ASK { ?s ?p ?o }"] if what == "sparql" else []
    result = run(what, *given, "--store", address)
    assert result.exit_code == 2
    assert "secret" not in result.output + result.stderr
    assert "a name or password stands in the address. Take them out, and set SCO_GRAPH_USER" in result.stderr
    assert lake.seen == []
