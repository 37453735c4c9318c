"""Where data contradicts the ontology: nodes that are used as two things which exclude each other.

A plain look-up, not a proof: it follows stated types, domains, ranges and subclasses. It finds what people get
wrong (a person in the place of a body), and names the triple; a reasoner decides whether there is a contradiction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

Uses = dict[Node, dict[Node, str]]
"""For each node the classes that its uses give it, with the words that say why."""


def clashes(graph: Graph) -> tuple[str, ...]:
    """One message for each node that is used as instance of two disjoint classes, sorted.

    >>> data = '''@prefix : <urn:x#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
    ... @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    ... [] a owl:AllDisjointClasses ; owl:members ( :Body :Person ) . :head rdfs:range :Person .
    ... :lake a :Body ; :head :union . :union a :Body .'''
    >>> clashes(Graph().parse(data=data, format="turtle"))
    ('union: it is a Body (stated) and a Person (as head of lake), which exclude each other',)
    """
    pairs = set(_disjoint(graph))
    found = []
    for node, uses in _uses(graph).items():
        for (one, why), (other, because) in combinations(sorted(uses.items()), 2):
            if frozenset((one, other)) in pairs:
                found.append(
                    f"{_name(node)}: it is a {_name(one)} ({why}) and a {_name(other)} ({because}), "
                    "which exclude each other"
                )
    return tuple(sorted(found))


def _disjoint(graph: Graph) -> Iterator[frozenset[Node]]:
    for axiom in graph.subjects(RDF.type, OWL.AllDisjointClasses):
        for members in graph.objects(axiom, OWL.members):
            yield from map(frozenset, combinations(Collection(graph, members), 2))
    yield from (frozenset(pair) for pair in graph.subject_objects(OWL.disjointWith))


def _uses(graph: Graph) -> Uses:
    uses: Uses = defaultdict(dict)
    for node, kind in graph.subject_objects(RDF.type):
        _use(graph, uses, node, kind, "stated")
    for ends, of_subject in ((RDFS.domain, True), (RDFS.range, False)):
        for term, kind in graph.subject_objects(ends):
            for subject, value in graph.subject_objects(term):
                if of_subject:
                    _use(graph, uses, subject, kind, f"as what has {_name(term)}")
                elif not isinstance(value, Literal):
                    _use(graph, uses, value, kind, f"as {_name(term)} of {_name(subject)}")
    return uses


def _use(graph: Graph, uses: Uses, node: Node, kind: Node, why: str) -> None:
    for above in graph.transitive_objects(kind, RDFS.subClassOf):
        if isinstance(above, URIRef):
            uses[node].setdefault(above, why)


def _name(node: Node) -> str:
    return str(node).rsplit("#", 1)[-1].rsplit("/", 1)[-1]
