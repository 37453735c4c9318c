"""Reading of the tables: tab-separated, UTF-8, a header, ``#`` comments; every row knows its file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from ..errors import InvalidRecord

SOURCES = ("id", "url", "licence", "note")
COLUMNS: dict[str, tuple[str, ...]] = {
    "sources": SOURCES,
    "states": ("code", "alpha3", "m49", "wikidata", "source"),
    "state_names": ("state", "language", "kind", "text", "source"),
    "state_genitives": ("state", "text", "genitive", "source"),
    "bodies": ("key", "code", "kind", "organ_of", "state", "wikidata", "source"),
    "attestations": ("subject", "property", "value", "status", "note", "source"),
    "body_names": ("body", "language", "kind", "text", "source"),
    "body_identifiers": ("body", "wikidata", "source"),
    "capitals": ("state", "place", "note", "source"),
    "chinese_surnames": ("pinyin", "han", "source"),
    "decoys": ("language", "text", "note", "source"),
    "homonyms": ("language", "text", "bodies", "note", "source"),
    "government": ("kind", "slug", "code", "states", "source"),
    "government_names": ("kind", "language", "name", "text", "state", "source"),
    "post_kinds": ("kind", "type", "rank", "at", "single", "government", "source"),
    "post_titles": ("kind", "language", "name", "title", "source"),
    "posts": ("key", "kind", "at", "source"),
    "officials": ("key", "state", "wikidata", "source"),
    "official_names": ("official", "language", "kind", "text", "source"),
    "tenures": ("official", "post", "start", "end", "known_from", "known_until", "status", "note", "source"),
    "meetings": (
        "key",
        "organ",
        "number",
        "type",
        "start",
        "end",
        "place",
        "state",
        "mode",
        "chair",
        "status",
        "note",
        "source",
    ),
    "meeting_participants": ("meeting", "participant", "post", "source"),
    "memberships": ("state", "body", "kind", "start", "end", "status", "note", "source"),
    "places": ("key", "state", "latitude", "longitude", "wikidata", "source"),
    "place_names": ("place", "language", "kind", "text", "source"),
}
OPTIONAL = frozenset(
    (
        "m49", "wikidata", "organ_of", "state", "states", "start", "end", "known_from", "known_until", "note",
        "latitude", "longitude", "url", "licence", "government", "han", "number", "place", "chair", "post",
    )
)  # fmt: skip
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table: where it stands, and its cells by column."""

    where: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def error(self, what: str, remedy: str) -> InvalidRecord:
        """An error that names the file and line of this row."""
        return InvalidRecord(self.where, what, remedy)

    def date(self, column: str) -> str | None:
        """A date YYYY, YYYY-MM or YYYY-MM-DD, or None where the cell is empty; InvalidRecord for anything else."""
        text = self.cells[column]
        if text and not _DATE.fullmatch(text):
            raise self.error(f'{column} "{text}" is no date', "Write YYYY, YYYY-MM or YYYY-MM-DD, or leave it empty.")
        return text or None


def files(folder: Path, table: str) -> list[Path]:
    """Files of a table in a folder: ``bodies.tsv``, and parts under another licence: ``bodies_igo.tsv``.

    A part that is the name of another table (``body_names``) belongs to that table.
    """
    parts = [p for p in folder.glob(f"{table}*.tsv") if _table_of(p.stem) == table]
    return sorted(parts)


def refuse_strangers(folder: Path) -> None:
    """InvalidRecord for a file that is no table, whose rows would be passed over in silence ("tenure.tsv")."""
    for path in sorted(folder.glob("*.tsv")):
        if not _table_of(path.stem):
            near = get_close_matches(path.stem, COLUMNS, n=1)
            remedy = f"Rename it to {near[0]}.tsv." if near else f"Tables: {', '.join(COLUMNS)}."
            raise InvalidRecord(str(path), "no table has this name", remedy)


def _table_of(stem: str) -> str:
    return max((t for t in COLUMNS if stem == t or stem.startswith(t + "_")), key=len, default="")


def rows(path: Path, table: str) -> Iterator[Row]:
    """Rows of one file, in order; InvalidRecord with file and line where its form is wrong."""
    columns = COLUMNS[table]
    name = "/".join(path.parts[-3:]).lstrip("/")
    lines = enumerate(_text(path).split("\n"), start=1)
    kept = ((number, line) for number, line in lines if line.strip() and not line.startswith("#"))
    number, header = next(kept, (1, ""))
    if tuple(header.rstrip().split("\t")) != columns:
        raise InvalidRecord(
            f"{name}:{number}", f'the header is "{header}"', f"Make it: {', '.join(columns)} (parted by tabs)."
        )
    for number, line in kept:
        yield _row(f"{name}:{number}", line.split("\t"), columns)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise InvalidRecord(str(path), "the table is not UTF-8", "Save it in UTF-8.") from error


def _row(where: str, cells: list[str], columns: tuple[str, ...]) -> Row:
    if len(cells) != len(columns):
        raise InvalidRecord(
            where, f"{len(cells)} cells where {len(columns)} are due", f"Columns: {', '.join(columns)}; part by tabs."
        )
    row = Row(where=where, cells=dict(zip(columns, map(str.strip, cells), strict=True)))
    for column, cell in row.cells.items():
        if not cell and column not in OPTIONAL:
            raise row.error(f"{column} is empty", "Every row needs it; a row without a source is not kept.")
    return row
