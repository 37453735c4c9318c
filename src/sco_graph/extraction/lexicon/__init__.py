"""Words of a language and of the field, as tables that a linguist can read and mend.

One folder a language, one file a subject: tab-separated columns, lines that
begin with ``#`` are comments. Code asks for ``rows("ru", "posts")``.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from ...errors import InvalidRecord

Row = tuple[str, ...]


@cache
def rows(language: str, name: str, columns: int) -> tuple[Row, ...]:
    """Rows of ``<language>/<name>.tsv``, each padded to so many columns; none where there is no such table.

    Raises InvalidRecord when a row has more columns than that.

    >>> rows("ru", "names", 8)[0][0]
    'ov'
    """
    file = files(__name__).joinpath(language, f"{name}.tsv")
    if not file.is_file():
        return ()
    found = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.rstrip("\n").split("\t")]
        if len(cells) > columns:
            raise InvalidRecord(
                f"lexicon/{language}/{name}.tsv:{number}",
                f"{len(cells)} columns where {columns} are known",
                "Remove a tab or mend the row.",
            )
        found.append(tuple(cells + [""] * (columns - len(cells))))
    return tuple(found)


def _tables(folder: Traversable, path: str = "") -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _tables(entry, f"{path}{entry.name}/")
        elif entry.name.endswith((".tsv", ".py")):
            found.append((path + entry.name, entry.read_bytes()))
    return sorted(found)


@cache
def fingerprint() -> str:
    """Eight hex digits that change with any byte of the rules: their code and every table.

    >>> len(fingerprint())
    8
    """
    sha = hashlib.sha256()
    for name, data in _tables(files(__name__.rpartition(".")[0])):
        sha.update(name.encode() + b"\0" + data + b"\0")
    return sha.hexdigest()[:8]
