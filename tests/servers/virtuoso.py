"""A Virtuoso of our own on loopback: its own settings in a folder, made ready as ``docs/remote.md`` says."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

USER, PASSWORD = "sco", "a password of yours"
SETTINGS = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
MaxClientConnections = 10
CaseMode = 2
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 10
MaxClientConnections = 10
KeepAliveTimeout = 15
MaxKeepAlives = 10
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = {rows}
MaxQueryCostEstimationTime = 400
MaxQueryExecutionTime = 60
"""


@dataclass(frozen=True, slots=True)
class Virtuoso:
    """A running server."""

    address: str

    @property
    def query(self) -> str:
        """The service for those who log in; from it follow the other two."""
        return f"{self.address}/sparql-auth"

    @property
    def environment(self) -> dict[str, str]:
        """What a user sets."""
        return {"SCO_GRAPH_USER": USER, "SCO_GRAPH_PASSWORD": PASSWORD}


@contextmanager
def running(folder: Path, root: Path, rows: int = 10_000_000) -> Iterator[Virtuoso]:
    """A Virtuoso whose files lie in a folder, while the context lasts; it answers at most so many rows."""
    program, isql = shutil.which("virtuoso-t"), shutil.which("isql-vt")
    if not program or not isql:
        pytest.skip("Virtuoso is not installed: apt-get install virtuoso-opensource-7")
    sql, http = _free_port(), _free_port()
    (folder / "virtuoso.ini").write_text(SETTINGS.format(sql=sql, http=http, rows=rows), "utf-8")
    with subprocess.Popen(
        [program, "+foreground", "+configfile", "virtuoso.ini"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            server = Virtuoso(f"http://127.0.0.1:{http}")
            _await(server, process)
            steps = folder / "prepare.sql"
            steps.write_text(_steps(root), "utf-8")
            given = [isql, f"127.0.0.1:{sql}", "dba", "dba", str(steps)]
            told = subprocess.run(given, capture_output=True, text=True, check=True, timeout=60)
            assert "Error" not in told.stdout + told.stderr, told
            yield server
        finally:
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()


def _steps(root: Path) -> str:
    page = (root / "docs" / "remote.md").read_text("utf-8")
    (found,) = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    return str(found)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _await(server: Virtuoso, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 120
    while True:
        assert process.poll() is None
        try:
            with urlopen(f"{server.address}/sparql?query=ASK%7B%7D", timeout=5):
                return
        except (URLError, ConnectionError, TimeoutError):
            assert time.monotonic() < end
            time.sleep(0.2)


def empty(server: Virtuoso) -> None:
    """Take away what a test has left: all graphs of ours."""
    from pyoxigraph import NamedNode

    from sco_graph import vocabulary
    from sco_graph.graph.remote.access import access_to
    from sco_graph.graph.remote.line import Line
    from sco_graph.graph.remote.lookups import Lookups
    from sco_graph.graph.remote.service import Service

    service = Service(Line(access_to(server.query, server.environment)))
    for name in (*Lookups(service).names(), *vocabulary.JOURNALS):
        service.drop(NamedNode(name))
