"""Statements of named speakers: direct and reported speech, letters and speeches in the first person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model import Act, Evidence, LocalId, Statement
from ..accounts import Telling, proof
from ..acts import Kind
from ..drafts import Claim
from ..issues import Term, codes
from ..reading import MentionKind, Reading
from . import acts, drafting, quotations, speeches, turns
from .passages import Passage
from .reports import SHORT, Floor, Saying, reported
from .speakers import foreign

_OWN_WORDS = frozenset({"rule:goes_on", "rule:sender", "rule:author", "rule:takes_floor", "rule:interviewed"})
_GAP = 2
"""Sentences of a paragraph within which somebody's words go on."""
_NARRATIVE = (
    "the meeting", "the talks", "the parties", "the sides", "the event", "during the", "in the course", "following the",
    "the participants", "the conversation", "after the", "the visit", "the two ", "they also discussed",
    "they discussed", "on the same day", "the ceremony", "also",
    "special attention", "the document", "the conference", "the forum", "background", "the session",
)  # fmt: skip


def statements(reading: Reading, told: Telling[Passage]) -> tuple[tuple[Statement, ...], tuple[Evidence, ...]]:
    """Statements of a document in order of place, each with its evidence."""
    said = list(_all(reading, told))
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


def _goes_on(told: Telling[Passage], held: Saying, saying: Saying) -> bool:
    """Whether a sentence in somebody's own words goes on with the one before, and so with what it was about."""
    same = held.refs == saying.refs and saying.rule in _OWN_WORDS
    before, here = told.passages[held.passage], told.passages[saying.passage]
    return same and before.sentence.paragraph == here.sentence.paragraph and here.index - before.index == 1


def _all(reading: Reading, told: Telling[Passage]) -> Iterator[Saying]:
    floor = Floor()
    main = told.accounts[told.main] if told.main is not None else None
    author = speeches.author(reading, told.passages, main)
    taken = turns.of(reading, told)
    turn: Saying | None = None
    for passage in told.passages:
        if passage.index in taken.questions:
            continue
        if passage.index in taken.voices:
            yield from _own_words(passage, _as_saying(taken.voices[passage.index]))
            continue
        if author is not None and passage.index >= author.passage and not drafting.heading(passage):
            yield from _own_words(passage, _as_saying(author))
            continue
        party = speeches.turn(passage)
        if drafting.heading(passage) and party is None:
            continue
        if party is not None:
            turn = _as_saying(
                speeches.Voice(
                    ref=party.ref, start=party.start, stop=party.stop, rule="rule:takes_floor", passage=passage.index
                )
            )
        if turn is not None and (party is not None or speeches.first_person(passage) or not passage.parties):
            yield from _own_words(passage, turn)
            continue
        found = (
            tuple(reported(passage, floor))
            or tuple(quotations.introduced(told.passages, passage))
            or tuple(quotations.ahead(told.passages, passage, floor))
            or tuple(quotations.further(told.passages, passage, floor))
            or tuple(_continued(passage, floor))
        )
        yield from (saying for saying in found if not saying.empty)
        if found:
            floor = Floor(saying=found[-1], paragraph=passage.sentence.paragraph)


def _continued(passage: Passage, floor: Floor) -> Iterator[Saying]:
    """A sentence of the same paragraph without a speaker of its own carries on what was said."""
    last = floor.saying
    if last is None or len(last.refs) > 1 or not 1 <= passage.index - last.passage <= _GAP:
        return
    if floor.paragraph != passage.sentence.paragraph or len(passage.tokens[passage.first : passage.last]) < SHORT:
        return
    opening = passage.text(passage.first, passage.first + 5)
    if opening.startswith(_NARRATIVE) or _of_others(passage, last):
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


def _only_salutes(passage: Passage) -> bool:
    """Whether a sentence that opens with an address says nothing behind it: "Dear colleagues, dear friends!"."""
    commas = [i for i in range(passage.first, passage.last) if passage.tokens[i].text == ","]
    behind = passage.tokens[commas[-1] if len(commas) > 2 else commas[0] : passage.last] if commas else ()
    return len(behind) <= SHORT or not any(t.pos in {"VBD", "VBZ", "VB", "AUX", "MD"} for t in behind)


def _past(passage: Passage, at: int) -> bool:
    """Whether a verb tells what somebody said; "the Union is committed to" and "supports" may be what was said."""
    return passage.tokens[at].pos not in {"AUX", "VBZ", "VB", "NV"}


def _as_saying(voice: speeches.Voice) -> Saying:
    return Saying(
        refs=(voice.ref,), start=voice.start, stop=voice.stop, rule=voice.rule, act=Act.INFORM, passage=voice.passage,
        first=0, last=0, pattern="", score=0.7,
    )  # fmt: skip


def _own_words(passage: Passage, author: Saying) -> Iterator[Saying]:
    words = [t for t in passage.tokens[passage.first : passage.last] if t.text.isalpha()]
    opening = passage.text(passage.first, passage.first + 3)
    if (
        len(words) >= SHORT
        and not (speeches.SALUTATION.match(opening) and _only_salutes(passage))
        and any(t.pos in {"VBD", "VBZ", "VB", "AUX", "MD", "NV"} for t in words)
    ):
        said = acts.by_content(passage, passage.first, passage.last, mild=True)
        claim = acts.claims(passage, passage.first, passage.last)
        act, pattern = said or ((Act.EMPHASISE, "claim") if claim else (Act.INFORM, "speech"))
        yield replace(
            author, act=act, passage=passage.index, first=passage.first, last=passage.last,
            pattern=f"rule:own_words {pattern}",
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
