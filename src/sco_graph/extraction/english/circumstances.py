"""When, where, how and whether: what belongs to one trigger of a sentence, and how firmly the sentence tells of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import InteractionType, Mode, Status
from ..dates import Use
from ..drafts import Claim, Standing, When, Where
from ..phrases import Found, Phrases
from ..lexicon import rows
from ..reading import MentionKind, PlaceMentioned
from ..triggers import Frame, Trigger
from . import grammar
from .passages import Party, Passage
from functools import cache

T = InteractionType
NOUNS = frozenset({Frame.NOUN, Frame.RECALL})
_HOLDS = frozenset({"hold", "have", "host", "conduct", "convene", "organise", "organize", "arrange", "launch", "chair", "co-chair", "open", "make", "pay", "begin", "start", "conclude", "give", "complete", "deliver", "co-host", "lead", "sign", "carry", "undertake"})
_PASSIVE = frozenset({"hold", "convene", "attend", "chair", "co-chair", "host", "organise", "organize", "open", "conduct", "dedicate", "devote", "deliver", "sign", "launch", "co-host", "send", "conclude"})
_RUNS = frozenset({"take", "begin", "start", "open", "end", "conclude", "continue", "gather", "focus", "bring", "discuss", "address", "consider", "review", "feature", "kick", "adopt", "mark", "come", "approve", "centre", "center"})
_ATTENDS = frozenset({"attend", "participate", "take", "address", "speak", "join", "deliver", "arrive"})
_NEAR = 8
"""Words between a noun and a bare year that is its own."""
_PLACES = frozenset({"in", "at", "to", "into", "from", "near"})


@cache
def _marks() -> Phrases[str]:
    return Phrases((pattern, value) for pattern, value in rows("en", "happenings", 2))


@cache
def _formats() -> Phrases[Mode]:
    return Phrases((pattern, Mode(value)) for pattern, value in rows("en", "modes", 2))


def standing(passage: Passage, trigger: Trigger, heading: bool) -> Standing:
    """How firmly the sentence tells of what the trigger names."""
    if trigger.sense.frame not in NOUNS:
        token = passage.tokens[trigger.first]
        relative = passage.text(trigger.first - 2, trigger.first).split()
        if "to" in relative[-1:] and not heading:
            return Standing.MENTIONED if token.pos in {"VB", "NV"} else Standing.HAPPENS
        return Standing.HAPPENS
    if trigger.sense.frame is Frame.RECALL:
        return Standing.MENTIONED
    if heading:
        return Standing.TITLE
    if happens(passage, trigger) is not None:
        return Standing.HAPPENS
    return Standing.ATTENDED if attends(passage, trigger) is not None else Standing.MENTIONED


def happens(passage: Passage, trigger: Trigger) -> int | None:
    """Index of the verb that says that the interaction takes place; None without one."""
    before = _governing(passage, trigger, _HOLDS)
    if before is not None:
        return before
    if grammar.preposition(passage, phrase_start(passage, trigger)):
        return None
    for i in range(trigger.last, min(passage.last, trigger.last + 45)):
        token = passage.tokens[i]
        if token.pos in {"WH", "SC"} or token.text in {";", ":"}:
            return None
        if token.pos in {"AUX", "MD"}:
            return _passive(passage, i)
        if token.pos in {"VBD", "VBZ"} and token.lemma in _RUNS | {"bring"}:
            return i
        if token.pos in {"VBD", "VBZ"} and token.lemma not in _PASSIVE:
            return None
    return None


def _passive(passage: Passage, at: int) -> int | None:
    """ "was held", "will take place", "is under way": the verb behind auxiliaries."""
    for i in range(at, min(passage.last, at + 6)):
        token = passage.tokens[i]
        if token.pos in {"AUX", "MD", "RB"} or token.text.lower() in {"to", "also"}:
            continue
        return i if token.lemma in _PASSIVE | _RUNS | {"schedule", "plan"} else None
    return None


def phrase_start(passage: Passage, trigger: Trigger) -> int:
    """The first token of the noun phrase of a trigger."""
    i = trigger.first
    while i > passage.first:
        party = next((p for p in passage.parties if p.last == i), None)
        token = passage.tokens[i - 1]
        if party is not None:
            i = party.first
        elif token.pos in {"", "DT", "VBG", "NV", "VBN", "RB"} and token.text[0].isalnum() or token.text in {"'s", "’s", "-"}:
            i -= 1
        else:
            break
    return i


def _governing(passage: Passage, trigger: Trigger, lemmas: frozenset[str]) -> int | None:
    """The verb before a noun that has it as its object: "held productive talks"."""
    start = phrase_start(passage, trigger)
    for i in range(start - 1, max(passage.first, start - 7) - 1, -1):
        token = passage.tokens[i]
        if token.pos in {"VBD", "VBZ", "VB", "VBG", "NV", "AUX"} and token.lemma in lemmas:
            return i
        if token.pos in {"IN", "CC"} or token.text == ",":
            if token.text.lower() in {"in", "at", "with", "by"} or token.pos == "CC" or token.text == ",":
                if token.text == "," or token.pos == "CC":
                    listed = [t for t in passage.triggers if t.last <= i and t.sense.frame in NOUNS]
                    return _governing(passage, listed[-1], lemmas) if listed and start - listed[-1].last < 14 else None
                return None
        if token.pos in {"VBD", "VBZ", "MD"}:
            return None
    return None


def attends(passage: Passage, trigger: Trigger) -> int | None:
    """Index of "attended", "took part in", "spoke at" before the noun."""
    start = phrase_start(passage, trigger)
    for i in range(start - 1, max(passage.first, start - 9) - 1, -1):
        token = passage.tokens[i]
        if token.lemma in _ATTENDS and token.pos in {"VBD", "VBZ", "VB", "VBG"}:
            return i
        if token.lemma == "part" or token.pos in {"IN", "DT"} or token.pos == "" and i > start - 9:
            continue
        return None
    return None


def owner(passage: Passage, first: int, *, leading: Trigger | None) -> Trigger | None:
    """The trigger to which words at a token belong: the last before them, or the one the sentence is about."""
    before = [t for t in passage.triggers if t.last <= first]
    if not before:
        return leading
    last = before[-1]
    if leading is not None and leading in before and last is not leading:
        between = passage.tokens[last.last : first]
        if any(t.text == "," for t in between[-2:]) and passage.tokens[first - 1].text.lower() == "on":
            return leading
    return last


def when(passage: Passage, trigger: Trigger, leading: Trigger | None) -> When | None:
    """The date that belongs to the trigger; the most precise, then the nearest of several."""
    mine = [
        d
        for d in passage.dates
        if d.use is Use.WHEN
        and owner(passage, passage.token_at(d.start), leading=leading) == trigger
        and (d.precision > 1 or trigger.sense.frame is not Frame.RECALL)
        and (d.precision > 1 or 0 <= passage.token_at(d.start) - trigger.last <= _NEAR)
    ]
    if not mine:
        return None
    best = max(mine, key=lambda d: (d.precision, -abs(d.start - trigger.start)))
    return When(
        date=best.date, end=best.end, claim=Claim(value=best.date, start=best.start, stop=best.stop, rule=best.rule)
    )


def where(passage: Passage, trigger: Trigger, leading: Trigger | None, places: Sequence[PlaceMentioned]) -> Where:
    """City and state that belong to the trigger: behind "in", "at", "to"."""
    if trigger.sense.type in {T.LETTER, T.PHONE_CALL}:
        return Where()
    known = {place.key: place for place in places}
    city = next((p for p in passage.of_kind(MentionKind.PLACE) if _located(passage, trigger, p, leading)), None)
    state = next((p for p in passage.of_kind(MentionKind.STATE) if _located(passage, trigger, p, leading)), None)
    place = known.get(city.ref) if city is not None else None
    if place is not None and city is not None:
        named = Claim(value=place.key, start=city.start, stop=city.stop, rule="rule:place_of")
        inside = replace_value(named, place.state) if place.state else None
        return Where(key=place.key, name=place.name, place=named, state=inside)
    venue = next((p for p in passage.of_kind(MentionKind.ORGANISATION) if _venue(passage, trigger, p, leading)), None)
    if venue is not None:
        name = _spelt(passage, venue)
        named = Claim(value=name, start=venue.start, stop=venue.stop, rule="rule:venue")
        return Where(name=name, place=named)
    if state is not None:
        return Where(state=Claim(value=state.ref, start=state.start, stop=state.stop, rule="rule:state_of", score=0.8))
    return Where()


_VENUES = ("secretariat", "headquarters", "embassy", "university", "institute", "academy", "palace", "parliament")


def _spelt(passage: Passage, party: Party) -> str:
    return " ".join(t.text for t in passage.tokens[party.first : party.last])


def _venue(passage: Passage, trigger: Trigger, party: Party, leading: Trigger | None) -> bool:
    """Whether the interaction took place at a body's seat: "at the SCO Secretariat"."""
    house = passage.text(party.last - 1, party.last).endswith(_VENUES)
    there = grammar.preposition(passage, party.first) in {"at", "in"}
    return house and there and owner(passage, party.first, leading=leading) == trigger


def replace_value(claim: Claim, value: str) -> Claim:
    """The claim with another value: the state of a place."""
    return Claim(value=value, start=claim.start, stop=claim.stop, rule="rule:state_of_place")


def _located(passage: Passage, trigger: Trigger, party: Party, leading: Trigger | None) -> bool:
    if party.kind is MentionKind.STATE and (party.form == "adjective" or grammar.modifies(passage, party)):
        return False
    if owner(passage, party.first, leading=leading) != trigger:
        return False
    before = grammar.preposition(passage, party.first)
    if before in {"to", "into", "from"}:
        return trigger.sense.type is T.VISIT and before != "from"
    if before in _PLACES:
        return party.kind is MentionKind.PLACE or before == "in"
    visited = trigger.sense.type is T.VISIT and 0 <= party.first - trigger.last <= 2
    comma = party.kind is MentionKind.PLACE and passage.text(party.first - 1, party.first) == "," and party.first - trigger.last > 0
    return visited or comma


def mode(passage: Passage, trigger: Trigger, leading: Trigger | None) -> Claim | None:
    """The mode that the trigger itself or words of format give."""
    if trigger.sense.mode is not None:
        return Claim(value=trigger.sense.mode, start=trigger.start, stop=trigger.stop, rule=trigger.name)
    for found in formats(passage):
        apart = found.last <= trigger.first or found.first >= trigger.last
        if apart and owner(passage, found.first, leading=leading) == trigger:
            start, stop = passage.tokens[found.first].start, passage.tokens[found.last - 1].stop
            return Claim(value=found.value, start=start, stop=stop, rule="rule:mode_of")
    return None


def formats(passage: Passage) -> tuple[Found[Mode], ...]:
    """Words of format in a sentence: "via videoconference"."""
    return _formats().longest(passage.tokens, passage.first, passage.last)


_FUTURE = re.compile(r"\b(?:will|shall|would|is to|are to|to be|(?:is|are) (?:scheduled|expected|planned|due|slated|set))\b")


def status(passage: Passage, trigger: Trigger, stands: Standing, date: When | None, published: str | None) -> Claim:
    """Held unless the words say otherwise: a marker, a future verb, or a date yet to come."""
    start = phrase_start(passage, trigger)
    for found in _marks().longest(passage.tokens, max(passage.first, start - 4), min(passage.last, trigger.last + 12)):
        behind = found.first >= trigger.last
        others = [t for t in passage.triggers if t is not trigger and (trigger.last <= t.first < found.first if behind else found.last <= t.first < start)]
        if others or (behind and found.value.startswith("<")):
            continue
        return _claim(passage, found.first, found.last, found.value.lstrip("<"), "rule:status_marked")
    verb = happens(passage, trigger) if trigger.sense.frame in NOUNS else trigger.first
    for low, high in ((max(passage.first, (verb or start) - 4), verb or start), (trigger.last, trigger.last + 14)):
        for i in range(low, min(high, passage.last)):
            token = passage.tokens[i]
            if i >= trigger.last and (token.pos in {"VBD", "VBZ"} or token.text in {";", "."} or any(t.first <= i < t.last for t in passage.triggers)):
                break
            if token.text.lower() in {"will", "shall", "'ll"} and i not in passage.quoted:
                return _claim(passage, i, i + 1, Status.PLANNED, "rule:status_future")
    if date is not None and published and date.date[: len(published)] > published[: len(date.date)]:
        return Claim(value=Status.PLANNED, start=date.claim.start, stop=date.claim.stop, rule="rule:date_to_come")
    return Claim(value=Status.HELD, start=trigger.start, stop=trigger.stop, rule="rule:told_as_held", score=0.8)


def _claim(passage: Passage, first: int, last: int, value: str, rule: str) -> Claim:
    tokens = passage.tokens
    return Claim(value=value, start=tokens[first].start, stop=tokens[last - 1].stop, rule=rule)
