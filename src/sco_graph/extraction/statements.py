"""What named speakers said: one statement for each point, with act, issues, the event and the words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ..model import Act, Evidence, LocalId, Statement
from . import acts, clauses, speakers, speeches
from .acts import Kind, Verb
from .clauses import ClauseKind
from .drafts import Standing
from .events import Told
from .issues import codes
from .passages import Passage
from .reading import MentionKind, Reading
from .speakers import Speaker

_SHORT = 5
"""A sentence or quotation of fewer words makes no point of its own."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """Who has the floor when a sentence begins: the last speaker, in which sentence, and the sides of the talks."""

    speaker: Speaker | None = None
    passage: int = -9
    paragraph: int = -9
    sides: tuple[str, ...] = ()


Rule = Callable[[Passage, Floor], tuple[Saying, ...]]


def statements(reading: Reading, told: Told) -> tuple[tuple[Statement, ...], tuple[Evidence, ...]]:
    """Statements of a document in order, ids ``s1`` on, and evidence for speaker, act and issues of each."""
    sayings = list(_sayings(reading, told))
    found: list[Statement] = []
    evidence: list[Evidence] = []
    for saying in sayings:
        passage = told.passages[saying.passage]
        identity = LocalId(f"s{len(found) + 1}")
        terms = [t for t in passage.terms if saying.first <= t.first < saying.last and not t.within]
        event = _event(told, saying)
        found.append(
            Statement(
                id=identity,
                speaker=LocalId(saying.speaker.refs[0]),
                act=saying.act,
                event=event,
                issues=codes(terms),
                addressee=_addressee(passage, saying),
            )
        )
        evidence.extend(_evidence(reading, identity, saying))
        for term in terms:
            for code in term.codes:
                evidence.append(_proof(reading, identity, "about", code, term.start, term.stop, f"rule:term {term.pattern}"))
    return tuple(found), tuple(evidence)


def _sayings(reading: Reading, told: Told) -> Iterator[Saying]:
    speech = speeches.find(reading, told)
    floor = Floor(sides=_sides(reading, told))
    for passage in told.passages:
        if speech is not None and passage.index >= speech.passage:
            yield from _spoken(passage, speech)
            continue
        said = next((found for _, rule in _RULES if (found := rule(passage, floor))), ())
        yield from said
        named = [s.speaker for s in said if not s.speaker.joint]
        if named:
            floor = replace(floor, speaker=named[-1], passage=passage.index, paragraph=passage.sentence.paragraph)
        elif said and floor.speaker is not None:
            floor = replace(floor, passage=-9)
        elif floor.passage == passage.index - 1 and _elaborates(passage):
            floor = replace(floor, passage=passage.index, paragraph=passage.sentence.paragraph)


def _spoken(passage: Passage, speech: speeches.Speech) -> Iterator[Saying]:
    point = speeches.point(passage)
    if point is not None:
        act, rule = point
        yield Saying(
            speaker=speech.speaker,
            act=act,
            passage=passage.index,
            first=passage.first,
            last=passage.last,
            rule=f"rule:own_words {rule}",
            score=0.7,
        )


def _sides(reading: Reading, told: Told) -> tuple[str, ...]:
    """The two officials who talk with each other in the main event."""
    if told.main is None:
        return ()
    people = {official.id for official in reading.officials}
    return tuple(dict.fromkeys(p.ref for p in told.accounts[told.main].sum.parts if p.ref in people))


def _about_that(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """ "Об этом сообщил X": what stands before is theirs."""
    for verb in acts.verbs(passage, passage.first, passage.last):
        if verb.kind is Kind.GUARD and "это" in verb.pattern:
            who = speakers.subject(passage, verb, ())
            if who is not None:
                return (_saying(passage, who, Act.INFORM, passage.first, passage.last, "about_that"),)
    return ()


def _reported(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """ "X подчеркнул, что ...", "отметив ...", "Подчеркнуто ...": each verb of saying with the words up to the next."""
    found = [v for v in acts.verbs(passage, passage.first, passage.last) if _tells(passage, v)]
    result: list[Saying] = []
    held: Speaker | None = None
    for at, verb in enumerate(found):
        who = _who(passage, verb, floor, held)
        if who is None:
            continue
        held = who
        end = found[at + 1].first if at + 1 < len(found) else passage.last
        act, rule = acts.act_of(passage, verb, verb.last, end)
        if verb.kind is Kind.OPEN and _in_quotation(passage, verb):
            act, rule = acts.by_content(passage, passage.first, passage.last, strengths=acts.MILD) or (Act.EMPHASISE, rule)
        if who.joint or verb.kind is Kind.JOINT:
            act = Act.AGREE
        start = passage.first if len(found) == 1 else verb.first
        saying = _saying(passage, who, act, start, end, rule)
        if not _repeats(result, saying, verb):
            result.append(saying)
    if result and _elaborates(passage) and floor.speaker is not None and floor.passage == passage.index - 1:
        return ()
    return tuple(result)


def _tells(passage: Passage, verb: Verb) -> bool:
    """Whether the verb is one of telling here: not in a quotation, a relative clause, or what somebody else says."""
    if verb.kind is Kind.GUARD or verb.act is None or verb.first in passage.quoted:
        return False
    head = passage.tokens[verb.first]
    if head.pos not in {"VERB", "PRTS", "GRND", "ADJS"} and not _phrase_with_verb(passage, verb):
        return False
    if verb.kind is Kind.NOMINAL and head.pos not in {"ADJS", "PRTS"}:
        return False
    return passage.clause(verb.first).kind in {ClauseKind.MAIN, ClauseKind.GERUND}


def _phrase_with_verb(passage: Passage, verb: Verb) -> bool:
    return any(t.pos in {"VERB", "PRTS", "GRND"} for t in passage.tokens[verb.first : verb.last])


def _who(passage: Passage, verb: Verb, floor: Floor, held: Speaker | None) -> Speaker | None:
    """The speaker of a verb: its subject, or, where it has none, who spoke in this sentence or the last."""
    who = speakers.subject(passage, verb, floor.sides)
    if who is not None:
        return who
    passive = passage.tokens[verb.first].pos == "PRTS"
    if not passive and speakers.foreign(passage, verb):
        return None
    if held is not None:
        return held
    if floor.speaker is not None and 0 < passage.index - floor.passage <= 1:
        return replace(floor.speaker, rule="rule:goes_on")
    return None


def _in_quotation(passage: Passage, verb: Verb) -> bool:
    return any(at in passage.quoted for at in range(passage.first, passage.last))


def _repeats(result: list[Saying], saying: Saying, verb: Verb) -> bool:
    """Good wishes after congratulations or condolences make no point of their own."""
    wishes = verb.pattern.startswith("пожелать")
    kind = {Act.CONGRATULATE, Act.EXPRESS_CONCERN, Act.THANK}
    return wishes and any(s.act in kind and s.speaker.refs == saying.speaker.refs for s in result)


def _elaborates(passage: Passage) -> bool:
    return passage.text(passage.first, passage.first + 2) == "в частности"


def _attributed(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """ "По словам X, ...": the sentence is theirs."""
    party = speakers.attribution(passage)
    if party is None:
        return ()
    who = Speaker(refs=party.refs, start=party.start, stop=party.stop, rule="rule:according_to")
    act, rule = _content(passage) or (Act.INFORM, "according_to")
    return (_saying(passage, who, act, passage.first, passage.last, rule),)


def _quotation(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """A quotation that goes on with what the last speaker said."""
    inside = sum(1 for at in range(passage.first, passage.last) if at in passage.quoted)
    if floor.speaker is None or inside < max(_SHORT, (passage.last - passage.first) // 2):
        return ()
    if passage.index - floor.passage > 1:
        return ()
    act, rule = _content(passage) or (Act.INFORM, "quotation")
    who = replace(floor.speaker, rule="rule:goes_on")
    return (_saying(passage, who, act, passage.first, passage.last, rule),)


def _continued(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """A sentence of the same paragraph that has no speaker and tells of no event carries on what was said."""
    if floor.speaker is None or passage.index - floor.passage != 1 or _elaborates(passage):
        return ()
    if not _carries_on(passage, floor):
        return ()
    act, rule = _content(passage) or (Act.INFORM, "continued")
    who = replace(floor.speaker, rule="rule:goes_on")
    return (_saying(passage, who, act, passage.first, passage.last, rule, score=0.6),)


_NARRATIVE = ("в ходе", "по итогам", "в завершение", "стороны", "участники", "собеседники", "встреча", "беседа", "состоял", "мероприяти", "справочно", "напомним", "по окончании", "после", "в заключение", "также обсу", "были рассм", "были обсу", "обсужд", "рассмотр", "в состав", "фото", "источник", "эксперты", "министры", "главы")


def _carries_on(passage: Passage, floor: Floor) -> bool:
    words = passage.text(passage.first, passage.first + 3)
    if words.startswith(_NARRATIVE) or any(p.kind is MentionKind.OFFICIAL for p in passage.parties):
        return False
    tokens = passage.tokens[passage.first : passage.last]
    if len(tokens) < _SHORT or not any(clauses.is_finite(t) for t in tokens) or passage.triggers:
        return False
    if passage.sentence.paragraph == floor.paragraph:
        return True
    return _content(passage) is not None and passage.sentence.paragraph - floor.paragraph == 1


def _content(passage: Passage) -> tuple[Act, str] | None:
    return acts.by_content(passage, passage.first, passage.last, strengths=acts.MILD)


_RULES: tuple[tuple[str, Rule], ...] = (
    ("about_that", _about_that),
    ("reported", _reported),
    ("attributed", _attributed),
    ("quotation", _quotation),
    ("continued", _continued),
)


def _saying(
    passage: Passage, who: Speaker, act: Act, first: int, last: int, rule: str, *, score: float = 0.8
) -> Saying:
    return Saying(
        speaker=who, act=act, passage=passage.index, first=first, last=last, rule=f"rule:act {rule}", score=score
    )


def _event(told: Told, saying: Saying) -> LocalId | None:
    """The event in which it was said: one that this sentence or one before it tells of and the speaker takes part in."""
    if told.main is None:
        return None
    speaker = saying.speaker.refs[0]
    for index in range(saying.passage, -1, -1):
        for at, account in enumerate(told.accounts):
            firm = [d for d in account.drafts if d.passage == index and d.standing is not Standing.MENTIONED]
            if firm and any(part.ref == speaker for part in account.sum.parts):
                return told.events[at].id
    return told.events[told.main].id


def _addressee(passage: Passage, saying: Saying) -> LocalId | None:
    """An official in the dative or accusative right after a verb of thanking, informing and the like."""
    wanted = {Act.THANK, Act.CONGRATULATE, Act.INFORM, Act.INVITE, Act.URGE}
    if saying.act not in wanted:
        return None
    for party in passage.of_kind(MentionKind.OFFICIAL):
        inside = saying.first <= party.first < saying.last and party.ref not in saying.speaker.refs
        if inside and party.case in {"datv", "accs"}:
            return LocalId(party.ref)
    return None


def _evidence(reading: Reading, identity: LocalId, saying: Saying) -> Iterator[Evidence]:
    who = saying.speaker
    yield _proof(reading, identity, "speaker", who.refs[0], who.start, who.stop, who.rule)
    start, stop = reading.tokens[saying.first].start, reading.tokens[saying.last - 1].stop
    yield _proof(reading, identity, "speechAct", saying.act, start, stop, saying.rule, saying.score)


def _proof(
    reading: Reading, subject: LocalId, name: str, value: str, start: int, stop: int, method: str, score: float = 0.8
) -> Evidence:
    return Evidence(
        subject=subject,
        property=name,
        value=value,
        start=start,
        stop=stop,
        quote=reading.document.text[start:stop],
        method=method,
        score=score,
    )
