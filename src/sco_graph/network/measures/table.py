"""How central each actor is: what `sco-graph network` prints beside the page.

Descriptive only: who is absent from the documents is absent here, and nothing is said of how sure the figures
are; see `intervals` for that.
"""

from __future__ import annotations

import networkx as nx

from ...model import Table, Term
from ...vocabulary import XSD, iri
from ..chronicle import Chronicle
from .central import betweenness, degree, strength, strength_newman
from .grouping import components
from .ties import ties_of

COLUMNS = ("actor", "label", "interactions", "degree", "strength", "strength_newman", "betweenness", "component")


def measures(graph: nx.Graph[str], top: int | None = None, language: str = "en") -> Table:
    """One row an actor, by strength, then key; with ``top`` only so many rows.

    ``degree`` counts partners, ``strength`` sums ``weight`` over them;
    ``component`` numbers the connected components from 1, the largest.

    >>> measures(nx.Graph()).columns[:2]
    ('actor', 'label')
    """
    ties, nodes = ties_of(graph), list(graph)
    partners, sums, newman, between = (
        count(ties).tolist() for count in (degree, strength, strength_newman, betweenness)
    )
    component = components(ties)
    chronicle: Chronicle = graph.graph.get("chronicle", Chronicle())
    ranked = sorted(range(len(nodes)), key=lambda i: (-sums[i], nodes[i]))[:top]
    return Table(
        columns=COLUMNS,
        rows=tuple(
            (
                Term(value=iri(nodes[i]), kind="iri"), Term(value=chronicle.name(nodes[i], language)),
                whole(len(graph.nodes[nodes[i]]["interactions"])), whole(partners[i]), whole(sums[i]),
                share(newman[i]), share(between[i]), whole(component[i]),
            )
            for i in ranked
        ),
    )  # fmt: skip


def whole(value: float) -> Term:
    """A count as a term."""
    return Term(value=str(round(value)), datatype=XSD + "integer")


def share(value: float) -> Term:
    """A measure as a term, with four places."""
    return Term(value=format(value, ".4f"), datatype=XSD + "decimal")
