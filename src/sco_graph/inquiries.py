"""What each document of a store asked the tables: beside the store, so that changed tables tell whom they touch.

It is a cache: a document of which it knows nothing, or something of another state, is read again.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from .authority.asking import Asked
from .authority.entries import Entry
from .errors import StoreUnavailable

NAME = "inquiries.sqlite"
_FORMAT = 1
_SCHEMA = f"""
CREATE TABLE documents(
    key TEXT PRIMARY KEY, sha256 TEXT, rules TEXT, tables TEXT, questions BLOB, words BLOB) WITHOUT ROWID;
CREATE TABLE questions(number INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE tables(version TEXT PRIMARY KEY, others TEXT, names BLOB);
PRAGMA user_version = {_FORMAT};
"""
Names = Mapping[str, Sequence[Entry]]
"""Entries of the gazetteers, by language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """A state of the tables: names in order, and a digest of what no question is about (``others``)."""

    version: str
    others: str
    names: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What is noted of a document: what it was made from, numbers of its questions and of its words."""

    made_from: tuple[str, str, str]
    questions: frozenset[int]
    words: frozenset[int]


class Inquiries:
    """The record in a store's folder; whoever holds the store's lock opens it. Raises StoreUnavailable."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        with self._refusals():
            folder.mkdir(parents=True, exist_ok=True)
            self._database = self._opened()

    def _opened(self) -> sqlite3.Connection:
        try:
            return _begun(self._path)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            # Damaged, or of another version: nothing is lost but time.
            for path in (self._path, *(self._path.with_name(f"{NAME}-{end}") for end in ("wal", "shm"))):
                path.unlink(missing_ok=True)
            return _begun(self._path)

    def __enter__(self) -> Inquiries:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            what, remedy = f"the disk refused a write ({error})", "Make room, or remove it, then build again."
            raise StoreUnavailable(str(self._path), what, remedy) from error

    def knows(self, version: str) -> bool:
        """Whether a state of the tables is noted."""
        with self._refusals():
            return bool(self._database.execute("SELECT 1 FROM tables WHERE version = ?", (version,)).fetchone())

    def keep_tables(self, tables: Tables) -> None:
        """Note a state of the tables."""
        blob = zlib.compress(json.dumps(tables.names, ensure_ascii=False).encode())
        with self._refusals(), self._database as database:
            database.execute("INSERT OR REPLACE INTO tables VALUES (?, ?, ?)", (tables.version, tables.others, blob))

    def tables(self, version: str) -> Tables | None:
        """A state of the tables that is noted, or None."""
        with self._refusals():
            row = self._database.execute("SELECT others, names FROM tables WHERE version = ?", (version,)).fetchone()
        if row is None:
            return None
        names = {
            language: [Entry(*one)._replace(bodies=tuple(one[-1])) for one in listed]
            for language, listed in json.loads(zlib.decompress(row[1])).items()
        }
        return Tables(version=version, others=row[0], names=names)

    def keep(self, versions: tuple[str, str], documents: Iterable[tuple[str, str, Asked]]) -> None:
        """Note what documents (key, hash of the text) asked, before their graphs are written."""
        given = list(documents)
        with self._refusals(), self._database as database:
            told = (one for _, _, asked in given for one in asked.told)
            database.executemany("INSERT OR IGNORE INTO questions VALUES (?, ?)", told)
            database.executemany(
                "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?)",
                ((key, sha256, *versions, asked.questions, asked.words) for key, sha256, asked in given),
            )

    def noted(self, key: str) -> Noted | None:
        """What is noted of a document, or None."""
        with self._refusals():
            found = self._database.execute("SELECT * FROM documents WHERE key = ?", (key,)).fetchone()
        if found is None:
            return None
        _, sha256, rules, tables, questions, words = found
        numbers = frozenset(array("q", questions)), frozenset(array("I", words))
        return Noted(made_from=(sha256, rules, tables), questions=numbers[0], words=numbers[1])

    def settle(self, keys: Iterable[str], version: str) -> None:
        """Note that documents have the same facts by these tables."""
        with self._refusals(), self._database as database:
            database.executemany("UPDATE documents SET tables = ? WHERE key = ?", ((version, key) for key in keys))

    def drop(self, keys: Iterable[str]) -> None:
        """Forget documents."""
        with self._refusals(), self._database as database:
            database.executemany("DELETE FROM documents WHERE key = ?", ((key,) for key in keys))

    def all(self) -> Iterator[tuple[int, str]]:
        """Every question with its number."""
        with self._refusals():
            yield from self._database.execute("SELECT number, text FROM questions")

    def tidy(self, version: str) -> None:
        """Take out questions that no document asks any more, and states of the tables that none was read with."""
        with self._refusals(), self._database as database:
            asked: set[int] = set()
            for (blob,) in database.execute("SELECT questions FROM documents"):
                asked.update(array("q", blob))
            idle = [(number,) for (number,) in database.execute("SELECT number FROM questions") if number not in asked]
            database.executemany("DELETE FROM questions WHERE number = ?", idle)
            query = "DELETE FROM tables WHERE version <> ? AND version NOT IN (SELECT tables FROM documents)"
            database.execute(query, (version,))


def _begun(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path)
    (found,) = database.execute("PRAGMA user_version").fetchone()
    if found not in (0, _FORMAT):
        database.close()
        raise sqlite3.DatabaseError("another version")
    # A crash of the machine may cost the last transactions, never the order of them.
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    if not found:
        database.executescript(_SCHEMA)
    return database


def copy(folder: Path, target: Path) -> None:
    """Copy the record as it is at this moment into another store's folder, if there is one."""
    if (folder / NAME).exists():
        source, other = sqlite3.connect(folder / NAME), sqlite3.connect(target / NAME)
        try:
            source.backup(other)
        finally:
            source.close()
            other.close()
