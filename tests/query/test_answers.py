"""Each question is answered as it was looked through once, and alike by both engines.

``SCO_GRAPH_GOLDEN=rewrite`` writes the answers anew; look at the difference before it is kept.
"""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from rdflib import Dataset, Graph

from sco_graph.graph.store import Store
from sco_graph.model import Table
from sco_graph.query import answer, questions
from tests.query import stories

GOLDEN = Path(__file__).parent / "golden"
RUSSIAN_CALL = "call-ru-a71572f9"

CASES: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("who-met-whom", {}),
    ("who-met-whom", {"since": "2021-05-15", "language": "ru"}),
    ("who-met-whom", {"status": "planned"}),
    ("interactions-of-person", {"person": "official/ivan-testov"}),
    ("interactions-of-person", {"person": "李试", "language": "ru"}),
    ("interactions-of-person", {"person": "official/ivan-testov", "since": "2021-05-31", "until": "2022-01-01"}),
    ("interactions-by-issue", {"issue": "environment"}),
    ("interactions-by-issue", {"issue": "Экономика", "language": "ru"}),
    ("interactions-by-issue", {"issue": "culture", "until": "2021-12-31"}),
    ("interactions-by-state-and-year", {"state": "XF", "year": "2021"}),
    ("interactions-by-state-and-year", {"state": "Sylvania", "year": "2022"}),
    ("post-holder-on-date", {"post": "post/lake-union-secretary-general", "date": "2021-03-02"}),
    ("post-holder-on-date", {"post": "lake-union-secretary-general", "date": "2019-12-31", "language": "ru"}),
    ("statements-about-issue", {"issue": "environment"}),
    ("statements-about-issue", {"issue": "environment-emergencies", "language": "zh"}),
    ("statements-by-speaker", {"speaker": "伊万·特斯托夫"}),
    ("statements-by-speaker", {"speaker": "Petra Probova", "since": "2021-03-02", "until": "2021-03-02"}),
    ("claims-of-document", {"document": RUSSIAN_CALL}),
    ("claims-of-document", {"document": "Story call-zh"}),
    ("participants-of-interaction", {"interaction": stories.CALL}),
    ("participants-of-interaction", {"interaction": stories.SUMMIT, "language": "ru"}),
    ("co-participation", {"actor": "LU", "status": "planned"}),
    ("co-participation", {"actor": "official/ivan-testov", "language": "ru"}),
    ("evidence-of-claim", {"claim": stories.CALL}),
    ("evidence-of-claim", {"claim": f"statement/{RUSSIAN_CALL}-s2"}),
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store(None) as made:
        yield stories.fill(made)


@pytest.fixture(scope="module")
def dataset(store: Store) -> Dataset:
    """The store's N-Quads, read by rdflib into its own memory."""
    lines = pyoxigraph.serialize(store.quads(), format=pyoxigraph.RdfFormat.N_QUADS)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Dataset.default_context", DeprecationWarning)
        return Dataset(default_union=True).parse(data=lines, format="nquads")


@pytest.fixture(scope="module")
def graph(store: Store) -> Graph:
    """The union of all graphs as plain triples, as ``graph.nt`` has them."""
    lines = pyoxigraph.serialize(store.triples(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    return Graph().parse(data=lines, format="nt")


def shown(name: str, parameters: Mapping[str, str], table: Table) -> dict[str, Any]:
    rows = [[cell and {key: part for key, part in asdict(cell).items() if part} for cell in row] for row in table.rows]
    return {"question": name, "parameters": dict(parameters), "columns": list(table.columns), "rows": rows}


@pytest.mark.parametrize("name", sorted({name for name, _ in CASES}))
def test_answers_are_the_golden_ones(store: Store, name: str) -> None:
    found = [shown(one, given, answer(store, one, **given)) for one, given in CASES if one == name]
    path = GOLDEN / f"{name}.json"
    if os.environ.get("SCO_GRAPH_GOLDEN") == "rewrite":
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert found == json.loads(path.read_text("utf-8"))


def test_every_question_has_a_golden_answer() -> None:
    assert {question.name for question in questions()} == {name for name, _ in CASES}
    assert {path.stem for path in GOLDEN.glob("*.json")} == {name for name, _ in CASES}


# rdflib 7.6 asks for its own deprecated property while it parses and answers.
@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")
@pytest.mark.parametrize(("name", "given"), CASES)
def test_rdflib_answers_alike(store: Store, dataset: Dataset, name: str, given: Mapping[str, str]) -> None:
    assert answer(dataset, name, **given) == answer(store, name, **given)


@pytest.mark.parametrize(("name", "given"), CASES[::3])
def test_plain_triples_answer_alike(store: Store, graph: Graph, name: str, given: Mapping[str, str]) -> None:
    assert answer(graph, name, **given) == answer(store, name, **given)


@pytest.mark.parametrize(("name", "given"), CASES[::4])
def test_the_view_of_the_open_store_answers_alike(store: Store, name: str, given: Mapping[str, str]) -> None:
    assert answer(store.dataset(), name, **given) == answer(store, name, **given)


def test_three_documents_that_tell_one_call_count_once(store: Store) -> None:
    table = answer(store, "who-met-whom", since="2021-03-02", until="2021-03-02")
    ((_, name, _, other, times, *_),) = table.rows
    assert [str(cell) for cell in (name, other, times)] == ["Ivan Testov", "Petra Probova", "1"]
    table = answer(store, "interactions-of-person", person="Ivan Testov", since="2021-03-02", until="2021-03-02")
    (row,) = table.rows
    assert str(row[table.columns.index("documents")]) == "3"


def test_an_actor_in_two_roles_counts_once(store: Store) -> None:
    with Store(None) as fresh:
        fresh.load_authority(stories.AUTHORITY)
        fresh.replace_document(*stories.visit())
        assert [str(row[4]) for row in answer(fresh, "who-met-whom").rows] == ["1"]
        assert len(answer(fresh, "interactions-of-person", person="Ivan Testov").rows) == 1
        assert len(answer(fresh, "participants-of-interaction", interaction=stories.VISIT).rows) == 3
