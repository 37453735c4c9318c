"""Relations of two states with each other: "партнёрство Москвы и Ташкента", "китайско-индийский диалог"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..issues import Term
from ..reading import MentionKind, Reading, Sentence

_NOUNS = frozenset({"сотрудничество", "взаимодействие", "партнерство", "отношение", "связь", "диалог", "дружба"})
_TWO = re.compile(
    r"[а-яё]+ско-[а-яё]+(?:ский|ская|ское|ские|ского|ской|ских|скому|ским|скими|скую|ском)$", re.IGNORECASE
)
_WORDS = ("торгово-", "научно-", "военно-", "культурно-", "общественно-", "финансово-", "транспортно-")
"""How adjectives begin that join two fields, not two states."""
_BEFORE = 5
"""Tokens from "китайско-индийский" to the noun."""
_BEHIND = 5
"""Tokens from the noun to the states."""
_CODE = "bilateral-relations"
_LANDS = frozenset({MentionKind.STATE, MentionKind.PLACE})


def terms(reading: Reading, sentence: Sentence) -> Iterator[Term]:
    """A term wherever a noun of relations is bound to two states, by an adjective, by "между" or by their genitives."""
    tokens = reading.tokens
    for at in range(sentence.first, sentence.last):
        if tokens[at].lemma.replace("ё", "е") not in _NOUNS:
            continue
        lead = tokens[max(sentence.first, at - _BEFORE) : at]
        joined = any(_TWO.match(t.text) and not t.text.lower().startswith(_WORDS) for t in lead)
        stop = min(at + 1 + _BEHIND, sentence.last)
        if joined or _pair(reading, at + 1, stop):
            start = tokens[at].start
            yield Term(
                start=start,
                stop=tokens[at].stop,
                first=at,
                last=at + 1,
                codes=(_CODE,),
                pattern="relations_of_states",
            )


def _pair(reading: Reading, first: int, stop: int) -> bool:
    """Whether two states or their capitals, joined by "и" or "с", are all that stands behind: "между А и Б"."""
    tokens = reading.tokens
    begun = first + 1 if first < stop and tokens[first].lemma == "между" else first
    if begun >= stop:
        return False
    inside = [
        m
        for m in reading.mentions
        if m.kind in _LANDS and tokens[begun].start <= m.start and m.stop <= tokens[stop - 1].stop
    ]
    if len({m.ref for m in inside}) < len("ab") or inside[0].start != tokens[begun].start:
        return False
    between = reading.document.text[inside[0].stop : inside[1].start].strip().lower()
    return between in {"и", "с", "со"}
