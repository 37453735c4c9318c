"""Which claims are right by gold, how scores are counted, and what a threshold keeps."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sco_graph.authority.index import Index
from sco_graph.reading import known
from sco_graph.records import facts_to_json, write_facts

from .. import fiction


@pytest.fixture
def bench(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(root / "bench"))


def module(name: str) -> ModuleType:
    return importlib.import_module(name)


def record() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(facts_to_json(fiction.facts(), fiction.document())))
    return found


@pytest.mark.usefixtures("bench")
def test_facts_are_right_by_themselves() -> None:
    judged = {claim: right for claim, _, right in module("judging").judged(record(), record())}
    assert all(judged.values())
    names = {name for _, name, _ in judged}
    assert names >= {"mention", "post", "interactionType", "startDate", "place", "participant", "discusses"}
    assert "speechAct" in names


@pytest.mark.usefixtures("bench")
def test_what_hangs_on_a_misread_interaction_is_wrong() -> None:
    gold = record()
    gold["events"] = []
    judged = module("judging").judged(gold, record())
    events = {event["id"] for event in record()["events"]}
    assert {right for (subject, _, _), _, right in judged if subject in events} == {False}


@pytest.mark.usefixtures("bench")
def test_one_wrong_property_is_one_wrong_claim() -> None:
    gold = record()
    gold["events"][0]["date"] = gold["events"][0]["date"][:7]
    for said in gold["statements"]:
        said["act"] = "condemn"
    wrong = {name for (_, name, _), _, right in module("judging").judged(gold, record()) if not right}
    assert wrong == {"startDate", "speechAct"}


@pytest.mark.usefixtures("bench")
def test_a_table_counts_facts_by_score_and_a_threshold_keeps_some(tmp_path: Path) -> None:
    reliability = module("reliability")
    for folder in ("gold", "facts"):
        (tmp_path / folder).mkdir()
        write_facts(record(), tmp_path / folder / "ru-fiction.json")
    found = reliability.facts(tmp_path / "gold", tmp_path / "facts")
    assert {fact.language for fact in found} == {"ru"}
    assert all(fact.right for fact in found)
    assert any("2/2 1.00" in line for line in reliability.table(found))
    rows = list(reliability.thresholds(found, reliability.wanted(tmp_path / "gold")))
    assert rows[1].split()[1] == "1.00/1.00"


@pytest.mark.usefixtures("bench")
def test_shares_of_few_facts_are_drawn_towards_their_kind(tmp_path: Path) -> None:
    calibrate = module("calibrate")
    like = module("calibrate").Likeness(kind="event", cell="main-dated")
    other = module("calibrate").Likeness(kind="event", cell="nested-undated")
    cases = [
        calibrate.Case(document=str(n), language="ru", like=like if n % 2 else other, score=0.9, right=bool(n % 2))
        for n in range(200)
    ]
    rates = calibrate.Rates(cases)
    assert rates.of("event", "main-dated", "") > 0.8
    assert rates.of("event", "nested-undated", "ru") < 0.2
    assert rates.of("event", "main-undated", "en") == pytest.approx(0.5, abs=0.05)
    few = calibrate.Rates([*cases, calibrate.Case(document="x", language="zh", like=like, score=0.9, right=False)])
    assert few.of("event", "main-dated", "zh") > 0.7
    lines = list(calibrate.report(cases))
    assert "expected calibration error" in lines[0]
    assert float(lines[-1].split()[-1]) < 0.4


@pytest.mark.usefixtures("bench")
def test_cases_are_counted_from_folders_of_facts(tmp_path: Path) -> None:
    calibrate = module("calibrate")
    for folder in ("gold", "facts"):
        (tmp_path / folder).mkdir()
        write_facts(record(), tmp_path / folder / "ru-fiction.json")
    counted = list(calibrate.cases(tmp_path / "gold", tmp_path / "facts", Index(known())))
    assert {case.like.kind for case in counted} >= {"official", "post", "event", "participation", "statement"}
    assert all(case.right for case in counted)
    assert calibrate.main(["nothing=nowhere"]) == 2
