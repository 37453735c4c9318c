"""Posts in English and Chinese, by titles beside names."""

from __future__ import annotations

import pytest

from .conftest import Read

Held = set[tuple[str, str, str]]

CASES: dict[tuple[str, str], Held] = {
    ("en", "SCO Secretary-General Vladimir Norov met Dr. Ann Testova, Director of the OSCE Academy. Mr Norov left."): {
        ("Vladimir Norov", "Secretary-General", "SCO"),
        ("Ann Testova", "Director", "OSCE Academy"),
    },
    ("en", "Foreign Minister of China Wang Yi spoke. Wang Yi, Foreign Minister of China, left."): {
        ("Wang Yi", "Foreign Minister", "CN")
    },
    ("en", "Kazakhstan was the host. Prime Minister Ivan Testov spoke. Then Prime Minister Ivan Testov left."): {
        ("Ivan Testov", "Prime Minister", "KZ")
    },
    ("en", "The Secretary-General spoke. Chinese Ambassador H.E. Ivan Testov left."): {
        ("Ivan Testov", "Ambassador", "CN")
    },
    # the tables know where; without them no seat, no post
    ("en", "Secretary-General Vladimir Norov spoke."): {("Vladimir Norov", "Secretary-General", "SCO")},
    ("en", "Secretary-General Ann Probova left."): set(),
    # a ministry stands within the title
    ("zh", "中国外交部副部长乐玉成会见上合组织秘书长张明。新任秘书长张明表示欢迎。"): {
        ("乐玉成", "外交部副部长", "CN"),
        ("张明", "秘书长", "SCO"),
    },
}


@pytest.mark.parametrize(("case", "expected"), CASES.items())
def test_posts(case: tuple[str, str], expected: Held, read: Read) -> None:
    language, text = case
    reading = read(text, language)

    names = {official.id: official.name for official in reading.officials}
    assert {(names[p.holder], p.title, p.org) for p in reading.posts} == expected
    assert all(text[e.start : e.stop] == e.quote for e in reading.evidence)


def test_persons_and_titles_come_in_the_order_of_the_text(read: Read) -> None:
    reading = read("Chinese Ambassador Ivan Testov met Vladimir Norov.", "en")

    assert [(o.name, o.linked) for o in reading.officials] == [("Ivan Testov", False), ("Vladimir Norov", True)]
