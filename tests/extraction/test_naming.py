"""Which names are persons, whose they are, and which bodies are named."""

from __future__ import annotations

import pytest

from sco_graph.extraction.russian.people import addressed, same

from .conftest import Read

PERSONS = {
    # what the model takes for a person, and is none
    "Улица Ивана Тестова длинна.": [],
    "Академия им. Ивана Тестова открыта.": [],
    "Корабль «Иван Тестов» прибыл в Озёрск.": [],
    "Министр встретился с Предстателем Центральной Комиссии в офисе.": [],
    'Теплоход "Иван Тестов" прибыл в порт.': [],
    "Китайцы рады.": [],
    # a name does not run over the end of a sentence; a longer name is still that of the tables
    "Выступил Ван. Лэ Юйчэн рад.": ["Ван", "Лэ Юйчэн"],
    "Выступил Шавкат Миромонович Мирзиёев.": ["Шавкат Миромонович Мирзиёев"],
    # courtesies are no part of a name; words of the dictionary may be names
    "Уважаемый господин Иван Тестов, рад Вас видеть.": ["Иван Тестов"],
    "Президент Казахстана Токаев провёл в Астане встречу.": ["Токаев"],
    # initials on either side, two names in a row
    "Прибыл Тестов И.П. и выступил.": ["И. П. Тестов"],
    "И.Тестов и П.Пробов прибыли.": ["И. Тестов", "П. Пробов"],
    "Об этом передал слова Ивана Тестова П.Пробов.": ["Иван Тестов", "П. Пробов"],
    # forms of address are no second person
    "Сергей Лавров прибыл. Сергей Викторович, рад Вас видеть.": ["Сергей Лавров"],
    "С. В. Лавров прибыл. Уважаемый Сергей Викторович, рад Вас видеть.": ["С. В. Лавров"],
    "Ильхам Алиев ответил. Уважаемый Ильхам Гейдар оглу, рад Вас видеть.": ["Ильхам Алиев"],
    # of an undeclined given name only the family name declines
    "Встреча с заместителем Генерального секретаря ШОС Джанеш Кэйном прошла в Пекине.": ["Джанеш Кэйн"],
}

BODIES = {
    "Специальная рабочая группа СВМДА (СРГ) собралась. СРГ утвердила план.": [
        "Специальная рабочая группа СВМДА",
        "CICA",
    ],
    "Прошло заседание Комиссии озёрных лиц (КОЛ) министерств стран ШОС. КОЛ утвердила план.": [
        "Комиссия озёрных лиц министерств стран ШОС",
        "SCO",
    ],
    "Решение приняли Совет глав государств и Секретариат ШОС.": [
        "SCO Heads of State Council",
        "SCO Secretariat",
        "SCO",
    ],
    "Прошло заседание Совета глав государств. ШОС растёт.": ["SCO Heads of State Council", "SCO"],
    "Прошло совещание министров здравоохранения государств-членов Шанхайской организации сотрудничества.": [
        "SCO Meeting of Health Ministers",
        "SCO",
    ],
    "Создана платформа GMCC. Открыт завод.": [],
    "Университет по праву сумел вырасти.": [],
    "Прошла встреча Совета озёрных дел и совместного заседания ШОС.": ["Совет озёрных дел", "SCO"],
    'Организатором стало молодёжное крыло "Жоржар Рухы" партии Amanat.': ["Zhorzhar Rukhy Wing", "Amanat"],
    "Открылся Центр «Новый ветер» и Фонд «Росконгресс».": ["Центр «Новый ветер»", "Roscongress Foundation"],
    "Выступил премьер Госсовета КНР.": ["State Council of China"],
}


@pytest.mark.parametrize(("text", "expected"), PERSONS.items())
def test_persons(text: str, expected: list[str], read: Read) -> None:
    assert [official.name for official in read(text).officials] == expected


@pytest.mark.parametrize(("text", "expected"), BODIES.items())
def test_bodies(text: str, expected: list[str], read: Read) -> None:
    assert [body.code for body in read(text).organisations] == expected


def test_a_name_in_quotation_marks_is_an_alias(read: Read) -> None:
    assert [o.aliases for o in read("Открылся Центр «Новый ветер».").organisations] == [("Новый ветер",)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Армида", "Салсия"), ("Армида", "Салсия", "Тестова"), True),
        (("Салсия", "Армида"), ("Армида", "Салсия", "Тестова"), False),
        (("Иван", "Тестов"), ("Пётр", "Тестов"), False),
        (("Тестов",), ("Иван", "Тестов"), True),
        (("И.", "Тестов"), ("Тестов",), True),
        (("Вань",), ("Вань", "Ши"), True),
    ],
)
def test_same_person(one: tuple[str, ...], other: tuple[str, ...], expected: bool) -> None:
    assert same(one, other) is expected
    assert same(other, one) is expected


def test_initials_alone_are_no_form_of_address() -> None:
    assert addressed(("И.", "Викторович")) is None
    assert addressed(("Тестов",)) is None


def test_an_unfinished_quotation_is_no_name(read: Read) -> None:
    reading = read('Директор Института "Озёра рад. Иван Тестов ушёл.')

    assert [o.name for o in reading.officials] == ["Иван Тестов"]
    assert reading.posts == ()


def test_one_initial_behind_a_name(read: Read) -> None:
    assert [o.name for o in read("Президенту Казахстана Токаеву К. от Секретариата ШОС.").officials] == ["К. Токаев"]


def test_the_end_of_a_sentence_is_no_initial(read: Read) -> None:
    reading = read("Посол Индии встретился с Ли. Министр культуры Казахстана Иван Тестов рад.")

    assert [o.name for o in reading.officials] == ["Ли", "Иван Тестов"]


def test_initials_and_the_full_name_are_one_person(read: Read) -> None:
    reading = read("Прибыл И.Тестов. Пётр Тестов молчал. Иван Тестов выступил. Тестов ушёл.")

    assert [o.name for o in reading.officials] == ["Иван Тестов", "Пётр Тестов"]
