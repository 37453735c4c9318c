"""How central each actor is: what `sco-graph network` prints beside the page.

Descriptive only: who is absent from the documents is absent here. Betweenness is
that of L. Freeman, A set of measures of centrality based on betweenness,
Sociometry 40 (1977), over unweighted paths, as a share of all pairs.
"""

from __future__ import annotations

import networkx as nx
import rustworkx as rx

from ..model import Table, Term
from ..vocabulary import XSD, iri
from .chronicle import Chronicle

COLUMNS = ("actor", "label", "interactions", "degree", "strength", "strength_newman", "betweenness", "component")


def measures(graph: nx.Graph[str], top: int | None = None, language: str = "en") -> Table:
    """One row an actor, by strength, then key; with ``top`` only so many rows.

    ``degree`` counts partners, ``strength`` sums ``weight`` over them;
    ``component`` numbers the connected components from 1, the largest.

    >>> measures(nx.Graph()).columns[:2]
    ('actor', 'label')
    """
    component = {
        node: number
        for number, nodes in enumerate(sorted(map(sorted, nx.connected_components(graph)), key=_by_size), start=1)
        for node in nodes
    }
    strength, newman = dict(graph.degree(weight="weight")), dict(graph.degree(weight="weight_newman"))
    between = _betweenness(graph)
    chronicle: Chronicle = graph.graph.get("chronicle", Chronicle())
    ranked = sorted(graph, key=lambda node: (-strength[node], node))[:top]
    return Table(
        columns=COLUMNS,
        rows=tuple(
            (
                Term(value=iri(node), kind="iri"), Term(value=chronicle.name(node, language)),
                _number(len(graph.nodes[node]["interactions"])), _number(graph.degree(node)),
                _number(strength[node]), _number(round(newman[node], 4)), _number(round(between[node], 4)),
                _number(component[node]),
            )
            for node in ranked
        ),
    )  # fmt: skip


def _by_size(nodes: list[str]) -> tuple[int, list[str]]:
    return -len(nodes), nodes


def _betweenness(graph: nx.Graph[str]) -> dict[str, float]:
    """By rustworkx: networkx takes a minute for five thousand nodes."""
    nodes = list(graph)
    place = {node: i for i, node in enumerate(nodes)}
    ties: rx.PyGraph[str, None] = rx.PyGraph(multigraph=False)
    ties.add_nodes_from(nodes)
    ties.add_edges_from_no_data([(place[one], place[other]) for one, other in graph.edges])
    found = rx.graph_betweenness_centrality(ties, parallel_threshold=len(nodes) + 1)
    return {node: found[i] for node, i in place.items()}


def _number(value: float) -> Term:
    kind = "integer" if isinstance(value, int) else "decimal"
    return Term(value=format(value, "d" if kind == "integer" else ".4f"), datatype=XSD + kind)
