"""Names put into the nominative."""

from __future__ import annotations

import pytest

from sco_graph.extraction.russian import declension
from sco_graph.extraction.russian.people import NamedPerson, grouped, is_chinese, same


@pytest.mark.parametrize(
    ("form", "cases", "nominative"),
    [
        ("Владимира Норова", ["gent"], "Владимир Норов"),
        ("К.Рудого", ["accs"], "К. Рудый"),
        ("Лэ Юйчэном", [], "Лэ Юйчэн"),
        ("Чжан Мина", ["gent", "accs"], "Чжан Мин"),
        ("Лю Бинем", [], "Лю Бинь"),
        ("Ли Хуэем", [], "Ли Хуэй"),
        ("Ван Цзиньфу", [], "Ван Цзиньфу"),
        ("Касым-Жомарта Токаева", [], "Касым-Жомарт Токаев"),
        ("Станислава Зася", ["gent"], "Станислав Зась"),
        ("Николаем Бордюжей", [], "Николай Бордюжа"),
        ("Джорджем Бушем", [], "Джордж Буш"),
        ("Михаем Гимпу", ["ablt"], "Михай Гимпу"),
        ("Марии Захаровой", [], "Мария Захарова"),
        ("М.Тлеуберди", [], "М. Тлеуберди"),
        ("Арарату Мирзояну", [], "Арарат Мирзоян"),
        ("Мигеля Диас-Канеля", [], "Мигель Диас-Канель"),
        ("Андрею Загорскому", [], "Андрей Загорский"),
        ("Владимира Макея", [], "Владимир Макей"),
        ("Лаврова Сергея Викторовича", [], "Сергей Викторович Лавров"),
        ("Тестов И. И.", [], "И. И. Тестов"),
        ("Ильи Тестова", ["gent"], "Илья Тестов"),
    ],
)
def test_nominative(form: str, cases: list[str], nominative: str) -> None:
    assert str(declension.nominative(declension.parts(form), cases)) == nominative


def test_a_name_that_stands_elsewhere_in_the_text_is_preferred() -> None:
    words = declension.parts("Ара Айвазяна")

    assert str(declension.nominative(words, ["gent"])) == "Ар Айвазян"
    assert str(declension.nominative(words, ["gent"], attested={("Ара", "Айвазян")})) == "Ара Айвазян"


def test_the_gender_of_the_verb_decides() -> None:
    assert declension.nominative(["Захарова"], ["nomn"], gender="femn").parts == ("Захарова",)
    assert declension.nominative(["Захарова"], ["gent"]).parts == ("Захаров",)


def test_initials_alone_and_nothing_at_all() -> None:
    assert declension.nominative(["В."]).parts == ("В.",)
    assert declension.nominative([]).parts == ()


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("В. Норов", "Владимир Норов", True),
        ("Норов", "Владимир Норов", True),
        ("А. Норов", "Владимир Норов", False),
        ("Иван Норов", "Владимир Норов", False),
        ("Владимир", "Владимир Норов", True),
        ("Сироджидин Мухриддин", "Сироджиддин Мухриддин", True),
        ("Лэ", "Лэ Юйчэн", True),
        ("Лэ Юйчэн", "Лэ Юйлян", False),
        ("Дж. Гиёсов", "Джумахон Гиёсов", True),
        ("Сергей Викторович Лавров", "С. Лавров", True),
    ],
)
def test_names_of_one_person(a: str, b: str, one: bool) -> None:
    assert same(declension.parts(a), declension.parts(b)) is same(declension.parts(b), declension.parts(a)) is one


def test_a_short_name_joins_the_nearest_before_it() -> None:
    texts = ["Иван Тестов", "Пётр Тестов", "Тестов"]
    people = grouped(
        NamedPerson(number=i, name=declension.nominative(declension.parts(t), ["nomn"])) for i, t in enumerate(texts)
    )

    assert [[n.number for n in person.names] for person in people] == [[0], [1, 2]]


def test_people_of_different_keys_stay_apart() -> None:
    name = declension.nominative(["Иван", "Тестов"], ["nomn"])
    people = grouped(
        [NamedPerson(number=0, name=name, key="official/a"), NamedPerson(number=1, name=name, key="official/b")]
    )

    assert len(people) == 2


def test_a_chinese_name_needs_two_words() -> None:
    assert not is_chinese(("Ван", "Ши", "Тестов"))
