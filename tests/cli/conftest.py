"""The command line as a user runs it, and a small store to ask."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sco_graph.cli import main
from sco_graph.pipeline import build

CALL = """---
language: ru
date: 2021-03-05
source: https://example.org/call
title: Телефонный разговор
---

4 марта 2021 года состоялся телефонный разговор Генерального секретаря Озёрного союза Ивана Тестова с Генеральным \
секретарём Тростникового совета Петром Пробовым. Стороны обсудили вопросы борьбы с терроризмом.
И.Тестов подчеркнул важность сотрудничества в области здравоохранения.
"""
SUMMIT = """---
language: ru
date: 2021-06-20
source: https://example.org/summit
title: <script>alert(1)</script>
---

15 июня 2021 года в Ташкенте состоялось заседание Совета министров государств-членов Озёрного союза. В заседании \
принял участие Генеральный секретарь Тростникового совета Пётр Пробов.
"""

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``sco-graph ARGUMENTS...`` in an empty folder; bugs keep their traceback."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SCO_GRAPH_STORE", raising=False)

    def invoke(*arguments: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=stdin, catch_exceptions=False, prog_name="sco-graph")

    return invoke


def releases(folder: Path) -> Path:
    """Write two openly fictional releases into a new folder."""
    folder.mkdir()
    (folder / "call.md").write_text(CALL, "utf-8")
    (folder / "summit.md").write_text(SUMMIT, "utf-8")
    return folder


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with two openly fictional releases."""
    return releases(tmp_path / "in")


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the two releases, built once a session; copy it before use."""
    folder = tmp_path_factory.mktemp("built")
    build([releases(folder / "in")], folder / "store")
    return folder / "store"


@pytest.fixture
def built(run: Run, once: Path, tmp_path: Path) -> Run:
    """Runs commands where the two releases have been built."""
    shutil.copytree(once, tmp_path / ".sco-graph")
    return run
