"""Networks of two modes, of what was said, and parts of a network."""

from __future__ import annotations

import dataclasses

import pytest

from sco_graph.network import between, ego, graph_of, paths, statements_of, two_mode
from sco_graph.network.chronicle import Chronicle, Interaction, Part, Said
from sco_graph.network.discourse import Statements
from sco_graph.network.selection import Selection

from . import samples

KINDS = dict.fromkeys(("state/A", "state/B", "state/C", "state/D"), "State")


def said(key: str, speaker: str, act: str, issue: str = "issue/lakes", earliest: str = "") -> Said:
    return Said(
        key=f"statement/{key}",
        speaker=f"state/{speaker}",
        act=f"speech-act/{act}",
        document="d",
        issues=(issue,),
        earliest=earliest,
    )


SPOKEN = Chronicle(
    kinds=KINDS,
    statements=(
        said("1", "A", "praise"), said("2", "B", "support"), said("3", "C", "condemn", earliest="2020-01-01"),
        said("4", "A", "inform", "issue/trade"), said("5", "D", "urge"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("congruence", {("state/A", "state/B")}),
        ("conflict", {("state/A", "state/C"), ("state/B", "state/C")}),
        (
            "affiliation",
            {("state/A", "issue/trade"), *((f"state/{one}", "issue/lakes") for one in "ABCD")},
        ),
    ],
)  # fmt: skip
def test_what_was_said_ties(form: Statements, expected: set[tuple[str, str]]) -> None:
    graph = statements_of(SPOKEN, "state", form=form)
    assert {frozenset(edge) for edge in graph.edges} == set(map(frozenset, expected))


def test_an_affiliation_counts_acts_and_tones() -> None:
    edge = statements_of(SPOKEN, "state").edges["state/A", "issue/lakes"]
    assert (edge["acts"], edge["positive"], edge["negative"], edge["neutral"]) == ({"speech-act/praise": 1}, 1, 0, 0)


def test_a_statement_that_two_documents_tell_of_counts_once() -> None:
    call = samples.call()
    twice = tuple(
        Said(key=f"statement/{n}", speaker=samples.IVAN, act="speech-act/praise", document=f"document/{n}",
             issues=("issue/environment",), interaction=call.key)
        for n in range(2)
    )  # fmt: skip
    graph = statements_of(dataclasses.replace(samples.small(call), statements=twice))
    assert graph.edges[samples.IVAN, "issue/environment"]["weight"] == 1


def test_a_selection_chooses_statements_too() -> None:
    graph = statements_of(SPOKEN, "state", Selection(since="2019-01-01"))
    assert list(graph.edges) == [("state/C", "issue/lakes")]


def test_two_modes_lose_nothing() -> None:
    chronicle = samples.chronicle(30, 60, summits=5)
    graph = two_mode(chronicle)
    assert graph.number_of_edges() == sum(len({part.actor for part in i.parts}) for i in chronicle.interactions)
    assert all({graph.nodes[n]["mode"] for n in edge} == {"actor", "interaction"} for edge in graph.edges)
    one = chronicle.interactions[0]
    assert sorted(graph[one.key]) == sorted(part.actor for part in one.parts)


def test_actors_are_tied_with_issues_as_often_as_they_were_discussed() -> None:
    call = samples.call()
    again = samples.call("event/b")
    graph = two_mode(samples.small(call, again), other="issue")
    assert graph.edges[samples.IVAN, "issue/environment"]["weight"] == 2


@pytest.mark.parametrize("bad", ["issue", "planet"])
def test_unknown_actors_are_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="actors"):
        two_mode(samples.small(), bad)  # type: ignore[arg-type]  # what a user may type


def line() -> Chronicle:
    """A met B, B met C twice by call; D met nobody."""
    pairs = (("A", "B"), ("B", "C"), ("B", "C"), ("D",))
    return Chronicle(
        kinds=KINDS,
        interactions=tuple(
            Interaction(key=f"event/{n}", type="Meeting", parts=tuple(Part(actor=f"state/{a}") for a in pair))
            for n, pair in enumerate(pairs)
        ),
    )


def test_an_ego_network_ends_where_it_is_told_to() -> None:
    graph = graph_of(line(), "state")
    assert list(ego(graph, "state/A")) == ["state/A", "state/B"]
    assert list(ego(graph, "state/A", 2)) == ["state/A", "state/B", "state/C"]
    assert "within 2 steps" in ego(graph, "state/A", 2).graph["title"]


def test_a_path_names_the_interactions_that_make_it() -> None:
    graph = graph_of(line(), "state")
    assert paths(graph, "state/A", "state/C") == [("state/A", "state/B", "state/C")]
    assert len(between(graph, "state/A", "state/C").edges["state/B", "state/C"]["iris"]) == 2
    assert paths(graph, "state/A", "state/D") == []
    assert not list(between(graph, "state/A", "state/D"))


def test_who_is_not_there_is_said() -> None:
    graph = graph_of(line(), "state")
    with pytest.raises(KeyError):
        ego(graph, "state/Z")
    with pytest.raises(ValueError, match="reach"):
        ego(graph, "state/A", 0)
