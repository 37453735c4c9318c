"""Nodes stand apart, and in every run in the same places."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_graph.network import layout
from sco_graph.network.projection import graph_of

from . import samples

Box = tuple[float, float]


def overlapping(places: dict[str, tuple[int, int]], boxes: dict[str, Box]) -> list[tuple[str, str]]:
    return [
        (one, other)
        for one, other in combinations(places, 2)
        if all(
            abs(places[one][axis] - places[other][axis]) < (boxes[one][axis] + boxes[other][axis]) / 2 - 1.5
            for axis in (0, 1)
        )
    ]


@pytest.mark.parametrize(("officials", "interactions", "summits"), [(2, 1, 0), (10, 14, 0), (60, 90, 1), (150, 60, 2)])
def test_no_two_boxes_overlap(officials: int, interactions: int, summits: int) -> None:
    graph = graph_of(samples.chronicle(officials, interactions, summits))
    boxes = dict.fromkeys(graph, (110.0, 44.0))
    places = layout.positions(graph, boxes)
    assert list(places) == sorted(graph, key=list(places).index)
    assert set(places) == set(graph)
    assert overlapping(places, boxes) == []


def test_a_large_component_is_laid_out_by_springs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "_STRESS_LIMIT", 10)
    graph = graph_of(samples.chronicle(60, 90))
    boxes = dict.fromkeys(graph, (20.0, 20.0))
    places = layout.positions(graph, boxes)
    assert places == layout.positions(graph, boxes)
    assert overlapping(places, boxes) == []


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda e: e[0] != e[1]), max_size=20))
def test_any_network_can_be_laid_out(ties: list[tuple[int, int]]) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from("abcdefghij")
    graph.add_edges_from(("abcdefghij"[one], "abcdefghij"[other]) for one, other in sorted(ties))
    boxes = {node: (60.0 + 10 * number, 30.0) for number, node in enumerate(graph)}
    assert overlapping(layout.positions(graph, boxes), boxes) == []


def test_nothing_to_lay_out() -> None:
    assert layout.positions(nx.Graph(), {}) == {}


def test_places_do_not_hang_on_hashes() -> None:
    code = (
        "import networkx as nx; from sco_graph.network.layout import positions;"
        "g = nx.Graph(sorted({('a', 'b'), ('b', 'c'), ('c', 'd'), ('a', 'd'), ('d', 'e')}));"
        "print(positions(g, {n: (80, 30) for n in g}))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True, check=True, text=True,
        ).stdout
        for seed in ("0", "1", "2")
    }  # fmt: skip
    assert len(runs) == 1
