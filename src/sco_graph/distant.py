"""Folders that may lie anywhere: on this disk, ``s3://``, ``gs://``, ``hdfs://``, ``https://``. The one door to fsspec.

Credentials and endpoints are those of the environment, as each kind of address has them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from uuid import uuid4

from .errors import MissingDependency, UnreachableFolder

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_EXTRA = "pip install 'sco-graph[cluster]'"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder, or one file, by its address; names of files are relative POSIX paths.

    Raises UnreachableFolder where it cannot be read or written, and MissingDependency where the package for its
    kind of address is not installed.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     folder = Folder(place)
    ...     folder.write("a/b.txt", b"abc")
    ...     folder.names(), folder.read("a/b.txt"), folder.part("a/b.txt", 1, 2)
    (['a/b.txt'], b'abc', b'b')
    """

    address: str

    def names(self) -> list[str]:
        """Files below the folder, sorted part by part; of a file only its own name; none where nothing is there."""
        with self._reached() as (system, root):
            if system.isfile(root):
                return [PurePosixPath(root).name]
            system.invalidate_cache()
            below = [path.removeprefix(root).lstrip("/") for path in system.find(root)]
        return [str(path) for path in sorted(map(PurePosixPath, below))]

    def is_file(self) -> bool:
        """Whether the address is that of one file."""
        with self._reached() as (system, root):
            return bool(system.isfile(root))

    def where(self, name: str) -> str:
        """Address of a file, for messages."""
        return self.address if self.is_file() else f"{self.address.rstrip('/')}/{name}"

    def size(self, name: str) -> int:
        """Bytes of a file."""
        with self._reached() as (system, root):
            return int(system.size(_path(system, root, name)))

    def read(self, name: str) -> bytes:
        """A file, whole."""
        with self._reached() as (system, root):
            return bytes(system.cat_file(_path(system, root, name)))

    def part(self, name: str, start: int, stop: int) -> bytes:
        """Bytes of a file from ``start`` to before ``stop``."""
        with self._reached() as (system, root):
            return bytes(system.cat_file(_path(system, root, name), start=start, end=stop))

    def has(self, name: str) -> bool:
        """Whether a file is there."""
        with self._reached() as (system, root):
            system.invalidate_cache()
            return bool(system.isfile(f"{root}/{name}"))

    def write(self, name: str, data: bytes) -> None:
        """Put a file there as a whole: what was there before stays until then."""
        with self._reached() as (system, root):
            target = f"{root}/{name}"
            system.makedirs(str(PurePosixPath(target).parent), exist_ok=True)
            # Object stores put a file whole or not at all; a file system is given it under another name first.
            if "file" in _kinds(system):
                fresh = f"{target}.{uuid4().hex}.part"
                try:
                    system.pipe_file(fresh, data)
                    system.mv(fresh, target)
                finally:
                    with suppress(FileNotFoundError):
                        system.rm_file(fresh)
            else:
                system.pipe_file(target, data)

    @contextmanager
    def _reached(self) -> Iterator[tuple[AbstractFileSystem, str]]:
        try:
            from fsspec.core import url_to_fs
        except ImportError as error:
            raise MissingDependency(self.address, "fsspec is not installed", f"{_EXTRA}.") from error
        try:
            system, root = url_to_fs(self.address)
            yield system, str(root).rstrip("/")
        except ImportError as error:
            raise MissingDependency(self.address, str(error).rstrip("."), "Install it.") from error
        except (OSError, ValueError) as error:
            what = (
                error.strerror if isinstance(error, OSError) and error.strerror else str(error) or type(error).__name__
            )
            remedy = "Check the address and the credentials in the environment."
            raise UnreachableFolder(self.address, what, remedy) from error


def _kinds(system: AbstractFileSystem) -> tuple[str, ...]:
    return (system.protocol,) if isinstance(system.protocol, str) else tuple(system.protocol)


def _path(system: AbstractFileSystem, root: str, name: str) -> str:
    return root if system.isfile(root) else f"{root}/{name}"
