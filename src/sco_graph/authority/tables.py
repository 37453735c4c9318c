"""From rows to records: every reference is declared, every source named; later folders are laid over."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from ..errors import InvalidRecord
from . import agreement, entities, meeting_rows, patterns
from .attestations import attestations
from .cells import LANGUAGES, choice
from .declared import Declared
from .generated import russian_names
from .records import Authority, Source
from .rows import COLUMNS, Row, files, refuse_strangers, rows

T = TypeVar("T")
_IDENTITY = {
    "states": ("code",), "bodies": ("key",), "officials": ("key",), "places": ("key",), "posts": ("key",),
    "post_kinds": ("kind",), "government": ("kind",), "sources": ("id",), "state_genitives": ("text",),
    "body_identifiers": ("body",), "capitals": ("state", "place"),
    "tenures": ("official", "post", "start"), "memberships": ("state", "body", "kind", "start"),
    "meetings": ("key",), "meeting_participants": ("meeting", "participant"),
    "attestations": ("subject", "property", "value"),
}  # fmt: skip


def read(folders: Sequence[Path]) -> Authority:
    """Read the tables of the folders, the later laid over the earlier; InvalidRecord names file, line and remedy."""
    for folder in folders:
        if not folder.is_dir():
            raise InvalidRecord(str(folder), "there is no such folder of authority tables", "Mend the path.")
        refuse_strangers(folder)
    tables = {table: laid(folders, table) for table in COLUMNS}
    known = Declared.of(tables)
    types = _all(tables["post_kinds"], patterns.post_kind, known)
    titles = _all(tables["post_titles"], patterns.title, known)
    tenures = _all(tables["tenures"], entities.tenure, known)
    meetings = _all(tables["meetings"], meeting_rows.meeting, known)
    declared = frozenset(row["key"] for row in tables["meetings"])
    present = tuple(meeting_rows.participant(row, known, declared) for row in tables["meeting_participants"])
    held = (*(tenure.post for tenure in tenures), *(one.post for one in present if one.post))
    posts = patterns.posts(tables, known, types, held)
    for table in ("bodies", "officials", "places", "posts"):
        agreement.readable_keys(tables[table])
    agreement.one_person_an_id(tables["officials"])
    agreement.one_holder_a_day(tuple(zip(tables["tenures"], tenures, strict=True)), posts, types)
    people = _all(tables["officials"], entities.person, known)
    given = entities.names(tables, known)
    generated = russian_names(people, given)
    return Authority(
        version=version(folders),
        names=(*given, *generated, *(name for post in posts for name in patterns.titles_of(post, titles))),
        states=_all(tables["states"], entities.state, known),
        bodies=entities.bodies(tables, known),
        people=people,
        posts=posts,
        tenures=tenures,
        memberships=entities.memberships(tables["memberships"], known),
        meetings=meetings,
        meeting_participants=present,
        places=_all(tables["places"], entities.place, known),
        attestations=attestations(tables["attestations"], known),
        government=_all(tables["government"], patterns.government_kind, known),
        government_names=_all(tables["government_names"], patterns.government_name, known),
        post_kinds=types,
        post_titles=titles,
        genitives=tuple((row["text"], row["genitive"]) for row in tables["state_genitives"]),
        capitals=tuple((known.key(row, "state"), known.key(row, "place")) for row in tables["capitals"]),
        decoys=tuple((choice(row, "language", LANGUAGES), row["text"]) for row in tables["decoys"]),
        sources=tuple(
            Source(id=row["id"], url=row["url"], licence=row["licence"], note=row["note"]) for row in tables["sources"]
        ),
    )


def version(folders: Sequence[Path]) -> str:
    """Sixteen hex digits of the SHA-256 of the bytes of all tables."""
    total = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.glob("*.tsv")):
            total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:16]


Stamps = tuple[tuple[str, int, int], ...]
"""Name, size in bytes and time of change in nanoseconds of each table of a folder."""


def stamps(folder: Path) -> Stamps:
    """What tells whether a folder of tables has changed, without reading it."""
    with os.scandir(folder) as entries:
        tables = [entry for entry in entries if entry.name.endswith(".tsv")]
        return tuple(sorted((entry.name, (state := entry.stat()).st_size, state.st_mtime_ns) for entry in tables))


def laid(folders: Sequence[Path], table: str) -> tuple[Row, ...]:
    """Rows of a table: one of a later folder replaces one of the same identity; twice in one is an error.

    Rows of later folders come first, so that the names they prefer win.
    """
    found: dict[tuple[str, ...], Row] = {}
    columns = _IDENTITY.get(table) or COLUMNS[table][:-1]
    for folder in folders:
        here: dict[tuple[str, ...], Row] = {}
        for path in files(folder, table):
            for row in rows(path, table):
                identity = tuple(row[column] for column in columns)
                if identity in here:
                    raise row.error(
                        f'"{" ".join(identity)}" stands here and at {here[identity].where}', "Keep one of the two rows."
                    )
                here[identity] = row
        found = here | {identity: row for identity, row in found.items() if identity not in here}
    return tuple(found.values())


def _all(rows_: Sequence[Row], make: Callable[[Row, Declared], T], known: Declared) -> tuple[T, ...]:
    return tuple(make(row, known) for row in rows_)
