"""The score of the portal checklist: every item listed, none passed untested, and a failing must-item an error."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest


@pytest.fixture(scope="module")
def check(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("portal_check", root / "bench" / "portal_check.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report(item: str, outcome: str, **values: object) -> SimpleNamespace:
    given = {"when": "call", "longrepr": "", "user_properties": [], **values}
    flags = {name: name == outcome for name in ("passed", "failed", "skipped")}
    return SimpleNamespace(nodeid=f"tests/x.py::test_{item}_is_so[ru]", outcome=outcome, **flags, **given)


def test_every_item_of_the_design_is_listed_with_its_level(check: ModuleType, shared: Path) -> None:
    text = (shared / "design" / "portal-checklist.md").read_text("utf-8")
    levels = {"M": "must", "R": "should"}
    wanted = {item: levels[level] for item, level in re.findall(r"^\| ([OTDVH]\d+) \| ([MR]) \|", text, re.MULTILINE)}
    assert len(wanted) > 60
    assert {item: level for item, level, _ in check.items()} == wanted


def test_every_numbered_test_is_of_a_listed_item(check: ModuleType, root: Path) -> None:
    known = {item for item, _, _ in check.items()}
    names = [name for path in check.TESTS for name in re.findall(r"def (test_\w+)", (root / path).read_text("utf-8"))]
    assert names
    for name in names:
        numbered = re.match(r"test_([OTDVH])(\d\d)_", name)
        assert numbered, name
        assert f"{numbered[1]}{int(numbered[2])}" in known


@pytest.mark.parametrize(
    ("reports", "verdict"),
    [
        ([], ("not covered", "")),
        ([("O05", "passed", {})], ("pass", "")),
        ([("O05", "passed", {}), ("O05", "failed", {})], ("fail", "test_O05_is_so[ru]")),
        ([("O05", "failed", {"when": "setup"})], ("fail", "test_O05_is_so[ru]")),
        ([("O05", "passed", {"when": "setup"})], ("not covered", "")),
        ([("O05", "skipped", {"when": "setup", "longrepr": ("f", 1, "no Java")})], ("absent", "no Java")),
        ([("O05", "passed", {"user_properties": [("lacks", "a DOI")]})], ("partial", "lacks a DOI")),
    ],
)
def test_an_item_is_what_its_tests_came_to(
    check: ModuleType, reports: list[tuple[str, str, dict[str, object]]], verdict: tuple[str, str]
) -> None:
    answers = check.Answers()
    for item, outcome, values in reports:
        answers.pytest_runtest_logreport(report(item, outcome, **values))
    assert answers.verdict("O5") == verdict


@pytest.mark.parametrize(("outcome", "code"), [("passed", 0), ("failed", 1), ("skipped", 1), (None, 1)])
def test_a_must_item_that_fails_or_was_not_run_is_an_error(
    check: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    outcome: str | None,
    code: int,
) -> None:
    def run(arguments: list[str], plugins: list[object]) -> None:
        for item, _, _ in check.items():
            told = outcome if item == "T3" else "passed"
            if told:
                plugins[0].pytest_runtest_logreport(report(f"{item[0]}{int(item[1:]):02}", told))  # type: ignore[attr-defined]

    monkeypatch.setattr(check.pytest, "main", run)
    assert check.main() == code
    assert f"must-items failing: {'T3' if code else 'none'}" in capsys.readouterr().out
