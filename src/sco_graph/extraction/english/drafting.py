"""From the triggers of a sentence to drafts of events: each property by its own rule, nothing merged yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model import InteractionType, Mode, Role, Status
from ..drafts import Draft, Part, Standing, joined
from ..likeness import TALKS
from ..reading import MentionKind, Reading
from ..triggers import Frame, Trigger
from . import called, circumstances, grammar, participants, places, statuses, surroundings, timing
from .passages import Passage

T = InteractionType
_LEADERS = re.compile(
    r"\bheads? of (?:state|government)|collective security council|supreme eurasian|intergovernmental council"
)
_TOP = re.compile(r"\b(?:presidents|leaders|heads of state|heads of government|prime ministers|premiers)\b")
_FOLLOWED = re.compile(r"(?:that|which) followed$")
_OTHERS = frozenset({"next", "another", "further", "previous", "last", "preceding"})
_SEVERAL = frozenset({"meetings", "conversations", "calls", "separately", "separate"})
_ANCHORS = re.compile(
    r"\b(?:after|before|following|prior to|in conclusion|at the end of|on the sidelines|on the margins|"
    r"on the same day|ahead of|earlier|(?:that|which) followed)\b"
)
_PLURALS = frozenset(
    {"meetings", "consultations", "visits", "calls", "forums", "conferences", "summits", "exhibitions", "conversations"}
)


def heading(passage: Passage) -> bool:
    """Whether a sentence is a headline: one of the first, without a stop or a finite verb."""
    words = passage.tokens[passage.first : passage.last]
    return (
        passage.index <= 2
        and words[-1].text not in {".", "!", "?", '"', "”"}
        and not any(t.pos in {"VBD", "AUX"} for t in words)
    )


def drafts(reading: Reading, passage: Passage) -> Iterator[Draft]:
    """Drafts of a sentence, one for each trigger; a verb that binds nobody tells nothing, and keeps no day or place."""
    found = tuple(_drafts(reading, passage))
    telling = {draft.trigger for draft in found}  # a split draft keeps the trigger of its whole
    idle = [t for t in passage.triggers if t not in telling and t.sense.frame not in circumstances.NOUNS]
    if found and idle:
        found = tuple(_drafts(reading, replace(passage, triggers=tuple(t for t in passage.triggers if t not in idle))))
    for draft in _for_gatherings(passage, found):
        yield from _apart(passage, draft)


def _for_gatherings(passage: Passage, found: Sequence[Draft]) -> Sequence[Draft]:
    """Drafts of a sentence, whoever is welcomed for a gathering taking part in it: "welcomed X and Y for a meeting"."""
    for welcome in found:
        if welcome.trigger.sense.frame is not Frame.RECEIVE or len(welcome.parts) < 2:
            continue
        for draft in found:
            start = circumstances.phrase_start(passage, draft.trigger)
            behind = draft.trigger.first > welcome.trigger.last and draft.trigger.sense.frame is Frame.NOUN
            if behind and draft.type in _GATHERINGS and grammar.preposition(passage, start) == "for":
                parts = tuple(replace(p, role=Role.ATTENDEE) for p in welcome.parts)
                held = replace(draft, standing=Standing.HAPPENS, parts=joined(parts, draft.parts))
                return [held if d is draft else d for d in found if d is not welcome]
    return found


_GATHERINGS = frozenset({T.MULTILATERAL_MEETING, T.SUMMIT, T.CONFERENCE, T.CEREMONY})


def _apart(passage: Passage, draft: Draft) -> Iterator[Draft]:
    """Talks told of together, one for each of the other side: "had meetings with A, B and C", "received calls from"."""
    said = passage.text(draft.trigger.first, draft.trigger.last + 3).split()
    several = draft.type in TALKS and bool(_SEVERAL & set(said))
    people = [p for p in draft.parts if p.ref.startswith("p")]
    before = [p for p in people if p.start < draft.trigger.start]
    behind = [p for p in people if p.start > draft.trigger.start]
    many, others = (behind, before) if len(behind) > 1 else (before, behind)
    apart = len(many) <= _FEW or {"separate", "separately"} & set(said)
    if not several or not apart or len(many) < 2 or len(others) != 1:
        yield draft
        return
    rest = tuple(p for p in draft.parts if p not in many)
    for one in many:
        yield replace(draft, parts=(*rest, one))


_FEW = 4
"""Others with whom talks were held one by one; with more of them they may have been held together."""


def _drafts(reading: Reading, passage: Passage) -> Iterator[Draft]:
    title = heading(passage)
    stands = {t: _standing(passage, t, title) for t in passage.triggers}
    leading = max(stands, key=lambda t: (stands[t], -t.first), default=None)
    visit: Draft | None = None
    for trigger, standing in stands.items():
        if title and trigger.sense.frame is Frame.RECALL:
            continue
        draft = _draft(reading, passage, trigger, standing, leading)
        if draft.type is T.VISIT and not draft.parts and visit is not None and draft.when is not None:
            draft = replace(draft, parts=visit.parts)
        visit = draft if draft.type is T.VISIT and draft.parts else visit
        roles = {p.role for p in draft.parts}
        written = any(p.rule == "rule:writer" and p.ref.startswith("p") for p in draft.parts)
        if draft.type is T.LETTER and ({Role.SENDER, Role.RECIPIENT} <= roles or written):
            draft = replace(draft, standing=max(draft.standing, Standing.ATTENDED))
        if _habitual(passage, trigger) or _wished_for(passage, draft):
            continue
        noun = trigger.sense.frame in circumstances.NOUNS
        people = any(p.ref.startswith("p") for p in draft.parts)
        if trigger.sense.frame is Frame.ACT and draft.type is T.MEETING and not _talk(passage, draft):
            continue
        if (
            noun
            or (draft.type in {T.MULTILATERAL_MEETING, T.SUMMIT} and trigger.sense.frame is not Frame.GATHER)
            or (draft.type in {T.SIGNING, T.CEREMONY} and draft.when is not None and passage.index <= 1)
            or (draft.parts and (trigger.sense.frame is not Frame.WITH or people or len(draft.parts) > 1))
        ):
            yield draft


def _talk(passage: Passage, draft: Draft) -> bool:
    """Whether a verb such as "discussed" tells of talks: at the head of a text, of two people, alone."""
    people = {p.ref for p in draft.parts if p.ref.startswith("p")}
    if passage.index <= 1 and not people and grammar.collective(passage, draft.trigger.first):
        return True
    if passage.index <= 1 and not people and _organs(passage, draft.trigger):
        return True
    first = passage.index <= 1 and len(people) > 1 and len(passage.triggers) == 1
    both = {r for p in grammar.subjects(passage, draft.trigger.first) for r in p.refs if p.form == "name"}
    return first or (len(people) == len(both) == 2 and len(passage.triggers) == 1)


def _organs(passage: Passage, trigger: Trigger) -> bool:
    """Whether an organ is the subject: "the Council discussed", "the Committee reviewed"."""
    who = grammar.subjects(passage, trigger.first)
    return bool(who) and all(any(w in passage.text(p.first, p.last) for w in _ORGANS[:5]) for p in who)


def _standing(passage: Passage, trigger: Trigger, title: bool) -> Standing:
    """How firmly the sentence tells of it: "the meeting" without more recalls one that was told of."""
    stands = circumstances.standing(passage, trigger, title)
    if participants.in_participle(passage, trigger):
        return Standing.HAPPENS
    if stands is Standing.HAPPENS and trigger.sense.frame in circumstances.NOUNS and _definite(passage, trigger):
        return Standing.ATTENDED
    if stands is Standing.MENTIONED and _FOLLOWED.match(passage.text(trigger.last, trigger.last + 2)):
        return Standing.HAPPENS
    if stands is Standing.MENTIONED and places.venue_told(passage, trigger):
        return Standing.HAPPENS
    if stands is Standing.MENTIONED and participants.said_there(passage, trigger):
        return Standing.HAPPENS
    if stands is Standing.MENTIONED and (_with_somebody(passage, trigger) or _read_out(passage, trigger)):
        return Standing.HAPPENS
    return stands


def _with_somebody(passage: Passage, trigger: Trigger) -> bool:
    """ "was discussed during negotiations with X": talks with a person who is named."""
    opens = grammar.preposition(passage, circumstances.phrase_start(passage, trigger)) in {"during", "at"}
    people = [p for p in surroundings.beside(passage, trigger) if p.kind is MentionKind.OFFICIAL]
    return opens and trigger.sense.type is T.MEETING and trigger.sense.frame is Frame.NOUN and bool(people)


def _read_out(passage: Passage, trigger: Trigger) -> bool:
    """Whether a message is read to those who are gathered: "read out a message from X"."""
    start = circumstances.phrase_start(passage, trigger)
    near = passage.tokens[max(passage.first, start - 2) : start]
    return trigger.sense.type is T.LETTER and any(t.lemma in {"read", "deliver", "convey"} for t in near)


def _definite(passage: Passage, trigger: Trigger) -> bool:
    """Whether "the" or "this" stands right before the noun, and no name or preposition of a party behind it."""
    if passage.text(trigger.first - 1, trigger.first) not in {"the", "this", "these"}:
        start = circumstances.phrase_start(passage, trigger)
        placed = any(p.kind is MentionKind.PLACE and p.last == trigger.first for p in passage.parties)
        if not placed or trigger.first - start != 2 or passage.text(start, start + 1) != "the" or passage.index == 0:
            return False  # "the Minsk meeting" is one that was told of
    return passage.text(trigger.last, trigger.last + 1) not in {"of", "with", "between"}


def _draft(reading: Reading, passage: Passage, trigger: Trigger, standing: Standing, leading: Trigger | None) -> Draft:
    date = timing.when(passage, trigger, leading) or timing.when_together(passage, trigger, leading)
    parts = participants.of_trigger(passage, trigger, standing)
    own = [p for p in passage.parties if p.first < trigger.last and trigger.first < p.last]
    session = [p for p in own if p.kind is MentionKind.ORGANISATION]
    parts = joined(
        parts,
        [
            Part(ref=p.ref, role=Role.ATTENDEE, start=p.start, stop=p.stop, rule="rule:session_of_body", score=0.8)
            for p in session
        ],
    )
    noun = trigger.sense.frame in circumstances.NOUNS
    around = grammar.before_noun(passage, trigger.first) if noun else ()
    bodies = frozenset(p.ref for p in (*session, *around) if p.kind is MentionKind.ORGANISATION)
    bodies |= frozenset(p.ref for p in parts if p.rule == "rule:of_the_noun" and p.ref.startswith("o"))
    if not noun and trigger.sense.type in {T.MEETING, T.MULTILATERAL_MEETING} and _organs(passage, trigger):
        bodies |= frozenset(p.ref for p in parts if p.ref.startswith("o"))  # "the Council met"
    future = statuses.status(passage, trigger, standing, date, None).value == Status.PLANNED
    if future and date is not None and timing.in_dateline(passage, date.claim.stop):
        date = None  # "LAKE CITY, May 5 (Lake News) -- The Union will hold"
    mode = statuses.mode(passage, trigger, leading)
    kind = _type(reading, passage, trigger, bodies, parts)
    if kind is T.MEETING and mode is not None and mode.value == Mode.PHONE:
        kind = T.PHONE_CALL
    return Draft(
        trigger=trigger,
        passage=passage.index,
        standing=standing,
        type=kind,
        mode=mode,
        status=statuses.status(passage, trigger, standing, date, reading.document.published),
        when=date,
        where=places.where(passage, trigger, leading, reading.places),
        parts=parts,
        bodies=bodies,
        title=called.title(passage, trigger),
        plural=passage.tokens[trigger.last - 1].text.lower() in _PLURALS or _another(passage, trigger),
        anchored=_ANCHORS.search(passage.text(passage.first, passage.last)) is not None,
        sidelines=circumstances.on_sidelines(passage, trigger),
        session=bool(session),
    )


_SITTING = frozenset({"rule:subject_of_holding", "rule:meeting_as_participle"})


def _names(reading: Reading, parts: Sequence[Part]) -> str:
    there = {p.ref for p in parts}
    return " ".join(b.name.lower() for b in reading.organisations if b.id in there)


_ORGANS = ("council", "committee", "commission", "board", "group", "meeting", "assembly")


def _type(
    reading: Reading, passage: Passage, trigger: Trigger, bodies: frozenset[str], parts: Sequence[Part]
) -> InteractionType:
    """A session of leaders is a summit; a meeting with a body's name in it, and no two sides, is multilateral."""
    kind = trigger.sense.type
    people = any(p.ref.startswith("p") for p in parts)
    if kind is T.MEETING and not people and trigger.sense.frame not in circumstances.NOUNS:
        many = len(parts) > 2 or _organs(passage, trigger) or grammar.collective(passage, trigger.first)
        top = many and _TOP.search(passage.text(grammar.clause_start(passage, trigger.first), trigger.first))
        return T.SUMMIT if top else T.MULTILATERAL_MEETING if many else kind
    if trigger.sense.frame is Frame.GATHER:
        mine = passage.text(grammar.clause_start(passage, trigger.first), trigger.first)
        leaders = _LEADERS.search(_names(reading, parts)) or (_TOP.search(mine) and not people)
        return T.SUMMIT if leaders else kind
    if kind not in {T.MEETING, T.MULTILATERAL_MEETING} or trigger.sense.frame not in circumstances.NOUNS:
        return kind
    names = " ".join(b.name.lower() for b in reading.organisations if b.id in bodies)
    around = passage.text(trigger.first - 8, trigger.last + 8)
    if _LEADERS.search(names) or (kind is T.MULTILATERAL_MEETING and _LEADERS.search(around)):
        return T.SUMMIT
    states = [p for p in parts if p.ref in reading.states]
    if len(states) > 2 and not people:
        return T.SUMMIT if _TOP.search(passage.text(passage.first, trigger.first)) else T.MULTILATERAL_MEETING
    councils = any(w in names for w in _ORGANS)
    two = passage.text(trigger.last, trigger.last + 1) in {"with", "between"}
    people = any(p.kind is MentionKind.OFFICIAL for p in grammar.before_noun(passage, trigger.first))
    sits = [p for p in parts if p.rule == "rule:subject_of_holding"]
    organs = {b.id for b in reading.organisations if any(w in b.name.lower() for w in _ORGANS)}
    councils = councils or (bool(sits) and not people and bool(grammar.collective(passage, trigger.first)))
    councils = councils or (bool(sits) and all(p.ref in organs for p in sits))
    there = {p.ref for p in parts if p.role is not Role.CHAIR}
    alone = len(there) == 1 and not people and next(iter(there)).startswith("o")
    councils = councils or (alone and kind is T.MEETING and any(p.rule in _SITTING for p in parts))
    return T.MULTILATERAL_MEETING if (councils or (bodies and not people)) and not two else kind


def _wished_for(passage: Passage, draft: Draft) -> bool:
    """ "his readiness for talks with Freedonia": talks that nobody held."""
    idea = draft.type is T.MEETING and draft.standing is Standing.MENTIONED and draft.when is None
    before = grammar.preposition(passage, circumstances.phrase_start(passage, draft.trigger))
    return idea and before == "for" and not any(p.ref.startswith("p") for p in draft.parts)


def _habitual(passage: Passage, trigger: Trigger) -> bool:
    """ "the meetings that they hold every two years": what is done again and again is no event."""
    words = passage.text(trigger.last, min(passage.last, trigger.last + 10)).split()
    return trigger.sense.frame in circumstances.NOUNS and bool({"every", "annually", "yearly"} & set(words))


def _another(passage: Passage, trigger: Trigger) -> bool:
    """Whether the words mean one that was not told of yet: "the next meeting", "at the last session"."""
    if trigger.sense.frame not in circumstances.NOUNS:
        return False
    start = circumstances.phrase_start(passage, trigger)
    return bool(_OTHERS & set(passage.text(start, trigger.first).split()))
