"""To which interaction of a sentence its days and places belong."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import InteractionType
from ..drafts import Standing
from ..once import once
from ..reading import MentionKind, Token
from ..triggers import Frame, Trigger
from . import clauses, grammar, standings
from .clauses import ClauseKind
from .passages import Passage

_AHEAD = 9
"""Tokens within which "предстоящей в ноябре" finds its noun."""


@once
def owner(passage: Passage, first: int, last: int) -> Trigger | None:
    """The trigger to which words at these tokens (a date, a place) belong; None where the sentence has none.

    Words between a participle and its noun ("предстоящей в ноябре сессии") belong to that
    noun; words before every trigger to the first that the sentence is about; others to
    the nearest before them, or after them in the same clause.
    """
    able = _holders(passage)
    if not able:
        return None
    if of_the_report(passage, first, able):
        return None
    spoken = [t for t in able if t.first in passage.quoted] if first in passage.quoted else able
    if not spoken:
        return None  # what is said in a quotation is of nothing told outside it
    able = spoken
    ahead = _after_participle(passage, first, last, able)
    if ahead is not None or _of_a_thing(passage, first, last) or _of_what_is_to_come(passage, first, last):
        return ahead
    before = [t for t in able if t.first < first]
    if not before:
        return None if _matter_of_another(passage, last, able[0]) else _leading(passage, able)
    if of_the_heading(passage, first):
        return able[0]
    if _of_a_council(passage, first, before[-1]):
        return None
    before = _agreeing(passage, first, before)
    after = [t for t in able if t.first >= last]
    nearest = before[-1]
    if after and passage.clause(after[0].first) == passage.clause(first) != passage.clause(nearest.first):
        return after[0]
    return _beside(passage, nearest, after) or nearest


def of_the_report(passage: Passage, first: int, able: Sequence[Trigger]) -> bool:
    """Whether words stand in a clause that only says who said it: "встреча будет, заявил 5 мая посол"."""
    clause = passage.clause(first)
    opens = passage.tokens[clause.first : clause.first + 2]
    said = any(clauses.is_finite(t) and t.lemma in _SAYING for t in opens)
    inside = any(clause.first <= t.first < clause.last for t in able)
    return said and clause.first > passage.first and clause.kind is ClauseKind.MAIN and not inside


_SAYING = frozenset(
    {
        "сказать", "заявить", "отметить", "добавить", "сообщить", "сообщать", "подчеркнуть", "рассказать", "пояснить",
        "уточнить", "передать", "передавать", "писать", "информировать",
    }
)  # fmt: skip


def of_the_heading(passage: Passage, first: int) -> bool:
    """Whether words close a heading after a comma: "Выступление на форуме «на полях» сессии, Вена, 5 мая"."""
    verbless = not any(clauses.is_finite(t) for t in passage.tokens[passage.first : passage.last])
    after = any(t.text == "," for t in passage.tokens[max(passage.first, first - 2) : first])
    return verbless and after and passage.index <= _HEADINGS


def _matter_of_another(passage: Passage, last: int, trigger: Trigger) -> bool:
    """Whether a trigger is only what somebody looks at: "5 мая послы рассмотрят повестку дня заседания"."""
    between = passage.tokens[last : trigger.first]
    verb = any(clauses.is_finite(t) and t.lemma.startswith(_LOOKING) for t in between)
    return verb and grammar.case(passage, trigger) == "gent" and any(t.lemma.startswith(_DRAFTS) for t in between)


_HEADINGS = 2
"""Sentences among which a heading stands."""
_LOOKING = ("рассм", "обсуд", "обсужд", "согласов", "подготов", "одобр", "утверд")
_DRAFTS = ("проект", "повестк", "подготовк", "итог", "вопрос", "ход", "документ")


def _of_a_council(passage: Passage, first: int, nearest: Trigger) -> bool:
    """Whether the words stand in "Совет министров, который пройдёт 3 июня": of the body's session, not the trigger."""
    clause = passage.clause(first)
    if standings.sits(passage, clause) is None or nearest.first >= clause.first:
        return False
    body = next((p for p in passage.of_kind(MentionKind.ORGANISATION) if 0 <= clause.first - p.last <= 1), None)
    return body is not None and body.first - nearest.last > 1


def _agreeing(passage: Passage, first: int, before: list[Trigger]) -> list[Trigger]:
    """Of the triggers before a clause with "которой", those whose noun agrees with it, if any does."""
    clause = passage.clause(first)
    ahead = passage.tokens[clause.first : min(clause.first + _RELATIVE, first)]
    which = next((t for t in ahead if t.lemma == "который"), None)
    if clause.kind is not ClauseKind.RELATIVE or which is None or before[-1].first >= clause.first:
        return before
    fit = [t for t in before if _agrees(grammar.head(passage, t), which)]
    return fit or before


def _agrees(noun: Token, which: Token) -> bool:
    if "plur" in (noun.number, which.number):
        return noun.number == which.number
    return noun.gender == which.gender or (which.text.lower() not in _FEMININE and noun.gender != "femn")


_FEMININE = frozenset({"которая", "которой", "которую"})
_RELATIVE = 4
"""Words from the comma to "который": "проведение которой", "в ходе подготовки которого"."""


def _beside(passage: Passage, nearest: Trigger, after: Sequence[Trigger]) -> Trigger | None:
    """What happens "на полях" or "в рамках" of the nearest trigger has the day that stands before its verb."""
    governor = clauses.preposition(passage.tokens, nearest.first, passage.first)
    if governor not in _ABOUT | {"на полях", "в кулуарах", "в рамках", "в ходе"}:
        return None
    same = [t for t in after if passage.clause(t.first) == passage.clause(nearest.first)]
    return next((t for t in same if standings.standing(passage, t) is Standing.HAPPENS), None)


_ABOUT = frozenset({"о", "об", "о повестке", "об итогах", "о результатах", "о ходе", "о подготовке", "о программе"})
"""What something is told of, whose day is not that of the telling: "о повестке саммита 7 октября рассказал"."""


@once
def _holders(passage: Passage) -> list[Trigger]:
    """Triggers to which a date may belong: a mission of observers yields to what it takes part in."""
    mission = InteractionType.ELECTION_OBSERVATION
    others = [t for t in passage.triggers if t.sense.type is not mission or t.sense.frame is not Frame.NOUN]
    if any(standings.hosted(passage, t) is not None for t in others):
        others = [t for t in others if t.sense.frame is not Frame.RECEIVE]
    return others or list(passage.triggers)


def _leading(passage: Passage, able: Sequence[Trigger]) -> Trigger:
    firm = [t for t in able if standings.standing(passage, t) is not Standing.MENTIONED]
    return max(firm, key=lambda t: (standings.standing(passage, t), -t.first), default=able[0])


def _after_participle(passage: Passage, first: int, last: int, able: Sequence[Trigger]) -> Trigger | None:
    before = [t for t in passage.tokens[max(passage.first, first - 2) : first] if t.pos != "PREP"]
    if not before or (before[-1].pos not in {"PRTF", "ADJF"} and before[-1].lemma != "проведение"):
        return None
    if any(t.first <= i < t.last for t in able for i in range(max(passage.first, first - 2), first)):
        return None
    return next((t for t in able if last <= t.first <= last + _AHEAD), None)


def _of_a_thing(passage: Passage, first: int, last: int) -> bool:
    """Whether the words stand between a participle and a noun of its own: "на намеченных на 15 октября выборах"."""
    if first - 2 < passage.first or last + 1 >= passage.last:
        return False
    before, after = passage.tokens[first - 2 : first], passage.tokens[last : last + 2]
    planned = before[0].pos == "PRTF" and before[0].case not in {"nomn", ""} and before[1].lemma == "на"
    return planned and any(t.pos == "NOUN" and t.case == before[0].case for t in after)


def _of_what_is_to_come(passage: Passage, first: int, last: int) -> bool:
    """Whether a participle and a noun that is no trigger stand around: "о предстоящем 15 марта референдуме"."""
    if first - 1 < passage.first or passage.tokens[first - 1].pos not in {"PRTF", "ADJF"}:
        return False
    case = passage.tokens[first - 1].case
    ahead = passage.tokens[last : min(last + _AHEAD, passage.last)]
    noun = next((t for t in ahead if t.pos == "NOUN" and t.text != "года"), None)
    return noun is not None and case not in {"nomn", ""} and noun.case == case
