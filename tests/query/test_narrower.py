"""Questions by issue go down the tree of issues: what is narrower is found from every step above it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sco_graph.graph.store import Store
from sco_graph.model import Act, Role
from sco_graph.query import answer
from sco_graph.records import facts_to_json
from tests.query.stories import AUTHORITY, Story, call

TOLD = (
    Story("glaciers", "ru", "2021-03-02")
    .person("p1")
    .event(call("glaciers"), p1=Role.ATTENDEE)
    .statement("p1", Act.URGE, "glaciers", "shanghai-spirit", event="e1")
    .told()
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store(None) as held:
        held.load_ontology()
        held.load_authority(AUTHORITY)
        held.replace_document(*TOLD)
        yield held


@pytest.mark.parametrize("question", ["interactions-by-issue", "statements-about-issue"])
@pytest.mark.parametrize(
    ("issue", "rows"),
    [
        ("glaciers", 1),
        ("ледники", 1),
        ("environment", 1),
        ("environment-emergencies", 1),
        ("all", 1),
        ("climate-change", 0),
        ("emergencies", 0),
    ],
)
def test_what_is_narrower_is_found_from_above(store: Store, question: str, issue: str, rows: int) -> None:
    assert len(answer(store, question, issue=issue).rows) == rows


def test_records_give_the_code_of_the_guide() -> None:
    document, facts = TOLD
    record = facts_to_json(facts, document)
    assert record["events"][0]["issues"] == ["environment"]
    # The guide has no code for the Shanghai spirit.
    assert record["statements"][0]["issues"] == ["environment"]
