"""Words become tokens: of the readings of each, the one that its neighbours allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from .. import lexicon
from ..reading import Sentence, Token
from ..tokens import Word
from . import morphology

_DECLINED = frozenset({"NOUN", "ADJF", "PRTF", "NPRO", "NUMR"})


@cache
def government() -> dict[str, frozenset[str]]:
    """Cases that each preposition governs."""
    return {word: frozenset(cases.split()) for word, cases in lexicon.rows("ru", "prepositions", 2)}


def russian(words: Sequence[Word], sentences: Sequence[Sentence]) -> tuple[Token, ...]:
    """Tokens of a Russian text, one for each word."""
    return tuple(token for s in sentences for token in _sentence(words[s.first : s.last]))


def _sentence(words: Sequence[Word]) -> Iterator[Token]:
    governed = government()
    allowed: frozenset[str] | None = None
    held: list[Word] = []  # adjectives that wait for their noun
    for at, word in enumerate(words):
        lower = word.text.lower()
        if lower in governed:
            yield from map(_adjective, held)
            held, allowed = [], governed[lower]
            yield Token(start=word.start, stop=word.stop, text=word.text, lemma=lower, pos="PREP")
        elif lower == "прибыли" and _moves(words, at):
            yield from map(_adjective, held)
            held, allowed = [], None
            yield _token(word, "прибыть", "VERB", "", "plur", "")
        elif lower == "начала" and allowed is None and not held and at and words[at - 1].text.lower() != "начала":
            yield _token(word, "начать", "VERB", "", "sing", "femn")
        elif morphology.is_adjective(word.text) or (held and lower == "и"):
            held.append(word)
        elif held:
            yield from _phrase(held, word, allowed)
            held, allowed = [], None
        else:
            yield _token(word, *_alone(word.text, allowed))
            allowed = None
    yield from map(_adjective, held)


_ARRIVING = frozenset(
    {"министры", "президенты", "главы", "послы", "представители", "делегации", "лидеры", "руководители", "гости"}
)


def _moves(words: Sequence[Word], at: int) -> bool:
    """Whether "прибыли" is the verb, not the noun: a place stands before it, or a preposition after it."""
    after = words[at + 1].text if at + 1 < len(words) else ""
    before = words[at - 1].text if at else ""
    led = after[:1].isupper() or after.lower() in _ARRIVING
    return after.lower() in {"в", "на", "с", "из", "для"} or before.istitle() or led


def _phrase(held: Sequence[Word], word: Word, allowed: frozenset[str] | None) -> Iterator[Token]:
    """Adjectives and the word after them: in agreement if that is possible."""
    agreed = morphology.agreement([*(w.text for w in held if w.text != "и"), word.text], allowed)
    if agreed is None or word.text == "и":
        yield from map(_adjective, held)
        yield _token(word, *_alone(word.text, allowed))
        return
    for adjective in held:
        yield (
            _adjective(adjective) if adjective.text == "и" else _token(adjective, *_as(adjective.text, "ADJF", agreed))
        )
    first = morphology.analyses(word.text)[0]
    declined = first.pos in _DECLINED or allowed
    yield _token(word, *(_as(word.text, "NOUN", agreed) if declined else _likeliest(word.text, allowed)))


_Tags = tuple[str, str, str, str, str]
"""Lemma, part of speech, case, number and gender."""


@lru_cache(maxsize=50_000)
def _alone(text: str, allowed: frozenset[str] | None) -> _Tags:
    """Tags of a word without adjectives before it, in one of the cases that are allowed if that is possible."""
    agreed = morphology.agreement([text], allowed)
    if text == "и":
        return _AND
    if agreed is not None and (allowed or morphology.analyses(text)[0].pos in _DECLINED):
        return _as(text, "NOUN", agreed)
    return _likeliest(text, allowed)


@lru_cache(maxsize=50_000)
def _as(text: str, pos: str, agreed: tuple[str, str, str]) -> _Tags:
    case, number, gender = agreed
    for reading in morphology.analyses(text):
        same = reading.pos == pos or (pos == "ADJF" and reading.pos in morphology.ADJECTIVES)
        if same and reading.case == case and reading.number == number:
            return reading.lemma, reading.pos, case, number, gender
    return _likeliest(text, None)


_AND = ("и", "CONJ", "", "", "")


def _adjective(word: Word) -> Token:
    return _token(word, *(_AND if word.text == "и" else _likeliest(word.text, None)))


@lru_cache(maxsize=50_000)
def _likeliest(text: str, allowed: frozenset[str] | None) -> _Tags:
    readings = morphology.analyses(text)
    fit = [r for r in readings if allowed is None or not r.case or r.case in allowed]
    best = (fit or readings)[0]
    return best.lemma, best.pos, best.case, best.number, best.gender


def _token(word: Word, lemma: str, pos: str, case: str, number: str, gender: str) -> Token:
    return Token(
        start=word.start, stop=word.stop, text=word.text, lemma=lemma, pos=pos, case=case, number=number, gender=gender
    )
