"""Dates in one-line cases: text, language, then start, end and use of each date found."""

from __future__ import annotations

import pytest

from sco_graph.corpus import find, from_text, read
from sco_graph.extraction import dates
from sco_graph.reading import extract
from sco_graph.resources import folder

CASES = (
    ("29 апреля 2020 года прошла встреча", "ru", ("2020-04-29", None, "when")),
    ("заседание 23-24 июля", "ru", ("2019-07-23", "2019-07-24", "when")),
    ("с 31 мая по 2 июня 2015 года", "ru", ("2015-05-31", "2015-06-02", "when")),
    ("со 2 по 5 мая 2018 года", "ru", ("2018-05-02", "2018-05-05", "when")),
    ("1 апреля с.г. состоялось", "ru", ("2019-04-01", None, "when")),
    ("в июне прошлого года", "ru", ("2018-06", None, "when")),
    ("в ноябре будущего года", "ru", ("2020-11", None, "when")),
    ("Пятнадцатого января состоялось", "ru", ("2019-01-15", None, "when")),
    ("Двадцать третьего мая", "ru", ("2019-05-23", None, "when")),
    ("меморандум от 14 июня 2014 г.", "ru", ("2014-06-14", None, "of-document")),
    ("стратегия до 2025 года", "ru", ("2025", None, "bound")),
    ("председательство в 2018-2019 годах", "ru", ("2018", "2019", "bound")),
    ("учение «Озеро-2021»", "ru", ("2021", None, "when")),
    ("опубликовано 12.06.2018", "ru", ("2018-06-12", None, "when")),
    ("met on 29 April 2020", "en", ("2020-04-29", None, "when")),
    ("from June 3 to 5", "en", ("2019-06-03", "2019-06-05", "when")),
    ("in June", "en", ("2019-06", None, "when")),
    ("2020年4月29日", "zh", ("2020-04-29", None, "when")),
    ("7月23日至24日", "zh", ("2019-07-23", "2019-07-24", "when")),
    ("am 2020-04-29", "de", ("2020-04-29", None, "when")),
)


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_a_date_is_read_with_its_words(text: str, language: str, expected: tuple[str, str | None, str]) -> None:
    document = from_text(text, language=language, published="2019-07-01")
    (found,) = dates.find(document)
    assert (found.date, found.end, str(found.use)) == expected
    assert document.text[found.start : found.stop].strip() == document.text[found.start : found.stop]


@pytest.mark.parametrize("text", ["Сегодня состоялась встреча", "31 февраля", "рост на 12 процентов"])
def test_what_names_no_day_gives_none(text: str) -> None:
    assert dates.find(from_text(text, language="ru", published="2019-07-01")) == ()


def test_without_publication_the_first_full_date_gives_the_year() -> None:
    document = from_text("29 апреля 2020 года прошла встреча. 1 мая пройдёт другая.", language="ru")
    assert [d.date for d in dates.find(document)] == ["2020-04-29", "2020-05-01"]


@pytest.mark.parametrize("language", ["ru", "en", "zh"])
def test_a_lead_is_found_wherever_a_match_begins(language: str) -> None:
    documents = (read(path, root) for path, root in find([folder("data/documents")]))
    samples = " ".join(document.text for document in documents if document.language == language)
    made = (
        "с 5 по 7 мая, со 2 июня 2020 года - в 2021-2022 гг., 12.03.2020 и в мае; 2020-04-29, 5 May, "
        "3月5日至7日, в этом году"
    )
    for rule in dates.rules(language):
        for text in (samples, made, made.upper()):
            leads = None if rule.lead is None else [found.start() for found in rule.lead.finditer(text)]
            assert [m.span() for m in rule.found(text, leads)] == [m.span() for m in rule.pattern.finditer(text)]


@pytest.mark.parametrize("published", ["2016", "2016-11", "2016-11-30"])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "5 мая министр встретился с послом. Накануне, вчера, через два дня и 7-го числа прошли переговоры."),
        ("en", "On 5 May the minister met the ambassador. Yesterday, on Tuesday and the next day, talks were held."),
        ("zh", "5月5日，外长会见大使。次日、当天、昨天和7日举行会谈。"),
    ],
)
def test_a_document_may_be_published_in_a_month_or_year(language: str, text: str, published: str) -> None:
    facts = extract(from_text(text, language=language, published=published))
    assert facts.events
    assert all(event.date is None or event.date.startswith("2016") for event in facts.events)
