"""Archives: the documents in a .zip or .tar, read in memory; nothing is unpacked to disk."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from lzma import LZMAError
from pathlib import PurePosixPath
from typing import IO

from ..errors import InvalidDocument
from .items import Item, Read

LARGEST_MEMBER = 64 * 1024 * 1024
MOST_BYTES = 4 * 1024 * 1024 * 1024
MOST_MEMBERS = 200_000

_FAULTS = (
    EOFError, LookupError, LZMAError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError,
    tarfile.TarError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
Member = tuple[str, int, Callable[[], bytes]]
"""Path, bytes when unpacked (as the archive says), and how to get them."""


def documents(
    item: Item, read: Callable[[Item], Iterator[Read]], wanted: Callable[[PurePosixPath], bool]
) -> Iterator[Read]:
    """The documents of an archive, by ``read``; of those members that are ``wanted``."""
    total, found = 0, False
    try:
        members = _members(item)
        if len(members) > MOST_MEMBERS:
            raise item.bad(f"{len(members):,} members are more than {MOST_MEMBERS:,}", "Split the archive.")
        for name, size, load in members:
            path = PurePosixPath(name.replace("\\", "/"))
            if not wanted(path):
                continue
            found = True
            total += size
            yield from _member(item, path, size, total, load, read)
    except _FAULTS as error:
        raise item.bad("a broken archive", "Pack it again.") from error
    if not found:
        raise item.bad("the archive holds no documents", "Put files of the formats that are read into it.")


def _member(
    item: Item,
    path: PurePosixPath,
    size: int,
    total: int,
    load: Callable[[], bytes],
    read: Callable[[Item], Iterator[Read]],
) -> Iterator[Read]:
    where = f"{item.where}/{path}"
    if path.is_absolute() or ".." in path.parts:
        yield InvalidDocument(where, "the path leads out of the archive", "Pack it anew.")
    elif size > LARGEST_MEMBER or total > MOST_BYTES:
        limit = LARGEST_MEMBER if size > LARGEST_MEMBER else MOST_BYTES
        yield InvalidDocument(where, f"more than {limit:,} bytes are in it", "Split the archive.")
    else:
        try:
            data = load()
        except _FAULTS as error:
            what = "it has a password" if isinstance(error, RuntimeError) else "it cannot be unpacked"
            yield InvalidDocument(where, what, "Pack it again.")
            return
        inside = replace(
            item, where=where, source=f"{item.source}/{path}", stem=path.stem, suffix=path.suffix.lower(), data=data
        )
        yield from read(inside)


def _members(item: Item) -> list[Member]:
    stream = io.BytesIO(item.data)
    return sorted(_zipped(stream) if item.suffix == ".zip" else _tarred(stream), key=lambda member: member[0])


def _zipped(stream: io.BytesIO) -> Iterator[Member]:
    archive = zipfile.ZipFile(stream)
    for info in archive.infolist():
        if not info.is_dir():
            yield _zip_name(info), info.file_size, partial(_unzipped, archive, info)


def _zip_name(info: zipfile.ZipInfo) -> str:
    """Name of a member; without the flag for UTF-8 it is most likely in the code page of a Russian Windows."""
    if info.flag_bits & 0x800 or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode("cp437").decode("cp866")
    except UnicodeError:
        return info.filename


def _tarred(stream: io.BytesIO) -> Iterator[Member]:
    archive = tarfile.open(fileobj=stream)  # noqa: SIM115  (over memory: there is nothing to close)
    for info in archive:
        # Links and devices are no documents.
        if info.isfile() and (inside := archive.extractfile(info)) is not None:
            yield info.name, info.size, partial(_bounded, inside, info.size)


def _unzipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as stream:
        return _bounded(stream, info.file_size)


def _bounded(stream: IO[bytes], size: int) -> bytes:
    """All bytes of a member. Raises ValueError when there are more than the archive says: it is a bomb."""
    data = stream.read(size + 1)
    if len(data) > size:
        raise ValueError("larger than it says")
    return data
