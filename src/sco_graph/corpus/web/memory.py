"""What has been fetched into a folder, from where and when: beside the files, so that a later run resumes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from pathlib import Path

from ...errors import InvalidRecord
from ...files import write_text

NAME = ".fetched.json"
"""Name of the record in its folder; hidden, so it is never taken for a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a file came from: its address, and what server and feed said of it.

    ``file`` is its name in the folder; ``sha256`` of its bytes; ``etag`` and ``modified`` as the server gave them.
    """

    address: str
    file: str
    sha256: str
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    title: str | None = None
    published: str | None = None


def read(folder: Path) -> dict[str, Origin]:
    """Origins by address; empty for a folder into which nothing was fetched.

    Raises InvalidRecord where the record is damaged.
    """
    record = folder / NAME
    if not record.is_file():
        return {}
    try:
        known = {field.name for field in fields(Origin)}
        rows = json.loads(record.read_text("utf-8"))
        return {row["address"]: Origin(**{k: v for k, v in row.items() if k in known}) for row in rows}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        remedy = "Remove it: what was fetched is fetched again."
        raise InvalidRecord(str(record), "the record of what was fetched cannot be read", remedy) from error


def write(folder: Path, origins: Mapping[str, Origin]) -> None:
    """Replace the record as a whole."""
    rows = [{k: v for k, v in asdict(origins[a]).items() if v is not None} for a in sorted(origins)]
    write_text(folder / NAME, json.dumps(rows, ensure_ascii=False, indent=0) + "\n")


def origin(path: Path) -> Origin | None:
    """Where a file was fetched from, or None for one that was not."""
    record = path.parent / NAME
    try:
        made = record.stat().st_mtime_ns
    except OSError:
        return None
    return _by_file(path.parent, made).get(path.name)


@lru_cache(maxsize=4)
def _by_file(folder: Path, made: int) -> dict[str, Origin]:
    try:
        return {origin.file: origin for origin in read(folder).values()}
    except InvalidRecord:
        # The files are still documents; fetching says what is wrong with the record.
        return {}
