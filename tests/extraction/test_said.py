"""Whose the points of a text are, and what is done by them: ways of telling, each in ten wordings."""

from __future__ import annotations

import pytest

from sco_graph.authority import Authority
from sco_graph.vocabulary import guide_code

from .test_events import facts

LEAD = (
    "7 мая 2021 года министр обороны Казахстана Иван Тестов встретился в Астане с министром обороны Индии "
    "Олегом Примеровым. "
)
SAID = (
    "сказал",
    "заявил",
    "отметил",
    "подчеркнул",
    "добавил",
    "указал",
    "заметил",
    "констатировал",
    "резюмировал",
    "говорит",
)
TESTOV, PRIMEROV = "министр обороны Казахстана Иван Тестов", "министр обороны Индии Олег Примеров"


def said(text: str, authority: Authority) -> list[str]:
    """Family names and acts of the statements of a text, in order."""
    found = facts(text, authority, published="2021-12-30")
    names = {o.id: o.name.split()[-1] for o in found.officials}
    return [f"{names[s.speaker]}:{s.act}" for s in found.statements]


@pytest.mark.parametrize("verb", SAID)
def test_a_quotation_is_whose_its_end_says(verb: str, authority: Authority) -> None:
    text = f"{LEAD}\n«Озеро чистое и тихое. Рыбы в нём много. Берега ждут всех соседей», – {verb} {PRIMEROV}."
    assert said(text, authority) == ["Примеров:emphasise"] * 3


@pytest.mark.parametrize("verb", SAID)
def test_a_quotation_after_anothers_words_is_not_theirs(verb: str, authority: Authority) -> None:
    text = (
        f"{LEAD}\nПо словам Ивана Тестова, озеро чистое.\n«Рыбы там живёт мало. Лодок нет вовсе», – {verb} {PRIMEROV}."
    )
    assert said(text, authority) == ["Тестов:emphasise", "Примеров:emphasise", "Примеров:emphasise"]


@pytest.mark.parametrize("verb", SAID)
def test_words_set_off_in_a_quotation_say_who_speaks(verb: str, authority: Authority) -> None:
    text = f"{LEAD}\n«Озеро чистое и тихое, – {verb} {TESTOV}. – Рыбы в нём очень много»."
    assert said(text, authority) == ["Тестов:emphasise"] * 2


@pytest.mark.parametrize("verb", SAID[:-1])
def test_the_subject_stands_behind_words_set_off(verb: str, authority: Authority) -> None:
    text = f"{LEAD}\n«Озеро чистое и тихое», – {verb}, выступая там, {PRIMEROV}. – Рыбы в нём очень много сейчас."
    assert said(text, authority) == ["Примеров:emphasise"] * 2


@pytest.mark.parametrize("verb", SAID[:-1])
def test_he_goes_on_and_is_nobody_named_in_what_was_said(verb: str, authority: Authority) -> None:
    text = (
        f"{LEAD}\n«Министр обороны Казахстана Иван Тестов посетит озеро в мае», – {verb} {PRIMEROV}. "
        "Он добавил, что группа во главе с генералом Петром Пробовым уже на берегу."
    )
    assert [point.split(":")[0] for point in said(text, authority)] == ["Примеров", "Примеров"]


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("письмо", "рассказал"), ("обращение", "напомнил"), ("послание", "сообщил"), ("видеообращение", "пояснил"),
        ("телеграмму", "проинформировал"),
    ],
)  # fmt: skip
def test_what_a_text_tells_is_its_senders(noun: str, verb: str, authority: Authority) -> None:
    gender = "котором" if noun[-1] in "ое" else "которой"
    text = f"{LEAD}Президент Индии Лев Опытов направил участникам {noun}, в {gender} {verb} о работе на озере."
    assert "Опытов:inform" in said(text, authority)


@pytest.mark.parametrize("noun", ["пресс-конференция", "встреча", "беседа", "сессия", "конференция"])
def test_what_is_said_at_a_gathering_is_its_subjects(noun: str, authority: Authority) -> None:
    text = f"{LEAD}Затем состоялась {noun}, на которой {PRIMEROV} сообщил о работе на озере."
    assert said(text, authority) == ["Примеров:inform"]


@pytest.mark.parametrize(
    "done",
    ["выступил на форуме", "прибыл на форум", "приехал в Астану", "посетил выставку", "вышел к гостям", "открыл форум",
     "поднялся на сцену", "занял место у карты", "осмотрел озеро", "взял слово"],
)  # fmt: skip
def test_a_verb_goes_on_with_the_subject_before(done: str, authority: Authority) -> None:
    assert said(f"{LEAD}М{TESTOV[1:]} {done}, выдвинул ряд инициатив.", authority) == ["Тестов:propose"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Индийская сторона предложила собраться снова.", ["Примеров:propose"]),
        ("Казахстанская сторона поддержала эту идею.", ["Тестов:support"]),
        ("Индийская делегация поблагодарила хозяев.", ["Примеров:thank"]),
        ("Представитель Индии выразил надежду на успех.", ["Примеров:express-confidence"]),
        ("Высокий представитель Казахстана призвал не медлить.", ["Тестов:urge"]),
        ("Глава делегации Индии заверил хозяев в поддержке.", ["Примеров:pledge"]),
        ("С его слов, озеро чистое.", ["Примеров:emphasise"]),
        ("Стороны выразили надежду на успех.", ["Тестов:agree"]),
        ("Участники встречи подчеркнули важность мира.", ["Тестов:agree"]),
        ("Главы делегаций отметили пользу учений.", ["Тестов:agree"]),
        ("Министры подтвердили готовность помогать друг другу.", ["Тестов:agree"]),
        ("Собеседники обменялись мнениями, отметив важность мира.", ["Тестов:agree"]),
    ],
)
def test_sides_are_those_who_stand_for_them(words: str, expected: list[str], authority: Authority) -> None:
    text = f"{LEAD}{'Олег Примеров осмотрел озеро. ' if words.startswith('С его') else ''}{words}"
    assert said(text, authority) == expected


@pytest.mark.parametrize(
    ("verb", "act"),
    [("заявил", "emphasise"), ("сообщил", "inform"), ("рассказал", "inform"), ("проинформировал", "inform")],
)
def test_about_that_means_the_sentence_before(verb: str, act: str, authority: Authority) -> None:
    text = f"Озеро между странами очень важно для торговли. Об этом {verb} {TESTOV} на форуме по туризму."
    found = facts(text, authority, published="2021-12-30")
    assert [(str(s.act), s.issues) for s in found.statements] == [(act, ("trade",))]


@pytest.mark.parametrize("verb", SAID)
def test_a_lead_and_its_quotation_are_one_point(verb: str, authority: Authority) -> None:
    text = (
        f"Соседние страны открыли новый причал на большом озере. Об этом сообщил {TESTOV}.\n"
        f"«Наши соседние страны открыли новый причал на большом озере», – {verb} он."
    )
    assert said(text, authority) == ["Тестов:inform"]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("озеро чистое", "emphasise"), ("озеро остаётся чистым", "emphasise"), ("лодки стоят у берега", "emphasise"),
        ("озеро высохло", "inform"), ("лодки вернулись", "inform"), ("озеро замёрзнет", "inform"),
        ("на берегу стоят 40 лодок", "inform"), ("причал построен", "inform"), ("группа вылетит завтра", "inform"),
        ("решение направлено на мир", "emphasise"),
    ],
)  # fmt: skip
def test_what_was_or_will_be_is_told_what_is_is_stressed(words: str, act: str, authority: Authority) -> None:
    assert said(f"{LEAD}Иван Тестов сказал, что {words}.", authority) == [f"Тестов:{act}"]


@pytest.mark.parametrize("label", ["Иван Тестов", "И.Тестов", "Тестов", "И. Тестов", "ИВАН ТЕСТОВ"])
def test_turns_are_whose_name_stands_before_them(label: str, authority: Authority) -> None:
    text = (
        "Министр обороны Казахстана Иван Тестов посетил озеро.\nГазета: Как дела на озере?\n"
        f"{label}: Мы построили там новый причал. Надеемся, что скоро приедут гости."
    )
    assert said(text, authority)[-2:] == ["Тестов:inform", "Тестов:express-confidence"]


@pytest.mark.parametrize("post", ["министр обороны Казахстана", "министр обороны Казахстана, генерал", "министр"])
def test_a_card_says_whose_the_words_below_are(post: str, authority: Authority) -> None:
    lead = "Министр обороны Казахстана Иван Тестов посетил озеро.\n"
    assert said(f"{lead}Иван Тестов, {post}:\nНаш причал готов принять все лодки соседей.", authority)
    assert said(f"{lead}Иван Тестов\n{post}\n«Озеро остаётся тихим и чистым для всех соседей»", authority)


@pytest.mark.parametrize("noun", ["письме", "телеграмме", "послании", "обращении", "поздравлении", "приветствии"])
def test_letters_of_several_are_each_their_own(noun: str, authority: Authority) -> None:
    text = (
        "Президенты Казахстана Иван Тестов и Индии Олег Примеров поздравили президента Кении Льва Опытова с юбилеем.\n"
        f"В {noun} президента Казахстана говорится:\n«Надеюсь, что наши связи окрепнут в новом году».\n"
        f"В {noun} президента Индии говорится:\n«Мы благодарны Вам за помощь и за дружбу»."
    )
    assert said(text, authority)[-2:] == ["Тестов:express-confidence", "Примеров:thank"]


@pytest.mark.parametrize(
    "words",
    ["Участники заслушали доклад Ивана Тестова о работе.", "Заслушана информация Ивана Тестова об итогах года.",
     "Министры приняли к сведению сообщение Ивана Тестова о работе.", "Был заслушан отчёт Ивана Тестова о работе."],
)  # fmt: skip
def test_a_report_heard_is_whose_it_is(words: str, authority: Authority) -> None:
    assert said(f"{LEAD}{words}", authority) == ["Тестов:inform"]


@pytest.mark.parametrize("verb", ["рассказал", "проинформировал", "говорил"])
def test_each_subject_with_its_own_preposition_is_a_point(verb: str, authority: Authority) -> None:
    assert said(f"{LEAD}Иван Тестов {verb} о работе причала и о планах на лето.", authority) == ["Тестов:inform"] * 2
    assert said(f"{LEAD}Иван Тестов {verb} о работе причала и планах на лето.", authority) == ["Тестов:inform"]


@pytest.mark.parametrize("glue", ["причала.По его словам", "причала.Кроме того, он добавил, что"])
def test_a_lost_blank_parts_sentences(glue: str, authority: Authority) -> None:
    rest = ", озеро чистое." if glue.endswith("словам") else " озеро чистое."
    assert len(said(f"{LEAD}Иван Тестов рассказал об открытии нового {glue}{rest}", authority)) == 2


def test_a_broken_line_goes_on(authority: Authority) -> None:
    assert said(f"{LEAD}\nИван Тестов отметил, что\nозеро очень важно для\nвсех соседей.", authority) == [
        "Тестов:emphasise"
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Статья Ивана Тестова, министра обороны Казахстана",
        "Выступление министра обороны Казахстана Ивана Тестова на форуме",
    ],
)
def test_an_article_is_its_authors(title: str, authority: Authority) -> None:
    text = f"{title}\n\nОзеро остаётся важным для всех. Мы открыли там новый причал для наших соседей."
    assert said(text, authority) == ["Тестов:emphasise", "Тестов:inform"]


def test_a_letter_is_whose_name_ends_it(authority: Authority) -> None:
    text = (
        "Участникам форума\nУважаемые друзья!\nВаш форум важен для всех соседей озера. "
        "Уверен, что он пройдёт с пользой.\nИван Тестов, президент Казахстана"
    )
    assert [point.split(":")[1] for point in said(text, authority)] == ["emphasise", "express-confidence"]


@pytest.mark.parametrize("noun", ["Дипломат", "Политик", "Чиновник"])
def test_a_word_for_a_trade_goes_on_with_who_was_told_of(noun: str, authority: Authority) -> None:
    text = f"{LEAD}Олег Примеров осмотрел озеро. {noun} выразил надежду на мир."
    assert said(text, authority) == ["Примеров:express-confidence"]


def test_an_interview_of_dashes_needs_no_word_for_it(authority: Authority) -> None:
    text = (
        "Министр обороны Казахстана Иван Тестов рассказал «Пробе» об озере.\n- Что нового на берегу?\n"
        "- Мы построили там новый причал для лодок."
    )
    assert said(text, authority)[-1] == "Тестов:inform"
    assert len(said(text, authority)) == 2


@pytest.mark.parametrize("title", ["спикера", "министра", "сенатора", "президента", "дипломата", "генсека"])
def test_a_title_alone_has_the_opinion_of_who_spoke(title: str, authority: Authority) -> None:
    text = f"{LEAD}Олег Примеров рассказал о работе. По мнению {title}, озеро чистое и важное для всех."
    assert said(text, authority)[-1].startswith("Примеров:emphasise")


@pytest.mark.parametrize("who", ["участников форума", "экспертов", "журналистов", "наблюдателей"])
def test_an_opinion_of_many_is_nobodys(who: str, authority: Authority) -> None:
    text = f"{LEAD}Олег Примеров осмотрел озеро. По мнению {who}, озеро чистое и важное для всех."
    assert said(text, authority) == []


@pytest.mark.parametrize("verb", ["приглашён", "поздравлен"])
def test_whoever_something_is_done_to_says_nothing(verb: str, authority: Authority) -> None:
    assert said(f"{LEAD}Ранее на форум был {verb} посол Кении Лев Опытов.", authority) == []


@pytest.mark.parametrize("verb", ["заверил", "предложил", "поблагодарил", "пообещал"])
def test_a_verb_behind_a_quotation_decides_what_it_is(verb: str, authority: Authority) -> None:
    acts = {"заверил": "pledge", "предложил": "propose", "поблагодарил": "thank", "пообещал": "pledge"}
    text = f"{LEAD}Олег Примеров рассказал о работе. «Мы идём этим путём все вместе», – {verb} сенатор."
    assert said(text, authority) == ["Примеров:inform", f"Примеров:{acts[verb]}"]


@pytest.mark.parametrize("source", ["официальный сайт страны", "пресс-служба министерства", "корреспондент «Пробы»"])
def test_what_a_source_reports_is_nobodys_point(source: str, authority: Authority) -> None:
    assert said(f"{TESTOV[0].upper()}{TESTOV[1:]} принял посла Кении Льва Опытова, сообщает {source}.", authority) == []


@pytest.mark.parametrize("side", ["казахстанской", "индийской"])
def test_a_passive_on_the_part_of_a_side_is_theirs(side: str, authority: Authority) -> None:
    who = "Тестов" if side.startswith("казах") else "Примеров"
    text = f"{LEAD}С {side} стороны выражена озабоченность ситуацией на озере. Отмечена важность мира."
    assert said(text, authority) == [f"{who}:express-concern", f"{who}:emphasise"]


@pytest.mark.parametrize(
    ("back", "act"), [("С таким предложением выступил", "propose"), ("Такие цифры привёл", "inform")]
)
def test_what_points_back_means_the_sentence_before(back: str, act: str, authority: Authority) -> None:
    text = f"Соседним странам открыт большой причал для торговли. {back} {TESTOV} на форуме по туризму."
    found = facts(text, authority, published="2021-12-30")
    assert [(str(s.act), s.issues) for s in found.statements] == [(act, ("trade",))]


@pytest.mark.parametrize(
    ("words", "issue"),
    [
        ("техническое регулирование и стандартизацию", "trade"), ("маркировку товаров", "trade"),
        ("отношения стратегического партнёрства", "bilateral-relations"), ("предвыборную ситуацию", "elections"),
        ("проект повестки дня очередного заседания Совета глав правительств", "summit-preparation"),
        ("Стратегию экономического развития Содружества", "development-strategy"),
    ],
)  # fmt: skip
def test_terms_of_other_organisations_name_issues(words: str, issue: str, authority: Authority) -> None:
    found = facts(f"{LEAD}Министры обсудили {words}.", authority, published="2021-12-30")
    main = next(event for event in found.events if event.main)
    assert issue in {guide_code(code) for code in main.issues}


@pytest.mark.parametrize(
    "words", ["прошёл хорошую школу дипломатии", "осмотрел авиабазу соседей", "пожелал всем неиссякаемой энергии"]
)
def test_words_of_other_matters_name_no_issue(words: str, authority: Authority) -> None:
    found = facts(f"{LEAD}Олег Примеров {words}.", authority, published="2021-12-30")
    assert not any(event.issues for event in found.events)


def test_what_follows_an_interview_given_is_the_guests(authority: Authority) -> None:
    text = (
        "Министр обороны Казахстана Иван Тестов дал интервью программе «Проба».\nКак министр скажу, что озеро важно "
        "для всех нас.\nПричал на берегу построили соседи."
    )
    assert said(text, authority) == ["Тестов:emphasise", "Тестов:inform"]


@pytest.mark.parametrize("words", ["Собеседники высоко оценили работу и подчеркнули важность мира."])
def test_what_both_say_in_one_sentence_is_one_point(words: str, authority: Authority) -> None:
    assert said(f"{LEAD}{words}", authority) == ["Тестов:agree"]


@pytest.mark.parametrize("verb", ["коснулись", "остановились на", "затронули"])
def test_what_both_only_talked_of_is_no_point(verb: str, authority: Authority) -> None:
    assert said(f"{LEAD}Стороны {verb} вопросы торговли.", authority) == []


@pytest.mark.parametrize("verb", SAID)
def test_names_in_marks_end_no_quotation(verb: str, authority: Authority) -> None:
    text = f'{LEAD}\n"Начинается учение "Озеро" и "Берег". Сегодня ОДКБ, пожалуй, сильна", - {verb} там {PRIMEROV}.'
    assert said(text, authority) == ["Примеров:emphasise"] * 2


@pytest.mark.parametrize("noun", ["публикации", "сообщении", "информации посольства", "релизе"])
def test_what_a_release_is_quoted_for_is_told_by_those_in_it(noun: str, authority: Authority) -> None:
    text = f"{LEAD}«Министр обороны Казахстана поблагодарил гостя, высоко оценив работу», – говорится в {noun}."
    assert said(text, authority)[0] == "Тестов:thank"


def test_a_gerund_goes_with_the_subject_of_its_clause(authority: Authority) -> None:
    text = f"{LEAD}Иван Тестов принял участие в форуме, выдвинув ряд предложений по торговле."
    assert said(text, authority) == ["Тестов:propose"]


def test_what_two_agreed_on_at_their_talks_is_theirs(authority: Authority) -> None:
    text = f"{LEAD}Иван Тестов и Олег Примеров провели встречу, в рамках которой договорились о торговле."
    assert said(text, authority) == ["Тестов:agree"]
