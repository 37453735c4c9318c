"""Reported speech: verbs of saying with their subjects, and who has the floor from sentence to sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...light import dataclass
from ...model import Act
from ..acts import Kind, Verb
from ..reading import MentionKind
from . import acts, grammar, morphology, speakers, subjects
from .clauses import ClauseKind
from .passages import Passage
from .speakers import Speaker
from .subjects import Floor as Floor


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One point made: speaker, act, tokens ``[first, last)`` of what was said, and the pattern that gave the act."""

    speaker: Speaker
    act: Act
    passage: int
    first: int
    last: int
    rule: str
    score: float = 0.8


def reported(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """ "X подчеркнул, что ...", "отметив ...", "Подчеркнуто ...": each verb of saying with the words up to the next."""
    found = [v for v in acts.verbs(passage, passage.first, passage.last) if _tells(passage, v)]
    aside = next((v for v in found if _aside(passage, v)), None)
    if aside is not None:
        told = _said_of_all(passage, aside, floor)
        if told is not None:
            return (told,)
    result: list[Saying] = []
    held: Speaker | None = None
    for at, verb in enumerate(found):
        who = subjects.of(passage, verb, floor, held)
        held = who or held
        if who is None or _only_talked_of(verb, who, floor):
            continue
        end = found[at + 1].first if at + 1 < len(found) else passage.last
        act, rule = _act(passage, verb, who, end, alone=len(found) == 1)
        if act is Act.AGREE and who.joint and result and result[-1].act is act and result[-1].speaker.refs == who.refs:
            result[-1] = replace(result[-1], last=end)
            continue
        start = passage.first if len(found) == 1 else verb.first
        told = saying(passage, who, act, start, end, rule)
        if not _repeats(result, told, verb):
            result.extend(_points(passage, verb, told))
    if result and elaborates(passage) and floor.speaker is not None and floor.passage == passage.index - 1:
        return ()
    return tuple(result)


def _only_talked_of(verb: Verb, who: Speaker, floor: Floor) -> bool:
    """ "Стороны остановились на вопросах": what was talked of, no point that they made."""
    told = verb.act is Act.INFORM and verb.kind is Kind.FIXED
    return told and who.joint and (who.together or floor.talks)


def _act(passage: Passage, verb: Verb, who: Speaker, end: int, *, alone: bool) -> tuple[Act, str]:
    """The act of a verb with its words up to ``end``, and what decided; what both sides say is agreed."""
    act, rule = acts.act_of(passage, verb, *_governed(passage, verb, end, alone=alone))
    if verb.kind in {Kind.OPEN, Kind.FIRM} and _in_quotation(passage, verb):
        strengths = acts.MILD if verb.kind is Kind.OPEN else acts.OVER
        said = acts.by_content(passage, passage.first, passage.last, strengths=strengths)
        act, rule = said or (_default(passage, verb), rule)
    if (who.joint and (who.together or verb.kind is not Kind.FIXED)) or verb.kind is Kind.JOINT:
        act = Act.AGREE
    return act, rule


def _points(passage: Passage, verb: Verb, told: Saying) -> Iterator[Saying]:
    """A saying, or one for each subject that it has with its own preposition: "рассказал о торговле и о транспорте"."""
    tokens = passage.tokens
    starts = [
        at
        for at in range(verb.first, told.last)
        if tokens[at].lemma in {"о", "об"} and (at <= verb.last or tokens[at - 1].text.lower() in {"и", "также"})
    ]
    if verb.act is not Act.INFORM or len(starts) < len("ab"):
        yield told
        return
    for at, start in enumerate(starts):
        last = starts[at + 1] if at + 1 < len(starts) else told.last
        yield replace(told, first=told.first if at == 0 else start, last=last)


def _default(passage: Passage, verb: Verb) -> Act:
    if verb.kind is Kind.FIRM:
        return verb.act or Act.EMPHASISE
    return acts.by_tense(passage, verb, passage.first, passage.last)


def _governed(passage: Passage, verb: Verb, end: int, *, alone: bool) -> tuple[int, int]:
    """The words that an open verb governs: those behind it, or, of "..., заявил X", the clauses before."""
    clause = passage.clause(verb.first)
    behind = any(c.first >= verb.last and c.kind is ClauseKind.CONTENT for c in passage.clauses)
    led = clause.first > passage.first and verb.first - clause.first <= len("ab")
    if alone and led and not behind and verb.kind in {Kind.OPEN, Kind.FIRM} and clause.kind is ClauseKind.MAIN:
        return passage.first, clause.first
    return verb.last, end


def _aside(passage: Passage, verb: Verb) -> bool:
    """Whether the verb only says whose the sentence is: "Россия, заявил генсек, ...", "Как отметил генсек, ..."."""
    clause = passage.clause(verb.first)
    lead = passage.tokens[clause.first].text.lower() == "как"
    short = clause.last - clause.first <= _SHORT and clause.kind is ClauseKind.MAIN and passage.first < clause.first
    set_off = passage.tokens[clause.last - 1].text == "," and clause.last < passage.last
    opens = verb.first - clause.first <= 1 and verb.kind in {Kind.OPEN, Kind.FIRM, Kind.FIXED}
    return (lead and passage.first == clause.first and clause.last < passage.last) or (short and set_off and opens)


_SHORT = 9
"""Words of a clause that only says who speaks."""


def _said_of_all(passage: Passage, verb: Verb, floor: Floor) -> Saying | None:
    """The sentence as one point of whoever the words set off in it name."""
    who = speakers.subject(passage, verb, floor.sides, floor.speaker)
    clause = passage.clause(verb.first)
    inside = who is not None and passage.tokens[clause.first].start <= who.start < passage.tokens[clause.last - 1].stop
    if who is None or not inside or (who.joint and verb.kind is not Kind.FIXED):
        return None
    if verb.kind in {Kind.OPEN, Kind.FIRM}:
        strengths = acts.MILD if verb.kind is Kind.OPEN else acts.OVER
        said = acts.by_content(passage, passage.first, passage.last, strengths=strengths)
        act, rule = said or (_default(passage, verb), verb.pattern)
    else:
        act, rule = verb.act or Act.INFORM, verb.pattern
    return saying(passage, who, act, passage.first, passage.last, rule)


def _by_others(passage: Passage, verb: Verb) -> bool:
    """ "Как информирует агентство": whoever is the source is no official."""
    clause = passage.clause(verb.first)
    return (
        passage.tokens[clause.first].text.lower() == "как"
        and verb.first - clause.first <= len("ab")
        and speakers.subject(passage, verb, ()) is None
    )


def _tells(passage: Passage, verb: Verb) -> bool:
    """Whether the verb is one of telling here: not in a quotation, a relative clause, or what somebody else says."""
    if verb.kind is Kind.GUARD or verb.act is None or verb.first in passage.quoted or _by_others(passage, verb):
        return False
    head = passage.tokens[verb.first]
    if head.pos == "PRTS" and head.lemma == "проанализировать":
        return False  # what was looked at, not what was said
    if head.pos == "PRTS" and verb.act in _DONE_TO and _done_to_somebody(passage, verb):
        return False
    if head.pos not in {"VERB", "PRTS", "GRND", "ADJS"} and not _phrase_with_verb(passage, verb):
        return False
    if head.pos == "VERB" and any("1per" in a.tags for a in morphology.analyses(head.text)[:1]):
        return False
    if verb.kind is Kind.NOMINAL and head.pos not in {"ADJS", "PRTS"}:
        return False
    clause = passage.clause(verb.first)
    if clause.kind is ClauseKind.RELATIVE:
        meant = grammar.antecedent(passage, clause) or speakers.of_text(passage, clause)
        return any(p.kind is MentionKind.OFFICIAL for p in meant)
    return clause.kind in {ClauseKind.MAIN, ClauseKind.GERUND}


_DONE_TO = frozenset({Act.INVITE, Act.CONGRATULATE, Act.THANK})


def _done_to_somebody(passage: Passage, verb: Verb) -> bool:
    """Whether a passive tells to whom something was done, by nobody in particular: "был приглашён X"."""
    clause = passage.clause(verb.first)
    people = [p for p in passage.of_kind(MentionKind.OFFICIAL) if clause.first <= p.first < clause.last]
    return any(p.case == "nomn" for p in people) and not any(p.case == "ablt" for p in people)


def _phrase_with_verb(passage: Passage, verb: Verb) -> bool:
    return any(t.pos in {"VERB", "PRTS", "GRND"} for t in passage.tokens[verb.first : verb.last])


def _in_quotation(passage: Passage, verb: Verb) -> bool:
    return any(at in passage.quoted for at in range(passage.first, passage.last))


def _repeats(result: list[Saying], told: Saying, verb: Verb) -> bool:
    """Good wishes after congratulations or condolences make no point of their own."""
    wishes = verb.pattern.startswith("пожелать")
    kind = {Act.CONGRATULATE, Act.EXPRESS_CONCERN, Act.THANK}
    return wishes and any(s.act in kind and s.speaker.refs == told.speaker.refs for s in result)


def elaborates(passage: Passage) -> bool:
    return passage.text(passage.first, passage.first + 2) == "в частности"


def content(passage: Passage) -> tuple[Act, str] | None:
    return acts.by_content(passage, passage.first, passage.last, strengths=acts.MILD)


def saying(passage: Passage, who: Speaker, act: Act, first: int, last: int, rule: str, *, score: float = 0.8) -> Saying:
    return Saying(
        speaker=who, act=act, passage=passage.index, first=first, last=last, rule=f"rule:act {rule}", score=score
    )
