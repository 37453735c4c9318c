"""Sorted shards of N-Quads into a new store, by the engine's bulk loader."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import RdfFormat

from ..authority.records import Authority
from ..errors import StoreUnavailable
from . import folder
from .store import Store


def load(place: Path, authority: Authority, shards: Iterable[bytes]) -> None:
    """Fill an empty folder with the ontology, the tables and all that shards hold.

    One stream, so that memory does not grow with what there is, and all or nothing. Raises
    StoreUnavailable.
    """
    with Store(place) as store:
        store.load_ontology()
        store.load_authority(authority)
    database = folder.open_for_writing(place)
    try:
        database.bulk_load(_Stream(iter(shards)), RdfFormat.N_QUADS, lenient=True)
        database.flush()
    except (OSError, RuntimeError) as error:
        raise StoreUnavailable(
            str(place), f"the disk refused a write ({error})", "Make room, then build again."
        ) from error
    finally:
        folder.release(place)


class _Stream(io.RawIOBase):
    """Shards one after the other, as one file to read."""

    def __init__(self, shards: Iterator[bytes]) -> None:
        self._shards, self._left = shards, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        while not self._left:
            shard = next(self._shards, None)
            if shard is None:
                return 0
            self._left = memoryview(shard)
        given = min(len(buffer), len(self._left))
        buffer[:given] = self._left[:given]
        self._left = self._left[given:]
        return given
