"""Summits and meetings of councils: what the tables hold, and which of them a telling is about."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from sco_graph.authority import Authority, load
from sco_graph.authority.index import Index
from sco_graph.errors import InvalidRecord
from sco_graph.model import InteractionType, Key, Status

STATES, GOVERNMENTS = Key("body/sco-heads-of-state-council"), Key("body/sco-heads-of-government-council")
SUMMIT, COUNCIL = InteractionType.SUMMIT, InteractionType.MULTILATERAL_MEETING


def test_all_summits_since_the_first_are_there(authority: Authority) -> None:
    summits = sorted((m for m in authority.meetings if m.organ == STATES), key=lambda m: m.start)
    held = [m for m in summits if m.status is Status.HELD]
    assert [m.number for m in held] == list(range(1, len(held) + 1))
    assert [m.start[:4] for m in held] == [str(year) for year in range(2001, 2001 + len(held))]
    assert len(held) >= 25
    assert all(m.chair for m in held)
    assert [m.start[:4] for m in held if m.place is None] == ["2020", "2023"]


def test_dates_and_chairs_of_the_facts(shared: Path, authority: Authority) -> None:
    facts = json.loads((shared / "facts" / "sco_facts.json").read_text("utf-8"))
    codes = {state.alpha3: state.key for state in authority.states}
    ours = {m.number: (m.start, m.end, m.chair) for m in authority.meetings if m.organ == STATES}
    for row in facts["summits_CHS"]:
        assert ours[row["no"]] == (row["start"], row["end"], codes[row["chair"]])


def test_meetings_of_one_organ_do_not_overlap(authority: Authority) -> None:
    for organ in {meeting.organ for meeting in authority.meetings}:
        own = sorted((m.start, m.end) for m in authority.meetings if m.organ == organ)
        assert all(one[1] < other[0] for one, other in pairwise(own)), organ


def test_a_meeting_takes_place_in_the_state_of_its_place(authority: Authority, index: Index) -> None:
    for meeting in authority.meetings:
        place = index.place(meeting.place) if meeting.place else None
        assert place is None or place.state == meeting.state


def test_participants_are_known_with_their_posts(authority: Authority) -> None:
    posts = {post.key for post in authority.posts}
    assert {one.post for one in authority.meeting_participants if one.post} <= posts
    assert len(authority.meeting_participants) > 250
    assert len({one.meeting for one in authority.meeting_participants}) >= 20


@pytest.mark.parametrize(
    ("kind", "bodies", "start", "end", "key"),
    [
        (SUMMIT, [GOVERNMENTS, "body/sco"], "2024-10-16", None, "sco-heads-of-government-council-2024"),
        (SUMMIT, ["body/sco"], "2025-09-01", None, "sco-heads-of-state-council-2025"),
        (SUMMIT, ["body/sco"], "2025-08-30", "2025-08-31", "sco-heads-of-state-council-2025"),
        (COUNCIL, [STATES], "2022-09-16", None, "sco-heads-of-state-council-2022"),
        (COUNCIL, ["body/sco-foreign-ministers-council"], "2019-05-22", None, "sco-foreign-ministers-council-2019"),
        (SUMMIT, ["body/sco"], "2025-09-02", None, None),
        (SUMMIT, ["body/sco"], "2025-09", None, None),
        (SUMMIT, ["body/sco"], None, None, None),
        (COUNCIL, ["body/sco"], "2025-09-01", None, None),
        (InteractionType.MEETING, [STATES], "2025-09-01", None, None),
        (SUMMIT, ["body/cis"], "2025-09-01", None, None),
        (SUMMIT, [], "2025-09-01", None, None),
    ],
)
def test_which_meeting_a_telling_is_about(
    index: Index, kind: InteractionType, bodies: list[str], start: str | None, end: str | None, key: str | None
) -> None:
    found = index.meetings.meeting_of(kind, bodies, start, end)
    assert (found and found.key) == (f"event/{key}" if key else None)


def test_several_meetings_on_one_day_are_left_open(own: Callable[[str, str], Path]) -> None:
    folder = own("meetings", "lake-council\tun\t\tSummit\t2030-01-02\t\t\t\tvideo\t\tplanned\t\town\n")
    own(
        "meetings",
        "lake-a\tun\t\tSummit\t2030-01-02\t\t\t\tvideo\t\tplanned\t\town\n"
        "lake-b\tunsc\t\tSummit\t2030-01-02\t\t\t\tvideo\t\tplanned\t\town\n",
    )
    meetings = Index(load(folder)).meetings
    assert meetings.meeting_of(SUMMIT, ["body/un"], "2030-01-02") is None
    one = meetings.meeting_of(SUMMIT, ["body/unsc"], "2030-01-02")
    assert one is not None
    assert one.key == "event/lake-b"


@pytest.mark.parametrize(
    ("table", "row", "what"),
    [
        ("meetings", "a|un||Visit|2030-01-02||||video||planned||own", "is no meeting of a council"),
        ("meetings", "a|un||Summit|2030-01||||video||planned||own", "is no day"),
        ("meetings", "a|un|no. 5|Summit|2030-01-02||||video||planned||own", "is no number"),
        ("meetings", "a|un||Summit|2030-01-02|2030-01-01|||video||planned||own", "before it starts"),
        ("meeting_participants", "nowhere|CN||own", "is not declared"),
        ("meeting_participants", "sco-heads-of-state-council-2001|CN|cn-lord|own", "is not declared"),
        ("meeting_participants", "sco-heads-of-state-council-2001|nobody||own", "is not declared"),
    ],
)
def test_wrong_rows_are_refused(own: Callable[[str, str], Path], table: str, row: str, what: str) -> None:
    folder = own(table, row.replace("|", "\t") + "\n")
    with pytest.raises(InvalidRecord, match=what):
        load(folder)


def test_the_sample_document_of_a_council_finds_it(root: Path, authority: Authority) -> None:
    from sco_graph.corpus import read
    from sco_graph.extraction import extract

    path = root / "data" / "documents" / "ru-20241016-islamabad-council.md"
    facts = extract(read(path, path.parent), authority)
    assert Counter(event.key for event in facts.events)[Key("event/sco-heads-of-government-council-2024")] == 1
