"""What a sentence denies is not told."""

from __future__ import annotations

import pytest

from sco_graph import extract
from sco_graph.corpus import from_text

RU, RU_TO = "Министр обороны Казахстана Иван Тестов", "послом России Петром Пробовым"
EN, EN_TO = "President of Kazakhstan Ivan Testov", "the Ambassador of Russia Petr Probov"


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        (f"{RU} не встречался с {RU_TO}.", "ru", 0),
        (f"{RU} не стал встречаться с {RU_TO}.", "ru", 0),
        (f"{RU} отказался встретиться с {RU_TO}.", "ru", 0),
        (f"{RU} встретился с {RU_TO}.", "ru", 1),
        (f"{RU} не только встретился с {RU_TO}, но и посетил музей.", "ru", 1),
        (f"{RU} не скрывал радости и встретился с {RU_TO}.", "ru", 1),
        (f"{EN} did not meet {EN_TO}.", "en", 0),
        (f"{EN} has not yet met {EN_TO}.", "en", 0),
        (f"{EN} didn't meet {EN_TO}.", "en", 0),
        (f"{EN} refused to meet {EN_TO}.", "en", 0),
        (f"{EN} does not plan to meet {EN_TO}.", "en", 0),
        (f"{EN} met {EN_TO}.", "en", 1),
        (f"{EN} not only met {EN_TO} but opened a museum.", "en", 1),
    ],
)
def test_denied_meetings_are_none(text: str, language: str, told: int) -> None:
    facts = extract(from_text(text, language=language, published="2021-05-04"))
    # A document that tells of nothing gets an interaction of whoever is named: that is no reading of the verb.
    triggers = [e for e in facts.evidence if e.property == "interactionType" and "fallback" not in e.method]
    assert len([e for e in triggers if e.value == "Meeting"]) == told


@pytest.mark.parametrize(
    ("text", "language", "status"),
    [
        (f"Встреча министра обороны Казахстана с {RU_TO} не состоялась.", "ru", "cancelled"),
        ("Встреча президентов Казахстана и Узбекистана отменена.", "ru", "cancelled"),
        ("Из-за пандемии визит президента Казахстана в Узбекистан отменён.", "ru", "cancelled"),
        ("Саммит ШОС в Астане перенесён на июль 2021 года.", "ru", "postponed"),
        ("Встреча президентов Казахстана и Узбекистана состоялась в Астане.", "ru", "held"),
        ("The meeting of SCO foreign ministers in Astana did not take place.", "en", "cancelled"),
        ("The forum in Astana was not held.", "en", "cancelled"),
        ("The meeting of SCO foreign ministers took place in Astana.", "en", "held"),
    ],
)
def test_what_came_to_nothing_is_no_interaction_that_was_held(text: str, language: str, status: str) -> None:
    (event,) = extract(from_text(text, language=language, published="2021-05-04")).events
    assert event.status == status
