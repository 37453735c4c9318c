"""What must hold whatever documents say."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat

from sco_graph import vocabulary
from sco_graph.graph.mapping import document_quads
from sco_graph.graph.ontology import ontology_quads
from sco_graph.graph.store import Store
from sco_graph.graph.terms import sco

from ..strategies import Claim, corpora, documents, facts_of
from .fictional import authority

few = settings(deadline=None, max_examples=40)


def built(claims: tuple[Claim, ...], *, tables: bool = True) -> Store:
    store = Store()
    if tables:
        store.load_authority(authority())
    store.replace_documents(claims)
    return store


def lines(store: Store) -> list[str]:
    return [str(quad) for quad in store.quads()]


@given(st.data())
@few
def test_every_quote_is_the_text_of_its_span(data: st.DataObject) -> None:
    note = data.draw(documents())
    facts = data.draw(facts_of(note))
    found = document_quads(note, facts)
    values = {(quad.subject, quad.predicate): quad.object for quad in found}
    pieces = [quad.subject for quad in found if quad.object == sco("Evidence")]
    for piece in pieces:
        start, stop = values[piece, sco("spanStart")], values[piece, sco("spanStop")]
        quote = values[piece, sco("quote")]
        assert isinstance(start, Literal)
        assert isinstance(stop, Literal)
        assert isinstance(quote, Literal)
        assert note.text[int(start.value) : int(stop.value)] == quote.value
    assert len(pieces) == len({(e.subject, e.property, e.value, e.start, e.stop) for e in facts.evidence})


@given(corpora(), st.randoms(use_true_random=False))
@few
def test_the_order_of_documents_changes_nothing(claims: tuple[Claim, ...], random: object) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    one_by_one = Store()
    for note, facts in shuffled:
        one_by_one.replace_document(note, facts)
    one_by_one.load_authority(authority())
    assert lines(one_by_one) == lines(built(claims))


@given(corpora())
@few
def test_replacing_twice_is_replacing_once(claims: tuple[Claim, ...]) -> None:
    store = built(claims)
    before = lines(store)
    for note, facts in claims:
        store.replace_document(note, facts)
    assert lines(store) == before


@given(st.data())
@few
def test_a_changed_document_leaves_no_trace(data: st.DataObject) -> None:
    claims = data.draw(corpora())
    note, _ = claims[0]
    store = built(((note, data.draw(facts_of(note))), *claims[1:]))
    store.replace_document(*claims[0])
    assert lines(store) == lines(built(claims))


@given(corpora())
@few
def test_forgetting_is_never_having_heard(claims: tuple[Claim, ...]) -> None:
    store = built(claims)
    store.forget(claims[0][0].key)
    assert lines(store) == lines(built(claims[1:]))


@given(corpora())
@few
def test_a_triple_stands_in_one_graph(claims: tuple[Claim, ...]) -> None:
    quads = list(built(claims).quads())
    assert len({quad.triple for quad in quads}) == len(quads)


@given(corpora())
@few
def test_data_has_no_blank_nodes_and_no_default_graph(claims: tuple[Claim, ...]) -> None:
    for quad in built(claims).quads():
        assert not isinstance(quad.subject, BlankNode)
        assert not isinstance(quad.object, BlankNode)
        assert isinstance(quad.graph_name, NamedNode)


@given(corpora())
@few
def test_every_interaction_leads_to_a_quote(claims: tuple[Claim, ...]) -> None:
    query = """
        SELECT ?event ?quote {
          ?event a sco:Interaction
          OPTIONAL { ?event sco:account/sco:evidence/sco:quote ?quote . ?event sco:account/sco:reportedIn ?document }
        }"""
    table = built(claims).select(query)
    assert all(quote is not None for _, quote in table.rows)
    told = {event.key for _, facts in claims for event in facts.events}
    assert {str(event) for event, _ in table.rows} == {vocabulary.iri(key) for key in told}


@given(corpora())
@few
def test_an_interaction_has_one_value_of_each_functional_property(claims: tuple[Claim, ...]) -> None:
    store = built(claims)
    functional = {
        quad.subject for quad in ontology_quads() if str(quad.object).endswith("owl#FunctionalProperty>")
    }  # fmt: skip
    assert functional
    seen: dict[tuple[object, object], object] = {}
    for quad in store.quads():
        if quad.predicate in functional:
            assert seen.setdefault((quad.subject, quad.predicate), quad.object) == quad.object


@given(corpora())
@few
def test_an_entity_has_at_most_one_preferred_label_a_language(claims: tuple[Claim, ...]) -> None:
    query = "ASK { ?entity skos:prefLabel ?a, ?b FILTER(?a != ?b && LANG(?a) = LANG(?b)) }"
    assert not built(claims).ask(query)


@given(corpora())
@few
def test_every_term_is_declared(claims: tuple[Claim, ...]) -> None:
    declared = {quad.subject.value for quad in ontology_quads() if isinstance(quad.subject, NamedNode)}
    nodes = {node for quad in built(claims).quads() for node in (quad.predicate, quad.object)}
    ours = {node.value for node in nodes if isinstance(node, NamedNode) and node.value.startswith(vocabulary.SCO)}
    assert ours
    assert ours - declared == set()
    schemes = {node.value for node in nodes if isinstance(node, NamedNode) and node.value.startswith(vocabulary.SCHEME)}
    assert schemes - declared == set()


@pytest.mark.parametrize("form", [RdfFormat.N_QUADS, RdfFormat.TRIG, RdfFormat.JSON_LD], ids=lambda form: form.name)
@given(claims=corpora())
@settings(deadline=None, max_examples=15)
def test_what_is_written_is_read_again(form: RdfFormat, claims: tuple[Claim, ...]) -> None:
    quads = list(built(claims).quads())
    written = ox.serialize(quads, format=form)
    assert written is not None
    assert {*ox.parse(written, format=form)} == {Quad(q.subject, q.predicate, q.object, q.graph_name) for q in quads}
