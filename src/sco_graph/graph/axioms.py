"""Axioms of an ontology, compiled: what follows from one triple of a property, and from two that join.

The rules are those of OWL 2 RL (W3C 2012, "OWL 2 Profiles", section 4.3, tables 5 to 8) that the ontology needs:
``cax-sco``, ``cax-eqc``, ``prp-spo1``, ``prp-eqp``, ``prp-inv``, ``prp-symp``, ``prp-trp``, ``prp-spo2``, ``prp-dom``,
``prp-rng``. Equality (``owl:sameAs``) is left out: it links to Wikidata here and makes nothing of ours one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from ..vocabulary import OWL, RDF, RDFS
from .terms import Node

_FOLLOWED = {RDFS + "subClassOf", OWL + "equivalentClass"}
_SCHEMA = {
    *_FOLLOWED, RDFS + "subPropertyOf", RDFS + "domain", RDFS + "range", OWL + "equivalentProperty", OWL + "inverseOf",
    OWL + "propertyChainAxiom", RDF + "first", RDF + "rest", RDF + "type",
}  # fmt: skip

Turned = tuple[str, bool]
"""A property, and whether it holds the other way round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axioms:
    """What follows, by IRI.

    ``implied`` maps a property to others that hold of the same pair, or of the pair turned round;
    ``domains`` and ``ranges`` a property to all classes of its subject and object; ``above`` a class
    to all above it; ``joins`` are pairs of properties with the third that follows (of a transitive one itself).
    """

    implied: Mapping[str, frozenset[Turned]]
    domains: Mapping[str, frozenset[str]]
    ranges: Mapping[str, frozenset[str]]
    above: Mapping[str, frozenset[str]]
    joins: tuple[tuple[str, str, str], ...]


def compiled(quads: Iterable[Quad]) -> Axioms:
    """Read the axioms of an ontology. Anonymous classes, and datatypes as ranges, are passed over.

    >>> from .ontology import ontology_quads
    >>> axioms = compiled(ontology_quads())
    >>> [join[2].rpartition("#")[2] for join in axioms.joins]
    ['hasParticipant']
    """
    said = _Said()
    for quad in quads:
        if quad.predicate.value in _SCHEMA and not isinstance(quad.object, Literal):
            said.add(_iri(quad.subject), quad.predicate.value, _iri(quad.object))
    return Axioms(
        implied={p: said.implied(p) for p in said.properties()},
        domains={p: said.ends(p, outer=True) for p in said.properties()},
        ranges={p: said.ends(p, outer=False) for p in said.properties()},
        above={c: said.above(c) for c in said.below},
        joins=tuple(said.joins()),
    )


class _Said:
    """Axioms as they are stated, by what they are said of."""

    def __init__(self) -> None:
        self.below: dict[str, set[str]] = defaultdict(set)
        self._turns: dict[str, set[Turned]] = defaultdict(set)
        self._domains: dict[str, set[str]] = defaultdict(set)
        self._ranges: dict[str, set[str]] = defaultdict(set)
        self._transitive: set[str] = set()
        self._chains: list[tuple[str, str]] = []
        self._lists: dict[str, dict[str, str]] = defaultdict(dict)

    def add(self, subject: str, predicate: str, value: str) -> None:
        """Take in one statement."""
        match predicate.removeprefix(RDFS).removeprefix(OWL).removeprefix(RDF):
            case "subClassOf":
                self.below[subject].add(value)
            case "equivalentClass":
                self.below[subject].add(value)
                self.below[value].add(subject)
            case "subPropertyOf":
                self._turns[subject].add((value, False))
            case "equivalentProperty":
                self._turns[subject].add((value, False))
                self._turns[value].add((subject, False))
            case "inverseOf":
                self._turns[subject].add((value, True))
                self._turns[value].add((subject, True))
            case "domain":
                self._domains[subject].add(value)
            case "range":
                self._ranges[subject].add(value)
            case "propertyChainAxiom":
                self._chains.append((subject, value))
            case "type":
                self._kind(subject, value)
            case part:
                self._lists[subject][part] = value

    def _kind(self, subject: str, kind: str) -> None:
        if kind == OWL + "SymmetricProperty":
            self._turns[subject].add((subject, True))
        elif kind == OWL + "TransitiveProperty":
            self._transitive.add(subject)

    def properties(self) -> frozenset[str]:
        """Properties of which anything follows."""
        return frozenset((*self._turns, *self._domains, *self._ranges))

    def implied(self, prop: str) -> frozenset[Turned]:
        """All that hold of a pair of which the property holds, itself left out."""
        return frozenset(self._reached(prop)) - {(prop, False)}

    def _reached(self, prop: str) -> set[Turned]:
        found, left = {(prop, False)}, [(prop, False)]
        while left:
            here, turned = left.pop()
            for name, turns in self._turns.get(here, ()):
                one = name, turned != turns
                if one not in found:
                    found.add(one)
                    left.append(one)
        return found

    def ends(self, prop: str, *, outer: bool) -> frozenset[str]:
        """Named classes of the subject (``outer``) or of the object of a property, with all above them."""
        found: set[str] = set()
        for name, turned in self._reached(prop):
            found |= (self._domains if outer != turned else self._ranges).get(name, set())
        return frozenset(c for one in found for c in (one, *self.above(one)) if _is_class(c))

    def above(self, name: str) -> frozenset[str]:
        """All named classes above one."""
        found: set[str] = set()
        left = [name]
        while left:
            for one in self.below.get(left.pop(), ()):
                if one not in found:
                    found.add(one)
                    left.append(one)
        return frozenset(c for c in found if c != name and _is_class(c))

    def joins(self) -> Iterator[tuple[str, str, str]]:
        """Pairs that join; a chain of more than two goes through properties that are only steps of it."""
        for prop in sorted(self._transitive):
            yield prop, prop, prop
        for head, first in sorted(self._chains):
            parts = list(self._members(first))
            for at in range(1, len(parts)):
                step = head if at == len(parts) - 1 else f"{STEP}{first} {at}"
                yield parts[0], parts[at], step
                parts[0] = step

    def _members(self, node: str) -> Iterator[str]:
        while node in self._lists and "first" in self._lists[node]:
            yield self._lists[node]["first"]
            node = self._lists[node].get("rest", "")


STEP = "step of a chain: "
"""What the names of properties begin with that stand for a part of a chain: no IRI, and never written."""


def _is_class(iri: str) -> bool:
    """Whether a class is named and has instances that are nodes: no blank node, no datatype, nothing of all."""
    return ":" in iri and "/.well-known/genid/" not in iri and not iri.startswith((_XSD, _BLANK)) and iri not in _ALL


_XSD, _BLANK = "http://www.w3.org/2001/XMLSchema#", "_:"
_ALL = frozenset((OWL + "Thing", RDFS + "Resource", RDFS + "Literal", RDF + "langString"))


def _iri(node: Node) -> str:
    return node.value if isinstance(node, NamedNode) else str(node)
