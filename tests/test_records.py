"""Facts as JSON of the guide."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sco_graph.errors import InvalidRecord
from sco_graph.records import facts_to_json, read_facts, write_facts

from .fiction import TEXT, document, facts


def test_a_record_has_the_keys_of_the_guide_and_the_words() -> None:
    record = facts_to_json(facts(), document())
    assert list(record)[:9] == [
        "id", "url", "lang", "published", "officials", "organisations", "states", "events", "statements",
    ]  # fmt: skip
    first = record["officials"][0]
    assert (first["name"], first["name_en"], first["quote"]) == ("Иван Тестов", "Ivan Testov", "Ивана Тестова")
    assert first["posts"][0]["org"] == "Lake Union"
    assert first["posts"][0]["quote"] == "Генерального секретаря Озёрного союза"
    assert first["iri"] == "https://w3id.org/sco-graph/id/official/ivan-testov"
    for evidence in record["evidence"]:
        assert TEXT[evidence["start"] : evidence["stop"]] == evidence["quote"]


def test_who_presides_is_told_apart_from_who_takes_part() -> None:
    event = facts_to_json(facts(), document())["events"][0]
    assert (event["participants"], event["chair"]) == (["p1", "p2"], [])


def test_a_fact_without_words_has_no_span() -> None:
    from dataclasses import replace

    bare = replace(facts(), evidence=())
    assert "quote" not in facts_to_json(bare, document())["officials"][0]


def test_a_record_survives_its_file(tmp_path: Path) -> None:
    record = facts_to_json(facts(), document())
    write_facts(record, tmp_path / "a.json")
    assert read_facts(tmp_path / "a.json") == record


@pytest.mark.parametrize(
    ("content", "what"),
    [("{", "no JSON"), ("[]", "not one JSON object"), (json.dumps({"events": {}}), '"events" is not a list')],
)
def test_what_is_no_record_is_refused(tmp_path: Path, content: str, what: str) -> None:
    (tmp_path / "a.json").write_text(content)
    with pytest.raises(InvalidRecord, match=what):
        read_facts(tmp_path / "a.json")
