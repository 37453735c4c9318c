"""The noun phrase after a trigger: whose session it is, who is beside it, what a group makes of a meeting."""

from __future__ import annotations

import re

from ...model import InteractionType
from ..phrases import Found
from ..reading import MentionForm, MentionKind
from ..triggers import Trigger
from . import clauses, gatherings, grammar
from .passages import Party, Passage


def phrase(passage: Passage, trigger: Trigger) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Parties of the phrase after the trigger: those in its name ("заседание Совета"), those with "с" or "между".

    The phrase ends at a finite verb or a comma that does not go on with a list.
    """
    of: list[Party] = []
    beside: list[Party] = []
    state = "beside" if passage.tokens[trigger.last - 1].lemma in {"с", "со"} else "of"
    own = next((p for p in passage.parties if p.first <= trigger.first < p.last), None)
    at = max(trigger.last, own.last) if own is not None else trigger.last
    stop = passage.clause(trigger.first).last
    stop = _before_subject(passage, trigger, at, stop) if state == "of" else stop
    joins = True
    while at < stop:
        token = passage.tokens[at]
        party = next((a for a in _named(passage) if a.first <= at < a.last), None)
        if party is not None:
            fits = (joins or not of) and _genitive(party) and _own_name(passage, trigger, party)
            forum = party.kind is MentionKind.ORGANISATION and trigger.sense.type is InteractionType.CONFERENCE
            titled = (forum or party.kind is MentionKind.STATE) and _in_a_title(passage, trigger, party)
            again = grammar.bracketed(passage, party)
            if party.kind is not MentionKind.PLACE and not titled and not again and state == "of" and fits:
                of.append(party)
            elif (party.case == "datv" and trigger.sense.type is InteractionType.PHONE_CALL) or (
                party.kind is not MentionKind.PLACE and state == "beside" and not _within_participle(passage, at)
            ):
                beside.append(party)
            at, joins = party.last, False
            continue
        if (
            clauses.is_finite(token)
            or token.pos == "ADJS"
            or token.text in {";", ":"}
            or _begins_another(passage, at, trigger)
        ):
            break
        if token.text == "," and not _goes_on(passage, at + 1, stop):
            break
        if token.pos == "PREP":
            state = state if _within_participle(passage, at) else _state(passage, at, state)
        elif token.text.lower() in {"и", ","}:
            joins = True
        at += 1
    return tuple(of), tuple(beside)


_ACTING = frozenset({"делегации", "стороны", "участники", "министры", "главы", "представители", "эксперты"})
"""People in the plural who are the subject of a verb in it: "в ходе встречи делегации рассмотрели"."""


def _before_subject(passage: Passage, trigger: Trigger, at: int, stop: int) -> int:
    """Where the subject of the clause begins after a noun in another case, before any preposition; or ``stop``.

    "По положению о миссии Совет согласовал", "в ходе встречи делегации рассмотрели".
    """
    if grammar.case(passage, trigger) in {"nomn", "accs", ""}:
        return stop
    plural = any(clauses.is_finite(t) and t.number == "plur" for t in passage.tokens[at:stop])
    place = at
    while place < stop and passage.tokens[place].pos != "PREP":
        token = passage.tokens[place]
        party = next((a for a in _named(passage) if a.first <= place < a.last), None)
        body = party is not None and party.kind is MentionKind.ORGANISATION and party.case == "nomn"
        opens = body and place == at and not token.text.isupper()
        noun = party is None and token.pos == "NOUN" and token.case == "nomn" and token.text.islower()
        if opens or noun or (plural and token.text in _ACTING):
            return place
        place = party.last if party is not None else place + 1
    return stop


def _begins_another(passage: Passage, at: int, trigger: Trigger) -> bool:
    """Whether another interaction is told of from here on: "визита A, а также проведение заседания B"."""
    joined = passage.tokens[at - 1].lemma in {"также", "проведение"}
    return joined and any(t.first == at and t != trigger for t in passage.triggers)


def _in_a_title(passage: Passage, trigger: Trigger, party: Party) -> bool:
    """Whether the party stands in quotation marks opened after the trigger: «Китай-Евразия»."""
    if trigger.sense.type is InteractionType.SUMMIT:
        return False  # the summit "Central Asia - Freedonia" is one of these states
    words = [t.text for t in passage.tokens[trigger.last : party.first]]
    return any(w in {"«", "“", "„"} for w in words) and not any(w in {"»", "”"} for w in words)


def _within_participle(passage: Passage, at: int) -> bool:
    """Whether a participle in the instrumental, as yet without its person, stands shortly before: "с прибывшим в"."""
    for place in range(at - 1, max(passage.first, at - _PARTICIPLE), -1):
        token = passage.tokens[place]
        if token.pos == "PRTF" and token.case == "ablt":
            people = passage.of_kind(MentionKind.OFFICIAL)
            return not any(place < p.first <= at for p in people) and any(p.first > at for p in people)
    return False


_PARTICIPLE = 7
"""Words that may stand between a participle and the person."""


def _named(passage: Passage) -> tuple[Party, ...]:
    """Parties and places but for states that are only adjectives of another noun ("российских газет")."""
    found = passage.of_kind(*grammar.WHO, MentionKind.PLACE)
    return tuple(p for p in found if p.kind is not MentionKind.STATE or p.form is not MentionForm.ADJECTIVE)


_LOOSE = frozenset(
    {InteractionType.SIGNING, InteractionType.CEREMONY, InteractionType.CONFERENCE, InteractionType.OTHER}
)


def _own_name(passage: Passage, trigger: Trigger, party: Party) -> bool:
    """Whether the party hangs on the event's noun, not on a thing between ("презентация павильона ШОС")."""
    if trigger.sense.type not in _LOOSE or party.kind is MentionKind.OFFICIAL:
        return True
    between = [t for t in passage.tokens[trigger.last : party.first] if t.pos == "NOUN"]
    groups = grammar.found(passage, "groups", trigger.last, party.first)
    return not between or bool(groups) or all(t.lemma.startswith(("государств", "стран")) for t in between)


def _genitive(party: Party) -> bool:
    """Whether the party can hang on the noun: a body or state, or a person in the genitive or without a case."""
    return party.kind is not MentionKind.OFFICIAL or party.case in {"gent", ""}


def _state(passage: Passage, at: int, state: str) -> str:
    """What a preposition makes of the phrase: its parties belong to the name, stand beside, or are out of it."""
    words = passage.text(at, min(at + 2, passage.last))
    if words.startswith("на уровне"):
        return state
    if words.split()[0] in {"с", "со", "между"} or words in {"при участии", "с участием"}:
        return "out" if re.match(r"со? (?:целью|учетом|учётом|тем)", words) else "beside"
    return "out"


def _goes_on(passage: Passage, at: int, stop: int) -> bool:
    """Whether a list goes on after a comma: a party, or "а также", comes soon, with no verb between."""
    for ahead in range(at, min(at + 6, stop)):
        if clauses.is_finite(passage.tokens[ahead]) or passage.tokens[ahead].text == ",":
            return False
        if any(a.first == ahead for a in passage.of_kind(*grammar.WHO)):
            return True
    return False


def _of_a_name(passage: Passage, at: int) -> bool:
    """Whether a group only stands within the name of a body or a post: "председатель Собрания представителей"."""
    return any(p.first < at < p.last and p.kind is not MentionKind.STATE for p in passage.parties)


def _following(passage: Passage, trigger: Trigger) -> tuple[Found[str], ...]:
    return grammar.found(passage, "groups", trigger.last, min(trigger.last + 5, passage.last))


_EACH = frozenset({"двусторонний", "отдельный"})
"""Meetings that somebody has with each of several people."""


def type_of_group(passage: Passage, trigger: Trigger) -> InteractionType | None:
    """What a group makes of a meeting: ministers meet multilaterally, leaders at a summit; None without one."""
    base = trigger.sense.type
    if base not in {InteractionType.MEETING, InteractionType.MULTILATERAL_MEETING, InteractionType.VIDEOCONFERENCE}:
        return None
    clause = passage.clause(trigger.first)
    before = passage.tokens[max(clause.first, trigger.first - 3) : trigger.last]
    if any(t.lemma in _EACH for t in before):
        return None
    after = (
        *(g for g in _following(passage, trigger) if passage.tokens[g.first].case != "nomn"),
        *(
            g
            for g in grammar.found(passage, "groups", clause.first, trigger.first)
            if gatherings.of_states(passage, g.last)
        ),
    )
    plural = [g for g in after if passage.tokens[g.first].number == "plur"]
    if any(g.value == "leaders" for g in plural):
        return InteractionType.SUMMIT
    if any(g.value == "many" and not _of_a_name(passage, g.first) for g in plural):
        return InteractionType.MULTILATERAL_MEETING
    return None
