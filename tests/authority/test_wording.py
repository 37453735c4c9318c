"""Posts from the words that people use for them."""

from __future__ import annotations

import pytest

from sco_graph.authority.index import Index
from sco_graph.authority.seats import seat_named
from sco_graph.authority.wording import posts_called
from sco_graph.errors import UnknownEntity


def called(index: Index, phrase: str, at: str) -> set[str]:
    return {post.removeprefix("post/") for post in posts_called(index, phrase, seat_named(index, at)).posts}


@pytest.mark.parametrize(
    ("at", "post", "phrases"),
    [
        (
            "CN",
            "cn-foreign-minister",
            "foreign-minister|Minister of Foreign Affairs|minister for foreign affairs|Foreign Affairs Minister|"
            "China's Foreign Minister|the Chinese Foreign Minister|Foreign Minister of China|"
            "Minister of Foreign Affairs of the People's Republic of China|министр иностранных дел|"
            "министра иностранных дел КНР|министром иностранных дел Китая|иностранных дел министр|глава МИД|"
            "глава МИД Китая|外长|外交部长|中国外长|中华人民共和国外交部长|Acting Foreign Minister",
        ),
        (
            "SCO",
            "sco-secretary-general",
            "Secretary-General|Secretary General of the SCO|SCO Secretary-General|генсек|Генерального секретаря ШОС|"
            "генеральным секретарём|秘书长|上合组织秘书长|上海合作组织秘书长",
        ),
        (
            "RATS",
            "rats-sco-executive-committee-director",
            "Director|Director of the RATS Executive Committee|Director of RATS|Директор Исполкома РАТС ШОС|"
            "директора Исполнительного комитета РАТС|地区反恐怖机构执委会主任|executive-committee-director",
        ),
        ("RU", "ru-ambassador-to-cn", "Ambassador to China|Russian Ambassador to China|посол России в Китае|驻华大使"),
        ("Секретариат ШОС", "sco-secretary-general", "Secretary-General|秘书长"),
        ("МИД Китая", "cn-foreign-minister", "министр иностранных дел"),
    ],
)
def test_one_post_in_many_words(index: Index, at: str, post: str, phrases: str) -> None:
    assert {p: called(index, p, at) for p in phrases.split("|")} == {p: {post} for p in phrases.split("|")}


def test_a_double_title_is_both_posts(index: Index) -> None:
    both = called(index, "Deputy Prime Minister and Minister of Foreign Affairs", "KZ")
    assert "kz-foreign-minister" in both
    assert called(index, "Министр иностранных дел и министр обороны", "RU") == {
        "ru-foreign-minister",
        "ru-defence-minister",
    }


def test_a_deputy_is_no_minister(index: Index) -> None:
    for phrase in ("Deputy Foreign Minister", "замминистра иностранных дел", "副外长"):
        assert "cn-foreign-minister" not in called(index, phrase, "CN")
    for phrase in ("Foreign Minister", "министр иностранных дел", "外长"):
        assert "cn-deputy-foreign-minister" not in called(index, phrase, "CN")


def test_heads_of_government_stand_for_each_other(index: Index) -> None:
    asked = posts_called(index, "Prime Minister", seat_named(index, "KG"))
    assert (asked.posts, asked.alike) == (("post/kg-prime-minister",), ("post/kg-cabinet-chairman",))
    assert posts_called(index, "премьер-министр", seat_named(index, "CN")).alike == ("post/cn-premier",)


def test_a_president_is_no_supreme_leader(index: Index) -> None:
    assert called(index, "president", "IR") == called(index, "President", "IR") == {"ir-president"}


@pytest.mark.parametrize(
    ("phrase", "at", "message"),
    [
        ("Foreign Ministr", "CN", "Did you mean Foreign Minister"),
        ("Министр иностраных дел", "CN", "Did you mean .*инистр иностранных дел"),
        ("Grand Duke", "CN", "Did you mean|Give a title"),
        ("Foreign Minister of China", "KZ", "no kind of post"),
        ("Foreign Minister", "SCO", "is no post at"),
        ("Ambassador of Russia", "CN", "no kind of post"),
        ("", "CN", "no kind of post"),
    ],
)
def test_words_that_name_no_post_there(index: Index, phrase: str, at: str, message: str) -> None:
    with pytest.raises(UnknownEntity, match=message):
        called(index, phrase, at)


def test_a_post_that_no_row_has_is_no_error(index: Index) -> None:
    assert called(index, "Minister of Health", "CN") == called(index, "министр", "CN") == set()
