"""Posts in the English of releases: titles before and behind names, in rows, of organs and missions, with ranks."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_graph.authority.records import Authority
from sco_graph.corpus import from_text
from sco_graph.extraction import extract

ROWS = Path(__file__).parent / "english_posts.tsv"


def cases() -> list[tuple[str, str]]:
    lines = ROWS.read_text("utf-8").splitlines()
    return [(text, posts) for line in lines if line and line[0] != "#" for text, posts in [line.split("\t")]]


@pytest.mark.parametrize(("text", "posts"), cases())
def test_posts_are_read(text: str, posts: str, authority: Authority) -> None:
    found = extract(from_text(text, language="en", published="2021-12-30", source="https://lake.example/1"), authority)
    said = {}
    for official in found.officials:
        held = [f"{p.title}@{p.org}" for p in found.posts if p.holder == official.id]
        said[official.name] = ", ".join(held)
    assert "; ".join(f"{name}={held}" for name, held in said.items()) == posts
