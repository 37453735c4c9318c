"""Whatever a file holds, reading gives documents or InvalidDocument; whatever a text holds, quotes are true."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sco_graph.corpus import contents, from_text
from sco_graph.errors import InvalidDocument
from sco_graph.model import Document
from sco_graph.reading import extract

from . import made
from .made import PAGE, TEXT

FILES = {
    "a.txt": TEXT.encode(),
    "b.txt": TEXT.encode("utf-16"),
    "c.txt": TEXT.encode("cp1251"),
    "a.md": f"---\ntitle: a\ndate: 2021-03-05\n---\n{TEXT}".encode(),
    "a.html": PAGE.encode(),
    "a.pdf": made.pdf([[line[:80] for line in TEXT.splitlines()]], {"Title": "a"}),
    "b.pdf": made.encrypted_pdf(""),
    "a.docx": made.docx(title="a", rows=[["b", "c"]]),
    "a.jsonl": json.dumps({"text": TEXT, "date": "2021"}).encode() * 2,
    "a.csv": f'text,date\n"{TEXT}",2021\n'.encode(),
    "a.zip": made.zipped({"a.txt": TEXT.encode(), "b.html": PAGE.encode()}),
    "a.tar.gz": made.tarred({"a.txt": TEXT.encode()}),
    "a.tar.xz": made.tarred({"a.txt": TEXT.encode()}, "xz"),
}
SENTENCES = """
« » “ " ' ( ) . … , : ; — - | # 🇰🇬 👨‍👩‍👧 שלום سلام ﬁ İ ẞ 1 29.02.2021
Генеральный секретарь ШОС Иван Тестов встретился с послом Китая 4 марта 2021 года в Пекине заявил
The Secretary-General of SCO met Mr. Ivan Testov on 4 March 2021 in Beijing and said that
上海合作组织 秘书长 会见 中国 外交部长 2021年3月4日 表示
"""
INVISIBLE = ("\n", "\t", "\xa0", "\u3000", "\u2028", "\u200b", "\u200d", "\u202e", "\u0301", "\u0306", "\ufeff")
WORDS = (*SENTENCES.split(), *INVISIBLE)
UNUSUAL = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))


def outcome(path: Path, data: bytes) -> list[Document]:
    """The documents of a file; AssertionError for anything but documents and reasons why there are none."""
    path.write_bytes(data)
    found = list(contents(path))
    for each in found:
        if isinstance(each, InvalidDocument):
            assert "\n" not in str(each)
    return [each for each in found if isinstance(each, Document)]


@pytest.mark.parametrize("name", FILES)
def test_files_are_whole_before_they_are_cut(tmp_path: Path, name: str) -> None:
    assert outcome(tmp_path / name, FILES[name]) or name == "a.jsonl"


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
def test_a_file_cut_or_changed_at_any_byte(tmp_path: Path, name: str, data: st.DataObject) -> None:
    whole = FILES[name]
    at = data.draw(st.integers(0, len(whole) - 1))
    outcome(tmp_path / name, whole[:at])
    outcome(tmp_path / name, whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + 4 :])


@pytest.mark.slow
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
def test_a_file_cut_or_changed_at_very_many_bytes(tmp_path: Path, name: str, data: st.DataObject) -> None:
    whole = FILES[name]
    at = data.draw(st.integers(0, len(whole) - 1))
    outcome(tmp_path / name, whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + 4 :])


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("name", sorted({Path(name).suffix for name in FILES}))
@given(data=st.binary(max_size=400))
def test_bytes_that_are_no_file_of_the_format(tmp_path: Path, name: str, data: bytes) -> None:
    outcome(tmp_path / f"a{name}", data)


def quotes_are_true(text: str) -> None:
    try:
        document = from_text(text)
    except InvalidDocument:
        return
    for proof in extract(document).evidence:
        assert proof.quote
        assert document.text[proof.start : proof.stop] == proof.quote


@settings(max_examples=25, deadline=None)
@given(UNUSUAL)
def test_quotes_of_unusual_texts_are_true(text: str) -> None:
    quotes_are_true(text)


@pytest.mark.slow
@settings(max_examples=1500, deadline=None)
@given(UNUSUAL)
def test_quotes_of_very_many_unusual_texts_are_true(text: str) -> None:
    quotes_are_true(text)


@pytest.mark.slow
def test_mutated_documents_break_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(root / "bench"))
    tally = importlib.import_module("fuzz").run(400, seed=1, formats=True)
    assert (tally.broken, tally.wrong) == ([], [])
    assert tally.documents == 400
    assert tally.quotes > 1000
