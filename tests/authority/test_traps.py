"""The name traps of the reference facts, one by one, in the order in which they stand there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sco_graph.authority import Authority
from sco_graph.authority.gazetteer import Gazetteer
from sco_graph.authority.holders import among
from sco_graph.authority.index import Index
from sco_graph.authority.names import match_key
from sco_graph.model import Key

TRAPS = (
    "sco_within_unesco", "two_japarovs", "two_jaishankars", "four_zhangs", "changed_surnames", "changed_sides",
    "nur_sultan_is_astana",
)  # fmt: skip
"""Each has a test of its name below."""


def test_each_trap_has_a_test(shared: Path) -> None:
    facts = json.loads((shared / "facts" / "sco_facts.json").read_text("utf-8"))
    assert len(facts["name_traps"]) == len(TRAPS)
    assert [trap for trap in TRAPS if not any(name.startswith(f"test_{trap}") for name in globals())] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "members of UNESCO, UNESCOX and the FISCO"), ("ru", "члены ЮНЕСКО и МОСШОС"), ("en", "a broad scope")],
)
def test_sco_within_unesco(gazetteers: dict[str, Gazetteer], language: str, text: str) -> None:
    assert "body/sco" not in {match.entity for match in gazetteers[language].find_text(text)}


def test_sco_within_unesco_is_found_beside_it(gazetteers: dict[str, Gazetteer]) -> None:
    found = [match.entity for match in gazetteers["en"].find_text("the SCO and UNESCO")]
    assert found == ["body/sco", "body/unesco"]


def test_two_japarovs(index: Index) -> None:
    both = index.find_people("扎帕罗夫")
    assert set(both) == {"official/sadyr-japarov", "official/akylbek-japarov"}
    assert among(index, both, Key("post/kg-president"), "2024-07-04") == ("official/sadyr-japarov",)
    assert among(index, both, Key("post/kg-cabinet-chairman"), "2022-11-01") == ("official/akylbek-japarov",)


def test_two_japarovs_have_names_of_their_own_elsewhere(index: Index) -> None:
    for name in ("Садыр Жапаров", "Sadyr Japarov", "С. Жапаров"):
        assert index.find_people(name) == ("official/sadyr-japarov",)
    for name in ("Акылбек Жапаров", "Akylbek Zhaparov", "А. Жапаров"):
        assert index.find_people(name) == ("official/akylbek-japarov",)


def test_two_jaishankars(index: Index) -> None:
    minister = index.find_people("Subrahmanyam Jaishankar")
    banker = index.find_people("Shri Padmanabhan Raja Jaishankar")
    assert (minister, banker) == (
        ("official/subrahmanyam-jaishankar",), ("official/shri-padmanabhan-raja-jaishankar",),
    )  # fmt: skip
    family = index.people_of_family("Jaishankar")
    assert {*minister, *banker} == set(family)
    assert among(index, family, Key("post/in-foreign-minister"), "2023-10-26") == minister
    assert among(index, family, Key("post/sco-interbank-consortium-chairman"), "2023-10-26") == banker


ZHANGS = {
    "zhang-ming": ("Zhang Ming", "Чжан Мин", "张明"),
    "zhang-deguang": ("Zhang Deguang", "Чжан Дэгуан", "张德广"),
    "zhang-xinfeng": ("Zhang Xinfeng", "Чжан Синьфэн", "张新枫"),
    "zhang-haizhou": ("Zhang Haizhou", "Чжан Хайчжоу"),
}


@pytest.mark.parametrize("person", ZHANGS)
def test_four_zhangs(index: Index, person: str) -> None:
    for name in ZHANGS[person]:
        assert index.find_people(name) == (f"official/{person}",), name


def test_four_zhangs_put_the_family_name_first(index: Index) -> None:
    assert index.find_people("Sinfen Zhang") == index.find_people("Zhang Xinfeng")
    assert {f"official/{person}" for person in ZHANGS} <= set(index.people_of_family("Zhang"))


@pytest.mark.parametrize(
    ("person", "names"),
    [
        ("sirojiddin-muhriddin", ("Сироджиддин Аслов", "Sirojiddin Aslov", "Сироджиддин Мухриддин")),
        ("emomali-rahmon", ("Эмомали Рахмонов", "Emomali Rakhmonov", "Эмомали Рахмон", "Emomali Rahmon")),
        ("yerzhan-kazykhanov", ("Ержан Казыхан", "Yerzhan Kazykhan", "Yerzhan Kazykhanov")),
    ],
)
def test_changed_surnames(index: Index, person: str, names: tuple[str, ...]) -> None:
    assert {index.find_people(name) for name in names} == {(f"official/{person}",)}


CHANGES = {
    "vladimir-norov": ("sco-secretary-general", "uz-foreign-minister"),
    "nurlan-yermekbayev": ("kz-defence-minister", "sco-deputy-secretary-general", "sco-secretary-general"),
    "dmitry-mezentsev": ("sco-business-council-chairman", "sco-secretary-general"),
    "anvar-nasyrov": ("sco-deputy-secretary-general", "uz-deputy-foreign-minister", "uz-national-coordinator"),
    "igor-morgulov": ("ru-deputy-foreign-minister", "ru-ambassador-to-cn"),
    "bakhtiyor-saidov": ("uz-ambassador-to-cn", "uz-foreign-minister"),
    "khusrav-noziri": ("tj-first-deputy-foreign-minister", "eco-secretary-general"),
    "ahmad-saidmurodzoda": ("tj-national-coordinator", "sco-deputy-secretary-general"),
    "botir-tursunov": ("uz-permanent-representative-to-sco", "sco-deputy-secretary-general"),
    "rashid-alimov": ("tj-ambassador-to-cn", "sco-secretary-general"),
}


@pytest.mark.parametrize("person", CHANGES)
def test_changed_sides(index: Index, person: str) -> None:
    held = {tenure.post.removeprefix("post/") for tenure in index.tenures_of(Key(f"official/{person}"))}
    assert set(CHANGES[person]) <= held


def test_changed_sides_leave_nosirov_and_nasyrov_apart(index: Index) -> None:
    """Two deputies of the Secretary-General from Uzbekistan whose names differ by vowels."""
    one, other = index.find_people("Aziz Nosirov"), index.find_people("Anvar Nasyrov")
    assert (one, other) == (("official/aziz-nosirov",), ("official/anvar-nasyrov",))


@pytest.mark.parametrize(
    ("language", "text"), [("ru", "встреча в Нур-Султане"), ("ru", "встреча в Астане"), ("en", "held in Nur-Sultan")]
)
def test_nur_sultan_is_astana(gazetteers: dict[str, Gazetteer], language: str, text: str) -> None:
    assert {match.entity for match in gazetteers[language].find_text(text)} == {"place/astana"}


def test_homonyms_never_merge(authority: Authority, index: Index) -> None:
    """People whose English names fold to one key are several people, each with an identity or a post of their own."""
    folded: dict[str, set[Key]] = {}
    for name in authority.names:
        if name.language == "en" and name.entity.startswith("official/") and name.known:
            folded.setdefault(match_key(name.text), set()).add(name.entity)
    shared_names = {key: people for key, people in folded.items() if len(people) > 1 and " " in key}
    for people in shared_names.values():
        held = [frozenset((t.post, t.start) for t in index.tenures_of(person)) for person in people]
        assert len(set(held)) == len(people), people
        for person in people:
            assert all(set(index.find_people(name.text)) >= {person} for name in index.names_of(person, "en"))
