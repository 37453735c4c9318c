"""Who does what: which documents are taken, in which parts, and what is known of a part that is done."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from ..distant import Folder
from ..intake import Census
from ..model import Document
from .sources import Read, Source

PART = 400
"""So many documents are one task, which is done again as a whole when its process ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What every task is told: where shards go, shares of keys, versions, columns of tables, least score."""

    shards: str
    shares: int
    rules: str
    tables: str
    overlays: int
    columns: Mapping[str, str]
    least: float

    @property
    def folder(self) -> Folder:
        """The folder of shards."""
        return Folder(self.shards)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Documents of one task: of each file the keys that are taken."""

    number: int
    sources: tuple[tuple[Source, frozenset[str]], ...]
    fingerprint: str

    @property
    def name(self) -> str:
        """Name of its files."""
        return f"{self.number:05}"

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, sorted."""
        return tuple(sorted(key for _, keys in self.sources for key in keys))


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a task leaves: its fingerprint, facts by kind, graphs in doubt, and where blocks of its file lie.

    ``blocks`` is label -> first byte and byte after the last.
    """

    fingerprint: str
    counts: Mapping[str, int] = field(default_factory=dict)
    doubtful: list[str] = field(default_factory=list)
    blocks: Mapping[str, Sequence[int]] = field(default_factory=dict)


def write_done(folder: Folder, name: str, done: Done) -> None:
    """Put down that a task is done: the last thing it does."""
    folder.write(f"done/{name}.json", json.dumps(asdict(done), sort_keys=True).encode())


def read_done(folder: Folder, name: str, fingerprint: str) -> Done | None:
    """What was put down, if it is of the very same task."""
    if not folder.has(f"done/{name}.json"):
        return None
    try:
        done = Done(**json.loads(folder.read(f"done/{name}.json")))
    except (ValueError, TypeError):
        return None
    return done if done.fingerprint == fingerprint else None


def admitted(
    surveyed: Iterable[tuple[Source, tuple[Read, ...]]], census: Census
) -> Iterator[tuple[Source, dict[str, str]]]:
    """Of each file the documents that are taken, key -> SHA-256 of the text; the census says why others are not."""
    for source, reads in surveyed:
        taken = {
            read.key: read.sha256
            for read in reads
            if census.admits(read, source.where, source.file) and isinstance(read, Document)
        }
        if taken:
            yield source, taken


def parts(taken: Iterable[tuple[Source, dict[str, str]]], work: Work, size: int = PART) -> Iterator[Part]:
    """Parts of about ``size`` documents; a file is never divided."""
    batch: list[tuple[Source, dict[str, str]]] = []
    number = 0
    for one in taken:
        batch.append(one)
        if sum(len(keys) for _, keys in batch) >= size:
            yield _part(number, batch, work)
            number, batch = number + 1, []
    if batch:
        yield _part(number, batch, work)


def _part(number: int, batch: Sequence[tuple[Source, dict[str, str]]], work: Work) -> Part:
    texts = [sorted(keys.items()) for _, keys in batch]
    return Part(
        number=number,
        sources=tuple((source, frozenset(keys)) for source, keys in batch),
        fingerprint=fingerprint(work.rules, work.tables, f"{work.least:g}", str(work.shares), json.dumps(texts)),
    )


def fingerprint(*of: str) -> str:
    """SHA-256 that tells whether a task is the same as one that was done.

    >>> fingerprint("a", "b") == fingerprint("ab")
    False
    """
    return hashlib.sha256("\0".join(of).encode()).hexdigest()
