"""A web server on the loopback whose pages a test says."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sco_graph.corpus.web.client import Client
from sco_graph.corpus.web.limits import Limits


@dataclass
class Page:
    """What the server answers: the statuses in turn (the last one stays), headers, body, seconds between its parts."""

    body: bytes = b""
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    statuses: list[int] = field(default_factory=lambda: [200])
    pause: float = 0.0


@dataclass
class Site:
    """Pages by path, and the requests that were made: path, headers, time."""

    address: str
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str], float]] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked if path != "/robots.txt"]


@pytest.fixture
def site() -> Iterator[Site]:
    """The server, with no page as yet."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here.asked.append((self.path, dict(self.headers), time.monotonic()))
            page = here.pages.get(self.path, Page(statuses=[404]))
            status = page.statuses.pop(0) if len(page.statuses) > 1 else page.statuses[0]
            etag = page.headers.get("ETag")
            if status == 200 and etag and self.headers.get("If-None-Match") == etag:
                status = 304
            body = page.body if status != 304 else b""
            self.send_response(status)
            for name, value in page.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            half = len(body) // 2
            try:
                for part in (body[:half], body[half:]):
                    self.wfile.write(part)
                    self.wfile.flush()
                    time.sleep(page.pause)
            except OSError:
                pass  # the client has had enough, as the test wants

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    here = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield here
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def client() -> Client:
    """A client that does not pause."""
    return Client(Limits(delay=0.0, timeout=2.0, whole=2.0))
