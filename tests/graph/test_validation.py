"""Each rule of the shapes is broken once: the report names document, node, words, what is wrong and the remedy."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from rdflib import Graph

from sco_graph.errors import InvalidRDF
from sco_graph.graph import validation
from sco_graph.graph.shapes import Data, Shapes, shapes
from sco_graph.graph.store import Store
from sco_graph.graph.validation import validate, validate_graph
from sco_graph.model import Document, Violation
from sco_graph.vocabulary import ID, PREFIXES, document_graph
from tests import fiction

PROLOGUE = "".join(f"PREFIX {prefix}: <{name}>\n" for prefix, name in PREFIXES.items())

AUTHORITY = """
BASE <https://w3id.org/sco-graph/id/>
INSERT DATA { GRAPH graph:authority {
  <state/XF> a sco:State, sco:Actor ; skos:prefLabel "Freedonia"@en .
  <tenure/t> a sco:Tenure ; sco:holder <official/ivan-testov> ; sco:post <post/lake-union-secretary-general> ;
    sco:startDate "2020"^^xsd:gYear ; sco:earliestDate "2020-01-01"^^xsd:date .
  <membership/m> a sco:StateMembership ; sco:memberState <state/XF> ; sco:memberOrganisation <body/lake-union> ;
    sco:membershipKind <https://w3id.org/sco-graph/scheme/membership-kind/member> .
} }
"""

# A change to a good store, and what the report says of it: node, property, first words of the message.
BROKEN = {
    "?document sco:sha256 'x'": ("document", "sha256", "a document needs the SHA-256"),
    "?document dcterms:language 'German'": ("document", "language", "the language of a document is"),
    "?document dcterms:issued 'today'": ("document", "issued", "the date of a document is one"),
    "?document skos:prefLabel 'Another'@ru": ("document", "prefLabel", "a document needs a label"),
    "?document sco:mainAccount ?speaker": ("document", "mainAccount", "a document is about one"),
    "?account sco:mode scheme:fast": ("account", "mode", "an account has one mode"),
    "?account sco:status scheme:over": ("account", "status", "it has one status"),
    "?account sco:discusses ?speaker": ("account", "discusses", "this is no issue"),
    "?account sco:place ?speaker": ("account", "place", "it happens at a place"),
    "?account sco:inState ?speaker": ("account", "inState", "it happens in a state"),
    "?account sco:accountPartOf ?speaker": ("account", "accountPartOf", "the whole of an account"),
    "?account sco:accountOnSidelinesOf ?speaker": ("account", "accountOnSidelinesOf", "the event beside an account"),
    "?account sco:participation ?speaker": ("account", "participation", "this is no participation"),
    "?account sco:interactionType scheme:chat": ("account", "interactionType", "an account has one type"),
    "?account sco:accountOf ?speaker": ("account", "accountOf", "an account tells of one interaction"),
    "?account sco:startDate 'in spring'": ("account", "startDate", "a start is one day, month or year"),
    "?account sco:endDate '2022'^^xsd:gYear, '2023'^^xsd:gYear": ("account", "endDate", "an end is one day"),
    "?account sco:earliestDate '2030-01-01'^^xsd:date": ("account", "earliestDate", "the earliest date is one day"),
    "?account sco:latestDate '2030'^^xsd:gYear": ("account", "latestDate", "the latest date is one day"),
    "?statement sco:speaker ?document": ("statement", "speaker", "a statement has one speaker"),
    "?statement sco:speechAct scheme:mumble": ("statement", "speechAct", "a statement has one speech act"),
    "?statement sco:addressee ?document": ("statement", "addressee", "an addressee is an actor"),
    "?statement sco:about 'lakes'": ("statement", "about", "what a statement is about"),
    "?statement sco:stance 2": ("statement", "stance", "a stance is -1, 0 or 1"),
    "?statement sco:madeDuring ?document": ("statement", "madeDuring", "a statement is made during one account"),
    "?mention sco:mentionOf ?document": ("mention", "mentionOf", "a mention is of one entity"),
    "?mention sco:name 'Testov'": ("mention", "name", "a name in a text has the language"),
    "?mention sco:inCapacity ?document": ("mention", "inCapacity", "a capacity is a post"),
    "?evidence sco:quote ''@ru": ("evidence", "quote", "evidence needs its exact words"),
    "?evidence sco:spanStart -1": ("evidence", "spanStart", "the span of evidence begins"),
    "?evidence sco:spanStop 0": ("evidence", "spanStart", "the span of evidence begins"),
    "?evidence sco:score 1.5": ("evidence", "score", "a score is a decimal from 0 to 1"),
    "?evidence sco:supports ?document": ("evidence", "supports", "evidence supports one property"),
    "?evidence sco:supportsValue 'more'": ("evidence", "supportsValue", "evidence supports one value"),
    "?event sco:hasParticipant ?document": ("event", "participant", "shortcuts and participations name different"),
    "?event sco:chairedBy ?document": ("event", "chairedBy", "an interaction is chaired by an actor"),
    "?event sco:hostedBy ?document": ("event", "hostedBy", "an interaction is hosted by an actor"),
    "?event a sco:Letter": ("event", "type", "an interaction is of sco:Interaction and of one"),
    "?event skos:prefLabel 'Treffen'@de": ("event", "prefLabel", "it needs a label in en, ru or zh"),
    "?part sco:participationRole scheme:clown": ("participation", "participationRole", "a participation has one role"),
    "?part sco:participant ?document": ("participation", "participant", "a participation has one participant"),
    "?part sco:inCapacity ?document": ("participation", "inCapacity", "a capacity is a post"),
    "?part sco:evidence ?document": ("participation", "evidence", "what a participation rests on is no evidence"),
    "?speaker a sco:State": ("official", "", "a person is not a body or a state"),
    "?speaker sco:hasHeld ?document": ("official", "hasHeld", "what an official has held is a post"),
    "?speaker skos:altLabel 'Iwan'@de": ("official", "altLabel", "another label has a language"),
    "?body a sco:State": ("body", "", "a body is not a state"),
    "?body sco:organOf ?document": ("body", "organOf", "an organ is of an organisation"),
    "?body sco:ofState ?document": ("body", "ofState", "a body is of a state"),
    "?post sco:atBody ?document": ("post", "atBody", "a post is at one body or state"),
    "?post sco:postType scheme:boss": ("post", "postType", "a post has one type"),
    "?post sco:rank scheme:high": ("post", "rank", "a post has one rank"),
    "?place sco:inState ?document": ("place", "inState", "a place lies in one state"),
    "?tenure sco:holder ?document": ("tenure", "holder", "a tenure has one holder"),
    "?tenure sco:post ?document": ("tenure", "post", "a tenure is of one post"),
    "?tenure sco:endDate '2021'^^xsd:gYear": ("tenure", "", "a date has no bounds"),
    "?membership sco:memberState ?document": ("membership", "memberState", "a membership is of one state"),
    "?membership sco:memberOrganisation ?document": ("membership", "memberOrganisation", "a membership is in one"),
    "?membership sco:membershipKind scheme:friend": ("membership", "membershipKind", "a membership is of one kind"),
    "<urn:x> a sco:Place": ("urn:x", "", "this is no IRI of an entity"),
}  # fmt: skip
MISSING = {
    ("account", "evidence"): "an account rests on no words",
    ("account", "reportedIn"): "an account stands in one document",
    ("statement", "evidence"): "a statement rests on no words",
    ("mention", "evidence"): "a mention rests on no words",
    ("mention", "mentionedIn"): "a mention stands in one document",
    ("evidence", "method"): "evidence needs the rule or model",
    ("event", "account"): "neither a document nor a table tells of this interaction",
    ("document", "source"): "a document needs one source",
}


@pytest.fixture(scope="module")
def document() -> Document:
    return fiction.document()


@pytest.fixture
def store(document: Document) -> Iterator[Store]:
    with Store(None) as made:
        made.replace_document(document, fiction.facts(document))
        made.update(AUTHORITY)
        yield made


@pytest.fixture
def data(store: Store) -> Graph:
    lines = "".join(f"{triple} .\n" for triple in store.triples())
    return Graph().parse(data=lines, format="nt")


def change(data: Graph, request: str) -> None:
    """Run an update with the usual nodes bound."""
    data.update(
        f"""{PROLOGUE} {request} WHERE {{
          ?document a sco:Document . ?account a sco:Account . ?statement a sco:Statement ; sco:speaker ?speaker .
          ?mention a sco:Mention ; sco:mentionOf ?speaker . ?account sco:evidence ?evidence .
          ?evidence sco:supports sco:interactionType . ?event a sco:Interaction ; sco:participation ?part .
          FILTER NOT EXISTS {{ ?part sco:participationRole <https://w3id.org/sco-graph/scheme/role/host> }}
          ?part sco:participant ?speaker . ?body a sco:Organisation . ?post a sco:Post . ?place a sco:Place .
          ?tenure a sco:Tenure . ?membership a sco:StateMembership }}"""
    )


def about(found: tuple[Violation, ...], focus: str, path: str) -> list[Violation]:
    return [one for one in found if one.focus.split("/")[0] == focus and one.path == path]


def test_a_good_store_is_well_formed(store: Store, data: Graph, document: Document) -> None:
    assert validate(store) == ()
    assert validate(store, [document_graph(document.key)]) == ()
    assert validate_graph(data) == ()
    assert not broken(data)


@pytest.mark.parametrize("wrong", BROKEN)
def test_each_rule_is_told_of_with_a_remedy(data: Graph, document: Document, wrong: str) -> None:
    focus, path, message = BROKEN[wrong]
    change(data, f"INSERT {{ {wrong} }}")
    found = about(validate_graph(data), focus, path)
    assert any(one.message.startswith(message) and one.remedy for one in found), found
    assert focus in {node.split("/")[0] for node in broken(data)}
    if focus in ("account", "statement", "mention", "evidence", "event", "participation", "official", "body"):
        assert {one.document for one in found} == {document.key}
        assert all(one.quote and one.quote in document.text for one in found)


def broken(data: Graph) -> set[str]:
    """Nodes that the compiled shapes find fault with; all that pySHACL complains of must be among them."""
    triples = [quad.triple for quad in ox.parse(data.serialize(format="nt"), ox.RdfFormat.N_TRIPLES)]
    found = {str(node.value).removeprefix(ID) for node in shapes().broken(Data(triples, shapes().backwards))}  # type: ignore[union-attr]
    assert {one.focus for one in validate_graph(data)} == found
    return found


@pytest.mark.parametrize(("focus", "missing"), MISSING)
def test_what_is_missing_is_told_of(data: Graph, focus: str, missing: str) -> None:
    term = "dcterms:source" if missing == "source" else f"sco:{missing}"
    kind = {"event": "Interaction"}.get(focus, focus.capitalize())
    data.update(f"{PROLOGUE} DELETE {{ ?one {term} ?any }} WHERE {{ ?one {term} ?any ; a sco:{kind} }}")
    found = about(validate_graph(data), focus, missing)
    assert broken(data)
    assert {one.message.startswith(MISSING[focus, missing]) for one in found} == {True}


def test_evidence_that_nothing_rests_on_is_told_of(data: Graph) -> None:
    change(data, "DELETE { ?account sco:evidence ?evidence } INSERT { }")
    (found,) = about(validate_graph(data), "evidence", "evidence")
    assert found.message.startswith("no claim rests on this evidence")
    assert found.quote == "состоялась встреча"


def test_a_word_that_the_compiled_shapes_do_not_know_is_refused() -> None:
    shape = "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> sh:targetClass <urn:c> ; sh:closed true ."
    with pytest.raises(InvalidRDF, match="closed is not known"):
        Shapes(shape)


def test_only_what_changed_and_what_it_points_at_is_checked(store: Store, document: Document) -> None:
    other = fiction.document("other")
    store.replace_document(other, fiction.facts(other))
    for one in (document, other):
        account = f"<https://w3id.org/sco-graph/id/account/{one.key}-e1>"
        store.update(f"INSERT DATA {{ GRAPH <{document_graph(one.key)}> {{ {account} sco:mode scheme:fast }} }}")
    assert {found.document for found in validate(store)} == {document.key, other.key}
    assert {found.document for found in validate(store, [document_graph(other.key)])} == {other.key}


def test_entities_and_interactions_are_checked_with_the_document_that_points_at_them(
    store: Store, document: Document
) -> None:
    store.update(
        """DELETE { GRAPH ?g { ?event sco:account ?account } } WHERE { GRAPH ?g { ?event sco:account ?account } } ;
        INSERT { GRAPH graph:entities { ?body skos:altLabel "Seebund"@de } }
        WHERE { GRAPH ?g { ?body a sco:InternationalOrganisation } }"""
    )
    found = validate(store, [document_graph(document.key)])
    assert [(one.focus.split("/")[0], one.path) for one in found] == [("event", "account"), ("body", "altLabel")]
    assert found[1].document == document.key
    assert found[1].quote == "Озёрного союза"


def test_a_statement_outside_an_event_is_of_its_graph(store: Store, document: Document) -> None:
    store.update(
        """DELETE { GRAPH ?g { ?said sco:madeDuring ?account } } INSERT { GRAPH ?g { ?said sco:stance 7 } }
        WHERE { GRAPH ?g { ?said sco:madeDuring ?account } }"""
    )
    (found,) = validate(store)
    assert (found.document, found.path) == (document.key, "stance")
    assert found.quote == "И.Тестов подчеркнул важность охраны озёр"


def test_what_no_document_tells_of_has_no_document(data: Graph) -> None:
    change(data, "INSERT { ?tenure sco:holder ?document }")
    (found,) = about(validate_graph(data), "tenure", "holder")[:1]
    assert (found.document, found.quote) == ("", "")


def test_nothing_to_check_is_well_formed() -> None:
    assert validate_graph(Graph()) == ()


def test_broken_shapes_are_told_of(data: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Graph().parse(
        data="@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ; sh:targetClass "
        "<https://w3id.org/sco-graph/ontology#Account> ; sh:property [ sh:minCount 1 ] ."
    )
    monkeypatch.setattr(validation, "_shapes", lambda: broken)
    with pytest.raises(InvalidRDF, match=r"ontology/shapes\.ttl: the shapes cannot be run .* Mend the shapes\."):
        validate_graph(data)
