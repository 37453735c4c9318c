"""Chinese sentences of the genre, each with the interactions, their participants and roles, and the points made."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_graph.authority import Authority
from sco_graph.corpus import from_text
from sco_graph.extraction import extract
from sco_graph.model import Facts

from .test_told import told


def facts(text: str, authority: Authority, published: str | None = "2021-12-30") -> Facts:
    """Facts of a Chinese text."""
    return extract(from_text(text, language="zh", published=published, source="https://example.org/zh"), authority)


def cases() -> list[tuple[str, tuple[str, ...], str]]:
    """Rows of ``told_zh.tsv``."""
    rows = (Path(__file__).parent / "told_zh.tsv").read_text("utf-8").splitlines()
    cells = [[*row.split("\t"), "", ""][:3] for row in rows if row and not row.startswith("#")]
    return [(text, tuple(e.strip() for e in events.split("||") if e), said) for text, events, said in cells]


@pytest.mark.parametrize(("text", "expected", "said"), cases())
def test_a_sentence_of_the_genre_is_read(text: str, expected: tuple[str, ...], said: str, authority: Authority) -> None:
    found = facts(text, authority)
    assert tuple(line.strip() for line in told(found)) == expected
    names = {str(o.id): o.name for o in found.officials}
    assert " ".join(f"{names[str(s.speaker)]}:{s.act}" for s in found.statements) == said


@pytest.mark.parametrize("text", [case[0] for case in cases()])
def test_quotes_are_the_words_of_the_text(text: str, authority: Authority) -> None:
    found = facts(text, authority)
    assert found.evidence
    assert all(text[e.start : e.stop] == e.quote for e in found.evidence)
    assert sum(event.main for event in found.events) == bool(found.events)
