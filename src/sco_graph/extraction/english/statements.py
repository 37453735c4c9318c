"""Statements of named speakers: direct and reported speech, letters and speeches in the first person."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Act, Evidence, InteractionType, LocalId, Statement
from ..accounts import Telling, proof
from ..acts import Kind
from ..drafts import Account, Claim
from ..issues import Term, codes
from ..reading import MentionForm, MentionKind, Reading
from . import acts, drafting, own, quotations, speeches, turns
from .passages import Party, Passage
from .reports import SHORT, Floor, Saying, reported
from .speakers import foreign

_OWN_WORDS = frozenset(
    {"rule:goes_on", "rule:sender", "rule:signed", "rule:author", "rule:titled", "rule:takes_floor", "rule:interviewed"}
)
_OF_TWO = frozenset(
    {InteractionType.MEETING, InteractionType.PHONE_CALL, InteractionType.VIDEOCONFERENCE, InteractionType.VISIT}
)
_OF_MANY = frozenset({InteractionType.MULTILATERAL_MEETING, InteractionType.SUMMIT})
_SOME = 5
"""Officials of a gathering, all of them named, who may be "they"."""
_FEW = 3
"""Officials of talks of two sides at most."""
_HELD_WHERE = (["conference"], ["briefing"], ["interview"], ["meeting"])
_ALIKE = 0.6
"""Share of a headline's words that the sentence which says it again has."""
_WAS_HELD = frozenset({"was held", "were held", "took place"})
_TAKEN_UP = frozenset({"this", "that", "therefore", "so", "thus", "it"})
_GAP = 2
"""Sentences of a paragraph within which somebody's words go on."""
_NARRATIVE = (
    "the meeting", "the talks", "the parties", "the sides", "the event", "during the", "in the course", "following the",
    "the participants", "the conversation", "after the", "the visit", "on the same day", "the ceremony", "also",
    "special attention", "the document", "the conference", "the two sides", "the forum", "background", "the session",
    "the two ", "both sides", "they also discussed", "they discussed", "the sides",
)  # fmt: skip


def statements(reading: Reading, told: Telling[Passage]) -> tuple[tuple[Statement, ...], tuple[Evidence, ...]]:
    """Statements of a document in order of place, each with its evidence."""
    said = list(_points(told, list(_once(told, list(_all(reading, told))))))
    result: list[Statement] = []
    proofs: list[Evidence] = []
    held: tuple[Saying, list[Term]] | None = None
    for number, saying in enumerate(said, 1):
        identity = LocalId(f"s{number}")
        passage = told.passages[saying.passage]
        terms = [t for t in passage.terms if saying.first <= t.first < saying.last and not t.within]
        if not terms and held is not None and _goes_on(told, held[0], saying):
            terms = held[1]
        held = saying, terms
        result.append(
            Statement(
                id=identity,
                speaker=LocalId(reading.named_first(saying.refs)),
                act=saying.act,
                event=told.event_of(saying.refs, saying.passage),
                issues=codes(terms),
                addressee=_addressee(passage, saying),
            )
        )
        proofs += _evidence(reading, identity, saying)
        for term in terms:
            proofs += (proof(reading, identity, "about", term.claim(code)) for code in term.codes)
    return tuple(result), tuple(proofs)


def _once(told: Telling[Passage], said: list[Saying]) -> Iterator[Saying]:
    """Sayings without those of a headline that the text says again in the same words."""
    for saying in said:
        passage = told.passages[saying.passage]
        later = (other for other in said if other.passage > saying.passage and other.refs == saying.refs)
        again = (other for other in later if other.act is saying.act)
        if not speeches.titular(passage) or not any(_same_words(passage, saying, other) for other in again):
            yield saying


def _points(told: Telling[Passage], said: list[Saying]) -> Iterator[Saying]:
    """Sayings without those that only dwell on the point made right before: "This is very important for us."."""
    held: Saying | None = None
    for saying in said:
        passage = told.passages[saying.passage]
        near = held is not None and held.refs == saying.refs and 0 <= saying.passage - held.passage <= 1
        own_words = saying.rule in _OWN_WORDS or passage.first in passage.quoted
        dwells = saying.act in {Act.EMPHASISE, Act.INFORM} and own_words and _dwells(passage)
        same = (
            near and held is not None and told.passages[held.passage].sentence.paragraph == passage.sentence.paragraph
        )
        held = saying
        if not (same and dwells):
            yield saying


def _dwells(passage: Passage) -> bool:
    """Whether a sentence takes up the one before, and is about no issue of its own."""
    first = passage.first + (passage.tokens[passage.first].text in {'"', "“", "«"})
    return passage.text(first, first + 1) in _TAKEN_UP and not passage.terms


def _same_words(passage: Passage, saying: Saying, other: Saying) -> bool:
    words = {t.text.lower() for t in passage.tokens[saying.first : saying.last] if t.text[0].isalnum()}
    later = {t.text.lower() for t in passage.tokens[other.first : other.last]}
    return len(words & later) >= _ALIKE * len(words)


def _goes_on(told: Telling[Passage], held: Saying, saying: Saying) -> bool:
    """Whether a sentence in somebody's own words goes on with the one before, and so with what it was about."""
    same = held.refs == saying.refs and saying.rule in _OWN_WORDS
    before, here = told.passages[held.passage], told.passages[saying.passage]
    return same and before.sentence.paragraph == here.sentence.paragraph and here.index - before.index == 1


def _all(reading: Reading, told: Telling[Passage]) -> Iterator[Saying]:
    main = told.accounts[told.main] if told.main is not None else None
    sides = _sides(main)
    floor = Floor(sides=sides)
    author = speeches.author(reading, told.passages, main)
    taken = turns.of(reading, told)
    turn: Saying | None = None
    wished: set[tuple[str, ...]] = set()
    spoken_for = False
    for given in told.passages:
        spoken_for = spoken_for or "spokes" in given.text(given.first, given.last)
        passage = quotations.readout(given, spoken_for)
        spoken, voice = _voice(passage, taken, author)
        if spoken:
            for saying in own.said(passage, _as_saying(voice)) if voice is not None else ():
                yield from own.wished_once(passage, saying, wished)
            continue
        party = speeches.turn(passage)
        if drafting.heading(passage) and party is None:
            continue
        if party is not None:
            taken_now = speeches.Voice(
                ref=party.ref, start=party.start, stop=party.stop, rule="rule:takes_floor", passage=passage.index
            )
            if speeches.titular(passage):
                yield from own.said(passage, _as_saying(taken_now))
                continue
            turn = _as_saying(taken_now)
        if turn is not None and (party is not None or speeches.first_person(passage) or not passage.parties):
            yield from own.said(passage, turn)
            continue
        found = (
            tuple(reported(passage, floor))
            or tuple(quotations.introduced(told.passages, passage))
            or tuple(quotations.ahead(told.passages, passage, floor))
            or tuple(quotations.further(told.passages, passage, floor))
            or tuple(_continued(passage, floor))
        )
        yield from (saying for saying in found if not saying.empty)
        if len(found) == 1 and found[0].empty and _untold(told, passage, floor):
            yield quotations.on(told.passages[passage.index - 1], found[0], "told_after", 0.6)
        if found:
            floor = Floor(saying=found[-1], paragraph=passage.sentence.paragraph, sides=sides)


def _sides(main: Account | None) -> Party | None:
    """The officials named of the sides whose talks a text tells of, the first of them first."""
    if main is None:
        return None
    people = sorted((p for p in main.sum.parts if p.ref.startswith("p")), key=lambda p: p.start)
    refs = tuple(dict.fromkeys(p.ref for p in people))
    all_named = len(refs) > 1 and all(p.ref.startswith("p") for p in main.sum.parts)
    if main.sum.type not in _OF_TWO and not (main.sum.type in _OF_MANY and all_named):
        return None
    if not 1 <= len(refs) <= (_FEW if main.sum.type in _OF_TWO else _SOME):
        return None
    return Party(
        first=0, last=0, start=people[0].start, stop=people[0].stop, kind=MentionKind.OFFICIAL, form=MentionForm.NAME,
        refs=refs,
    )  # fmt: skip


def _untold(told: Telling[Passage], passage: Passage, floor: Floor) -> bool:
    """Whether a sentence that only says that somebody spoke follows one of its paragraph which nobody is said to say.

    "The vote was open. The head of the mission, Mr Testov, stated at a press conference."
    """
    if not passage.index or passage.text(passage.last - 2, passage.last).split()[:1] not in _HELD_WHERE:
        return False
    before = told.passages[passage.index - 1]
    said = floor.saying is not None and floor.saying.passage == before.index
    long_enough = before.last - before.first >= SHORT and not before.of_kind(MentionKind.OFFICIAL)
    return before.sentence.paragraph == passage.sentence.paragraph and not said and long_enough


def _voice(passage: Passage, taken: turns.Turns, author: speeches.Voice | None) -> tuple[bool, speeches.Voice | None]:
    """Whether a sentence is somebody's own words, or nobody's that count, and whose."""
    if passage.index in taken.questions:
        return True, None
    if passage.index in taken.voices:
        return True, taken.voices[passage.index]
    if author is None or passage.index < author.passage or drafting.heading(passage):
        return False, None
    ended = author.until is not None and passage.index >= author.until
    return True, None if ended else author


def _continued(passage: Passage, floor: Floor) -> Iterator[Saying]:
    """A sentence of the same paragraph without a speaker of its own carries on what was said."""
    last = floor.saying
    if last is None or len(last.refs) > 1 or not 1 <= passage.index - last.passage <= _GAP:
        return
    if floor.paragraph != passage.sentence.paragraph or len(passage.tokens[passage.first : passage.last]) < SHORT:
        return
    opening = passage.text(passage.first, passage.first + 5)
    held = any(passage.text(i, i + 2) in _WAS_HELD for i in range(passage.first, passage.last - 1))
    if held or opening.startswith(_NARRATIVE) or _of_others(passage, last):
        return
    if any(t.sense.frame.value in {"with", "receive", "visit", "sign"} for t in passage.triggers):
        return
    verbs = [v for v in acts.verbs(passage, passage.first, passage.last) if not _own_body(passage, v.first)]
    if any(
        v.act is not None
        and v.kind is not Kind.NOMINAL
        and v.first not in passage.quoted
        and _past(passage, v.first)
        and foreign(passage, v.first)
        for v in verbs
    ):
        return
    yield quotations.on(passage, last, "continued", 0.6)


def _own_body(passage: Passage, at: int) -> bool:
    """Whether the subject right before a verb is the body whose doings a speaker tells: "the Secretariat made"."""
    return passage.text(at - 1, at) in {"secretariat", "organisation", "organization"}


def _of_others(passage: Passage, last: Saying) -> bool:
    """Whether a sentence is about officials: others than who spoke last, or that one as its subject."""
    people = passage.of_kind(MentionKind.OFFICIAL)
    return any(not set(last.refs) <= set(p.refs) or p.first - passage.first <= 1 for p in people)


def _past(passage: Passage, at: int) -> bool:
    """Whether a verb tells what somebody said; "the Union is committed to" and "supports" may be what was said."""
    return passage.tokens[at].pos not in {"AUX", "VBZ", "VB", "NV"}


def _as_saying(voice: speeches.Voice) -> Saying:
    return Saying(
        refs=(voice.ref,), start=voice.start, stop=voice.stop, rule=voice.rule, act=Act.INFORM, passage=voice.passage,
        first=0, last=0, pattern="", score=0.7,
    )  # fmt: skip


def _addressee(passage: Passage, saying: Saying) -> LocalId | None:
    """An official right after a verb of thanking, informing and the like."""
    if saying.act not in {Act.THANK, Act.CONGRATULATE, Act.INFORM, Act.INVITE, Act.URGE}:
        return None
    for party in passage.of_kind(MentionKind.OFFICIAL):
        if saying.first <= party.first < saying.last and not set(party.refs) & set(saying.refs):
            return LocalId(party.ref) if len(party.refs) == 1 else None
    return None


def _evidence(reading: Reading, identity: LocalId, saying: Saying) -> Iterator[Evidence]:
    who = reading.named_first(saying.refs)
    speaker = Claim(value=who, start=saying.start, stop=saying.stop, rule=saying.rule, score=0.8)
    yield proof(reading, identity, "speaker", speaker)
    start, stop = reading.tokens[saying.first].start, reading.tokens[saying.last - 1].stop
    act = Claim(value=saying.act, start=start, stop=stop, rule=saying.pattern, score=saying.score)
    yield proof(reading, identity, "speechAct", act)
