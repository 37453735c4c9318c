"""Every fact of every sample document has words for it, in each language."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_graph.authority import Authority
from sco_graph.corpus import read
from sco_graph.extraction import extract
from sco_graph.model import Facts, Mode

DOCUMENTS = sorted((Path(__file__).parents[2] / "data" / "documents").glob("[a-z][a-z]-*.md"))


def claimed(facts: Facts) -> set[tuple[str, str, str]]:
    """Subject, property and value of everything told of events and statements, and of who is named."""
    found: set[tuple[str, str, str]] = {(official.id, "mention", official.id) for official in facts.officials}
    found |= {(body.id, "mention", body.id) for body in facts.organisations}
    found |= {(state, "mention", state) for state in facts.states}
    found |= {(post.holder, "post", post.key) for post in facts.posts}
    for event in facts.events:
        found.add((event.id, "interactionType", event.type))
        found.add((event.id, "status", event.status))
        found |= {(event.id, "discusses", code) for code in event.issues}
        single = {
            "startDate": event.date,
            "endDate": event.end,
            "place": event.place_key,
            "inState": event.place_state,
            "mode": None if event.mode is Mode.UNKNOWN else event.mode,
        }
        found |= {(event.id, name, value) for name, value in single.items() if value}
    found |= {(part.event, "participant", part.actor) for part in facts.participations}
    for said in facts.statements:
        found |= {(said.id, "speaker", said.speaker), (said.id, "speechAct", said.act)}
        found |= {(said.id, "about", code) for code in said.issues}
    return found


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_fact_has_its_words(path: Path, authority: Authority) -> None:
    document = read(path)
    facts = extract(document, authority)
    proved = {(words.subject, words.property, words.value) for words in facts.evidence}
    assert claimed(facts) - proved == set()
    assert all(document.text[words.start : words.stop] == words.quote for words in facts.evidence)


def test_there_are_documents_of_each_language() -> None:
    assert {path.name[:2] for path in DOCUMENTS} == {"ru", "en", "zh"}
