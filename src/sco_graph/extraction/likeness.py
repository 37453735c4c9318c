"""Whether two drafts can be of one interaction: types, dates, places and people that go together or do not."""

from __future__ import annotations

from ..model import InteractionType, Role, Status
from .drafts import Draft, Standing, When, refs

T = InteractionType

TALKS = frozenset({T.MEETING, T.PHONE_CALL, T.VIDEOCONFERENCE})

_FAMILIES = (
    frozenset({T.MULTILATERAL_MEETING, T.SUMMIT, T.VIDEOCONFERENCE}),
    frozenset({T.MEETING, T.VIDEOCONFERENCE}),
    frozenset({T.CEREMONY, T.SIGNING}),
)

_PAIR = 2


def kin(one: InteractionType, other: InteractionType) -> bool:
    """Whether two types may be of one interaction, told in other words."""
    return one == other or any(one in family and other in family for family in _FAMILIES)


def agree(one: When | None, other: When | None) -> bool:
    """Whether two dates may be of one interaction: equal, one within the other, or one missing."""
    if one is None or other is None:
        return True
    low, high = sorted((one, other), key=lambda w: len(w.date))
    if high.date.startswith(low.date):
        return True
    return any(a.end is not None and a.date <= b.date <= a.end for a, b in ((one, other), (other, one)))


def apart(account: Draft, draft: Draft) -> bool:
    """Whether they cannot be one: dates, titles, places or bodies differ."""
    if not agree(account.when, draft.when) or other_letter(account, draft):
        return True
    if account.title and draft.title and account.title != draft.title:
        return True
    if elsewhere(account, draft):
        return True
    if account.type is draft.type is T.SUMMIT and account.where.key and account.where.key == draft.where.key:
        return False  # the summit of an organisation and the session of its council in one city
    return bool(account.bodies and draft.bodies) and not account.bodies & draft.bodies


def other_letter(known: Draft, draft: Draft) -> bool:
    """Whether two letters went to different people, or came from different ones."""
    if not known.type is draft.type is T.LETTER:
        return False
    for role in (Role.RECIPIENT, Role.SENDER):
        old, new = ({p.ref for p in d.parts if p.role is role} for d in (known, draft))
        if old and new and not old & new:
            return True
    return False


def other_talks(known: Draft, draft: Draft) -> bool:
    """Whether somebody who talked with one person then had talks with another."""
    old, new = people(known), people(draft)
    talks = known.type in TALKS and draft.type in TALKS and draft.standing is Standing.HAPPENS
    return talks and len(old) > 1 and len(new) > 1 and not old <= new and not new <= old


def talk_apart(known: Draft, draft: Draft) -> bool:
    """Whether talks with somebody who was not named at a session are told of: they are no part of it."""
    sides = people(draft)
    talks = draft.type is T.MEETING and draft.standing is Standing.HAPPENS and len(sides) > 1
    few = len(sides) == _PAIR and len(people(known)) > _PAIR
    return talks and known.type not in TALKS and (few or not sides <= people(known))


def elsewhere(known: Draft, draft: Draft) -> bool:
    """Whether their cities, or else their states, differ."""
    if known.where.key and draft.where.key:
        return known.where.key != draft.where.key
    states = known.where.state, draft.where.state
    return bool(states[0] and states[1] and states[0].value != states[1].value)


def again(known: Draft, draft: Draft) -> bool:
    """Whether what is to come is told of firmly after the same that was held: a further one."""
    firm = known.standing is draft.standing is Standing.HAPPENS and draft.passage - known.passage > 1
    stay = known.type is draft.type is T.VISIT and draft.when is None and _there(known, draft)
    return firm and not stay and (known.status.value, draft.status.value) == (Status.HELD, Status.PLANNED)


def _there(known: Draft, draft: Draft) -> bool:
    """Whether both are told to be in the same city."""
    return known.where.key is not None and known.where.key == draft.where.key


def people(draft: Draft) -> frozenset[str]:
    """Ids of the officials who take part."""
    return frozenset(ref for ref in refs(draft.parts) if ref.startswith("p"))


def beyond(known: Draft, main: Draft) -> bool:
    """Whether an event lies months before the main one, or is only to come: nobody spoke at it in what is told next."""
    if known is main or main.status.value != Status.HELD:
        return False
    if known.status.value != Status.HELD:
        return True
    dates = known.when, main.when
    if dates[0] is None or dates[1] is None or known.type is T.BRIEFING:
        return False
    if min(len(d.date) for d in dates if d is not None) == _YEAR:
        return dates[0].date[:_YEAR] < dates[1].date[:_YEAR]
    one, other = (12 * int(d.date[:4]) + int(d.date[5:7]) for d in dates if d is not None)
    return other - one > _MONTHS


_YEAR = len("2020")
_MONTHS = 2
"""Months before the main event after which another is its past."""
