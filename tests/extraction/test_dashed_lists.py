"""Lists of names with their posts behind a dash: each post is of the name before it."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize("dash", ["-", "–", "—"])
@pytest.mark.parametrize("lead", ["В работе участвовали", "Среди гостей были, в том числе,"])
def test_a_post_behind_a_dash_is_of_the_name_before_it(lead: str, dash: str, read: Read) -> None:
    text = (
        f"{lead} Иван Тестов {dash} директор Института озёр Казахстана, Пётр Пробный {dash} директор Института рек "
        f"Узбекистана, Сидор Опытов {dash} заместитель министра культуры России."
    )
    reading = read(text, "ru")
    names = {official.id: official.name for official in reading.officials}
    assert {(names[post.holder], post.org) for post in reading.posts} == {
        ("Иван Тестов", "Институт озёр Казахстана"),
        ("Пётр Пробный", "Институт рек Узбекистана"),
        ("Сидор Опытов", "RU"),
    }


def test_a_title_before_a_dash_is_of_the_name_behind_it(read: Read) -> None:
    reading = read("Министр обороны Казахстана - Иван Тестов, посол Узбекистана - Пётр Пробный приехали.", "ru")
    names = {official.id: official.name for official in reading.officials}
    assert {(names[post.holder], post.org) for post in reading.posts} == {("Иван Тестов", "KZ"), ("Пётр Пробный", "UZ")}
