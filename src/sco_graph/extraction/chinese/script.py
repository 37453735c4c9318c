"""Characters under which the lexicon meets a text: simplified, marks in their Chinese form; one for one.

A folded text has the length of the original, so a span of the one is a span of the other.
"""

from __future__ import annotations

import re
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
    for number, quote in enumerate(_STRAIGHT.finditer(text)):
        folded[quote.start()] = "”" if number % 2 else "“"
    return "".join(folded)
