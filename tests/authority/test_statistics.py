"""Counts of the tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sco_graph.authority import Authority, data_folder, load
from sco_graph.authority.rows import COLUMNS
from sco_graph.authority.statistics import Count, counts
from sco_graph.errors import InvalidRecord


def by_name(folders: tuple[Path, ...], authority: Authority) -> dict[tuple[str, str], Count]:
    return {(one.part, one.name): one for one in counts(folders, authority)}


@pytest.fixture(scope="module")
def found(authority: Authority) -> dict[tuple[str, str], Count]:
    return by_name((data_folder(),), authority)


def test_every_table_is_counted(found: dict[tuple[str, str], Count], authority: Authority) -> None:
    assert [name for part, name in found if part == "table"] == list(COLUMNS)
    assert found["table", "tenures"].rows == len(authority.tenures)
    assert found["table", "officials"].rows == len(authority.people)


def test_tenures_add_up(found: dict[tuple[str, str], Count], authority: Authority) -> None:
    for part in ("tenures by type of post", "tenures by decade"):
        assert sum(one.rows for one in found.values() if one.part == part) == len(authority.tenures)
        weak = sum(one.unverified for one in found.values() if one.part == part)
        assert weak == found["table", "tenures"].unverified >= sum(not t.verified for t in authority.tenures)


def test_nobody_is_named_more_often_than_there_are_names(found: dict[tuple[str, str], Count]) -> None:
    for (part, name), one in found.items():
        if part == "entities named":
            assert one.rows <= found["names", name].rows
            assert one.sourced <= one.rows


def test_rows_of_ones_own_count_and_a_generated_name_does_not(own: Callable[[str, str], Path]) -> None:
    own("officials", "ivan-testov\tRU\t\thttps://example.org/a\npyotr-probov\tRU\t\tunverified\n")
    names = "ivan-testov\ten\tpreferred\tIvan Testov\thttps://example.org/a\n"
    folder = own("official_names", names + "ivan-testov\tzh\tgenerated\t泰斯托夫\town\n")
    before, after = by_name((data_folder(),), load()), by_name((data_folder(), folder), load(folder))
    officials = ("table", "officials")
    assert after[officials].rows == before[officials].rows + 2
    assert after[officials].sourced == before[officials].sourced + 1
    assert after[officials].unverified == before[officials].unverified + 1
    assert after["names", "official, zh"].rows == before["names", "official, zh"].rows
    assert after["entities named", "official, en"].rows == before["entities named", "official, en"].rows + 1


@pytest.mark.parametrize(("name", "remedy"), [("tenure", "Rename it to tenures.tsv"), ("zzz", "Tables: sources")])
def test_a_file_that_is_no_table_is_told_of(own: Callable[[str, str], Path], name: str, remedy: str) -> None:
    folder = own("officials", "")
    (folder / f"{name}.tsv").write_text("a\tb\n", "utf-8")
    with pytest.raises(InvalidRecord, match=rf"{name}\.tsv: no table has this name\. {remedy}"):
        load(folder)
