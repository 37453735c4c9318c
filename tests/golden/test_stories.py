"""Golden stories: documents, and all that must come out of them.

A story is a folder: ``documents/``, perhaps rows of its own for the tables in ``authority/``, and what is
expected: ``facts.json`` (records of the guide), ``graph.nq`` (the graphs that rest on documents) and
``answers.json`` (rows of every named question). ``make golden`` rewrites what is expected; the difference
is then reviewed.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

import pytest

from sco_graph.authority import data_folder, load
from sco_graph.authority.records import Authority
from sco_graph.corpus import find, read
from sco_graph.graph.store import Store
from sco_graph.graph.validation import validate
from sco_graph.model import Document, Facts
from sco_graph.query import Question, answer, questions
from sco_graph.reading import extract
from sco_graph.records import facts_to_json
from sco_graph.vocabulary import ENTITIES, INTERACTIONS, document_graph

HERE = Path(__file__).parent
STORIES = sorted(folder for folder in HERE.iterdir() if (folder / "documents").is_dir())
REWRITE = os.environ.get("SCO_GRAPH_GOLDEN") == "rewrite"

# What a story is asked beside the questions that need no parameter.
ASKED: dict[str, dict[str, str]] = {
    "interactions-of-person": {"person": "Иван Тестов"},
    "interactions-by-issue": {"issue": "transport"},
    "statements-about-issue": {"issue": "trade"},
    "co-participation": {"actor": "official/ivan-testov"},
}


def tables(story: Path) -> Authority:
    own = story / "authority"
    return load(own) if own.is_dir() else load()


@cache
def told(story: Path) -> tuple[Authority, list[tuple[Document, Facts]]]:
    authority = tables(story)
    documents = [read(path, root) for path, root in find([story / "documents"])]
    return authority, [(document, extract(document, authority)) for document in documents]


def expected(path: Path, found: str) -> str:
    if REWRITE:
        path.write_text(found, "utf-8", newline="\n")
    return path.read_text("utf-8")


def text(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def parameters(question: Question, story: Path) -> dict[str, str] | None:
    """Values for the parameters that a question needs; None where the story has none."""
    given = ASKED.get(question.name, {}) if (story / "authority").is_dir() else {}
    needed = {parameter.name for parameter in question.parameters if parameter.default is None}
    return given if needed <= set(given) else None


def test_all_stories_are_found() -> None:
    assert [story.name for story in STORIES] == ["a-council", "one-call", "three-tellings"]
    assert data_folder().is_dir()


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_facts_are_the_expected_ones(story: Path) -> None:
    _, documents = told(story)
    found = text([facts_to_json(facts, document) for document, facts in documents])
    assert found == expected(story / "facts.json", found)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_graph_and_answers_are_the_expected_ones(story: Path) -> None:
    authority, documents = told(story)
    with Store(None) as store:
        store.load_ontology()
        store.load_authority(authority)
        store.replace_documents(documents)
        own = [document_graph(document.key) for document, _ in documents]
        graphs = [*own, ENTITIES, INTERACTIONS]
        quads = "".join(f"{quad} .\n" for graph in graphs for quad in store.quads(graph))
        assert quads == expected(story / "graph.nq", quads)
        answers = {}
        for question in questions():
            given = parameters(question, story)
            if given is not None:
                table = answer(store, question.name, **given)
                answers[question.name] = [[cell.value if cell else None for cell in row] for row in table.rows]
        assert text(answers) == expected(story / "answers.json", text(answers))
        assert validate(store, own) == ()


def test_three_tellings_are_one_meeting_with_its_contradiction() -> None:
    authority, documents = told(HERE / "three-tellings")
    with Store(None) as store:
        store.load_ontology()
        store.load_authority(authority)
        store.replace_documents(documents)
        rows = store.select(
            "SELECT ?status (COUNT(DISTINCT ?account) AS ?tellings) (GROUP_CONCAT(DISTINCT ?said) AS ?contradictions) "
            "(GROUP_CONCAT(DISTINCT ?code; separator=' ') AS ?issues) { ?meeting a sco:Meeting ; sco:status ?status ; "
            "sco:account ?account ; sco:discusses ?issue ; sco:contradiction ?said . "
            "BIND(REPLACE(STR(?issue), '.*/', '') AS ?code) } GROUP BY ?meeting ?status"
        ).rows
        ((status, tellings, contradictions, issues),) = rows
        assert str(status).endswith("/held")
        assert str(tellings) == "3"
        assert "place: place/bishkek in document/" in str(contradictions)
        assert "status: " not in str(contradictions)
        assert set(str(issues).split()) == {"energy", "transport"}
