"""Chinese patterns are tried only where a text has what they need, and find what they would find anywhere."""

from __future__ import annotations

import re

import pytest

from sco_graph.extraction.chinese.phrases import Phrases, compiled, needed
from sco_graph.extraction.lexicon import rows

TABLES = (("triggers", 5), ("issues", 2), ("acts", 3))
PATTERNS = [
    variant.strip() for name, columns in TABLES for row in rows("zh", name, columns) for variant in row[0].split(";")
]
EXAMPLES = "\n".join([*(row[4] for row in rows("zh", "triggers", 5)), *(re.sub(r"\W|\d", "", p) for p in PATTERNS)])


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("会见", ("会见",)),
        ("就..20(交换)?意见", ("意见",)),
        ("(会见|接见了)(?!室)", ("会见", "接见了")),
        ("(外长|(国防)?部长)(会议)?", ("外长", "部长")),
        ("毒品(问题)?|禁毒", ("毒品", "禁毒")),
        ("会[上后]", ("会",)),
        ("第[一二]{1,6}次", ("第",)),
        ("(?<![学协])开会", ("开会",)),
        ("(会)?见?", ()),
        (r"\d+号|(会)?", ()),
    ],
)
def test_what_a_pattern_needs(pattern: str, words: tuple[str, ...]) -> None:
    assert needed(pattern) == words


def test_nothing_is_missed() -> None:
    table = Phrases([(pattern, pattern) for pattern in PATTERNS])
    for line in EXAMPLES.split("\n"):
        found = {(f.start, f.stop, f.pattern) for f in table.all(line)}
        whole = {(m.start(), m.end(), p) for p in PATTERNS for m in re.compile(compiled(p)).finditer(line)}
        assert found == whole


def test_nearly_every_pattern_of_the_lexicon_says_what_it_needs() -> None:
    silent = [pattern for pattern in PATTERNS if not needed(pattern)]
    assert len(silent) * 20 < len(PATTERNS)


def test_one_table_reads_two_texts_in_turn() -> None:
    table = Phrases([("会见", 1), ("访问", 2)])
    assert [f.value for _ in range(2) for text in ("会见了", "访问了") for f in table.longest(text)] == [1, 2, 1, 2]
