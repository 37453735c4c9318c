"""The contradictions between sources of the reference facts: both values stand, each with its source."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sco_graph.authority import Authority
from sco_graph.authority.holders import post_holder
from sco_graph.authority.index import Index
from sco_graph.model import Key

# topic of the reference facts: subject, property, value followed, other value
CASES = {
    "treaty date": ("body/sco", "good-neighbourliness-treaty-signed", "2007-08-16", "2007-08-10"),
    "charter signing": ("body/sco", "charter-signed", "2002-06-07", "2002-07-07"),
    "founding": ("body/sco", "founded", "2001-06-15", "2001-07-15"),
    "Belarus accession": ("state/BY", "member-of-sco-since", "2024-07-04", "2024-08-08"),
    "Iran accession": ("state/IR", "member-of-sco-since", "2023-07-04", "2022-09-16"),
    "Belarus dialogue partner": ("state/BY", "partner-of-sco-since", "2010", "2009"),
    "UNGA observer": ("body/sco", "observer-at-the-un-general-assembly-since", "2004-12", "2005"),
    "CHG-11 date": ("body/sco-heads-of-government-council", "eleventh-meeting-held", "2012-12-05", "2013-11-29"),
    "Khusrav Noziri": (
        "official/khusrav-noziri", "post-after-august-2021", "post/eco-secretary-general", "post/sco-secretary-general",
    ),
    "Russian FM in Jan 2004": (
        "post/ru-foreign-minister", "holder-in-january-2004", "official/igor-ivanov", "official/sergei-ivanov",
    ),
    "KAZ FM handover 2019": ("post/kz-foreign-minister", "handover-in-september-2019", "2019-09-18", "2019-09-08"),
    "Chinese members count 2018 Belarus/Iran labels": ("state/IR", "status-in-sco-in-2024", "member", "observer"),
}  # fmt: skip


def test_each_contradiction_has_a_case(shared: Path) -> None:
    facts: dict[str, Any] = json.loads((shared / "facts" / "sco_facts.json").read_text("utf-8"))
    assert {row["topic"] for row in facts["conflicts_in_sources"]} == set(CASES)


@pytest.mark.parametrize("topic", CASES)
def test_both_values_stand_side_by_side(index: Index, topic: str) -> None:
    subject, property_, followed, other = CASES[topic]
    found = index.attestations_of(Key(subject), property_)
    assert [(a.value, a.followed) for a in found] == [(followed, True), (other, False)]
    within_one_set = topic == "KAZ FM handover 2019"
    assert len({a.source for a in found}) == (1 if within_one_set else 2)


def test_every_disagreement_has_two_sides_and_follows_one(authority: Authority) -> None:
    about: dict[tuple[Key, str], list[bool]] = {}
    for attestation in authority.attestations:
        about.setdefault((attestation.subject, attestation.property), []).append(attestation.followed)
    assert len(about) >= len(CASES)
    assert {key: sides for key, sides in about.items() if len(sides) < 2 or sides.count(True) != 1} == {}


def test_the_tables_follow_what_is_marked_as_followed(authority: Authority) -> None:
    since = {(m.state, m.kind): m.start for m in authority.memberships if m.body == "body/sco"}
    for attestation in authority.attestations:
        kind, _, rest = attestation.property.partition("-of-sco-")
        if rest == "since" and attestation.followed:
            assert since[(attestation.subject, kind)] == attestation.value


def test_the_stale_list_is_told_for_three_states(index: Index) -> None:
    stale = {
        state: next(a for a in index.attestations_of(Key(state), "status-in-sco-in-2024") if not a.followed)
        for state in ("state/BY", "state/IN", "state/IR")
    }
    assert {state: a.value for state, a in stale.items()} == {
        "state/BY": "partner", "state/IN": "observer", "state/IR": "observer",
    }  # fmt: skip
    assert {a.source for a in stale.values()} == {"factbook"}


def test_a_slip_makes_nobody_a_holder(index: Index) -> None:
    assert "official/khusrav-noziri" not in {t.holder for t in index.tenures_at(Key("post/sco-secretary-general"))}
    assert "official/sergei-ivanov" not in {t.holder for t in index.tenures_at(Key("post/ru-foreign-minister"))}
    [holder] = post_holder(index, "foreign-minister", Key("state/RU"), "2003-06-01")
    assert holder.person == "official/igor-ivanov"


@pytest.mark.parametrize(
    ("post", "date", "people"),
    [
        ("state/KZ foreign-minister", "2019-09-10", {"beibut-atamkulov", "mukhtar-tleuberdi"}),
        ("state/KZ prime-minister", "2002-01-25", {"kassym-jomart-tokayev", "imangali-tasmagambetov"}),
        ("state/KG foreign-minister", "2020-10-15", {"chingiz-aidarbekov", "ruslan-kazakbaev"}),
    ],
)
def test_terms_that_overlap_are_both_named_and_unverified(index: Index, post: str, date: str, people: set[str]) -> None:
    at, title = post.split()
    holders = post_holder(index, title, Key(at), date)
    assert {h.person.removeprefix("official/") for h in holders} == people
    assert not any(h.tenure.verified for h in holders)
    assert all(h.tenure.note and h.tenure.source for h in holders)
