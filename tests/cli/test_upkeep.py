"""Taking documents out, backing a store up beside a writer, putting a backup in place."""

from __future__ import annotations

import shutil
from pathlib import Path

from sco_graph.graph.store import Store

from .conftest import CALL, Run
from .test_build import quads


def texts(store: Path) -> list[str]:
    return sorted(path.name.split("-")[0] for path in (store / "texts").iterdir())


def test_a_forgotten_document_takes_along_its_texts_and_earlier_versions(run: Run, documents: Path) -> None:
    run("build", str(documents / "summit.md"), "--no-exports", "--store", "one")
    run("build", str(documents), "--no-exports")
    (documents / "call.md").write_text(CALL.replace("4 марта", "5 марта"), "utf-8")
    run("build", str(documents), "--no-exports")
    assert texts(Path(".sco-graph")) == ["call", "call", "summit"]
    result = run("forget", "https://example.org/call")
    assert result.exit_code == 0
    assert "call.md is still there" in result.stderr
    assert quads(Path(".sco-graph")) == quads(Path("one"))
    assert texts(Path(".sco-graph")) == ["summit"]
    assert Path(".sco-graph/files.json").read_text() == Path("one/files.json").read_text()


def test_where_one_is_not_known_none_leaves(run: Run, documents: Path) -> None:
    run("build", str(documents), "--no-exports")
    before = quads(Path(".sco-graph"))
    result = run("forget", "https://example.org/call", "nothing")
    assert (result.exit_code, quads(Path(".sco-graph"))) == (2, before)
    assert result.stderr.startswith("sco-graph: nothing: the store has no such document. ")


def test_a_backup_beside_a_writer_is_restored_whole(run: Run, documents: Path) -> None:
    run("build", str(documents), "--no-exports")
    before = quads(Path(".sco-graph"))
    with Store(Path(".sco-graph")):
        assert run("backup", "kept").exit_code == 0
    assert sorted(path.name for path in Path("kept").iterdir()) == [
        "data", "files.json", "format.json", "inquiries.sqlite", "rejects.tsv", "seal.json", "texts",
    ]  # fmt: skip
    assert run("backup", "kept").exit_code == 2
    assert run("restore", "kept").exit_code == 2
    shutil.rmtree(".sco-graph")
    assert run("restore", "kept").exit_code == 0
    assert quads(Path(".sco-graph")) == before
    result = run("build", str(documents), "--no-exports")
    assert "unchanged" in result.stderr
    assert quads(Path(".sco-graph")) == before


def test_a_backup_has_the_texts_that_its_graph_is_of(run: Run, documents: Path) -> None:
    run("build", str(documents), "--no-exports")
    text = next(Path(".sco-graph/texts").glob("call-*.txt"))
    held = next(iter(Store(Path(".sco-graph"), read_only=True).documents().values()))
    # As a build leaves it that is killed, or copied, between text and graph.
    text.rename(text.with_suffix(f".{held.sha256[:12]}.txt"))
    text.write_text("newer", "utf-8")
    run("backup", "kept")
    assert "4 марта" in (Path("kept/texts") / text.name).read_text("utf-8")


def test_a_damaged_backup_changes_nothing(run: Run, documents: Path) -> None:
    run("build", str(documents), "--no-exports")
    run("backup", "kept")
    Path("kept/data/CURRENT").write_text("nonsense")
    result = run("restore", "kept", "--store", "new")
    assert (result.exit_code, Path("new").exists()) == (2, False)
    assert "its data cannot be read" in result.stderr
    assert run("backup", "again", "--store", "none").exit_code == 2
