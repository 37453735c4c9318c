"""Who held a post on a day."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sco_graph.authority.holders import Certainty, among, covers, post_holder, posts_named
from sco_graph.authority.index import Index
from sco_graph.authority.records import Tenure
from sco_graph.model import Key


def who(index: Index, title: str, at: str, date: str) -> list[str]:
    return [holder.person.removeprefix("official/") for holder in post_holder(index, title, Key(at), date)]


@pytest.mark.parametrize(
    ("title", "at", "date", "person"),
    [
        ("Minister of Foreign Affairs", "state/CN", "2020-04-29", "wang-yi"),
        ("министр иностранных дел", "state/UZ", "2019-05-22", "abdulaziz-kamilov"),
        ("外长", "state/KZ", "2018-04-24", "kairat-abdrakhmanov"),
        ("foreign-minister", "state/TJ", "2018-04", "sirojiddin-muhriddin"),
        ("Генеральный секретарь", "body/sco", "2020-04-29", "vladimir-norov"),
        ("Secretary-General", "body/sco", "2016-06-24", "rashid-alimov"),
        ("秘书长", "body/sco", "2022-09-16", "zhang-ming"),
        ("Executive Secretary", "body/sco", "2005-07-05", "zhang-deguang"),
        ("Директор Исполнительного комитета", "body/rats-sco", "2020", "jumakhon-giyosov"),
        ("Premier of the State Council", "state/CN", "2020", "li-keqiang"),
        ("Президент", "state/KZ", "2019-06-14", "kassym-jomart-tokayev"),
        ("President", "state/KZ", "2018-06-09", "nursultan-nazarbayev"),
        ("Премьер-министр", "state/RU", "2019-11-02", "dmitry-medvedev"),
        ("президент", "state/KG", "2019-06-14", "sooronbay-jeenbekov"),
    ],
)
def test_between_changes(index: Index, title: str, at: str, date: str, person: str) -> None:
    assert who(index, title, at, date) == [person]


def test_on_the_day_of_a_change_both_are_named(index: Index) -> None:
    assert who(index, "prime-minister", "state/RU", "2020-01-16") == ["dmitry-medvedev", "mikhail-mishustin"]
    assert who(index, "prime-minister", "state/RU", "2020-01-15") == ["dmitry-medvedev"]
    assert who(index, "prime-minister", "state/RU", "2020-01-17") == ["mikhail-mishustin"]


def test_a_coarse_date_tells_that_it_is_only_possible(index: Index) -> None:
    holders = post_holder(index, "president", Key("state/KZ"), "2019")
    assert {holder.certainty for holder in holders} == {Certainty.POSSIBLE}
    assert len(holders) == 2


@pytest.mark.parametrize(
    ("title", "at", "date"),
    [
        ("president", "state/TJ", "2026-06-01"),  # no source sees the end, none sees the holder so late
        ("Secretary-General", "body/sco", "1999-01-01"),
        ("Secretary-General", "body/sco", "2040"),
        ("Grand Duke", "state/CN", "2020"),
        ("Minister of Health", "state/CN", "2020"),
        ("Secretary-General", "body/nowhere", "2020"),
    ],
)
def test_silence_is_unknown(index: Index, title: str, at: str, date: str) -> None:
    assert who(index, title, at, date) == []


def test_contradictions_stand_side_by_side(index: Index) -> None:
    """Two sources on the Kazakh handover of September 2019: both are named, each with its source."""
    holders = post_holder(index, "foreign-minister", Key("state/KZ"), "2019-09-10")
    assert {h.person for h in holders} == {"official/beibut-atamkulov", "official/mukhtar-tleuberdi"}
    assert all(h.tenure.source for h in holders)


@pytest.mark.parametrize(
    ("person", "posts"),
    [
        ("vladimir-norov", {"sco-secretary-general", "uz-foreign-minister"}),
        ("nurlan-yermekbayev", {"kz-defence-minister", "sco-deputy-secretary-general", "sco-secretary-general"}),
        ("rashid-alimov", {"tj-ambassador-to-cn", "sco-secretary-general"}),
        ("khusrav-noziri", {"tj-first-deputy-foreign-minister", "eco-secretary-general"}),
        ("igor-morgulov", {"ru-deputy-foreign-minister", "ru-ambassador-to-cn"}),
    ],
)
def test_people_who_change_sides_are_one_person(index: Index, person: str, posts: set[str]) -> None:
    held = {tenure.post.removeprefix("post/") for tenure in index.tenures_of(Key(f"official/{person}"))}
    assert posts <= held


def test_the_ministers_row_for_noziri_is_that_of_eco(index: Index) -> None:
    assert "official/khusrav-noziri" not in {t.holder for t in index.tenures_at(Key("post/sco-secretary-general"))}


def test_index_gives_the_same_holders(index: Index) -> None:
    [tenure] = index.holders(Key("post/sco-secretary-general"), "2020-04-29")
    assert tenure.holder == "official/vladimir-norov"


def test_a_single_post_has_one_holder_a_day_or_says_why(index: Index) -> None:
    """No two people hold a single post for more than a day, unless a row is marked unverified."""
    single = {kind.kind for kind in index.authority.post_kinds if kind.single}
    clashes = []
    for post in index.authority.posts:
        terms = [t for t in index.tenures_at(post.key) if t.start and t.end and len(t.start) == len(t.end) == 10]
        for one, other in pairwise(terms):
            over = other.start < one.end and one.holder != other.holder  # type: ignore[operator]
            if post.kind in single and over and one.verified and other.verified:
                clashes.append((post.key, one.holder, one.end, other.holder, other.start))
    assert clashes == []


def tenure(**dates: str) -> Tenure:
    given = {"start": None, "end": None, **dates}
    return Tenure(
        key=Key("tenure/a"), holder=Key("official/ivan-testov"), post=Key("post/a"), source="own", verified=True,
        **given,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("dates", "date", "expected"),
    [
        ({"start": "2019-01-01", "end": "2021-12-31"}, "2020", Certainty.CERTAIN),
        ({"start": "2019-01-01", "end": "2021-12-31"}, "2021-12-31", Certainty.CERTAIN),
        ({"start": "2019-01-01", "end": "2021-12-31"}, "2022-01-01", None),
        ({"start": "2019-01-01", "end": "2021-12-31"}, "2018-12-31", None),
        ({"start": "2019", "end": "2021"}, "2019-06", Certainty.POSSIBLE),
        ({"start": "2019", "end": "2021"}, "2020-06", Certainty.CERTAIN),
        ({"start": "2019", "known_until": "2020-07"}, "2020-08", None),
        ({"known_from": "2019-11", "known_until": "2020-10"}, "2020-04-29", Certainty.CERTAIN),
        ({"known_from": "2019-11", "known_until": "2020-10"}, "2019-11-15", Certainty.POSSIBLE),
        ({"start": "2019"}, "2020", None),
        ({}, "2020", None),
    ],
)
def test_covers(dates: dict[str, str], date: str, expected: Certainty | None) -> None:
    assert covers(tenure(**dates), date) == expected


def test_posts_named_by_type_take_all_kinds(index: Index) -> None:
    assert set(posts_named(index, "prime-minister", Key("state/KG"))) == {
        "post/kg-prime-minister",
        "post/kg-cabinet-chairman",
    }


def test_a_post_tells_homonyms_apart(index: Index) -> None:
    people = index.find_people("扎帕罗夫")
    assert len(people) == 2
    assert among(index, people, Key("post/kg-president"), "2023") == ("official/sadyr-japarov",)
    assert among(index, people, Key("post/kg-cabinet-chairman"), "2023-10-26") == ("official/akylbek-japarov",)
    assert among(index, people, Key("post/kg-president"), None) == ("official/sadyr-japarov",)
    assert among(index, people, Key("post/kz-president"), "2023") == ()
