"""JSON Lines, tables and archives: several documents in a file, and the bad ones among them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sco_graph.corpus import archives, contents, files, read
from sco_graph.errors import InvalidDocument
from sco_graph.model import Document

from . import made
from .made import PAGE, TEXT


def write(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def parts(path: Path, **columns: str) -> tuple[list[Document], list[str]]:
    found = list(contents(path, path.parent, columns))
    good = [each for each in found if isinstance(each, Document)]
    return good, [str(each) for each in found if isinstance(each, InvalidDocument)]


def test_a_table_by_its_usual_columns(tmp_path: Path) -> None:
    table = 'id;Date;Title;Text;url\nA1;05.03.2021;Разговор;"Первый; в кавычках.";https://lake.example/1\n7;2021;;Второй.;\n'
    good, bad = parts(write(tmp_path / "news.csv", table))
    assert not bad
    assert [(d.text, d.published, d.title, d.source, d.stem) for d in good] == [
        ("Первый; в кавычках.", "2021-03-05", "Разговор", "https://lake.example/1", "news-a1"),
        ("Второй.", "2021", None, "news.csv#7", "news-7"),
    ]
    assert good[0].key != good[1].key


def test_a_table_by_a_mapping(tmp_path: Path) -> None:
    path = write(tmp_path / "news.tsv", "n\tbody\twhen\ttext\n1\tСовет заседал.\t2021-03-05 10:00:00\tнет\n")
    good, bad = parts(path, text="body", date="when")
    assert (good[0].text, good[0].published, bad) == ("Совет заседал.", "2021-03-05", [])


def test_rows_that_are_bad_are_told_by_their_number(tmp_path: Path) -> None:
    table = "text,date,lang\nПервый.,2021-03-05,ru-RU\n,2021-03-05,\nТретий.,вчера,\nЧетвёртый.,,in Russian\n"
    good, bad = parts(path := write(tmp_path / "a.csv", table))
    assert [(d.text, d.language) for d in good] == [("Первый.", "ru")]
    assert [line.removeprefix(f"{path}:").split(".")[0] for line in bad] == [
        "2: the text is empty",
        '3: "вчера" is no date',
        '4: "in Russian" is no tag of a language',
    ]


@pytest.mark.parametrize(
    ("table", "columns", "what"),
    [
        ("a,b\n1,2\n", {}, "no column is known to hold the text.*It has: a, b"),
        ("a,b\n1,2\n", {"text": "c"}, 'no column "c".*It has: a, b'),
        ("", {}, "no column is known"),
        ('text\n"not closed\n', {}, "no row of a table"),
    ],
)
def test_a_table_that_is_none_is_refused(tmp_path: Path, table: str, columns: dict[str, str], what: str) -> None:
    _, bad = parts(write(tmp_path / "a.csv", table), **columns)
    assert len(bad) == 1
    assert __import__("re").search(what, bad[0])


def test_a_long_text_fits_into_a_cell(tmp_path: Path) -> None:
    text = "слово " * 100_000
    good, _ = parts(write(tmp_path / "a.csv", f'text\n"{text}"\n'))
    assert len(good[0].text) == len(text.strip())


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        {"text": TEXT, "meta": {"when": "2021-03-05T10:00:00Z"}, "id": "x/1"},
        {"text": TEXT},
        {"text": ["no"], "meta": 1},
        {"title": "no text"},
    ]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows[:1]) + "\n\n[1]\n{broken\n" + "[" * 100_000
    good, bad = parts(write(tmp_path / "a.jsonl", lines), date="meta.when")
    assert [(d.published, d.source, d.stem) for d in good] == [("2021-03-05", "a.jsonl#x/1", "a-x-1")]
    assert [line.split(": ")[1].split(".")[0] for line in bad] == ["no JSON object"] * 3
    good, bad = parts(write(tmp_path / "b.jsonl", "\n".join(map(json.dumps, rows[1:]))))
    assert [d.source for d in good] == ["b.jsonl#1"]
    assert [": the text is empty" in bad[0], "no column is known" in bad[1]] == [True, True]
    _, bad = parts(write(tmp_path / "c.jsonl", "\n"))
    assert "no lines" in bad[0]


def test_a_mapping_that_json_lines_lack_is_refused(tmp_path: Path) -> None:
    _, bad = parts(write(tmp_path / "a.jsonl", '{"a": 1}'), text="body")
    assert 'no column "body"' in bad[0]


def test_one_document_is_read_and_several_are_not(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.csv", "text\nСовет заседал.\n")).text == "Совет заседал."
    with pytest.raises(InvalidDocument, match="holds 2 documents"):
        read(write(tmp_path / "b.csv", "text\nСовет заседал.\nСовет решил.\n"))


MEMBERS = {
    "in/b.txt": TEXT.encode(),
    "a.html": PAGE.encode(),
    "README.md": b"no",
    "x.png": b"no",
    "__MACOSX/c.txt": b"no",
}


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.tgz", "a.tar.bz2", "a.tar.xz"])
def test_an_archive_gives_its_documents(tmp_path: Path, name: str) -> None:
    mode = {"2": "bz2", "z": "gz" if name.endswith("gz") else "xz"}[name[-1]] if name != "a.zip" else ""
    data = made.zipped(MEMBERS) if name == "a.zip" else made.tarred(MEMBERS, mode)
    good, bad = parts(write(tmp_path / name, data))
    assert not bad
    assert [(d.source, d.stem) for d in good] == [("https://lake.example/news/1", "a"), (f"{name}/in/b.txt", "b")]


def test_a_path_that_leads_out_of_an_archive_is_refused(tmp_path: Path) -> None:
    members = {"../evil.txt": b"x", "/etc/evil.txt": b"x", "in\\..\\..\\evil.txt": b"x", "good.txt": TEXT.encode()}
    good, bad = parts(write(tmp_path / "a.zip", made.zipped(members)))
    assert [d.stem for d in good] == ["good"]
    assert len(bad) == 3
    assert all("leads out" in line for line in bad)


def test_an_archive_has_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.zip", made.zipped({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()}))
    monkeypatch.setattr(archives, "LARGEST_MEMBER", 100)
    assert ["more than 100 bytes" in line for line in parts(path)[1]] == [True, True]
    monkeypatch.setattr(archives, "LARGEST_MEMBER", 10_000)
    monkeypatch.setattr(archives, "MOST_BYTES", len(TEXT.encode()))
    assert [len(part) for part in parts(path)] == [1, 1]
    monkeypatch.setattr(archives, "MOST_MEMBERS", 1)
    assert "2 members" in parts(path)[1][0]


def test_a_member_that_is_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    data = bytearray(made.zipped({"a.txt": b"a" * 10_000}))
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = (100).to_bytes(4, "little")
    good, bad = parts(write(tmp_path / "a.zip", bytes(data)))
    assert not good
    assert len(bad) == 1


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.zip", b"PK\x05\x06", "broken archive"),
        ("a.tar.gz", b"\x1f\x8b\x08", "broken archive"),
        ("a.zip", made.zipped({"a.png": b"x"}), "no documents"),
        ("a.zip", made.zipped({"b.zip": made.zipped({"a.txt": b"x"})}), "archive in an archive"),
        ("a.zip", made.zipped({"a.pdf": b"x"}), "broken PDF"),
    ],
)
def test_a_bad_archive_is_refused(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    good, bad = parts(path := write(tmp_path / name, data))
    assert not good
    assert what in bad[0]
    assert bad[0].startswith(str(path))


def test_a_member_with_a_password_is_refused(tmp_path: Path) -> None:
    data = bytearray(made.zipped({"a.txt": b"a" * 100}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    assert "password" in parts(write(tmp_path / "a.zip", bytes(data)))[1][0]


def test_names_of_a_russian_windows_are_read(tmp_path: Path) -> None:
    data = made.zipped({"aaaa.txt": TEXT.encode()}).replace(b"aaaa.txt", "союз.txt".encode("cp866"))
    assert parts(write(tmp_path / "a.zip", data))[0][0].source == "a.zip/союз.txt"


def test_a_file_of_unknown_ending_is_read_as_text(tmp_path: Path) -> None:
    assert files.read(write(tmp_path / "release", TEXT)).text == TEXT
