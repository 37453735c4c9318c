"""When, and how firmly: the date that belongs to one trigger of a sentence, and the verb that says it takes place."""

from __future__ import annotations

import re

from ...model import InteractionType
from ..drafts import Standing
from ..triggers import Frame, Trigger
from . import grammar, words
from .passages import Passage

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
_GIVES = frozenset({"present", "give", "make", "read", "offer", "extend", "convey"})
_SPOKEN = frozenset({"remarks", "speech", "report", "address", "statement", "presentation", "greetings", "lecture"})
"""What somebody gives at a gathering: "presented his opening remarks at the meeting"."""
_GLAD = frozenset({"honour", "honor", "pleasure", "privilege", "pleased", "glad", "delighted", "happy", "honoured"})
"""Words with which a speaker says where they are: "it is an honour for me to attend"."""
_AUDIENCE = frozenset({"participants", "audience", "guests", "delegates", "attendees", "members"})


def standing(passage: Passage, trigger: Trigger, heading: bool) -> Standing:
    """How firmly the sentence tells of what the trigger names."""
    if trigger.sense.frame not in NOUNS:
        if trigger.sense.type is T.VISIT and _in_relative(passage, trigger):
            return Standing.ATTENDED
        token = passage.tokens[trigger.first]
        relative = passage.text(trigger.first - 2, trigger.first).split()
        if "to" in relative[-1:] and not heading:
            return Standing.MENTIONED if token.pos in {"VB", "NV"} else Standing.HAPPENS
        return Standing.HAPPENS
    if trigger.sense.type is T.ELECTION_OBSERVATION and _acts(passage, trigger):
        return Standing.HAPPENS
    told = passage.text(phrase_start(passage, trigger), trigger.first).split()[:1]
    if trigger.sense.frame is Frame.RECALL and told in (["a"], ["an"]) and happens(passage, trigger) is not None:
        return Standing.HAPPENS
    if trigger.sense.frame is Frame.RECALL:
        return Standing.MENTIONED if attends(passage, trigger) is None else Standing.ATTENDED
    if heading:
        return Standing.TITLE
    if happens(passage, trigger) is not None:
        return Standing.HAPPENS
    there = attends(passage, trigger) is not None or did_there(passage, trigger) is not None
    return Standing.ATTENDED if there else Standing.MENTIONED


def _in_relative(passage: Passage, trigger: Trigger) -> bool:
    """ "who is on a visit to Freedonia": set beside somebody who does something else."""
    before = passage.text(max(passage.first, trigger.first - 6), trigger.first).split()
    return bool({"who", "which", "whom", "when"} & set(before))


def _acts(passage: Passage, trigger: Trigger) -> bool:
    """Whether a mission of observers is the subject of one of the first sentences."""
    if passage.index > 1 or grammar.preposition(passage, phrase_start(passage, trigger)):
        return False
    if _in_relative(passage, trigger):
        return False  # "A, who heads the mission, met B"
    return any(t.pos in {"VBD", "VBZ", "AUX", "MD"} for t in passage.tokens[trigger.last : passage.last])


def happens(passage: Passage, trigger: Trigger) -> int | None:
    """Index of the verb that says that the interaction takes place; None without one."""
    before = _governing(passage, trigger, _HOLDS)
    if before is not None:
        return before
    start = phrase_start(passage, trigger)
    if grammar.preposition(passage, start) == "with":
        near = range(start - 1, max(passage.first, start - _OCCASION) - 1, -1)
        return next((i for i in near if passage.tokens[i].pos == "VBD" and passage.tokens[i].lemma in _MARKS), None)
    if grammar.preposition(passage, start):
        return None
    for i in range(trigger.last, min(passage.last, trigger.last + 45)):
        token = passage.tokens[i]
        if token.pos in {"WH", "SC"} or token.text in {";", ":"}:
            return None
        if token.pos in {"AUX", "MD"}:
            return _passive(passage, i)
        if token.pos in {"VBD", "VBZ"} and token.lemma in _RUNS | {"bring"}:
            return i
        if token.pos in {"VBD", "VBZ"} and token.lemma not in _PASSIVE and not _reduced(passage, i):
            return None
    return None


_OCCASION = 10
_MARKS = frozenset({"mark", "celebrate", "commemorate", "observe"})
"""Verbs of an occasion that something is held for: "marked the Day with an exhibition"."""


def _reduced(passage: Passage, at: int) -> bool:
    """Whether a participle only qualifies the noun before it: "the session, presided over by X, took place"."""
    following = passage.text(at + 1, at + 3).split()
    return following[:1] == ["by"] or following == ["over", "by"]


def _passive(passage: Passage, at: int) -> int | None:
    """ "was held", "will take place", "is under way": the verb behind auxiliaries."""
    for i in range(at, min(passage.last, at + 6)):
        token = passage.tokens[i]
        if token.pos in {"AUX", "MD", "RB"} or token.text.lower() in {"to", "also"}:
            continue
        return i if token.lemma in _PASSIVE | _RUNS | {"schedule", "plan"} else None
    return None


def _opened(passage: Passage, closed: int) -> int | None:
    """The token that opens the bracket closed before a token, if it is near and in the same sentence."""
    near = range(closed - 2, max(passage.first, closed - _BRACKET) - 1, -1)
    return next((j for j in near if passage.tokens[j].text == "("), None)


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
        elif token.text == ")" and (opened := _opened(passage, i)) is not None:
            i = opened
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


_BRACKET = 6
"""Words that a bracket within a name may hold: "the Lake Union (LU) session"."""


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
        if token.text.lower() in {"in", "at", "with", "by", "during", "after", "before", "since"}:
            return None
        if token.pos in {"VBD", "VBZ", "MD"}:
            return None
    return None


def attends(passage: Passage, trigger: Trigger) -> int | None:
    """Index of "attended", "took part in", "spoke at" before the noun."""
    start = phrase_start(passage, trigger)
    for i in range(start - 1, max(passage.first, start - 9) - 1, -1):
        token = passage.tokens[i]
        met = token.lemma == "meet" and "with" not in passage.text(i, start).split()
        met = met or (token.lemma in _GIVES and bool(_SPOKEN & set(passage.text(i, start).split())))
        if (token.lemma in _ATTENDS or met) and token.pos in {"VBD", "VBZ", "VB", "VBG"}:
            between = [t.text.lower() for t in passage.tokens[i + 1 : start]]
            if between[-1:] == ["of"] and _AUDIENCE & set(between):
                between = []  # "addressed the participants of the forum"
            if token.pos == "VB" and i > passage.first and passage.tokens[i - 1].text.lower() == "to":
                return i if _GLAD & set(passage.text(max(passage.first, i - 9), i).split()) else None
            if "that" in between or (token.pos == "VBG" and passage.text(i - 1, i) in {"those", "people", "all"}):
                return None
            if between[-2:-1] == ["of"] or between[-1:] == ["of"]:
                between = [] if {"session", "ceremony", "part"} & set(between) else between
            direct = token.lemma in {"attend", "join", "address"} and not {"of", "about"} & set(between)
            there = (
                bool(between)
                and between[-1] in {"in", "at", "to", "for", "during"}
                and not {"of", "about"} & set(between)
            )
            return i if direct or (there and token.lemma not in {"arrive"}) else None
        if token.pos in {"VBD", "VBZ", "MD", "AUX"} or token.text in {";", ":"}:
            return None
    return None


def did_there(passage: Passage, trigger: Trigger) -> int | None:
    """The verb of what somebody did at an interaction not told of yet: "took office in a ceremony"."""
    start = phrase_start(passage, trigger)
    new = passage.text(start, start + 1) in {"a", "an"}
    able = new and trigger.sense.type in _PUBLIC and grammar.preposition(passage, start) in {"at", "in", "during"}
    verbs = [i for i in range(passage.first, start) if passage.tokens[i].pos in {"VBD", "VBZ"}] if able else []
    verb = next((i for i in reversed(verbs) if not any(p.first <= i < p.last for p in passage.parties)), None)
    return verb if verb is not None and start - verb <= _DEED else None


_PUBLIC = frozenset({T.CEREMONY, T.CONFERENCE, T.BRIEFING})
_DEED = 14
"""Words between what somebody does and where it is done."""


_SIDELINES = re.compile(r"\b(?:sidelines?|margins?) of (?:the |an? )?(?:\S+ ){0,5}$")


def on_sidelines(passage: Passage, trigger: Trigger) -> bool:
    """Whether something was held on the sidelines of what a noun names."""
    before = passage.text(passage.first, trigger.first)
    return trigger.sense.frame in NOUNS and _SIDELINES.search(before + " ") is not None
