"""When, where, how and whether: what belongs to one trigger of a sentence, and how firmly the sentence tells of it."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import InteractionType
from ..dates import Use
from ..drafts import Claim, Standing, When, Where
from ..reading import MentionKind, PlaceMentioned
from ..triggers import Frame, Trigger
from . import grammar, words
from .passages import Party, Passage

T = InteractionType
NOUNS = frozenset({Frame.NOUN, Frame.RECALL})
_HOLDS = words.wordset("verbs-of-holding")
_PASSIVE = words.wordset("verbs-held-by")
_RUNS = words.wordset("verbs-of-running")
_ATTENDS = words.wordset("verbs-of-attending")
_BEFORE_GERUND = frozenset({"for", "of", "on", "in", "to", "and"})
"""Words before a gerund that tell of no interaction by themselves: "preparing for and holding"."""
_LIST = 14
"""Words between the nouns of one list."""
_NEAR = 8
"""Words between a noun and a bare year that is its own."""
_PLACES = frozenset({"in", "at", "to", "into", "from", "near"})


def standing(passage: Passage, trigger: Trigger, heading: bool) -> Standing:
    """How firmly the sentence tells of what the trigger names."""
    if trigger.sense.frame not in NOUNS:
        token = passage.tokens[trigger.first]
        relative = passage.text(trigger.first - 2, trigger.first).split()
        if "to" in relative[-1:] and not heading:
            return Standing.MENTIONED if token.pos in {"VB", "NV"} else Standing.HAPPENS
        return Standing.HAPPENS
    if trigger.sense.frame is Frame.RECALL:
        return Standing.MENTIONED if attends(passage, trigger) is None else Standing.ATTENDED
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
    """The first token of the noun phrase of a trigger: back to an article, a preposition or a verb."""
    i = trigger.first
    while i > passage.first:
        party = next((p for p in passage.parties if p.last == i), None)
        token = passage.tokens[i - 1]
        if party is not None:
            i = party.first
        elif token.pos == "DT":
            return i - 1
        elif (token.pos in {"", "VBG", "NV", "VBN", "RB"} and token.text[0].isalnum()) or token.text in {
            "'s",
            "’s",
            "-",
        }:
            i -= 1
        elif token.text == "and" and i - 2 >= passage.first and _adjective(passage, i - 2):
            i -= 2
        else:
            break
    return i


def _adjective(passage: Passage, at: int) -> bool:
    token = passage.tokens[at]
    return token.pos in {"", "RB"} and token.text.islower() and not any(p.first <= at < p.last for p in passage.parties)


def _governing(passage: Passage, trigger: Trigger, lemmas: frozenset[str]) -> int | None:
    """The verb before a noun that has it as its object: "held productive talks"."""
    start = phrase_start(passage, trigger)
    for i in range(start - 1, max(passage.first, start - 7) - 1, -1):
        token = passage.tokens[i]
        if token.pos in {"VBD", "VBZ", "VB", "VBG", "NV", "AUX"} and token.lemma in lemmas:
            return None if token.pos == "VBG" and passage.text(i - 1, i) in _BEFORE_GERUND else i
        if token.text == "," or token.pos == "CC":
            listed = [t for t in passage.triggers if t.last <= i and t.sense.frame in NOUNS]
            return _governing(passage, listed[-1], lemmas) if listed and start - listed[-1].last < _LIST else None
        if token.text.lower() in {"in", "at", "with", "by"}:
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
            between = [t.text.lower() for t in passage.tokens[i + 1 : start]]
            if token.pos == "VB" and i > passage.first and passage.tokens[i - 1].text.lower() == "to":
                return None
            direct = token.lemma in {"attend", "join", "address"} and not {"of", "about"} & set(between)
            there = bool(between) and between[-1] in {"in", "at", "to", "during"} and not {"of", "about"} & set(between)
            return i if direct or (there and token.lemma not in {"arrive"}) else None
        if token.pos in {"VBD", "VBZ", "MD", "AUX"} or token.text in {";", ":"}:
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
        and (trigger.sense.frame is not Frame.ACT or d.start < trigger.start or trigger.sense.type is not T.MEETING)
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


def _part_of_name(passage: Passage, party: Party) -> bool:
    """Whether a place only qualifies what follows: "Baku International Port", "Seoul's ministry"."""
    following = passage.tokens[party.last] if party.last < passage.last else None
    if following is None:
        return False
    return following.text in {"'s", "’s"} or (
        following.text[0].isupper() and following.pos not in {"IN", "DT", "AUX", "VBD"}
    )


def _hosts(passage: Passage, trigger: Trigger, party: Party) -> bool:
    """Whether the place is said to host it: "Moscow hosted the forum", "Tashkent will host the meeting"."""
    verb = happens(passage, trigger) if trigger.sense.frame in NOUNS else None
    if (
        verb is None
        or passage.tokens[verb].lemma != "host"
        or party.last > verb
        or party.kind is MentionKind.ORGANISATION
    ):
        return False
    between = passage.tokens[party.last : verb]
    return all(t.pos in {"MD", "RB", "AUX"} or t.text.lower() in _TO_COME for t in between)


_TO_COME = frozenset({"to", "set", "due", "expected", "scheduled", "going"})
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
    if party.form == "adjective" or _part_of_name(passage, party):
        return False
    if party.kind is MentionKind.STATE and grammar.modifies(passage, party):
        return False
    if _hosts(passage, trigger, party):
        return True
    if owner(passage, party.first, leading=leading) != trigger:
        return False
    before = grammar.preposition(passage, party.first)
    if before in {"to", "into", "from"}:
        return trigger.sense.type is T.VISIT and before != "from"
    if before in _PLACES:
        return party.kind is MentionKind.PLACE or before == "in"
    visited = trigger.sense.type is T.VISIT and 0 <= party.first - trigger.last <= 2
    comma = (
        party.kind is MentionKind.PLACE
        and passage.text(party.first - 1, party.first) == ","
        and party.first - trigger.last > 0
    )
    return visited or comma
