"""Checks over whole tables: what no row can break alone."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from ..model import Key
from .records import Post, PostKind, Tenure
from .rows import Row

_KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def readable_keys(rows: Iterable[Row]) -> None:
    """InvalidRecord for a key that is not small ASCII letters and digits, parted by single hyphens."""
    for row in rows:
        if not _KEY.fullmatch(row["key"]):
            raise row.error(f'key "{row["key"]}" is no key', "Write small ASCII letters and digits, parted by hyphens.")


def one_person_an_id(officials: Sequence[Row]) -> None:
    """InvalidRecord when two officials have one Wikidata id: they are one person; rows of later folders come first."""
    seen: dict[str, Row] = {}
    for row in reversed(officials):
        other = seen.setdefault(row["wikidata"], row) if row["wikidata"] else row
        if other is not row:
            raise row.error(
                f'"{row["key"]}" has the Wikidata id of "{other["key"]}" ({other.where})',
                "Keep one key, and give it the names and tenures of both.",
            )


def one_holder_a_day(tenures: Sequence[tuple[Row, Tenure]], posts: Iterable[Post], kinds: Iterable[PostKind]) -> None:
    """InvalidRecord when two people hold a post of one holder for more than the day of a change.

    Rows that are ``unverified`` may: so sources that disagree stand side by side. Of a date
    as coarse as a year only what is certain counts.
    """
    single = {kind.kind for kind in kinds if kind.single}
    held: dict[Key, list[tuple[Row, Tenure]]] = defaultdict(list)
    alone = {post.key for post in posts if post.kind in single}
    for row, tenure in tenures:
        if tenure.verified and tenure.post in alone:
            held[tenure.post].append((row, tenure))
    for terms in held.values():
        for (row, one), (other_row, other) in combinations(terms, 2):
            if one.holder != other.holder and overlap(one, other):
                raise row.error(
                    f'"{row["official"]}" and "{other_row["official"]}" ({other_row.where}) hold "{row["post"]}" '
                    "on the same days",
                    "Mend a date, or make both rows unverified and say in the note what disagrees.",
                )


def overlap(one: Tenure, other: Tenure) -> bool:
    """Whether two terms certainly share more than the day on which the one follows the other."""
    first, second = _certain(one), _certain(other)
    return first is not None and second is not None and first[0] < second[1] and second[0] < first[1]


def _certain(tenure: Tenure) -> tuple[str, str] | None:
    """The last day on which a term may begin and the first on which it may end, so far as a source sees it."""
    start, end = tenure.start or tenure.known_from, tenure.end or tenure.known_until
    return (_last_day(start), end + "-01-01"[len(end) - 4 :] if len(end) < 10 else end) if start and end else None


def _last_day(date: str) -> str:
    if len(date) == 7:
        return f"{date}-{calendar.monthrange(int(date[:4]), int(date[5:]))[1]}"
    return f"{date}-12-31" if len(date) == 4 else date
