"""What a graph tells, thing by thing: interactions, statements, entities, documents, rows; each with its facts.

Nodes that stand for a telling (accounts, participations, mentions) are numbered anew when a document is read again, so
two states of a document are compared by what the nodes are of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from .. import vocabulary
from . import terms
from .terms import Node, Subject, sco

Fact = tuple[str, tuple[Node, ...]]
"""Local name of a property, and its value; of a participation the actor, the role and the post, if any."""
Things = dict["Thing", frozenset[Fact]]

_KINDS = {sco("Account"): "interaction", sco("Statement"): "statement", sco("Document"): "document"}
_OF_FORM = frozenset(("type", "accountOf", "reportedIn", "mentionOf", "mentionedIn", "mainAccount", "participation"))


@dataclass(frozen=True, slots=True)
class Thing:
    """An interaction, statement, entity, document or row of a table: its kind in a word, and its node."""

    kind: str
    node: NamedNode


def things(quads: Iterable[Quad], *, rows: bool) -> Things:
    """Things of one graph with their facts; ``rows`` where its subjects are the things themselves, as in tables."""
    about: dict[Subject, dict[NamedNode, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        about[quad.subject][quad.predicate].append(quad.object)
    parts = {part for values in about.values() for part in values.get(sco("participation"), ())}
    found: dict[Thing, set[Fact]] = defaultdict(set)
    for subject, values in about.items():
        thing = None if subject in parts else _row(subject) if rows else _thing(subject, values)
        if thing is not None:
            found[thing].update(_facts(values, about, rows=rows))
    return {thing: frozenset(facts) for thing, facts in found.items()}


def owners_of(quads: Iterable[Quad], subjects: Iterable[Subject]) -> dict[Subject, Thing]:
    """The thing that each of these nodes of a graph tells of."""
    about: dict[Subject, dict[NamedNode, list[Node]]] = defaultdict(lambda: defaultdict(list))
    holders: dict[Node, Subject] = {}
    for quad in quads:
        about[quad.subject][quad.predicate].append(quad.object)
        if quad.predicate == sco("participation"):
            holders[quad.object] = quad.subject
    nodes = {subject: holders.get(subject, subject) for subject in subjects}
    return {subject: _thing(node, about[node]) or _row(node) for subject, node in nodes.items()}


def _thing(subject: Subject, values: Mapping[NamedNode, list[Node]]) -> Thing | None:
    types = values.get(terms.TYPE, [])
    if sco("Mention") in types:
        return next((_row(node) for node in values.get(sco("mentionOf"), ()) if isinstance(node, NamedNode)), None)
    kind = next((_KINDS[one] for one in types if isinstance(one, NamedNode) and one in _KINDS), None)
    if kind != "interaction":
        return Thing(kind, subject) if kind and isinstance(subject, NamedNode) else None
    return next((Thing(kind, node) for node in values[sco("accountOf")] if isinstance(node, NamedNode)), None)


def _row(subject: Subject) -> Thing:
    """A thing of which the address tells the kind: ``id/official/...``."""
    assert isinstance(subject, NamedNode)  # data has no blank nodes
    path = subject.value.removeprefix(vocabulary.ID)
    kind = path.split("/")[0] if path != subject.value and "/" in path else "term"
    return Thing("interaction" if kind == "event" else kind, subject)


def _facts(
    values: Mapping[NamedNode, list[Node]], about: Mapping[Subject, Mapping[NamedNode, list[Node]]], *, rows: bool
) -> Iterator[Fact]:
    for predicate, objects in values.items():
        name = terms.local_name(predicate)
        for value in objects:
            if predicate == sco("participation") and isinstance(value, NamedNode):
                yield "participant", _part(about.get(value, {}))
            elif name not in _OF_FORM or (rows and name == "type"):
                account = about.get(value, {}) if isinstance(value, NamedNode) else {}
                yield name, tuple(account.get(sco("accountOf"), [value])[:1])


def _part(values: Mapping[NamedNode, list[Node]]) -> tuple[Node, ...]:
    names = (sco("participant"), sco("participationRole"), sco("inCapacity"))
    return tuple(sorted(values.get(name, []), key=str)[0] for name in names if values.get(name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A thing before and after; None where it was not there, or is not any more. ``facts`` are the latest."""

    before: Thing | None
    after: Thing | None
    facts: frozenset[Fact]
    gone: frozenset[Fact]
    come: frozenset[Fact]


def paired(old: Things, new: Things) -> Iterator[Pair]:
    """What is other: things of one node, then those of one kind that say the same or half of it and more."""
    left, right = dict(old), dict(new)
    for thing in [one for one in old if one in new and one.kind != "statement"]:
        yield from _pair(thing, thing, left.pop(thing), right.pop(thing))
    for least in (_ALL, _HALF):
        for thing, facts in list(left.items()):
            best = _like(thing, facts, right, least)
            if best is not None:
                yield from _pair(thing, best, left.pop(thing), right.pop(best))
    for thing, facts in left.items():
        yield Pair(before=thing, after=None, facts=facts, gone=facts, come=frozenset())
    for thing, facts in right.items():
        yield Pair(before=None, after=thing, facts=facts, gone=frozenset(), come=facts)


_ALL, _HALF = 1.0, 0.5


def _like(thing: Thing, facts: frozenset[Fact], others: Things, least: float) -> Thing | None:
    """The interaction or statement that says most of the same, at least this share of what the longer one says."""
    if thing.kind not in ("interaction", "statement"):
        return None
    shares = [
        (len(facts & other) / max(len(facts), len(other), 1), str(one.node), one)
        for one, other in others.items()
        if one.kind == thing.kind
    ]
    share, _, best = max(shares, key=lambda found: found[:2], default=(0.0, "", None))
    return best if share >= least else None


def _pair(before: Thing, after: Thing, old: frozenset[Fact], new: frozenset[Fact]) -> Iterator[Pair]:
    """Nothing for two statements whose numbers alone are other."""
    if old != new or (before != after and before.kind == "interaction"):
        yield Pair(before=before, after=after, facts=new, gone=old - new, come=new - old)
