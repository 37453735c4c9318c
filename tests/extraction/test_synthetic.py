"""Releases of a world that does not exist: facts known by construction, people and states that no model has seen."""

from __future__ import annotations

from pathlib import Path

import pytest
import synthetic

from sco_graph import evaluate
from sco_graph.authority import load
from sco_graph.corpus import find, read
from sco_graph.evaluation import Report
from sco_graph.extraction import extract
from sco_graph.records import facts_to_json, write_facts

LEAST = {
    "officials": 0.98,
    "posts": 0.97,
    "states": 0.98,
    "event.date": 0.99,
    "event.place": 0.99,
    "event.status": 0.99,
    "main.exact": 0.97,
}
"""F1 that plain releases reach in each language."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with the gold and the predicted facts of sixty releases, read with the tables of their world."""
    root = tmp_path_factory.mktemp("synthetic")
    synthetic.write(root, 60)
    tables = load(root / "authority")
    for path, base in find([root / "documents"]):
        document = read(path, base)
        write_facts(facts_to_json(extract(document, tables), document), root / "found" / f"{path.stem}.json")
    return root


def measured(made: Path, language: str) -> Report:
    return evaluate(made / "gold", made / "found", language)


@pytest.mark.parametrize("language", ["ru", "en", "zh"])
def test_plain_releases_of_an_unknown_world_are_read(made: Path, language: str) -> None:
    found = {score.kind: score.f1 for score in measured(made, language).scores}
    assert {kind: found[kind] for kind in LEAST if found[kind] < LEAST[kind]} == {}


def test_a_release_does_not_depend_on_how_many_there_are() -> None:
    world = synthetic.World(3)
    assert [r.text for r in synthetic.releases(world, 3)] == [
        r.text for r in synthetic.releases(synthetic.World(3), 5)
    ][:3]
