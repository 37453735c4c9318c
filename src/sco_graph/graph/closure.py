"""All that follows from triples by compiled axioms; each triple once, none that was there before.

Semi-naive: what is implied by one triple is compiled beforehand (:mod:`~sco_graph.graph.axioms`), so triples are
gone over once; only properties that join (chains, transitive ones) are worked off until nothing new comes.
Terms are numbers within: a million triples fit in memory and are compared fast.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import cast

from pyoxigraph import Literal, NamedNode, Quad
from pyoxigraph import Triple as OxTriple

from .axioms import STEP, Axioms
from .terms import TYPE, Node, Subject

Pair = tuple[int, int]


class Closure:
    """Takes in triples, then gives what follows from them.

    >>> from .ontology import ontology_quads
    >>> from .axioms import compiled
    >>> from .terms import sco
    >>> closure = Closure(compiled(ontology_quads()))
    >>> a, b, c = (NamedNode(f"urn:{letter}") for letter in "abc")
    >>> closure.take([OxTriple(a, sco("participation"), b), OxTriple(b, sco("participant"), c)])
    >>> OxTriple(a, sco("hasParticipant"), c) in set(closure.new())
    True
    """

    def __init__(self, axioms: Axioms) -> None:
        self._axioms = axioms
        self._numbers: dict[Node, int] = {}
        self._terms: list[Node] = []
        self._literals: set[int] = set()
        self._type = self._number(TYPE)
        self._compile()
        self._have: dict[int, set[Pair]] = defaultdict(set)
        self._come: dict[int, set[Pair]] = defaultdict(set)
        self._ends: tuple[dict[int, set[int]], dict[int, set[int]]] = (defaultdict(set), defaultdict(set))
        self._joined: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        self._joined_back: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        self._left: list[tuple[int, int, int]] = []

    def _compile(self) -> None:
        number = self._named
        axioms = self._axioms
        self._implied = {number(p): [(number(q), turned) for q, turned in of] for p, of in axioms.implied.items()}
        self._domains = {number(p): frozenset(map(number, of)) for p, of in axioms.domains.items() if of}
        self._ranges = {number(p): frozenset(map(number, of)) for p, of in axioms.ranges.items() if of}
        self._above = {number(c): frozenset(map(number, of)) for c, of in axioms.above.items()}
        self._firsts: dict[int, list[Pair]] = defaultdict(list)
        self._seconds: dict[int, list[Pair]] = defaultdict(list)
        for first, second, head in axioms.joins:
            self._firsts[number(first)].append((number(second), number(head)))
            self._seconds[number(second)].append((number(first), number(head)))
        joins = {*self._firsts, *self._seconds}
        heads = {head for pairs in self._firsts.values() for _, head in pairs}
        # Only of these a triple may follow, so only these are kept to tell what is new.
        self._heads = heads | {q for of in self._implied.values() for q, _ in of} | {self._type}
        self._joins = joins

    def take(self, triples: Iterable[OxTriple | Quad]) -> None:
        """Take in asserted triples."""
        number, above = self._number, self._above
        for triple in triples:
            subject, prop, value = number(triple.subject), number(triple.predicate), number(triple.object)
            if prop in self._heads:
                self._have[prop].add((subject, value))
            if prop == self._type:
                if value in above:
                    self._ends[0][subject].update(above[value])
            else:
                self._follow(subject, prop, value)

    def _follow(self, subject: int, prop: int, value: int) -> None:
        """What one triple implies, whether asserted or not."""
        if prop in self._domains:
            self._ends[0][subject].update(self._domains[prop])
        if prop in self._ranges and value not in self._literals:
            self._ends[0][value].update(self._ranges[prop])
        if prop in self._joins:
            self._join(subject, prop, value)
        for implied, turned in self._implied.get(prop, ()):
            self._imply(implied, (value, subject) if turned else (subject, value))

    def _imply(self, prop: int, pair: Pair) -> None:
        if pair[0] in self._literals:
            return
        come = self._come[prop]
        if pair not in come:
            come.add(pair)
            if prop in self._joins:
                self._join(pair[0], prop, pair[1])

    def _join(self, subject: int, prop: int, value: int) -> None:
        values = self._joined[prop][subject]
        if value not in values:
            values.add(value)
            self._joined_back[prop][value].add(subject)
            self._left.append((subject, prop, value))

    def new(self) -> Iterator[OxTriple]:
        """Triples that follow and were not taken in."""
        self._work_off()
        for prop, pairs in self._come.items():
            predicate = self._terms[prop]
            if isinstance(predicate, NamedNode):
                yield from (self._triple(s, predicate, o) for s, o in pairs - self._have[prop])
        have = self._have[self._type]
        for node, classes in self._ends[0].items():
            yield from (self._triple(node, TYPE, c) for c in classes if (node, c) not in have)

    def _work_off(self) -> None:
        while self._left:
            subject, prop, value = self._left.pop()
            for second, head in self._firsts.get(prop, ()):
                for end in tuple(self._joined[second].get(value, ())):
                    self._conclude(subject, head, end)
            for first, head in self._seconds.get(prop, ()):
                for start in tuple(self._joined_back[first].get(subject, ())):
                    self._conclude(start, head, value)

    def _conclude(self, subject: int, head: int, value: int) -> None:
        come = self._come[head]
        if (subject, value) not in come:
            come.add((subject, value))
            self._follow(subject, head, value)

    def _triple(self, subject: int, predicate: NamedNode, value: int) -> OxTriple:
        # No rule makes a literal a subject: a triple is turned round only if its object is none.
        return OxTriple(cast(Subject, self._terms[subject]), predicate, self._terms[value])

    def _named(self, iri: str) -> int:
        return self._number(Literal(iri) if iri.startswith(STEP) else NamedNode(iri))

    def _number(self, term: Node) -> int:
        found = self._numbers.get(term)
        if found is None:
            found = self._numbers[term] = len(self._terms)
            self._terms.append(term)
            if isinstance(term, Literal):
                self._literals.add(found)
        return found
