"""A file is the old one or the whole new one."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from sco_graph.errors import UnwritableOutput
from sco_graph.files import write_rows, write_text, written


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    path = write_text(tmp_path / "a.txt", "old")

    def fail() -> None:
        with written(path) as stream:
            stream.write("new")
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        fail()
    assert path.read_text("utf-8") == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["a.txt"]


def test_a_full_disk_is_reported_with_the_file_and_a_remedy(tmp_path: Path) -> None:
    def fill() -> None:
        with written(tmp_path / "a.txt"):
            raise OSError(28, "No space left on device")

    with pytest.raises(UnwritableOutput, match=r"a\.txt: No space left on device\. Choose another folder"):
        fill()
    assert list(tmp_path.iterdir()) == []


def test_line_ends_and_encoding_are_the_same_everywhere(tmp_path: Path) -> None:
    assert write_text(tmp_path / "a.txt", "Озеро\n").read_bytes() == "Озеро\n".encode()


def test_cells_that_a_spreadsheet_would_run_are_text() -> None:
    stream = io.StringIO()
    write_rows(stream, ("a", "b"), [("=1+1", -1), ("@x", "a,b")])
    assert stream.getvalue() == "a,b\n'=1+1,-1\n'@x,\"a,b\"\n"
