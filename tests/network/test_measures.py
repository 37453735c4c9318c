"""Figures of a network small enough to count by hand."""

from __future__ import annotations

import networkx as nx

from sco_graph.network import measures
from sco_graph.network.chronicle import Chronicle, Part
from sco_graph.network.measures import COLUMNS
from sco_graph.network.projection import graph_of

from . import samples


def star() -> nx.Graph[str]:
    """Hub x0 with leaves x1, x2, x3; y1 and y2 apart."""
    pairs = [("x0", "x1"), ("x0", "x2"), ("x0", "x3"), ("x0", "x3"), ("y1", "y2")]
    talks = tuple(
        samples.call(f"event/t{n}", parts=(Part(actor=f"official/{one}"), Part(actor=f"official/{other}")))
        for n, (one, other) in enumerate(pairs)
    )
    kinds = {f"official/{name}": "Official" for pair in pairs for name in pair}
    return graph_of(Chronicle(interactions=talks, kinds=kinds, labels={"official/x0": {"en": "Hub", "ru": "Узел"}}))


def test_a_star_is_counted() -> None:
    table = measures(star())
    rows = [tuple(term.value if term else "" for term in row) for row in table.rows]
    assert table.columns == COLUMNS
    assert rows[0][1:] == ("Hub", "4", "3", "4", "4.0000", "0.3000", "1")
    assert [row[0].rsplit("/", 1)[-1] for row in rows] == ["x0", "x3", "x1", "x2", "y1", "y2"]
    assert [row[-1] for row in rows] == ["1", "1", "1", "1", "2", "2"]


def test_the_first_rows_in_another_language() -> None:
    table = measures(star(), top=1, language="ru")
    assert [str(term) for term in table.rows[0]][1] == "Узел"
    assert len(table.rows) == 1
