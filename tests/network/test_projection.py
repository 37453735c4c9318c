"""Who is tied to whom, how strongly, and by what."""

from __future__ import annotations

import dataclasses
from itertools import combinations

import networkx as nx
import pytest

from sco_graph.graph.store import Store
from sco_graph.network import project
from sco_graph.network.chronicle import Chronicle, Part
from sco_graph.network.projection import Actors, graph_of
from sco_graph.network.reading import read

from .. import fiction
from . import samples


def shape(graph: nx.Graph[str]) -> tuple[object, ...]:
    return list(graph.nodes(data=True)), list(graph.edges(data=True))


@pytest.mark.parametrize(
    ("actors", "nodes"),
    [
        ("official", ["official/anna-obraztsova", "official/ivan-testov"]),
        ("body", ["body/lake-union", "body/mfa-sylvania"]),
        ("state", ["state/SY"]),
    ],
)
def test_actors_are_lifted_to_what_is_asked_for(actors: Actors, nodes: list[str]) -> None:
    graph = graph_of(samples.small(), actors)
    assert list(graph) == nodes
    assert graph.number_of_edges() == len(nodes) - 1


def test_an_edge_carries_its_interactions_and_their_words() -> None:
    (edge,) = graph_of(samples.small()).edges(data=True)
    (call,) = edge[2]["interactions"]
    assert call.quotes[0].text == samples.SENTENCE
    assert {name: value for name, value in edge[2].items() if name != "interactions"} == {
        "weight": 1, "weight_newman": 1.0, "first": "2020-04-29", "last": "2020-04-29", "largest": 2,
        "kinds": ("PhoneCall",), "modes": ("mode/phone",), "issues": ("issue/environment",),
        "documents": ("document/call",), "iris": ("https://w3id.org/sco-graph/id/event/phone-call-2020-04-29-00000000",),
    }  # fmt: skip


def test_a_node_tells_who_it_is() -> None:
    node = graph_of(samples.small()).nodes[samples.ANNA]
    assert node["labels"] == {"en": "Anna Obraztsova", "ru": "Анна Образцова"}
    assert (node["kind"], node["body"], node["state"]) == ("Official", "body/mfa-sylvania", "state/SY")
    assert node["posts"] == ("post/sylvania-minister",)
    assert len(node["interactions"]) == 1


def test_a_crowd_counts_little_in_the_second_weight() -> None:
    crowd = tuple(Part(actor=f"official/x{n}") for n in range(5))
    chronicle = Chronicle(
        interactions=(samples.call(parts=crowd), samples.call("event/b", parts=crowd[:2], earliest="", latest="")),
        kinds={part.actor: "Official" for part in crowd},
    )
    graph = graph_of(chronicle, dyads="all")
    assert graph.number_of_edges() == len(list(combinations(crowd, 2)))
    both, one = graph.edges["official/x0", "official/x1"], graph.edges["official/x3", "official/x4"]
    assert (both["weight"], both["weight_newman"], both["largest"]) == (2, 1.25, 5)
    assert (one["weight"], one["weight_newman"], one["last"]) == (1, 0.25, "2020-04-29")


def test_nobody_is_tied_to_itself() -> None:
    colleagues = tuple(Part(actor=actor, posts=("post/sylvania-minister",)) for actor in (samples.ANNA, samples.IVAN))
    graph = graph_of(samples.small(samples.call(parts=colleagues)), "body")
    assert list(graph) == ["body/mfa-sylvania"]
    assert graph.number_of_edges() == 0


def test_a_body_that_took_part_itself_is_a_node_of_its_own_state() -> None:
    parts = (Part(actor="body/mfa-sylvania"), Part(actor="state/SY"), Part(actor="body/lake-union"))
    chronicle = samples.small(samples.call(parts=parts))
    assert list(graph_of(chronicle)) == []
    assert list(graph_of(chronicle, "body")) == ["body/lake-union", "body/mfa-sylvania", "state/SY"]
    assert list(graph_of(chronicle, "state")) == ["state/SY"]


def test_order_of_interactions_and_parts_changes_no_node_and_no_edge() -> None:
    chronicle = samples.chronicle(20, 40, 1)
    turned = tuple(dataclasses.replace(i, parts=i.parts[::-1]) for i in chronicle.interactions)
    assert shape(graph_of(dataclasses.replace(chronicle, interactions=turned)))[0] is not None
    one, other = graph_of(chronicle), graph_of(dataclasses.replace(chronicle, interactions=turned))
    assert [list(one), list(one.edges)] == [list(other), list(other.edges)]
    weights = [(data["weight"], data["weight_newman"]) for _, _, data in one.edges(data=True)]
    assert weights == [(data["weight"], data["weight_newman"]) for _, _, data in other.edges(data=True)]


def test_other_kinds_of_actors_are_refused() -> None:
    with pytest.raises(ValueError, match="'dog' is none of official, post, body, state, issue"):
        graph_of(samples.small(), "dog")  # type: ignore[arg-type]  # that is the point


@pytest.fixture
def store() -> Store:
    found = Store(None)
    for stem in ("fiction", "retelling"):
        document = fiction.document(stem)
        found.replace_document(document, fiction.facts(document), "1", "1")
    return found


def test_two_tellings_of_one_meeting_are_one_interaction(store: Store) -> None:
    graph = project(store)
    (edge,) = graph.edges(data=True)
    assert edge[:2] == ("official/ivan-testov", "official/petra-probova")
    assert edge[2]["weight"] == 1
    (meeting,) = edge[2]["interactions"]
    assert len(meeting.documents) == 2
    assert {quote.document for quote in meeting.quotes} == set(meeting.documents)


def test_what_is_read_points_at_the_words_of_the_text(store: Store) -> None:
    chronicle = read(store)
    (meeting,) = chronicle.interactions
    assert (meeting.type, meeting.date, meeting.mode) == ("Meeting", "2021-03-02", "mode/in-person")
    assert meeting.issues == ("issue/environment",)
    for quote in meeting.quotes:
        assert fiction.TEXT[quote.start : quote.stop] == quote.text
    said = [quote for quote in meeting.quotes if quote.supports == "speechAct"]
    assert said
    assert {quote.actor for quote in said} == {"official/ivan-testov"}
    roles = {part.role for part in meeting.parts if part.actor == "official/ivan-testov"}
    assert roles == {"role/host", "role/attendee"}
    assert {source.title for source in chronicle.sources.values()} == {"Встреча"}
    assert chronicle.name("official/ivan-testov", "ru") == "Иван Тестов"


def test_an_empty_store_gives_an_empty_network() -> None:
    assert len(project(Store(None))) == 0
