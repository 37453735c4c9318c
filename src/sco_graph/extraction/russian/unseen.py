"""Names that the model does not see: capitalised words that stand where a title wants its holder.

"и Посол Тоголезской Республики Оуро Сама Сад": two words or more after the state of a
title; "с председателем Собрания района Элигеном": one word that no dictionary knows, in
the case of the title. Both are told by the words before them alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ..reading import Token
from ..units import Named, UnitKind
from . import morphology
from .bodies import heads as bodies
from .complements import words
from .posts import head_of_word

_BACK = 14
"""Tokens from a title's head to the name of its holder."""
_LONGEST = 5
"""Words of a name."""
_ENDINGS = {"ablt": ("ом", "ем", "ём", "ым", "ой", "ей"), "datv": ("у", "ю")}


def after_titles(
    tokens: Sequence[Token], states: Collection[tuple[int, int]], taken: Collection[int]
) -> Iterator[Named]:
    """Names after titles, given where states are named and which tokens are names already."""
    ends = {last for _, last in states}
    at = 0
    while at < len(tokens):
        last = _run(tokens, at, taken)
        whole = last - at > 1 and _state_before(tokens, at, ends) and _head_before(tokens, at) is not None
        if whole or (last - at == 1 and _agrees(tokens, at)):
            yield Named(first=at, last=last, kind=UnitKind.PERSON, ref="", method="rule:after_title")
        at = max(last, at + 1)


def named_again(tokens: Sequence[Token], people: Sequence[Named], taken: Collection[int]) -> Iterator[Named]:
    """Family names alone, of people whom the text names in full elsewhere: a heading's "Иванов поздравил Петрова"."""
    families = {tokens[n.last - 1].lemma for n in people if n.last - n.first > 1}
    for at, token in enumerate(tokens):
        if at not in taken and token.lemma in families and len(token.text) >= _FAMILY and _capital(token):
            yield Named(first=at, last=at + 1, kind=UnitKind.PERSON, ref="", method="rule:named_again")


def sources(tokens: Sequence[Token]) -> Iterator[Named]:
    """Agencies named as the source that the tables lack: "сообщает РБК-Проба со ссылкой на"."""
    for at, token in enumerate(tokens):
        if not at or not _AGENCY.fullmatch(token.text):
            continue
        before = tokens[at - 1]
        told = before.pos == "VERB" and before.lemma in _TELLING
        if told or before.lemma in _MEDIA or (before.text.lower() == "на" and tokens[at - 2].lemma == "ссылка"):
            yield Named(first=at, last=at + 1, kind=UnitKind.BODY, ref=f"new/{token.text}", method="rule:source")


_AGENCY = re.compile(
    r"[А-ЯЁA-Z]{2,}(?:-[А-ЯЁ][а-яё]+|[a-z]+)|[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[А-ЯЁ]{3,}\.[a-zA-Zа-яА-Я]{2,5}"
)
"""Names of agencies that no word of the language is: "РБК-Проба", "KZinform"."""
_TELLING = frozenset({"сообщать", "сообщить", "передавать", "передать", "писать", "информировать", "заявить"})
_MEDIA = frozenset({"агентство", "издание", "портал", "информагентство", "газета", "телеканал", "корреспондент"})

_FAMILY = 5
"""Letters of a family name that is no word by chance."""


def _run(tokens: Sequence[Token], at: int, taken: Collection[int]) -> int:
    """End of the capitalised words from this token that are no names yet."""
    last = at
    while last < min(at + _LONGEST, len(tokens)) and last not in taken and _capital(tokens[last]):
        last += 1
    return last


def _capital(token: Token) -> bool:
    word = token.text.replace("-", "")
    if not word.isalpha() or not token.text[0].isupper() or len(word) < 2 or word.isupper():
        return False
    lemma = token.lemma
    return head_of_word(lemma) is None and lemma not in bodies() and lemma not in words("courtesy")


def _state_before(tokens: Sequence[Token], at: int, ends: Collection[int]) -> bool:
    """Whether a state stands right before, or with its short name in brackets ("Тоголезской Республики (Того)")."""
    if at in ends:
        return True
    return at >= 3 and tokens[at - 1].text == ")" and tokens[at - 3].text == "(" and at - 3 in ends


def _head_before(tokens: Sequence[Token], at: int) -> Token | None:
    """The head of the title before this token, with no comma, verb or end of a sentence between.

    A plural in the genitive belongs to the name of a body: "председателем Собрания народных представителей".
    """
    for back in range(at - 1, max(-1, at - 1 - _BACK), -1):
        token = tokens[back]
        if token.text in {",", ";", ":", ".", "«", "»"} or token.pos in {"VERB", "PRTS", "GRND", "INFN"}:
            return None
        if head_of_word(token.lemma) is not None and not (token.number == "plur" and token.case == "gent"):
            return token
    return None


def _agrees(tokens: Sequence[Token], at: int) -> bool:
    """Whether an unknown word has the ending that the case of the title before it asks for, after a genitive."""
    word, before = tokens[at].text, tokens[at - 1] if at else None
    if before is None or morphology.is_known(word) or len(word) < 4 or before.pos != "NOUN":
        return False
    head = _head_before(tokens, at)
    if head is None or head is before or head.number != "sing" or before.case not in {"gent", ""}:
        return False
    return word.endswith(_ENDINGS.get(head.case, ("\0",)))
