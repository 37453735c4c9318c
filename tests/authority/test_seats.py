"""States and bodies from what people write."""

from __future__ import annotations

import pytest

from sco_graph.authority.index import Index
from sco_graph.authority.seats import seat_named, seats_of
from sco_graph.errors import UnknownEntity
from sco_graph.model import Key


@pytest.mark.parametrize(
    ("key", "texts"),
    [
        ("state/CN", "CN cn CHN China Китай Китая КНР 中国 中华人民共和国 state/CN Chinese китайский"),
        ("state/KZ", "KZ KAZ Kazakhstan Казахстане 哈萨克斯坦"),
        ("state/KG", "KG Kyrgyzstan Киргизия Кыргызстана 吉尔吉斯斯坦"),
        ("state/RU", "RU Russia РФ России 俄罗斯"),
        ("body/sco", "SCO sco ШОС 上合组织 上海合作组织 body/sco"),
        ("body/rats-sco", "RATS РАТС RATS-SCO 地区反恐怖机构"),
        ("body/csto", "CSTO ОДКБ"),
        ("body/un", "UN ООН 联合国"),
    ],
)
def test_every_usual_form(index: Index, key: str, texts: str) -> None:
    assert {text: seat_named(index, text) for text in texts.split()} == dict.fromkeys(texts.split(), key)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Russian Federation", "state/RU"),
        ("  Russian   Federation ", "state/RU"),
        ("МИД Китая", "body/cn-mfa"),
        ("Секретариата ШОС", "body/sco-secretariat"),
        ("body/kz-mfa", "body/kz-mfa"),
    ],
)
def test_names_of_several_words(index: Index, text: str, key: str) -> None:
    assert seat_named(index, text) == key


def test_letters_written_as_they_are_tell_homonyms_apart(index: Index) -> None:
    assert (seat_named(index, "Гуам"), seat_named(index, "ГУАМ")) == ("state/GU", "body/guam-organisation")


@pytest.mark.parametrize("text", ["Freedonia", "", "state/XX", "body/nowhere", "Chna"])
def test_nothing_of_the_name(index: Index, text: str) -> None:
    with pytest.raises(UnknownEntity, match=r"at: no state or body is named .*\. \S+"):
        seat_named(index, text)


def test_what_is_nearly_a_name_is_suggested(index: Index) -> None:
    with pytest.raises(UnknownEntity, match=r"Did you mean .*Kazakhstan"):
        seat_named(index, "Kazachstan")
    with pytest.raises(UnknownEntity, match="may be state/GU or body/guam-organisation"):
        seat_named(index, "гуам")


def test_posts_of_an_organ_are_sought_above_it(index: Index) -> None:
    assert seats_of(index, Key("state/CN")) == ("state/CN",)
    assert seats_of(index, Key("body/rats-sco-executive-committee")) == (
        "body/rats-sco-executive-committee",
        "body/rats-sco",
        "body/sco",
    )
