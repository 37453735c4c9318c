"""Reports of many speakers: which event is the main one, who was at it, what was discussed there, what else is told."""

from __future__ import annotations

import pytest

from sco_graph.authority import Authority
from sco_graph.model import Event, Facts
from sco_graph.vocabulary import guide_code

from .test_events import facts

COUNCIL = (
    "7 мая 2021 года в Ташкенте прошло заседание Совета глав государств ШОС. Председательствовал президент Узбекистана "
    "Иван Тестов. В столицу приехали президенты Казахстана Олег Примеров, Таджикистана Пётр Образцов и Кыргызстана "
    "Семён Пробов. "
)


def read(text: str, authority: Authority) -> Facts:
    """Facts of a text published at the end of 2021."""
    return facts(text, authority, published="2021-12-30")


def main(found: Facts) -> Event:
    """The main event."""
    return next(event for event in found.events if event.main)


def names(found: Facts, event: Event) -> set[str]:
    """Family names, codes of bodies and of states that take part in an event in any role."""
    who = {o.id: o.name.split()[-1] for o in found.officials} | {o.id: o.code for o in found.organisations}
    return {who.get(p.actor, str(p.actor)) for p in found.participations if p.event == event.id}


def of(found: Facts, kind: str, date: str | None = None) -> list[Event]:
    """Events of a type, of a date if one is given."""
    return [e for e in found.events if e.type == kind and (date is None or e.date == date)]


def codes(event: Event) -> set[str]:
    """Codes of the guide that an event has."""
    return {code for issue in event.issues if (code := guide_code(issue))}


def test_members_stand_for_their_council(authority: Authority) -> None:
    found = read(COUNCIL, authority)
    assert names(found, main(found)) == {"Тестов", "Примеров", "Образцов", "Пробов"}


def test_what_was_said_was_discussed(authority: Authority) -> None:
    found = read(f"{COUNCIL}Олег Примеров предложил развивать туризм.", authority)
    assert "tourism" in codes(main(found))


def test_of_many_points_only_what_comes_up_again_is_an_issue(authority: Authority) -> None:
    said = "".join(
        f"{who} отметил, что {what}. "
        for who, what in (
            ("Олег Примеров", "торговля растёт"),
            ("Пётр Образцов", "растёт экспорт"),
            ("Семён Пробов", "торговля важна"),
            ("Олег Примеров", "туризм важен"),
            ("Пётр Образцов", "документ принят"),
            ("Семён Пробов", "работа идёт"),
            ("Олег Примеров", "план готов"),
            ("Пётр Образцов", "встреча полезна"),
            ("Семён Пробов", "итоги хороши"),
        )
    )
    found = read(COUNCIL + said, authority)
    assert len(found.statements) > 8
    assert codes(main(found)) == {"trade"}


@pytest.mark.parametrize(
    "told",
    [
        "О повестке саммита ещё 3 мая журналистам рассказал помощник президента России Ефим Макетов.",
        "С журналистами 3 мая побеседовал помощник президента России Ефим Макетов.",
        "Помощник президента России Ефим Макетов 3 мая вышел к журналистам.",
        "Помощник президента России Ефим Макетов 3 мая рассказал журналистам о повестке.",
    ],
)
def test_who_told_journalists_gave_a_briefing_and_was_not_at_the_session(told: str, authority: Authority) -> None:
    found = read(f"{COUNCIL}{told} Он отметил, что документы готовы.", authority)
    (briefing,) = of(found, "Briefing")
    assert (briefing.date, names(found, briefing)) == ("2021-05-03", {"Макетов"})
    assert "Макетов" not in names(found, main(found))


def test_talks_of_two_are_apart_from_the_session_of_many(authority: Authority) -> None:
    found = read(f"{COUNCIL}На полях саммита поговорил Олег Примеров и с Семёном Пробовым.", authority)
    (talk,) = of(found, "Meeting")
    assert names(found, talk) == {"Примеров", "Пробов"}


def test_presidents_of_two_states_are_their_two_presidents(authority: Authority) -> None:
    found = read(f"{COUNCIL}Свою встречу 6 мая провели президенты Казахстана и Таджикистана.", authority)
    (talk,) = of(found, "Meeting", "2021-05-06")
    assert names(found, talk) == {"Примеров", "Образцов"}


def test_members_who_only_talk_hold_no_further_meeting(authority: Authority) -> None:
    found = read(f"{COUNCIL}Сначала лидеры поговорили в узком составе.", authority)
    assert len(found.events) == 1


def test_a_talk_on_the_day_of_the_session_was_where_it_was(authority: Authority) -> None:
    found = read(f"{COUNCIL}Отдельно 7 мая беседовали Олег Примеров и Семён Пробов.", authority)
    (talk,) = of(found, "Meeting")
    assert talk.place_state == "UZ"


def test_nobody_speaks_at_a_summit_of_years_ago(authority: Authority) -> None:
    found = read(
        f"{COUNCIL}Впервые лидеры встречались в Казахстане 14 октября 2011 года. Олег Примеров "
        "предложил создать центр.",
        authority,
    )
    (said,) = found.statements
    assert said.event == main(found).id


def test_a_heading_returns_to_the_main_event(authority: Authority) -> None:
    other = "6 мая под председательством министра иностранных дел Узбекистана Льва Макетова собрался Совет министров. "
    filler = "Подписан документ. " * 12
    found = read(f"{COUNCIL}{other}\n\nРешения\n\nОлег Примеров отметил, что торговля растёт. {filler}", authority)
    assert "trade" in codes(main(found))


def test_a_list_goes_on_after_a_relative_clause(authority: Authority) -> None:
    text = (
        "7 мая 2021 года в Ташкенте прошёл саммит ШОС. За стол сели шесть лидеров: президент Узбекистана Иван Тестов, "
        "который и председательствовал, президент Казахстана Олег Примеров и президент Таджикистана Пётр Образцов."
    )
    found = read(text, authority)
    assert {"Тестов", "Примеров", "Образцов"} <= names(found, main(found))


def test_the_briefing_that_sums_up_what_is_over_is_the_main_event(authority: Authority) -> None:
    text = (
        "Саммит ШОС завершён, и подвёл его итоги, выйдя 7 мая к китайским и иностранным журналистам, "
        "Генеральный секретарь ШОС Иван Тестов."
    )
    found = read(text, authority)
    assert (main(found).type, main(found).date, names(found, main(found))) == ("Briefing", "2021-05-07", {"Тестов"})


def test_hosts_take_part_in_the_conference_that_they_prepared(authority: Authority) -> None:
    text = (
        "Прошла международная конференция. Академия наук Узбекистана приняла её 7 мая 2021 года. Встречу готовили "
        "узбекское Министерство культуры и Центр дружбы «Озёрск»."
    )
    found = read(text, authority)
    assert len(names(found, main(found))) == 3


def test_a_post_names_no_issue(authority: Authority) -> None:
    text = "7 мая 2021 года в Ташкенте прошла встреча. От Ирана в ней участвовал Иван Тестов, министр торговли."
    assert codes(main(read(text, authority))) == set()


def test_what_somebody_means_to_hold_is_planned(authority: Authority) -> None:
    text = (
        "О намерении Генерального секретаря ООН Ивана Тестова провести переговоры с президентом Китая "
        "Олегом Примеровым "
        "сообщил 7 мая 2021 года на брифинге помощник президента России Ефим Макетов."
    )
    found = read(text, authority)
    (talk,) = of(found, "Meeting")
    assert (talk.status, names(found, talk)) == ("planned", {"Тестов", "Примеров"})


def test_credentials_are_handed_to_somebody(authority: Authority) -> None:
    text = "10 марта 2021 года прошла церемония вручения верительных грамот министру обороны Индии Ивану Тестову."
    found = read(text, authority)
    assert names(found, main(found)) == {"Тестов"}
