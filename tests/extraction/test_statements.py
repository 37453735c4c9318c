"""Statements in short texts: speaker and act of each."""

from __future__ import annotations

import pytest

from sco_graph.authority import Authority

from .test_events import facts

HEAD = "3 мая 2021 года министр обороны Казахстана Иван Тестов встретился с послом Китая Петром Пробовым. "
CASES: tuple[tuple[str, list[str]], ...] = (
    ("Министр проинформировал о работе.", ["p1 inform"]),
    ("И.Тестов подчеркнул важность торговли.", ["p1 emphasise"]),
    ("И.Тестов подчеркнул, что Казахстан будет и впредь развивать торговлю.", ["p1 pledge"]),
    ("И.Тестов отметил активную работу посольства.", ["p1 praise"]),
    ("И.Тестов поблагодарил посла и предложил провести форум.", ["p1 thank", "p1 propose"]),
    ("И.Тестов выразил уверенность в успехе.", ["p1 express-confidence"]),
    ("И.Тестов выразил соболезнования и пожелал раненым выздоровления.", ["p1 express-concern"]),
    ("И.Тестов призвал к диалогу. П.Пробов поддержал инициативу.", ["p1 urge", "p2 support"]),
    ("«Наша работа была долгой и трудной», — сказал И.Тестов.", ["p1 inform"]),
    ("П.Пробов осудил насилие. Была выражена надежда на мир.", ["p2 condemn", "p2 express-confidence"]),
    ("По словам П.Пробова, работа продолжается.", ["p2 emphasise"]),
    ("Стороны договорились продолжить работу.", ["p1 agree"]),
    ("П.Пробов рассказал о планах. В частности, отметил проведение форума.", ["p2 inform"]),
    ("В сообщении отмечается, что встреча была полезной.", []),
    ("Погода была хорошей.", []),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_statements_have_speaker_and_act(text: str, expected: list[str], authority: Authority) -> None:
    found = facts(HEAD + text, authority)
    assert [f"{s.speaker} {s.act}" for s in found.statements] == expected


def test_a_statement_has_the_issues_of_its_own_words(authority: Authority) -> None:
    found = facts(HEAD + "И.Тестов рассказал о развитии торговли, подчеркнул важность туризма.", authority)
    assert [s.issues for s in found.statements] == [("trade",), ("tourism",)]
    assert {s.event for s in found.statements} == {"e1"}
