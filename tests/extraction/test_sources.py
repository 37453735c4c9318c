"""Agencies: those that the text names as its source are bodies, one that only signs a dateline is none."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    "text",
    [
        "Об этом сообщает РБК-Проба со ссылкой на пресс-службу.",
        "Об этом передаёт РБК-Проба.",
        "Посол прибыл, пишет РБК-Проба.",
        "Посол прибыл, сообщила РБК-Проба.",
        "Об этом стало известно со ссылкой на РБК-Проба.",
        "Посол рассказал об этом агентству РБК-Проба.",
    ],
)
def test_an_agency_named_as_the_source_is_a_body(text: str, read: Read) -> None:
    assert [body.name for body in read(text, "ru").organisations] == ["РБК-Проба"]


@pytest.mark.parametrize("line", ["МОСКВА, 5 мая. /ТАСС/.", "Бишкек, 05.05.22. /Кабар/.", "Минск, 5 мая /БЕЛТА/."])
def test_an_agency_that_signs_a_dateline_is_none(line: str, read: Read) -> None:
    assert read(f"{line} Посол Индии прибыл.", "ru").organisations == ()


def test_a_mission_of_an_organisation_is_one_body_however_that_is_called(read: Read) -> None:
    text = "Прибыла миссия Организации Договора о коллективной безопасности (ОДКБ). Часть миссии ОДКБ прибыла раньше."
    assert [body.code for body in read(text, "ru").organisations] == ["CSTO Mission", "CSTO"]
