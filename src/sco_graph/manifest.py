"""Which file each document of a store came from: beside the store, never in a graph.

Paths of a machine have no place in data that is published; here they tell a later
build which documents have gone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from .errors import StoreUnavailable
from .files import write_text
from .keys import digest, slug
from .model import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """An input that was not built, and why."""

    path: str
    reason: str


def beside(store: Path | str) -> Path:
    """Folder of the records of a store: its own, or for one on a server, named by its address, one of this machine.

    >>> beside("http://localhost:8890/sparql-auth").as_posix()
    '.sco-graph-remote/localhost-8890-sparql-auth-96c96e58'
    """
    parts = urlsplit(str(store))
    if isinstance(store, Path) or parts.scheme.lower() not in ("http", "https"):
        return Path(store)
    place = f"{parts.hostname}-{parts.port or ''}{parts.path}"
    return Path(".sco-graph-remote") / f"{slug(place)}-{digest(place)}"


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

    def keep(self, document: Document, earlier: str = "") -> None:
        """Keep the text of a document, byte for byte what its ``sha256`` is of.

        ``earlier`` is the hash of the text that the store has of it: where that is another one, it stays beside it.
        """
        path = self.texts / f"{document.key}.txt"
        if earlier and earlier != document.sha256 and path.exists():
            text = path.read_bytes()
            # After a build that was killed the new text may be there already, and the earlier one is kept.
            if hashlib.sha256(text).hexdigest() == earlier:
                write_text(self._earlier(document.key, earlier), text.decode())
        write_text(path, document.text)

    def keep_text(self, key: str, text: str) -> None:
        """Keep the text of a document that had none here before."""
        write_text(self.texts / f"{key}.txt", text)

    def _earlier(self, key: str, sha256: str) -> Path:
        return self.texts / f"{key}.{sha256[:12]}.txt"

    def drop(self, key: str) -> None:
        """Remove the texts of a document that has left, earlier ones too."""
        for path in (self.texts / f"{key}.txt", *self.texts.glob(f"{key}.*.txt")):
            path.unlink(missing_ok=True)

    def settle(self, key: str, sha256: str) -> None:
        """Make the text of a document the one of this hash: in a copy, it may have changed after the graph."""
        path, earlier = self.texts / f"{key}.txt", self._earlier(key, sha256)
        if earlier.exists() and hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            write_text(path, earlier.read_bytes().decode())

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
        self.write_files(files)
        write_text(self.rejects, "".join(f"{item.path}\t{item.reason}\n" for item in rejected))

    def write_files(self, files: Mapping[str, str]) -> None:
        """Replace the record of files."""
        lines = ",\n".join(f" {_quoted(key)}: {_quoted(files[key])}" for key in sorted(files))
        write_text(self.files, f"{{\n{lines}\n}}\n" if lines else "{}\n")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
