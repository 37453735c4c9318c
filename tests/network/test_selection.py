"""Which interactions and statements count."""

from __future__ import annotations

import dataclasses

import pytest

from sco_graph.network.chronicle import Chronicle, Interaction, Part, Quote, Said
from sco_graph.network.selection import Selection, belief, select

from . import samples

CALL = samples.call(level="rank/minister")
PLAN = samples.call("event/b", type="Visit", mode="mode/in-person", status="status/planned", earliest="", latest="")
CHRONICLE = dataclasses.replace(samples.small(CALL, PLAN), broader={"issue/environment": "issue/all"})


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        (Selection(), [CALL.key, PLAN.key]),
        (Selection(since="2020-04-29", until="2020-04-29"), [CALL.key]),
        (Selection(since="2020-04-30"), []),
        (Selection(until="2020-04-28"), []),
        (Selection(kinds=("Visit", "Summit")), [PLAN.key]),
        (Selection(modes=("phone",)), [CALL.key]),
        (Selection(levels=("minister",)), [CALL.key]),
        (Selection(issues=("all",)), [CALL.key, PLAN.key]),
        (Selection(issues=("trade",)), []),
        (Selection(planned=False), [CALL.key]),
    ],
    ids=str,
)
def test_what_counts(chosen: Selection, kept: list[str]) -> None:
    assert [i.key for i in select(CHRONICLE, chosen).interactions] == kept


def test_a_part_of_which_words_are_unsure_goes() -> None:
    unsure = tuple(dataclasses.replace(q, score=0.4) if q.actor == samples.IVAN else q for q in CALL.quotes)
    call = dataclasses.replace(CALL, quotes=unsure)
    assert belief(call, Part(actor=samples.IVAN)) == 0.4
    (left,) = select(Chronicle(interactions=(call,)), Selection(score=0.5)).interactions
    assert [part.actor for part in left.parts] == [samples.ANNA]


def test_statements_follow_their_interaction_and_their_own_date() -> None:
    said = (
        Said(key="statement/a", speaker=samples.IVAN, act="speech-act/urge", document="d", interaction=CALL.key),
        Said(key="statement/b", speaker=samples.IVAN, act="speech-act/urge", document="d", earliest="2021-01-01"),
    )
    chronicle = dataclasses.replace(CHRONICLE, statements=said)
    left = [select(chronicle, c).statements for c in (Selection(kinds=("PhoneCall",)), Selection(since="2021-01-01"))]
    assert left == [said[:1], said[1:]]


def test_a_circle_of_wider_issues_ends() -> None:
    talk = Interaction(
        key="event/a",
        type="Meeting",
        issues=("issue/x",),
        quotes=(Quote(document="d", start=0, stop=1, text="x", supports=""),),
    )
    circle = Chronicle(interactions=(talk,), broader={"issue/x": "issue/y", "issue/y": "issue/x"})
    assert not select(circle, Selection(issues=("z",))).interactions
    assert select(circle, Selection(issues=("y",))).interactions == (talk,)
