"""Files of results: written as a whole or not at all."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from .errors import UnwritableOutput

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@contextmanager
def written(path: Path) -> Iterator[TextIO]:
    """A text stream (UTF-8, LF) whose content takes the place of ``path`` at the end, if nothing went wrong.

    Until then, and after an error, the file that was there stays. Raises
    UnwritableOutput when the disk or the folder refuses.
    """
    fresh = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        fresh.replace(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnwritableOutput(str(path), reason, "Choose another folder, or make room there.") from error
    finally:
        if fresh.is_file():
            fresh.unlink()


def write_text(path: Path, text: str) -> Path:
    """Write a text as a whole; the path comes back."""
    with written(path) as stream:
        stream.write(text)
    return path


def write_rows(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table as CSV (RFC 4180 but for LF line ends), each cell made harmless for spreadsheets."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)


def harmless(cell: object) -> object:
    """A text that a spreadsheet would run as a formula, with an apostrophe before it; numbers as they are.

    After OWASP, CSV Injection.

    >>> harmless("=1+1"), harmless("Ivan Testov"), harmless(-1)
    ("'=1+1", 'Ivan Testov', -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
