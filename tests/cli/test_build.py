"""``build``: what it makes, what it leaves alone, and how it takes bad input."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from sco_graph.graph.store import Store
from sco_graph.model import Document
from sco_graph.reading import Made, Reader
from sco_graph.workers import Lost

from .conftest import CALL, Run

EXPORTS = {"graph.ttl", "graph.nt", "graph.jsonld", "graph.rdf", "graph.trig", "graph.nq", "network.html"}


def quads(folder: Path) -> list[str]:
    with Store(folder, read_only=True) as store:
        return sorted(map(str, store.quads()))


def count(result: Result, label: str) -> str:
    return next(line.split()[-1] for line in result.stderr.splitlines() if line.strip().startswith(label))


def test_a_folder_becomes_a_store_and_exports(run: Run, documents: Path) -> None:
    result = run("build", str(documents))
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert count(result, "documents built") == "2"
    assert {path.name for path in Path("exports").iterdir()} >= EXPORTS
    page = Path("exports/network.html").read_text("utf-8")
    assert "<script>alert(1)</script>" not in page


def test_a_second_build_changes_nothing(run: Run, documents: Path) -> None:
    run("build", str(documents), "--no-exports")
    before = quads(Path(".sco-graph"))
    result = run("build", str(documents), "--no-exports")
    assert (count(result, "documents built"), count(result, "unchanged")) == ("0", "2")
    assert quads(Path(".sco-graph")) == before


def test_the_order_of_documents_leaves_no_trace_and_a_replacement_only_its_history(run: Run, documents: Path) -> None:
    call, summit = documents / "call.md", documents / "summit.md"
    run("build", str(call), str(summit), "--no-exports", "--store", "one")
    run("build", str(summit), "--no-exports", "--store", "two")
    call.write_text(CALL.replace("4 марта", "5 марта"), "utf-8")
    run("build", str(call), "--no-exports", "--store", "two")
    call.write_text(CALL, "utf-8")
    run("build", str(call), "--no-exports", "--store", "two")
    later = [line for line in quads(Path("two")) if "wasRevisionOf" in line or "/id/revision/" in line]
    assert quads(Path("one")) == [line for line in quads(Path("two")) if line not in later]
    assert len(later) == 3
    texts = sorted(path.read_text("utf-8") for path in Path("two/texts").glob("call-*"))
    assert [text.count("5 марта") for text in texts].count(1) == 1
    assert len(texts) == 2


def test_two_workers_give_what_one_gives(run: Run, documents: Path) -> None:
    run("build", str(documents), "--no-exports", "--store", "one", "--workers", "1")
    result = run("build", str(documents), "--no-exports", "--store", "two", "--workers", "2")
    assert count(result, "documents built") == "2"
    assert quads(Path("one")) == quads(Path("two"))
    assert Path("one/files.json").read_text() == Path("two/files.json").read_text()


def test_a_document_whose_process_dies_twice_is_told_and_the_rest_is_built(
    run: Run, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dying(work: object, items: Iterable[Document], workers: object) -> Iterator[tuple[Document, Made | Lost]]:
        assert isinstance(work, Reader)
        for number, document in enumerate(items):
            yield document, work(document) if number else Lost("by signal SIGKILL")

    run("build", str(documents / "summit.md"), "--no-exports", "--store", "one")
    monkeypatch.setattr("sco_graph.pipeline.in_order", dying)
    result = run("build", str(documents), "--no-exports", "--store", "two")
    assert (result.exit_code, count(result, "documents built"), count(result, "rejected")) == (1, "1", "1")
    assert "example.org/call: the process that read it ended by signal SIGKILL, twice" in result.stderr
    assert quads(Path("one")) == quads(Path("two"))


def test_a_build_that_is_stopped_says_so_and_goes_on_later(
    run: Run, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(document: object, authority: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("sco_graph.reading.extract_facts", stop)
        result = run("build", str(documents), "--no-exports")
    assert result.exit_code == 130
    assert "run it again to go on" in result.stderr
    assert run("build", str(documents), "--no-exports").exit_code == 0


def test_a_document_that_has_gone_leaves_with_all_that_rests_on_it(run: Run, documents: Path) -> None:
    run("build", str(documents / "call.md"), "--no-exports", "--store", "one")
    run("build", str(documents), "--no-exports", "--store", "two")
    (documents / "summit.md").unlink()
    result = run("build", str(documents), "--no-exports", "--store", "two")
    assert count(result, "removed") == "1"
    assert quads(Path("one")) == quads(Path("two"))


def test_bad_input_is_told_line_by_line_and_the_rest_is_built(run: Run, documents: Path) -> None:
    (documents / "a-empty.txt").write_bytes(b"")
    (documents / "b-binary.txt").write_bytes(b"\x89PNG\x00\x00\xff\xfe")
    (documents / "c-line.txt").write_bytes(b"x" * 20_000_000)
    (documents / "d-head.md").write_text("---\na: [1\n---\nТекст.", "utf-8")
    (documents / "e-gone.txt").symlink_to(documents / "nowhere")
    (documents / "f-codes.txt").write_bytes(bytes(range(128, 256)) * 40)
    (documents / "g-undated.txt").write_text("Состоялась встреча.", "utf-8")
    (documents / "h-old.txt").write_bytes(("Генеральный секретарь принял посла. " * 9).encode("cp1251"))
    result = run("build", str(documents), "missing.txt", "--no-exports")
    assert result.exit_code == 1
    assert count(result, "documents built") == "4"
    told = [line for line in result.stderr.splitlines() if line.startswith("rejected: ")]
    for name in ("a-empty", "b-binary", "c-line", "d-head", "e-gone", "f-codes", "missing.txt"):
        assert sum(name in line for line in told) == 1, name
    assert any(line.startswith("note: ") and "g-undated" in line for line in result.stderr.splitlines())
    assert len(Path(".sco-graph/rejects.tsv").read_text("utf-8").splitlines()) == 7


def test_a_file_that_breaks_keeps_what_the_store_had_of_it(run: Run, documents: Path) -> None:
    run("build", str(documents), "--no-exports")
    before = quads(Path(".sco-graph"))
    (documents / "call.md").write_bytes(b"")
    assert run("build", str(documents), "--no-exports").exit_code == 1
    assert quads(Path(".sco-graph")) == before


def test_one_document_in_two_files_is_built_once(run: Run, documents: Path) -> None:
    (documents / "again").mkdir()
    shutil.copy(documents / "call.md", documents / "again" / "call.md")
    result = run("build", str(documents), "--no-exports")
    assert result.exit_code == 1
    assert "the same document as call.md" in result.stderr


def test_a_store_of_another_version_is_refused_in_one_line(run: Run, documents: Path) -> None:
    run("build", str(documents), "--no-exports")
    (Path(".sco-graph") / "format.json").write_text('{"format": 999}', "utf-8")
    result = run("build", str(documents), "--no-exports")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert ".sco-graph" in result.stderr


def test_a_second_writer_is_told_who_holds_the_lock(run: Run, documents: Path) -> None:
    with Store(Path(".sco-graph")):
        result = run("build", str(documents), "--no-exports")
    assert result.exit_code == 2
    assert "process" in result.stderr


def test_the_variable_chooses_the_store(run: Run, documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCO_GRAPH_STORE", "elsewhere")
    run("build", str(documents), "--no-exports")
    assert Path("elsewhere").is_dir()
    assert not Path(".sco-graph").exists()


def test_facts_below_a_score_stay_out_of_the_store(run: Run, documents: Path) -> None:
    all_of_it = run("build", str(documents), "--no-exports")
    surer = run("build", str(documents), "--no-exports", "--min-score", "0.9")
    assert count(surer, "documents built") == "2"
    assert int(count(surer, "evidence found")) < int(count(all_of_it, "evidence found"))
    with Store(Path(".sco-graph"), read_only=True) as store:
        scores = store.select("SELECT ?score { ?words a sco:Evidence ; sco:score ?score }")
        versions = {rules for _, rules, _ in store.documents().values()}
    assert scores.rows
    assert min(float(str(score)) for (score,) in scores.rows) >= 0.45
    assert all(rules.endswith("min-score 0.9") for rules in versions)
    again = run("build", str(documents), "--no-exports", "--min-score", "0.9")
    assert count(again, "unchanged") == "2"
    whole = run("build", str(documents), "--no-exports")
    assert count(whole, "documents built") == "2"


def test_an_address_wants_a_cluster(run: Run) -> None:
    result = run("build", "s3://bucket/releases")
    assert result.exit_code == 2
    assert "--cluster" in result.output
    result = run("build", "releases", "--shards", "work")
    assert result.exit_code == 2
    assert "--shards goes with --cluster" in result.output
