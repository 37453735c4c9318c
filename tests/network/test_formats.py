"""GEXF, GraphML and CSV are read again and hold what the network holds."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import networkx as nx
import pytest

from sco_graph.network import write
from sco_graph.network.formats import flat, text
from sco_graph.network.projection import graph_of

from . import samples


@pytest.fixture
def network() -> nx.Graph[str]:
    return graph_of(samples.chronicle(12, 20, 1))


@pytest.mark.parametrize(("form", "read"), [("gexf", nx.read_gexf), ("graphml", nx.read_graphml)])
def test_xml_formats_come_back(network: nx.Graph[str], tmp_path: Path, form: str, read: object) -> None:
    path = write(network, tmp_path / f"network.{form}", form)  # type: ignore[arg-type]
    again = read(path)  # type: ignore[operator]
    plain = flat(network)
    assert set(again) == set(plain)
    assert {frozenset(edge) for edge in again.edges} == {frozenset(edge) for edge in plain.edges}
    for one, other, data in plain.edges(data=True):
        found = again.edges[one, other]
        assert {name: found[name] for name in data} == data
    for node, data in plain.nodes(data=True):
        assert {name: again.nodes[node][name] for name in data} == data


def test_no_date_of_the_day_is_written(network: nx.Graph[str]) -> None:
    assert "lastmodified" not in text(network, "gexf")
    assert text(network, "gexf") == text(network, "gexf")


def test_csv_lists_the_ties(network: nx.Graph[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(text(network, "csv"))))
    assert [(row["source"], row["target"]) for row in rows] == list(network.edges)
    assert [int(row["weight"]) for row in rows] == [data["weight"] for _, _, data in network.edges(data=True)]


def test_cells_that_would_run_and_characters_that_xml_lacks_are_made_harmless() -> None:
    chronicle = samples.small()
    chronicle.labels[samples.IVAN]["en"] = "=HYPERLINK(1)\x0b"  # type: ignore[index]  # a dict in the sample
    graph = graph_of(chronicle)
    rows = list(csv.DictReader(io.StringIO(text(graph, "csv"))))
    assert rows[0]["target_label"] == "'=HYPERLINK(1)\ufffd"
    assert "\x0b" not in text(graph, "graphml")


def test_the_page_is_one_of_the_formats(tmp_path: Path) -> None:
    path = write(graph_of(samples.small()), tmp_path / "network.html")
    assert path.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_another_format_is_refused(network: nx.Graph[str]) -> None:
    with pytest.raises(ValueError, match="'pdf' is none of html, gexf, graphml, csv"):
        text(network, "pdf")  # type: ignore[arg-type]  # that is the point
