"""English sentences that tell of interactions: who, when, where and in what role, whatever words are used for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_graph.authority import Authority

from .test_english import facts
from .test_told import told


def cases() -> list[tuple[str, str]]:
    """Rows of ``english_events.tsv``."""
    rows = (Path(__file__).parent / "english_events.tsv").read_text("utf-8").splitlines()
    pairs = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return [(text, events) for text, events in pairs]


@pytest.mark.parametrize(("text", "events"), cases())
def test_a_sentence_tells_of_its_interactions(text: str, events: str, authority: Authority) -> None:
    found = facts(text, authority)

    assert " || ".join(told(found)) == events
    whole = text.replace("\\n", "\n")
    assert all(whole[e.start : e.stop] == e.quote for e in found.evidence)
