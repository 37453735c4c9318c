"""Visitors of whom a text only says that they are on a visit: 会见来访的甲国外长乙."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Role
from ..dates import Use
from ..drafts import Claim, Part, When, Where
from ..reading import Mention, MentionKind
from ..triggers import Trigger
from .passages import Passage

_FAR = 30
"""Characters between the word for a visit and the name of the visitor, which a title fills."""
_MONTH = len("2021-05")


def guest(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """The visitor: the first official after the words."""
    for party in passage.of_kind(MentionKind.OFFICIAL):
        if 0 <= party.start - trigger.stop <= _FAR:
            yield Part(
                ref=party.ref, role=Role.VISITOR, start=party.start, stop=party.stop, rule="rule:visiting", score=0.7
            )
            return


def when(passage: Passage, trigger: Trigger) -> When | None:
    """The month of the talks, within which the visit falls."""
    clause = passage.clause(trigger.start)
    days = [d for d in passage.dates if d.use is Use.WHEN and d.start < clause.stop and len(d.date) > _MONTH]
    if not days:
        return None
    day = days[-1]
    month = day.date[:_MONTH]
    claim = Claim(value=month, start=day.start, stop=day.stop, rule="rule:month_of_talks", score=0.6)
    return When(date=month, end=None, claim=claim)


def where(passage: Passage, trigger: Trigger, city: Where) -> Where:
    """The state that is visited: that of the city of the talks, or the one that the words name (来华访问)."""
    named = next(
        (m for m in passage.of_kind(MentionKind.STATE) if trigger.start <= m.start < trigger.stop), None
    )  # fmt: skip
    return Where(state=_state(named) if named is not None else city.state)


def _state(mention: Mention) -> Claim:
    return Claim(value=mention.ref, start=mention.start, stop=mention.stop, rule="rule:state_of_visit", score=0.7)


def speaks_of_one(passage: Passage, trigger: Trigger) -> bool:
    """Whether the words have a visitor's name after them: else they only qualify another noun."""
    return re.search(r"的$", passage.text[trigger.start : trigger.stop]) is None or any(guest(passage, trigger))
