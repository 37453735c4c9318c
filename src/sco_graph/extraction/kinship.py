"""Which types may be of one interaction, told in other words, and which a word that means one of them may recall."""

from __future__ import annotations

from ..model import InteractionType

T = InteractionType

TALKS = frozenset({T.MEETING, T.PHONE_CALL, T.VIDEOCONFERENCE})

_SESSIONS = frozenset({T.MULTILATERAL_MEETING, T.SUMMIT, T.MEETING, T.VIDEOCONFERENCE})

GATHERINGS = frozenset({T.CONFERENCE, T.CEREMONY, T.OTHER, T.BRIEFING, T.MULTILATERAL_MEETING})

RECALLED: dict[InteractionType, frozenset[InteractionType]] = {
    T.MEETING: TALKS | {T.MULTILATERAL_MEETING, T.SUMMIT},
    T.PHONE_CALL: frozenset({T.PHONE_CALL}),
    T.MULTILATERAL_MEETING: _SESSIONS - {T.MEETING},
    T.VIDEOCONFERENCE: _SESSIONS,
    T.SUMMIT: frozenset({T.SUMMIT}),
    T.CONFERENCE: frozenset({T.CONFERENCE}),
    T.CEREMONY: frozenset({T.CEREMONY, T.SIGNING}),
    T.OTHER: GATHERINGS | {T.SUMMIT, T.MEETING},
}
"""Which interactions a word that means this type may recall."""

_FAMILIES = (
    frozenset({T.MULTILATERAL_MEETING, T.SUMMIT, T.VIDEOCONFERENCE}),
    frozenset({T.MEETING, T.VIDEOCONFERENCE}),
    frozenset({T.CEREMONY, T.SIGNING}),
)


def kin(one: InteractionType, other: InteractionType) -> bool:
    """Whether two types may be of one interaction, told in other words."""
    return one == other or any(one in family and other in family for family in _FAMILIES)
