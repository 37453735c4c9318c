"""Which documents a cluster takes, in which parts, and what it knows of a part that is done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sco_graph.cluster.plan import Done, Part, Work, admitted, parts, read_done, write_done
from sco_graph.cluster.sources import Source, listed
from sco_graph.cluster.tasks import read, tables
from sco_graph.distant import Folder
from sco_graph.errors import ClusterFailed, InvalidDocument, MissingDependency, UnreachableFolder
from sco_graph.extraction import RULES_VERSION
from sco_graph.intake import Census
from sco_graph.reading import known
from tests.cluster.fiction import corpus


def work(shards: Path) -> Work:
    return Work(shards=str(shards), shares=4, rules="1", tables="1", overlays=0, columns={}, least=0)


def planned(folder: Path, shards: Path, size: int) -> tuple[list[Part], Census]:
    census = Census()
    surveyed = ((source, source.brief({})) for source in listed([str(folder)]))
    return list(parts(admitted(surveyed, census), work(shards), size)), census


def test_each_key_and_each_text_is_taken_once(tmp_path: Path) -> None:
    found, census = planned(corpus(tmp_path / "in", 6), tmp_path / "shards", 3)
    assert [len(part.keys) for part in found] == [3, 3, 3]
    assert len(set(found[0].keys) | set(found[1].keys) | set(found[2].keys)) == 9
    assert [Path(reject.path).name for reject in census.rejected] == ["bad.md", "summit.md"]
    assert "the same document as" in census.rejected[1].reason
    assert len(census.notes) == 1


def test_a_part_is_known_by_its_texts_and_versions(tmp_path: Path) -> None:
    folder = corpus(tmp_path / "in", 4)
    before, _ = planned(folder, tmp_path / "shards", 50)
    assert before == planned(folder, tmp_path / "shards", 50)[0]
    (folder / "call-000.md").write_text((folder / "call-000.md").read_text("utf-8") + "Ещё.\n", "utf-8")
    assert before[0].fingerprint != planned(folder, tmp_path / "shards", 50)[0][0].fingerprint


def test_only_the_very_same_part_counts_as_done(tmp_path: Path) -> None:
    folder, done = Folder(str(tmp_path / "shards")), Done(fingerprint="a", blocks={"accounts-1": [0, 7]})
    write_done(folder, "read-00000", done)
    assert read_done(folder, "read-00000", "a") == done
    assert read_done(folder, "read-00000", "b") is None
    assert read_done(folder, "read-00001", "a") is None
    (tmp_path / "shards" / "done" / "read-00000.json").write_text("[]", "utf-8")
    assert read_done(folder, "read-00000", "a") is None


def test_a_file_by_address_reads_as_by_path(tmp_path: Path) -> None:
    folder = corpus(tmp_path / "in", 2)
    by_path = [source.brief({}) for source in listed([str(folder)])]
    by_address = [source.brief({}) for source in listed([folder.as_uri()])]
    good = [[one for one in reads if not isinstance(one, InvalidDocument)] for reads in by_path]
    assert good == [[one for one in reads if not isinstance(one, InvalidDocument)] for reads in by_address]
    one = next(listed([(folder / "call-000.md").as_uri()]))
    assert one.brief({}) == next(listed([str(folder / "call-000.md")])).brief({})
    assert len(list(listed([str(folder), str(folder / "call-000.md")]))) == len(by_path)


def test_what_is_not_there_is_told_by_its_address(tmp_path: Path) -> None:
    address = (tmp_path / "nothing").as_uri()
    (only,) = listed([address])
    (error,) = only.brief({})
    assert isinstance(error, InvalidDocument)
    assert str(error).startswith(f"{address}: cannot be read")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sco_graph.cluster.sources.LARGEST", 3)
    (tmp_path / "a.txt").write_text("four", "utf-8")
    (error,) = Source(where=(tmp_path / "a.txt").as_uri()).brief({})
    assert "4 bytes are more than 3" in str(error)


def test_a_folder_is_written_whole_and_read_in_part(tmp_path: Path) -> None:
    for address in (str(tmp_path / "here"), (tmp_path / "there").as_uri(), "memory://shards"):
        folder = Folder(address)
        folder.write("a/b.nq", b"first")
        folder.write("a/b.nq", b"second")
        assert (folder.names(), folder.read("a/b.nq"), folder.part("a/b.nq", 1, 3)) == (["a/b.nq"], b"second", b"ec")
        assert (folder.has("a/b.nq"), folder.has("a/c.nq"), folder.size("a/b.nq")) == (True, False, 6)


def test_what_cannot_be_reached_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnreachableFolder, match="Check the address"):
        Folder(str(tmp_path / "file")).write("below/it", b"")
    with pytest.raises(UnreachableFolder, match="nowhere"):
        Folder("nowhere://x").names()
    with pytest.raises(MissingDependency, match="s3fs"):
        Folder("s3://x").names()


def test_a_machine_with_other_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ClusterFailed, match=r"rules of extraction are others.*same version"):
        tables(work(tmp_path))


def test_a_file_that_changes_under_the_reading_is_told(tmp_path: Path) -> None:
    folder = corpus(tmp_path / "in", 2)
    (part, *_), _ = planned(folder, tmp_path / "shards", 50)
    (folder / "call-000.md").unlink()
    given = replace(work(tmp_path / "shards"), rules=RULES_VERSION, tables=known().version)
    with pytest.raises(ClusterFailed, match="changed while it was read"):
        read(part, given)
