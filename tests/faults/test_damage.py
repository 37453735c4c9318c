"""A store whose files are cut off: a clear line, never a traceback, never a silent loss of what was written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def cut(path: Path) -> None:
    """Keep the first half of a file."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


@pytest.mark.parametrize("pattern", ["*.sst", "MANIFEST-*", "CURRENT", "OPTIONS-*"])
@pytest.mark.parametrize("question", ["sparql", "build"])
def test_data_that_is_cut_off_is_told(built: Run, tmp_path: Path, once: Path, pattern: str, question: str) -> None:
    for path in (tmp_path / ".sco-graph" / "data").glob(pattern):
        cut(path)
    arguments = {"sparql": ("SELECT * { ?s ?p ?o }",), "build": (str(once.parent / "in"), "--no-exports")}
    result = built(question, *arguments[question])
    if pattern == "OPTIONS-*" and result.exit_code == 0:
        return
    assert result.exit_code == 2
    assert result.stderr.strip().splitlines()[-1].startswith("sco-graph: ")
    assert "restore" in result.stderr


def test_a_backup_heals(built: Run, tmp_path: Path) -> None:
    built("backup", "kept")
    cut(next((tmp_path / ".sco-graph" / "data").glob("*.sst")))
    shutil.rmtree(tmp_path / ".sco-graph")
    assert built("restore", "kept").exit_code == 0
    assert built("sparql", "SELECT * { ?s a sco:Interaction }").stdout.count("event") >= 2
