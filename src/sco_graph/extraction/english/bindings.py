"""Which words of the lexicon tell of an interaction here: verbs that need somebody, or somewhere, right behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...model import InteractionType
from ..reading import MentionKind
from ..triggers import Frame, Sense, Trigger
from . import grammar, surroundings
from .passages import Party, Passage

_AFTER_GATHERING = frozenset({"IN", "RB", "WH", "SC", "CC", ""})
_SOMEWHERE = (MentionKind.PLACE, MentionKind.STATE, MentionKind.ORGANISATION)
_REACH = 4


def bound(passage: Passage) -> Passage:
    """The passage without the triggers that what stands beside them shows to mean something else.

    A council at which somebody is, or for which somebody comes, is a session of it.
    """
    able = [t for t in passage.triggers if _able(passage, t) and not _session_of(passage, t)]
    able += [t for t in _sessions(passage) if not any(t.first < o.last and o.first < t.last for o in able)]
    return replace(passage, triggers=tuple(sorted(able, key=lambda t: t.first)))


def _session_of(passage: Passage, trigger: Trigger) -> bool:
    """Whether a session is only that of a conference named behind it: "the opening session of the Lake Forum"."""
    if trigger.sense.type is not InteractionType.MULTILATERAL_MEETING or trigger.sense.frame is not Frame.NOUN:
        return False
    words = passage.text(trigger.first, trigger.last).split()
    following = next((t for t in passage.triggers if trigger.last < t.first <= trigger.last + _REACH + 2), None)
    whole = following is not None and following.sense.type is InteractionType.CONFERENCE
    return "session" in words and whole and passage.text(trigger.last, trigger.last + 1) == "of"


def _sessions(passage: Passage) -> Iterator[Trigger]:
    """ "took part in the Lake Union Council on 5 May": the name of the council stands for its session."""
    if not passage.dates:
        return
    for party in passage.of_kind(MentionKind.ORGANISATION):
        name = passage.text(party.first, party.last)
        if not _COUNCIL.search(name) or _near_session(passage, party):
            continue
        before = grammar.preposition(passage, party.first)
        verb = passage.text(max(passage.first, party.first - 5), party.first)
        if before in {"at", "for"} or _ATTENDED.search(verb):
            kind = InteractionType.SUMMIT if _TOP.search(name) else InteractionType.MULTILATERAL_MEETING
            yield Trigger(
                first=party.first,
                last=party.last,
                start=party.start,
                stop=party.stop,
                sense=Sense(kind, None, Frame.NOUN),
                pattern="council_for_its_session",
            )


_COUNCIL = re.compile(r"\b(?:council|ministerial|assembly|conference|committee)\b")
_TOP = re.compile(r"\bheads of (?:state|government)|collective security council|supreme eurasian|intergovernmental")
_ATTENDED = re.compile(
    r"\b(?:attend\w*|join\w*|address\w*|opened|closed|(?:took|take|takes|taking) part in|participat\w+ in|"
    r"(?:spoke|speaking) (?:at|to)|hosts?|hosted|chaired|convened) (?:the |a |an )?(?:\S+ ){0,2}$"
)


def _near_session(passage: Passage, party: Party) -> bool:
    """Whether a noun of a session or of a document stands right beside the name."""
    near = range(party.first - 4, party.last + 3)
    return any(t.first in near for t in passage.triggers) or grammar.modifies(passage, party)


def _able(passage: Passage, trigger: Trigger) -> bool:
    frame = trigger.sense.frame
    if frame in {Frame.PERSON, Frame.RECEIVE}:
        guest = frame is Frame.RECEIVE and _a_guest(passage, trigger)
        return guest or _somebody(passage, trigger) or (frame is Frame.RECEIVE and _by_somebody(passage, trigger))
    if frame is Frame.WITH and passage.tokens[trigger.first].lemma == "meet" and _for_a_session(passage, trigger):
        return False
    if frame is Frame.GATHER:
        return _meets_itself(passage, trigger)
    return frame is not Frame.JOURNEY or _somewhere(passage, trigger)


def _somebody(passage: Passage, trigger: Trigger) -> bool:
    """ "welcomed the Minister", but not "welcomed the Minister's proposal" nor "called on the Minister to act"."""
    for at in (trigger.last, trigger.last + 1):
        on = _called_on(passage, trigger)
        found = grammar.after(passage, at) or surroundings.listed_behind(passage, at)
        people = [p for p in found if on or p.kind is MentionKind.OFFICIAL]
        if people:
            last = people[-1].last
            asked = passage.text(last, last + 1) == "to" and passage.tokens[last + 1].pos in {"VB", "NV", "AUX"}
            return not grammar.modifies(passage, people[0]) and not (asked and trigger.sense.frame is Frame.PERSON)
    return False


def _a_guest(passage: Passage, trigger: Trigger) -> bool:
    """ "welcomed a guest from Lake City", "received him": somebody whom other words name."""
    words = passage.text(trigger.last, trigger.last + 3).split()
    if passage.tokens[trigger.last - 1].lemma not in {"receive", "welcome", "host", "greet"} or not words:
        return False
    return words[0] in {"him", "her"} or bool(_GUESTS & set(words[:3]) and words[0] in {"a", "an", "his", "her", "the"})


_GUESTS = frozenset({"guest", "guests", "visitor", "visitors", "delegation", "caller"})


def _called_on(passage: Passage, trigger: Trigger) -> bool:
    """Whether a body may be called on as well: "call on the Commission"."""
    return passage.text(trigger.last - 1, trigger.last) == "on"


def _by_somebody(passage: Passage, trigger: Trigger) -> bool:
    """ "was received by the Minister"."""
    words = [t.text.lower() for t in passage.tokens[trigger.last : min(passage.last, trigger.last + _REACH)]]
    passive = passage.tokens[max(passage.first, trigger.first - 1)].pos in {"AUX", "RB"}
    house = words[:1] == ["at"] and _somewhere(passage, replace(trigger, last=trigger.last + 1))
    return passive and ("by" in words or house)


def _for_a_session(passage: Passage, trigger: Trigger) -> bool:
    """ "The Commission and the Ministry met for the fourth session": the session is what took place."""
    session = next((t for t in passage.triggers if trigger.last <= t.first < trigger.last + 2 * _REACH), None)
    if session is None or session.sense.type not in _SESSIONS or session.sense.frame is not Frame.NOUN:
        return False
    between = passage.text(trigger.last, session.first).split()
    return bool({"for", "at"} & set(between[:3])) and not {"with", "sidelines", "margins", ","} & set(between)


_SESSIONS = frozenset({InteractionType.MULTILATERAL_MEETING, InteractionType.SUMMIT, InteractionType.CONFERENCE})


def _meets_itself(passage: Passage, trigger: Trigger) -> bool:
    """ "The Council convened in Minsk", but not "convened a meeting" nor "gathered support"."""
    if trigger.last >= passage.last:
        return True
    following = passage.tokens[trigger.last]
    if following.text[0].isalpha() and following.pos == "":
        return following.text.lower() in {"online", "virtually", "here", "together"}
    return following.pos in _AFTER_GATHERING


def _somewhere(passage: Passage, trigger: Trigger) -> bool:
    """ "travelled to Minsk", but not "went to great lengths"."""
    near = range(trigger.last, trigger.last + _REACH)
    return any(
        all(t.pos == "DT" or t.text.lower() in _WAY for t in passage.tokens[trigger.last : p.first])
        for p in passage.of_kind(*_SOMEWHERE)
        if p.first in near
    )


_WAY = frozenset({"city", "capital", "town", "of", "neighbouring", "neighboring", "nearby"})
