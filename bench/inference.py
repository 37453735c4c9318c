"""How long inference takes: a million triples of a fictional graph, and a smaller slice against other reasoners.

    python bench/inference.py [TRIPLES]

The graph is made of interactions, participations, accounts and officials of the Lake Union, with the
properties and classes of the ontology; seeded, so the same each time. Peers are skipped where they are not installed.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import Graph

from sco_graph.graph.axioms import compiled
from sco_graph.graph.closure import Closure
from sco_graph.graph.inference import infer
from sco_graph.graph.ontology import ontology_files, ontology_quads
from sco_graph.graph.store import Store
from sco_graph.graph.terms import TYPE, entity, sco

SLICE = 20_000
"""Triples on which the peers are timed: they need hours for a million."""


def triples(rng: random.Random) -> Iterator[ox.Triple]:
    """Endless fiction: interactions with participations and accounts, among officials of bodies."""
    number = 0
    while True:
        number += 1
        event, account = entity(f"event/lake-{number}"), entity(f"account/lake-{number}")
        kind = rng.choice(("Meeting", "PhoneCall", "Summit", "Visit", "Conference"))
        day = Literal(f"20{rng.randrange(10, 25)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}")
        yield ox.Triple(event, TYPE, sco(kind))
        yield ox.Triple(event, sco("startDate"), day)
        yield ox.Triple(event, sco("account"), account)
        yield ox.Triple(account, TYPE, sco("Account"))
        yield ox.Triple(account, sco("reportedIn"), entity(f"document/lake-{number // 3}"))
        for place in range(rng.randrange(2, 6)):
            part = entity(f"participation/lake-{number}-{place}")
            who = entity(f"official/tester-{int(rng.paretovariate(0.6)) % 20_000}")
            yield ox.Triple(event, sco("participation"), part)
            yield ox.Triple(part, TYPE, sco("Participation"))
            yield ox.Triple(part, sco("participant"), who)
            yield ox.Triple(part, sco("inCapacity"), entity(f"post/lake-{hash_of(who) % 500}"))


def hash_of(node: NamedNode) -> int:
    """A number of a node that is the same in every process."""
    return sum(map(ord, node.value))


def timed(work: Callable[[], int]) -> tuple[float, int]:
    """Seconds and the number of inferred triples."""
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def main() -> None:
    """Print figures."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    graph = NamedNode("https://w3id.org/sco-graph/graph/document/lakes")
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "store"
        with Store(where) as store:
            store.load_ontology()
            made = islice(triples(random.Random(1)), size)
            store.database.bulk_extend(Quad(t.subject, t.predicate, t.object, graph) for t in made)
        seconds, found = timed(lambda: infer(where).inferred)
    print(f"infer, on disk: {size:,} triples, {found:,} follow, {seconds:.1f} s")
    peers(list(islice(triples(random.Random(1)), SLICE)))


def peers(some: list[ox.Triple]) -> None:
    """The rules alone, in memory, against other reasoners on the same triples and ontology."""

    def ours() -> int:
        closure = Closure(compiled(ontology_quads()))
        closure.take(some)
        return sum(1 for _ in closure.new())

    seconds, found = timed(ours)
    print(f"rules in memory: {len(some):,} triples, {found:,} follow, {seconds:.2f} s")
    for name, peer in (("owlrl", owlrl_peer), ("reasonable", reasonable_peer)):
        try:
            theirs, of_them = timed(peer(some))
        except ImportError:
            print(f"{name}: not installed")
        else:
            print(
                f"{name}: {of_them:,} follow, also about the ontology itself; {theirs:.2f} s, {theirs / seconds:.0f} x"
            )


def in_rdflib(some: list[ox.Triple]) -> Graph:
    """Triples and ontology as rdflib has them; not timed."""
    graph = Graph().parse(data="\n".join(f"{t} ." for t in some), format="nt")
    for path in ontology_files():
        graph.parse(path)
    return graph


def owlrl_peer(some: list[ox.Triple]) -> Callable[[], int]:
    """OWL 2 RL by owlrl."""
    import owlrl

    graph = in_rdflib(some)
    before = len(graph)

    def run() -> int:
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
        return len(graph) - before

    return run


def reasonable_peer(some: list[ox.Triple]) -> Callable[[], int]:
    """OWL 2 RL by reasonable, which knows no property chains."""
    import reasonable

    graph = in_rdflib(some)
    reasoner = reasonable.PyReasoner()
    reasoner.from_graph(graph)

    def run() -> int:
        return len(set(reasoner.reason()) - set(graph))

    return run


if __name__ == "__main__":
    main()
