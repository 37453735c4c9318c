"""Councils and other organs that a text calls by the name of their organisation and a few words, or by these alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Key
from ..knowledge import Knowledge

COUNCIL = (
    r"(?:国家元首|元首|外长|外交部长|总理|政府首脑|政府首脑（总理）|国防部长|防长|国家协调员|内务部长|集体安全|常设|最高)理事会|"
    r"高官委员会|执行委员会|执委会|协调员理事会|首脑理事会|(?:外长|总理|元首|政府首脑)会议|外长会(?![谈晤见面议])|总理会(?![谈晤见面议])"
)
"""What the organs are called whose full names the tables have."""

_SAID = {
    "外长": "外交部长", "外交部长": "外长", "元首": "国家元首", "国家元首": "元首",
    "防长": "国防部长", "国防部长": "防长",
    "协调员": "国家协调员", "首脑理事会": "国家元首理事会", "外长会": "外交部长理事会", "外长会议": "外交部长理事会",
    "总理会议": "政府首脑（总理）理事会",
    "政府首脑会议": "政府首脑（总理）理事会", "元首会议": "国家元首理事会", "总理会": "政府首脑（总理）理事会",
    "总理": "政府首脑（总理）", "政府首脑": "政府首脑（总理）", "执委会": "执行委员会", "执行委员会": "执委会",
}  # fmt: skip
"""Words of a council's name, and others for the same."""


def organ(word: str, owner: str, known: Knowledge) -> str:
    """Key of the organ that an organisation calls by a word: in Chinese its name stands before it; empty if unknown."""
    for name in known.index.names_of(Key(owner), "zh"):
        for said in _forms(word.removeprefix("成员国")):
            for member in ("", "成员国"):
                found = known.index.find(f"{name.text}{member}{said}", "body")
                if found:
                    return str(found[0])
    return ""


def _forms(word: str) -> Iterator[str]:
    """A word and the same in other words: 外长理事会 and 外交部长理事会."""
    yield word
    for said in sorted(_SAID, key=len, reverse=True):
        if word.startswith(said) and not (said.endswith(("会", "会议")) and word != said):
            yield _SAID[said] + word[len(said) :]
            return


_WHOLE = re.compile(rf"(?:成员国)?(?:{COUNCIL})")


def is_council(words: str) -> bool:
    """Whether words are only what a council is called: 成员国外长理事会."""
    return _WHOLE.fullmatch(words) is not None
