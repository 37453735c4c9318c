"""Facts below a score fall, and what hangs on them."""

from __future__ import annotations

from dataclasses import replace

from sco_graph.extraction.sureness import sure
from sco_graph.model import Facts

from .. import fiction


def scored(**scores: float) -> Facts:
    """The fictional facts, with other scores for some properties."""
    facts = fiction.facts()
    return replace(facts, evidence=tuple(replace(e, score=scores.get(e.property, e.score)) for e in facts.evidence))


def test_nothing_falls_below_the_lowest_score() -> None:
    assert sure(fiction.facts(), 0.9) == fiction.facts()


def test_all_falls_above_the_highest() -> None:
    facts = sure(fiction.facts(), 0.95)
    assert facts == Facts(document=facts.document)


def test_an_unsure_date_leaves_the_interaction() -> None:
    (event,) = sure(scored(startDate=0.5), 0.8).events
    assert event.date is None
    assert event.place == "Озёрск"


def test_what_hangs_on_an_official_falls_with_it() -> None:
    facts = sure(scored(mention=0.5), 0.8)
    for left in (facts.officials, facts.posts, facts.participations, facts.statements):
        assert not left
    assert len(facts.events) == 1


def test_an_unsure_participant_leaves_the_official() -> None:
    facts = sure(scored(participant=0.5), 0.8)
    assert facts.participations == ()
    assert len(facts.officials) == 2
    assert not [e for e in facts.evidence if e.property == "participant"]
