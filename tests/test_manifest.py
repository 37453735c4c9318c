"""The record of files beside a store."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_graph.errors import StoreUnavailable
from sco_graph.manifest import Manifest, Rejection


def test_records_are_read_as_written(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path)
    assert manifest.read() == {}
    manifest.write({"b-1": "/b.md", "a-1": "/a.md"}, [Rejection(path="c.md", reason="c.md: empty. Remove it.")])
    assert list(manifest.read().items()) == [("a-1", "/a.md"), ("b-1", "/b.md")]
    assert manifest.rejects.read_text("utf-8") == "c.md\tc.md: empty. Remove it.\n"


@pytest.mark.parametrize("content", ["{", "[]", '"a"'])
def test_a_damaged_record_says_what_to_do(tmp_path: Path, content: str) -> None:
    manifest = Manifest(tmp_path)
    manifest.files.write_text(content)
    with pytest.raises(StoreUnavailable, match="Remove it"):
        manifest.read()
