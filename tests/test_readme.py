"""The README tells the truth: its session is run, and its Python too."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

import sco_graph
from sco_graph.cli import main
from sco_graph.pipeline import build

pytestmark = pytest.mark.slow

BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def sample(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    build([root / "data" / "documents"], folder / ".sco-graph")
    return folder


def lines(text: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def session(block: str) -> str:
    """The block with the true output behind each command."""
    told = ""
    for command in re.findall(r"^\$ sco-graph (.*)$", block, re.MULTILINE):
        result = CliRunner().invoke(main, shlex.split(command), catch_exceptions=False, prog_name="sco-graph")
        assert result.exit_code == 0, result.output
        told += f"$ sco-graph {command}\n{lines(result.stdout)}\n"
    return told.rstrip() + "\n"


def test_the_session_is_true(root: Path, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (root / "README.md").read_text("utf-8")
    monkeypatch.chdir(sample)
    blocks = BLOCK.findall(readme)
    assert len(blocks) == 1
    found = session(blocks[0])
    if os.environ.get("SCO_GRAPH_GOLDEN") == "rewrite":
        (root / "README.md").write_text(readme.replace(blocks[0], found), "utf-8", newline="\n")
    else:
        assert found == blocks[0]


def test_the_python_runs(root: Path, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", (root / "README.md").read_text("utf-8"), re.DOTALL)
    monkeypatch.chdir(sample)
    names: dict[str, object] = {}
    exec(code, names)
    assert isinstance(names["facts"], sco_graph.Facts)


def test_every_page_that_it_names_is_there(root: Path) -> None:
    for page in re.findall(r"\]\(([\w/.]+)\)", (root / "README.md").read_text("utf-8")):
        assert (root / page).is_file(), page
