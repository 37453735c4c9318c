"""English sentences of the genre, with fictional people: who holds which post, who says what, and about what."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_graph import corpus
from sco_graph.authority import Authority
from sco_graph.extraction import extract
from sco_graph.model import Language

from .test_english import facts


def cases() -> list[tuple[str, ...]]:
    """Rows of ``english_said.tsv``: text, posts, statements."""
    rows = (Path(__file__).parent / "english_said.tsv").read_text("utf-8").splitlines()
    return [tuple(row.split("\t")) for row in rows if row and not row.startswith("#")]


@pytest.mark.parametrize(("text", "posts", "said"), cases())
def test_posts_and_statements_are_read(text: str, posts: str, said: str, authority: Authority) -> None:
    found = facts(text, authority)
    names = {official.id: official.name.split()[-1] for official in found.officials}

    assert "; ".join(f"{names[p.holder]}={p.title}@{p.org}" for p in found.posts) == posts
    assert (
        "; ".join(
            " ".join((names[s.speaker], s.act, *(",".join(s.issues).split() if s.issues else ())))
            for s in found.statements
        )
        == said
    )


@pytest.mark.parametrize("text", [row[0] for row in cases()])
def test_their_evidence_is_exact(text: str, authority: Authority) -> None:
    found = facts(text, authority)
    spelt = text.replace("\\n", "\n")

    assert all(spelt[e.start : e.stop] == e.quote for e in found.evidence)


@pytest.mark.parametrize(
    ("source", "org"),
    [
        ("https://mfa.gov.kg/en/news/1", "KG"),
        ("https://www.state.gov/readout", "US"),
        ("https://www.gov.uk/news", "GB"),
        ("https://mid.ru/en/news", "RU"),
    ],
)
def test_a_government_that_publishes_is_that_of_a_minister_of_no_other(
    source: str, org: str, authority: Authority
) -> None:
    text = "Foreign Minister Oleg Primerov met Norwegian Foreign Minister Ivan Testov and the envoy of Chile."
    document = corpus.from_text(text, language=Language.EN, published="2021-12-30", source=source)

    assert next(post.org for post in extract(document, authority).posts) == org
