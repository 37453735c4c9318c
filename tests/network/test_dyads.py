"""Whom an interaction ties: two sides, chairs and hosts, or everybody."""

from __future__ import annotations

import dataclasses
import random
from typing import Any

import networkx as nx
import pytest

from sco_graph.graph.store import Store
from sco_graph.network import graph_of, read
from sco_graph.network.chronicle import Chronicle, Interaction, Part, Stay
from sco_graph.network.dyads import Dyads

from .. import fiction
from . import samples

BODIES = {"post/a": "state/A", "post/b": "state/B", "post/c": "state/C"}
KINDS = {f"official/{n}": "Official" for n in ("a1", "a2", "b1", "b2", "c1")} | dict.fromkeys(BODIES.values(), "State")


def meeting(*names: str, chair: str = "") -> Chronicle:
    """One meeting; the first letter of a name tells the state of its post."""
    parts = tuple(
        Part(actor=f"official/{n}", role="role/chair" if n == chair else "role/attendee", posts=(f"post/{n[0]}",))
        for n in names
    )
    talk = Interaction(key="event/a", type="Meeting", parts=parts)
    return Chronicle(interactions=(talk,), kinds=KINDS, at_body=BODIES)


def ties(chronicle: Chronicle, dyads: Dyads = "pairs") -> set[str]:
    return {
        " ".join(sorted(n.removeprefix("official/") for n in edge)) for edge in graph_of(chronicle, dyads=dyads).edges
    }


def test_two_delegations_are_tied_across_and_not_within() -> None:
    talk = meeting("a1", "a2", "b1", "b2")
    assert ties(talk) == {"a1 b1", "a1 b2", "a2 b1", "a2 b2"}
    assert ties(talk, "all") == ties(talk) | {"a1 a2", "b1 b2"}


def test_a_meeting_of_three_sides_ties_nobody_unless_asked() -> None:
    talk = meeting("a1", "b1", "c1", chair="b1")
    assert ties(talk) == set()
    assert ties(talk, "chair") == {"a1 b1", "b1 c1"}
    assert ties(talk, "all") == {"a1 b1", "b1 c1", "a1 c1"}
    assert set(graph_of(talk)) == {"official/a1", "official/b1", "official/c1"}


def test_two_colleagues_alone_are_tied() -> None:
    assert ties(meeting("a1", "a2")) == {"a1 a2"}


@pytest.mark.parametrize("actors", ["official", "post", "body", "state"])
def test_each_rule_ties_all_that_the_narrower_one_does(actors: Any) -> None:
    chronicle = samples.chronicle(60, 150, summits=12)
    found = [
        {frozenset(e) for e in graph_of(chronicle, actors, dyads=rule).edges} for rule in ("pairs", "chair", "all")
    ]
    assert found[0] <= found[1] <= found[2]
    assert found[0] < found[2]


@pytest.mark.parametrize("dyads", ["pairs", "chair", "all"])
def test_the_order_of_interactions_changes_nothing(dyads: Dyads) -> None:
    chronicle = samples.chronicle(40, 90, summits=8)
    mixed = list(chronicle.interactions)
    random.Random(3).shuffle(mixed)
    graphs = (
        graph_of(dataclasses.replace(chronicle, interactions=tuple(i)), dyads=dyads)
        for i in (chronicle.interactions, mixed)
    )
    one, other = ([(a, b, data["weight"], data["weight_newman"]) for a, b, data in g.edges(data=True)] for g in graphs)
    assert one == other


def test_an_organisation_stands_for_its_members_of_that_day() -> None:
    parts = (Part(actor="body/union"), Part(actor="state/C"))
    talk = Interaction(key="event/a", type="Meeting", earliest="2010-01-01", latest="2010-01-01", parts=parts)
    member = "membership-kind/member"
    stays = (Stay(state="state/A", kind=member), Stay(state="state/B", kind=member, earliest="2015-01-01"))
    kinds = KINDS | {"body/union": "InternationalOrganisation"}
    chronicle = Chronicle(interactions=(talk,), kinds=kinds, stays={"body/union": stays})
    assert list(graph_of(chronicle, "state")) == ["state/C"]
    assert list(graph_of(chronicle, "state", members=True)) == ["state/A", "state/C"]


def test_issues_are_tied_when_they_were_discussed_together() -> None:
    graph = graph_of(samples.small(samples.call(issues=("issue/a", "issue/b"))), "issue")
    assert graph.edges["issue/a", "issue/b"]["weight"] == 1


def test_counts_are_those_that_a_query_of_the_store_gives() -> None:
    with Store(None) as store:
        store.replace_document(fiction.document(), fiction.facts())
        graph = graph_of(read(store), "official", dyads="all")
        query = """
            SELECT ?one ?other (COUNT(DISTINCT ?e) AS ?n) {
              ?e a sco:Interaction ; sco:account/sco:participation/sco:participant ?one, ?other .
              ?one a sco:Official . ?other a sco:Official . FILTER(STR(?one) < STR(?other))
            } GROUP BY ?one ?other"""
        counted = {
            (str(one).rsplit("/id/", 1)[-1], str(other).rsplit("/id/", 1)[-1]): int(str(n))
            for one, other, n in store.select(query).rows
        }
    assert counted
    ties = ((*sorted((a, b)), data["weight"]) for a, b, data in graph.edges(data=True))
    assert counted == {(a, b): n for a, b, n in ties}


def test_a_title_states_what_was_asked_and_how_many() -> None:
    title = graph_of(meeting("a1", "b1"), dyads="chair").graph["title"]
    assert isinstance(title, str)
    assert "2" in title
    assert nx.Graph.__name__ not in title
