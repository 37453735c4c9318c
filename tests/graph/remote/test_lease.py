"""One writer at a time, as far as a server without locks allows."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pyoxigraph as ox
import pytest

from sco_graph import vocabulary
from sco_graph.errors import StoreUnavailable
from sco_graph.graph.remote import lease
from sco_graph.graph.store import Store
from tests.servers import small

WRITER = ox.NamedNode(vocabulary.WRITER)


def another(lake: small.Server, process: str, host: str, ago: timedelta = timedelta()) -> None:
    told = {
        "identifier": process,
        "spatial": host,
        "description": "sco-graph build",
        "modified": (datetime.now(UTC) - ago).isoformat(),
    }
    for name, value in told.items():
        property_ = ox.NamedNode(vocabulary.DCTERMS + name)
        lake.store.add(ox.Quad(WRITER, property_, ox.Literal(value), WRITER))


def test_a_second_writer_is_refused_and_told_of_the_first(lake: small.Server) -> None:
    another(lake, "12", "far-away")
    with pytest.raises(
        StoreUnavailable, match=r"process 12 on far-away \(`sco-graph build`\) is writing to it, last at"
    ):
        Store(lake.query)
    Store(lake.query, read_only=True).close()


def test_one_that_was_silent_for_long_is_given_up(lake: small.Server) -> None:
    another(lake, "12", "far-away", lease.LASTS + timedelta(seconds=1))
    with Store(lake.query) as store:
        store.load_ontology()
        told = [quad.object for quad in lake.store.quads_for_pattern(WRITER, None, None, WRITER)]
        assert ox.Literal(str(os.getpid())) in told
        assert WRITER.value not in store.graphs()
    assert not list(lake.store.quads_for_pattern(None, None, None, WRITER))


def test_one_that_died_on_this_machine_is_given_up_at_once(lake: small.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "here")
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as alive:
        another(lake, str(alive.pid), "here")
        with pytest.raises(StoreUnavailable, match=f"process {alive.pid} on here"):
            Store(lake.query)
        alive.kill()
    Store(lake.query).close()
    another(lake, "nonsense", "here")
    Store(lake.query).close()


def test_who_was_silent_for_long_and_lost_the_right_writes_no_more(
    lake: small.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "RENEWED", timedelta())
    with Store(lake.query) as store:
        lake.store.remove_graph(WRITER)
        another(lake, "12", "far-away")
        with pytest.raises(StoreUnavailable, match="process 12 on far-away"):
            store.load_ontology()
    assert list(lake.store.quads_for_pattern(None, None, None, WRITER))


def test_no_argument_of_a_command_is_told(monkeypatch: pytest.MonkeyPatch, lake: small.Server) -> None:
    monkeypatch.setattr(sys, "argv", ["/somewhere/sco-graph", "build", "--store", "http://lake.example/?key=secret"])
    with Store(lake.query):
        told = [quad.object for quad in lake.store.quads_for_pattern(None, None, None, WRITER)]
    assert ox.Literal("sco-graph build") in told


def test_a_time_that_is_none_is_long_ago(lake: small.Server) -> None:
    another(lake, "12", "far-away")
    modified = ox.NamedNode(vocabulary.DCTERMS + "modified")
    for quad in list(lake.store.quads_for_pattern(WRITER, modified, None, WRITER)):
        lake.store.remove(quad)
    Store(lake.query).close()
