"""Look-ups, and posts and bodies from patterns."""

from __future__ import annotations

import pytest

from sco_graph.authority.index import Index
from sco_graph.authority.posts import post_key
from sco_graph.authority.records import NameKind
from sco_graph.errors import UnknownEntity
from sco_graph.model import Key


def test_state(index: Index) -> None:
    assert index.state("UZ").alpha3 == "UZB"
    with pytest.raises(UnknownEntity, match="XX: no state has this code"):
        index.state("XX")


def test_absent_keys_give_none(index: Index) -> None:
    assert index.body(Key("body/nowhere")) is None
    assert index.person(Key("official/ivan-testov")) is None
    assert index.post(Key("post/nowhere")) is None
    assert index.place(Key("place/nowhere")) is None
    assert index.names_of(Key("body/nowhere")) == ()
    assert index.label(Key("body/nowhere"), "ru") == "body/nowhere"


def test_labels(index: Index) -> None:
    assert index.label(Key("body/sco"), "zh") == "上海合作组织"
    assert index.label(Key("body/cn-mfa"), "ru") == "Министерство иностранных дел Китая"
    assert index.label(Key("body/embassy-of-uz"), "en") == "Embassy of Uzbekistan"
    assert index.label(Key("place/astana"), "ru") == "Астана"
    assert index.names_of(Key("state/CN"), "ru")[0].kind == NameKind.PREFERRED


def test_find_by_text(index: Index) -> None:
    assert index.find("шос") == ("body/sco",)
    assert index.find("Молодежный совет ШОС", "body") == ("body/sco-youth-council",)
    assert index.find("Сингапур", "place") == ("place/singapore",)
    assert index.find("Freedonia") == ()


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("Владимир Норов", ["vladimir-norov"]),
        ("В.Норов", ["vladimir-norov"]),
        ("В.И. Норов", ["vladimir-norov"]),
        ("Норов Владимир", ["vladimir-norov"]),
        ("乐玉成", ["le-yucheng"]),
        ("Лэ Юйчэн", ["le-yucheng"]),
        ("Le Yucheng", ["le-yucheng"]),
        ("Абдулазиз Камилов", ["abdulaziz-kamilov"]),
        ("Abdulaziz Komilov", ["abdulaziz-kamilov"]),
        ("С. Жапаров", ["sadyr-japarov"]),
        ("А. Жапаров", ["akylbek-japarov"]),
        ("扎帕罗夫", ["akylbek-japarov", "sadyr-japarov"]),
        ("Сироджиддин Аслов", ["sirojiddin-muhriddin"]),
        ("Sirodjidin Aslov", ["sirojiddin-muhriddin"]),
        ("Emomali Rahmon", ["emomali-rahmon"]),
        ("Е. Норов", []),
        ("Норов", []),
        ("Чжан Минь", []),
        ("Ivan Testov", []),
        ("", []),
        ("Д. Ф. Гиёсов", ["jumakhon-giyosov"]),
        ("Дж. Гиёсов", ["jumakhon-giyosov"]),
        ("Ф. Гиёсов", []),
        ("Kassym-Jomart Kemeluly Tokayev", ["kassym-jomart-tokayev"]),
        ("Ivan Kemeluly Tokayev", []),
    ],
)
def test_find_people(index: Index, name: str, people: list[str]) -> None:
    assert sorted(key.removeprefix("official/") for key in index.find_people(name)) == people


def test_people_of_a_family_name(index: Index) -> None:
    assert index.people_of_family("Giyosov") == ("official/jumakhon-giyosov",)
    assert index.people_of_family("Jumakhon") == ("official/jumakhon-giyosov",)
    assert index.people_of_family("Testov") == ()
    assert index.people_of_family("Si") == ()  # 斯 begins many a foreign name


def test_government_bodies(index: Index) -> None:
    body = index.body(Key("body/kz-mfa"))
    assert body is not None
    assert (body.code, body.state) == ("MFA Kazakhstan", "state/KZ")
    assert index.body(Key("body/xx-mfa")) is None
    assert index.body(Key("body/de-ministry-of-public-security")) is None
    with pytest.raises(UnknownEntity, match="no government body"):
        index.government.body("mfa", "XX")
    with pytest.raises(UnknownEntity):
        index.government.body("navy", "CN")
    names = index.government.names("mfa", "CN")
    assert "Chinese Foreign Ministry" in {name.text for name in names}
    assert {n.language for n in names if n.kind == NameKind.PREFERRED} == {"en", "ru", "zh"}
    assert sum(n.kind == NameKind.PREFERRED for n in names) == 3


@pytest.mark.parametrize(
    ("title", "at", "language", "key", "rank"),
    [
        ("Генеральный секретарь", "body/sco", "ru", "post/sco-secretary-general", "head-of-organisation"),
        ("Secretary-General", "body/sco", "en", "post/sco-secretary-general", "head-of-organisation"),
        ("秘书长", "body/sco", "zh", "post/sco-secretary-general", "head-of-organisation"),
        ("замминистра иностранных дел", "state/CN", "ru", "post/cn-deputy-foreign-minister", "deputy-minister"),
        ("Vice Foreign Minister", "state/CN", "en", "post/cn-deputy-foreign-minister", "deputy-minister"),
        ("外交部副部长", "state/CN", "zh", "post/cn-deputy-foreign-minister", "deputy-minister"),
        ("и.о. министра иностранных дел", "state/AM", "ru", "post/am-foreign-minister", "minister"),
        ("Председатель", "state/CN", "ru", "post/cn-chairman-of-state", "head-of-state"),
        ("Директор", "body/rats-sco", "ru", "post/rats-sco-executive-committee-director", "head-of-organisation"),
        ("Министр цифрового развития", "state/KZ", "ru", "post/kz-digital-minister", "minister"),
        ("Министр благоустройства", "state/KZ", "ru", "post/ministr-blagoustroystva-kz", "minister"),
        ("Youth Minister", "state/KZ", "en", "post/youth-minister-kz", "minister"),
        ("人力资源部副部长", "state/CN", "zh", "post/ren-liziyuanbufubuzhang-cn", "deputy-minister"),
        ("Президент", "body/icrc", "ru", "post/icrc-organisation-president", "head-of-organisation"),
    ],
)  # fmt: skip
def test_post_of(index: Index, title: str, at: str, language: str, key: str, rank: str) -> None:
    post = index.post_of(title, Key(at), language)
    assert post is not None
    assert (post.key, post.rank, post.at) == (key, rank, at)


def test_a_title_that_no_kind_has(index: Index) -> None:
    assert index.post_of("Хранитель озера", Key("body/sco"), "ru") is None
    assert index.titles.kind_of("Хранитель озера", "ru") is None
    assert not index.titles.is_acting("Министр", "ru")
    assert index.titles.is_acting("代理外长", "zh")


def test_post_key() -> None:
    assert post_key(Key("body/sco"), "secretary-general") == "post/sco-secretary-general"
