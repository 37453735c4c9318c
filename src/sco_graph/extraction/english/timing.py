"""The date that belongs to one trigger of a sentence."""

from __future__ import annotations

from ...model import InteractionType
from ..dates import Use
from ..drafts import Claim, When
from ..triggers import Frame, Trigger
from . import grammar
from .circumstances import NOUNS, phrase_start
from .passages import Passage
from .relative import OF_REPORT

T = InteractionType
_NEAR = 8
"""Words between a noun and a bare year that is its own."""


def owner(passage: Passage, first: int, *, leading: Trigger | None) -> Trigger | None:
    """The trigger to which words at a token belong: the last before them, or the one the sentence is about."""
    before = [t for t in passage.triggers if t.last <= first]
    if not before:
        return leading
    if passage.text(first - 2, first - 1) in {"and", ";", "while"}:  # "and in Lake City he talked with"
        following = next((t for t in passage.triggers if t.first > first), None)
        if following is not None:
            return following
    last = before[-1]
    if leading is not None and leading in before and _of_leading(passage, leading, last):
        return leading
    if leading is not None and leading in before and last is not leading:
        between = passage.tokens[last.last : first]
        if any(t.text == "," for t in between[-2:]) and passage.tokens[first - 1].text.lower() == "on":
            return leading
    return last


def _of_leading(passage: Passage, leading: Trigger, last: Trigger) -> bool:
    """Whether a noun only belongs to the leading one: "the working group meeting of the Ministers' Meeting"."""
    between = passage.text(leading.last, last.first).split()
    nouns = {leading.sense.frame, last.sense.frame} <= NOUNS
    verbs = any(t.pos in {"VBD", "VBZ", "AUX", "MD"} for t in passage.tokens[leading.last : last.first])
    return nouns and last is not leading and between[:1] == ["of"] and not verbs and "," not in between


def when_together(passage: Passage, trigger: Trigger, leading: Trigger | None) -> When | None:
    """The day that two nouns share: "with the Council meeting and the ministers' retreat both due on 3 May"."""
    if trigger.sense.frame not in NOUNS:
        return None
    following = next((t for t in passage.triggers if t.first >= trigger.last and t.sense.frame in NOUNS), None)
    if following is None:
        return None
    between = passage.tokens[trigger.last : following.first]
    joined = any(t.text == "and" for t in between) and not any(t.pos in {"VBD", "VBZ", "AUX", "MD"} for t in between)
    both = passage.text(following.last, following.last + 12).split()
    return when(passage, following, leading) if joined and "both" in both else None


def _of_a_vote(passage: Passage, trigger: Trigger, offset: int) -> bool:
    """Whether a day is that of a vote which is talked of: "said of the elections held on 5 May"."""
    between = {t.text.lower() for t in passage.tokens[trigger.last : passage.token_at(offset)]}
    return bool({"election", "elections", "referendum"} & between) and bool({"held", "scheduled", "of"} & between)


def in_dateline(passage: Passage, stop: int) -> bool:
    """Whether a day is that of a dateline: "LAKE CITY (Lake News - 16 May 2021) The Minister ..."."""
    at = passage.token_at(stop - 1)
    behind = passage.text(at + 1, at + 3).split()
    agency = behind[:1] == ["("] and ")" in passage.text(at + 1, at + 6).split()  # "LAKE CITY, May 5 (Lake News) --"
    return at - passage.first < _LINE and (agency or bool({")", "--", "—", "–", ":"} & set(behind)))


_LINE = 18
"""Words that a dateline may have."""


def _set_apart(passage: Passage, trigger: Trigger) -> bool:
    """ "Following the discussions, it was decided to meet on 14 December": told only to say after what."""
    start = phrase_start(passage, trigger)
    apart = grammar.preposition(passage, start) in {"following", "after", "before"}
    return trigger.sense.frame in NOUNS and apart and start - passage.first <= 2


def _finite_between(passage: Passage, trigger: Trigger, offset: int) -> bool:
    between = range(trigger.last, passage.token_at(offset))
    return any(passage.tokens[i].pos in {"VBD", "VBZ", "AUX", "MD"} for i in between)


def when(passage: Passage, trigger: Trigger, leading: Trigger | None) -> When | None:
    """The date that belongs to the trigger; the most precise, then the nearest of several."""
    mine = [
        d
        for d in passage.dates
        if d.use is Use.WHEN
        and (d.rule != OF_REPORT or trigger.sense.type is T.BRIEFING)
        and not (trigger.sense.type is not T.ELECTION_OBSERVATION and _of_a_vote(passage, trigger, d.start))
        and owner(passage, passage.token_at(d.start), leading=leading) == trigger
        and (d.precision > 1 or trigger.sense.frame is not Frame.RECALL)
        and (trigger.sense.frame is not Frame.ACT or d.start < trigger.start or trigger.sense.type is not T.MEETING)
        and (d.precision > 1 or 0 <= passage.token_at(d.start) - trigger.last <= _NEAR)
    ]
    told = [d for d in passage.dates if d.use is Use.WHEN and d.precision == 3 and not in_dateline(passage, d.stop)]
    if len(mine) > 1 or told:
        mine = [d for d in mine if not in_dateline(passage, d.stop)] or mine
    if _set_apart(passage, trigger):
        mine = [d for d in mine if not _finite_between(passage, trigger, d.start)]
    if not mine:
        return None
    best = max(mine, key=lambda d: (d.precision, -abs(d.start - trigger.start)))
    return When(
        date=best.date, end=best.end, claim=Claim(value=best.date, start=best.start, stop=best.stop, rule=best.rule)
    )
