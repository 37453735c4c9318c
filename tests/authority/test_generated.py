"""Transliterations that no source gives: marked, and never counted as known."""

from __future__ import annotations

import re

import pytest

from sco_graph.authority import Authority, data_folder
from sco_graph.authority.generated import russian
from sco_graph.authority.index import Index
from sco_graph.authority.records import NameKind
from sco_graph.graph.authority_mapping import authority_quads
from sco_graph.graph.terms import AUTHORITY, entity, sco, text


@pytest.mark.parametrize(
    ("name", "state", "expected"),
    [
        ("Zhang Mingyi", "CN", "Чжан Минъи"),
        ("Sergei Testov", "RU", "Сергей Тестов"),
        ("Yevgeny Shcherbakov", "KZ", "Евгений Щербаков"),
        ("Mariya Ermakova", "BY", "Мария Эрмакова"),
        ("Jamshid Testzoda", "TJ", "Джамшид Тестзода"),
        ("Aziz Abdu-Testov", "UZ", "Азиз Абду-Тестов"),
    ],
)
def test_an_english_spelling_is_written_back(name: str, state: str, expected: str) -> None:
    assert russian(name, f"state/{state}") == expected


@pytest.mark.parametrize(
    ("name", "state"),
    [("Ivan Testov", "DE"), ("Sat Toqpaq", "KZ"), ("Begenç Testow", "TM"), ("Siarhiej Test", "BY"), ("Xqz", "CN")],
)
def test_nothing_is_guessed_without_a_rule(name: str, state: str) -> None:
    assert russian(name, f"state/{state}") is None


def test_a_generated_name_stands_beside_no_known_one(authority: Authority) -> None:
    known = {(name.entity, name.language) for name in authority.names if name.known}
    made = [name for name in authority.names if not name.known]
    assert len(made) > 300
    assert [name for name in made if (name.entity, name.language) in known] == []
    assert {name.language for name in made} == {"en", "ru"}
    assert [name.text for name in made if name.language == "ru" and re.search("[A-Za-z]", name.text)] == []


def test_no_chinese_name_is_generated(authority: Authority) -> None:
    assert [name for name in authority.names if name.language == "zh" and not name.known] == []


def test_a_table_has_generated_names_only_where_its_source_is_in_another_script() -> None:
    for path in data_folder().glob("official_names*.tsv"):
        rows = [line.split("\t") for line in path.read_text("utf-8").split("\n") if "\tgenerated\t" in line]
        assert {row[1] for row in rows} <= {"en"}, path.name


def test_a_generated_name_is_never_counted_as_known(authority: Authority, index: Index) -> None:
    name = next(n for n in authority.names if n.entity == "official/le-yucheng" and n.language == "ru")
    assert (name.kind, name.known, name.text) == (NameKind.GENERATED, False, "Лэ Юйчэн")
    assert index.find(name.text, "official") == ()
    assert index.find_people(name.text) == ("official/le-yucheng",)  # by its folded spelling, as any spelling


def test_the_graph_marks_it_as_generated(authority: Authority) -> None:
    node, label = entity("official/le-yucheng"), text("Лэ Юйчэн", "ru")
    marked = {(q.subject, q.object) for q in authority_quads(authority) if q.predicate == sco("generatedLabel")}
    assert (node, label) in marked
    made = {(entity(n.entity), text(n.text, n.language)) for n in authority.names if not n.known}
    assert marked == made


def test_the_graph_tells_who_says_what(authority: Authority) -> None:
    quads = {(q.subject, q.predicate, q.object) for q in authority_quads(authority) if q.graph_name == AUTHORITY}
    node = entity("attestation/sco-founded-2001-07-15")
    told = {predicate.value.rsplit("#")[-1]: value for subject, predicate, value in quads if subject == node}
    assert told["attestationOf"] == entity("body/sco")
    assert (str(told["attestedValue"]), str(told["followed"])) == (
        '"2001-07-15"^^<http://www.w3.org/2001/XMLSchema#date>', '"false"^^<http://www.w3.org/2001/XMLSchema#boolean>',
    )  # fmt: skip
    slip = entity("attestation/khusrav-noziri-post-after-august-2021-sco-secretary-general")
    assert (slip, sco("attestedEntity"), entity("post/sco-secretary-general")) in quads
