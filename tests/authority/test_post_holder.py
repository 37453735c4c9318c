"""Who held a post on a date: cases that no row states, each checked against a page that is no source of the row."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from sco_graph.authority.holders import Holder, holders_on
from sco_graph.authority.index import Index
from sco_graph.authority.records import Tenure
from sco_graph.authority.seats import seat_named
from sco_graph.authority.wording import posts_called


class Case(NamedTuple):
    """A row of ``post_holders.tsv``."""

    post: str
    at: str
    date: str
    expected: tuple[str, ...]
    acting: bool
    checked: str


def cases() -> list[Case]:
    lines = (Path(__file__).parent / "post_holders.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith(("#", "post\t"))]
    return [Case(post, at, date, tuple(who.split()), acting == "yes", url) for post, at, date, who, acting, url in rows]


def asked(index: Index, post: str, at: str, date: str) -> tuple[Holder, ...]:
    return holders_on(index, posts_called(index, post, seat_named(index, at)), date)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.at} {case.post} {case.date}")
def test_the_holder_is_whom_another_source_names(index: Index, case: Case) -> None:
    holders = asked(index, case.post, case.at, case.date)
    many = {kind.kind for kind in index.authority.post_kinds if not kind.single}
    found = [holder for holder in holders if holder.person.removeprefix("official/") in case.expected]
    assert {holder.person.removeprefix("official/") for holder in found} == set(case.expected)
    assert found == list(holders) or all((post := index.post(h.post)) and post.kind in many for h in holders)
    assert any(holder.acting for holder in found) == case.acting


def addresses(index: Index, tenure: Tenure) -> set[str]:
    urls = {source.id: source.url for source in index.authority.sources}
    return {urls.get(part, part).removeprefix("https://").removeprefix("http://") for part in tenure.source.split("; ")}


def test_the_page_that_checks_is_no_source_of_the_row(index: Index) -> None:
    same = [
        (case.at, case.post, case.date)
        for case in cases()
        for holder in asked(index, case.post, case.at, case.date)
        if case.checked.removeprefix("https://").removeprefix("http://") in addresses(index, holder.tenure)
    ]
    assert same == []


def test_no_case_asks_for_a_date_that_the_row_states(index: Index) -> None:
    """But for the days of a change of office, where two answer."""
    stated = [
        (case.at, case.post, case.date)
        for case in cases()
        for holder in asked(index, case.post, case.at, case.date)
        if case.date in (holder.tenure.start, holder.tenure.end) and len(case.expected) == 1
    ]
    assert stated == []


def test_there_are_enough_of_them_in_three_languages() -> None:
    assert len(cases()) >= 60
    for letters in ("abcdefghij", "абвгдежзи", "部总外秘大长理"):
        assert sum(any(letter in case.post.lower() for letter in letters) for case in cases()) >= 15
    assert sum(case.acting for case in cases()) >= 8


@pytest.mark.parametrize(
    ("post", "at", "date"),
    [
        ("President", "TJ", "2031-01-01"),  # the last source sees him in 2024
        ("президент", "Беларусь", "2030"),
        ("外长", "中国", "2035-05-05"),
        ("Minister of Foreign Affairs", "RU", "2030-01-01"),
        ("Foreign Minister", "KZ", "1890"),
        ("Prime Minister", "KG", "2010-10-10"),  # no row covers that year
        ("Prime Minister", "Kyrgyzstan", "2007-02-15"),
        ("министр обороны", "Китай", "2029"),
        ("Defence Minister", "AF", "2021-08-20"),  # between two terms
        ("Foreign Minister", "AF", "2021-08-25"),
        ("Secretary-General", "SCO", "2003-01-01"),  # before the post
        ("генеральный секретарь", "ШОС", "2041-01-01"),
        ("秘书长", "上合组织", "2050"),
        ("Director of the Executive Committee", "RATS", "2003"),
        ("Minister of Health", "KP", "2020"),  # no row at all
        ("министр культуры", "Науру", "2015-05-05"),
        ("monarch", "CN", "2020"),
        ("Ambassador to Mongolia", "IN", "1999"),
        ("национальный координатор", "Пакистан", "2010-03-01"),
        ("Prime Minister", "UZ", "2033-12-20"),
        ("Foreign Minister", "Pakistan", "2018-05-01"),  # between two terms
        ("Первый вице-президент", "Иран", "2009-08-15"),  # the post stood empty
    ],
)
def test_silence_is_told(index: Index, post: str, at: str, date: str) -> None:
    assert asked(index, post, at, date) == ()
