"""Web pages, PDF and Word files: what is text in them, what they say of themselves, how they can be bad."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_graph.corpus import files, pages, pdf, read, word
from sco_graph.errors import InvalidDocument

from . import made
from .made import PAGE, PARAGRAPHS, TEXT


def write(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_a_page_gives_its_main_text_and_what_it_says_of_itself(tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.html", PAGE))
    assert all(paragraph in document.text for paragraph in PARAGRAPHS)
    for around in ("Все новости", "не текст", "Подписаться", "|"):
        assert around not in document.text
    assert "Озёрск\tТростник" in document.text
    assert (document.title, document.published, document.publisher) == (
        "Разговор в Озёрске",
        "2021-03-05",
        "Озёрный союз",
    )
    assert (document.source, document.language) == ("https://lake.example/news/1", "ru")


@pytest.mark.parametrize(("encoding", "name"), [("cp1251", "windows-1251"), ("koi8-r", "koi8-r"), ("utf-16", "utf-8")])
def test_the_encoding_of_a_page_is_its_mark_or_what_it_declares(tmp_path: Path, encoding: str, name: str) -> None:
    page = PAGE.replace('charset="utf-8"', f'charset="{name}"').replace("—", "-").replace("©", "")
    assert PARAGRAPHS[0] in read(write(tmp_path / "a.htm", page.encode(encoding))).text


@pytest.mark.parametrize("name", ["windows-1251", "no-such", "utf-16", "rot13"])
def test_a_declaration_that_lies_is_passed_over(tmp_path: Path, name: str) -> None:
    page = PAGE.replace('charset="utf-8"', f'charset="{name}"')
    assert PARAGRAPHS[0] in read(write(tmp_path / "a.html", page)).text


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<html><body><script>var a = 1;</script></body></html>", "no text"),
        ("<html><head><title></title></head><body></body></html>", "no text"),
        ("", "no text"),
        (" " * (pages._LONGEST + 1), "too many for a page"),
    ],
)
def test_a_page_without_text_is_refused(tmp_path: Path, page: str, what: str) -> None:
    with pytest.raises(InvalidDocument, match=what):
        read(write(tmp_path / "a.html", page))


def test_a_pdf_is_joined_to_paragraphs(tmp_path: Path) -> None:
    heads = [["Вестник Озёрного союза", *body, str(number)] for number, body in enumerate(BODIES, start=1)]
    document = read(
        write(tmp_path / "a.pdf", made.pdf(heads, {"Title": "a.docx", "CreationDate": "D:20210305101112Z"}))
    )
    assert document.text == (
        "Разговор в Озёрске\n"
        "Генеральный секретарь Озёрного союза Иван Тестов принял посла Фридонии Петра Пробова, и стороны "
        "обсудили борьбу с терроризмом.\n"
        "Встреча прошла в Озёрске.\n"
        "Она была третьей.\n"
    )
    assert (document.title, document.published) == ("Разговор в Озёрске", "2021-03-05")


BODIES = (
    (
        "Разговор в Озёрске",
        "Генеральный секретарь Озёрного союза Иван Тестов принял посла Фридо-",
        "нии Петра Пробова, и стороны обсудили борьбу",
        "с терроризмом.",
    ),
    ("Встреча прошла в Озёрске.",),
    ("Она была третьей.",),
)


def test_a_title_and_a_date_in_a_pdf_s_text_come_first(tmp_path: Path) -> None:
    lines = [["Разговор", "29.04.2020", "Совет Озёрного союза заседал в Озёрске."]]
    document = read(write(tmp_path / "a.pdf", made.pdf(lines, {"Title": "Other", "CreationDate": "D:20219999"})))
    assert (document.title, document.published) == ("Разговор", "2020-04-29")
    untitled = made.pdf([["Совет Озёрного союза заседал."]], {"Title": "Talk", "CreationDate": "D:20219999"})
    document = read(write(tmp_path / "b.pdf", untitled))
    assert (document.title, document.published) == ("Talk", None)


def test_chinese_lines_are_joined_without_a_space() -> None:
    line = "湖泊联盟秘书长在会见自由国大使时指出双方将继续加强在地区安全领域的合作并就共同关心的问题"
    assert pdf.joined([f"{line}\n{line}\n交换意见。"]) == f"{line}{line}交换意见。\n"
    assert pdf.joined([]) == ""


def test_ligatures_are_letters() -> None:
    assert pdf.joined(["The oﬃce of the ﬁrst ﬂoor"]) == "The office of the first floor\n"


def test_an_encrypted_pdf_is_read_only_without_a_password(tmp_path: Path) -> None:
    assert "Ивана Тестова" in read(write(tmp_path / "a.pdf", made.encrypted_pdf(""))).text
    with pytest.raises(InvalidDocument, match="encrypted"):
        read(write(tmp_path / "b.pdf", made.encrypted_pdf("secret")))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (made.pdf([[], []]), "scanned"),
        (b"%PDF-1.7\n", "broken"),
        (b"", "broken"),
        (made.pdf([PARAGRAPHS])[:300], "broken|scanned"),
    ],
)
def test_a_bad_pdf_is_refused(tmp_path: Path, data: bytes, what: str) -> None:
    with pytest.raises(InvalidDocument, match=what):
        read(write(tmp_path / "a.pdf", data))


def test_a_pdf_of_very_many_pages_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 1)
    with pytest.raises(InvalidDocument, match="of 2 pages"):
        read(write(tmp_path / "a.pdf", made.pdf([PARAGRAPHS, PARAGRAPHS])))


def test_a_word_file_gives_paragraphs_and_rows(tmp_path: Path) -> None:
    data = made.docx(title="Разговор", rows=[["Озёрск", "4 марта"], ["Тростник", "5 марта"]])
    document = read(write(tmp_path / "a.docx", data))
    assert document.text == TEXT + "Озёрск\t4 марта\nТростник\t5 марта\n"
    assert document.title == "Разговор"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04", "broken"),
        (made.docx()[:2000], "broken"),
        (made.zipped({"a.txt": b"x"}), "broken"),
        (made.docx(lines=[]), "without text"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "encrypted, or in the old"),
    ],
)
def test_a_bad_word_file_is_refused(tmp_path: Path, data: bytes, what: str) -> None:
    with pytest.raises(InvalidDocument, match=what):
        read(write(tmp_path / "a.docx", data))


def test_a_word_file_that_is_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "MOST_BYTES", 1000)
    with pytest.raises(InvalidDocument, match="unpacked are more"):
        read(write(tmp_path / "a.docx", made.docx()))


@pytest.mark.parametrize(("name", "what"), [("a.doc", "old Word format"), ("a.urls", "sco-graph fetch")])
def test_what_is_not_read_says_what_to_do(tmp_path: Path, name: str, what: str) -> None:
    with pytest.raises(InvalidDocument, match=what):
        read(write(tmp_path / name, "https://lake.example/"))


def test_every_format_but_tables_is_found_in_a_folder(tmp_path: Path) -> None:
    for suffix in sorted(files.SUFFIXES):
        write(tmp_path / f"a{suffix}", TEXT)
    write(tmp_path / "a.tar.gz", TEXT)
    found = {path.name for path, _ in files.find([tmp_path])}
    assert found == {f"a{suffix}" for suffix in files.SUFFIXES - {".csv", ".tsv"}} | {"a.tar.gz"}
