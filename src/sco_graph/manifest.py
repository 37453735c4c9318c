"""Which file each document of a store came from: beside the store, never in a graph.

Paths of a machine have no place in data that is published; here they tell a later
build which documents have gone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .errors import StoreUnavailable
from .files import write_text
from .model import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """An input that was not built, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The records that a build keeps in the folder of its store."""

    folder: Path

    @property
    def files(self) -> Path:
        """JSON object: key of a document -> its file."""
        return self.folder / "files.json"

    @property
    def rejects(self) -> Path:
        """Table of the last build's rejected inputs: path, tab, reason."""
        return self.folder / "rejects.tsv"

    @property
    def texts(self) -> Path:
        """Folder of the canonical texts, one file a document: what spans count in, whatever the source's format was."""
        return self.folder / "texts"

    def keep(self, document: Document) -> None:
        """Keep the text of a document, byte for byte what its ``sha256`` is of."""
        write_text(self.texts / f"{document.key}.txt", document.text)

    def drop(self, key: str) -> None:
        """Remove the text of a document that has left."""
        (self.texts / f"{key}.txt").unlink(missing_ok=True)

    def read(self) -> dict[str, str]:
        """Files by key of document; empty for a new store.

        Raises StoreUnavailable where the record cannot be read.
        """
        if not self.files.exists():
            return {}
        try:
            return {str(key): str(path) for key, path in json.loads(self.files.read_text("utf-8")).items()}
        except (OSError, ValueError, AttributeError) as error:
            remedy = "Remove it: the next build writes it anew."
            raise StoreUnavailable(str(self.files), "the record of files cannot be read", remedy) from error

    def write(self, files: Mapping[str, str], rejected: Iterable[Rejection]) -> None:
        """Replace both records; each is written whole before it takes the old one's place."""
        write_text(self.files, json.dumps(dict(sorted(files.items())), ensure_ascii=False, indent=1) + "\n")
        write_text(self.rejects, "".join(f"{item.path}\t{item.reason}\n" for item in rejected))
