"""Co-operation of organisations with each other: "взаимодействие между Исполкомом СНГ и Секретариатом ШОС"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ...model import BodyKind
from ..issues import Term
from ..reading import Mention, MentionForm, MentionKind, Reading, Sentence, Token

_NOUNS = frozenset(
    [
        "сотрудничество",
        "взаимодействие",
        "партнерство",
        "отношение",
        "связь",
        "диалог",
        "контакт",
        "взаимодействовать",
        "сотрудничать",
    ]
)
_BETWEEN = 4
"""Tokens between the noun and "между" ("сотрудничества в сфере культуры между")."""
_LONG = 14
"""Tokens from "между" to the second organisation."""
_NEAR = 2
"""Tokens from "с" to the organisation ("взаимодействие с Секретариатом ШОС")."""
_SIDES = frozenset({MentionKind.ORGANISATION, MentionKind.STATE})
_KINDS = frozenset({BodyKind.INTERNATIONAL_ORGANISATION, BodyKind.ORGAN})
_LANDS = frozenset({MentionKind.STATE, MentionKind.PLACE})
_PAIR = 8
"""Tokens in which two states stand: "между Республикой Армения и Республикой Беларусь"."""
_BILATERAL = "bilateral-relations"
_CODE = "ties-between-organisations"


def terms(reading: Reading, sentence: Sentence) -> Iterator[Term]:
    """A term wherever a noun of co-operation is bound by "между" to two international organisations."""
    tokens = reading.tokens
    for at in range(sentence.first, sentence.last):
        if tokens[at].lemma.replace("ё", "е") not in _NOUNS:
            continue
        ahead = range(at + 1, min(at + 2 + _BETWEEN, sentence.last))
        between = next((i for i in ahead if tokens[i].lemma in {"между", "с", "со"}), None)
        if _of_states(reading, sentence, at) or _two_sided(tokens[max(sentence.first, at - _ADJECTIVES) : at]):
            yield _term(reading, at, at + 1, _BILATERAL)
            continue
        if between is None or any(tokens[i].text in {",", ";"} for i in range(at, between)):
            if _of_two(reading, sentence, at):
                yield _term(reading, at, at + 1)
            continue
        if tokens[between].lemma == "между":
            stop = min(between + 1 + _LONG, sentence.last)
            bound = _two(reading, tokens[between].stop, tokens[stop - 1].stop)
        else:
            stop = min(between + 1 + _NEAR + _apposed(reading, between + 1), sentence.last)
            bound = _one(reading, tokens[between].stop, tokens[stop - 1].stop)
        if bound:
            yield _term(reading, at, between + 1)


def _term(reading: Reading, first: int, last: int, code: str = _CODE) -> Term:
    """The term at these tokens."""
    start, stop = reading.tokens[first].start, reading.tokens[last - 1].stop
    pattern = "cooperation_of_organisations" if code == _CODE else "cooperation_of_states"
    return Term(start=start, stop=stop, first=first, last=last, codes=(code,), pattern=pattern)


_SIDED = re.compile(r"[а-яё]+ско-[а-яё]+ск(?:ий|ая|ое|ие|ого|ой|их|ому|им|ую|ими|ом)")
_ADJECTIVES = 3
"""Adjectives before a noun of co-operation among which that of two states stands."""


def _two_sided(words: Sequence[Token]) -> bool:
    """Whether the adjective of two states stands before: "озёрско-речинского политического диалога"."""
    at = next((i for i, t in enumerate(words) if _SIDED.fullmatch(t.text.lower())), None)
    return at is not None and all(t.pos in {"ADJF", "CONJ"} for t in words[at:])


def _of_states(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Whether it is of two states or their capitals: "отношений между Москвой и Минском"."""
    tokens = reading.tokens
    words = [t.text.lower() for t in tokens[at + 1 : min(at + 1 + _NEAR, sentence.last)]]
    first = at + 2 if words[:1] == ["между"] else at + 1
    if first >= sentence.last or any(word in {",", ".", ";"} for word in words[:1]):
        return False
    start, stop = tokens[first].start, tokens[min(first + _PAIR, sentence.last) - 1].stop
    low = bisect_left(reading.mentions, start, key=lambda m: m.start)
    sides = []
    for mention in reading.mentions[low : low + _PAIR]:
        if mention.stop > stop:
            break
        if mention.kind in _LANDS and mention.form is MentionForm.NAME:
            sides.append(mention)
    joined = len(sides) > 1 and reading.document.text[sides[0].stop : sides[1].start].strip() == "и"
    return joined and sides[0].start == start and sides[0].kind is sides[1].kind


def _apposed(reading: Reading, at: int) -> int:
    """Tokens of "партнёрами –" before the organisations themselves."""
    words = [t.text for t in reading.tokens[at : at + 2]]
    return len(words) if words[1:] and words[1] in {"–", "—", "-", ":"} else 0


def _of_two(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Whether it is between two bodies: "отношениям двух структур", "сотрудничество, которое связывает А и Б"."""
    words = [t.text.lower() for t in reading.tokens[at + 1 : min(at + 1 + _CLAUSE, sentence.last)]]
    if words[:1] and words[0] in {"двух", "обеих", "обоих"} and words[1:2] and words[1].startswith(_BODIES):
        return True
    tied = next((i for i, word in enumerate(words) if word.startswith(("связыва", "соединя"))), None)
    if tied is None or words[:1] != [","]:
        return False
    stop = min(at + 2 + tied + _CLAUSE, sentence.last)
    return _two(reading, reading.tokens[at + 1 + tied].stop, reading.tokens[stop - 1].stop)


_CLAUSE = 6
"""Tokens of a short clause that says whose the co-operation is."""
_BODIES = ("структур", "организаци", "объединени", "секретариат")


def _two(reading: Reading, start: int, stop: int) -> bool:
    """Whether an international organisation and somebody not of its family are named between these characters."""
    inside = [m for m in reading.mentions_from(start, stop) if m.kind in _SIDES and m.stop <= stop]
    families = [_family(reading, mention) for mention in inside]
    own = next((family for family in families if family), None)
    return own is not None and any(not own & other for other in families)


def _one(reading: Reading, start: int, stop: int) -> bool:
    """Whether an international organisation is named between these characters."""
    here = reading.mentions_from(start, stop)
    inside = [m for m in here if m.kind is MentionKind.ORGANISATION and m.stop <= stop]
    return any(_family(reading, mention) for mention in inside)


def _family(reading: Reading, mention: Mention) -> frozenset[str]:
    """Acronyms in the key of an international organisation or organ ("RATS-SCO": RATS, SCO); empty for others."""
    body = next((o for o in reading.organisations if o.id == mention.ref and o.kind in _KINDS), None)
    return frozenset(word for word in re.split(r"[ -]", body.code) if word.isupper()) if body else frozenset()
