"""Reading files: encodings, front matter, and every way in which a file can be bad."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_graph.corpus import files, find, read
from sco_graph.errors import InvalidDocument

TEXT = "Генеральный секретарь Озёрного союза Иван Тестов провёл встречу с послом Фридонии.\n"


def write(path: Path, text: str | bytes, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r"])
def test_encodings_are_told(tmp_path: Path, encoding: str) -> None:
    document = read(write(tmp_path / "a.txt", TEXT * 20, encoding))
    assert document.text == TEXT * 20
    assert document.language == "ru"


def test_chinese_in_gb18030_is_told(tmp_path: Path) -> None:
    text = "湖泊联盟秘书长会见自由国大使，双方就地区安全交换意见。\n" * 20
    assert read(write(tmp_path / "a.txt", text, "gb18030")).text == text


def test_front_matter_gives_the_fields(tmp_path: Path) -> None:
    head = "---\nlanguage: ru\ndate: 2020-04-29\nsource: https://example.org/1\ntitle: Звонок\npublisher: Союз\n---\n\n"
    document = read(write(tmp_path / "a.md", head + TEXT))
    assert (document.published, document.source, document.title) == ("2020-04-29", "https://example.org/1", "Звонок")
    assert (document.publisher, document.stem, document.text) == ("Союз", "a", TEXT)


def test_a_time_in_the_front_matter_is_cut_to_its_date(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.md", f"---\ndate: 2020-04-29 10:30:00\n---\n{TEXT}")).published == "2020-04-29"


def test_empty_front_matter_and_none_are_both_fine(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.md", f"---\n---\n{TEXT}")).text == TEXT
    assert read(write(tmp_path / "b.md", TEXT)).published is None


def test_without_an_address_the_path_below_the_root_is_the_source(tmp_path: Path) -> None:
    path = write(tmp_path / "in" / "a.txt", TEXT)
    assert read(path, tmp_path).source == "in/a.txt"
    assert read(path).source == "a.txt"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"\xff\xfe\x00", "not the utf-16"),
        (bytes(range(128, 256)) * 40, "encoding cannot be told"),
        (b"x" * 20_000_000, "one line has"),
        (f"---\nlanguage: ru\n{TEXT}".encode(), "not closed"),
        (f"---\na: [1\n---\n{TEXT}".encode(), "no YAML"),
        (f"---\njust words\n---\n{TEXT}".encode(), "no list of fields"),
        (f"---\ndate: 29.04.2020\n---\n{TEXT}".encode(), "no date"),
        (f"---\nlanguage: in Russian\n---\n{TEXT}".encode(), "no tag of a language"),
    ],
)
def test_bad_files_are_refused_in_one_line(tmp_path: Path, content: bytes, what: str) -> None:
    path = write(tmp_path / "bad.md", content)
    with pytest.raises(InvalidDocument, match=what) as caught:
        read(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(InvalidDocument, match="cannot be read"):
            read(path)


def test_a_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    with pytest.raises(InvalidDocument, match="bytes are more than"):
        read(write(tmp_path / "a.txt", TEXT))


def test_find_is_sorted_without_repeats_hidden_files_or_readmes(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "in/c.txt", ".git/d.txt", "README.md", "e.png"):
        write(tmp_path / name, TEXT)
    found = list(find([tmp_path / "b.txt", tmp_path]))
    assert [(path.name, root) for path, root in found] == [("b.txt", None), ("a.md", tmp_path), ("c.txt", tmp_path)]


def test_a_path_that_does_not_exist_is_passed_on(tmp_path: Path) -> None:
    assert list(find([tmp_path / "none"])) == [(tmp_path / "none", None)]
