"""Two states of a store: which facts came, went or changed, and why.

A fact is what a document says, what the tables say or what people decided; interactions and entities follow from
these and are not listed again. Words, scores and methods of evidence are no facts of their own.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from .. import vocabulary
from ..model import Table, Term
from . import terms
from .holdings import Held
from .sparql import cell
from .store import Store
from .terms import Node, Subject, entity, sco
from .things import Thing, owners_of

CHANGESET = "http://purl.org/vocab/changeset/schema#"
_EVIDENCE_ID = vocabulary.ID + "evidence/"
_OF_EVIDENCE = frozenset(map(sco, ("evidence", "score", "method")))
_WITHOUT_DOCUMENT = {
    vocabulary.AUTHORITY: "new tables",
    vocabulary.DECISIONS: "human decision",
    vocabulary.ONTOLOGY: "new ontology",
}
COLUMNS = ("change", "subject", "property", "before", "after", "document", "why", "kind", "thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A fact that came (no ``before``), went (no ``after``) or changed, in a graph, with the reason."""

    subject: Subject
    predicate: NamedNode
    before: Node | None
    after: Node | None
    graph: str
    why: str
    thing: Thing

    @property
    def change(self) -> str:
        """``came``, ``went`` or ``changed``."""
        return "came" if self.before is None else "went" if self.after is None else "changed"


def differences(before: Store, after: Store) -> Iterator[Difference]:
    """What is other in ``after``, sorted by graph; only graphs are read of which something was made anew."""
    for graph, why in sorted(reasons(before, after).items()):
        yield from _paired(facts_of(before, graph), facts_of(after, graph), graph, why)


def reasons(before: Store, after: Store) -> dict[str, str]:
    """Names of graphs that may be other in ``after``, with the reason."""
    old, new = before.documents(), after.documents()
    found = {key: _why(old.get(key), new.get(key)) for key in sorted({*old, *new}) if old.get(key) != new.get(key)}
    return {vocabulary.document_graph(key): why for key, why in found.items()} | _WITHOUT_DOCUMENT


def _why(old: Held | None, new: Held | None) -> str:
    if old is None or new is None:
        return "new document" if old is None else "document left"
    names = ("changed document", "new rules", "new tables")
    return ", ".join(name for name, one, other in zip(names, old, new, strict=True) if one != other)


def facts_of(store: Store, graph: str) -> set[Quad]:
    """Quads of a graph but those of evidence."""
    return {
        quad
        for quad in store.quads_of(graph)
        if quad.predicate not in _OF_EVIDENCE
        and not (isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(_EVIDENCE_ID))
    }


def _paired(old: set[Quad], new: set[Quad], graph: str, why: str) -> Iterator[Difference]:
    """What went and what came; where one value of a property went and one came, it changed."""
    went, came = _by_property(old - new), _by_property(new - old)
    owners = owners_of((*old, *new), {place[0] for place in (*went, *came)})
    for place in sorted({*went, *came}, key=str):
        gone, here = went.get(place, []), came.get(place, [])
        pairs: list[tuple[Node | None, Node | None]] = [(value, None) for value in gone] + [(None, v) for v in here]
        if len(gone) == len(here) == 1:
            pairs = [(gone[0], here[0])]
        for one, other in pairs:
            yield Difference(
                subject=place[0], predicate=place[1], before=one, after=other, graph=graph, why=why,
                thing=owners[place[0]],
            )  # fmt: skip


def _by_property(quads: Iterable[Quad]) -> Mapping[tuple[Subject, NamedNode], list[Node]]:
    found: dict[tuple[Subject, NamedNode], list[Node]] = defaultdict(list)
    for quad in sorted(quads, key=str):
        found[quad.subject, quad.predicate].append(quad.object)
    return found


def as_table(found: Iterable[Difference]) -> Table:
    """The differences as a table, under COLUMNS."""
    return Table(columns=COLUMNS, rows=tuple(tuple(_cells(one)) for one in found))


def _cells(one: Difference) -> Iterator[Term | None]:
    yield Term(value=one.change)
    for node in (one.subject, one.predicate, one.before, one.after):
        yield cell(node)
    yield Term(value=one.graph.removeprefix(vocabulary.GRAPH).removeprefix("document/"))
    yield Term(value=one.why)
    yield Term(value=one.thing.kind)
    yield cell(one.thing.node)


def as_turtle(found: Iterable[Difference]) -> str:
    """The differences as change sets (Talis Changeset vocabulary, 2009): additions and removals as RDF statements."""
    triples = sorted({triple for one in found for triple in _change_set(one)}, key=str)
    prefixes = {"cs": CHANGESET, **vocabulary.PREFIXES}
    return (serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes) or b"").decode()


def _change_set(one: Difference) -> Iterator[Triple]:
    words = "\n".join(map(str, (one.subject, one.predicate, one.before, one.after, one.graph)))
    key = hashlib.sha256(words.encode()).hexdigest()[:16]
    node = entity(f"change/{key}")
    yield Triple(node, terms.TYPE, _cs("ChangeSet"))
    yield Triple(node, _cs("subjectOfChange"), one.subject)
    yield Triple(node, _cs("changeReason"), terms.text(one.why, "en"))
    for name, value in (("removal", one.before), ("addition", one.after)):
        if value is not None:
            statement = entity(f"change/{key}-{name}")
            yield Triple(node, _cs(name), statement)
            yield Triple(statement, terms.TYPE, _rdf("Statement"))
            yield Triple(statement, _rdf("subject"), one.subject)
            yield Triple(statement, _rdf("predicate"), one.predicate)
            yield Triple(statement, _rdf("object"), value)


def _cs(name: str) -> NamedNode:
    return NamedNode(CHANGESET + name)


def _rdf(name: str) -> NamedNode:
    return NamedNode(vocabulary.RDF + name)
