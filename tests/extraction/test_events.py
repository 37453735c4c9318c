"""Interactions in short texts: type, status, date and who takes part, by the beginnings of their names."""

from __future__ import annotations

import pytest

from sco_graph.authority import Authority
from sco_graph.corpus import from_text
from sco_graph.extraction import explain, extract
from sco_graph.model import Facts, Role

IVAN, PETR = "Ивана Тестова", "Петром Пробовым"
MINISTER, ENVOY = "министр обороны Казахстана Иван Тестов", "послом Китая Петром Пробовым"
CASES = (
    (f"3 мая 2021 года состоялась встреча министра обороны Казахстана {IVAN} с послом Китая {PETR}.",
     "Meeting held 2021-05-03", {"Иван Тестов", "Петр Пробов"}),
    (f"3 мая 2021 года {MINISTER} встретился с {ENVOY}.", "Meeting held 2021-05-03", {"Иван Тестов", "Петр Пробов"}),
    (f"3 мая 2021 года состоялся телефонный разговор министра обороны Казахстана {IVAN} с послом Китая {PETR}.",
     "PhoneCall held 2021-05-03", {"Иван Тестов", "Петр Пробов"}),
    (f"3 мая 2021 года {MINISTER} провел переговоры с {ENVOY}.", "Meeting held 2021-05-03",
     {"Иван Тестов", "Петр Пробов"}),
    (f"3 мая 2021 года {MINISTER} принял посла Китая Петра Пробова.", "Meeting held 2021-05-03",
     {"Иван Тестов", "Петр Пробов"}),
    ("В июне 2021 года состоится саммит ШОС.", "Summit planned 2021-06", {"SCO"}),
    ("3 мая 2021 года прошло заседание Совета глав государств СНГ.", "Summit held 2021-05-03",
     {"CIS Heads of State Council"}),
    (f"3 мая 2021 года прошел форум. В форуме приняли участие {MINISTER} и посол Китая Петр Пробов.",
     "Conference held 2021-05-03", {"Иван Тестов", "Петр Пробов"}),
    (f"3 мая 2021 года {MINISTER} направил письмо послу Китая Петру Пробову.", "Letter held 2021-05-03",
     {"Иван Тестов", "Петр Пробов"}),
    (f"3 мая 2021 года {MINISTER} и посол Китая Петр Пробов подписали меморандум.", "Signing held 2021-05-03",
     {"Иван Тестов", "Петр Пробов"}),
    (f"3 мая 2021 года {MINISTER} прибыл в Китай с визитом.", "Visit held 2021-05-03", {"Иван Тестов"}),
    (f"3 мая 2021 года {MINISTER} ответил на вопросы журналистов.", "Briefing held 2021-05-03", {"Иван Тестов"}),
    (f"М{MINISTER[1:]} заявил, что работа продолжается.", "Other held None", {"Иван Тестов"}),
)  # fmt: skip


def facts(text: str, authority: Authority, published: str = "2021-05-04") -> Facts:
    document = from_text(text, language="ru", published=published, source="https://example.org/event")
    found = extract(document, authority)
    assert all(document.text[e.start : e.stop] == e.quote for e in found.evidence)
    assert {e.subject for e in found.evidence} >= {e.id for e in found.events} | {s.id for s in found.statements}
    return found


def named(found: Facts, event: str) -> set[str]:
    names = {str(o.id): o.name for o in found.officials} | {str(o.id): o.code for o in found.organisations}
    return {names.get(p.actor, str(p.actor)) for p in found.participations if p.event == event}


@pytest.mark.parametrize(("text", "expected", "people"), CASES)
def test_an_interaction_is_read(text: str, expected: str, people: set[str], authority: Authority) -> None:
    found = facts(text, authority)
    (main,) = [event for event in found.events if event.main]
    assert f"{main.type} {main.status} {main.date}" == expected
    assert named(found, main.id) == people


def test_a_visitor_by_invitation_is_not_joined_by_whoever_invited(authority: Authority) -> None:
    text = f"По приглашению посла Китая Петра Пробова 3 мая 2021 года {MINISTER} посетил Китай."
    assert named(facts(text, authority), "e1") == {"Иван Тестов"}


def test_a_session_told_inside_another_is_an_event_of_its_own(authority: Authority) -> None:
    text = (
        f"3 мая 2021 года {MINISTER} встретился с {ENVOY}. Собеседники обсудили подготовку к саммиту ШОС, "
        "который пройдет 10 июня 2021 года в Астане."
    )
    found = facts(text, authority)
    assert [(str(e.type), str(e.status), e.date, e.main) for e in found.events] == [
        ("Meeting", "held", "2021-05-03", True),
        ("Summit", "planned", "2021-06-10", False),
    ]
    assert found.events[1].place == "Астана"
    assert found.events[0].issues == ("summit-preparation",)


def test_a_word_that_recalls_makes_no_second_event(authority: Authority) -> None:
    text = f"3 мая 2021 года {MINISTER} встретился с {ENVOY}. В ходе встречи обсуждены вопросы торговли."
    found = facts(text, authority)
    assert len(found.events) == 1
    assert found.events[0].issues == ("trade",)


def test_a_state_presides_without_taking_part(authority: Authority) -> None:
    text = "3 мая 2021 года под председательством Казахстана прошло заседание Совета глав государств СНГ."
    found = facts(text, authority)
    assert [(p.actor, p.role) for p in found.participations if p.role is Role.CHAIR] == [("KZ", Role.CHAIR)]
    assert str(found.events[0].mode) == "in_person"


def test_a_mode_is_read(authority: Authority) -> None:
    text = "3 мая 2021 года в формате видеоконференции прошло заседание Совета глав государств СНГ."
    assert str(facts(text, authority).events[0].mode) == "video"


def test_a_dateline_dates_the_main_event(authority: Authority) -> None:
    text = f"АСТАНА, 3 мая /Агентство/. М{MINISTER[1:]} встретился с {ENVOY}."
    assert facts(text, authority).events[0].date == "2021-05-03"


def test_a_bare_letter_has_sender_and_recipient(authority: Authority) -> None:
    text = (
        "Министру обороны Казахстана Ивану Тестову\n\nОт посла Китая Петра Пробова\n\nУважаемый господин министр,\n\n"
        "Я выражаю Вам глубокую признательность за многолетнюю совместную работу."
    )
    found = facts(text, authority)
    assert [str(e.type) for e in found.events] == ["Letter"]
    assert {p.role for p in found.participations} == {Role.SENDER, Role.RECIPIENT}
    assert [str(s.act) for s in found.statements] == ["thank"]


def test_explaining_names_the_rule_and_the_words(authority: Authority) -> None:
    text = f"3 мая 2021 года {MINISTER} встретился с {ENVOY}. Шёл дождь."
    document = from_text(text, language="ru", source="https://example.org/event")
    lines = list(explain(document, extract(document, authority)))
    assert any("participant = Иван Тестов" in line and "rule:met_with" in line for line in lines)
    assert "    nothing found" in lines


def test_an_empty_text_tells_nothing(authority: Authority) -> None:
    found = facts("Шёл дождь.", authority)
    assert (found.events, found.statements, found.participations) == ((), (), ())
