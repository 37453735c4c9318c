"""Files of documents by address, on any file system, under the names that a build on one machine gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from ..corpus import LARGEST, contents, contents_of, find, wanted
from ..distant import Folder
from ..errors import InvalidDocument, UnreachableFolder
from ..model import Document

Read = Document | InvalidDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file: its address or path, and the folder that was named, if it was found in one."""

    where: str
    root: str | None = None

    @property
    def file(self) -> str:
        """What the records of the store call it: the address, or the whole path."""
        return self.where if is_address(self.where) else str(Path(self.where).resolve())

    def read(self, columns: Mapping[str, str]) -> Iterator[Read]:
        """The documents in it, and for each that is bad why."""
        if not is_address(self.where):
            yield from contents(Path(self.where), Path(self.root) if self.root else None, columns)
            return
        name = PurePosixPath(self.where).name
        folder = Folder(self.where)
        try:
            size = folder.size(name)
            if size > LARGEST:
                yield InvalidDocument(self.where, f"{size:,} bytes are more than {LARGEST:,}", "Split the file.")
                return
            data = folder.read(name)
        except UnreachableFolder as error:
            yield InvalidDocument(self.where, f"cannot be read ({error.what})", error.remedy)
            return
        source = self.where.removeprefix(self.root.rstrip("/") + "/") if self.root else name
        yield from contents_of(self.where, source, data, columns)

    def brief(self, columns: Mapping[str, str]) -> tuple[Read, ...]:
        """The same without the texts."""
        return tuple(replace(one, text="") if isinstance(one, Document) else one for one in self.read(columns))


def is_address(given: str) -> bool:
    """Whether something is an address, and no path of this machine.

    >>> is_address("s3://bucket/releases"), is_address("releases/a.md")
    (True, False)
    """
    return "://" in given


def listed(given: Iterable[str]) -> Iterator[Source]:
    """Files below folders and files named, in the order in which a build takes them; none twice."""
    seen = set()
    for one in given:
        for source in _below(one) if is_address(one) else _here(one):
            if source.file not in seen:
                seen.add(source.file)
                yield source


def _here(path: str) -> Iterator[Source]:
    for found, root in find([Path(path)]):
        yield Source(where=str(found), root=str(root) if root else None)


def _below(address: str) -> Iterator[Source]:
    folder = Folder(address)
    if folder.is_file():
        yield Source(where=address)
        return
    names = folder.names()
    if not names:
        # Nothing is there: reading it tells so.
        yield Source(where=address)
    for name in names:
        if wanted(PurePosixPath(name)):
            yield Source(where=folder.where(name), root=address)
