"""Whether somebody else begins to speak within a sentence."""

from __future__ import annotations

import re

from ...model import Act
from .passages import Passage
from .phrases import Found
from .subjects import Speaker, Verb

_TO_SOMEBODY = frozenset({Act.THANK, Act.CONGRATULATE, Act.EXPRESS_CONCERN})


def takes_over(passage: Passage, named: Speaker, verb: Found[Verb] | None) -> bool:
    """Whether somebody else begins to speak within the sentence: 甲表示……，乙则强调."""
    if verb is None:
        return False
    gap = passage.text[named.stop : verb.start]
    if _LIKEWISE.fullmatch(gap) and verb.value.act in _TO_SOMEBODY:
        return True
    if gap == "对此" and verb.value.act in _ANSWERS:
        return True
    return verb.value.kind == "open" and _AT_ONCE.fullmatch(gap) is not None and "“" not in gap


_LIKEWISE = re.compile(r"(?:也|亦|同样|还)?(?:以同样方式|通过视频|以视频方式|致信|致函)?")
_ANSWERS = frozenset({Act.PRAISE, Act.SUPPORT, Act.AGREE, Act.THANK})
"""Acts by which somebody answers what was said: 对此给予高度评价."""
_AT_ONCE = re.compile(r"(?:先生|女士|阁下)?(?:则|也|还|亦|同样|随后|在(?:致辞|发言|讲话)(?:中|时)?)?")
