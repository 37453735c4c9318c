"""Lines and words that name nobody of the text: whose a picture is, who asks, headings of known words."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    "line",
    [
        "Фото: Анатолий Опытов, «Проба»",
        "© Анатолий Опытов",
        "© Фото: Анатолий Опытов / Проба",
        "Фотография: А. Опытов",
        "Автор: Анатолий Опытов",
        "Иллюстративное фото Анатолия Опытова",
    ],
)
def test_a_line_that_says_whose_a_picture_is_names_nobody(line: str, read: Read) -> None:
    reading = read(f"Министр обороны Индии Иван Тестов прибыл.\n{line}\nОн доволен.", "ru")
    assert [official.name for official in reading.officials] == ["Иван Тестов"]


@pytest.mark.parametrize(
    "words",
    ["корр. ИТАР-ПРОБА Петру Пробову и Олегу Примерову", "корреспонденту Петру Пробову", "спецкорр. Петру Пробову"],
)
def test_a_journalist_is_no_official(words: str, read: Read) -> None:
    reading = read(f"Министр обороны Индии Иван Тестов дал интервью {words}.", "ru")
    assert [official.name for official in reading.officials] == ["Иван Тестов"]


@pytest.mark.parametrize("word", ["Генсекретарь", "Генсек", "Пресс-брифинг", "Постпред"])
def test_a_word_of_the_language_is_no_name(word: str, read: Read) -> None:
    assert read(f"{word} обозначил задачи. Встреча прошла в Минске.", "ru").officials == ()
