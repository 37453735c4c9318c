"""Interactions -> a weighted network of those who took part in them together.

A projection of a two-mode network (actors, interactions) onto actors. A meeting
of n parties ties each pair, n(n-1)/2 ties: so beside the count of interactions
(`weight`) an edge has the sum of 1/(n-1) over them (`weight_newman`), in which a
call of two counts as one and a summit of forty as little; M. Newman, Scientific
collaboration networks II, Phys. Rev. E 64, 016132 (2001).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations
from typing import TYPE_CHECKING, Literal, get_args

import networkx as nx

from .chronicle import Chronicle, Interaction, Part
from .reading import read
from .selection import Selection, select

if TYPE_CHECKING:
    from ..graph.store import Store

Actors = Literal["official", "body", "state"]
"""Who the nodes are."""

_ALL = Selection()

Lift = Callable[[Chronicle, Part], Iterable[str]]


def project(store: Store, actors: Actors = "official", chosen: Selection = _ALL) -> nx.Graph[str]:
    """Who took part with whom, according to the documents of a store.

    ``official`` ties persons; ``body`` lifts persons to the organisation or state
    of the post in which they took part; ``state`` lifts persons and bodies to
    their state (an international organisation has none and is left out). Nodes are
    keys, in sorted order; see `graph_of` for the attributes.
    """
    return graph_of(read(store), actors, chosen)


def graph_of(chronicle: Chronicle, actors: Actors = "official", chosen: Selection = _ALL) -> nx.Graph[str]:
    """The projection of a chronicle.

    Graph attributes: ``actors``, ``chronicle`` (what was chosen of it), ``selection``. Node: ``labels`` (language ->
    name), ``kind``, ``body``, ``state``, ``posts`` (keys, empty if unknown) and
    ``interactions`` (all it took part in, also alone). Edge: ``interactions``,
    ``weight``, ``weight_newman``, ``first``, ``last`` (days), ``largest`` (most
    participants that one of the interactions had).

    >>> talk = Interaction(key="event/a", type="Meeting", parts=(Part(actor="official/x"), Part(actor="official/y")))
    >>> graph = graph_of(Chronicle(interactions=(talk,), kinds={"official/x": "Official", "official/y": "Official"}))
    >>> graph.edges["official/x", "official/y"]["weight"]
    1
    """
    if actors not in get_args(Actors):
        raise ValueError(f"actors: {actors!r} is none of {', '.join(get_args(Actors))}")
    chronicle = select(chronicle, chosen)
    lift = _LIFTS[actors]
    took_part: dict[str, list[Interaction]] = {}
    together: dict[tuple[str, str], list[tuple[Interaction, int]]] = {}
    for interaction in chronicle.interactions:
        members = sorted({node for part in interaction.parts for node in lift(chronicle, part)})
        for member in members:
            took_part.setdefault(member, []).append(interaction)
        for pair in combinations(members, 2):
            together.setdefault(pair, []).append((interaction, len(members)))
    posts = _posts(chronicle)
    graph: nx.Graph[str] = nx.Graph(actors=actors, chronicle=chronicle, selection=chosen)
    for node in sorted(took_part):
        graph.add_node(node, **_node(chronicle, node, posts.get(node, ())), interactions=tuple(took_part[node]))
    for one, other in sorted(together):
        graph.add_edge(one, other, **_edge(together[one, other]))
    return graph


def lifted(chronicle: Chronicle, part: Part, actors: Actors) -> tuple[str, ...]:
    """The nodes that stand for a part in a projection."""
    return tuple(_LIFTS[actors](chronicle, part))


def _officials(chronicle: Chronicle, part: Part) -> Iterable[str]:
    return (part.actor,) if chronicle.kinds.get(part.actor) == "Official" else ()


def _bodies(chronicle: Chronicle, part: Part) -> Iterable[str]:
    if chronicle.kinds.get(part.actor) != "Official":
        return (part.actor,)
    return sorted({chronicle.at_body[post] for post in part.posts if post in chronicle.at_body})


def _states(chronicle: Chronicle, part: Part) -> Iterable[str]:
    bodies = _bodies(chronicle, part)
    states = {b if chronicle.kinds.get(b) == "State" else chronicle.of_state.get(b, "") for b in bodies}
    return sorted(states - {""})


_LIFTS: dict[str, Lift] = {"official": _officials, "body": _bodies, "state": _states}


def _posts(chronicle: Chronicle) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for interaction in chronicle.interactions:
        for part in interaction.parts:
            found.setdefault(part.actor, {}).update(dict.fromkeys(part.posts))
    return {actor: tuple(reversed(posts)) for actor, posts in found.items()}


def _node(chronicle: Chronicle, key: str, posts: tuple[str, ...]) -> dict[str, object]:
    body = next((chronicle.at_body[post] for post in posts if post in chronicle.at_body), "")
    kind = chronicle.kinds.get(key, "")
    near = body or key
    state = near if chronicle.kinds.get(near) == "State" else chronicle.of_state.get(near, "")
    return {"labels": dict(chronicle.labels.get(key, {})), "kind": kind, "body": body, "state": state, "posts": posts}


def _edge(shared: list[tuple[Interaction, int]]) -> dict[str, object]:
    return {
        "interactions": tuple(interaction for interaction, _ in shared),
        "weight": len(shared),
        "weight_newman": round(sum(1 / (size - 1) for _, size in shared), 6),
        "first": min((i.earliest for i, _ in shared if i.earliest), default=""),
        "last": max((i.latest for i, _ in shared if i.latest), default=""),
        "largest": max(size for _, size in shared),
    }
