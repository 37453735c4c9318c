"""Verbs of saying, and what the words said make of them: the act of a statement."""

from __future__ import annotations

from ...model import Act
from .. import acts
from ..acts import Kind, Verb
from ..reading import Token
from . import clauses
from .passages import Passage

_ORDER = (
    Act.PROPOSE, Act.URGE, Act.CONDEMN, Act.EXPRESS_CONCERN, Act.PLEDGE, Act.THANK, Act.CONGRATULATE,
    Act.EXPRESS_CONFIDENCE, Act.SUPPORT, Act.PRAISE, Act.EMPHASISE, Act.INFORM,
)  # fmt: skip


def verbs(passage: Passage, first: int, last: int) -> tuple[Verb, ...]:
    """Phrases of saying in a range of tokens, the longest at each place, guards too."""
    return acts.verbs("ru", passage.tokens, first, last)


def by_content(passage: Passage, first: int, last: int, *, strengths: frozenset[str]) -> tuple[Act, str] | None:
    """The act that the words of a range have by themselves, with the pattern that decided; None without one."""
    found = [i for i in acts.contents("ru").all(passage.tokens, first, last) if i.value[1] in strengths]
    if not found:
        return None
    best = min(found, key=lambda item: (_ORDER.index(item.value[0]), item.first))
    return best.value[0], best.pattern


OVER = frozenset({"over"})
MILD = frozenset({"over", "mild"})


def act_of(passage: Passage, verb: Verb, first: int, last: int) -> tuple[Act, str]:
    """The act of a verb with the words ``[first, last)`` that it governs, and the pattern that decided."""
    default = verb.act or Act.INFORM
    if verb.kind in {Kind.FIXED, Kind.NOMINAL}:
        return default, verb.pattern
    if verb.kind is Kind.JOINT:
        return Act.AGREE, verb.pattern
    said = by_content(passage, first, last, strengths=MILD if verb.kind is Kind.OPEN else OVER)
    return said or (by_tense(passage, verb, first, last) if verb.kind is Kind.OPEN else default, verb.pattern)


_THINKS = frozenset({"считать", "полагать", "думать", "признать", "признавать", "подтвердить", "мнение", "убеждение"})
"""Lemmas of open verbs of what somebody holds, whatever the time that it is of."""


def by_tense(passage: Passage, verb: Verb, first: int, last: int) -> Act:
    """The act of an open verb whose words have none: what was, will be or is counted is told, what is, is stressed."""
    default = verb.act or Act.INFORM
    if default is not Act.EMPHASISE or _THINKS & {t.lemma for t in passage.tokens[verb.first : verb.last]}:
        return default
    return held(passage, first, last, (verb.first, verb.last))


def held(passage: Passage, first: int, last: int, without: tuple[int, int] = (0, 0)) -> Act:
    """Whether words tell of what was, will be or is counted (inform), or how things are (emphasise).

    Of a sentence with direct speech only that counts; ``without`` are tokens of who says it.
    """
    inside = [at for at in range(first, last) if at in passage.quoted]
    for at in inside or range(first, last):
        if not without[0] <= at < without[1] and _is_told(passage, at):
            return Act.INFORM
    return Act.EMPHASISE


def _is_told(passage: Passage, at: int) -> bool:
    """Whether a word tells of what was or will be, or counts something else than years."""
    token, after = passage.tokens[at], passage.tokens[at + 1 : at + 2]
    counted = token.text.isdecimal() and not (after and after[0].lemma in {"год", "лет"})
    return counted or (clauses.tense(token) in _TOLD and not _is_state(token))


_TOLD = frozenset({"past", "futr"})
_STATES = frozenset(("направить", "призвать", "связать", "ориентировать", "нацелить", "основать", "заинтересовать"))


def _is_state(token: Token) -> bool:
    """Whether a short participle tells how a thing is, not what was done: "решение направлено на"."""
    return token.pos == "PRTS" and token.lemma in _STATES
