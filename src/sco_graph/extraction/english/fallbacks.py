"""The main event of a document that tells of none: only what somebody said, or did."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...model import InteractionType, Role, Status
from ..dates import Use
from ..drafts import Account, Claim, Draft, Part, Standing, When, Where
from ..reading import MentionForm, MentionKind, Reading, Token
from ..triggers import Frame, Sense, Trigger
from . import acts, grammar, places
from .passages import Party, Passage

_OBSERVER = re.compile(r"\bobservers?\b")
_ELECTIONS = re.compile(r"\b(?:elections?|referendum|polling)\b")
_OBSERVERS = re.compile(r"\bobservers?\b.*\b(?:elect\w*|vote|poll\w*|referendum)\b")
_GUEST = re.compile(r"\b(?:guests?|visitors?|host|callers?) (?:of|at|from|in|for|to|was|were)\b")
_PHONE = re.compile(r"\b(?:by|over|on|via) (?:the )?(?:tele)?phone\b")
_PRESS = re.compile(
    r"\b(?:journalists?|reporters?|interview|press(?! club)|briefing|correspondent|told \w+ (?:news|agency))\b"
)


def accounts(reading: Reading, passages: Sequence[Passage]) -> tuple[Account, ...]:
    """One account of whoever speaks, from the first sentence that has somebody; none without anybody."""
    for passage in passages:
        people = _speakers(passage)
        if people:
            return (_account(reading, passages, passage, people),)
    for passage in passages:
        bodies = [p for p in passage.of_kind(MentionKind.ORGANISATION) if not grammar.preposition(passage, p.first)]
        if bodies:
            parts = [
                Part(ref=p.ref, role=Role.ATTENDEE, start=p.start, stop=p.stop, rule="rule:acts", score=0.4)
                for p in bodies[:1]
            ]
            return (_account(reading, passages, passage, parts),)
    return ()


def lead(reading: Reading, passages: Sequence[Passage], told: Sequence[Draft]) -> tuple[Draft, ...]:
    """The draft of a text whose first sentences tell of its event in words that no lexicon has; none where one does.

    "Ambassadors stretched out on mats on Sunday ...": a day, somebody, and a verb, while what follows only recalls it.
    """
    firm = [d for d in told if d.standing is Standing.HAPPENS and (d.passage <= _LEAD or _session_soon(d))]
    near = [d for d in told if d.passage <= 1 and not (d.bare and d.standing is Standing.MENTIONED and d.passage == 1)]
    if not told or firm or near or _in_first_person(passages):
        return ()
    for passage in passages[:2]:
        day = any(d.precision == 3 and d.use is Use.WHEN for d in passage.dates)
        somebody = passage.of_kind(MentionKind.OFFICIAL, MentionKind.ORGANISATION) or _sent(passage)
        if day and somebody and any(t.pos in {"VBD", "VBZ", "AUX"} for t in _words(passage)):
            people = _speakers(passage) or _sent(passage)
            draft = _account(reading, passages, passage, people).sum
            kind = _named_later(passages, draft, told)
            sense = replace(draft.trigger.sense, type=kind)
            trigger = replace(draft.trigger, sense=sense, pattern="fallback_lead")
            return (replace(draft, type=kind, standing=Standing.HAPPENS, trigger=trigger),)
    return ()


def _session_soon(draft: Draft) -> bool:
    """Whether a session is told of firmly, with its day, behind the heading of a document that it adopted."""
    sits = draft.type in {InteractionType.MULTILATERAL_MEETING, InteractionType.SUMMIT} and draft.when is not None
    return sits and draft.passage <= _SOON


_THERE = frozenset({"presence of", "participation of", "attendance of", "guest of", "guests of"})
_LEAD = 3
"""Sentences in which an event that is told of firmly needs no other."""
_SOON = 6


def _named_later(passages: Sequence[Passage], draft: Draft, told: Sequence[Draft]) -> InteractionType:
    """What kind it is: by its own words, else by the noun that recalls it ("the talks"), else by who is named."""
    if draft.type not in {InteractionType.OTHER, InteractionType.MEETING}:
        return draft.type
    recalled = (
        d.type
        for d in told
        if d.passage <= _SOON and d.standing is not Standing.HAPPENS and d.when is None and not d.plural
        if d.trigger.sense.frame in {Frame.NOUN, Frame.RECALL} and not d.bodies and not d.title
        if _recalls(passages[d.passage], d.trigger)
    )
    return next(recalled, draft.type)


def _sent(passage: Passage) -> list[Part]:
    """States and bodies whose people do something: "soldiers from A and B are training"."""
    groups = grammar.groups(passage, passage.first, passage.last)
    return [
        Part(ref=p.ref, role=Role.ATTENDEE, start=p.start, stop=p.stop, rule="rule:sent", score=0.5)
        for group in groups
        if grammar.delegates(passage, group[0].first)
        for p in group
    ]


def _recalls(passage: Passage, trigger: Trigger) -> bool:
    """Whether a noun means what was told of: "the talks", "at the meeting", but not "preparing for the summit"."""
    article = passage.text(trigger.first - 1, trigger.first) in {"the", "this"}
    return article and grammar.preposition(passage, trigger.first - 1) not in {"for", "from", "since", "by"}


def _in_first_person(passages: Sequence[Passage]) -> bool:
    words = [t.text for p in passages[:5] for t in _words(p)]
    return any(w in {"I", "We", "we", "my", "Dear", "Distinguished", "Excellencies"} for w in words)


def _words(passage: Passage) -> Sequence[Token]:
    return passage.tokens[passage.first : passage.last]


def _speakers(passage: Passage) -> list[Part]:
    found: dict[str, Part] = {}
    for verb in acts.verbs(passage, passage.first, passage.last):
        if verb.act is None or verb.first in passage.quoted:
            continue
        for party in grammar.subjects(passage, verb.first):
            if party.kind is MentionKind.OFFICIAL:
                for ref in party.refs:
                    found.setdefault(
                        ref, Part(ref=ref, role=Role.SPEAKER, start=party.start, stop=party.stop, rule="rule:speaks")
                    )
    together = [p for p in passage.of_kind(MentionKind.OFFICIAL) if _by_name(passage, p)]
    if len({p.ref for p in together}) > 1 and passage.index <= 1:
        for party in together:
            part = Part(ref=party.ref, role=Role.ATTENDEE, start=party.start, stop=party.stop, rule="rule:together")
            found.setdefault(party.ref, part)
    if not found:
        named = [p for p in passage.of_kind(MentionKind.OFFICIAL) if p.form is MentionForm.NAME]
        for party in named[:1]:
            found[party.ref] = Part(
                ref=party.ref, role=Role.SPEAKER, start=party.start, stop=party.stop, rule="rule:speaks", score=0.5
            )
    return list(found.values())


def _by_name(passage: Passage, party: Party) -> bool:
    named = party.form is MentionForm.NAME and len(party.refs) == 1 and not grammar.modifies(passage, party)
    before = grammar.preposition(passage, party.first)
    there = passage.text(party.first - 2, party.first) in _THERE
    return named and (there or before not in {"of", "for", "about", "as"})


def _kind(passage: Passage, people: list[Part], elections: bool) -> InteractionType:
    """What kind it is by words that alone tell of none: of the press, of the telephone, of two people."""
    words = passage.text(passage.first, passage.last)
    if _OBSERVERS.search(words) or (_OBSERVER.search(words) and elections):
        return InteractionType.ELECTION_OBSERVATION
    if _PRESS.search(words):
        return InteractionType.BRIEFING
    if _PHONE.search(words):
        return InteractionType.PHONE_CALL
    if _GUEST.search(words) and len(people) == 1:
        return InteractionType.MEETING
    many = len(people) > 1 and all(p.ref.startswith("p") for p in people)
    return InteractionType.MEETING if many else InteractionType.OTHER


def _account(reading: Reading, passages: Sequence[Passage], passage: Passage, people: list[Part]) -> Account:
    first, last = passage.first, passage.last
    start, stop = passage.tokens[first].start, passage.tokens[last - 1].stop
    elections = any(_ELECTIONS.search(p.text(p.first, p.last)) for p in passages[passage.index : passage.index + 3])
    kind = _kind(passage, people, elections)
    sense = Sense(kind, None, Frame.NOUN)
    trigger = Trigger(first=first, last=last, start=start, stop=stop, sense=sense, pattern="fallback_said")
    days = (d for p in (passage, *passages[: passage.index + 2]) for d in p.dates if d.precision == 3)
    day = next((d for d in days if d.use is Use.WHEN), None)
    when = None
    if day is not None:
        claim = Claim(value=day.date, start=day.start, stop=day.stop, rule=day.rule, score=0.6)
        when = When(date=day.date, end=day.end, claim=claim)
    draft = Draft(
        trigger=trigger,
        passage=passage.index,
        standing=Standing.ATTENDED,
        type=kind,
        mode=None,
        status=Claim(value=Status.HELD, start=start, stop=stop, rule="rule:told_as_held", score=0.6),
        when=when,
        where=Where() if kind is InteractionType.PHONE_CALL else places.alone(reading.places, passage),
        parts=tuple(people),
        bodies=frozenset(),
    )
    return Account(sum=draft, drafts=(draft,))
