"""Words become tokens: of the readings of each, the one that its neighbours allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

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
    allowed: frozenset[str] | None = None
    held: list[Word] = []  # adjectives that wait for their noun
    for at, word in enumerate(words):
        lower = word.text.lower()
        if lower in government():
            yield from map(_adjective, held)
            held, allowed = [], government()[lower]
            yield Token(start=word.start, stop=word.stop, text=word.text, lemma=lower, pos="PREP")
        elif lower == "прибыли" and _moves(words, at):
            yield from map(_adjective, held)
            held, allowed = [], None
            yield _token(word, "прибыть", "VERB", "", "plur", "")
        elif lower == "начала" and allowed is None and not held and at and words[at - 1].text.lower() != "начала":
            yield _token(word, "начать", "VERB", "", "sing", "femn")
        elif morphology.is_adjective(word.text) or (held and lower == "и"):
            held.append(word)
        else:
            yield from _phrase(held, word, allowed)
            held, allowed = [], None
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
    if agreed is None and held:
        yield from map(_adjective, held)
        held, agreed = [], morphology.agreement([word.text], allowed)
    if agreed is None or word.text == "и":
        yield _adjective(word) if word.text == "и" else _likeliest(word, allowed)
        return
    case, number, gender = agreed
    for adjective in held:
        yield _adjective(adjective) if adjective.text == "и" else _as(adjective, "ADJF", case, number, gender)
    noun = _as(word, "NOUN", case, number, gender)
    first = morphology.analyses(word.text)[0]
    yield noun if first.pos in _DECLINED or allowed else _likeliest(word, allowed)


def _as(word: Word, pos: str, case: str, number: str, gender: str) -> Token:
    for reading in morphology.analyses(word.text):
        same = reading.pos == pos or (pos == "ADJF" and reading.pos in morphology.ADJECTIVES)
        if same and reading.case == case and reading.number == number:
            return _token(word, reading.lemma, reading.pos, case, number, gender)
    return _likeliest(word, None)


def _adjective(word: Word) -> Token:
    return _token(word, "и", "CONJ", "", "", "") if word.text == "и" else _likeliest(word, None)


def _likeliest(word: Word, allowed: frozenset[str] | None) -> Token:
    readings = morphology.analyses(word.text)
    fit = [r for r in readings if allowed is None or not r.case or r.case in allowed]
    best = (fit or readings)[0]
    return _token(word, best.lemma, best.pos, best.case, best.number, best.gender)


def _token(word: Word, lemma: str, pos: str, case: str, number: str, gender: str) -> Token:
    return Token(
        start=word.start, stop=word.stop, text=word.text, lemma=lemma, pos=pos, case=case, number=number, gender=gender
    )
