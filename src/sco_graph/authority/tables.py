"""From rows to records: every reference is declared, every source named; later folders are laid over."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from ..errors import InvalidRecord
from . import entities, patterns
from .cells import LANGUAGES, choice
from .declared import Declared
from .records import Authority, Source
from .rows import COLUMNS, Row, files, rows

T = TypeVar("T")
_IDENTITY = {
    "states": ("code",), "bodies": ("key",), "officials": ("key",), "places": ("key",), "posts": ("key",),
    "post_kinds": ("kind",), "government": ("kind",), "sources": ("id",), "state_genitives": ("text",),
    "body_identifiers": ("body",), "capitals": ("state", "place"),
    "tenures": ("official", "post", "start"), "memberships": ("state", "body", "kind"),
}  # fmt: skip


def read(folders: Sequence[Path]) -> Authority:
    """Read the tables of the folders, the later laid over the earlier; InvalidRecord names file, line and remedy."""
    for folder in folders:
        if not folder.is_dir():
            raise InvalidRecord(str(folder), "there is no such folder of authority tables", "Mend the path.")
    tables = {table: _laid(folders, table) for table in COLUMNS}
    known = Declared.of(tables)
    types = _all(tables["post_kinds"], patterns.post_kind, known)
    titles = _all(tables["post_titles"], patterns.title, known)
    tenures = _all(tables["tenures"], entities.tenure, known)
    posts = patterns.posts(tables, known, types, tenures)
    return Authority(
        version=version(folders),
        names=(*entities.names(tables, known), *(name for post in posts for name in patterns.titles_of(post, titles))),
        states=_all(tables["states"], entities.state, known),
        bodies=entities.bodies(tables, known),
        people=_all(tables["officials"], entities.person, known),
        posts=posts,
        tenures=tenures,
        memberships=_all(tables["memberships"], entities.membership, known),
        places=_all(tables["places"], entities.place, known),
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


def _laid(folders: Sequence[Path], table: str) -> tuple[Row, ...]:
    """Rows of a table: one of a later folder replaces one of the same identity; twice in one is an error.

    Rows of later folders come first, so that the names they prefer win.
    """
    laid: dict[tuple[str, ...], Row] = {}
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
        laid = here | {identity: row for identity, row in laid.items() if identity not in here}
    return tuple(laid.values())


def _all(rows_: Sequence[Row], make: Callable[[Row, Declared], T], known: Declared) -> tuple[T, ...]:
    return tuple(make(row, known) for row in rows_)
