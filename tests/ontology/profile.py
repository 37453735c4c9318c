"""Whether an ontology keeps to OWL 2 DL: a linter of the rules that a graph by hand is likely to break.

Rules are those of "OWL 2 Web Ontology Language: Structural Specification" (W3C 2012), sections 3 (canonical parsing),
5.8.1 (typing constraints) and 11 (global restrictions), and of its datatype map (section 4).
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import OWL, RDF, RDFS, XSD, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
CLASSES = (OWL.Class, RDFS.Datatype)
# Datatypes that the map of OWL 2 lacks and that we use all the same, as the documentation says.
EXCEPTIONS = {XSD.date, XSD.gYearMonth, XSD.gYear, RDF.langString}
DATATYPES = {
    XSD.string, XSD.boolean, XSD.integer, XSD.decimal, XSD.nonNegativeInteger, XSD.anyURI, XSD.dateTime, RDFS.Literal,
}  # fmt: skip
# What counts individuals: not allowed of a property that follows from a chain (section 11.2).
COUNTING = (
    OWL.FunctionalProperty, OWL.InverseFunctionalProperty, OWL.IrreflexiveProperty, OWL.AsymmetricProperty,
)  # fmt: skip
TERMS = {
    OWL.Ontology, OWL.Class, *KINDS, *COUNTING, OWL.TransitiveProperty, OWL.SymmetricProperty, OWL.AllDisjointClasses,
    OWL.members, OWL.inverseOf, OWL.propertyChainAxiom, OWL.unionOf, OWL.versionIRI, OWL.versionInfo, OWL.disjointWith,
    OWL.deprecated, OWL.NamedIndividual, OWL.Restriction,
}  # fmt: skip


def faults(graph: Graph) -> tuple[str, ...]:
    """One message for each breach, sorted."""
    rules = (_punned, _undeclared, _unknown_terms, _datatypes, _chains, _blank_nodes, _inverses)
    return tuple(sorted(message for rule in rules for message in rule(graph)))


def _kinds(graph: Graph, term: Node) -> set[Node]:
    return {kind for kind in graph.objects(term, RDF.type) if kind in (*KINDS, *CLASSES)}


def _punned(graph: Graph) -> Iterator[str]:
    """5.8.1: no property of two kinds, no class that is a datatype."""
    for term in set(graph.subjects(RDF.type)):
        if len(_kinds(graph, term)) > 1:
            yield f"{term} is of two kinds"


def _undeclared(graph: Graph) -> Iterator[str]:
    for term in {*graph.predicates()}:
        built_in = str(term).startswith((str(RDF), str(RDFS), str(OWL)))
        if not built_in and not _kinds(graph, term) & set(KINDS):
            yield f"{term} is used as a property and declared as none"
    for below, above in graph.subject_objects(RDFS.subClassOf):
        for term in (below, above):
            if isinstance(term, URIRef) and not _kinds(graph, term) & set(CLASSES):
                yield f"{term} is used as a class and declared as none"
    for below, above in graph.subject_objects(RDFS.subPropertyOf):
        if _kinds(graph, below) & set(KINDS) != _kinds(graph, above) & set(KINDS):
            yield f"{below} and {above} above it are of different kinds"


def _unknown_terms(graph: Graph) -> Iterator[str]:
    used = {node for triple in graph for node in triple if str(node).startswith(str(OWL))}
    yield from (f"{term} is no term of OWL 2 that this linter knows" for term in used - TERMS)


def _datatypes(graph: Graph) -> Iterator[str]:
    """Section 4: a property of data has its values in known datatypes."""
    for term in graph.subjects(RDF.type, OWL.DatatypeProperty):
        for end in graph.objects(term, RDFS.range):
            parts = [part for union in graph.objects(end, OWL.unionOf) for part in Collection(graph, union)] or [end]
            for part in parts:
                if part not in DATATYPES | EXCEPTIONS:
                    yield f"{term} has values in {part}, which is no datatype of OWL 2"


def _chains(graph: Graph) -> Iterator[str]:
    """Section 11.2: what follows from a chain is not counted, and no chain leads back to itself."""
    for term, node in graph.subject_objects(OWL.propertyChainAxiom):
        above = set(graph.transitive_objects(term, RDFS.subPropertyOf))
        if above & set(Collection(graph, node)):
            yield f"the chain of {term} contains what follows from it"
        for one in above:
            if set(graph.objects(one, RDF.type)) & set(COUNTING):
                yield f"{one} follows from a chain and is counted"


def _blank_nodes(graph: Graph) -> Iterator[str]:
    """Section 11.2 (trees): a blank node is the value of one triple at most."""
    for node in {node for node in graph.objects() if isinstance(node, BNode)}:
        if len(list(graph.subject_predicates(node))) > 1:
            yield f"blank node {node} is shared"


def _inverses(graph: Graph) -> Iterator[str]:
    for one, other in graph.subject_objects(OWL.inverseOf):
        for term in (one, other):
            if (term, RDF.type, OWL.ObjectProperty) not in graph:
                yield f"{term} is the inverse of another and no property of objects"
