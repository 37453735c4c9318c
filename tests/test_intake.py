"""What a build does with texts that are there twice, languages that are not read, and files of several documents."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sco_graph.corpus import from_text
from sco_graph.graph.store import Store
from sco_graph.intake import Intake
from sco_graph.pipeline import build
from sco_graph.reading import explain, extract

TEXT = "4 марта 2021 года Генеральный секретарь Озёрного союза Иван Тестов встретился с послом Индии Петром Пробовым.\n"
OTHER = TEXT.replace("4 марта", "5 марта")
UKRAINIAN = "Генеральний секретар Озерного союзу прийняв посла Фрідонії, і вони обговорили торгівлю.\n"


@dataclass
class Shelf:
    """A store that only remembers: key -> versions, key -> file."""

    stored: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def held(self, key: str) -> tuple[str, str, str] | None:
        return self.stored.get(key)

    def with_text(self, sha256: str) -> tuple[str, ...]:
        return tuple(sorted(key for key, held in self.stored.items() if held[0] == sha256))


Run = Callable[..., tuple[Intake, list[str]]]


@pytest.fixture
def given(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def run(given: Path, shelf: Shelf) -> Run:
    """What a build does with its intake, without the facts; gives the intake and what has gone."""

    def invoke(*paths: Path, columns: Mapping[str, str] | None = None) -> tuple[Intake, list[str]]:
        intake = Intake(stored=shelf, files=shelf.files, versions=("1", "1"), columns=columns or {})
        for document, path in intake.documents(paths or [given], None):
            shelf.stored[document.key] = (document.sha256, "1", "1")
            shelf.files[document.key] = str(path.resolve())
        for key in (gone := intake.gone(paths or [given])):
            del shelf.stored[key], shelf.files[key]
        return intake, gone

    return invoke


def write(path: Path, text: str, encoding: str = "utf-8") -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding)


def test_a_text_that_is_there_twice_is_built_once(run: Run, given: Path, shelf: Shelf) -> None:
    write(given / "a.txt", TEXT)
    write(given / "b.md", f"---\nsource: https://lake.example/b\n---\n{TEXT}")
    write(given / "c.txt", TEXT, "utf-16")
    report, _ = run()
    assert (len(report.built), len(report.duplicates), report.rejected) == (1, 2, [])
    assert "has the text of a.txt" in report.duplicates[0]
    assert len(shelf.stored) == 1
    again, gone = run()
    assert [len(part) for part in (again.built, again.unchanged, again.duplicates, gone)] == [0, 1, 2, 0]


def test_the_duplicate_is_built_when_the_first_has_gone(run: Run, given: Path, shelf: Shelf) -> None:
    write(given / "a.txt", TEXT)
    write(given / "b.txt", TEXT)
    run()
    (given / "a.txt").unlink()
    report, gone = run()
    assert [len(part) for part in (report.built, gone, report.duplicates)] == [1, 1, 0]
    assert [key[0] for key in shelf.stored] == ["b"]


def test_one_that_became_a_duplicate_leaves(run: Run, given: Path, shelf: Shelf) -> None:
    write(given / "a.txt", TEXT)
    write(given / "b.txt", OTHER)
    run()
    write(given / "b.txt", TEXT)
    report, gone = run()
    assert [len(part) for part in (report.unchanged, gone, report.duplicates)] == [1, 1, 1]
    assert len(shelf.stored) == 1


def test_what_the_store_has_counts_whatever_is_built_now(run: Run, given: Path, tmp_path: Path) -> None:
    write(given / "b.txt", TEXT)
    run()
    write(tmp_path / "a.txt", TEXT)
    report, _ = run(tmp_path / "a.txt")
    assert len(report.duplicates) == 1


def test_rows_come_and_go(run: Run, given: Path, shelf: Shelf) -> None:
    rows = [{"body": TEXT, "id": "x", "date": "2021-03-05"}, {"body": OTHER, "id": "y"}, {"body": ""}]
    columns = {"text": "body"}

    def table(*chosen: int, broken: str = "") -> None:
        write(given / "a.jsonl", "".join(json.dumps(rows[n]) + "\n" for n in chosen) + broken)

    table(0, 1, 2)
    report, _ = run(columns=columns)
    assert [len(part) for part in (report.built, report.rejected)] == [2, 1]
    table(0, broken="{\n")
    report, gone = run(columns=columns)
    assert [len(part) for part in (report.unchanged, gone, report.rejected)] == [1, 0, 1]
    table(0)
    report, gone = run(columns=columns)
    assert [len(part) for part in (report.unchanged, gone)] == [1, 1]
    assert len(shelf.stored) == 1


def test_two_documents_of_one_address_are_told(run: Run, given: Path) -> None:
    for name, text in (("a", TEXT), ("b", OTHER)):
        write(given / name / "c.md", f"---\nsource: https://lake.example/c\n---\n{text}")
    report, _ = run()
    assert "the same document as c.md" in report.rejected[0].reason


def test_the_text_that_spans_count_in_is_kept_and_another_language_named(given: Path, tmp_path: Path) -> None:
    write(given / "a.html", f"<html><body><article><p>{TEXT * 3}</p></article></body></html>")
    write(given / "b.txt", UKRAINIAN)
    write(given / "c.txt", "2021 - 2022")
    store_folder = tmp_path / "store"
    report = build([given], store_folder)
    assert (len(report.built), report.complete) == (3, True)
    assert [note.split(": ", 1)[1] for note in report.notes] == [
        "no date. Dates without a year stay open; give it one in its front matter.",
        "in uk, which is not read. Kept, without facts.",
        "in und, which is not read. Kept, without facts.",
    ]
    kept = next(path for path in (store_folder / "texts").iterdir() if path.name.startswith("a-"))
    query = "SELECT ?quote ?start ?stop { ?e sco:quote ?quote ; sco:spanStart ?start ; sco:spanStop ?stop }"
    with Store(store_folder, read_only=True) as store:
        rows = store.select(query).rows
    text = kept.read_text("utf-8")
    assert len(rows) > 3
    for quote, start, stop in rows:
        assert text[int(str(start)) : int(str(stop))] == str(quote)
    (given / "a.html").unlink()
    build([given], store_folder)
    assert not kept.exists()


def test_extraction_of_a_language_that_is_not_read_gives_no_facts() -> None:
    assert extract(UKRAINIAN).evidence == ()
    assert list(explain(from_text(UKRAINIAN))) == ["text: in uk, which is not read."]
