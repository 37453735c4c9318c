"""The one list of IRIs: namespaces, named graphs, and how a key becomes an IRI.

Terms of the ontology are ``SCO + local name``; a test holds every local name
that the code emits against ``ontology/sco.ttl``.
"""

from __future__ import annotations

ROOT = "https://w3id.org/sco-graph/"
SCO = ROOT + "ontology#"
ID = ROOT + "id/"
SCHEME = ROOT + "scheme/"
GRAPH = ROOT + "graph/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
FOAF = "http://xmlns.com/foaf/0.1/"
ORG = "http://www.w3.org/ns/org#"
OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"
WIKIDATA = "http://www.wikidata.org/entity/"

PREFIXES: dict[str, str] = {
    "sco": SCO, "id": ID, "scheme": SCHEME, "graph": GRAPH,
    "rdf": RDF, "rdfs": RDFS, "owl": OWL, "xsd": XSD, "skos": SKOS, "dcterms": DCTERMS,
    "prov": PROV, "foaf": FOAF, "org": ORG, "oa": OA, "schema": SCHEMA, "wd": WIKIDATA,
}  # fmt: skip

INTERACTIONS, ENTITIES, AUTHORITY, ONTOLOGY, DECISIONS, INFERRED, PROVENANCE = (
    GRAPH + name
    for name in ("interactions", "entities", "authority", "ontology", "decisions", "inferred", "provenance")
)


def document_graph(key: str) -> str:
    """Name of the graph that holds what the document of this key says.

    >>> document_graph("norov-le-1a2b3c4d")
    'https://w3id.org/sco-graph/graph/document/norov-le-1a2b3c4d'
    """
    return f"{GRAPH}document/{key}"


def iri(key: str) -> str:
    """IRI of an entity, from its key.

    >>> iri("official/vladimir-norov")
    'https://w3id.org/sco-graph/id/official/vladimir-norov'
    """
    return ID + key


def concept(scheme: str, code: str) -> str:
    """IRI of a concept; codes are written with hyphens.

    >>> concept("mode", "in_person")
    'https://w3id.org/sco-graph/scheme/mode/in-person'
    """
    return f"{SCHEME}{scheme}/{code.replace('_', '-')}"
