"""Interactions told by what people do, with no noun for them: "собрались министры стран", "А и Б обсудили"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model import InteractionType
from ..drafts import Part, Standing
from ..once import once
from ..phrases import Found
from ..reading import MentionKind
from ..triggers import Frame, Trigger
from . import clauses, grammar, morphology, standings
from .passages import Party, Passage

T = InteractionType
_TWO = 2
_WORDS = 4
"""Words of a title between its head and "стран": "секретари советов безопасности стран"."""
_SUBJECTS = frozenset({"nomn", ""})
_OBJECTS = frozenset({"accs", "gent", ""})


@once
def groups(
    passage: Passage, trigger: Trigger, cases: frozenset[str] = _SUBJECTS, *, named: bool = False
) -> tuple[Found[str], ...]:
    """Plural nouns for people who meet, in these cases, in the clause of a trigger: "министры", "главы государств".

    Those that refer to people named are left out, unless ``named``.
    """
    clause = passage.clause(trigger.first)
    return tuple(
        g
        for g in grammar.found(passage, "groups", *clauses.around(clause, trigger.first, trigger.last))
        if g.value in {"many", "meet", "leaders"} and _plural(passage, g, cases, named=named)
    )


def _plural(passage: Passage, group: Found[str], cases: frozenset[str], *, named: bool) -> bool:
    token = passage.tokens[group.first]
    readings = morphology.analyses(token.text)
    plural = token.number == "plur" or any(r.number == "plur" and r.case in cases for r in readings)
    if not plural or any(p.first < group.first < p.last for p in passage.parties):
        return False
    before = passage.tokens[group.first - 1] if group.first > passage.first else None
    if before is not None and before.pos == "PREP":
        return False
    able = (
        token.case in cases
        or token.number != "plur"
        or ("nomn" in cases and grammar.may_be_nominative(passage, group.first))
    )
    people = any(p.kind is MentionKind.OFFICIAL and p.first <= group.first < p.last for p in passage.parties)
    return able and (named or not people)


def of_states(passage: Passage, at: int) -> bool:
    """Whether it goes on with "государств", "стран", perhaps after a title's genitives: people of many states."""
    for token in passage.tokens[at : min(at + _WORDS, passage.last)]:
        if token.lemma.startswith(("государств", "стран")):
            return True
        if token.case != "gent" or token.pos not in {"NOUN", "ADJF"}:
            return False
    return False


def kind(passage: Passage, found: Sequence[Found[str]]) -> InteractionType | None:
    """Leaders meet at a summit, ministers and experts multilaterally; None for nobody."""
    if any(g.value == "leaders" for g in found):
        return T.SUMMIT
    return T.MULTILATERAL_MEETING if found else None


def met(passage: Passage, trigger: Trigger) -> InteractionType | None:
    """Type of "лидеры встречались": several people in one word, or those of many states, who meet one another."""
    verb = clauses.verb_of(passage.tokens, trigger.first, trigger.last)
    after = passage.text(trigger.last - 1, trigger.last + 1).split()
    if passage.tokens[verb].number != "plur" or {"с", "со"} & set(after):
        return None
    found = groups(passage, trigger, named=True)
    many = [p for p in grammar.subjects(passage, verb) if len(p.refs) > _TWO]
    if any(len(p.refs) == _TWO for p in grammar.subjects(passage, verb)):
        return None  # the two whom the text has named
    nobody = not any(p.kind is MentionKind.OFFICIAL for p in grammar.subjects(passage, verb))
    leaders = nobody and any(g.value == "leaders" for g in found)
    several = leaders or bool(many) or any(of_states(passage, g.last) for g in found)
    return kind(passage, found) if found and several else None


def tells(passage: Passage, trigger: Trigger) -> bool:
    """Whether the words of a verb of talking or gathering tell of an interaction by themselves.

    A talk needs two people; a gathering a group, a body that sits, or several people; neither a noun
    for it in the same clause, which then tells of it.
    """
    if trigger.sense.frame not in {Frame.TALK, Frame.GATHER}:
        return True
    if _named(passage, trigger):
        return False
    verb = clauses.verb_of(passage.tokens, trigger.first, trigger.last)
    if passage.tokens[verb].pos == "INFN" and trigger.sense.frame is Frame.GATHER:
        return bool(passage.dates)  # "собраться предложил в ноябре"
    subjects = grammar.subjects(passage, verb)
    people = {ref for p in subjects if p.kind is MentionKind.OFFICIAL for ref in p.refs}
    if trigger.sense.frame is Frame.TALK:
        return len(people) >= _TWO
    if trigger.pattern.startswith("подвести"):
        return any(g.value == "leaders" for g in groups(passage, trigger))
    body = any(p.kind is MentionKind.ORGANISATION for p in subjects)
    sits = body and passage.tokens[verb].lemma.startswith(("засе", "собрат", "собират"))
    return bool(groups(passage, trigger)) or len(people) > _TWO or sits


def among_themselves(passage: Passage, trigger: Trigger, parts: Sequence[Part]) -> bool:
    """Whether the members of a session only talk with each other: "лидеры поговорили в узком составе", with no date."""
    if trigger.sense.frame not in {Frame.WITH, Frame.TALK} or passage.dates or passage.index == 0:
        return False
    starts = {part.start for part in parts}
    joint = any(len(p.refs) > _TWO and p.start in starts for p in passage.of_kind(MentionKind.OFFICIAL))
    return joint and len(starts) == 1


def without_idle(passage: Passage) -> Passage:
    """The passage without verbs of gathering and talking that tell of nothing: "Совещание собралось 5 мая"."""
    kept = tuple(t for t in passage.triggers if tells(passage, t) and not _denied(passage, t))
    return passage if len(kept) == len(passage.triggers) else replace(passage, triggers=kept)


def _denied(passage: Passage, trigger: Trigger) -> bool:
    """Whether the verb of a trigger is denied: "предупредил, что не приедет"."""
    verb = clauses.verb_of(passage.tokens, trigger.first, trigger.last)
    return clauses.is_finite(passage.tokens[verb]) and passage.text(verb - 1, verb) == "не"


def _named(passage: Passage, trigger: Trigger) -> bool:
    """Whether a noun in the same clause says what the people came for or held."""
    first, last = clauses.around(passage.clause(trigger.first), trigger.first, trigger.last)
    return any(
        t is not trigger
        and first <= t.first < last
        and t.sense.frame in {Frame.NOUN, Frame.RECALL}
        and standings.standing(passage, t) in {Standing.ATTENDED, Standing.HAPPENS}
        for t in passage.triggers
    )


@once
def received(passage: Passage, trigger: Trigger) -> tuple[InteractionType, Party] | None:
    """ "Москва принимала министров стран ШОС": type of the gathering and the city or state that is the subject."""
    found = groups(passage, trigger, _OBJECTS)
    meeting = kind(passage, found)
    clause = passage.clause(trigger.first)
    if meeting is None or trigger.sense.frame is not Frame.RECEIVE:
        return None
    hosts = [
        p
        for p in passage.of_kind(MentionKind.PLACE, MentionKind.STATE)
        if clause.first <= p.first < clause.last
        and p.case in _SUBJECTS | {"accs"}
        and not clauses.preposition(passage.tokens, p.first, passage.first)
        and not any(g.last <= p.first for g in found)
    ]
    return (meeting, hosts[0]) if hosts else None
