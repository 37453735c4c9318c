"""What a build has seen of its input so far: which documents are new, known, twice there, bad or gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from .corpus import contents, find
from .errors import InvalidDocument
from .manifest import Rejection
from .model import Document, Language

Progress = Callable[[int, int, str], None]
"""Told how many files are done, of how many, and the name of the one at hand."""


class Stored(Protocol):
    """What a store holds of documents, one looked up at a time: it may hold very many."""

    def held(self, key: str) -> tuple[str, str, str] | None:
        """Hash of the text, version of the rules, version of the tables; None where there is no such document."""

    def with_text(self, sha256: str) -> tuple[str, ...]:
        """Keys of the documents that have a text, sorted."""


def supported(language: str) -> bool:
    """Whether documents in a language are read for facts; others are kept without.

    >>> supported("ru"), supported("uk")
    (True, False)
    """
    return language in {known.value for known in Language}


def _never(_: str, __: tuple[str, str, str]) -> bool:
    """Read every document again when tables change."""
    return False


@dataclass(slots=True, kw_only=True)
class Census:
    """Documents of one build as they come: each key and each text is taken once, the first time.

    ``seen`` is key -> file of those taken.
    """

    rejected: list[Rejection] = field(default_factory=list)
    duplicates: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)

    def admits(self, read: Document | InvalidDocument, name: str, file: str) -> bool:
        """Whether a document is to be built; ``name`` is its file's in messages, ``file`` in the records."""
        if isinstance(read, InvalidDocument):
            self.rejected.append(Rejection(path=name, reason=str(read)))
        elif read.key in self.seen:
            what = f"{read.source}: the same document as {Path(self.seen[read.key]).name}"
            self.admits(InvalidDocument(name, what, "Remove one of them."), name, file)
        elif not self._is_duplicate(read, name, file):
            self._note(read, name)
            return True
        return False

    def _is_duplicate(self, document: Document, name: str, file: str) -> bool:
        """Whether another document has the text already; that one is kept."""
        first = self._texts.setdefault(document.sha256, self._first_with(document))
        if first == document.key:
            self.seen[document.key] = file
            return False
        where = self.seen.get(first) or self._stored_file(first)
        self.duplicates.append(f"{name}: {document.source} has the text of {Path(where).name} ({first}).")
        return True

    def _first_with(self, document: Document) -> str:
        """Key of the document that has this text already, or its own."""
        return document.key

    def _stored_file(self, key: str) -> str:
        """File of a document that was built earlier, or its key."""
        return key

    def _note(self, document: Document, name: str) -> None:
        name = name if document.source == Path(name).name else f"{name}: {document.source}"
        if not supported(document.language):
            self.notes.append(f"{name}: in {document.language}, which is not read. Kept, without facts.")
        elif document.published is None:
            self.notes.append(f"{name}: no date. Dates without a year stay open; give it one in its front matter.")


@dataclass(slots=True, kw_only=True)
class Intake(Census):
    """Documents of one build, sorted by what is to be done with them.

    ``stored`` is what the store holds, ``files`` key -> file of each (kept up to date by the build), ``versions``
    those of rules and tables now. Where nothing but the tables changed, ``stays`` says of a document (key, and what it
    was made from) whether they change nothing for it; such are ``settled``, the others ``relinked``.
    """

    stored: Stored
    files: dict[str, str]
    versions: tuple[str, str]
    columns: Mapping[str, str]
    stays: Callable[[str, tuple[str, str, str]], bool] = _never
    settled: list[str] = field(default_factory=list)
    relinked: list[str] = field(default_factory=list)
    built: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    _whole: set[Path] = field(default_factory=set)

    def documents(self, paths: Sequence[Path], progress: Progress | None) -> Iterator[tuple[Document, Path]]:
        """Documents that are new or changed, with their files."""
        found = list(find(paths))
        for number, (path, root) in enumerate(found, start=1):
            for document in self._accepted(path, root):
                if self._is_known(document):
                    self.unchanged.append(document.key)
                else:
                    self.built.append(document.key)
                    yield document, path
            if progress:
                progress(number, len(found), path.name)

    def _is_known(self, document: Document) -> bool:
        """Whether the store has just what the document would make now."""
        held, now = self.stored.held(document.key), (document.sha256, *self.versions)
        if held is None or held[:2] != now[:2] or held == now:
            return held == now
        stays = self.stays(document.key, held)
        (self.settled if stays else self.relinked).append(document.key)
        return stays

    def _accepted(self, path: Path, root: Path | None) -> Iterator[Document]:
        """The good documents of a file that nobody gave before."""
        before, resolved = len(self.rejected), path.resolve()
        file = str(resolved)
        for read in contents(path, root, self.columns):
            if self.admits(read, str(path), file) and isinstance(read, Document):
                yield read
        if len(self.rejected) == before:
            self._whole.add(resolved)

    def _first_with(self, document: Document) -> str:
        """Key of the document that the store has with this text and whose file is still there; else the document's.

        One that was read already has another text by now.
        """
        held = (key for key in self.stored.with_text(document.sha256) if key not in self.seen)
        return next((key for key in held if Path(self.files.get(key, "")).is_file()), document.key)

    def _stored_file(self, key: str) -> str:
        return self.files.get(key, key)

    def lose(self, document: Document, path: Path, how: str) -> None:
        """Take note that the process that read a document ended; what the store has of it stays."""
        self.built.remove(document.key)
        what = f"{document.source}: the process that read it ended {how}, twice"
        error = InvalidDocument(str(path), what, "Build it alone: `sco-graph build FILE --workers 1`.")
        self.rejected.append(Rejection(path=str(path), reason=str(error)))

    def gone(self, paths: Iterable[Path]) -> list[str]:
        """Keys of documents that were in a folder or file named here, and no longer are.

        Of a file that had anything rejected none: what could not be read may be the very document.
        """
        resolved = [path.resolve() for path in paths]
        here = {
            key: Path(file)
            for key, file in self.files.items()
            if key not in self.seen and any(Path(file).is_relative_to(path) for path in resolved)
        }
        return sorted(key for key, path in here.items() if not path.exists() or path in self._whole)
