"""The tables against the reference facts: what these say must be in them, traps and contradictions included."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sco_graph.authority import Authority
from sco_graph.authority.index import Index
from sco_graph.model import Key


@pytest.fixture(scope="module")
def facts(shared: Path) -> dict[str, Any]:
    """The reference facts."""
    loaded: dict[str, Any] = json.loads((shared / "facts" / "sco_facts.json").read_text("utf-8"))
    return loaded


def test_every_name_of_a_person_finds_that_person_and_no_other(facts: dict[str, Any], index: Index) -> None:
    wrong = []
    for person in facts["people_names"]:
        found = {
            language: index.find_people(person[language]) for language in ("en", "ru", "zh") if person.get(language)
        }
        common = set.intersection(*(set(keys) for keys in found.values()))
        alone = all(len(keys) == 1 for language, keys in found.items() if language != "zh")
        if len(common) != 1 or not alone:
            wrong.append((person["en"], found))
    assert wrong == []


def test_members_observers_and_partners(facts: dict[str, Any], authority: Authority) -> None:
    alpha2 = {state.alpha3: state.code for state in authority.states}
    for table, kind in (("members", "member"), ("observers", "observer"), ("dialogue_partners", "partner")):
        ours = {(m.state, m.start) for m in authority.memberships if m.body == "body/sco" and m.kind == kind}
        theirs = {(f"state/{alpha2[row['state']]}", row["since"]) for row in facts[table]}
        assert theirs <= ours


def test_officials_and_terms(facts: dict[str, Any], index: Index) -> None:
    missing = []
    for row in (*facts["secretaries_general"], *facts["rats_directors"], *facts["officials"]):
        people = index.find_people(row["name"])
        starts = {t.start for person in people for t in index.tenures_of(person)}
        if len(people) != 1 or not any((start or "").startswith(row["start"] or "") for start in starts):
            missing.append((row["name"], row["start"], people))
    assert missing == []


def test_judged_contradictions(facts: dict[str, Any], authority: Authority) -> None:
    judged = {row["topic"]: row["judged"] for row in facts["conflicts_in_sources"]}
    since = {m.state: m.start for m in authority.memberships if m.kind == "member" and m.body == "body/sco"}
    assert since[Key("state/BY")] == judged["Belarus accession"]
    assert since[Key("state/IR")] == judged["Iran accession"]


def test_unverified_stays_unverified(facts: dict[str, Any], index: Index) -> None:
    weak = [row["name"] for row in facts["rats_directors"] if "unverified" in row["source"]]
    assert weak
    for name in weak:
        [person] = index.find_people(name)
        as_director = [t for t in index.tenures_of(person) if t.post == "post/rats-sco-executive-committee-director"]
        assert [tenure.verified for tenure in as_director] == [False]
