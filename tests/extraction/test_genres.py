"""Genres with a grammar of their own: visits, missions of observers, letters, speeches, councils told of in passing."""

from __future__ import annotations

from sco_graph.authority import Authority

from .test_events import MINISTER, facts, named


def kinds(text: str, authority: Authority) -> list[str]:
    return [f"{e.type} {e.status} {e.date}" for e in facts(text, authority).events]


def test_a_visit_gathers_whom_the_visitor_met_and_lends_its_place(authority: Authority) -> None:
    text = (
        f"М{MINISTER[1:]} 3-5 мая 2021 года посетил Астану с рабочим визитом. "
        "Прошла встреча Ивана Тестова с послом Китая Петром Пробовым. Обсуждены вопросы торговли."
    )
    found = facts(text, authority)
    visit, meeting = found.events
    assert (visit.date, visit.end, visit.place) == ("2021-05-03", "2021-05-05", "Астана")
    assert (meeting.date, meeting.place) == ("2021-05", "Астана")
    assert named(found, visit.id) == {"Иван Тестов", "Петр Пробов"}
    assert visit.issues == ("trade",)


def test_a_mission_of_observers_has_the_state_and_day_of_the_ballot(authority: Authority) -> None:
    text = (
        "Миссия наблюдателей от СНГ приступила к работе. "
        "Готовятся выборы Президента Республики Казахстан, намеченные на 9 июня 2021 года."
    )
    (event,) = facts(text, authority).events
    assert (str(event.type), str(event.status), event.date) == ("ElectionObservation", "planned", "2021-06-09")
    assert event.place_state == "KZ"


def test_councils_named_together_are_told_apart(authority: Authority) -> None:
    text = (
        f"3 мая 2021 года {MINISTER} встретился с послом Китая Петром Пробовым. Обсуждена повестка дня предстоящих "
        "заседаний Совета глав государств СНГ и Совета министров иностранных дел СНГ."
    )
    assert kinds(text, authority)[1:] == ["Summit planned None", "MultilateralMeeting planned None"]


def test_a_council_with_a_relative_clause_is_a_session(authority: Authority) -> None:
    text = (
        f"3 мая 2021 года {MINISTER} встретился с послом Китая Петром Пробовым. Рассмотрена повестка дня "
        "Совета министров иностранных дел СНГ, который пройдёт 9 июня 2021 года в Минске."
    )
    assert kinds(text, authority)[1:] == ["MultilateralMeeting planned 2021-06-09"]


def test_a_press_conference_after_a_session_has_its_date(authority: Authority) -> None:
    text = (
        "3 мая 2021 года прошло заседание Совета глав государств СНГ. На пресс-конференции, организованной после "
        f"заседания, {MINISTER} сообщил об итогах."
    )
    assert kinds(text, authority) == ["Summit held 2021-05-03", "Briefing held 2021-05-03"]


def test_what_is_said_in_a_letter_is_the_senders(authority: Authority) -> None:
    text = (
        f"3 мая 2021 года {MINISTER} направил письмо послу Китая Петру Пробову. "
        "В письме говорится, что минувший год принёс много успехов в торговле."
    )
    assert [f"{s.speaker} {s.act}" for s in facts(text, authority).statements] == ["p1 praise"]


def test_what_stands_before_about_that_is_the_speakers(authority: Authority) -> None:
    text = "Озеро станет чище. Об этом сообщил министр обороны Казахстана Иван Тестов."
    assert [f"{s.speaker} {s.act}" for s in facts(text, authority).statements] == ["p1 inform"]


def test_a_quotation_after_a_colon_goes_on(authority: Authority) -> None:
    text = "Иван Тестов, министр обороны Казахстана: «Мы построили новый мост. Работа шла весь прошлый год без отдыха»."
    assert [str(s.speaker) for s in facts(text, authority).statements] == ["p1", "p1"]


def test_a_memorandum_is_signed_by_people_or_between_bodies(authority: Authority) -> None:
    by = "3 мая 2021 года меморандум подписан министром обороны Казахстана Иваном Тестовым."
    assert kinds(by, authority) == ["Signing held 2021-05-03"]
    between = "3 мая 2021 года между Секретариатом ШОС и Секретариатом ОДКБ подписан меморандум."
    found = facts(between, authority)
    assert named(found, "e1") == {"SCO Secretariat", "CSTO Secretariat"}


def test_everybody_on_a_list_takes_part(authority: Authority) -> None:
    text = (
        "3 мая 2021 года прошел семинар. В нем приняли участие делегации из Индии, Китая и Казахстана. "
        f"К участникам семинара обратился {MINISTER}."
    )
    assert named(facts(text, authority), "e1") == {"IN", "CN", "Иван Тестов"}


def test_an_envoy_hands_over_credentials(authority: Authority) -> None:
    text = f"3 мая 2021 года посол Китая Петр Пробов вручил верительные грамоты Ивану Тестову, {MINISTER[:24]}у."
    assert kinds(text, authority) == ["Ceremony held 2021-05-03"]


def test_a_sideline_is_an_event_of_its_own(authority: Authority) -> None:
    text = f"3 мая 2021 года на полях саммита ШОС {MINISTER} встретился с послом Китая Петром Пробовым в Астане."
    found = facts(text, authority)
    assert [(str(e.type), e.main) for e in found.events] == [("Summit", False), ("Meeting", True)]
