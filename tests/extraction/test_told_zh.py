"""Chinese sentences of the genre, each with the interactions, their participants and roles, and the points made."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_graph.authority import Authority
from sco_graph.corpus import from_text
from sco_graph.extraction import extract
from sco_graph.model import Facts

from .test_told import told


def facts(text: str, authority: Authority, published: str | None = "2021-12-30") -> Facts:
    """Facts of a Chinese text."""
    return extract(from_text(text, language="zh", published=published, source="https://example.org/zh"), authority)


def cases() -> list[tuple[str, tuple[str, ...], str]]:
    """Rows of ``told_zh.tsv``."""
    rows = (Path(__file__).parent / "told_zh.tsv").read_text("utf-8").splitlines()
    cells = [[*row.split("\t"), "", ""][:3] for row in rows if row and not row.startswith("#")]
    return [(text, tuple(e.strip() for e in events.split("||") if e), said) for text, events, said in cells]


@pytest.mark.parametrize(("text", "expected", "said"), cases())
def test_a_sentence_of_the_genre_is_read(text: str, expected: tuple[str, ...], said: str, authority: Authority) -> None:
    found = facts(text, authority)
    assert tuple(line.strip() for line in told(found)) == expected
    names = {str(o.id): o.name for o in found.officials}
    assert " ".join(f"{names[str(s.speaker)]}:{s.act}" for s in found.statements) == said


@pytest.mark.parametrize("text", [case[0] for case in cases()])
def test_quotes_are_the_words_of_the_text(text: str, authority: Authority) -> None:
    found = facts(text, authority)
    assert found.evidence
    assert all(text[e.start : e.stop] == e.quote for e in found.evidence)
    assert sum(event.main for event in found.events) == bool(found.events)


def test_an_interview_is_told_by_who_answers(authority: Authority) -> None:
    text = (
        "上合组织秘书长普罗博夫接受《试验》杂志总编辑王试验专访\n"
        "5月3日，上合组织秘书长普罗博夫接受了专访。\n"
        "王试验：您如何看待反恐合作？请谈谈。\n"
        "普罗博夫：这是一个很好的问题。我们感谢中国的支持。\n"
        "问：未来如何？\n"
        "各方应当加强禁毒合作。"
    )
    found = facts(text, authority)
    (event,) = found.events
    assert (event.type, event.date) == ("Briefing", "2021-05-03")
    assert [(s.act, s.issues) for s in found.statements] == [
        ("praise", ()),
        ("thank", ()),
        ("urge", ("drug-trafficking",)),
    ]


def test_a_quotation_is_said_by_whom_the_words_after_it_name(authority: Authority) -> None:
    text = (
        "上合组织秘书长普罗博夫5月3日出席论坛并致辞。\n"
        "“我们愿意合作。我们支持教育。”普罗博夫说。\n"
        "双方就有关问题交换了意见。\n“这里没有人说话。”"
    )
    found = facts(text, authority)
    assert [(s.act, s.issues) for s in found.statements] == [("pledge", ()), ("support", ("education",))]


def test_a_heading_is_told_again_by_the_text(authority: Authority) -> None:
    text = (
        "中美商务部长会晤：为访问创造条件\n"
        "9月24日，中国商务部部长李测试与美国商务部长普罗博夫举行会谈。\n"
        "部长们指出，双边贸易很重要。国家元首表示欢迎。"
    )
    found = facts(text, authority)
    (event,) = found.events
    assert (event.type, event.date, len(found.participations)) == ("Meeting", "2021-09-24", 2)
    assert found.statements[0].act == "agree"


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("亚信举行会议。执行主任普罗博夫致辞。", [("执行主任", "CICA")]),
        ("印度代表在座。外长普罗博夫致辞。", [("外长", "IN")]),
        ("王毅部长讲话。外交部长王毅离开。", [("外交部长", "CN")]),
        ("秘书长普罗博夫致辞。", []),
        ("普罗博夫先生来访。", []),
        ("俄外长普罗博夫来访。", [("外长", "RU")]),
        ("越共中央对外部副部长张试验南会见客人。", [("越共中央对外部副部长", "VN")]),
        ("全国政协副主席王试验出席。", [("全国政协副主席", "CN")]),
    ],
)
def test_where_a_post_is_held(text: str, posts: list[tuple[str, str]], authority: Authority) -> None:
    assert [(post.title, post.org) for post in facts(text, authority).posts] == posts


ACTORS: dict[str, str] = {
    # a summit that its place names is that of the organisation of the text
    "上合组织秘书长普罗博夫表示，愿落实青岛峰会成果。": "Summit None 青岛 SCO",
    "阿富汗总统普罗博夫在青岛峰会上提出倡议。上合组织表示欢迎。": "Summit None 青岛 SCO,普罗博夫",
    "联合国代表团3月5日访问阿富汗。": "Visit 2021-03-05 None UN",
    "上合组织秘书处致函联合国。": "Letter None None SCO Secretariat,UN",
    "上合组织成员国安全会议秘书第十二次会议3月5日在塔什干举行。": (
        "MultilateralMeeting 2021-03-05 塔什干 SCO Meeting of Security Council Secretaries"
    ),
    "上合组织秘书长普罗博夫3月5日会见测试大学学生。": "Meeting 2021-03-05 None 普罗博夫,测试大学",
    "来自印度、中国的专家3月5日在北京举行研讨会。": "Conference 2021-03-05 北京 CN,IN",
    "中国和印度3月5日至8日在孟买举行联合演习。": "Exercise 2021-03-05 孟买 CN,IN",
    "3月5日，李测试部长同印度外长普罗博夫在人民大会堂举行会谈。": "Meeting 2021-03-05 人民大会堂 普罗博夫,李测试",
}


@pytest.mark.parametrize(("text", "expected"), ACTORS.items())
def test_who_takes_part_when_and_where(text: str, expected: str, authority: Authority) -> None:
    found = facts(text, authority)
    names = {str(o.id): o.name for o in found.officials} | {str(o.id): o.code for o in found.organisations}
    (event,) = found.events
    actors = sorted({names.get(str(p.actor), str(p.actor)) for p in found.participations})
    assert f"{event.type} {event.date} {event.place} {','.join(actors)}" == expected
