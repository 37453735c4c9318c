"""Meetings that the tables know: which of them a telling is about, by the organ that met and the days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..model import InteractionType, Key
from .asking import question
from .records import Authority, Meeting

_COUNCILS = frozenset(
    {
        InteractionType.SUMMIT,
        InteractionType.MULTILATERAL_MEETING,
        InteractionType.VIDEOCONFERENCE,
        InteractionType.CONFERENCE,
    }
)


class Meetings:
    """The meetings of an authority, by organ.

    >>> from sco_graph.authority import load
    >>> known = Meetings(load())
    >>> known.meeting_of(InteractionType.SUMMIT, ("body/sco-heads-of-government-council",), "2024-10-16").key
    'event/sco-heads-of-government-council-2024'
    >>> known.meeting_of(InteractionType.SUMMIT, ("body/sco",), "2024-07-04").key
    'event/sco-heads-of-state-council-2024'
    """

    def __init__(self, authority: Authority) -> None:
        self._owners = {body.key: body.organ_of for body in authority.bodies}
        self._by_body: dict[Key, list[Meeting]] = defaultdict(list)
        for meeting in authority.meetings:
            self._by_body[meeting.organ].append(meeting)
            owner = self._owners.get(meeting.organ)
            if owner:
                self._by_body[owner].append(meeting)

    @question("index.meetings.meeting_of")
    def meeting_of(
        self, kind: InteractionType, bodies: Sequence[str], start: str | None, end: str | None = None
    ) -> Meeting | None:
        """The one meeting of one of the bodies that shares a day with a telling; None where none or several do.

        ``kind`` is the type that the telling gives, ``start`` and ``end`` its dates: only days decide, a month or a
        year says too little. A body that is named as the whole ("the SCO summit") stands for an organ of it
        where the type is the very one of the meeting.
        """
        if kind not in _COUNCILS or not start or len(start) < _DAY:
            return None
        last = end if end and len(end) == _DAY else start
        found = {
            meeting.key: meeting
            for body in bodies
            for meeting in self._by_body.get(Key(body), ())
            if meeting.organ == body or meeting.type == kind
            if meeting.start <= last and start <= meeting.end
        }
        return next(iter(found.values())) if len(found) == 1 else None


_DAY = len("2024-10-16")
