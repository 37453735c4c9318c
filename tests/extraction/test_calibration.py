"""Scores are the share of like facts that is right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sco_graph import extract
from sco_graph.authority.index import Index
from sco_graph.corpus import from_text
from sco_graph.extraction import calibration
from sco_graph.extraction.calibration import Likeness, calibrated, likenesses
from sco_graph.model import Evidence, LocalId
from sco_graph.reading import known

from .. import fiction


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(known())


def test_every_row_is_a_share_of_its_counts() -> None:
    for kind, cell, language, right, total, score in calibration._rows():
        assert 0 <= int(right) <= int(total), (kind, cell, language)
        assert 0 < float(score) < 1
        assert language in {"", "ru", "en", "zh"}


def test_more_known_is_surer() -> None:
    table = calibration._table()
    for surer, other in (
        (("post", "listed", ""), ("post", "made", "")),
        (("event", "main-dated", ""), ("event", "nested-undated", "")),
        (("participation", "person-main-dated", ""), ("participation", "body-main-dated", "")),
        (("organisation", "known-again", ""), ("organisation", "new-once", "")),
        (("official", "known-again", ""), ("official", "new-once", "")),
    ):
        assert table[surer] > table[other]


def test_facts_are_told_by_what_is_known_of_them(index: Index) -> None:
    likes = likenesses(fiction.facts(), index)
    found = {(subject, name): like for (subject, name, _), like in likes.items()}
    event = fiction.facts().events[0]
    place = "main" if event.main else "nested"
    assert found[event.id, "interactionType"] == Likeness(kind="event", cell=f"{place}-dated")
    assert found[event.id, "startDate"] == Likeness(kind="date", cell=f"{place}-day")
    assert {like.kind for like in likes.values()} >= {"official", "post", "participation", "statement", "issue"}


def test_the_surest_words_get_the_share_and_others_less(index: Index) -> None:
    facts = fiction.facts()
    person = facts.officials[0]
    sure = next(e for e in facts.evidence if (e.subject, e.property) == (person.id, "mention"))
    weaker = replace(sure, score=sure.score / 2, start=sure.start + 1)
    found = calibrated(replace(facts, evidence=(sure, weaker)), "ru", index).evidence
    assert found[1].score == pytest.approx(found[0].score / 2, abs=0.01)


def test_what_the_table_lacks_keeps_its_score_but_is_no_surer_than_its_event(index: Index) -> None:
    facts = fiction.facts()
    event = facts.events[0]
    told = next(e for e in facts.evidence if (e.subject, e.property) == (event.id, "interactionType"))
    part = replace(told, property="partOf", value="e2", score=1.0)
    inferred = Evidence(
        subject=LocalId("h1"), property="mention", value="h1", start=0, stop=1, quote=told.quote[:1],
        method="inferred:x", score=0.3,
    )  # fmt: skip
    first, second, third = calibrated(replace(facts, evidence=(told, part, inferred)), "ru", index).evidence
    assert second.score == first.score < 1
    assert third.score == 0.3


def test_a_language_without_rows_takes_those_of_all(index: Index) -> None:
    facts = fiction.facts()
    scores = {e.score for e in calibrated(facts, "xx", index).evidence if e.property == "interactionType"}
    assert scores <= {
        calibration._table()["event", cell, ""] for kind, cell, _ in calibration._table() if kind == "event"
    }


def test_extraction_gives_such_scores() -> None:
    facts = extract(
        from_text("29 апреля 2020 года Владимир Норов встретился с Министром иностранных дел КНР Ван И.", language="ru")
    )
    (event,) = facts.events
    (told,) = [e for e in facts.evidence if (e.subject, e.property) == (event.id, "interactionType")]
    assert told.score == calibration._table()["event", "main-dated", "ru"]
