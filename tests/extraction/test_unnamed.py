"""Officials given by post alone: inferred from the tables, and never among those whom the text names."""

from __future__ import annotations

import pytest

from sco_graph.authority import Authority, load
from sco_graph.corpus import from_text
from sco_graph.extraction import explain, extract
from sco_graph.graph.store import Store
from sco_graph.graph.validation import validate
from sco_graph.model import Document, Facts
from sco_graph.records import facts_to_json


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load()


def read(
    authority: Authority, text: str, language: str, published: str | None = "2020-04-29"
) -> tuple[Document, Facts]:
    document = from_text(text, language=language, published=published)
    return document, extract(document, authority)


def implied(authority: Authority, text: str, language: str, published: str | None = "2020-04-29") -> dict[str, str]:
    """The words of each post that stands alone, with the slug of its holder."""
    _, facts = read(authority, text, language, published)
    keys = {holder.id: holder.key for holder in facts.implied}
    return {
        e.quote: keys[e.subject].removeprefix("official/")
        for e in facts.evidence
        if e.subject in keys and e.property == "mention"
    }


@pytest.mark.parametrize(
    ("language", "text", "words", "who"),
    [
        ("en", "The Kazakh foreign minister spoke.", "Kazakh foreign minister", "mukhtar-tleuberdi"),
        (
            "en",
            "It was said by the Foreign Minister of Uzbekistan.",
            "Foreign Minister of Uzbekistan",
            "abdulaziz-kamilov",
        ),
        ("en", "China's foreign minister spoke.", "China's foreign minister", "wang-yi"),
        (
            "ru",
            "Министр иностранных дел Казахстана выступил.",
            "Министр иностранных дел Казахстана",
            "mukhtar-tleuberdi",
        ),
        ("ru", "Он беседовал с главой МИД Узбекистана.", "главой МИД Узбекистана", "abdulaziz-kamilov"),
        ("ru", "От имени Генерального секретаря ШОС.", "Генерального секретаря ШОС", "vladimir-norov"),
        ("zh", "中国外长在会谈中表示欢迎。", "中国外长", "wang-yi"),
        ("zh", "上合组织秘书长表示欢迎。", "上合组织秘书长", "vladimir-norov"),
    ],
)
def test_the_tables_name_the_holder(authority: Authority, language: str, text: str, words: str, who: str) -> None:
    assert implied(authority, text, language) == {words: who}


def test_the_date_of_the_sentence_decides(authority: Authority) -> None:
    text = "В 2014 году глава МИД Казахстана посетил Бишкек. Глава МИД Казахстана выступил вновь."
    assert list(implied(authority, text, "ru").values()) == ["erlan-idrissov", "mukhtar-tleuberdi"]
    assert implied(authority, "The Kazakh foreign minister spoke.", "en", published=None) == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chinese Foreign Minister Wang Yi spoke."),
        ("en", "Wang Yi, Chinese foreign minister, spoke."),
        ("en", "Kazakh Foreign Minister Ivan Testov spoke."),
        ("en", "The deputy Kazakh foreign minister spoke."),
        ("en", "The former Kazakh foreign minister spoke."),
        ("en", "The election of the President of Kazakhstan was held."),
        ("en", "The foreign minister spoke."),
        ("en", "The foreign minister of Freedonia spoke."),
        ("ru", "Министр иностранных дел Казахстана Иван Тестов выступил."),
        ("ru", "Министры иностранных дел Казахстана и Китая выступили."),
        ("ru", "Помощник министра иностранных дел Казахстана выступил."),
        ("ru", "Бывший министр иностранных дел Казахстана выступил."),
        ("ru", "Прошли выборы Президента Казахстана."),
        ("ru", "Академия при Президенте Казахстана."),
        ("zh", "俄罗斯外长拉夫罗夫出席。"),
        ("zh", "哈萨克斯坦副外长出席。"),
        ("zh", "前哈萨克斯坦外长出席。"),
    ],
)
def test_a_name_beside_it_another_post_or_many_are_no_sign(authority: Authority, language: str, text: str) -> None:
    assert implied(authority, text, language) == {}


def test_silence_of_the_tables_is_silence(authority: Authority) -> None:
    assert implied(authority, "The Kazakh foreign minister spoke.", "en", "2093-01-01") == {}
    # Two hold it that year.
    assert implied(authority, "The Kazakh foreign minister spoke.", "en", "2018") == {}


def test_whom_the_text_names_elsewhere_is_not_inferred(authority: Authority) -> None:
    text = "Выступил Ван И, министр иностранных дел Китая. Министр иностранных дел Китая отметил рост торговли."
    document, facts = read(authority, text, "ru")
    assert [official.key for official in facts.officials] == ["official/wang-yi"]
    assert facts.implied == ()
    assert facts_to_json(facts, document)["implied"] == []


def test_a_post_that_many_hold_is_a_weaker_guess(authority: Authority) -> None:
    text = "Первый заместитель Министра иностранных дел Таджикистана выступил."
    _, facts = read(authority, text, "ru")
    [words] = [e for e in facts.evidence if e.property == "mention" and e.subject == "h1"]
    assert (facts.implied[0].key, words.method, words.score) == (
        "official/khusrav-noziri",
        "inferred:only-known-holder",
        0.3,
    )


def test_it_takes_part_in_nothing_and_is_told_as_inferred(authority: Authority) -> None:
    text = "29 апреля 2020 года министр иностранных дел Казахстана провёл переговоры с Генеральным секретарём ШОС."
    document, facts = read(authority, text, "ru")
    record = facts_to_json(facts, document)
    assert record["officials"] == []
    assert all(not actor.startswith("h") for event in record["events"] for actor in event["participants"])
    assert {one["iri"].rpartition("/")[2] for one in record["implied"]} == {"mukhtar-tleuberdi", "vladimir-norov"}
    for one in record["implied"]:
        assert text[one["start"] : one["stop"]] == one["quote"]
        assert (one["method"], one["score"]) == ("inferred:post-holder", 0.5)
    assert any("by post alone: official/vladimir-norov" in line for line in explain(document, facts))


def test_the_graph_has_a_mention_with_the_post_and_without_a_name(authority: Authority) -> None:
    document, facts = read(authority, "The Kazakh foreign minister spoke.", "en")
    query = """SELECT ?who ?post ?quote ?method {
        ?mention sco:mentionOf ?who ; sco:inCapacity ?post ; sco:evidence ?words .
        ?words sco:supports sco:mentionOf ; sco:quote ?quote ; sco:method ?method
        FILTER NOT EXISTS { ?mention sco:name ?name } }"""
    with Store(None) as store:
        store.load_ontology()
        store.load_authority(authority)
        store.replace_document(document, facts)
        [row] = store.select(query).rows
        assert [str(cell).rpartition("/id/")[2] or str(cell) for cell in row] == [
            "official/mukhtar-tleuberdi",
            "post/kz-foreign-minister",
            "Kazakh foreign minister",
            "inferred:post-holder",
        ]
        assert validate(store, [f"https://w3id.org/sco-graph/graph/document/{document.key}"]) == ()
