"""Characters under which the lexicon meets a text: simplified, marks in their Chinese form; one for one.

A folded text has the length of the original, so a span of the one is a span of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..lexicon import rows

_MARKS = {",": "，", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）", ":": "：", "｡": "。", "．": "."}
_DOTS = "•・‧∙･●﹒"
_DASHES = "–—―－−﹣"
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_FIGURE = re.compile(r"(?<=\d)[,:](?=\d)|https?:\S+")
_STRAIGHT = re.compile(r'"')
HAN = r"[\u4e00-\u9fff]"


@cache
def _table() -> dict[int, str]:
    table = {traditional: simple for simple, forms in rows("zh", "traditional", 2) for traditional in forms}
    table |= _MARKS | dict.fromkeys(_DOTS, "·") | dict.fromkeys(_DASHES, "—")
    table |= {
        "「": "“",
        "」": "”",
        "『": "“",
        "』": "”",
        "﹕": "：",
        "﹐": "，",
        "\u3000": " ",
        "\xa0": " ",
        "〇": "零",
    }
    return str.maketrans(table)


def plain(text: str) -> str:
    """The text folded, character for character.

    >>> plain("上合組織秘書長,「諾羅夫」")
    '上合组织秘书长，“诺罗夫”'
    >>> plain("1,000人")
    '1,000人'
    """
    kept = {at: text[at] for figure in _FIGURE.finditer(text) for at in range(*figure.span())}
    folded = list(text.translate(_table()).translate(_DIGITS))
    for at, mark in kept.items():
        folded[at] = mark
    for at, mark in _paired(text):
        folded[at] = mark
    return "".join(folded)


def _paired(text: str) -> Iterator[tuple[int, str]]:
    """Straight quotation marks as opening and closing ones; within speech after a colon others may stand.

    >>> plain('他说:"这是"上海精神"。"')
    '他说：“这是“上海精神”。”'
    """
    opened: list[bool] = []
    for quote in _STRAIGHT.finditer(text):
        at = quote.start()
        before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
        inner = len(opened) == 1 and opened[0] and before not in _ENDS and after and after not in _MARKED
        if not opened or inner:
            opened.append(before in {":", "："})
            yield at, "“"
        else:
            opened.pop()
            yield at, "”"


_ENDS = frozenset("。！？!?…")
_MARKED = frozenset(",，。；;！？!?）)\n、")
"""Marks before and after a quotation mark that closes."""
