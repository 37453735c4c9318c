"""What is derived by shares of keys is what a store derives, however many shares there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from pyoxigraph import NamedNode, Quad

from sco_graph import vocabulary
from sco_graph.corpus import from_text
from sco_graph.graph.derivation import Dealt, deal, derivation, labels, lines, quads
from sco_graph.graph.mapping import Said, said
from sco_graph.graph.store import Store
from sco_graph.graph.validation import doubted, unsure
from sco_graph.reading import extract, known
from tests.cli.conftest import CALL, SUMMIT


@pytest.fixture(scope="module")
def told() -> list[Said]:
    """Releases that tell of the same calls, under names and dates that differ."""
    found = []
    for number in range(9):
        text = (CALL if number % 4 else SUMMIT).replace("4 марта", f"{number // 3 + 1} марта")
        text = text.split("---\n\n", 1)[1].replace("Петром", "П." if number % 2 else "Петром")
        source = f"https://example.org/{number}"
        document = from_text(text, published=f"2021-03-{number + 10}", source=source, stem=f"release-{number}")
        found.append(said(document, extract(document)))
    return found


@pytest.fixture(scope="module")
def stored(told: list[Said]) -> dict[str, set[Quad]]:
    with Store(None) as store:
        store.load_ontology()
        store.load_authority(known())
        store.put(told)
        return {name: set(store.quads_of(name)) for name in (vocabulary.ENTITIES, vocabulary.INTERACTIONS)}


@pytest.mark.parametrize("shares", [1, 2, 7])
def test_shares_give_what_a_store_derives(told: list[Said], stored: dict[str, set[Quad]], shares: int) -> None:
    dealt, by_share = Dealt(), derivation(known())
    for one in told:
        deal(one.quads(), shares, dealt)
    entities: set[Quad] = set()
    named: dict[int, set[Quad]] = defaultdict(set)
    for number in range(shares):
        found = by_share.entities(dealt.mentions[number], (number, shares))
        entities.update(found)
        for one_share, given in labels(found, dealt.asked[number]).items():
            named[one_share] |= given
    interactions = {
        quad
        for number in range(shares)
        for quad in by_share.interactions(dealt.accounts[number], named[number], (number, shares))
    }
    assert entities == stored[vocabulary.ENTITIES]
    assert interactions == stored[vocabulary.INTERACTIONS]
    assert len(interactions) > 20


def test_doubts_are_those_of_a_store(told: list[Said]) -> None:
    graph = list(told[1].quads())
    assert derivation(known()).doubted(graph) == []
    broken = [quad for quad in graph if not quad.predicate.value.endswith("#participant")]
    assert derivation(known()).doubted(broken) == [told[1].graph.value]


@pytest.fixture(scope="module")
def filled(told: list[Said]) -> Iterator[Store]:
    with Store(None) as store:
        store.load_ontology()
        store.load_authority(known())
        store.put(told)
        yield store


@pytest.mark.parametrize("gone", ["", "participant", "quote", "speechAct", "mentionedIn", "evidence", "participation"])
def test_nodes_that_conform_by_their_own_graph_need_no_second_look(filled: Store, told: list[Said], gone: str) -> None:
    for one in told:
        graph = [quad for quad in one.quads() if not gone or not quad.predicate.value.endswith(f"#{gone}")]
        found = unsure(graph)
        assert doubted(filled, graph, found) == doubted(filled, graph)
        assert len(found) < len({quad.subject for quad in graph}) / 2 or gone


def test_a_node_that_points_at_nothing_is_doubted(filled: Store, told: list[Said]) -> None:
    (part, *_), graph = (q for q in told[1].quads() if q.predicate.value.endswith("#participant")), told[1].graph
    nobody = Quad(part.subject, part.predicate, NamedNode(f"{vocabulary.ID}official/nobody"), graph)
    changed = [*(quad for quad in told[1].quads() if quad != part), nobody]
    assert doubted(filled, changed, unsure(changed)) == [graph.value]


def test_lines_are_sorted_and_read_back() -> None:
    text = b'<urn:b> <urn:p> "\xd0\xb0"@ru <urn:g> .\n<urn:a> <urn:p> <urn:b> <urn:g> .\n'
    assert lines([*quads(text), *quads(text)]) == b"".join(sorted(text.splitlines(keepends=True)))
