"""The checklist of portals, items O1-O14 (header) and T1-T14 (terms): each test carries the number of its item.

``make portal-check`` runs these and prints the score. A property ``lacks`` tells what of a recommended item is not
there; what is not there is never invented (a DOI, an entry in a register).
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, XSD, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic

import sco_graph
from sco_graph.graph import reasoning
from sco_graph.graph.clashes import clashes
from sco_graph.graph.store import Store
from sco_graph.publication import reference
from sco_graph.vocabulary import PREFIXES, SCHEME, SCO
from tests.ontology import profile

from .conftest import PROPERTIES

IRI = URIRef("https://w3id.org/sco-graph/ontology")
FILES = ("sco", "roles", "issues", "issue-matches", "alignments", "shapes")
LANGUAGES = {"en", "ru", "zh"}
BIBO = Namespace("http://purl.org/ontology/bibo/")
STATUS = URIRef("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status")
AXIOMS = (RDF.type, RDFS.label, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.inverseOf)
Record = Callable[[str, object], None]


def abstract(ontology: Graph, term: URIRef) -> bool:
    return (term, URIRef(SCO + "abstract"), None) in ontology


def texts(graph: Graph, term: URIRef, kind: URIRef) -> dict[str | None, list[str]]:
    found: dict[str | None, list[str]] = {}
    for value in graph.objects(term, kind):
        assert isinstance(value, Literal)
        found.setdefault(value.language, []).append(str(value))
    return found


# ---- Header -------------------------------------------------------------------------------------------------------


def test_O01_there_is_a_title_in_each_language(ontology: Graph) -> None:
    assert list(ontology.subjects(RDF.type, OWL.Ontology)) == [IRI]
    assert set(texts(ontology, IRI, DCTERMS.title)) == LANGUAGES


def test_O02_there_is_a_description_in_each_language(ontology: Graph) -> None:
    assert set(texts(ontology, IRI, DCTERMS.description)) == LANGUAGES


def test_O03_the_licence_is_an_address(ontology: Graph) -> None:
    assert ontology.value(IRI, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")


def test_O04_the_version_has_an_address_of_its_own(ontology: Graph) -> None:
    version = ontology.value(IRI, OWL.versionInfo)
    assert ontology.value(IRI, OWL.versionIRI) == URIRef(f"{IRI}/{version}") != IRI


def test_O05_the_version_is_semantic_and_that_of_the_package(ontology: Graph, root: Path) -> None:
    version = str(ontology.value(IRI, OWL.versionInfo))
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert version == tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert version == sco_graph.__version__


@pytest.mark.parametrize(("who", "when"), [(DCTERMS.creator, DCTERMS.created)])
def test_O06_who_made_it_and_when(ontology: Graph, who: URIRef, when: URIRef) -> None:
    said_by_and_on(ontology, who, when)


@pytest.mark.parametrize(("who", "when"), [(DCTERMS.publisher, DCTERMS.issued)])
def test_O07_who_published_it_and_when(ontology: Graph, who: URIRef, when: URIRef) -> None:
    said_by_and_on(ontology, who, when)


def said_by_and_on(ontology: Graph, who: URIRef, when: URIRef) -> None:
    assert ontology.value(IRI, who) == Literal("sco_graph contributors")
    day = ontology.value(IRI, when)
    assert isinstance(day, Literal)
    assert day.datatype == XSD.date


def test_O08_prefix_and_namespace_are_the_same_everywhere(ontology: Graph) -> None:
    namespace = str(ontology.value(IRI, VANN.preferredNamespaceUri))
    prefix = str(ontology.value(IRI, VANN.preferredNamespacePrefix))
    assert namespace == SCO == PREFIXES[prefix] == str(dict(ontology.namespaces())[prefix])


def test_O09_there_is_a_citation_of_this_version(ontology: Graph) -> None:
    assert str(ontology.value(IRI, OWL.versionInfo)) in str(ontology.value(IRI, DCTERMS.bibliographicCitation))


def test_O10_status_and_sources_are_told_and_no_doi_is_invented(ontology: Graph, record_property: Record) -> None:
    assert ontology.value(IRI, BIBO.status) is not None
    assert ontology.value(IRI, DCTERMS.source) is not None
    assert not [value for value in ontology.objects(IRI) if "doi" in str(value).lower()]
    record_property("lacks", "bibo:doi (none is registered), foaf:logo (there is none)")


def test_O11_when_it_was_modified(ontology: Graph, record_property: Record) -> None:
    modified, issued = (ontology.value(IRI, term) for term in (DCTERMS.modified, DCTERMS.issued))
    assert str(modified) >= str(issued)
    record_property("lacks", "owl:priorVersion, owl:backwardCompatibleWith (this is the first version)")


def test_O12_the_namespace_is_persistent(ontology: Graph) -> None:
    assert re.match(r"https://w3id\.org/", str(ontology.value(IRI, VANN.preferredNamespaceUri)))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("syntax", ["turtle", "xml", "nt"])
def test_O14_each_file_says_the_same_in_every_syntax(root: Path, name: str, syntax: str) -> None:
    graph = Graph().parse(root / "ontology" / f"{name}.ttl")
    again = Graph().parse(data=graph.serialize(format=syntax), format=syntax)
    assert len(graph) > 20
    assert isomorphic(graph, again)


# ---- Terms --------------------------------------------------------------------------------------------------------


def each_in_each_language(ontology: Graph, terms: list[URIRef], kind: URIRef) -> None:
    for term in terms:
        found = texts(ontology, term, kind)
        assert set(found) == LANGUAGES, (term, kind)
        assert all(len(values) == 1 for values in found.values()), (term, kind)


def test_T01_each_term_has_one_label_a_language(
    ontology: Graph, classes: list[URIRef], properties: list[URIRef]
) -> None:
    each_in_each_language(ontology, [*classes, *properties], RDFS.label)


@pytest.mark.parametrize("kind", ["classes", "properties"])
def test_T01_labels_are_unique_among_classes_and_among_properties(
    ontology: Graph, kind: str, request: pytest.FixtureRequest
) -> None:
    counted = Counter(label for term in request.getfixturevalue(kind) for label in ontology.objects(term, RDFS.label))
    assert [label for label, times in counted.items() if times > 1 and "SHA-256" not in str(label)] == []


def test_T02_each_term_has_one_definition_a_language(
    ontology: Graph, classes: list[URIRef], properties: list[URIRef]
) -> None:
    each_in_each_language(ontology, [*classes, *properties], SKOS.definition)


def test_T02_definitions_are_in_the_script_of_their_language(ontology: Graph, schemes: Graph) -> None:
    scripts = {"ru": r"[А-Яа-яё]", "zh": r"[\u4e00-\u9fff]", "en": r"^[^А-Яа-яё\u4e00-\u9fff]+$"}
    for value in (*ontology.objects(None, SKOS.definition), *schemes.objects(None, SKOS.definition)):
        assert isinstance(value, Literal)
        assert re.search(scripts[value.language or ""], value), value
        assert value.language != "ru" or "。" not in value


def test_T03_each_term_says_where_it_is_defined(
    ontology: Graph, classes: list[URIRef], properties: list[URIRef]
) -> None:
    for term in (*classes, *properties):
        assert list(ontology.objects(term, RDFS.isDefinedBy)) == [IRI]


@pytest.mark.parametrize("name", FILES)
def test_T03_no_term_of_another_vocabulary_is_defined_anew(root: Path, name: str) -> None:
    graph = Graph().parse(root / "ontology" / f"{name}.ttl")
    for axiom in AXIOMS:
        for term in graph.subjects(axiom):
            foreign = isinstance(term, URIRef) and not term.startswith("https://w3id.org/sco-graph/")
            assert not foreign, (term, axiom)


def test_T04_each_property_is_of_one_kind(ontology: Graph, properties: list[URIRef]) -> None:
    assert len(set(properties)) == len(properties)
    for term in properties:
        assert len([kind for kind in ontology.objects(term, RDF.type) if kind in PROPERTIES]) == 1, term


@pytest.mark.parametrize("end", [RDFS.domain, RDFS.range])
def test_T05_each_property_has_one_domain_and_one_range(ontology: Graph, properties: list[URIRef], end: URIRef) -> None:
    assert {term: len(list(ontology.objects(term, end))) for term in properties} == dict.fromkeys(properties, 1)


def test_T06_what_is_written_both_ways_is_inverse(ontology: Graph, record_property: Record) -> None:
    pairs = set(ontology.subject_objects(OWL.inverseOf))
    assert pairs == {(URIRef(SCO + "account"), URIRef(SCO + "accountOf"))}
    record_property("lacks", "inverses that no graph holds: ^ in SPARQL goes the other way (docs/ontology.md)")


def test_T07_every_concrete_class_is_disjoint_from_others(ontology: Graph, classes: list[URIRef]) -> None:
    groups = [set(Collection(ontology, node)) for node in ontology.objects(None, OWL.members)]
    largest = max(groups, key=len)
    for term in classes:
        if not abstract(ontology, term):
            above = set(ontology.transitive_objects(term, RDFS.subClassOf))
            assert above & largest, f"{term} is disjoint from nothing"


def test_T07_a_planted_clash_is_seen(ontology: Graph) -> None:
    planted = Graph().parse(
        data=f"@prefix sco: <{SCO}> . <urn:lake> a sco:Place, sco:Official . <urn:call> a sco:Letter, sco:PhoneCall .",
        format="turtle",
    )
    assert len(clashes(ontology + planted)) == 2


def test_T08_subclasses_have_no_cycle_and_no_class_stands_alone(ontology: Graph, classes: list[URIRef]) -> None:
    for term in classes:
        above = set(ontology.transitive_objects(term, RDFS.subClassOf)) - {term}
        assert not any(term in ontology.transitive_objects(one, RDFS.subClassOf) for one in above)
        used = ontology.subjects(RDFS.subClassOf, term), ontology.subjects(RDFS.range | RDFS.domain, term)
        assert above or any(True for subjects in used for _ in subjects), term


def test_T08_no_term_is_class_and_property(classes: list[URIRef], properties: list[URIRef]) -> None:
    assert not set(classes) & set(properties)


def test_T09_names_are_upper_camel_for_classes_and_lower_camel_for_properties(
    classes: list[URIRef], properties: list[URIRef]
) -> None:
    assert all(re.fullmatch(r"([A-Z][a-z]+)+", term.removeprefix(SCO)) for term in classes)
    assert all(re.fullmatch(r"[a-z]+[0-9]*([A-Z][a-z]+)*", term.removeprefix(SCO)) for term in properties)


def test_T10_what_a_graph_uses_is_declared_and_what_is_declared_is_used(
    sample: Graph, schemes: Graph, ontology: Graph, classes: list[URIRef], declared: set[str]
) -> None:
    used = {str(node).removeprefix(SCO) for triple in sample for node in triple if str(node).startswith(SCO)}
    assert used <= declared
    kinds = {*sample.objects(None, RDF.type), *schemes.objects(None, RDF.type)}
    idle = {term.removeprefix(SCO) for term in classes if term not in kinds and not abstract(ontology, term)}
    # Of the sample's documents none tells of an unnamed group by itself, and what a summit adopted is not read yet.
    assert idle <= {"Collective", "OutcomeDocument"}


def test_T11_vocabularies_are_reused(ontology: Graph) -> None:
    above = {*ontology.objects(None, RDFS.subClassOf), *ontology.objects(None, RDFS.subPropertyOf)}
    namespaces = {re.sub(r"[^/#]+$", "", str(term)) for term in above if not str(term).startswith(SCO)}
    assert len(namespaces) >= 7
    assert len({prefix for prefix, name in ontology.namespaces() if str(name) in namespaces}) == len(namespaces)
    assert (None, OWL.imports, None) not in ontology


def test_T12_each_term_has_a_status(
    ontology: Graph, classes: list[URIRef], properties: list[URIRef], record_property: Record
) -> None:
    for term in (*classes, *properties):
        assert list(ontology.objects(term, STATUS)) == [Literal("testing")], term
    assert (None, OWL.deprecated, None) not in ontology
    record_property("lacks", "skos:example (the pages show examples out of a graph); no earlier release to compare")


def test_T13_the_ontology_keeps_to_owl_2_dl(ontology: Graph, schemes: Graph) -> None:
    whole = ontology + schemes
    reasoning.declare_foreign_terms(whole)
    assert profile.faults(whole) == ()


@pytest.mark.parametrize(
    "planted",
    [
        "sco:method a owl:ObjectProperty .",
        "sco:hasParticipant a owl:FunctionalProperty .",
        "sco:method rdfs:range xsd:duration .",
        "sco:holder rdfs:subPropertyOf sco:method .",
        "sco:Spy rdfs:subClassOf sco:Official . sco:Official rdfs:subClassOf sco:Ghost .",
        "sco:hasParticipant owl:propertyChainAxiom ( sco:chairedBy sco:hasParticipant ) .",
        "sco:Official owl:hasSelf true .",
        "sco:method owl:inverseOf sco:account .",
    ],
)
def test_T13_a_breach_of_the_profile_is_seen(ontology: Graph, planted: str) -> None:
    graph = Graph() + ontology
    reasoning.declare_foreign_terms(graph)
    prefixes = "".join(
        f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items() if name in ("sco", "owl", "rdfs", "xsd")
    )
    graph.parse(data=prefixes + planted, format="turtle")
    assert profile.faults(graph)


def test_T13_the_ontology_does_not_contradict_itself_at_sight(ontology: Graph, schemes: Graph) -> None:
    assert clashes(ontology + schemes) == ()


def test_T13_a_participant_is_what_takes_part(ontology: Graph) -> None:
    chain = ontology.value(URIRef(SCO + "hasParticipant"), OWL.propertyChainAxiom)
    assert chain is not None
    assert list(Collection(ontology, chain)) == [URIRef(SCO + "participation"), URIRef(SCO + "participant")]


@pytest.mark.slow
def test_T13_hermit_finds_a_model_and_no_empty_class(root: Path) -> None:
    files = [root / "ontology" / f"{name}.ttl" for name in FILES if name != "shapes"]
    found = reasoning.check(files)
    assert (found.consistent, found.unsatisfiable) == (True, ())


@pytest.fixture(scope="module")
def pages(sample_store: Store, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    written = reference.write(sample_store, tmp_path_factory.mktemp("reference"))
    return {path.stem: path.read_text("utf-8") for path in written}


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_T14_each_term_has_its_local_name_as_anchor_and_its_texts(
    pages: dict[str, str], ontology: Graph, classes: list[URIRef], properties: list[URIRef], language: str
) -> None:
    found = dict(re.findall(r'<section class="term" id="(\w+)">(.*?)</section>', pages[language], re.DOTALL))
    assert set(found) == {term.removeprefix(SCO) for term in (*classes, *properties)}
    for term in (*classes, *properties):
        for kind in (RDFS.label, SKOS.definition):
            (text,) = texts(ontology, term, kind)[language]
            assert escape(text) in found[term.removeprefix(SCO)], term


def test_T14_each_concept_has_an_anchor(pages: dict[str, str], schemes: Graph) -> None:
    for page in pages.values():
        anchors = set(re.findall(r'<li id="([^"]+)"', page))
        assert anchors == {str(node).removeprefix(SCHEME) for node in schemes.subjects(RDF.type, SKOS.Concept)}


def test_T14_the_russian_page_is_in_russian(pages: dict[str, str]) -> None:
    assert '<html lang="ru">' in pages["ru"]
    # What is left of the page without code, quoted examples and names in other languages.
    prose = re.sub(r"<(style|code|pre|nav|svg)\b.*?</\1>|<[^>]+>", " ", pages["ru"], flags=re.DOTALL)
    russian, latin = len(re.findall("[а-яё]", prose, re.IGNORECASE)), len(re.findall("[a-z]", prose, re.IGNORECASE))
    assert russian > 20 * latin


def test_T14_examples_come_from_the_sample(pages: dict[str, str], record_property: Record) -> None:
    without = re.findall(r'id="(\w+)">(?:(?!</section>).)*The graph holds no example', pages["en"], re.DOTALL)
    assert len(without) < 25
    assert "PhoneCall" not in without
