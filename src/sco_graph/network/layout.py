"""Where the nodes of a network stand: computed once, the same in every run.

Each connected component is laid out by itself. A small one: by stress majorisation
(E. Gansner, Y. Koren, S. North, Graph drawing by stress majorization, GD 2004)
over path lengths in which a strong tie is short and one between two communities
long. A large one: each community so, then the communities beside each other, so
that groups stay apart where there are any; one without, by a seeded spring model.
Then boxes are pushed apart until none overlaps, and components are packed.
Nothing depends on a hash or on a clock; coordinates are whole pixels, since the
last bits of floating-point sums differ between machines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from .packing import packed, separated

Box = tuple[float, float]
"""Width and height, in pixels, that a node and its label need."""

Points = NDArray[np.float64]
"""One row (x, y) a node."""

_STRESS_LIMIT = 400
"""Largest set of nodes for the stress model, whose matrices grow with the square."""

_BETWEEN = 2.0
"""Length of a tie between two communities to that of one within."""

_ASPECT = 1.4
"""Width of a component to its height that is aimed at."""

_SPACE = 1.4
"""Room given to a component before boxes are separated, as a multiple of the sum of its boxes."""


def positions(
    graph: nx.Graph[str], boxes: Mapping[str, Box], groups: Mapping[str, int] | None = None
) -> dict[str, tuple[int, int]]:
    """Centre of every node, in whole pixels around the origin; no two boxes overlap.

    ``groups`` numbers the communities that are to stand apart.

    >>> graph = nx.Graph([("a", "b")], **{})
    >>> places = positions(graph, {"a": (80, 30), "b": (80, 30)})
    >>> places == positions(graph, {"a": (80, 30), "b": (80, 30)})
    True
    """
    groups = groups or dict.fromkeys(graph, 0)
    blocks: list[tuple[list[str], Points]] = []
    components = sorted((sorted(c) for c in nx.connected_components(graph)), key=lambda c: (-len(c), c))
    for nodes in components:
        sizes = _sizes(nodes, boxes)
        blocks.append((nodes, separated(_component(graph, nodes, sizes, groups), sizes)))
    shifts = packed([(points, _sizes(nodes, boxes)) for nodes, points in blocks])
    return {
        node: (round(float(x)), round(float(y)))
        for (nodes, points), shift in zip(blocks, shifts, strict=True)
        for node, (x, y) in zip(nodes, points + shift, strict=True)
    }


def _sizes(nodes: Sequence[str], boxes: Mapping[str, Box]) -> Points:
    return np.array([boxes[n] for n in nodes], dtype=float)


def _component(graph: nx.Graph[str], nodes: Sequence[str], sizes: Points, groups: Mapping[str, int]) -> Points:
    if len(nodes) == 1:
        return np.zeros((1, 2))
    if len(nodes) > _STRESS_LIMIT and len({groups[node] for node in nodes}) > 1:
        return _nested(graph, nodes, sizes, groups)
    ties = _ties(graph, nodes)
    points = _stress(_lengths(ties, [groups[n] for n in nodes])) if len(nodes) <= _STRESS_LIMIT else _spring(ties)
    return _scaled(_turned(points), sizes)


def _nested(graph: nx.Graph[str], nodes: Sequence[str], sizes: Points, groups: Mapping[str, int]) -> Points:
    """Every community laid out by itself in a disc, and the discs beside those they have most ties with."""
    members: dict[int, list[int]] = {}
    for at, node in enumerate(nodes):
        members.setdefault(groups[node], []).append(at)
    local = {
        group: _component(graph, [nodes[i] for i in inside], sizes[inside], dict.fromkeys(nodes, 0))
        for group, inside in sorted(members.items())
    }
    reach = np.array([float(np.hypot(*(points - points.mean(axis=0)).T).max()) + 60 for points in local.values()])
    centres = _discs(_between(graph, nodes, groups, list(local)), reach)
    points = np.zeros((len(nodes), 2))
    for group, centre in zip(local, centres, strict=True):
        points[members[group]] = local[group] - local[group].mean(axis=0) + centre
    return points


def _between(graph: nx.Graph[str], nodes: Sequence[str], groups: Mapping[str, int], order: Sequence[int]) -> Points:
    """Summed weight of the ties between each two groups."""
    place = {group: i for i, group in enumerate(order)}
    found = np.zeros((len(order), len(order)))
    for one, other, weight in sorted(graph.edges(nodes, data="weight_newman", default=1.0)):
        found[place[groups[one]], place[groups[other]]] += weight
    return np.asarray(found + found.T)


def _discs(shared: Points, reach: Points) -> Points:
    """Centres of discs that do not overlap, near to each other where they share much."""
    apart = reach[:, None] + reach[None, :]
    expected = np.sqrt(np.outer(shared.sum(axis=1), shared.sum(axis=1))) + 1e-9
    lengths = apart * (1 + 1 / (0.5 + 8 * shared / expected))
    np.fill_diagonal(lengths, 0)
    points = _turned(_stress(lengths)) if len(reach) > 2 else np.column_stack([reach.cumsum(), 0 * reach])
    spread = np.ptp(points, axis=0)
    wanted = float(np.sqrt((np.pi * reach**2).sum() * 1.1))
    return separated(points * wanted / max(float(spread.max()), 1.0), np.column_stack([2 * reach, 2 * reach]))


def _ties(graph: nx.Graph[str], nodes: Sequence[str]) -> rx.PyGraph[str, float]:
    place = {node: i for i, node in enumerate(nodes)}
    ties: rx.PyGraph[str, float] = rx.PyGraph(multigraph=False)
    ties.add_nodes_from(list(nodes))
    for one, other, weight in sorted(graph.subgraph(nodes).edges(data="weight_newman", default=1.0)):
        ties.add_edge(place[one], place[other], float(weight))
    return ties


def _lengths(ties: rx.PyGraph[str, float], groups: Sequence[int]) -> Points:
    """Path lengths between all nodes: a tie is 1 long where very strong, 2 where very weak, more between groups."""
    long: rx.PyGraph[str, float] = rx.PyGraph(multigraph=False)
    long.add_nodes_from(ties.nodes())
    for one, other, weight in ties.weighted_edge_list():
        across = _BETWEEN if groups[one] != groups[other] else 1.0
        long.add_edge(one, other, across * (1 + 1 / (1 + 4 * weight)))
    found = np.asarray(rx.graph_floyd_warshall_numpy(long, weight_fn=float), dtype=float)
    known = found[np.isfinite(found)]
    return np.where(np.isfinite(found), found, float(known.max(initial=1.0)) + 2)


def _stress(lengths: Points, rounds: int = 300) -> Points:
    """Points whose distances are as near to the given lengths as they can be, short ones mattering most."""
    n = len(lengths)
    apart = lengths + np.eye(n)
    weights = apart**-2
    np.fill_diagonal(weights, 0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    solve = np.linalg.inv(laplacian + 1 / n) - 1 / n
    points, before = _start(lengths), np.inf
    for _ in range(rounds):
        distance = np.hypot(*(points[:, None, :] - points[None, :, :]).transpose(2, 0, 1)) + np.eye(n) * 1e-9
        stress = float((weights * (distance - lengths) ** 2).sum())
        if before - stress < 1e-5 * stress:
            break
        before = stress
        ratio = weights * lengths / np.maximum(distance, 1e-9)
        points = solve @ ((np.diag(ratio.sum(axis=1)) - ratio) @ points)
    return points


def _start(lengths: Points) -> Points:
    """Classical scaling, with a turn of the golden angle that keeps equal nodes apart."""
    n = len(lengths)
    centre = np.eye(n) - 1 / n
    values, vectors = np.linalg.eigh(-0.5 * centre @ lengths**2 @ centre)
    axes = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 0))
    angles = np.arange(n) * np.pi * (3 - np.sqrt(5))
    reach = 0.3 * float(lengths.mean()) * np.sqrt((np.arange(n) + 1) / n)
    return np.asarray(axes + np.column_stack([np.cos(angles), np.sin(angles)]) * reach[:, None])


def _spring(ties: rx.PyGraph[str, float]) -> Points:
    # The stub of this function lacks its parameters.
    found = rx.graph_spring_layout(ties, seed=7, num_iter=40, weight_fn=float, scale=1.0)  # type: ignore[call-arg]
    return np.array([found[i] for i in range(len(ties))], dtype=float)


def _turned(points: Points) -> Points:
    """The longer axis lies level, and the sides are fixed: screens are wide, and axes have no sign of their own."""
    points = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(points.T @ points)
    points = points @ axes[:, ::-1]
    signs = np.where(points[np.abs(points).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    return np.asarray(points * signs)


def _scaled(points: Points, sizes: Points) -> Points:
    """Spread so that the boxes fill a fair part of the whole, whose shape comes nearer to that of a screen."""
    wide, high = np.maximum(np.ptp(points, axis=0), 1e-6)
    stretch = float(np.clip(_ASPECT * high / wide, 0.7, 1.8)) ** 0.5
    factor = np.sqrt(_SPACE * float(sizes.prod(axis=1).sum()) / (wide * max(high, wide / 4)))
    return np.asarray(points * factor * np.array([stretch, 1 / stretch]))
