"""Who held a post on a day: what the tables say, with the source, and ``unknown`` where they are silent.

A date may be as coarse as a year; then the answer tells whether the tenure covers
the whole of it. An open end is not "until today": it holds to the day up to which
the source sees the holder.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ..model import Key
from .index import Index
from .records import Tenure


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


def post_holder(index: Index, title: str, at: Key, date: str) -> tuple[Holder, ...]:
    """Holders of a post on a date (YYYY, YYYY-MM or YYYY-MM-DD); empty where the tables are silent: unknown.

    ``title`` is a type (``foreign-minister``), a kind of post or a title in Russian, English or Chinese.

    >>> from sco_graph.authority import load
    >>> [h.person for h in post_holder(Index(load()), "Minister of Foreign Affairs", "state/CN", "2020-04-29")]
    ['official/wang-yi']
    """
    posts = posts_named(index, title, at)
    return held_on((tenure for post in posts for tenure in index.tenures_at(post)), date)


def posts_named(index: Index, title: str, at: Key) -> tuple[Key, ...]:
    """Posts of the tables at a state or body that have a type, kind or title."""
    here = [post for post in index.authority.posts if post.at == at]
    by_code = tuple(post.key for post in here if title in (post.type, post.kind))
    if by_code:
        return by_code
    kinds = {
        kind.kind for language in ("en", "ru", "zh") for kind, whole in index.titles.kinds_of(title, language) if whole
    }
    return tuple(post.key for post in here if post.kind in kinds)


def held_on(tenures: Iterable[Tenure], date: str) -> tuple[Holder, ...]:
    """Those of the tenures that cover a date, the certain first; one answer a person and post."""
    found: dict[tuple[Key, Key], Holder] = {}
    for tenure in tenures:
        certainty = covers(tenure, date)
        key = (tenure.holder, tenure.post)
        if certainty and (key not in found or certainty == Certainty.CERTAIN):
            found[key] = Holder(person=tenure.holder, post=tenure.post, tenure=tenure, certainty=certainty)
    return tuple(sorted(found.values(), key=lambda holder: (holder.certainty != Certainty.CERTAIN, holder.person)))


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
    start, end = tenure.start or tenure.known_from, tenure.end or tenure.known_until
    if not start or not end:
        return None
    first, last = _first(date), _last(date)
    if last < _first(start) or first > _last(end):
        return None
    return Certainty.CERTAIN if _last(start) <= first and last <= _first(end) else Certainty.POSSIBLE


def _first(date: str) -> str:
    return f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10]


def _last(date: str) -> str:
    return f"{date}-12-31"[:10] if len(date) == 4 else f"{date}-31"[:10]
