"""From the model to quads: what one document says becomes one named graph.

The graph of a document holds the document, its accounts with their participations,
its statements, the mentions of entities, and one Evidence for each property that
words give. It names entities only by their IRI: their labels stand in ``authority``
or, for those that the tables lack, in ``entities``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from ..model import Document, Event, Facts, Participation, Statement
from . import dates, terms
from .evidence import evidence_quads
from .mentions import mention_quads
from .naming import Naming
from .terms import Pair, concept, entity, sco


def document_quads(document: Document, facts: Facts) -> tuple[Quad, ...]:
    """All that the document says, as quads of its own graph: sorted, each once, without blank nodes.

    >>> note = Document(key="note-1", text="", language="ru", source="note", stem="note", sha256="0")
    >>> for quad in document_quads(note, Facts(document="note-1")):
    ...     print(terms.local_name(quad.predicate), quad.object.value)
    language ru
    source note
    type https://w3id.org/sco-graph/ontology#Document
    prefLabel note
    sha256 0
    """
    naming = Naming(document, facts)
    found = {
        *terms.quads(naming.graph, naming.document, _document(document, facts, naming)),
        *_accounts(facts, naming),
        *_statements(facts, naming),
        *mention_quads(facts, naming),
        *evidence_quads(facts, naming),
    }
    return tuple(sorted(found, key=str))


def _document(document: Document, facts: Facts, naming: Naming) -> Iterator[Pair]:
    yield terms.TYPE, sco("Document")
    yield terms.PREF_LABEL, terms.text(document.title or document.stem, document.language if document.title else None)
    if document.title:
        yield terms.TITLE, terms.text(document.title, document.language)
    yield terms.LANGUAGE, terms.text(document.language)
    yield terms.SOURCE, terms.text(document.source)
    yield sco("sha256"), terms.text(document.sha256)
    if document.published:
        yield terms.ISSUED, dates.typed(document.published)
    if document.publisher:
        yield terms.PUBLISHER, terms.text(document.publisher)
    for event in facts.events:
        if event.main:
            yield sco("mainAccount"), naming.account(event.id)


def _accounts(facts: Facts, naming: Naming) -> Iterator[Quad]:
    for event in facts.events:
        own = [part for part in facts.participations if part.event == event.id]
        yield from terms.quads(naming.graph, naming.account(event.id), _account(event, own, naming))
        for part in own:
            yield from terms.quads(naming.graph, naming.participation(part), _participation(part, naming))


def _account(event: Event, parts: Iterable[Participation], naming: Naming) -> Iterator[Pair]:
    yield terms.TYPE, sco("Account")
    yield sco("accountOf"), entity(event.key)
    yield sco("reportedIn"), naming.document
    yield sco("interactionType"), concept("interaction-type", event.type)
    yield sco("mode"), concept("mode", event.mode)
    yield sco("status"), concept("status", event.status)
    yield from dates.happening(event.date, event.end)
    yield from _where(event)
    for code in event.issues:
        yield sco("discusses"), concept("issue", code)
    if event.part_of:
        yield sco("accountPartOf"), naming.account(event.part_of)
    if event.on_sidelines_of:
        yield sco("accountOnSidelinesOf"), naming.account(event.on_sidelines_of)
    for part in parts:
        yield sco("participation"), naming.participation(part)


def _where(event: Event) -> Iterator[Pair]:
    if event.place_key:
        yield sco("place"), entity(event.place_key)
    if event.place_state:
        yield sco("inState"), entity(f"state/{event.place_state}")


def _participation(part: Participation, naming: Naming) -> Iterator[Pair]:
    yield terms.TYPE, sco("Participation")
    yield sco("participant"), naming.actor(part.actor)
    yield sco("participationRole"), concept("role", part.role)
    if part.post:
        yield sco("inCapacity"), entity(part.post)


def _statements(facts: Facts, naming: Naming) -> Iterator[Quad]:
    for said in facts.statements:
        yield from terms.quads(naming.graph, naming.statement(said.id), _statement(said, naming))


def _statement(said: Statement, naming: Naming) -> Iterator[Pair]:
    yield terms.TYPE, sco("Statement")
    yield sco("reportedIn"), naming.document
    yield sco("speaker"), naming.actor(said.speaker)
    yield sco("speechAct"), concept("speech-act", said.act)
    for code in said.issues:
        yield sco("about"), concept("issue", code)
    if said.addressee:
        yield sco("addressee"), naming.actor(said.addressee)
    if said.event:
        yield sco("madeDuring"), naming.account(said.event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one document says, as N-Quads: made in any process, written by one."""

    key: str
    source: str
    sha256: str
    text: str

    @property
    def graph(self) -> NamedNode:
        """Name of the document's graph."""
        return NamedNode(Naming.graph_of(self.key))

    def quads(self) -> tuple[Quad, ...]:
        """The quads of the document's graph."""
        return tuple(parse(self.text, RdfFormat.N_QUADS, lenient=True))


def said(document: Document, facts: Facts) -> Said:
    """What the document says, ready to be sent and written.

    >>> note = Document(key="note-1", text="", language="ru", source="note", stem="note", sha256="0")
    >>> len(said(note, Facts(document="note-1")).quads())
    5
    """
    return worded(document, document_quads(document, facts))


def worded(document: Document, quads: Iterable[Quad]) -> Said:
    """The quads of a document's graph, ready to be sent and written."""
    lines = "".join(f"{quad} .\n" for quad in quads)
    return Said(key=document.key, source=document.source, sha256=document.sha256, text=lines)


def provenance_quads(document: Document | Said, rules_version: str, tables_version: str) -> tuple[Quad, ...]:
    """What the graph of a document was made from: source, content, versions of rules and tables."""
    graph = NamedNode(Naming.graph_of(document.key))
    pairs: list[Pair] = [
        (terms.DERIVED_FROM, entity(f"document/{document.key}")),
        (terms.SOURCE, terms.text(document.source)),
        (sco("sha256"), terms.text(document.sha256)),
        (sco("rulesVersion"), terms.text(rules_version)),
        (sco("tablesVersion"), terms.text(tables_version)),
    ]
    return tuple(terms.quads(terms.PROVENANCE, graph, pairs))
