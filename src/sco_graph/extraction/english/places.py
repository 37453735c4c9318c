"""Where an interaction was: city, venue and state that belong to its trigger."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import InteractionType
from ..drafts import Claim, Where
from ..reading import MentionKind, PlaceMentioned
from ..triggers import Trigger
from . import grammar, words
from .circumstances import NOUNS, happens, phrase_start
from .passages import Party, Passage
from .timing import owner

T = InteractionType
_PLACES = frozenset({"in", "at", "to", "into", "from", "near"})


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
    unseen = _unseen(passage, trigger, leading)
    if unseen is not None:
        land = next((p for p in passage.of_kind(MentionKind.STATE) if _right_behind(passage, unseen[1], p)), None)
        text = " ".join(t.text for t in passage.tokens[unseen[0] : unseen[1]])
        first, last = passage.tokens[unseen[0]], passage.tokens[unseen[1] - 1]
        named = Claim(value=text, start=first.start, stop=last.stop, rule="rule:place_unseen", score=0.6)
        return Where(name=text, place=named, state=replace_value(named, land.ref) if land else None)
    if state is not None and state.ref in CITIES:
        return of_city_state(state)
    if state is not None:
        return Where(state=Claim(value=state.ref, start=state.start, stop=state.stop, rule="rule:state_of", score=0.8))
    return Where()


def _hosting(passage: Passage, trigger: Trigger, party: Party) -> bool:
    """ "hosted by Freedonia", "Lake City was the venue of the talks"."""
    if party.first >= trigger.last:
        to_host = passage.text(party.last, party.last + 4).split()
        relative = passage.text(party.first - 1, party.first) in {"which", "that"} and bool(_HOSTING & set(to_host))
        return relative or "hosted by" in passage.text(party.first - 3, party.first)
    between = passage.text(party.last, phrase_start(passage, trigger)).split()
    return bool(_VENUE_WORDS & set(between)) and len(between) <= _VENUE_REACH


_VENUE_WORDS = frozenset({"venue", "host", "scene", "setting", "site", "welcomed", "saw"})
_VENUE_REACH = 9
_HOSTING = frozenset({"host", "hosts", "hosted"})


def _unseen(passage: Passage, trigger: Trigger, leading: Trigger | None) -> tuple[int, int] | None:
    """Tokens of a place that the tables lack: words with a capital behind "in" that are no words of the language."""
    taken = {i for p in passage.parties for i in range(p.first, p.last)}
    for at in range(passage.first + 1, passage.last):
        if passage.tokens[at - 1].text.lower() != "in" or not _a_name(passage, at, taken):
            continue
        last = at + 1
        while last < passage.last and last - at < _LONGEST and _a_name(passage, last, taken):
            last += 1
        named = last < passage.last and passage.tokens[last].text[0].isupper() and last not in taken
        if not named and owner(passage, at, leading=leading) == trigger:
            return at, last
    return None


_LONGEST = 3


def _a_name(passage: Passage, at: int, taken: set[int]) -> bool:
    word = passage.tokens[at].text
    plain = word.replace("-", "").replace("’", "").replace("'", "").isalpha() and word[0].isupper() and len(word) > 2
    return plain and at not in taken and not word.isupper() and not words.common(word)


def _right_behind(passage: Passage, at: int, party: Party) -> bool:
    return party.first in {at, at + 1} and passage.text(at, party.first) in {"", ","} and party.form != "adjective"


def inside_of(named: Claim, found: PlaceMentioned) -> Claim | None:
    return replace_value(named, found.state) if found.state else None


CITIES = {"SG": "Singapore", "MC": "Monaco", "LU": "Luxembourg", "DJ": "Djibouti", "SM": "San Marino"}
"""States whose name is that of their city."""


def of_city_state(party: Party) -> Where:
    name = CITIES[party.ref]
    named = Claim(value=name, start=party.start, stop=party.stop, rule="rule:place_of")
    state = replace_value(named, party.ref)
    return Where(name=name, place=named, state=state)


def alone(places: Sequence[PlaceMentioned], passage: Passage) -> Where:
    """The one place of a sentence that is said to be where something was; nowhere if there are several or none."""
    known = {place.key: place for place in places}
    able = [
        p
        for p in passage.of_kind(MentionKind.PLACE)
        if not _part_of_name(passage, p) and grammar.preposition(passage, _governor(passage, p)) in {"in", "at"}
    ]
    found = known.get(able[0].ref) if len({p.ref for p in able}) == 1 else None
    if found is None:
        return Where() if able else _land_alone(passage)
    named = Claim(value=found.key, start=able[0].start, stop=able[0].stop, rule="rule:place_told_apart", score=0.6)
    return Where(key=found.key, name=found.name, place=named, state=inside_of(named, found))


def _land_alone(passage: Passage) -> Where:
    lands = [
        p
        for p in passage.of_kind(MentionKind.STATE)
        if p.form != "adjective"
        and not grammar.modifies(passage, p)
        and grammar.preposition(passage, _governor(passage, p)) == "in"
    ]
    if len({p.ref for p in lands}) != 1:
        return Where()
    first = lands[0]
    return Where(
        state=Claim(value=first.ref, start=first.start, stop=first.stop, rule="rule:state_told_apart", score=0.5)
    )


def _part_of_name(passage: Passage, party: Party) -> bool:
    """Whether a place only qualifies what follows: "Baku International Port", "Seoul's ministry"."""
    following = passage.tokens[party.last] if party.last < passage.last else None
    if following is None or any(p.first == party.last and p.kind is MentionKind.OFFICIAL for p in passage.parties):
        return False
    return following.text in {"'s", "’s"} or (
        following.text[0].isupper() and following.pos not in {"IN", "DT", "AUX", "VBD"}
    )


def venue_told(passage: Passage, trigger: Trigger) -> bool:
    """Whether the sentence says where it was, and no more: "Lake City was the venue of the summit"."""
    if trigger.sense.frame not in NOUNS or grammar.preposition(passage, phrase_start(passage, trigger)) not in {
        "of",
        "for",
    }:
        return False
    start = phrase_start(passage, trigger)
    words = passage.text(max(passage.first, start - 3), start).split()
    return bool({"venue", "scene", "setting", "site", "host"} & set(words))


def _hosts(passage: Passage, trigger: Trigger, party: Party) -> bool:
    """Whether the place is said to host it: "Moscow hosted the forum", "Tashkent will host the meeting"."""
    if trigger.sense.frame not in NOUNS or party.kind is MentionKind.ORGANISATION:
        return False
    if _hosting(passage, trigger, party):
        return True
    verb = happens(passage, trigger)
    if verb is None or passage.tokens[verb].lemma != "host" or party.last > verb:
        return False
    between = passage.tokens[party.last : verb]
    return all(t.pos in {"MD", "RB", "AUX"} or t.text.lower() in _TO_COME for t in between)


def _governor(passage: Passage, party: Party) -> int:
    """Where the phrase of a place begins: at "the Tajik capital of Dushanbe", "Freedonia's Lake City"."""
    at = party.first
    while at > passage.first:
        before = next((p for p in passage.parties if p.last in {at, at - 1} and p.kind in _LANDS), None)
        word = passage.text(at - 1, at)
        if before is not None and (before.last == at or word in {"'s", "’s"}):
            at = before.first
        elif (
            word in _SETTLEMENTS
            or (word == "of" and passage.text(at - 2, at - 1) in _SETTLEMENTS)
            or passage.tokens[at - 1].pos == "DT"
        ):
            at -= 1
        else:
            break
    return at


def _holds_place(passage: Passage, party: Party) -> bool:
    """Whether a state only says where an unknown place is: "Freedonia's Lake City", "Freedonia's capital"."""
    if passage.text(party.last, party.last + 1) not in {"'s", "’s"} or party.last + 1 >= passage.last:
        return False
    following = passage.tokens[party.last + 1]
    taken = any(t.first <= party.last + 1 < t.last for t in passage.triggers)
    named = following.text[0].isupper() and following.text.isalpha() and not words.common(following.text)
    return not taken and (named or following.text.lower() in _SETTLEMENTS)


def _subject_matter(passage: Passage, trigger: Trigger, at: int) -> bool:
    """Whether what is in a place is talked of, not held there: "the situation in Freedonia"."""
    if trigger.sense.type is T.ELECTION_OBSERVATION:
        return False
    i = at - 1
    while i > passage.first and passage.tokens[i].pos != "IN":
        i -= 1
    return passage.text(i - 1, i) in _MATTERS


_LANDS = frozenset({MentionKind.STATE, MentionKind.PLACE})
_SETTLEMENTS = frozenset({"capital", "city", "town", "village", "resort", "port", "region", "province", "district"})
_MATTERS = words.wordset("matters-in-a-place")
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
    if party.kind is MentionKind.STATE and grammar.modifies(passage, party) and not _holds_place(passage, party):
        return False
    if _hosts(passage, trigger, party):
        return True
    if owner(passage, party.first, leading=leading) != trigger:
        return False
    if party.kind is MentionKind.PLACE and party.last == trigger.first and trigger.sense.frame in NOUNS:
        return True  # "the Lake City summit"
    governor = _governor(passage, party)
    before = grammar.preposition(passage, governor)
    if before == "to" and "welcome" in passage.text(party.first - 5, party.first):
        return trigger.sense.type is not T.VISIT
    if before in {"to", "into", "from"}:
        return trigger.sense.type is T.VISIT and before != "from"
    if before in _PLACES:
        return (party.kind is MentionKind.PLACE or before == "in") and not _subject_matter(passage, trigger, governor)
    visited = trigger.sense.type is T.VISIT and 0 <= party.first - trigger.last <= 2
    comma = (
        party.kind is MentionKind.PLACE
        and passage.text(party.first - 1, party.first) == ","
        and party.first - trigger.last > 0
    )
    return visited or comma
