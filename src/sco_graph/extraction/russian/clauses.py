"""Clauses of a Russian sentence, told by commas and the words after them: enough to know what hangs on what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from ...light import dataclass
from ..phrases import spelling
from ..reading import Sentence, Token
from . import morphology

_SUBORDINATE = frozenset({"где", "куда", "откуда", "когда", "поскольку", "если", "хотя", "чей"})
_CONTENT = frozenset({"что", "чтобы"})
_DAYS = frozenset({"понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье", "день", "утро"})
_PREDICATES = frozenset({"готовый", "уверенный", "убежденный", "намеренный", "убедить", "согласный"})
"""Adjectives whose short form says what somebody thinks or means to do."""
_REACH = 4
"""How far after a comma "который" may stand: ", в ходе заседания которого"."""


class ClauseKind(StrEnum):
    """How a clause hangs on the sentence."""

    MAIN = "main"
    CONTENT = "content"
    RELATIVE = "relative"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A half-open range of tokens and how it hangs on what stands before it."""

    first: int
    last: int
    kind: ClauseKind


def split(tokens: Sequence[Token], sentence: Sentence) -> tuple[Clause, ...]:
    """Clauses of a sentence in order; together they cover it."""
    starts = [(sentence.first, _first_kind(tokens, sentence))]
    depth = 0
    for at in range(sentence.first, sentence.last):
        depth += (tokens[at].text in "«“(") - (tokens[at].text in "»”)" and depth > 0)
        if tokens[at].text in {",", ";"} and depth == 0 and at + 1 < sentence.last:
            kind = _kind(tokens, at + 1, sentence.last) if tokens[at].text == "," else ClauseKind.MAIN
            kind = kind or (ClauseKind.MAIN if _list_again(tokens, starts[-1], at) else None)
            if kind is ClauseKind.MAIN and _goes_on(tokens, starts[-1], at, sentence.last):
                kind = None
            if kind is not None:
                starts.append((at + 1, kind))
    ends = [start for start, _ in starts[1:]] + [sentence.last]
    return tuple(Clause(first=first, last=last, kind=kind) for (first, kind), last in zip(starts, ends, strict=True))


def _goes_on(tokens: Sequence[Token], begun: tuple[int, ClauseKind], at: int, stop: int) -> bool:
    """Whether the comma stands in a list of subjects: "A, B и C подписали": no verb before, and a plural one after."""
    first, kind = begun
    if _after_a_day(tokens, first, at) and kind is ClauseKind.MAIN and not any(is_finite(t) for t in tokens[first:at]):
        return True
    if tokens[at].text != "," or kind is not ClauseKind.MAIN or any(is_finite(t) for t in tokens[first:at]):
        return False
    verb = next((i for i in range(at + 1, stop) if is_finite(tokens[i])), stop)
    between = tokens[at + 1 : verb]
    return verb < stop and tokens[verb].number == "plur" and any(t.text == "и" for t in between)


def _list_again(tokens: Sequence[Token], begun: tuple[int, ClauseKind], at: int) -> bool:
    """Whether a list of names goes on after a relative clause: "A, который и председательствовал, B и C"."""
    first, kind = begun
    verb = next((i for i in range(first, at) if is_finite(tokens[i])), None)
    if kind is not ClauseKind.RELATIVE or verb is None or tokens[first].lemma != "который":
        return False
    after = tokens[at + 1]
    named = after.text[:1].isupper() or (after.pos == "NOUN" and after.case == "nomn")
    return named and all(t.text[:1].islower() for t in tokens[verb:at])


def _after_a_day(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether the comma ends a date set off from the words before it: "форум два дня, 19 и 20 мая, принимал Каир"."""
    comma = next((i for i in range(at - 1, first, -1) if tokens[i].text == ","), None)
    inner = tokens[comma + 1 : at] if comma is not None else ()
    dated = any(t.text[:1].isdigit() for t in inner)
    return dated and all(t.text[:1].isdigit() or t.lemma in _DATED or t.text in {"–", "-", "—"} for t in inner)


_DATED = frozenset(
    "и год г. январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()  # noqa: SIM905
)


def _first_kind(tokens: Sequence[Token], sentence: Sentence) -> ClauseKind:
    first = tokens[sentence.first]
    return ClauseKind.GERUND if first.pos == "GRND" else ClauseKind.MAIN


def _kind(tokens: Sequence[Token], at: int, stop: int) -> ClauseKind | None:
    """Kind of the clause that begins after a comma; None if the comma only parts members of one."""
    token = tokens[at]
    if token.text.lower() in _CONTENT:
        return ClauseKind.CONTENT
    if token.pos == "GRND":
        return ClauseKind.GERUND
    if token.lemma in _SUBORDINATE or token.pos == "PRTF":
        return ClauseKind.RELATIVE
    for ahead in tokens[at : min(at + _REACH, stop)]:
        if ahead.text in {",", ";"}:
            break
        if ahead.lemma == "который":
            return ClauseKind.RELATIVE
    return _own(tokens, at, stop)


def _own(tokens: Sequence[Token], at: int, stop: int) -> ClauseKind | None:
    """A main clause begins where a finite verb stands before the next comma."""
    for ahead in tokens[at:stop]:
        if ahead.text in {",", ";"}:
            return None
        if is_finite(ahead) or (ahead.pos == "ADJS" and spelling(ahead.lemma) in _PREDICATES):
            return ClauseKind.MAIN
    return None


def is_finite(token: Token) -> bool:
    """Whether the word is a finite verb or a short passive participle."""
    return token.pos in {"VERB", "PRTS"}


REACH = 60
"""Tokens over which words of one clause are bound to each other: a clause may be a line of 100 kB."""


def around(clause: Clause, first: int, last: int) -> tuple[int, int]:
    """The part of a clause that lies near the tokens ``[first, last)``.

    >>> around(Clause(first=0, last=500, kind=ClauseKind.MAIN), 100, 101)
    (40, 161)
    """
    return max(clause.first, first - REACH), min(clause.last, last + REACH)


def verb_of(tokens: Sequence[Token], first: int, last: int) -> int:
    """Index of the finite verb among the words ``[first, last)``; the first of them without one."""
    return next((i for i in range(first, last) if is_finite(tokens[i])), first)


def tense(token: Token) -> str:
    """Tense of a verb: ``past``, ``pres`` or ``futr``; empty for other words.

    >>> tense(Token(start=0, stop=9, text="состоится", lemma="состояться", pos="VERB"))
    'futr'
    """
    if token.pos == "PRTS":
        return "past"
    if token.pos != "VERB":
        return ""
    for reading in morphology.analyses(token.text):
        if reading.pos == "VERB":
            return next((tag for tag in ("past", "futr", "pres") if tag in reading.tags), "")
    return ""


def preposition(tokens: Sequence[Token], at: int, floor: int) -> str:
    """The preposition that governs the noun at this token, across its adjectives and numerals; empty without one.

    Two words of a compound ("в ходе") are given joined: ``в ходе``.
    """
    place, wanted = at - 1, tokens[at].case
    while place >= floor and (_qualifies(tokens[place], wanted) or _passed(tokens[place])):
        place -= 1
    if place < floor:
        return ""
    token = tokens[place]
    if token.pos == "PREP":
        # "Накануне президент встретился": no preposition there, since the noun is in the nominative.
        return "" if wanted == "nomn" and token.lemma in _ADVERBS else token.lemma
    # A noun makes a preposition with the one before it only for a genitive: "в ходе встречи", not "в Москве министр".
    governs = token.pos == "NOUN" and token.text.islower() and wanted in {"gent", "accs", ""}
    governs = governs and token.lemma not in _DAYS
    if governs and token.case not in {"nomn", ""} and place - 1 >= floor:
        before = tokens[place - 1]
        if before.pos == "PREP":
            return f"{before.lemma} {token.text.lower()}"
    return ""


_ADVERBS = frozenset({"накануне", "вблизи", "внутри", "вокруг", "около", "впереди", "позади", "рядом"})
"""Prepositions that are adverbs as well."""


def _qualifies(token: Token, case: str) -> bool:
    """Whether the word is an adjective or numeral that can go with a noun in this case."""
    return token.pos in {"ADJF", "PRTF", "NUMR"} and (not case or not token.case or token.case == case)


def _passed(token: Token) -> bool:
    return token.text in {"«", "»", '"', "“", "”", "№", "-"} or token.text[:1].isdigit()


def words(tokens: Sequence[Token], clause: Clause) -> Iterator[tuple[int, Token]]:
    """Tokens of a clause with their indices."""
    for at in range(clause.first, clause.last):
        yield at, tokens[at]
