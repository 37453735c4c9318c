"""Who held a post, as a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_graph.authority import Authority, load
from sco_graph.errors import InvalidQuery, UnknownEntity
from sco_graph.query.holders import COLUMNS, nearest_known, post_holder

TENURES = """\
ivan-testov\tcn-foreign-minister\t1901-01-01\t1902-12-31\t\t\tverified\t\thttps://example.org/a
pyotr-probov\tcn-foreign-minister\t1902-12-31\t\t\t1903-06-30\tverified\tacting; a note\thttps://example.org/a; own
ivan-testov\tcn-defence-minister\t1901\t1903\t\t\tverified\t\thttps://example.org/a
pyotr-probov\tcn-defence-minister\t1902\t1904\t\t\tunverified\tthe sources differ\thttps://example.org/b
ivan-testov\tcn-premier\t1901-02-03\t1902-02-03\t\t\tverified\t\thttps://example.org/a
pyotr-probov\tsco-chairman\t\t\t\t1903-05-01\tverified\tseen on that day\thttps://example.org/a
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Ours, with fictional terms of long ago."""
    from sco_graph.authority.rows import COLUMNS as ROWS

    folder: Path = tmp_path_factory.mktemp("authority")
    rows = {
        "officials": "ivan-testov\tCN\t\town\npyotr-probov\tCN\t\town\n",
        "official_names": "".join(
            f"{key}\t{language}\tpreferred\t{text}\town\n"
            for key, language, text in (
                ("ivan-testov", "en", "Ivan Testov"),
                ("ivan-testov", "ru", "Иван Тестов"),
                ("pyotr-probov", "en", "Pyotr Probov"),
            )
        ),
        "tenures": TENURES,
    }
    for table, text in rows.items():
        (folder / f"{table}.tsv").write_text("\t".join(ROWS[table]) + "\n" + text, "utf-8")
    return load(folder)


def asked(tables: Authority, post: str, date: str, at: str = "CN", language: str = "en") -> list[dict[str, str]]:
    table = post_holder(tables, post=post, at=at, date=date, language=language)
    return [{c: cell.value for c, cell in zip(table.columns, row, strict=True) if cell} for row in table.rows]


def test_a_row_tells_all_that_the_tables_do(tables: Authority) -> None:
    [row] = asked(tables, "外长", "1901-05")
    assert row == {
        "name": "Ivan Testov",
        "title": "Minister of Foreign Affairs",
        "at": "China",
        "start": "1901-01-01",
        "end": "1902-12-31",
        "certainty": "certain",
        "acting": "false",
        "verified": "true",
        "source": "https://example.org/a",
        "person": "https://w3id.org/sco-graph/id/official/ivan-testov",
        "post": "https://w3id.org/sco-graph/id/post/cn-foreign-minister",
    }


def test_acting_and_sources_are_spelt_out(tables: Authority) -> None:
    [row] = asked(tables, "foreign-minister", "1903-06-30")
    assert (row["acting"], row["knownUntil"], row["note"]) == ("true", "1903-06-30", "acting; a note")
    assert row["source"].startswith("https://example.org/a; ")


def test_both_are_named_on_the_day_of_a_change(tables: Authority) -> None:
    rows = asked(tables, "foreign-minister", "1902-12-31")
    assert [(row["name"], row["certainty"]) for row in rows] == [
        ("Ivan Testov", "certain"),
        ("Pyotr Probov", "certain"),
    ]


def test_rows_that_contradict_each_other_are_both_shown_and_neither_is_certain(tables: Authority) -> None:
    rows = asked(tables, "Minister of Defence", "1902-06-01")
    assert {(row["name"], row["certainty"], row["source"]) for row in rows} == {
        ("Ivan Testov", "possible", "https://example.org/a"),
        ("Pyotr Probov", "possible", "https://example.org/b"),
    }


@pytest.mark.parametrize("date", ["1903-07-01", "1900", "1950-01-01"])
def test_silence_is_one_row_without_a_person(tables: Authority, date: str) -> None:
    [row] = asked(tables, "foreign-minister", date)
    assert row["certainty"] == "unknown"
    assert not row.keys() & {"name", "person", "source", "start"}


def test_one_sighting_vouches_for_its_day(tables: Authority) -> None:
    assert asked(tables, "chairman", "1903-05-01", at="SCO")[0]["name"] == "Pyotr Probov"
    assert asked(tables, "chairman", "1903-05-02", at="SCO")[0]["certainty"] == "unknown"


def test_a_head_of_government_is_found_under_another_title(tables: Authority) -> None:
    [row] = asked(tables, "Prime Minister", "1901-05-01", language="ru")
    assert (row["name"], row["title"]) == ("Иван Тестов", "Премьер Государственного совета")


def test_the_nearest_tenures_are_told(tables: Authority) -> None:
    before, after = nearest_known(tables, post="foreign-minister", at="CN", date="1910")
    assert before == "nearest known: Pyotr Probov, Minister of Foreign Affairs, 1902-12-31 to ? (seen until 1903-06-30)"
    assert "Minister of Foreign Affairs" in after


def test_where_there_is_no_such_post_those_that_are_there_are_told(tables: Authority) -> None:
    [line] = nearest_known(tables, post="Minister", at="CN", date="1910")
    assert line.startswith("posts known there: Minister of ")
    assert "Minister of Foreign Affairs" in line
    [line] = nearest_known(tables, post="министр", at="CN", date="1910", language="zh")
    assert "外交部长" in line
    [line] = nearest_known(tables, post="Director-General", at="CN", date="1910")
    assert line.endswith(", ...")
    assert nearest_known(tables, post="Minister of Health", at="AQ", date="1910") == ()


def test_an_envoy_is_told_with_the_state_that_he_is_sent_to(tables: Authority) -> None:
    [row] = asked(tables, "посол в Китае", "2020-05-05", at="RU", language="ru")
    assert row["title"].endswith("(Китай)")


@pytest.mark.parametrize("date", ["", "29.04.2020", "2020-4-29", "2020-02-30", "2020-13", "20200429", "０２０２"])
def test_what_is_no_date_is_refused(tables: Authority, date: str) -> None:
    with pytest.raises(InvalidQuery, match=r"is no date\. Write YYYY"):
        post_holder(tables, post="外长", at="CN", date=date)


def test_unknown_words_are_refused(tables: Authority) -> None:
    with pytest.raises(InvalidQuery, match="is no language"):
        post_holder(tables, post="外长", at="CN", date="2020", language="de")
    with pytest.raises(UnknownEntity):
        post_holder(tables, post="外长", at="Freedonia", date="2020")
    assert len(COLUMNS) == len(set(COLUMNS))
