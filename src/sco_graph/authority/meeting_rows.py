"""Rows of the tables of meetings, to records."""

from __future__ import annotations

from ..model import InteractionType, Key, Mode, Status
from .cells import member, ordered
from .declared import Declared
from .records import Meeting, MeetingParticipant
from .rows import Row

_KINDS = (InteractionType.SUMMIT, InteractionType.MULTILATERAL_MEETING)


def meeting(row: Row, known: Declared) -> Meeting:
    """A row of meetings.tsv."""
    kind = member(row, "type", InteractionType)
    if kind not in _KINDS:
        raise row.error(f'type "{kind}" is no meeting of a council', f"Use one of: {', '.join(_KINDS)}.")
    number = row["number"]
    if number and not number.isdecimal():
        raise row.error(f'number "{number}" is no number', "Count the meetings of the organ, or leave it empty.")
    start = _day(row, "start")
    end = _day(row, "end") if row["end"] else start
    ordered(row, start, end)
    return Meeting(
        key=Key(f"event/{row['key']}"),
        organ=known.key(row, "organ", "body"),
        number=int(number) if number else None,
        type=kind,
        start=start,
        end=end,
        place=known.optional(row, "place"),
        state=known.optional(row, "state"),
        mode=member(row, "mode", Mode),
        chair=known.optional(row, "chair", "state"),
        status=member(row, "status", Status),
        note=row["note"],
        source=known.source(row),
    )


def _day(row: Row, column: str) -> str:
    date = row.date(column)
    if date is None or len(date) < len("2024-07-04"):
        raise row.error(
            f'{column} "{row[column]}" is no day', "Write YYYY-MM-DD: tellings are joined to it by the day."
        )
    return date


def participant(row: Row, known: Declared, meetings: frozenset[str]) -> MeetingParticipant:
    """A row of meeting_participants.tsv; ``meetings`` are the keys of the other table."""
    if row["meeting"] not in meetings:
        raise row.error(f'meeting "{row["meeting"]}" is not declared', "Add it to meetings.tsv or mend the row.")
    if row["post"] and known.post(row["post"]) is None:
        raise row.error(f'post "{row["post"]}" is not declared', "Add it to posts.tsv or mend the row.")
    who = row["participant"]
    kind = next((kind for kind in ("state", "official") if who in known.slugs[kind]), "body")
    return MeetingParticipant(
        meeting=Key(f"event/{row['meeting']}"),
        participant=known.key(row, "participant", kind),
        post=Key(f"post/{row['post']}") if row["post"] else None,
        source=known.source(row),
    )
