"""Diplomats and heads of organisations, checked against pages that the rows themselves do not name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from sco_graph.authority import Authority
from sco_graph.authority.holders import Holder, post_holder
from sco_graph.authority.index import Index
from sco_graph.model import Key


class Case(NamedTuple):
    """A row of diplomats.tsv."""

    title: str
    at: str
    to: str
    date: str
    person: str
    page: str


def cases() -> list[Case]:
    """The rows of diplomats.tsv, without comments and header."""
    lines = Path(__file__).with_name("diplomats.tsv").read_text("utf-8").rstrip("\n").split("\n")
    return [Case(*line.split("\t")) for line in lines if not line.startswith(("#", "title\t"))]


def holders(index: Index, title: str, at: str, to: str, date: str) -> tuple[Holder, ...]:
    """Holders on a day; of envoys those that are sent to a state or body."""
    found = post_holder(index, title, Key(at), date)
    return tuple(holder for holder in found if not to or holder.post.endswith(f"-to-{to}"))


def addresses(authority: Authority, source: str) -> set[str]:
    """The addresses that a cell of sources names, itself or through sources.tsv."""
    known = {row.id: row.url for row in authority.sources}
    return {known.get(part, part) for part in source.split("; ")}


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.at}-{case.date}-{case.person}")
def test_a_page_that_no_row_names_agrees(index: Index, case: Case) -> None:
    found = holders(index, case.title, case.at, case.to, case.date)
    [holder] = [holder for holder in found if holder.person == f"official/{case.person}"]
    kinds = {kind.kind: kind for kind in index.authority.post_kinds}
    post = index.post(holder.post)
    assert post is not None
    assert post.kind is not None
    if kinds[post.kind].single or case.to:
        assert found == (holder,)
    assert case.page not in addresses(index.authority, holder.tenure.source)


def test_the_cases_are_many_and_in_three_languages() -> None:
    assert len(cases()) >= 40
    written = {case.title for case in cases()}
    assert any(re.search("[а-я]", title) for title in written)
    assert any(re.search("[\u4e00-\u9fff]", title) for title in written)


@pytest.mark.parametrize(
    ("title", "at", "date", "people"),
    [
        ("Secretary-General", "body/un", "2017-01-01", {"ban-ki-moon", "antonio-guterres"}),
        ("Генеральный секретарь", "body/nato", "2024-10-01", {"jens-stoltenberg", "mark-rutte"}),
        ("High Representative", "body/eu", "2014-11-01", {"catherine-ashton", "federica-mogherini"}),
        ("总干事", "body/wto", "2005-09-01", {"supachai-panitchpakdi", "pascal-lamy"}),
    ],
)
def test_on_the_day_of_a_change_both_are_named(index: Index, title: str, at: str, date: str, people: set[str]) -> None:
    assert {holder.person.removeprefix("official/") for holder in holders(index, title, at, "", date)} == people


@pytest.mark.parametrize(
    ("title", "at", "to", "date"),
    [
        ("Secretary-General", "body/asean", "", "2026-06-01"),  # seen in office up to 2025
        ("秘书长", "body/cica", "", "2019-01-01"),  # between two known holders
        ("Генеральный секретарь", "body/bimstec", "", "2010-01-01"),  # before the first known term
        ("Director-General", "body/unido", "", "2023-01-01"),  # seen on taking office alone
        ("High Commissioner on National Minorities", "body/osce", "", "2024-03-01"),  # the set ends in 2023
        ("Chief of the Joint Staff", "body/csto", "", "2024-06-01"),  # seen on being named alone
        ("Foreign Secretary", "state/PK", "", "2022-11-01"),  # between two sourced terms
        ("Директор", "body/odihr", "", "2005-01-01"),
        ("Посол", "state/RU", "cn", "2026-06-01"),
        ("Ambassador", "state/IR", "cn", "2024-01-01"),
        ("Permanent Representative", "state/UZ", "un", "2015-01-01"),
        ("Специальный представитель Президента", "state/KZ", "af", "2023-01-01"),
        ("Secretary (West)", "state/IN", "", "2020-01-01"),  # a kind of post without a holder
    ],
)
def test_where_the_tables_are_silent_nobody_is_named(index: Index, title: str, at: str, to: str, date: str) -> None:
    assert holders(index, title, at, to, date) == ()


def test_a_minister_and_a_diplomat_of_one_name_stay_two(index: Index) -> None:
    """Two Sun Weidong: the vice minister, and the ambassador to Turkmenistan."""
    assert set(index.find_people("Sun Weidong")) == {"official/sun-weidong", "official/sun-weidong-tm"}
    posts = {tenure.post for tenure in index.tenures_of(Key("official/sun-weidong-tm"))}
    assert posts == {"post/cn-ambassador-to-tm"}


@pytest.mark.parametrize(
    ("person", "posts"),
    [
        ("dmitry-mezentsev", {"post/sco-secretary-general", "post/union-state-union-state-secretary"}),
        ("sergei-lebedev", {"post/cis-executive-secretary", "post/cis-secretary-general"}),
        ("asad-majeed-khan", {"post/pk-foreign-secretary", "post/eco-secretary-general"}),
        ("lamberto-zannier", {"post/osce-secretary-general", "post/osce-high-commissioner-national-minorities"}),
    ],
)
def test_one_person_in_several_posts_is_one(index: Index, person: str, posts: set[str]) -> None:
    assert posts <= {tenure.post for tenure in index.tenures_of(Key(f"official/{person}"))}


def test_one_of_many_deputy_ministers(index: Index) -> None:
    found = holders(index, "Заместитель Министра иностранных дел", "state/CN", "", "2020-04-29")
    assert "official/le-yucheng" in {holder.person for holder in found}


def test_an_agency_is_not_answered_with_the_head_of_the_organisation_above_it(index: Index) -> None:
    def who(at: str, day: str = "2021-09-15") -> set[str]:
        return {holder.post for holder in holders(index, "Secretary-General", at, "", day)}

    assert who("body/un") == {"post/un-secretary-general"}
    assert who("body/unctad") == {"post/unctad-secretary-general"}  # an organ with a post of its own
    assert who("body/unctad", "2010-01-01") == set()  # also where the tables are silent about it
    assert who("body/unido") == {"post/unido-director-general"}  # of its own: whoever does that work there
