"""A store on disk: who writes, who reads, and which folders are refused."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sco_graph.errors import InvalidQuery, StoreUnavailable
from sco_graph.graph import folder
from sco_graph.graph.store import Store

INSERT = "INSERT DATA {{ GRAPH graph:decisions {{ <urn:a> <urn:p> {} }} }}"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
HOLD = """
import sys
from sco_graph.graph.store import Store
store = Store(sys.argv[1])
store.update('INSERT DATA { GRAPH graph:decisions { <urn:a> <urn:p> 1 } }')
print("open", flush=True)
sys.stdin.read()
"""


def count(store: Store) -> str:
    return str(store.select(COUNT).rows[0][0])


@contextmanager
def another_writer(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that keeps the store open for writing until it is killed."""
    command = [sys.executable, "-c", HOLD, str(path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        try:
            yield process
        finally:
            process.kill()


def test_what_is_written_is_there_again(tmp_path: Path) -> None:
    with Store(tmp_path / "new" / "store") as store:
        store.update(INSERT.format(1))
    with Store(str(tmp_path / "new" / "store")) as store:
        assert count(store) == "1"
    assert not (tmp_path / "new" / "store" / "lock.json").exists()


def test_a_second_writer_is_refused_and_told_who_writes(tmp_path: Path) -> None:
    with another_writer(tmp_path) as process:
        with pytest.raises(StoreUnavailable) as caught:
            Store(tmp_path)
        assert f"process {process.pid} on " in str(caught.value)
        assert "is writing to it. Wait for it" in str(caught.value)


def test_the_holder_is_unnamed_when_its_file_is_gone(tmp_path: Path) -> None:
    with Store(tmp_path):
        (tmp_path / "lock.json").unlink()
        with pytest.raises(StoreUnavailable, match="another process is writing to it"):
            Store(tmp_path)


def test_the_lock_of_a_killed_process_is_taken_over(tmp_path: Path) -> None:
    with another_writer(tmp_path) as process:
        process.kill()
        process.wait()
        assert json.loads((tmp_path / "lock.json").read_text())["pid"] == process.pid
        with Store(tmp_path) as store:
            assert count(store) == "1"
            assert json.loads((tmp_path / "lock.json").read_text())["pid"] == os.getpid()


def test_a_reader_beside_a_writer_sees_one_moment(tmp_path: Path) -> None:
    with Store(tmp_path) as writer:
        writer.update(INSERT.format(1))
        with Store(tmp_path, read_only=True) as reader:
            writer.update(INSERT.format(2))
            assert (count(reader), count(writer)) == ("1", "2")
            assert len(list((tmp_path / "snapshots").iterdir())) == 1
        assert list((tmp_path / "snapshots").iterdir()) == []


def test_a_reader_beside_another_process_sees_what_it_wrote(tmp_path: Path) -> None:
    with another_writer(tmp_path), Store(tmp_path, read_only=True) as reader:
        assert count(reader) == "1"


def test_many_readers_at_once(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.update(INSERT.format(1))
    with Store(tmp_path, read_only=True) as one, Store(tmp_path, read_only=True) as two:
        assert count(one) == count(two) == "1"


def test_a_reader_does_not_write(tmp_path: Path) -> None:
    with Store(tmp_path):
        pass
    with Store(tmp_path, read_only=True) as reader:
        with pytest.raises(StoreUnavailable, match="open for reading"):
            reader.update(INSERT.format(1))
        with pytest.raises(StoreUnavailable, match="open for reading"):
            reader.load_ontology()


def test_a_writer_that_never_pauses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(tmp_path):
        sizes = iter(range(1_000))
        monkeypatch.setattr(folder, "_PAUSE", 0)
        monkeypatch.setattr(folder, "_sizes", lambda source: {"CURRENT": next(sizes)})
        with pytest.raises(StoreUnavailable, match="writes without a pause"):
            Store(tmp_path, read_only=True)
        assert list((tmp_path / "snapshots").iterdir()) == []


def test_a_file_that_goes_while_it_is_copied_means_another_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(tmp_path) as store:
        store.update(INSERT.format(1))
    honest, told = folder._sizes, []

    def once_too_many(source: Path) -> dict[str, int]:
        told.append(source)
        return {**honest(source), **({"gone.sst": 1} if len(told) == 1 else {})}

    monkeypatch.setattr(folder, "_PAUSE", 0)
    monkeypatch.setattr(folder, "_sizes", once_too_many)
    with Store(tmp_path, read_only=True) as reader:
        assert count(reader) == "1"


def test_files_are_copied_where_they_cannot_be_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(18, "Invalid cross-device link")

    with Store(tmp_path) as store:
        store.load_ontology()
        store.database.flush()
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with Store(tmp_path, read_only=True) as reader:
        assert len(reader) > 1_000


def test_a_snapshot_goes_elsewhere_when_the_folder_takes_no_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(tmp_path) as store:
        store.update(INSERT.format(1))
    (tmp_path / "snapshots").write_text("in the way")
    with Store(tmp_path, read_only=True) as reader:
        assert count(reader) == "1"


def test_what_killed_readers_left_is_swept(tmp_path: Path) -> None:
    with Store(tmp_path):
        pass
    old, new = tmp_path / "snapshots" / "1-old", tmp_path / "snapshots" / "2-new"
    for left in (old, new):
        left.mkdir(parents=True)
    os.utime(old, (0, 0))
    with Store(tmp_path):
        assert not old.exists()
        assert new.exists()


@pytest.mark.parametrize(
    ("version", "remedy"),
    [(99, "`pip install --upgrade sco-graph`"), (0, "Remove the folder and build it again")],
)
def test_another_format_is_refused_with_the_command_that_mends_it(tmp_path: Path, version: int, remedy: str) -> None:
    with Store(tmp_path):
        pass
    (tmp_path / "format.json").write_text(f'{{"format": {version}}}')
    for read_only in (False, True):
        with pytest.raises(StoreUnavailable) as caught:
            Store(tmp_path, read_only=read_only)
        assert f"the store is of format {version}, this program reads format {folder.FORMAT}" in str(caught.value)
        assert remedy in str(caught.value)


def test_a_store_of_the_first_format_is_read_and_migrated_by_the_first_writer(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.update(INSERT.format(1))
    (tmp_path / "format.json").write_text('{"format": 1}')
    with Store(tmp_path, read_only=True) as reader:
        assert count(reader) == "1"
    assert json.loads((tmp_path / "format.json").read_text()) == {"format": 1}
    with Store(tmp_path) as store:
        assert count(store) == "1"
    assert json.loads((tmp_path / "format.json").read_text()) == {"format": folder.FORMAT}


@pytest.mark.parametrize("content", ["", "[]", "{}", "\x00"])
def test_a_damaged_format_file_is_told(tmp_path: Path, content: str) -> None:
    with Store(tmp_path):
        pass
    (tmp_path / "format.json").write_text(content)
    with pytest.raises(StoreUnavailable, match="it is damaged"):
        Store(tmp_path)


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(StoreUnavailable, match="other things in it"):
        Store(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_missing_store_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match=r"there is no store\. Make one with `sco-graph build`"):
        Store(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file")
    for read_only in (False, True):
        with pytest.raises(StoreUnavailable, match=r"the folder cannot be used|there is no store"):
            Store(tmp_path / "store", read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_damaged_data_is_told(tmp_path: Path, read_only: bool) -> None:
    with Store(tmp_path):
        pass
    (tmp_path / "data" / "CURRENT").write_text("nonsense\n")
    with pytest.raises(StoreUnavailable, match="its data cannot be read"):
        Store(tmp_path, read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_data_without_its_head_is_left_alone(tmp_path: Path, read_only: bool) -> None:
    with Store(tmp_path) as store:
        store.update(INSERT.format(1))
    (tmp_path / "data" / "CURRENT").unlink()
    before = sorted(path.name for path in (tmp_path / "data").iterdir())
    with pytest.raises(StoreUnavailable, match="CURRENT is missing"):
        Store(tmp_path, read_only=read_only)
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == before


def test_a_store_whose_making_was_killed_is_none_yet(tmp_path: Path) -> None:
    with Store(tmp_path):
        pass
    for path in (tmp_path / "data").iterdir():
        path.unlink()
    with pytest.raises(StoreUnavailable, match=r"there is no store yet\. Make it with `sco-graph build`"):
        Store(tmp_path, read_only=True)
    with Store(tmp_path) as store:
        store.update(INSERT.format(1))


def test_a_closed_store_answers_no_more(tmp_path: Path) -> None:
    store = Store(tmp_path)
    view = store.dataset()
    store.close()
    store.close()
    with pytest.raises(StoreUnavailable, match="it is closed"):
        store.ask("ASK {}")
    with Store(tmp_path):
        pass
    with pytest.raises(AttributeError):
        len(view)


def test_a_disk_that_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def update(self, request: str, prefixes: object) -> None:
            raise OSError("No space left on device")

    with Store(tmp_path) as store, monkeypatch.context() as patch:
        patch.setattr(store._backend, "_database", Full())
        with pytest.raises(StoreUnavailable, match="No space left on device"):
            store.update(INSERT.format(1))


def test_an_error_leaves_the_lock_free(tmp_path: Path) -> None:
    with pytest.raises(InvalidQuery), Store(tmp_path) as store:
        store.update("nonsense")
    with Store(tmp_path):
        pass
