"""Welcomes said at what goes on: whoever is greeted there takes part, and there is no further talk."""

from __future__ import annotations

from dataclasses import replace

from ...model import InteractionType, Role, Status
from ..drafts import Account, Part, joined, refs
from ..triggers import Frame

T = InteractionType
_PLACES = frozenset(
    {T.MULTILATERAL_MEETING, T.SUMMIT, T.CONFERENCE, T.CEREMONY, T.MEETING, T.BRIEFING, T.VISIT, T.VIDEOCONFERENCE}
)
_GATHERINGS = _PLACES - {T.MEETING, T.VISIT, T.BRIEFING}
_WELCOMES = ("welcom", "greet")


def absorbed(accounts: tuple[Account, ...]) -> tuple[Account, ...]:
    """The accounts without welcomes of no day or place after what was told of, those greeted there added to it."""
    result: list[Account] = []
    for account in accounts:
        at = _host(result, account) if _only_welcome(account) else None
        if at is None:
            result.append(account)
            continue
        held = result[at].sum
        guests = [_guest(p) for p in account.sum.parts] if held.type in _GATHERINGS else []
        result[at] = replace(result[at], sum=replace(held, parts=joined(held.parts, guests)))
    return tuple(result)


def _guest(part: Part) -> Part:
    return replace(part, role=Role.ATTENDEE, rule="rule:welcomed_there", score=0.7)


def _only_welcome(account: Account) -> bool:
    known, trigger = account.sum, account.drafts[0].trigger
    alone = len(account.drafts) == 1 and trigger.sense.frame is Frame.RECEIVE
    return alone and known.when is None and known.where.key is None and known.type is T.MEETING


def _host(before: list[Account], account: Account) -> int | None:
    """What goes on where somebody is welcomed: the latest before it that was held, with one of the two or of many."""
    for at in range(len(before) - 1, -1, -1):
        known = before[at].sum
        if known.status.value != Status.HELD or known.type not in _PLACES or known.passage == account.sum.passage:
            continue
        if known.type in _GATHERINGS or refs(account.sum.parts) <= refs(known.parts):
            return at
    return None
