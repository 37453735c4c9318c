"""Accounts as records: one document's telling of one interaction, read back from its graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from . import terms
from .terms import Node, sco
from .view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An actor in a role (its code), in the capacity of posts."""

    actor: NamedNode
    role: str
    posts: frozenset[NamedNode]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One telling; ``published`` is YYYY-MM-DD or empty, ``mode``, ``status`` and ``kind`` are codes."""

    node: NamedNode
    document: str
    published: str
    kind: str
    mode: str
    status: str
    start: str | None
    end: str | None
    place: NamedNode | None
    state: NamedNode | None
    issues: frozenset[NamedNode]
    part_of: frozenset[NamedNode]
    sidelines_of: frozenset[NamedNode]
    parts: frozenset[Part]


def accounts_of(event: NamedNode, view: View) -> tuple[Account, ...]:
    """Every account of an interaction, in the order of their IRIs."""
    found = {(str(quad.subject), quad.graph_name) for quad in view.pointing(sco("accountOf"), event)}
    return tuple(
        _account(NamedNode(name[1:-1]), graph, view)
        for name, graph in sorted(found, key=str)
        if isinstance(graph, NamedNode)
    )


def _account(node: NamedNode, graph: NamedNode, view: View) -> Account:
    values = _values(node, graph, view)
    document = _node(values, "reportedIn") or graph
    issued = view.objects(document, terms.ISSUED, graph)
    return Account(
        node=node,
        document=terms.key_of(document),
        published=_text(issued),
        kind=_code(values, "interactionType"),
        mode=_code(values, "mode"),
        status=_code(values, "status"),
        start=_text(values["startDate"]) or None,
        end=_text(values["endDate"]) or None,
        place=_node(values, "place"),
        state=_node(values, "inState"),
        issues=_nodes(values["discusses"]),
        part_of=_events(values["accountPartOf"], graph, view),
        sidelines_of=_events(values["accountOnSidelinesOf"], graph, view),
        parts=frozenset(_part(part, graph, view) for part in _nodes(values["participation"])),
    )


def _part(node: NamedNode, graph: NamedNode, view: View) -> Part:
    values = _values(node, graph, view)
    return Part(
        actor=_node(values, "participant") or node,
        role=_code(values, "participationRole"),
        posts=_nodes(values["inCapacity"]),
    )


def _values(node: NamedNode, graph: NamedNode, view: View) -> Mapping[str, tuple[Node, ...]]:
    found: dict[str, set[Node]] = defaultdict(set)
    for quad in view.about(node, graph):
        found[terms.local_name(quad.predicate)].add(quad.object)
    return defaultdict(tuple, {name: tuple(sorted(nodes, key=str)) for name, nodes in found.items()})


def _events(accounts: tuple[Node, ...], graph: NamedNode, view: View) -> frozenset[NamedNode]:
    return frozenset(event for one in _nodes(accounts) for event in _nodes(view.objects(one, sco("accountOf"), graph)))


def _nodes(values: tuple[Node, ...]) -> frozenset[NamedNode]:
    return frozenset(value for value in values if isinstance(value, NamedNode))


def _node(values: Mapping[str, tuple[Node, ...]], name: str) -> NamedNode | None:
    return next((value for value in values[name] if isinstance(value, NamedNode)), None)


def _code(values: Mapping[str, tuple[Node, ...]], name: str) -> str:
    node = _node(values, name)
    return terms.local_name(node) if node else ""


def _text(values: tuple[Node, ...]) -> str:
    return next((value.value for value in values if isinstance(value, Literal)), "")
