"""Interactions -> a weighted network of those who took part in them together.

A projection of a two-mode network (actors, interactions) onto actors. Whom an interaction ties
is chosen by a rule for dyads (`dyads`), since a meeting of n parties has n(n-1)/2 pairs. Beside the
count of interactions (`weight`) an edge has the sum of 1/(n-1) over them (`weight_newman`), in which a
call of two counts as one and a summit of forty as little; M. Newman, Scientific
collaboration networks II, Phys. Rev. E 64, 016132 (2001).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from ..vocabulary import iri
from . import actors as who
from .actors import Actors, lifted
from .caption import TIES, caption, what
from .chronicle import Chronicle, Interaction
from .dyads import CHAIRS, Dyads, Gathering, gathering, known, ties
from .reading import read
from .selection import Selection, select

if TYPE_CHECKING:
    from ..graph.store import Store

__all__ = ["Actors", "Dyads", "Network", "edge", "graph_of", "lifted", "project"]

Network: TypeAlias = "nx.Graph[str]"
"""What a projection gives; nodes are keys."""

_ALL = Selection()


def project(
    store: Store,
    actors: Actors = "official",
    chosen: Selection = _ALL,
    dyads: Dyads = "pairs",
    *,
    members: bool = False,
    words: bool = True,
) -> nx.Graph[str]:
    """Who took part with whom, according to the documents of a store; see `graph_of`.

    Without ``words`` quotes are not read: a matter of seconds where the store is large.
    """
    return graph_of(read(store, words=words), actors, chosen, dyads, members=members)


def graph_of(
    chronicle: Chronicle,
    actors: Actors = "official",
    chosen: Selection = _ALL,
    dyads: Dyads = "pairs",
    *,
    members: bool = False,
) -> nx.Graph[str]:
    """The projection of a chronicle; nodes are keys, in sorted order.

    ``official`` ties persons; ``post`` the posts in which they took part; ``body`` lifts persons to the organisation or
    state of the post; ``state`` lifts persons and bodies to their state: an international organisation has none and
    is left out, or, with ``members``, stands for the states that were its members on that day. ``issue``
    ties issues discussed at one interaction, whatever ``dyads`` says. See `dyads` for whom an interaction ties.

    Graph attributes: ``actors``, ``chronicle`` (what was chosen of it), ``selection``, ``dyads``, ``members``,
    ``title``. Node: ``labels`` (language -> name), ``kind``, ``body``, ``state``, ``posts`` (keys, empty if
    unknown), ``mode`` and ``interactions`` (all it took part in, also alone). Edge: see `edge`.

    >>> from sco_graph.network.chronicle import Part
    >>> talk = Interaction(key="event/a", type="Meeting", parts=(Part(actor="official/x"), Part(actor="official/y")))
    >>> graph = graph_of(Chronicle(interactions=(talk,), kinds={"official/x": "Official", "official/y": "Official"}))
    >>> graph.edges["official/x", "official/y"]["weight"]
    1
    """
    who.known(actors)
    known(dyads)
    chronicle = select(chronicle, chosen)
    rule: Dyads = "all" if actors == "issue" else dyads
    posts = who.posts_of(chronicle)
    took_part: dict[str, list[Interaction]] = {}
    together: dict[tuple[str, str], list[tuple[Interaction, int]]] = {}
    for interaction in chronicle.interactions:
        there = gathered(chronicle, interaction, actors, posts, members=members)
        for member in there.members:
            took_part.setdefault(member, []).append(interaction)
        for pair in ties(there, rule):
            together.setdefault(pair, []).append((interaction, len(there.members)))
    graph: nx.Graph[str] = nx.Graph(
        actors=actors, chronicle=chronicle, selection=chosen, dyads=rule, members=members,
        what=what(actors, "discussed at the same interaction" if actors == "issue" else TIES[rule], members=members),
    )  # fmt: skip
    mode = "issue" if actors == "issue" else "actor"
    for node in sorted(took_part):
        told = who.told_of(chronicle, node, posts.get(node, ()))
        graph.add_node(node, **told, interactions=tuple(took_part[node]), mode=mode)
    for one, other in sorted(together):
        graph.add_edge(one, other, **edge(together[one, other]))
    graph.graph["title"] = caption(graph)
    return graph


def gathered(
    chronicle: Chronicle, one: Interaction, actors: Actors, posts: who.Posts, *, members: bool = False
) -> Gathering:
    """Who was at an interaction, as nodes on sides; issues are each a side of its own."""
    if actors == "issue":
        return gathering((issue, (issue,), False) for issue in one.issues)
    return gathering(
        (who.side(chronicle, part, posts), who.nodes_of(chronicle, one, part, actors, members), part.role in CHAIRS)
        for part in one.parts
    )


def edge(shared: list[tuple[Interaction, int]]) -> dict[str, object]:
    """Attributes of an edge, from its interactions and how many actors each had.

    ``interactions``; ``weight``, ``weight_newman``; ``first``, ``last`` (days); ``largest`` (most actors that one of
    them had); ``kinds``, ``modes``, ``issues``, ``documents`` (codes and keys, sorted); ``iris`` of the interactions.
    """
    found = tuple(interaction for interaction, _ in shared)
    return {
        "interactions": found,
        "weight": len(shared),
        "weight_newman": round(sum(1 / (size - 1) for _, size in shared), 6),
        "first": min((i.earliest for i in found if i.earliest), default=""),
        "last": max((i.latest for i in found if i.latest), default=""),
        "largest": max(size for _, size in shared),
        "kinds": tuple(sorted({i.type for i in found})),
        "modes": tuple(sorted({i.mode for i in found} - {""})),
        "issues": tuple(sorted({issue for i in found for issue in i.issues})),
        "documents": tuple(sorted({document for i in found for document in i.documents})),
        "iris": tuple(iri(i.key) for i in found),
    }
