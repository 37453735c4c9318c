"""The tables: tidy, joined by keys, harmless."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from sco_graph.graph.store import Store
from sco_graph.publication import export
from sco_graph.publication.tables import TABLES
from sco_graph.vocabulary import ID, INTERACTIONS, SCO, SKOS

from .. import fiction

Rows = list[dict[str, str]]


@pytest.fixture
def tables(tmp_path: Path) -> dict[str, Rows]:
    with Store(None) as store:
        for stem in ("fiction", "retelling"):
            document = fiction.document(stem)
            store.replace_document(document, fiction.facts(document), "1", "1")
        store.update(
            f"INSERT DATA {{ GRAPH <{INTERACTIONS}> {{ "
            f"<{ID}event/odd> a <{SCO}Interaction> ; <{SKOS}prefLabel> '=cmd()'@en }} }}"
        )
        paths = export(store, tmp_path, ["csv"])
    return {path.stem: list(csv.DictReader(io.StringIO(path.read_text("utf-8")))) for path in paths}


def test_one_file_a_table(tables: dict[str, Rows]) -> None:
    assert list(tables) == list(TABLES)


def test_rows_are_told_apart_by_their_first_columns(tables: dict[str, Rows]) -> None:
    for name, keys in TABLES.items():
        found = [tuple(row.values())[:keys] for row in tables[name]]
        assert found == sorted(set(found)), name


def test_two_tellings_make_one_row_with_both_documents(tables: dict[str, Rows]) -> None:
    (meeting,) = (row for row in tables["interactions"] if row["type"])
    assert (meeting["type"], meeting["start"], meeting["issues"]) == ("Meeting", "2021-03-02", "issue/environment")
    assert len(meeting["documents"].split("; ")) == 2


def test_keys_join(tables: dict[str, Rows]) -> None:
    interactions = {row["interaction"] for row in tables["interactions"]}
    officials = {row["official"] for row in tables["officials"]}
    assert {row["interaction"] for row in tables["participations"]} <= interactions
    assert {row["actor"] for row in tables["participations"]} <= officials
    assert {row["speaker"] for row in tables["statements"]} <= officials
    statements = {row["statement"] for row in tables["statements"]}
    assert statements <= {of for row in tables["evidence"] for of in row["of"].split("; ")}
    assert [row["interactions"] for row in tables["officials"]] == ["1", "1"]


def test_quotes_are_the_words_of_the_text(tables: dict[str, Rows]) -> None:
    assert tables["evidence"]
    for row in tables["evidence"]:
        assert fiction.TEXT[int(row["start"]) : int(row["stop"])] == row["quote"]


def test_what_a_spreadsheet_would_run_is_text(tables: dict[str, Rows]) -> None:
    (odd,) = (row for row in tables["interactions"] if row["interaction"] == "event/odd")
    assert odd["label_en"] == "'=cmd()"
