"""Speeches: what they were held at, when and where, by the lines of their head and their first sentences."""

from __future__ import annotations

import pytest

from sco_graph.authority import Authority

from .test_events import facts

HEADS = (
    "(13 мая 2021 года, Бишкек)\n",
    "Бишкек, 13 мая 2021 года\n\n",
    "Бишкек\n\n13 мая 2021 года\n\n",
    "13 мая 2021 г.\nг. Бишкек\n",
)
OPENINGS = (
    "Уважаемый господин председатель!\nУважаемые главы делегаций!\n",
    "Уважаемые участники заседания,\nДамы и господа,\n",
)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("opening", OPENINGS)
def test_a_speech_is_of_the_session_that_it_names(head: str, opening: str, authority: Authority) -> None:
    text = (
        f"{head}{opening}Позвольте поблагодарить Кыргызстан за организацию заседания Совета глав государств ШОС. "
        "Для меня большая честь участвовать в нем."
    )
    (event,) = [event for event in facts(text, authority).events if event.main]
    assert (event.type, event.date, event.place) == ("Summit", "2021-05-13", "Бишкек")


def test_a_salutation_tells_of_no_event(authority: Authority) -> None:
    found = facts("Уважаемые участники заседания!\nМы надеемся на успех.", authority)
    assert [event.type for event in found.events if event.type == "MultilateralMeeting"] == []
