"""States in organisations: who, as what, since when; and the rotating chairmanship."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from sco_graph.authority import Authority, load
from sco_graph.model import Key


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("sco", 10), ("un", 193), ("cis", 9), ("csto", 6), ("eaeu", 5), ("brics", 11), ("asean", 11), ("cica", 28),
        ("eco", 10), ("ots", 5), ("osce", 57), ("eu", 27), ("oic", 57), ("las", 22), ("gcc", 6), ("saarc", 8),
        ("nato", 32), ("g7", 7), ("g20", 19), ("apec", 20), ("african-union", 54),
    ],
)  # fmt: skip
def test_an_organisation_has_its_members(authority: Authority, body: str, count: int) -> None:
    now = {m.state for m in authority.memberships if m.body == f"body/{body}" and m.kind == "member" and not m.end}
    assert len(now) == count


@pytest.mark.parametrize(
    ("state", "body", "start", "end"),
    [
        ("TJ", "un", "1992-03-02", None), ("CN", "un", "1945-10-24", None), ("GB", "eu", "1973-01-01", "2020-01-31"),
        ("UZ", "csto", "2006-06-23", "2012-06-28"), ("KZ", "oic", "1995", None), ("MN", "osce", "2012-11-21", None),
        ("SY", "las", "1945-03-22", None), ("KW", "cica", "2022-10-13", None), ("TL", "asean", "2025-10-26", None),
    ],
)  # fmt: skip
def test_dates_are_as_precise_as_the_source(
    authority: Authority, state: str, body: str, start: str, end: str | None
) -> None:
    found = [(m.start, m.end) for m in authority.memberships if (m.state, m.body) == (f"state/{state}", f"body/{body}")]
    assert (start, end) in found


def test_most_members_of_the_united_nations_have_the_day(authority: Authority) -> None:
    starts = [m.start for m in authority.memberships if m.body == "body/un" and m.kind == "member"]
    assert all(starts)
    assert Counter(len(start or "") for start in starts)[10] > 90


def test_the_chair_of_the_sco_goes_from_summit_to_summit(authority: Authority) -> None:
    terms = sorted(
        (m.start or "", m.end or "", m.state)
        for m in authority.memberships
        if (m.body, m.kind) == ("body/sco", "chair")
    )
    assert [state for *_, state in terms[-3:]] == ["state/KZ", "state/CN", "state/KG"]
    assert all(one[1] == other[0] for one, other in pairwise(terms))
    summits = {m.end: m.chair for m in authority.meetings if m.organ == "body/sco-heads-of-state-council"}
    assert all(summits[end] == state for _, end, state in terms if end in summits)


def test_keys_stand_once_also_where_a_state_came_back(own: Callable[[str, str], Path]) -> None:
    folder = own(
        "memberships",
        "FJ\tcommonwealth\tmember\t1970\t1987\tunverified\t\town\nFJ\tcommonwealth\tmember\t1997\t\tunverified\t\town\n",
    )
    keys = [m.key for m in load(folder).memberships if (m.state, m.body) == ("state/FJ", "body/commonwealth")]
    assert Key("membership/commonwealth-fj-member-1970") in keys
    assert Key("membership/commonwealth-fj-member-1997") in keys
    assert len(keys) == len(set(keys))
