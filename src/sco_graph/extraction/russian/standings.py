"""How firmly a sentence tells of an interaction: as its predicate, as what somebody attends, in passing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...model import InteractionType
from ..drafts import Standing
from ..once import once
from ..phrases import Found
from ..reading import MentionKind, Token
from ..triggers import Frame, Trigger
from . import attendance, clauses, grammar
from .clauses import Clause, ClauseKind
from .passages import Party, Passage


@once
def happening(passage: Passage, trigger: Trigger) -> Found[str] | None:
    """The verb of the trigger's clause that says that it takes place ("состоялась", "провел")."""
    clause = passage.clause(trigger.first)
    verbs = [
        item
        for item in grammar.found(passage, "happenings", *clauses.around(clause, trigger.first, trigger.last))
        if clauses.is_finite(passage.tokens[item.first]) or passage.tokens[item.first].pos in {"INFN", "GRND"}
    ]
    verbs = [v for v in verbs if not _parted(passage, *sorted((v.first, trigger.first)))]
    return min(verbs, key=lambda item: abs(item.first - trigger.first), default=None)


def _parted(passage: Passage, first: int, last: int) -> bool:
    """Whether a colon stands between: "соберётся Совет: заседание будет юбилейным"."""
    return any(t.text == ":" for t in passage.tokens[first:last])


def _verb(passage: Passage, trigger: Trigger) -> Standing | None:
    """A verb tells of it by itself, unless it is only a noun of travel or a noun that recalls."""
    words = passage.tokens[trigger.first : trigger.last]
    head = next((t for t in words if clauses.is_finite(t)), words[0])
    if trigger.sense.frame is Frame.ACT and head.pos == "GRND":
        return Standing.ATTENDED
    if trigger.sense.frame in {Frame.NOUN, Frame.RECALL} or head.pos in {"NOUN", "PRTF", "GRND"}:
        return None
    return Standing.HAPPENS


def _happens(passage: Passage, trigger: Trigger) -> Standing | None:
    """A noun in the nominative or accusative with a verb of happening ("состоялась встреча")."""
    if trigger.sense.frame is Frame.RECALL or clauses.preposition(passage.tokens, trigger.first, passage.first):
        return None
    verb = happening(passage, trigger)
    if verb is None:
        return Standing.HAPPENS if receiving(passage, trigger) is not None else None
    low, high = sorted((verb.last, trigger.first))
    near = all(
        t.pos in {"ADJF", "PRTF", "NUMR", "ADVB", "PRCL", "CONJ"} or not t.text.isalpha()
        for t in passage.tokens[low:high]
    )
    able = grammar.head(passage, trigger).case in {"nomn", "accs", ""} or grammar.may_be_nominative(
        passage, trigger.first
    )
    return Standing.HAPPENS if able or (near and verb.last <= trigger.first) else None


def receiving(passage: Passage, trigger: Trigger) -> int | None:
    """Index of the verb of "столица принимала саммит": of receiving, whose object is the noun; None without one."""
    if trigger.sense.frame is not Frame.NOUN or grammar.case(passage, trigger) not in {"accs", "nomn"}:
        return None
    for at, token in _told_in(passage, trigger):
        if token.lemma in {"принять", "принимать"} and clauses.is_finite(token):
            near = trigger.first <= at + _CLOSE and _free(passage, trigger.first)
            people = [p for p in grammar.subjects(passage, at) if p.kind is MentionKind.OFFICIAL]
            return at if near and not people else None
    return None


def _told_in(passage: Passage, trigger: Trigger) -> Iterator[tuple[int, Token]]:
    """Words of the clause of a trigger, or of the main one after it where that has no verb of its own."""
    clause = passage.clause(trigger.first)
    first, last = clauses.around(clause, trigger.first, trigger.last)
    near = [(i, passage.tokens[i]) for i in range(first, last)]
    yield from near
    if not any(clauses.is_finite(t) for _, t in near):
        later = next((c for c in passage.clauses if c.first >= clause.last and c.kind is ClauseKind.MAIN), None)
        yield from clauses.words(passage.tokens, later) if later is not None else ()


@once
def hosted(passage: Passage, trigger: Trigger) -> Party | None:
    """The city or state of "Душанбе принял саммит": the subject of the verb of receiving."""
    verb = receiving(passage, trigger)
    if verb is None:
        return None
    first, last = passage.clause(trigger.first).first, passage.clause(verb).last
    for party in passage.of_kind(MentionKind.PLACE, MentionKind.STATE):
        inside = first <= party.first < last and party.case in {"nomn", "accs", ""}
        if inside and _free(passage, party.first) and (party.first < verb) == (trigger.first > verb):
            return party
    return None


_CLOSE = 2
"""Tokens from the verb of receiving to the noun."""


def _free(passage: Passage, at: int) -> bool:
    return not clauses.preposition(passage.tokens, at, passage.first)


def _told_by_relative(passage: Passage, trigger: Trigger) -> Standing | None:
    """ "учение, которое страны проведут": a noun in the nominative or accusative, and a clause that says it is held."""
    if trigger.sense.frame is not Frame.NOUN or clauses.preposition(passage.tokens, trigger.first, passage.first):
        return None
    clause = relative(passage, trigger)
    if clause is None or grammar.head(passage, trigger).case not in {"nomn", "accs"}:
        return None
    held = grammar.found(passage, "happenings", clause.first, clause.last)
    return Standing.ATTENDED if any(clauses.is_finite(passage.tokens[i.first]) for i in held) else None


def _told_by_participle(passage: Passage, trigger: Trigger) -> Standing | None:
    """ "Разговор A с B, состоявшийся 5 мая, начался": a noun with a participle that says that it was held."""
    clause = passage.clause(trigger.first)
    later = next((c for c in passage.clauses if c.first == clause.last and c.kind is ClauseKind.RELATIVE), None)
    held = later is not None and passage.tokens[later.first].pos == "PRTF"
    if trigger.sense.frame is not Frame.NOUN or later is None or not held:
        return None
    participle = passage.tokens[later.first]
    own = participle.lemma in _HELD and participle.case in {grammar.case(passage, trigger), ""}
    between = [t for t in passage.triggers if trigger.first < t.first < later.first]
    if not own or between:
        return None
    return Standing.HAPPENS if participle.case == "nomn" else Standing.ATTENDED


_HELD = frozenset({"состояться", "пройти", "проходить", "провести", "открыться", "завершиться", "длиться"})


def _opened(passage: Passage, trigger: Trigger) -> Standing | None:
    """ "На форуме делегацию возглавлял A", "На брифинге A объявил": opens with the noun and goes on with a person."""
    there = attendance.opened(passage, trigger) or attendance.headed(passage, trigger)
    return Standing.ATTENDED if there else None


@once
def relative(passage: Passage, trigger: Trigger) -> Clause | None:
    """The clause with "который" right after the clause of the trigger, if no other trigger stands between."""
    clause = passage.clause(trigger.first)
    later = next((c for c in passage.clauses if c.first == clause.last and c.kind is ClauseKind.RELATIVE), None)
    if later is None or passage.tokens[later.first].lemma != "который":
        return None
    between = [t for t in passage.triggers if trigger.first < t.first < later.first]
    return None if between or passage.tokens[later.first].case not in {"nomn", "accs"} else later


def _observes(passage: Passage, trigger: Trigger) -> Standing | None:
    """A mission of observers that does something by itself ("Миссия приступила к работе", "Миссия ... продолжает")."""
    if trigger.sense.type is not InteractionType.ELECTION_OBSERVATION or trigger.sense.frame is not Frame.NOUN:
        return None
    others = [t for t in passage.triggers if t is not trigger and t.sense.type is not trigger.sense.type]
    subject = grammar.head(passage, trigger).case == "nomn" and grammar.main_clause(passage, trigger.first)
    return Standing.HAPPENS if subject and not others and not reports(passage, trigger) else None


def reports(passage: Passage, trigger: Trigger) -> bool:
    """Whether a mission is said to tell of its findings: day and tense are then those of the report."""
    mission = trigger.sense.type is InteractionType.ELECTION_OBSERVATION and trigger.sense.frame is Frame.NOUN
    clause = passage.clause(trigger.first)
    return mission and any(t.lemma in _REPORTS for t in passage.tokens[trigger.last : clause.last])


_REPORTS = frozenset({"представить", "огласить", "обнародовать", "опубликовать", "распространить"})
"""What a mission does afterwards: a day beside these is that of its report."""


def _convened(passage: Passage, trigger: Trigger) -> Standing | None:
    """ "На заседании Совета рассмотрены вопросы": opens with the noun, goes on with what was done there."""
    if trigger.sense.frame is not Frame.NOUN or clauses.preposition(
        passage.tokens, trigger.first, passage.first
    ) not in {"на", "в ходе"}:
        return None
    before = passage.tokens[passage.first : trigger.first]
    opens = not any(clauses.is_finite(t) for t in before) and len(before) <= attendance.NEAR
    named = any(p.first >= trigger.last and p.first - trigger.last <= 1 for p in passage.parties)
    passive = any(t.pos == "PRTS" for _, t in clauses.words(passage.tokens, passage.clause(trigger.first)))
    return Standing.ATTENDED if opens and named and passive else None


def _attended(passage: Passage, trigger: Trigger) -> Standing | None:
    """ "принял участие в заседании", "выступил на форуме"."""
    return Standing.ATTENDED if attendance.bond(passage, trigger) else None


def _title(passage: Passage, trigger: Trigger) -> Standing | None:
    """A heading: no finite verb, and the noun stands in the nominative or first."""
    if passage.index > 2 or any(clauses.is_finite(t) for t in passage.tokens[passage.first : passage.last]):
        return None
    earlier = [t for t in passage.triggers if t.first < trigger.first]
    if earlier or clauses.preposition(passage.tokens, trigger.first, passage.first) not in {"", "о", "об", "на"}:
        return None
    return Standing.TITLE


_STANDINGS: tuple[Callable[[Passage, Trigger], Standing | None], ...] = (
    _verb,
    _happens,
    _told_by_relative,
    _observes,
    _attended,
    _told_by_participle,
    _opened,
    _convened,
    _title,
)


@once
def standing(passage: Passage, trigger: Trigger) -> Standing:
    """The first rule's verdict; a bare mention without one."""
    verdicts = (rule(passage, trigger) for rule in _STANDINGS)
    return next((verdict for verdict in verdicts if verdict is not None), Standing.MENTIONED)


def council(words: str) -> InteractionType | None:
    """Type of a session by the words of its body: heads of state or government meet at a summit."""
    lemmas = words.replace("премьер", "глава правительств")
    heads = any(f"{head} {body}" in lemmas for head in ("глав", "главы") for body in ("государств", "правительств"))
    return InteractionType.SUMMIT if heads else None


def sits(passage: Passage, clause: Clause) -> int | None:
    """Index of the verb in "который пройдёт", "которое состоялось": a body's session told in a relative clause."""
    head = passage.tokens[clause.first : clause.first + 1]
    if clause.kind is not ClauseKind.RELATIVE or not head or head[0].lemma != "который" or head[0].case != "nomn":
        return None
    verbs = (i for i, t in clauses.words(passage.tokens, clause) if t.lemma in {"пройти", "состояться", "проходить"})
    return next(verbs, None)
