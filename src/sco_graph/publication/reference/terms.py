"""The ontology as the reference shows it: its header, its terms and its concept schemes, read out of a store."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...errors import GraphError
from ...model import Term
from ...vocabulary import DCTERMS, ONTOLOGY, OWL, RDF, RDFS, SCHEME, SCO, SKOS

if TYPE_CHECKING:
    from ...graph.store import Store

Texts = dict[str, str]
"""One text a language."""

HEADER = SCO.removesuffix("#")
_KINDS = {
    OWL + "Class": "class",
    OWL + "ObjectProperty": "object",
    OWL + "DatatypeProperty": "datatype",
    OWL + "AnnotationProperty": "annotation",
}
_STATED = "SELECT ?term ?property ?value WHERE { ?term rdfs:isDefinedBy ?header ; ?property ?value }"
_CONCEPTS = """
SELECT ?term ?property ?value WHERE {
  ?scheme dcterms:isPartOf ?header . ?term skos:inScheme? ?scheme ; ?property ?value
}
"""
_UNIONS = "SELECT ?term ?part WHERE { ?term rdfs:range/owl:unionOf/rdf:rest*/rdf:first ?part } ORDER BY ?term ?part"
_CHAINS = """
SELECT ?term ?first ?second WHERE {
  ?term owl:propertyChainAxiom ?chain . ?chain rdf:first ?first ; rdf:rest/rdf:first ?second
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A class or a property; other terms are named by IRI."""

    iri: str
    kind: str
    labels: Texts
    definitions: Texts
    parents: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    inverse: str = ""
    chain: tuple[str, ...] = ()
    functional: bool = False
    abstract: bool = False

    @property
    def anchor(self) -> str:
        """Local name, which is the term's anchor in its page."""
        return self.iri.removeprefix(SCO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A concept of a scheme or, where ``scheme`` is empty, a scheme; ``broader`` is the anchor of the one above."""

    anchor: str
    labels: Texts
    definitions: Texts
    scheme: str = ""
    broader: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """All that the pages tell: header, terms by anchor, concepts by scheme in their order."""

    titles: Texts
    descriptions: Texts
    version: str
    licence: str
    terms: tuple[Described, ...]
    schemes: tuple[Concept, ...]
    concepts: tuple[Concept, ...] = field(default=())

    def of_kind(self, *kinds: str) -> tuple[Described, ...]:
        """Terms of some kinds."""
        return tuple(term for term in self.terms if term.kind in kinds)


def read(store: Store) -> Ontology:
    """The ontology that a store holds. Raises GraphError when it holds none."""
    header = {"header": Term(value=HEADER, kind="iri")}
    about = _gathered(store, "SELECT ?header ?property ?value WHERE { ?header ?property ?value }", header)
    if HEADER not in about:
        raise GraphError(store.where, "holds no ontology", "Build it: sco-graph build.")
    stated, concepts = _gathered(store, _STATED, header), _gathered(store, _CONCEPTS, header)
    parts, chains = _pairs(store, _UNIONS), _pairs(store, _CHAINS)
    terms = (_described(iri, values, parts.get(iri, ()), chains.get(iri, ())) for iri, values in stated.items())
    told = [_concept(iri, values) for iri, values in concepts.items()]
    return Ontology(
        titles=_texts(about[HEADER], DCTERMS + "title"),
        descriptions=_texts(about[HEADER], DCTERMS + "description"),
        version=_one(about[HEADER], OWL + "versionInfo"),
        licence=_one(about[HEADER], DCTERMS + "license"),
        terms=tuple(sorted(terms, key=lambda term: term.anchor)),
        schemes=tuple(sorted((c for c in told if not c.scheme), key=lambda c: c.anchor)),
        concepts=tuple(sorted((c for c in told if c.scheme), key=lambda c: c.anchor)),
    )


_Values = dict[str, list[Term]]


def _gathered(store: Store, query: str, bindings: dict[str, Term]) -> dict[str, _Values]:
    found: dict[str, _Values] = defaultdict(lambda: defaultdict(list))
    for term, name, value in store.select(query, graphs=[ONTOLOGY], **bindings).rows:
        if term is not None and name is not None and value is not None:
            found[term.value][name.value].append(value)
    return found


def _pairs(store: Store, query: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in store.select(query, graphs=[ONTOLOGY]).rows:
        term, *parts = (cell.value for cell in row if cell is not None)
        found[term] = (*found.get(term, ()), *parts)
    return found


def _described(iri: str, values: _Values, parts: tuple[str, ...], chain: tuple[str, ...]) -> Described:
    kinds = [value.value for value in values[RDF + "type"]]
    return Described(
        iri=iri,
        kind=next(_KINDS[kind] for kind in kinds if kind in _KINDS),
        labels=_texts(values, RDFS + "label"),
        definitions=_texts(values, SKOS + "definition"),
        parents=_iris(values, RDFS + "subClassOf", RDFS + "subPropertyOf"),
        domain=_iris(values, RDFS + "domain"),
        range=parts or _iris(values, RDFS + "range"),
        inverse="".join(_iris(values, OWL + "inverseOf")),
        chain=chain,
        functional=OWL + "FunctionalProperty" in kinds,
        abstract=bool(values[SCO + "abstract"]),
    )


def _concept(iri: str, values: _Values) -> Concept:
    return Concept(
        anchor=iri.removeprefix(SCHEME),
        labels=_texts(values, SKOS + "prefLabel"),
        definitions=_texts(values, SKOS + "definition"),
        scheme="".join(_iris(values, SKOS + "inScheme")).removeprefix(SCHEME),
        broader="".join(_iris(values, SKOS + "broader")).removeprefix(SCHEME),
    )


def _texts(values: _Values, name: str) -> Texts:
    return {value.language: value.value for value in values[name] if value.language}


def _iris(values: _Values, *names: str) -> tuple[str, ...]:
    return tuple(sorted(value.value for name in names for value in values[name] if value.kind == "iri"))


def _one(values: _Values, name: str) -> str:
    return values[name][0].value if values[name] else ""
