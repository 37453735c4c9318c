"""Lines and words that name nobody of the text: whose a picture is, who asks, headings of known words."""

from __future__ import annotations

import pytest

from sco_graph.authority import Authority

from .conftest import Read
from .test_events import facts


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


@pytest.mark.parametrize("lead", ["на сайте Акорды", "на портале Акорды"])
def test_a_site_is_nobody(lead: str, read: Read) -> None:
    assert read(f"Как сказано {lead}, встреча прошла в Минске.", "ru").officials == ()


def test_what_is_said_of_a_year_dates_nothing_told_outside_the_quotation(authority: Authority) -> None:
    text = (
        "Министр обороны Индии Иван Тестов сказал после встречи с послом Ирана Петром Пробовым, "
        '"2030 год будет очень активным для Индии, и сюда будут приезжать гости".'
    )
    assert "2030" not in {event.date for event in facts(text, authority, published="2021-05-12").events}
