"""Names of people across scripts."""

from __future__ import annotations

import pytest

from sco_graph.authority.names import chinese_latin, initials, latin, match_key
from sco_graph.authority.pinyin import of_han


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Владимир Норов", "Vladimir Norov"),
        ("Абдулазиз Камилов", "Abdulaziz Kamilov"),
        ("Шавкат Мирзиёев", "Shavkat Mirziyoyev"),
        ("Сергей Лавров", "Sergey Lavrov"),
        ("Дмитрий Мезенцев", "Dmitry Mezentsev"),
        ("Евгений Сысоев", "Yevgeny Sysoyev"),
        ("Бахтиёр Хакимов", "Bakhtiyor Khakimov"),
        ("Касым-Жомарт Токаев", "Kasym-Zhomart Tokayev"),
        ("Пётр Щёголев", "Pyotr Shchogolev"),
        ("Лэ Юйчэн", "Le Yucheng"),
        ("Чжан Мин", "Zhang Ming"),
        ("Си Цзиньпин", "Xi Jinping"),
        ("Ван И", "Wang Yi"),
        ("Ли Кэцян", "Li Keqiang"),
        ("Сунь Лицзюнь", "Sun Lijun"),
        ("В. Норов", "V. Norov"),
        ("В.Норов", "V.Norov"),
        ("Vladimir Norov", "Vladimir Norov"),
    ],
)
def test_latin(name: str, expected: str) -> None:
    assert latin(name, "ru") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("乐玉成", "Le Yucheng"),
        ("张明", "Zhang Ming"),
        ("习近平", "Xi Jinping"),
        ("王毅", "Wang Yi"),
        ("曾庆红", "Zeng Qinghong"),
        ("单文", "Shan Wen"),
        ("欧阳玉靖", "Ouyang Yujing"),
        ("任正非", "Ren Zhengfei"),
        ("李安", "Li An"),
        ("弗·茹马卡诺夫", "Fu Rumakanuofu"),
    ],
)
def test_han(name: str, expected: str) -> None:
    assert of_han(name) == expected
    assert latin(name, "zh") == expected


@pytest.mark.parametrize(
    "spellings",
    [
        ("Abdulaziz Kamilov", "Абдулазиз Камилов", "Kamilov Abdulaziz", "Abdulaziz Khafizovich Kamilov"),
        ("Le Yucheng", "Лэ Юйчэн", "乐玉成"),
        ("Sergey Lavrov", "Sergei Lavrov", "Сергей Лавров", "Сергей Викторович Лавров"),
        ("Yevgeny Sysoyev", "Евгений Сысоев", "Yevgeniy Sysoev", "Evgeny Sysoev"),
        ("Dzhumakhon Giyosov", "Джумахон Гиёсов", "Jumakhon Giyosov"),
        ("Shavkat Mirziyoyev", "Шавкат Мирзиёев", "Шавкат Мирзиеев"),
        ("Nurlan Yermekbayev", "Нурлан Ермекбаев", "Nurlan Ermekbaev"),
        ("Erlan Idrissov", "Ерлан Идрисов", "Yerlan Idrisov"),
        ("Mukhtar Tleuberdi", "Мухтар Тлеуберди"),
        ("Aleksandr Grushko", "Alexander Grushko", "Александр Грушко"),
        ("Ilham Aliyev", "Ильхам Алиев", "Ильхам Гейдар оглы Алиев".replace("Гейдар ", "")),
        ("Mevlüt Çavuşoğlu", "Mevlut Cavusoglu"),
    ],
)
def test_spellings_of_one_name_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({match_key(latin(name)) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Чжан Мин", "Чжан Минь"),
        ("Rashid Alimov", "Ravshan Alimov"),
        ("Сергей Иванов", "Игорь Иванов"),
        ("Садыр Жапаров", "Акылбек Жапаров"),
        ("Zhang Ming", "Zhang Xinfeng"),
        ("Wang Yi", "Wang Yang"),
    ],
)
def test_names_of_two_people_do_not(one: str, other: str) -> None:
    assert match_key(latin(one)) != match_key(latin(other))


@pytest.mark.parametrize("name", ["Владимир Норов", "Ким Чен Ын", "Ли Сон Гвон", "Нарендра Моди", "Ян Кубиш", "Норов"])
def test_other_names_are_no_chinese(name: str) -> None:
    assert chinese_latin(name) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("V. Norov", (("v",), "norov")),
        ("V.I. Norov", (("v", "i"), "norov")),
        ("Vladimir Norov", ((), "norov")),
        ("V.", ((), "")),
        ("", ((), "")),
    ],
)
def test_initials(name: str, expected: tuple[tuple[str, ...], str]) -> None:
    assert initials(name) == expected


def test_a_family_name_is_never_taken_for_a_patronymic() -> None:
    same = ("Ivan Testovich", "Testovich Ivan Petrovich", "Ivan Petrovich Testovich")
    assert {match_key(name) for name in same} == {"ivan testovich"}
    assert match_key("Ivan Testovich") != match_key("Ivan Probovich")
    assert initials("I. Testovich") == (("i",), "testovich")
