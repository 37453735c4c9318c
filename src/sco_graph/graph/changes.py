"""One change to the store: the graphs that are replaced, and what follows from them.

What a document says, the interactions and entities that rest on it and the
provenance of its graph are written at once, so that the store
holds either the old state or the new one, also when the process is killed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import NamedNode, Quad

from . import terms
from .backend import Graphs, Quads
from .entities import entity_quads, revised_quads, told
from .interactions import interaction_quads, stored_quads
from .terms import Pair, Subject, sco
from .view import View

_OF_EVIDENCE = frozenset(
    map(sco, ("evidence", "quote", "spanStart", "spanStop", "supports", "supportsValue", "score", "method"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Graphs that go whole, quads that go from the others, quads that come."""

    dropped: frozenset[NamedNode]
    gone: tuple[Quad, ...]
    come: tuple[Quad, ...]

    @property
    def only_adds(self) -> bool:
        """Whether nothing goes."""
        return not self.dropped and not self.gone

    def request(self) -> str:
        """The change as one SPARQL update request; empty when nothing changes."""
        steps = [f"DROP SILENT GRAPH {graph}" for graph in sorted(self.dropped, key=str)]
        steps += [_data("DELETE", self.gone)] if self.gone else []
        steps += [_data("INSERT", self.come)] if self.come else []
        return ";\n".join(steps)


def change(store: Quads, graphs: Graphs, provenance: Iterable[Quad], outdated: Iterable[Quad] = ()) -> Change:
    """What to write so that graphs are replaced whole and what follows from them is brought up to date.

    ``graphs`` maps each name to its new quads, none to drop it; ``provenance`` holds the
    new statements about them, ``outdated`` what else of it goes. Its cost grows with what the change touches, not
    with the store.
    """
    base = View(store)
    old = {graph: frozenset(store.quads_for_pattern(None, None, None, graph)) for graph in graphs}
    new = {graph: frozenset(quads) for graph, quads in graphs.items()}
    before, after = _telling(old), _telling(new)
    view = base.changed(chain.from_iterable(before.values()), chain.from_iterable(after.values()))
    about = chain.from_iterable(base.about(graph, terms.PROVENANCE) for graph in graphs)
    view = _with_entities(view.changed((*about, *outdated), provenance), before, after)
    view = _with_interactions(base, view, before, after)
    whole = {graph for graph in graphs if old[graph] != new[graph]}
    return Change(
        dropped=frozenset(graph for graph in whole if old[graph]),
        gone=tuple(quad for quad in view.removed if quad.graph_name not in graphs),
        come=(
            *(quad for quad in view.added if quad.graph_name not in graphs),
            *chain.from_iterable(new[graph] for graph in whole),
        ),
    )


def pared(store: Quads, what: Change) -> Change:
    """The same change with only the difference of graphs most of which stays: tables of 160,000 quads by their rows."""
    new: dict[object, set[Quad]] = {graph: set() for graph in what.dropped}
    for quad in what.come:
        if quad.graph_name in new:
            new[quad.graph_name].add(quad)
    old = {graph: set(store.quads_for_pattern(None, None, None, graph)) for graph in what.dropped}
    partly = {graph for graph in what.dropped if len(old[graph] ^ new[graph]) < len(new[graph])}
    return Change(
        dropped=what.dropped - partly,
        gone=(*what.gone, *chain.from_iterable(old[graph] - new[graph] for graph in partly)),
        come=(
            *(quad for quad in what.come if quad.graph_name not in partly),
            *chain.from_iterable(new[graph] - old[graph] for graph in partly),
        ),
    )


def settlement(store: Quads, nodes: Iterable[NamedNode]) -> Change:
    """What to write so that what is derived about entities and interactions follows from the documents as they are.

    It looks at all that is told of them, whatever is written of them now: for a store that was cut off in a change.
    """
    base = View(store)
    derived = {node: entity_quads(node, base) for node in nodes}
    gone = [quad for node in derived for quad in base.about(node, terms.ENTITIES)]
    view = base.changed(gone, chain.from_iterable(derived.values()))
    view = _rederived(base, view, {*derived, *_renamed(view)})
    return Change(dropped=frozenset(), gone=tuple(view.removed), come=tuple(view.added))


Contents = Mapping[NamedNode, frozenset[Quad]]


def _telling(contents: Contents) -> Contents:
    """Contents without evidence, from which nothing is derived: most of what a document's graph holds."""
    return {graph: frozenset(telling(quads)) for graph, quads in contents.items()}


def telling(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Those quads of a document's graph that are no evidence."""
    return (quad for quad in quads if quad.predicate not in _OF_EVIDENCE)


def _with_entities(view: View, old: Contents, new: Contents) -> View:
    if terms.AUTHORITY in new:
        come = {node: entity_quads(node, view) for node in _mentioned(view)}
    else:
        before, after = _told_by(old), _told_by(new)
        nothing: frozenset[Pair] = frozenset()
        touched = {node for node in {*before, *after} if before.get(node) != after.get(node)}
        come = {
            node: revised_quads(node, view, before.get(node, nothing), after.get(node, nothing)) for node in touched
        }
    gone = [quad for node in come for quad in view.about(node, terms.ENTITIES)]
    return view.changed(gone, chain.from_iterable(come.values()))


def _told_by(contents: Contents) -> dict[NamedNode, frozenset[Pair]]:
    """What documents tell of each entity that they mention."""
    mentions: dict[Subject, list[Quad]] = defaultdict(list)
    for quad in chain.from_iterable(contents.values()):
        mentions[quad.subject].append(quad)
    found: dict[NamedNode, frozenset[Pair]] = {}
    for quads in mentions.values():
        for quad in quads:
            if quad.predicate == sco("mentionOf") and isinstance(quad.object, NamedNode):
                found[quad.object] = found.get(quad.object, frozenset()) | told(quads)
    return found


def touched(*contents: Iterable[Quad]) -> frozenset[NamedNode]:
    """Entities and interactions that rest on contents of documents' graphs."""
    pointing = (sco("mentionOf"), sco("accountOf"))
    found = (quad.object for quad in chain.from_iterable(contents) if quad.predicate in pointing)
    return frozenset(node for node in found if isinstance(node, NamedNode))


def _with_interactions(base: View, view: View, old: Contents, new: Contents) -> View:
    events = _objects("accountOf", old, new) | _renamed(view)
    if terms.AUTHORITY in new or terms.ONTOLOGY in new:
        events |= _told(view)
    return _rederived(base, view, events)


def _rederived(base: View, view: View, events: set[NamedNode]) -> View:
    # What goes is what the store holds now: a meeting may leave the tables in this very change.
    gone = [quad for event in events for quad in stored_quads(event, base)]
    come = [quad for event in events for quad in interaction_quads(event, view)]
    return view.changed(gone, come)


def _objects(predicate: str, old: Contents, new: Contents) -> set[NamedNode]:
    """What documents before or after the change point at by a property."""
    contents = chain.from_iterable((*old.values(), *new.values()))
    return {q.object for q in contents if q.predicate == sco(predicate) and isinstance(q.object, NamedNode)}


def _renamed(view: View) -> set[NamedNode]:
    """Interactions whose label names an entity whose own label changes."""
    labels = {
        quad.subject
        for quad in view.added ^ view.removed
        if quad.graph_name == terms.ENTITIES and quad.predicate == terms.PREF_LABEL
    }
    found = (view.pointing(sco("hasParticipant"), node, terms.INTERACTIONS) for node in labels)
    return {quad.subject for quad in chain.from_iterable(found) if isinstance(quad.subject, NamedNode)}


def _mentioned(view: View) -> set[NamedNode]:
    return {quad.object for quad in view.all(sco("mentionOf")) if isinstance(quad.object, NamedNode)}


def _told(view: View) -> set[NamedNode]:
    return {quad.object for quad in view.all(sco("accountOf")) if isinstance(quad.object, NamedNode)}


def _data(verb: str, quads: Iterable[Quad]) -> str:
    """Quads as data of an update; a term prints as N-Triples has it, which SPARQL reads."""
    lines = sorted(f"GRAPH {q.graph_name} {{ {q.subject} {q.predicate} {q.object} }}" for q in quads)
    return f"{verb} DATA {{\n" + "\n".join(lines) + "\n}"
