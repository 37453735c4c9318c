"""What follows by the axioms: the same as owlrl says, of every kind of rule; and how the result is kept."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import owlrl
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad, RdfFormat
from rdflib import RDF, BNode, Graph, Literal, URIRef

from sco_graph.errors import StoreUnavailable
from sco_graph.graph.axioms import compiled
from sco_graph.graph.closure import Closure
from sco_graph.graph.inference import consequences, infer, is_stale
from sco_graph.graph.store import Store
from sco_graph.vocabulary import INFERRED, INTERACTIONS

LAKES = "urn:lakes:"
PREFIXES = """\
PREFIX : <urn:lakes:>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
RULES = {
    "subclass": (":Pond rdfs:subClassOf :Lake . :Lake rdfs:subClassOf :Water .", ":a a :Pond ."),
    "subclass in a circle": (":P rdfs:subClassOf :Q . :Q rdfs:subClassOf :P .", ":a a :P ."),
    "equivalent class": (
        ":Lake owl:equivalentClass :Mere . :Mere rdfs:subClassOf :Water .",
        ":a a :Lake . :b a :Mere .",
    ),
    "subproperty": (
        ":feeds rdfs:subPropertyOf :touches . :touches rdfs:subPropertyOf :near .",
        ":a :feeds :b ; :feeds 1 .",
    ),
    "equivalent property": (":feeds owl:equivalentProperty :fills .", ":a :feeds :b . :c :fills :d ."),
    "inverse": (":feeds owl:inverseOf :fedBy .", ":a :feeds :b . :c :fedBy :d ."),
    "inverse of a subproperty": (
        ":x rdfs:subPropertyOf :feeds . :feeds owl:inverseOf :fedBy .",
        ":a :x :b . :c :fedBy :d .",
    ),
    "symmetric": (":near a owl:SymmetricProperty . :by rdfs:subPropertyOf :near .", ":a :by :b . :c :near :c ."),
    "transitive": (":in a owl:TransitiveProperty .", ":a :in :b . :b :in :c . :c :in :d . :d :in :b ."),
    "symmetric and transitive": (
        ":with a owl:SymmetricProperty, owl:TransitiveProperty .",
        ":a :with :b . :b :with :c .",
    ),
    "transitive above another": (
        ":in a owl:TransitiveProperty . :just rdfs:subPropertyOf :in . :of owl:inverseOf :in .",
        ":a :just :b . :b :just :c . :d :of :c .",
    ),
    "chain": (":uncle owl:propertyChainAxiom ( :parent :brother ) .", ":a :parent :b . :b :brother :c ."),
    "chain of three": (
        ":far owl:propertyChainAxiom ( :a1 :a2 :a3 ) . :far rdfs:subPropertyOf :near ; rdfs:domain :Far .",
        ":a :a1 :b . :b :a2 :c . :c :a3 :d , :e .",
    ),
    "chain that feeds itself": (
        ":in owl:propertyChainAxiom ( :in :part ) . :part owl:inverseOf :whole .",
        ":a :in :b . :c :whole :b . :d :whole :c .",
    ),
    "domain and range": (
        ":feeds rdfs:domain :River ; rdfs:range :Lake . :River rdfs:subClassOf :Water .",
        ":a :feeds :b ; :feeds 'words' .",
    ),
    "domain through a property above and turned": (
        ":x rdfs:subPropertyOf :feeds . :feeds owl:inverseOf :fedBy . :fedBy rdfs:domain :Lake ; rdfs:range :River .",
        ":a :x :b . :c :fedBy :d .",
    ),
    "range that is a datatype": (":depth rdfs:range xsd:integer ; rdfs:domain :Lake .", ":a :depth 7 ."),
}


def ours(ontology: str, data: str) -> set[tuple[str, str, str]]:
    def parsed(text: str) -> list[Quad]:
        return list(ox.parse(PREFIXES + text, format=RdfFormat.TURTLE))

    closure = Closure(compiled(parsed(ontology)))
    closure.take([*parsed(ontology), *parsed(data)])
    found = list(closure.new())
    assert len(found) == len(set(found))
    return {(str(t.subject), str(t.predicate), str(t.object)) for t in found}


def by_owlrl(ontology: str, data: str) -> set[tuple[str, str, str]]:
    """What owlrl adds about things of the lakes: not what it says about the ontology, equality and literals."""
    graph = Graph().parse(data=PREFIXES + ontology + data, format="turtle")
    schema = set(Graph().parse(data=PREFIXES + ontology, format="turtle").all_nodes())
    before = set(graph)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return {
        (s.n3(), p.n3(), o.n3())
        for s, p, o in set(graph) - before
        if isinstance(s, URIRef)
        and s not in schema
        and (str(p).startswith(LAKES) or (p == RDF.type and isinstance(o, URIRef) and str(o).startswith(LAKES)))
        and not isinstance(o, BNode)
        and not (isinstance(o, Literal) and (s, p) in {(a, b) for a, b, c in before if isinstance(c, Literal)})
    }


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_gives_what_owlrl_gives(rule: str) -> None:
    ontology, data = RULES[rule]
    expected = {t for t in by_owlrl(ontology, data) if not t[2].startswith('"')}
    found = ours(ontology, data)
    assert {t for t in found if not t[2].startswith('"')} == expected
    assert expected or rule == "range that is a datatype"


def test_literals_go_up_with_their_property() -> None:
    found = ours(":depth rdfs:subPropertyOf :size . :size owl:inverseOf :of .", ":a :depth 7 .")
    assert {(p, o[:3]) for _, p, o in found} == {(f"<{LAKES}size>", '"7"')}


def test_all_rules_together_give_what_owlrl_gives() -> None:
    ontology, data = (" ".join(RULES[rule][part] for rule in RULES) for part in (0, 1))
    expected = {t for t in by_owlrl(ontology, data) if not t[2].startswith('"')}
    assert {t for t in ours(ontology, data) if not t[2].startswith('"')} == expected


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_random_graphs_give_what_owlrl_gives(seed: int) -> None:
    rng = random.Random(seed)
    properties, nodes = [f":p{n}" for n in range(5)], [f":n{n}" for n in range(6)]
    axioms = [
        f"{rng.choice(properties)} rdfs:subPropertyOf {rng.choice(properties)} .",
        f"{rng.choice(properties)} owl:inverseOf {rng.choice(properties)} .",
        f"{rng.choice(properties)} a owl:TransitiveProperty .",
        f"{rng.choice(properties)} owl:propertyChainAxiom ( {rng.choice(properties)} {rng.choice(properties)} ) .",
        f"{rng.choice(properties)} rdfs:domain :C1 ; rdfs:range :C2 . :C1 rdfs:subClassOf :C0 .",
    ]
    data = " ".join(f"{rng.choice(nodes)} {rng.choice(properties)} {rng.choice(nodes)} ." for _ in range(8))
    assert ours(" ".join(axioms), data) == by_owlrl(" ".join(axioms), data)


ACCOUNT = """INSERT DATA { GRAPH graph:interactions {
  id:event\\/e1 a sco:Meeting ; sco:participation id:participation\\/p1 .
  id:participation\\/p1 sco:participant id:official\\/ivan-testov } }"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store with the ontology and one interaction."""
    with Store(tmp_path / "store") as store:
        store.load_ontology()
        store.update(ACCOUNT)
    return tmp_path / "store"


WHO = "SELECT ?who { ?event sco:hasParticipant ?who }"


def test_what_follows_is_seen_only_if_asked_for(folder: Path) -> None:
    done = infer(folder)
    assert done.inferred == sum(count for _, count in done.by_property) > 0
    with Store(folder, read_only=True) as store:
        assert store.select(WHO).rows == ()
        assert INFERRED not in store.graphs()
        assert done.asserted == len(store)
    with Store(folder, with_inferred=True) as store:
        assert [str(cell).rpartition("/")[2] for (cell,) in store.select(WHO).rows] == ["ivan-testov"]
        assert store.ask("ASK { ?event a sco:Interaction, sco:Occurrence ; sco:hasParticipant ?who }")
        assert store.ask("ASK { ?event a sco:Interaction }", graphs=[INTERACTIONS]) is False
        with pytest.raises(StoreUnavailable, match="open for reading"):
            store.update("CLEAR GRAPH graph:inferred")


def test_no_inferred_triple_stands_in_another_graph(folder: Path) -> None:
    infer(folder)
    with Store(folder, with_inferred=True) as store:
        inferred = {quad.triple for quad in store.quads(INFERRED)}
        assert inferred
        assert not inferred & {quad.triple for quad in store.asserted()}
        assert inferred == set(consequences(store))


def test_two_runs_give_one_result(folder: Path) -> None:
    def run() -> list[Quad]:
        infer(folder)
        with Store(folder, with_inferred=True) as store:
            return list(store.quads())

    assert run() == run()


def test_what_follows_is_stale_after_a_change(folder: Path) -> None:
    with pytest.raises(StoreUnavailable, match="nothing has been inferred"):
        is_stale(folder)
    infer(folder)
    assert not is_stale(folder)
    with Store(folder) as store:
        store.update("INSERT DATA { GRAPH graph:decisions { id:official\\/a owl:sameAs id:official\\/b } }")
    assert is_stale(folder)
    infer(folder)
    assert not is_stale(folder)


def test_no_store_and_nothing_inferred_are_told_apart(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(StoreUnavailable, match="there is no store"):
        infer(tmp_path / "nowhere")
    with pytest.raises(StoreUnavailable, match="there is no store"):
        Store(tmp_path / "nowhere", with_inferred=True)
    with pytest.raises(StoreUnavailable, match=r"nothing has been inferred\. Run"):
        Store(folder, with_inferred=True)


def test_a_run_that_fails_leaves_the_old_result(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    infer(folder)

    def broken(self: Closure) -> None:
        raise StoreUnavailable("store", "the disk is full", "Make room.")

    monkeypatch.setattr(Closure, "new", broken)
    with pytest.raises(StoreUnavailable, match="the disk is full"):
        infer(folder)
    assert not is_stale(folder)
    assert [path.name for path in folder.glob("inferred*")] == ["inferred"]


KILLED = """
import sys, time
from pathlib import Path
from sco_graph.graph import inference
from sco_graph.graph.closure import Closure
new = Closure.new
def slow(self):
    for number, triple in enumerate(new(self)):
        if number == 20:
            print("in the middle", flush=True)
            time.sleep(60)
        yield triple
Closure.new = slow
inference.infer(Path(sys.argv[1]))
"""


def test_a_run_that_is_killed_leaves_the_old_result(folder: Path) -> None:
    infer(folder)
    child = subprocess.Popen([sys.executable, "-c", KILLED, str(folder)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "in the middle\n"
    child.kill()
    child.wait()
    child.stdout.close()
    assert not is_stale(folder)
    with Store(folder, with_inferred=True) as store:
        assert len(store.select(WHO).rows) == 1
    start = time.monotonic()
    infer(folder)
    assert time.monotonic() - start < 30
    assert [path.name for path in folder.glob("inferred*")] == ["inferred"]
