"""Interactions told by what people do, with no noun for them: "собрались министры стран", "А и Б обсудили"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model import InteractionType
from ..drafts import Part
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


def groups(passage: Passage, trigger: Trigger, cases: frozenset[str] = _SUBJECTS) -> tuple[Found[str], ...]:
    """Plural nouns for people who meet, in these cases, in the clause of a trigger: "министры", "главы государств"."""
    clause = passage.clause(trigger.first)
    return tuple(
        g
        for g in grammar.found(passage, "groups", clause.first, clause.last)
        if g.value in {"many", "meet", "leaders"} and _plural(passage, g, cases)
    )


def _plural(passage: Passage, group: Found[str], cases: frozenset[str]) -> bool:
    token = passage.tokens[group.first]
    readings = morphology.analyses(token.text)
    plural = token.number == "plur" or any(r.number == "plur" and r.case in cases for r in readings)
    if not plural or any(p.first < group.first < p.last for p in passage.parties):
        return False
    before = passage.tokens[group.first - 1] if group.first > passage.first else None
    if before is not None and before.pos == "PREP":
        return False
    able = token.case in cases or token.number != "plur" or ("nomn" in cases and grammar.may_be_nominative(passage, group.first))
    named = any(p.kind is MentionKind.OFFICIAL and p.first <= group.first < p.last for p in passage.parties)
    return able and not named


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


def told(passage: Passage, trigger: Trigger, parts: Sequence[Part]) -> bool:
    """Whether the words of a verb of talking or gathering tell of an interaction by themselves.

    A talk needs two people; a gathering a group, a body that sits, or several people; neither a noun
    for it in the same clause, which then tells of it.
    """
    if trigger.sense.frame not in {Frame.TALK, Frame.GATHER}:
        return not _all_of_them(passage, trigger, parts)
    people = {p.ref for p in parts if p.ref.startswith("p")}
    if _named(passage, trigger):
        return False
    if trigger.sense.frame is Frame.TALK:
        return len(people) >= _TWO
    if trigger.pattern.startswith("подвести"):
        return any(g.value == "leaders" for g in groups(passage, trigger))
    return bool(groups(passage, trigger)) or len(people) > _TWO or _sits(passage, trigger, parts)


def _all_of_them(passage: Passage, trigger: Trigger, parts: Sequence[Part]) -> bool:
    """Whether the members of a session only talk with each other: "лидеры поговорили в узком составе", with no date."""
    if trigger.sense.frame is not Frame.WITH or passage.dates or passage.index == 0:
        return False
    return any(len(p.refs) > _TWO for p in _who(passage, parts)) and len({p.start for p in parts}) == 1


def _who(passage: Passage, parts: Sequence[Part]) -> tuple[Party, ...]:
    """The mentions of the sentence that give these parts."""
    starts = {part.start for part in parts}
    return tuple(p for p in passage.of_kind(MentionKind.OFFICIAL) if p.start in starts)


def of_members(passage: Passage, trigger: Trigger, parts: Sequence[Part]) -> InteractionType | None:
    """What a mention of more than two makes of a talk: "лидеры встречались" is a summit, of ministers no more than a session."""
    joint = next((p for p in _who(passage, parts) if len(p.refs) > _TWO), None)
    if joint is None or trigger.sense.frame not in {Frame.WITH, Frame.TALK} or trigger.sense.type is not T.MEETING:
        return None
    words = grammar.found(passage, "groups", joint.first, joint.last)
    return T.SUMMIT if any(g.value == "leaders" for g in words) else T.MULTILATERAL_MEETING


def without_idle(passage: Passage) -> Passage:
    """The passage without verbs of gathering and talking whose noun stands beside them: "Совещание собралось 5 мая"."""
    kept = tuple(
        t for t in passage.triggers if t.sense.frame not in {Frame.TALK, Frame.GATHER} or not _named(passage, t)
    )
    return passage if len(kept) == len(passage.triggers) else replace(passage, triggers=kept)


def _sits(passage: Passage, trigger: Trigger, parts: Sequence[Part]) -> bool:
    body = any(p.ref.startswith("o") for p in parts)
    return body and passage.tokens[trigger.first].lemma.startswith(("засе", "собрат", "собират"))


def _named(passage: Passage, trigger: Trigger) -> bool:
    """Whether a noun in the same clause says what the people came for or held."""
    clause = passage.clause(trigger.first)
    return any(
        t is not trigger
        and clause.first <= t.first < clause.last
        and t.sense.frame in {Frame.NOUN, Frame.RECALL}
        and standings.standing(passage, t) in {standings.Standing.ATTENDED, standings.Standing.HAPPENS}
        for t in passage.triggers
    )


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
