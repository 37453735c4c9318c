"""RDF terms as this project writes them: the only place where a string becomes a node."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from pyoxigraph import Triple as OxTriple

from .. import vocabulary

Node: TypeAlias = NamedNode | BlankNode | Literal | OxTriple
Subject: TypeAlias = NamedNode | BlankNode | OxTriple
Pair: TypeAlias = tuple[NamedNode, Node]

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@cache
def sco(local: str) -> NamedNode:
    """Term of the ontology, by its local name.

    >>> sco("startDate").value
    'https://w3id.org/sco-graph/ontology#startDate'
    """
    return NamedNode(vocabulary.SCO + local)


@cache
def concept(scheme: str, code: str) -> NamedNode:
    """Concept of a scheme; codes in camel case or with underscores are written with hyphens.

    >>> concept("interaction-type", "PhoneCall").value
    'https://w3id.org/sco-graph/scheme/interaction-type/phone-call'
    """
    return NamedNode(vocabulary.concept(scheme, _CAMEL.sub("-", code).lower()))


def entity(key: str) -> NamedNode:
    """Node of an entity, from its key.

    >>> entity("state/CN").value
    'https://w3id.org/sco-graph/id/state/CN'
    """
    return NamedNode(vocabulary.iri(key))


def key_of(node: NamedNode) -> str:
    """Key of an entity, from its node: what :func:`entity` was given.

    >>> key_of(entity("state/CN"))
    'state/CN'
    """
    return node.value.removeprefix(vocabulary.ID)


def text(value: str, language: str | None = None) -> Literal:
    """A plain or a language-tagged string.

    >>> str(text("ШОС", "ru"))
    '"ШОС"@ru'
    """
    return Literal(value, language=language) if language else Literal(value)


def decimal(value: float) -> Literal:
    """An ``xsd:decimal`` in its canonical form, at most six places: as a store gives it back.

    >>> [decimal(n).value for n in (1.0, 0.75, 0.1234567, -12.5)]
    ['1', '0.75', '0.123457', '-12.5']
    """
    digits = f"{value:.6f}".rstrip("0").rstrip(".")
    return Literal("0" if digits == "-0" else digits, datatype=XSD_DECIMAL)


def integer(value: int) -> Literal:
    """An ``xsd:integer``.

    >>> str(integer(7))
    '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    return Literal(str(value), datatype=XSD_INTEGER)


def boolean(value: bool) -> Literal:
    """An ``xsd:boolean``.

    >>> boolean(True).value
    'true'
    """
    return Literal(value)


def quads(graph: NamedNode, subject: Subject, pairs: Iterable[Pair]) -> Iterator[Quad]:
    """Quads of one subject in one graph."""
    return (Quad(subject, predicate, value, graph) for predicate, value in pairs)


def local_name(node: NamedNode) -> str:
    """Last part of an IRI, after ``#`` or ``/``.

    >>> local_name(sco("Meeting")), local_name(entity("official/ivan-testov"))
    ('Meeting', 'ivan-testov')
    """
    return re.split(r"[#/]", node.value)[-1]


TYPE = NamedNode(vocabulary.RDF + "type")
PREF_LABEL, ALT_LABEL, HIDDEN_LABEL, NOTATION = (
    NamedNode(vocabulary.SKOS + name) for name in ("prefLabel", "altLabel", "hiddenLabel", "notation")
)
SAME_AS = NamedNode(vocabulary.OWL + "sameAs")
TITLE, LANGUAGE, ISSUED, SOURCE, PUBLISHER = (
    NamedNode(vocabulary.DCTERMS + name) for name in ("title", "language", "issued", "source", "publisher")
)
DERIVED_FROM, REVISION_OF, PROV_ENTITY = (
    NamedNode(vocabulary.PROV + name) for name in ("wasDerivedFrom", "wasRevisionOf", "Entity")
)
XSD_DECIMAL = NamedNode(vocabulary.XSD + "decimal")
XSD_INTEGER = NamedNode(vocabulary.XSD + "integer")
XSD_STRING = NamedNode(vocabulary.XSD + "string")
LANG_STRING = NamedNode(vocabulary.RDF + "langString")

AUTHORITY, ENTITIES, INFERRED, INTERACTIONS, ONTOLOGY, PROVENANCE = (
    NamedNode(name)
    for name in (
        vocabulary.AUTHORITY,
        vocabulary.ENTITIES,
        vocabulary.INFERRED,
        vocabulary.INTERACTIONS,
        vocabulary.ONTOLOGY,
        vocabulary.PROVENANCE,
    )
)
