"""How much the tables hold and who vouches for it: rows by table, names by language, tenures by post and decade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .records import Authority, NameKind, Tenure
from .rows import COLUMNS, Row
from .tables import laid

_ENTITIES = ("state", "body", "official", "place", "post")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Rows of one sort: how many, and of them with a source, of general knowledge (``own``), and not verified.

    ``part`` is what is counted (table, names, tenures by type of post ...), ``name`` the sort. A row that has a source
    beside ``unverified`` counts as both.
    """

    part: str
    name: str
    rows: int
    sourced: int
    own: int
    unverified: int


def counts(folders: Sequence[Path], authority: Authority) -> tuple[Count, ...]:
    """Counts of the tables of folders, the later laid over the earlier, and of the records made of them.

    >>> from sco_graph.authority import data_folder, load
    >>> found = {(c.part, c.name): c for c in counts((data_folder(),), load())}
    >>> found["table", "states"].rows == found["table", "states"].sourced > 240
    True
    """
    return (
        *_tables(folders),
        *_named(authority),
        *_of_tenures("tenures by type of post", authority, {post.key: post.type for post in authority.posts}),
        *_of_decades(authority),
    )


def _tables(folders: Sequence[Path]) -> Iterator[Count]:
    for table, columns in COLUMNS.items():
        rows = laid(folders, table)
        if table == "sources":
            sourced = sum(bool(row["url"]) for row in rows)
            yield Count(part="table", name=table, rows=len(rows), sourced=sourced, own=0, unverified=0)
        else:
            yield _count("table", table, ((row["source"], "status" in columns and _weak(row)) for row in rows))


def _weak(row: Row) -> bool:
    return row["status"] == "unverified"


def _named(authority: Authority) -> Iterator[Count]:
    """Names, and entities that have one, by language; a transliteration that no source gives is none."""
    names = [name for name in authority.names if name.kind is not NameKind.GENERATED]
    for entity in _ENTITIES:
        for language in ("en", "ru", "zh"):
            these = [n for n in names if n.language == language and n.entity.startswith(f"{entity}/")]
            # Of several names of one entity the best vouched for.
            best = {n.entity: n for n in sorted(these, key=lambda n: n.source in ("own", "unverified"), reverse=True)}
            yield _count("names", f"{entity}, {language}", ((n.source, False) for n in these))
            yield _count("entities named", f"{entity}, {language}", ((n.source, False) for n in best.values()))


def _of_tenures(part: str, authority: Authority, sort: dict[str, str]) -> Iterator[Count]:
    of: dict[str, list[Tenure]] = {}
    for tenure in authority.tenures:
        of.setdefault(sort[tenure.post], []).append(tenure)
    for name, tenures in sorted(of.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        yield _count(part, name, ((t.source, not t.verified) for t in tenures))


def _of_decades(authority: Authority) -> Iterator[Count]:
    """Tenures by the decade in which they start or are first seen."""
    of: dict[str, list[Tenure]] = {}
    for tenure in authority.tenures:
        first = tenure.start or tenure.known_from or tenure.end or tenure.known_until
        of.setdefault(f"{first[:3]}0s" if first else "undated", []).append(tenure)
    for name, tenures in sorted(of.items()):
        yield _count("tenures by decade", name, ((t.source, not t.verified) for t in tenures))


def _count(part: str, name: str, rows: Iterable[tuple[str, bool]]) -> Count:
    """Count rows, each given by its sources and whether its status is weak."""
    found: Counter[str] = Counter()
    for source, weak in rows:
        sources = source.split("; ")
        found["rows"] += 1
        found["sourced"] += any(one not in ("own", "unverified") for one in sources)
        found["own"] += "own" in sources
        found["unverified"] += weak or "unverified" in sources
    return Count(
        part=part,
        name=name,
        rows=found["rows"],
        sourced=found["sourced"],
        own=found["own"],
        unverified=found["unverified"],
    )
