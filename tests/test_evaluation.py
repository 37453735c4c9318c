"""The measure: hand-counted cases, and the same figures as the reference scorer."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from sco_graph.errors import InvalidRecord
from sco_graph.evaluation import KINDS, Report, evaluate
from sco_graph.records import Json, facts_to_json

from .fiction import document, facts


def figures(report: Report) -> dict[str, tuple[int, int, int]]:
    return {score.kind: (score.hit, score.gold, score.predicted) for score in report.scores}


def folders(tmp_path: Path, gold: Json, predicted: Json) -> tuple[Path, Path]:
    for name, record in (("gold", gold), ("predicted", predicted)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.json").write_text(json.dumps(record), "utf-8")
    return tmp_path / "gold", tmp_path / "predicted"


@pytest.fixture
def record() -> Json:
    return facts_to_json(facts(), document())


def test_a_text_agrees_with_itself(tmp_path: Path, record: Json) -> None:
    report = evaluate(*folders(tmp_path, record, record))
    assert report.overall == 1.0
    assert report.faults == ()
    assert figures(report)["officials"] == (2, 2, 2)


def test_every_fault_is_counted_and_told(tmp_path: Path, record: Json) -> None:
    other = copy.deepcopy(record)
    other["officials"][0]["posts"] = []
    other["officials"][1]["name"] = other["officials"][1]["name_en"] = "Никто"
    other["organisations"] = []
    other["states"] = ["KZ"]
    other["events"][0] |= {"type": "PhoneCall", "mode": "phone", "issues": ["trade"], "place": None}
    other["events"].append({"id": "e2", "type": "Visit", "date": "1999", "participants": ["p1"]})
    other["statements"][0]["act"] = "inform"
    report = evaluate(*folders(tmp_path, record, other))
    assert figures(report) == {
        "officials": (1, 2, 2), "posts": (0, 1, 0), "organisations": (0, 1, 0), "states": (0, 0, 1),
        "events": (1, 1, 2), "event.type": (0, 1, 1), "event.mode": (0, 1, 1), "event.status": (1, 1, 1),
        "event.date": (1, 1, 1), "event.end": (0, 0, 0), "event.place": (0, 1, 0), "event.place_state": (0, 0, 0),
        "event.chair": (0, 0, 0), "event.participants": (1, 2, 3), "main.type+date": (0, 1, 1),
        "main.exact": (0, 1, 1), "main.issues": (0, 1, 1), "statements.speaker": (1, 1, 1),
        "statements.speaker+act": (0, 1, 1), "statements.issues": (1, 1, 1),
    }  # fmt: skip
    told = "\n".join(report.faults)
    for words in (
        "post missed", "official missed: Петра Пробова", "official invented: Никто", "organisation missed",
        "state invented: KZ", "event invented: Visit 1999", "main issues", "main event", "statement missed",
    ):  # fmt: skip
        assert words in told


def test_a_missing_prediction_counts_as_empty(tmp_path: Path, record: Json) -> None:
    gold, predicted = folders(tmp_path, record, record)
    (predicted / "a.json").unlink()
    report = evaluate(gold, predicted)
    assert report.missing == ("a",)
    assert report.overall == 0.0


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidRecord, match="no gold files"):
        evaluate(tmp_path, tmp_path)


def disturbed(record: Json, luck: random.Random) -> Json:
    """A prediction with faults of every kind."""
    for kind in ("officials", "organisations", "events", "statements"):
        record[kind] = [item for item in record[kind] if luck.random() > 0.15]
        luck.shuffle(record[kind])
    for event in record["events"]:
        event["date"] = luck.choice([event["date"], (event["date"] or "2020")[:4], None])
        event["type"] = luck.choice([event["type"], event["type"], "Other"])
        event["participants"] = luck.choice([event["participants"], event["participants"][:1]])
        event["issues"] = luck.choice([event["issues"], [*event["issues"][:1], "trade"]])
        event["place"] = luck.choice([event["place"], f"{event['place'] or ''}а"])
    for person in record["officials"]:
        person["name"] = luck.choice([person["name"], person["name"].split()[-1]])
    for said in record["statements"]:
        said["act"] = luck.choice([said["act"], "inform"])
    return record


@pytest.mark.parametrize("seed", range(5))
def test_figures_are_those_of_the_reference_scorer(shared: Path, tmp_path: Path, seed: int) -> None:
    luck = random.Random(seed)
    gold = shared / "evaluation" / "gold"
    for path in sorted(gold.glob("*.json")):
        if luck.random() > 0.1:
            (tmp_path / path.name).write_text(json.dumps(disturbed(json.loads(path.read_text("utf-8")), luck)), "utf-8")
    command = [sys.executable, str(shared / "evaluation" / "score.py"), str(gold), str(tmp_path), "--json"]
    reference = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    report = evaluate(gold, tmp_path)
    assert round(report.overall, 3) == reference["overall"]
    assert list(report.missing) == reference["missing"]
    assert 0.3 < report.overall < 0.95
    for score in report.scores:
        row = reference[score.kind]
        assert (score.hit, score.gold, score.predicted) == (row["hit"], row["gold"], row["predicted"])
        assert round(score.f1, 3) == pytest.approx(row["f1"], abs=1e-9)


def test_every_kind_is_scored(tmp_path: Path, record: Json) -> None:
    report = evaluate(*folders(tmp_path, record, record))
    assert tuple(score.kind for score in report.scores) == KINDS
