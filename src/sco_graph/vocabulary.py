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

UNSETTLED, SETTLING, WRITER = GRAPH + "unsettled", GRAPH + "settling", GRAPH + "writer"
JOURNALS = frozenset({UNSETTLED, SETTLING, WRITER})
"""Graphs that a server holds while it is written to: who writes, and what a writer that was cut off has left to do."""


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


_NARROWER = {
    "counter-terrorism": "terrorist-attacks terrorist-financing foreign-terrorist-fighters counter-terrorism-exercises",
    "extremism-separatism": "radicalisation",
    "drug-trafficking": "drug-precursors anti-drug-strategy",
    "organised-crime": "transnational-crime corruption human-trafficking arms-trafficking money-laundering",
    "information-security": "cyber-threats",
    "arms-control": "non-proliferation disarmament weapons-of-mass-destruction",
    "regional-security": "international-security collective-security border-security conflict-settlement ukraine "
    "middle-east peacekeeping defence-cooperation",
    "afghanistan": "afghan-settlement afghanistan-reconstruction afghanistan-contact-group",
    "trade": "economic-cooperation economic-integration multilateral-trading-system e-commerce business-community "
    "small-business industry",
    "investment": "investment-projects",
    "finance": "local-currencies development-bank interbank-cooperation",
    "transport": "railways road-transport air-transport ports transport-corridors transit-freight",
    "energy": "renewable-energy oil-and-gas nuclear-energy energy-security",
    "agriculture": "agricultural-technology",
    "digital-economy": "digital-transformation information-technology e-government",
    "innovation": "artificial-intelligence start-ups",
    "connectivity": "alignment-of-strategies",
    "development-strategy": "belt-and-road greater-eurasian-partnership sustainable-development "
    "sco-development-strategy",
    "public-health": "covid-19 epidemics vaccines traditional-medicine telemedicine",
    "science-technology": "space",
    "education": "higher-education training-of-personnel",
    "culture": "humanitarian-cooperation public-diplomacy dialogue-of-civilisations cultural-heritage",
    "tourism": "tourist-and-cultural-capital",
    "sport": "olympic-movement",
    "migration": "refugees labour-migration",
    "historical-memory": "second-world-war falsification-of-history",
    "environment": "climate-change water-resources glaciers green-development waste-management",
    "emergencies": "natural-disasters",
    "justice": "courts prosecution legal-cooperation",
    "elections": "election-observation",
    "enlargement": "accession observers-and-partners",
    "multilateralism": "un-reform role-of-the-un international-law multipolarity ties-between-organisations "
    "interparliamentary-cooperation",
    "bilateral-relations": "diplomatic-relations good-neighbourliness",
}
GUIDE_CODES: dict[str, str] = {code: wider for wider, codes in _NARROWER.items() for code in codes.split()}
"""For each issue of ``ontology/issues.ttl`` that is narrower than a code of the annotation guide, that code."""
BEYOND_GUIDE = frozenset({"shanghai-spirit"})
"""Issues that the annotation guide has no code for: annotators leave them out."""


def guide_code(issue: str) -> str | None:
    """The code of the annotation guide that an issue is, or is narrower than; None where the guide has none.

    >>> guide_code("terrorist-financing"), guide_code("finance"), guide_code("shanghai-spirit")
    ('counter-terrorism', 'finance', None)
    """
    return None if issue in BEYOND_GUIDE else GUIDE_CODES.get(issue, issue)
