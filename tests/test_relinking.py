"""Changed tables: only the documents that they touch are read again, and none is missed."""

from __future__ import annotations

import ast
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
import synthetic

import sco_graph.extraction
from sco_graph import inquiries as records
from sco_graph.authority import asking, load
from sco_graph.authority.index import Index
from sco_graph.corpus import contents, find
from sco_graph.errors import InvalidRecord, StoreUnavailable
from sco_graph.extraction.knowledge import knowledge
from sco_graph.graph.store import Store
from sco_graph.inquiries import Inquiries
from sco_graph.model import Document, Key
from sco_graph.pipeline import BuildReport, build
from sco_graph.reading import Made, Reader
from sco_graph.relinking import Relinking, tables_of
from sco_graph.upkeep import backup, forget, restore

from .table_edits import Editor, Tables

RULES = "rules"


def documents(*folders: Path) -> list[Document]:
    read = (one for path, root in find(folders) for one in contents(path, root, {}))
    return [one for one in read if isinstance(one, Document)]


# ---- at random: every document whose facts change is read again


def missed_and_met(seed: int, edits: int, given: list[Document], tables: Tables, place: Path) -> tuple[list[str], int]:
    """What random edits change without a document being read again, and how often they change one that is."""
    random = Random(seed)
    before = tables.read(place / "before")
    reader = Reader(authority=before, least=0.0)
    made = {document.key: reader(document) for document in given}
    missed, met = [], 0
    with Inquiries(place) as inquiries:
        inquiries.keep_tables(tables_of(before))
        inquiries.keep((RULES, before.version), [(d.key, d.sha256, made[d.key].asked) for d in given])
        editor = Editor(random, [d.text for d in given], "".join(one.said.text for one in made.values()))
        while edits:
            edited = tables.copy()
            told = editor.edit(edited)
            try:
                after = edited.read(place / "after")
            except InvalidRecord:
                continue
            edits -= 1
            relinking, again = Relinking(inquiries, after), Reader(authority=after, least=0.0)
            for document in given:
                stays = relinking.stays(document.key, (document.sha256, RULES, before.version))
                if again(document).said.text != made[document.key].said.text:
                    met += 1
                    missed += [f"{document.key}: {told}"] if stays else []
    return missed, met


def test_random_edits_miss_no_document(root: Path, tmp_path: Path) -> None:
    given = documents(root / "data" / "documents")
    few = [d for d in given if len(d.text) < 2_500][::3]
    assert {d.language for d in few} == {"ru", "en", "zh"}
    missed, _ = missed_and_met(5, 3, few, Tables.ours(), tmp_path)
    assert missed == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_more_random_edits_miss_no_document(root: Path, tmp_path: Path, seed: int) -> None:
    synthetic.write(tmp_path / "made-up", 24, seed)
    ours = [d for d in documents(root / "data" / "documents") if len(d.text) < 2_500]
    given = [*ours, *documents(tmp_path / "made-up" / "documents")]
    tables = Tables.ours(tmp_path / "made-up" / "authority")
    missed, met = missed_and_met(seed, 12, given, tables, tmp_path)
    assert missed == []
    assert met  # an edit in a few changes a document: else nothing could be missed


# ---- the whole build: the same quads as one from nothing

Again = Callable[..., BuildReport]
HEADS = {
    "official_names": "official\tlanguage\tkind\ttext\tsource",
    "decoys": "language\ttext\tnote\tsource",
    "memberships": "state\tbody\tkind\tstart\tend\tstatus\tnote\tsource",
}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve made-up releases, their tables, and a store of them."""
    place = tmp_path_factory.mktemp("world")
    synthetic.write(place, 12)
    assert len(build([place / "documents"], place / "store", tables=[place / "authority"]).built) == 12
    return place


@pytest.fixture
def place(world: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(world, tmp_path / "world"))


def again(place: Path, store: str = "store") -> BuildReport:
    return build([place / "documents"], place / store, tables=[place / "authority"])


def quads(store: Path) -> list[str]:
    with Store(store, read_only=True) as opened:
        return sorted(map(str, opened.asserted()))


def add(place: Path, table: str, *rows: str) -> None:
    path = place / "authority" / f"{table}.tsv"
    text = path.read_text("utf-8") if path.exists() else f"{HEADS[table]}\n"
    path.write_text(text + "".join(f"{row}\n" for row in rows), "utf-8")


def cells(place: Path, table: str) -> list[list[str]]:
    return [row.split("\t") for row in (place / "authority" / f"{table}.tsv").read_text("utf-8").splitlines()[1:]]


def named(place: Path) -> tuple[str, str]:
    """Key and English name of an official whom one release names in English."""
    texts = [path.read_text("utf-8") for path in (place / "documents").iterdir()]
    found = (row for row in cells(place, "official_names") if row[1] == "en")
    return next((row[0], row[3]) for row in found if any(row[3] in text for text in texts))


def test_an_added_name_reads_the_few_again_that_it_touches(place: Path) -> None:
    key, _ = named(place)
    add(place, "official_names", f"{key}\ten\talias\tNikto Nevidimka\town")
    report = again(place)
    assert 0 < len(report.relinked) < 6
    assert report.built == report.relinked
    assert (len(report.settled), len(report.unchanged)) == (12 - len(report.built),) * 2
    assert any(f"{len(report.built)} documents were read again" in note for note in report.notes)
    assert again(place).relinked == ()
    again(place, "fresh")
    assert quads(place / "store") == quads(place / "fresh")


@pytest.mark.slow
def test_each_kind_of_change_makes_what_a_build_from_nothing_makes(place: Path) -> None:
    key, name = named(place)
    read = []
    add(place, "memberships", "XA\tlake-union\tobserver\t2001\t\tverified\t\town")
    read.append(len(again(place).built))
    add(place, "decoys", f"en\t{name.split()[-1]}\t\town")
    read.append(len(again(place).built))
    tenures = place / "authority" / "tenures.tsv"
    kept = [row for row in tenures.read_text("utf-8").splitlines(keepends=True) if not row.startswith(f"{key}\t")]
    tenures.write_text("".join(kept), "utf-8")
    read.append(len(again(place).built))
    assert read[0] == 0
    assert 0 < read[1] < 12
    assert read[2] < 12
    again(place, "fresh")
    assert quads(place / "store") == quads(place / "fresh")


def test_what_is_not_known_is_read_again(place: Path) -> None:
    with sqlite3.connect(place / "store" / records.NAME) as database:
        database.execute("DELETE FROM documents WHERE key IN (SELECT key FROM documents ORDER BY key LIMIT 3)")
    with Inquiries(place / "store") as inquiries:
        # As after a build that was killed between the two: what is noted of another state is not believed.
        inquiries.settle(sorted(one.key for one in documents(place / "documents"))[3:7], "other tables")
    add(place, "memberships", "XA\tlake-union\tobserver\t2001\t\tverified\t\town")
    assert len(again(place).relinked) == 7
    with sqlite3.connect(place / "store" / records.NAME) as database:
        database.execute("UPDATE tables SET others = 'other surnames'")
    add(place, "memberships", "XB\tlake-union\tobserver\t2001\t\tverified\t\town")
    report = again(place)
    assert len(report.relinked) == 12
    assert any("may touch every document" in note for note in report.notes)


@pytest.mark.slow
def test_a_damaged_record_costs_time_and_nothing_else(place: Path) -> None:
    for end in ("-wal", "-shm"):
        (place / "store" / f"{records.NAME}{end}").unlink(missing_ok=True)
    (place / "store" / records.NAME).write_bytes(b"no database" * 1_000)
    assert again(place).built == ()
    add(place, "memberships", "XA\tlake-union\tobserver\t2001\t\tverified\t\town")
    assert len(again(place).relinked) == 12
    with sqlite3.connect(place / "store" / records.NAME) as database:
        database.execute("PRAGMA user_version = 99")
    with Inquiries(place / "store") as inquiries:
        assert list(inquiries.all()) == []


def test_a_disk_that_refuses_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / records.NAME).mkdir()
    with pytest.raises(StoreUnavailable, match="the disk refused"):
        Inquiries(tmp_path)


def test_questions_leave_with_their_documents_and_go_into_a_backup(place: Path) -> None:
    key = documents(place / "documents")[0].key
    forget(place / "store", [key])
    with Inquiries(place / "store") as inquiries:
        assert inquiries.noted(key) is None
        left = len(list(inquiries.all()))
        inquiries.tidy("no tables")
        assert len(list(inquiries.all())) < left
    backup(place / "store", place / "backup")
    restore(place / "backup", place / "other")
    with Inquiries(place / "other") as inquiries:
        assert inquiries.noted(documents(place / "documents")[1].key)
    records.copy(place / "documents", place / "other")


# ---- what is asked


class Sealed:
    """Tables that nobody but a question may look into."""

    def __init__(self, tables: object) -> None:
        self._tables = tables

    def __getattr__(self, name: str) -> object:
        assert asking.is_answered() or name == "version", f"{name} was looked up past the questions"
        return getattr(self._tables, name)


def test_extraction_looks_into_the_tables_by_questions_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authority = replace(load(), version="of this test alone")
    reader = Reader(authority=authority, least=0.0)
    given = [d for d in documents(root / "data" / "documents") if len(d.text) < 4_000]
    expected = [reader(document) for document in given]  # by now all tables are prepared
    for language in ("ru", "en", "zh"):
        known = knowledge(authority, language)
        monkeypatch.setattr(known.index, "authority", Sealed(authority))
        known.__dict__["authority"] = Sealed(authority)
    try:
        again = [reader(document) for document in given]
        assert [one.said for one in again] == [one.said for one in expected]
        # Whatever is remembered by now, each document asks what it asked at first.
        for one, first in zip(again, expected, strict=True):
            assert one.asked.questions == first.asked.questions, one.said.key
            assert one.asked.words == first.asked.words, one.said.key
    finally:
        for language in ("ru", "en", "zh"):
            knowledge(authority, language).__dict__["authority"] = authority


def test_rules_never_take_the_tables_themselves() -> None:
    folder = Path(sco_graph.extraction.__file__).parent
    for path in folder.rglob("*.py"):
        taken = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Attribute)]
        lines = {n.lineno for n in taken if n.attr == "authority"}
        assert not lines or path.name == "knowledge.py", f"{path.name}:{min(lines)}: ask a question of Knowledge"


def asked(index: Index, *calls: Callable[[Index], object]) -> tuple[asking.Notebook, asking.Asked]:
    notebook = asking.Notebook()
    with notebook.open("en"):
        for call in calls:
            call(index)
    return notebook, notebook.asked()


def test_a_question_is_noted_once_and_told_once() -> None:
    index = Index(load())
    notebook, first = asked(index, *[lambda index: index.names_of(Key("body/sco"), "en")] * 3)
    assert len(first.questions) == 8
    assert [text for _, text in first.told] == ['["en", "index.names_of", ["body/sco", "en"], []]']
    with notebook.open("en"):
        index.names_of(Key("body/sco"), "en")
    assert notebook.asked() == asking.Asked(questions=first.questions, words=b"", told=())


def test_what_a_look_up_asks_itself_is_no_question() -> None:
    _, found = asked(Index(load()), lambda index: index.label(Key("body/sco"), "en"))
    assert len(found.told) == 1


def test_an_error_is_an_answer_too() -> None:
    index = Index(load())
    notebook = asking.Notebook()
    with notebook.open("en"), pytest.raises(Exception, match="no state has this code"):
        index.state("QQ")
    ((number, text),) = notebook.asked().told
    assert asking.again(lambda _: knowledge(index.authority, "en"), text) == number
    gone = text.replace("index.state", "index.nothing")
    assert asking.again(lambda _: knowledge(index.authority, "en"), gone) != number


def test_nothing_is_noted_where_no_notebook_is_open() -> None:
    index, notebook = Index(load()), asking.Notebook()
    with notebook.open("en"):
        pass
    index.label(Key("body/sco"), "en")
    assert notebook.asked() == asking.Asked(questions=b"", words=b"", told=())


def test_a_full_notebook_tells_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_REMEMBERED", 1)
    _, found = asked(
        Index(load()), *[lambda i, k=k: i.label(Key(k), "en") for k in ("body/sco", "body/un", "body/sco")]
    )
    assert len(found.told) == 3
    assert len(found.questions) == 16


def test_what_is_no_plain_value_is_no_answer() -> None:
    with pytest.raises(TypeError, match="object can be no part"):
        asking.number_of("question", object())


@pytest.fixture
def made() -> Callable[[str, str], Made]:
    reader = Reader(authority=load(), least=0.0)
    return lambda text, language: reader(
        Document(key="d", text=text, language=language, source="d", stem="d", sha256="0")
    )


def test_words_are_noted_by_all_their_keys_and_chinese_by_pairs(made: Callable[[str, str], Made]) -> None:
    from array import array

    words = set(array("I", made("Встреча в Озёрске прошла.", "ru").asked.words))
    assert asking.word_number("ru", "озерск") in words
    words = set(array("I", made("会议在湖州举行。", "zh").asked.words))
    assert {asking.word_number("zh", "湖\t州"), asking.word_number("zh", "湖")} <= words
