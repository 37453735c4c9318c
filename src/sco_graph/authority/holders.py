"""Who held a post on a day: what the tables say, with the source, and ``unknown`` where they are silent.

A date may be as coarse as a year; then the answer tells whether the tenure covers
the whole of it. An open end is not "until today": it holds to the day up to which
the source sees the holder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ..errors import UnknownEntity
from ..model import Key
from .index import Index
from .records import Tenure
from .wording import Called, posts_called


class Certainty(StrEnum):
    """How far the tables vouch for a holder on a date."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """One answer: the tenure that says so, and whether it covers the whole of the date that was asked for."""

    person: Key
    post: Key
    tenure: Tenure
    certainty: Certainty

    @property
    def acting(self) -> bool:
        """Whether the holder only acts in the post: its kind says so, or the note of the row begins so."""
        return bool(_ACTING.search(self.post) or _ACTING_NOTE.match(self.tenure.note))


_ACTING = re.compile(r"-acting-")
_ACTING_NOTE = re.compile(r"acting\b", re.IGNORECASE)


def post_holder(index: Index, title: str, at: Key, date: str) -> tuple[Holder, ...]:
    """Holders of a post on a date (YYYY, YYYY-MM or YYYY-MM-DD); empty where the tables are silent: unknown.

    ``title`` is a type (``foreign-minister``), a kind of post or a title in Russian, English or Chinese,
    with or without the name of the state or body (:func:`~sco_graph.authority.wording.posts_called`).

    >>> from sco_graph.authority import load
    >>> [h.person for h in post_holder(Index(load()), "Minister of Foreign Affairs", "state/CN", "2020-04-29")]
    ['official/wang-yi']
    """
    try:
        called = posts_called(index, title, at)
    except UnknownEntity:
        return ()
    return _one_each(holders_on(index, called, date))


def holders_on(index: Index, called: Called, date: str) -> tuple[Holder, ...]:
    """What every row says that covers a date: rows that contradict each other stand side by side.

    Where no row of the posts that were called does, those of posts that do the same work under another title.
    """
    for posts in (called.posts, called.alike):
        found = rows_on((tenure for post in posts for tenure in index.tenures_at(post)), date)
        if found:
            return _doubted(index, found, date)
    return ()


def nearest(index: Index, called: Called, date: str) -> tuple[Tenure, ...]:
    """The last known tenure of the posts before a date and the first after it, where the tables have them."""
    tenures = [tenure for post in (*called.posts, *called.alike) for tenure in index.tenures_at(post)]
    spans = [((_first(bounds[0]), _last(bounds[1])), tenure) for tenure in tenures if (bounds := _bounds(tenure))]
    before = [(last, first, tenure) for (first, last), tenure in spans if last < _first(date)]
    after = [(first, last, tenure) for (first, last), tenure in spans if first > _last(date)]
    found = (*sorted(before, key=_span)[-1:], *sorted(after, key=_span)[:1])
    return tuple(tenure for _, _, tenure in found)


def _span(dated: tuple[str, str, Tenure]) -> tuple[str, str]:
    return dated[:2]


def posts_named(index: Index, title: str, at: Key) -> tuple[Key, ...]:
    """Posts of the tables at a state or body that have a type, kind or title."""
    try:
        return posts_called(index, title, at).posts
    except UnknownEntity:
        return ()


def rows_on(tenures: Iterable[Tenure], date: str) -> tuple[Holder, ...]:
    """Those of the tenures that cover a date, the certain first; one answer a row."""
    found = [
        Holder(person=tenure.holder, post=tenure.post, tenure=tenure, certainty=certainty)
        for tenure in tenures
        if (certainty := covers(tenure, date))
    ]
    return tuple(sorted(found, key=lambda holder: (holder.certainty != Certainty.CERTAIN, holder.person)))


def held_on(tenures: Iterable[Tenure], date: str) -> tuple[Holder, ...]:
    """Those of the tenures that cover a date, the certain first; one answer a person and post."""
    return _one_each(rows_on(tenures, date))


def _one_each(holders: Iterable[Holder]) -> tuple[Holder, ...]:
    found: dict[tuple[Key, Key], Holder] = {}
    for holder in holders:
        found.setdefault((holder.person, holder.post), holder)
    return tuple(found.values())


def _doubted(index: Index, holders: Sequence[Holder], date: str) -> tuple[Holder, ...]:
    """Several people in a post that has one holder are only possible, but on the very day of a change."""
    found = []
    for holder in holders:
        post = index.post(holder.post)
        rivals = [h for h in holders if h.post == holder.post and h.person != holder.person]
        clash = (
            post is not None and index.has_one_holder(post.kind) and any(not _changes(holder, h, date) for h in rivals)
        )
        found.append(replace(holder, certainty=Certainty.POSSIBLE) if clash else holder)
    return tuple(found)


def _changes(one: Holder, other: Holder, date: str) -> bool:
    """Whether one of two terms ends and the other begins on the date."""
    return date in (one.tenure.end, other.tenure.end) and date in (one.tenure.start, other.tenure.start)


def among(index: Index, people: Iterable[Key], post: Key, date: str | None) -> tuple[Key, ...]:
    """Those of several people of one name who held a post on a date, or ever where the date is None.

    So a text that gives the post tells homonyms apart; none or several are left as they are.

    >>> from sco_graph.authority import load
    >>> index = Index(load())
    >>> among(index, index.find_people("扎帕罗夫"), "post/kg-president", "2024-07-04")
    ('official/sadyr-japarov',)
    """
    tenures = index.tenures_at(post)
    holders = {h.person for h in held_on(tenures, date)} if date else {tenure.holder for tenure in tenures}
    return tuple(person for person in people if person in holders)


def covers(tenure: Tenure, date: str) -> Certainty | None:
    """Whether a tenure covers a date: certainly (all of it, by both bounds), possibly, or not at all.

    >>> from sco_graph.authority.records import Tenure
    >>> term = Tenure(key="t", holder="h", post="p", start="2019", end="2021-12-31", source="s", verified=True)
    >>> covers(term, "2020-04-29"), covers(term, "2019-04"), covers(term, "2022")
    (<Certainty.CERTAIN: 'certain'>, <Certainty.POSSIBLE: 'possible'>, None)
    """
    bounds = _bounds(tenure)
    if bounds is None:
        return None
    start, end = bounds
    first, last = _first(date), _last(date)
    if last < _first(start) or first > _last(end):
        return None
    return Certainty.CERTAIN if _last(start) <= first and last <= _first(end) else Certainty.POSSIBLE


def _bounds(tenure: Tenure) -> tuple[str, str] | None:
    """First and last date of a tenure as far as the source sees it: one sighting vouches for its own date only."""
    start = tenure.start or tenure.known_from or tenure.known_until or tenure.end
    end = tenure.end or tenure.known_until or tenure.known_from or tenure.start
    return (start, end) if start and end else None


def _first(date: str) -> str:
    return f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10]


def _last(date: str) -> str:
    return f"{date}-12-31"[:10] if len(date) == 4 else f"{date}-31"[:10]
