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


class _Stream(io.BytesIO):
    """Shards one after the other, as one file to read: a shard is there only while it is read."""

    def __init__(self, shards: Iterator[bytes]) -> None:
        super().__init__()
        self._shards, self._left = shards, memoryview(b"")

    def read(self, size: int | None = -1, /) -> bytes:
        """At most ``size`` bytes; none at the end."""
        while not self._left:
            shard = next(self._shards, None)
            if shard is None:
                return b""
            self._left = memoryview(shard)
        many = len(self._left) if size is None or size < 0 else size
        given, self._left = bytes(self._left[:many]), self._left[many:]
        return given
