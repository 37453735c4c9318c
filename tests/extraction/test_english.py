"""English sentences of the genre: posts, interactions with their participants and roles, and the points made."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_graph import corpus
from sco_graph.authority import Authority
from sco_graph.extraction import extract
from sco_graph.model import Facts, Language

from .test_told import told


def cases() -> list[tuple[str, ...]]:
    """Rows of ``english.tsv``."""
    rows = (Path(__file__).parent / "english.tsv").read_text("utf-8").splitlines()
    return [tuple(row.split("\t")) for row in rows if row and not row.startswith("#")]


def facts(text: str, authority: Authority) -> Facts:
    """Facts of an English text published on 2021-12-30."""
    document = corpus.from_text(text.replace("\\n", "\n"), language=Language.EN, published="2021-12-30", source="test")
    return extract(document, authority)


@pytest.mark.parametrize(("text", "posts", "events", "said"), cases())
def test_a_sentence_is_read(text: str, posts: str, events: str, said: str, authority: Authority) -> None:
    found = facts(text, authority)
    names = {official.id: official.name.split()[-1] for official in found.officials}

    assert "; ".join(f"{names[p.holder]}={p.title}@{p.org}" for p in found.posts) == posts
    assert " || ".join(told(found)) == events
    assert "; ".join(f"{names[s.speaker]} {s.act}" for s in found.statements) == said


@pytest.mark.parametrize("case", cases())
def test_evidence_is_exact(case: tuple[str, ...], authority: Authority) -> None:
    text = case[0].replace("\\n", "\n")

    found = facts(case[0], authority)

    assert found.evidence
    assert all(text[e.start : e.stop] == e.quote for e in found.evidence)


ODD = (
    ".",
    "Mr.",
    "H.E.",
    "The of and",
    "“",
    "Minister of",
    "Mr Mr Mr,",
    "(" * 50,
    "and " * 500,
    "A. B. C. D.",
)


@pytest.mark.parametrize("text", ODD)
def test_what_is_no_text_is_read_without_an_error(text: str, authority: Authority) -> None:
    facts(text, authority)
