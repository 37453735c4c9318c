"""A store whose files are cut off: a clear line, never a traceback, and no file is swept away."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_graph.errors import StoreUnavailable
from sco_graph.graph.store import Store
from sco_graph.upkeep import backup, restore
from tests.graph.fictional import authority, document, facts


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A small closed store."""
    folder = tmp_path / "store"
    with Store(folder) as made:
        made.load_authority(authority())
        made.replace_documents((note, facts(note)) for note in map(document, "abcdef"))
    return folder


def cut(path: Path) -> None:
    """Keep the first half of a file."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def read(folder: Path) -> None:
    with Store(folder, read_only=True) as found:
        found.select("SELECT * { ?s ?p ?o }")


def listed(folder: Path) -> None:
    with Store(folder, read_only=True) as found:
        list(found.quads())


def write(folder: Path) -> None:
    note = document("a", text="another")
    with Store(folder) as found:
        found.replace_documents([(note, facts(note))])


@pytest.mark.parametrize("pattern", ["*.sst", "MANIFEST-*", "CURRENT"])
@pytest.mark.parametrize("work", [read, listed, write])
def test_data_that_is_cut_off_is_told(store: Path, pattern: str, work: object) -> None:
    for path in (store / "data").glob(pattern):
        cut(path)
    assert callable(work)
    with pytest.raises(StoreUnavailable) as caught:
        work(store)
    assert "its data cannot be read" in str(caught.value) or "the disk refused" in str(caught.value)
    assert "restore" in str(caught.value)


def test_a_log_that_is_cut_off_loses_the_last_transactions_only(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    writing = Store(folder)
    for name in "abc":
        note = document(name)
        writing.replace_document(note, facts(note))
    # As the machine leaves it that goes out in the middle of a write: a copy of the files, the log of which is cut.
    torn = tmp_path / "torn"
    backup(folder, torn)
    writing.close()
    log = max((torn / "data").glob("*.log"), key=lambda path: path.stat().st_size)
    log.write_bytes(log.read_bytes()[:-40])
    with Store(torn) as found:
        assert {key.split("-")[0] for key in found.documents()} == {"a", "b"}


def test_a_backup_heals(store: Path, tmp_path: Path) -> None:
    with Store(store, read_only=True) as found:
        before = [str(quad) for quad in found.quads()]
    assert backup(store, tmp_path / "kept") == 6
    for path in (store / "data").glob("*.sst"):
        cut(path)
    assert restore(tmp_path / "kept", tmp_path / "new") == 6
    with Store(tmp_path / "new", read_only=True) as found:
        assert [str(quad) for quad in found.quads()] == before
