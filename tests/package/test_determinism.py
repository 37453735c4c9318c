"""Equal input gives equal bytes: over hash seeds, locales, time zones and the order of documents."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import sco_graph

pytestmark = pytest.mark.slow

SOURCE = Path(sco_graph.__file__).parent.parent


def built(documents: list[Path], folder: Path, **environment: str) -> dict[str, str]:
    """SHA-256 of every file that a build of the documents, in this order, exports."""
    command = [sys.executable, "-m", "sco_graph", "build", *map(str, documents), "--out", "out"]
    folder.mkdir()
    subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(SOURCE), **environment},
        check=True,
        capture_output=True,
    )
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted((folder / "out").iterdir())}


def test_two_builds_of_the_sample_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    documents = sorted((root / "data" / "documents").glob("??-*.md"))
    assert len(documents) >= 20
    one = built(documents, tmp_path / "one", PYTHONHASHSEED="1", TZ="Asia/Shanghai", LC_ALL="C")
    two = built(documents[::-1], tmp_path / "two", PYTHONHASHSEED="2", TZ="America/Lima", LC_ALL="C.UTF-8")
    assert one == two
    assert {"graph.ttl", "graph.nq", "network.html", "evidence.csv"} <= set(one)
