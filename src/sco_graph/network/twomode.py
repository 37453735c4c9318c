"""Networks of two modes: actors and the interactions that they took part in, or the issues discussed there.

Nothing is projected here, so nothing is lost: a meeting of forty is one node with forty ties. Beside
the count (`weight`) an edge has a share (`weight_newman`): each interaction is worth one in all, divided
among its actors or its issues.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, get_args

import networkx as nx

from . import actors as who
from .actors import Actors
from .caption import caption, what
from .chronicle import Chronicle, Interaction
from .projection import edge
from .selection import Selection, select

With = Literal["interaction", "issue"]
"""What the actors are tied with."""

_WHAT = {
    "interaction": "and the interactions that they took part in",
    "issue": "and the issues discussed where they took part",
}
_ALL = Selection()


def two_mode(
    chronicle: Chronicle,
    actors: Actors = "official",
    chosen: Selection = _ALL,
    other: With = "interaction",
    *,
    members: bool = False,
) -> nx.Graph[str]:
    """Actors tied with interactions or with issues; attributes as of `graph_of`, but for these.

    Graph: ``two_mode`` is what the actors are tied with. Node: ``mode`` is ``actor``, ``interaction`` or ``issue``,
    and ``bipartite`` 0 for actors and 1 for the others, as networkx's own functions want it; an interaction's
    ``kind`` is its class. Edge: ``roles`` beside those of a projection; ``largest`` is how many actors or
    issues shared an interaction.

    >>> from sco_graph.network.chronicle import Part
    >>> talk = Interaction(key="event/a", type="Meeting", parts=(Part(actor="state/X", role="role/host"),))
    >>> graph = two_mode(Chronicle(interactions=(talk,), kinds={"state/X": "State"}), "state")
    >>> graph.edges["state/X", "event/a"]["roles"]
    ('role/host',)
    """
    _check(actors, other)
    chronicle = select(chronicle, chosen)
    graph: nx.Graph[str] = nx.Graph(
        actors=actors, chronicle=chronicle, selection=chosen, members=members, two_mode=other,
        what=what(actors, _WHAT[other], members=members),
    )  # fmt: skip
    at = {i.key: _roles(chronicle, i, actors, members) for i in chronicle.interactions}
    _add_actors(graph, at)
    if other == "interaction":
        _add_interactions(graph, at)
    else:
        _add_issues(graph, at)
    graph.graph["title"] = caption(graph)
    return graph


def _check(actors: Actors, other: With) -> None:
    who.known(actors)
    if actors == "issue":
        raise ValueError("actors: issues take part in nothing; choose official, post, body or state")
    if other not in get_args(With):
        raise ValueError(f"with: {other!r} is none of {', '.join(get_args(With))}")


Roles = dict[str, tuple[str, ...]]


def _roles(chronicle: Chronicle, one: Interaction, actors: Actors, members: bool) -> Roles:
    """Node -> roles in which it took part."""
    found: dict[str, set[str]] = {}
    for part in one.parts:
        for node in who.nodes_of(chronicle, one, part, actors, members):
            found.setdefault(node, set()).update({part.role} - {""})
    return {node: tuple(sorted(roles)) for node, roles in sorted(found.items())}


def _add_actors(graph: nx.Graph[str], at: dict[str, Roles]) -> None:
    chronicle: Chronicle = graph.graph["chronicle"]
    posts = who.posts_of(chronicle)
    took_part: dict[str, list[Interaction]] = {}
    for one in chronicle.interactions:
        for node in at[one.key]:
            took_part.setdefault(node, []).append(one)
    for node in sorted(took_part):
        told = who.told_of(chronicle, node, posts.get(node, ()))
        graph.add_node(node, **told, interactions=tuple(took_part[node]), mode="actor", bipartite=0)


def _add_interactions(graph: nx.Graph[str], at: dict[str, Roles]) -> None:
    chronicle: Chronicle = graph.graph["chronicle"]
    for one in sorted(chronicle.interactions, key=lambda i: i.key):
        if at[one.key]:
            told = who.told_of(chronicle, one.key) | {"kind": one.type, "state": one.state}
            graph.add_node(one.key, **told, interactions=(one,), mode="interaction", bipartite=1)
    for one in chronicle.interactions:
        for node, roles in at[one.key].items():
            graph.add_edge(node, one.key, **_edge([(one, len(at[one.key]))], roles))


def _add_issues(graph: nx.Graph[str], at: dict[str, Roles]) -> None:
    chronicle: Chronicle = graph.graph["chronicle"]
    spoken = [one for one in chronicle.interactions if at[one.key]]
    for issue in sorted({issue for one in spoken for issue in one.issues}):
        there = tuple(one for one in spoken if issue in one.issues)
        graph.add_node(issue, **who.told_of(chronicle, issue), interactions=there, mode="issue", bipartite=1)
    shared: dict[tuple[str, str], list[tuple[Interaction, int]]] = {}
    for one in spoken:
        for issue in one.issues:
            for node in at[one.key]:
                shared.setdefault((node, issue), []).append((one, len(one.issues)))
    for (node, issue), found in sorted(shared.items()):
        roles = sorted({role for one, _ in found for role in at[one.key][node]})
        graph.add_edge(node, issue, **_edge(found, roles))


def _edge(found: list[tuple[Interaction, int]], roles: Iterable[str]) -> dict[str, Any]:
    share = round(sum(1 / size for _, size in found), 6)
    return edge([(one, max(size, 2)) for one, size in found]) | {
        "weight_newman": share, "largest": max(size for _, size in found), "roles": tuple(roles),
    }  # fmt: skip
