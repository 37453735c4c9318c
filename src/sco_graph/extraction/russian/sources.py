"""Words that say whose a sentence is: "по словам X", "по её мнению", "по данным ведомства X"."""

from __future__ import annotations

import re

from ..reading import MentionKind
from .passages import Party, Passage

_SOURCES = (
    "словам|мнению|оценке|убеждению|признанию|выражению|сведениям|данным|подсчётам|подсчетам|наблюдениям|"
    "утверждению|прогнозу|прогнозам|замыслу|взгляду|замечанию|информации"
)
_ATTRIBUTION = re.compile(
    rf"(?:по (?:его |её |ее )?(?:{_SOURCES})|на (?:его |её |ее )?взгляд|с точки зрения|"
    r"в понимании|со слов|с (?:его|её|ее) слов)$"
)
_KNOWN = re.compile(r"признанию|сведениям|данным|подсч[её]там|наблюдениям|информации")
"""Words of attribution for what somebody knows."""
_THOUGHT = re.compile(r"мнению|убеждению|взгляд|точки зрения|понимании")
"""Words of attribution for what somebody thinks, rather than tells."""


def attribution(passage: Passage) -> Party | None:
    """The official of "по словам ...", "по мнению ..."; None without one."""
    for party in passage.of_kind(MentionKind.OFFICIAL):
        if _ATTRIBUTION.search(passage.text(party.first - 3, party.first)) or (
            party.last - party.first == 1 and _ATTRIBUTION.search(passage.text(party.first - 1, party.last + 1))
        ):
            return party
    return None


_ON = re.compile(
    r"^(?:\W*)(?:(?:но|и|при этом|также|однако) ,? ?)?(?:по (?:его|её|ее|словам "
    r"(?:генсека|политика|дипломата|министра|президента|посла|представителя|главы))|на (?:его|её|ее) взгляд|"
    r"с (?:его|её|ее) слов)\b"
)


_BY_TITLE = re.compile(r"^\W*(?:по|на) (?:словам|мнению|оценке|убеждению|признанию|взгляд) ")
_TITLED = (
    "председател", "министр", "президент", "генсек", "секретар", "директор", "представител", "спикер", "сенатор",
    "глав", "политик", "дипломат", "ректор", "премьер", "вице-", "руководител", "депутат", "генерал",
)  # fmt: skip


def attributed_to_title(passage: Passage) -> bool:
    """Whether a sentence is "по мнению спикера", whoever that is."""
    ahead = passage.tokens[passage.first + 2 : passage.first + 4]
    titled = any(t.lemma.startswith(_TITLED) and t.case == "gent" and t.number == "sing" for t in ahead)
    return titled and _BY_TITLE.match(passage.text(passage.first, passage.first + 4)) is not None


def thinks(passage: Passage) -> bool:
    """Whether a sentence is attributed as what somebody thinks ("по мнению")."""
    return _THOUGHT.search(passage.text(passage.first, passage.first + 6)) is not None


def knows(passage: Passage) -> bool:
    """Whether a sentence is attributed as what somebody knows ("по данным")."""
    return _KNOWN.search(passage.text(passage.first, passage.first + 6)) is not None


def attributed_on(passage: Passage) -> bool:
    """Whether the sentence is said to be "по его словам", with nobody named."""
    return _ON.match(passage.text(passage.first, passage.first + 6)) is not None
