"""Who and where in one-line cases: the line is input and answer (see ``tests/marked.py``)."""

from __future__ import annotations

import pytest

from tests import marked

from .conftest import Read

NAMES = (
    "[Генеральный секретарь [ШОС|organisation:sco] Владимир Норов|official:vladimir-norov] встретился "
    "с [заместителем Министра иностранных дел [КНР|state:CN] Лэ Юйчэном|official:le-yucheng].",
    "[Иван Тестов|official:ivan-testov*] принял [Петра Пробова|official:petr-probov*]. "
    "[И.Тестов|official:ivan-testov*] поблагодарил [П. Пробова|official:petr-probov*].",
    "Прибыл [Лавров Сергей Викторович|official:sergey-lavrov].",
    "Репортаж Анны Пробовой. [Иван Тестов|official:ivan-testov*] выступил.",
    "Состоялась встреча [Ивана Тестова|official:ivan-testov*] и [Марии Пробовой|official:mariya-probova*].",
)
STATES = (
    "[Китай|state:CN] и [Узбекистан|state:UZ] подписали соглашение с [российскими|state:RU] коллегами.",
    "Участники говорили на русском языке и поздравили друг друга с китайским Новым годом в [Казахстане|state:KZ].",
    "[Казахстанская сторона|state:KZ~description] согласилась. Об этом сообщила [делегация "
    "[Таджикистана|state:TJ]|state:TJ~description].".replace(
        "[Казахстанская сторона", "[[Казахстанская|state:KZ] сторона"
    ),
)
BODIES = (
    "[Секретариат ШОС|organisation:sco-secretariat] и [ОДКБ|organisation:csto] провели встречу.",
    "В [Секретариате ШОС|organisation:sco-secretariat] рассказали о планах. "
    "[Секретариат|organisation:sco-secretariat~description] готовит совещание.",
    "Прошло заседание [Совета глав государств стран СНГ|organisation:cis-heads-of-state-council].",
    "[МИД Узбекистана|organisation:uz-mfa] сообщил о визите. В [министерстве|organisation:uz-mfa] отметили его важность.".replace(  # noqa: E501
        "[министерстве|organisation:uz-mfa]", "министерстве"
    ),
    "[Академия озёрных наук [Казахстана|state:KZ]|organisation:akademiya-ozyornykh-nauk*] открыла филиал.".replace(
        "[Казахстана|state:KZ]", "Казахстана"
    ),
    "Выступил директор [компании «Озёрный ветер»|organisation:kompaniya-ozyorny-veter*].",
)
BACK = (
    "[Генеральный секретарь [ШОС|organisation:sco] Владимир Норов|official:vladimir-norov] прибыл. "
    "[Генсек|official:vladimir-norov~post] выступил. [Он|official:vladimir-norov~pronoun] поблагодарил гостей.",
    "[Министр обороны Казахстана Иван Тестов|official:ivan-testov*] принял "
    "[посла Китая Петра Пробова|official:petr-probov*]. "
    "[Министр|official:ivan-testov*~post] информировал [собеседника|official:petr-probov*~description] о планах. "
    "[Посол|official:petr-probov*~post] поддержал их. "
    "[Собеседники|official:ivan-testov*+petr-probov*~description] договорились о встрече.",
    "[Глава МИД Казахстана Иван Тестов|official:ivan-testov*] выступил. "
    "[Министр иностранных дел|official:ivan-testov*~post] ответил на вопросы.",
    "[Президент Узбекистана Шавкат Мирзиёев|official:shavkat-mirziyoyev] открыл форум. "
    "[Глава государства|official:shavkat-mirziyoyev~post] поздравил участников.",
)


@pytest.mark.parametrize("line", [*NAMES, *STATES, *BODIES, *BACK])
def test_a_line_is_read_as_it_is_marked(line: str, read: Read) -> None:
    text, _ = marked.parsed(line)

    assert marked.differences(line, read(text)) == []


def test_marks_stand_at_their_words() -> None:
    text, marks = marked.parsed("[МИД [КНР|state:CN]|organisation:cn-mfa] и [они|official:a+b~pronoun].")

    assert text == "МИД КНР и они."
    assert [text[m.start : m.stop] for m in marks] == ["МИД КНР", "КНР", "они"]
    assert marks[2].keys == ("a", "b")


def test_a_difference_is_named(read: Read) -> None:
    line = "[Иван Тестов|official:petr-probov*] приехал в Китай."

    assert len(marked.differences(line, read("Иван Тестов приехал в Китай."))) == 2
