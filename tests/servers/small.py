"""A small SPARQL 1.1 server over pyoxigraph: Query, Update and Graph Store HTTP Protocol, and faults on demand.

Its default graph is the union of its graphs. Each request may meet a fault, chosen by :attr:`Server.fault`.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit
from urllib.request import parse_http_list, parse_keqv_list

import pyoxigraph as ox

Fault = str
"""``500`` or another status; ``deaf``: no answer; ``cut``: half an answer; ``gone``: the connection ends; ``endless``:
an answer without its length, half of it; ``late``: the work is done, the answer lost; empty: none."""


@dataclass
class Server:
    """What the server holds, whom it lets in, and what it does wrong."""

    store: ox.Store = field(default_factory=ox.Store)
    user: str = ""
    password: str = ""
    scheme: str = "Digest"
    fault: Callable[[str, str], Fault] = lambda method, path: ""
    union: bool = True
    seen: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    address: str = ""
    quiet: threading.Event = field(default_factory=threading.Event)

    @property
    def query(self) -> str:
        """Address of the query service."""
        return f"{self.address}/query"

    @property
    def environment(self) -> dict[str, str]:
        """What a user sets to reach the other two services."""
        return {"SCO_GRAPH_UPDATE_URL": f"{self.address}/update", "SCO_GRAPH_GRAPHS_URL": f"{self.address}/store"}

    def quads(self) -> list[str]:
        """All that is held, sorted."""
        return sorted(map(str, self.store))


@contextmanager
def serving(server: Server | None = None) -> Iterator[Server]:
    """A server on a free port of loopback, while the context lasts."""
    server = server or Server()
    http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(server))
    http.daemon_threads = True
    server.address = f"http://127.0.0.1:{http.server_address[1]}"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.quiet.set()
        http.shutdown()
        http.server_close()


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(_Handler):
        held = server

    return Handler


class _Handler(BaseHTTPRequestHandler):
    held: Server
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True  # else the kernel waits between two packets

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self._meet("GET")

    def do_POST(self) -> None:
        self._meet("POST")

    def do_PUT(self) -> None:
        self._meet("PUT")

    def do_DELETE(self) -> None:
        self._meet("DELETE")

    def _meet(self, method: str) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.held.seen.append(f"{method} {parts.path}")
        self.held.headers.append(dict(self.headers.items()))
        if self.held.user and not self._known(method):
            nonce = hashlib.md5(os.urandom(8), usedforsecurity=False).hexdigest()
            asks = f'Digest realm="lake, \\"north\\"", nonce="{nonce}", opaque="o", qop="auth", algorithm="MD5"'
            self._answer(401, b"", {"WWW-Authenticate": asks if self.held.scheme == "Digest" else 'Basic realm="lake"'})
            return
        fault = self.held.fault(method, parts.path)
        if fault == "deaf":
            self.held.quiet.wait(20)
            self.close_connection = True
        elif fault == "gone":
            self.close_connection = True
        elif fault.isdecimal():
            self._answer(int(fault), b"the lake is frozen", {})
        else:
            status, content, kind = self._done(method, parts.path, parse_qs(parts.query), body)
            self._answer(status, content, {"Content-Type": kind}, fault)

    def _known(self, method: str) -> bool:
        scheme, _, rest = self.headers.get("Authorization", "").partition(" ")
        if scheme != self.held.scheme:
            return False
        if scheme == "Basic":
            import base64

            return base64.b64decode(rest).decode() == f"{self.held.user}:{self.held.password}"
        said = parse_keqv_list(parse_http_list(rest))
        realm = 'lake, "north"'
        secret = _md5(f"{self.held.user}:{realm}:{self.held.password}")
        what = _md5(f"{method}:{self.path}")
        expected = _md5(f"{secret}:{said['nonce']}:{said['nc']}:{said['cnonce']}:auth:{what}")
        return said["username"] == self.held.user and said["response"] == expected

    def _done(self, method: str, path: str, given: dict[str, list[str]], body: bytes) -> tuple[int, bytes, str]:
        try:
            if path == "/query":
                return self._query(given | parse_qs(body.decode()))
            if path == "/update":
                self.held.store.update(parse_qs(body.decode())["update"][0])
                return 204, b"", ""
            if path == "/store":
                return self._graph(method, ox.NamedNode(given["graph"][0]), body)
        except (SyntaxError, ValueError) as error:
            return 400, str(error).encode(), "text/plain"
        return 404, b"there is nothing here", "text/plain"

    def _query(self, given: dict[str, list[str]]) -> tuple[int, bytes, str]:
        names = [ox.NamedNode(name) for name in given.get("default-graph-uri", [])]
        text = given["query"][0]
        own = "FROM" in text.replace("\n", " ").split("{")[0].upper().split()
        found = (
            self.held.store.query(text, default_graph=[*names], named_graphs=[*names])
            if names
            else self.held.store.query(text, use_default_graph_as_union=self.held.union and not own)
        )
        if isinstance(found, ox.QueryTriples):
            return 200, found.serialize(format=ox.RdfFormat.N_TRIPLES) or b"", "application/n-triples"
        content = found.serialize(format=ox.QueryResultsFormat.JSON) or b""
        return 200, content, "application/sparql-results+json"

    def _graph(self, method: str, name: ox.NamedNode, body: bytes) -> tuple[int, bytes, str]:
        store = self.held.store
        held = [quad.triple for quad in store.quads_for_pattern(None, None, None, name)]
        if method == "GET":
            content = ox.serialize(held, format=ox.RdfFormat.TURTLE) or b""
            return (200, content, "text/turtle") if held else (404, b"no such graph", "text/plain")
        read = ox.parse(body, ox.RdfFormat.TURTLE)
        come = [ox.Quad(one.subject, one.predicate, one.object, name) for one in read]  # whole, or refused
        if method in ("PUT", "DELETE"):
            store.remove_graph(name)
        store.extend(come)
        return (204 if held else 201), b"", ""

    def _answer(self, status: int, content: bytes, headers: dict[str, str], fault: Fault = "") -> None:
        if fault == "late":
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in headers.items():
            if value:
                self.send_header(name, value)
        if fault == "endless":
            self.send_header("Connection", "close")
        elif status != 204:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[: len(content) // 2] if fault in ("cut", "endless") else content)
        self.wfile.flush()
        self.close_connection = self.close_connection or fault in ("cut", "endless")


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def some(*faults: Fault) -> Callable[[str, str], Fault]:
    """The given faults, one a request, then none."""
    rest = list(faults)
    lock = threading.Lock()

    def fault(method: str, path: str) -> Fault:
        with lock:
            return rest.pop(0) if rest else ""

    return fault


def wait_for(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def always(met: Fault, *, method: str = "", path: str = "") -> Callable[[str, str], Fault]:
    """One fault for each request of a method, or to a path, or for all."""
    return lambda its_method, its_path: met if method in ("", its_method) and path in ("", its_path) else ""
