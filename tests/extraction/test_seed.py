"""The first document: its interactions and statements come out whole."""

from __future__ import annotations

import json
from pathlib import Path

from sco_graph.authority import Authority
from sco_graph.corpus import read
from sco_graph.extraction import extract


def test_events_and_statements_of_the_seed_are_those_of_the_gold(shared: Path, authority: Authority) -> None:
    folder = shared / "seed"
    gold = json.loads((folder / "2020-04-29-norov-le.ru.json").read_text("utf-8"))
    found = extract(read(folder / "2020-04-29-norov-le.ru.txt"), authority)
    told = [(str(e.type), str(e.mode), e.date, e.main) for e in found.events]
    assert told == [(e["type"], e["mode"], e["date"], e["main"]) for e in gold["events"]]
    said = [(str(s.speaker), str(s.act)) for s in found.statements]
    assert said == [(s["speaker"], s["act"]) for s in gold["statements"]]
