"""IRIs of what stands in a document's graph: each carries the document's key."""

from __future__ import annotations

from pyoxigraph import NamedNode

from .. import vocabulary
from ..keys import digest
from ..model import Document, Evidence, Facts, Key, Participation
from .terms import entity


class Naming:
    """Resolves the local ids of one document's facts.

    >>> note = Document(key="note-1", text="", language="ru", source="note", stem="note", sha256="0")
    >>> Naming(note, Facts(document="note-1", states=("CN",))).actor("CN").value
    'https://w3id.org/sco-graph/id/state/CN'
    """

    def __init__(self, document: Document, facts: Facts) -> None:
        self.key, self.language = document.key, document.language
        self.graph = NamedNode(self.graph_of(document.key))
        self.document = entity(f"document/{document.key}")
        self._keys: dict[str, Key] = {person.id: person.key for person in facts.officials}
        self._keys |= {body.id: body.key for body in facts.organisations}

    @staticmethod
    def graph_of(key: str) -> str:
        """Name of the graph of the document of this key."""
        return vocabulary.document_graph(key)

    def key_of(self, local: str) -> str:
        """Key of an actor: an official, an organisation, or a state by its ISO code."""
        return self._keys.get(local) or f"state/{local}"

    def actor(self, local: str) -> NamedNode:
        """Node of an actor, from its local id or ISO code."""
        return entity(self.key_of(local))

    def names_actor(self, value: str) -> bool:
        """Whether a value of evidence is the local id of an actor."""
        return value in self._keys or (len(value) == 2 and value.isalpha() and value.isupper())

    def account(self, event: str) -> NamedNode:
        """Node of the document's account of an event."""
        return entity(f"account/{self.key}-{event}")

    def participation(self, part: Participation) -> NamedNode:
        """Node of one actor's part, in one role, in an account."""
        return entity(f"participation/{self.key}-{part.event}-{part.actor}-{part.role}")

    def statement(self, local: str) -> NamedNode:
        """Node of a statement."""
        return entity(f"statement/{self.key}-{local}")

    def mention(self, local: str) -> NamedNode:
        """Node of the mention of an official, organisation or state, from its local id."""
        return entity(f"mention/{self.key}-{local}")

    def mention_of(self, key: str) -> NamedNode:
        """Node of the mention of what has no local id: a post or a place, from its key."""
        return entity(f"mention/{self.key}-{key.replace('/', '-')}")

    def evidence(self, evidence: Evidence) -> NamedNode:
        """Node of one piece of evidence: its span, and a hash of what it supports."""
        claim = digest(evidence.subject, evidence.property, evidence.value)
        return entity(f"evidence/{self.key}-{evidence.start}-{evidence.stop}-{claim}")
