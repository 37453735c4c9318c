"""Which files hold documents, and what is in them: one reader a format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath

from ..errors import InvalidDocument
from ..model import Document
from . import archives, pages, pdf, rows, texts, word
from .items import Item, Read, Reader
from .web import memory

LARGEST = 256 * 1024 * 1024
"""Bytes of the largest file that is read."""

_READERS: Mapping[str, Reader] = {
    ".txt": texts.documents,
    ".md": texts.documents,
    ".html": pages.documents,
    ".htm": pages.documents,
    ".xhtml": pages.documents,
    ".pdf": pdf.documents,
    ".docx": word.documents,
    ".jsonl": rows.json_lines,
    ".ndjson": rows.json_lines,
    ".csv": rows.table,
    ".tsv": rows.table,
}
_ARCHIVES = (".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz")
# Tables lie in many folders beside documents without holding any: one is read when it is named.
_ONLY_NAMED = frozenset({".csv", ".tsv"})
SUFFIXES = frozenset({*_READERS, *_ARCHIVES[:3]})
# A file called README explains a folder to people; it is no document of the corpus.
_NOT_DOCUMENTS = frozenset({"readme"})


def find(paths: Iterable[Path]) -> Iterator[tuple[Path, Path | None]]:
    """Files to read, each with the folder that it was found under (None for one that was named itself).

    Of a folder all documents below it, sorted, without hidden ones and without tables; no file twice. A path that
    does not exist is passed on: reading it tells what is wrong.
    """
    seen: set[Path] = set()
    for named in paths:
        for path in _below(named) if named.is_dir() else [named]:
            if (resolved := path.resolve()) not in seen:
                seen.add(resolved)
                yield path, named if named.is_dir() else None


def _below(folder: Path) -> list[Path]:
    inside = (path for path in folder.rglob("*") if wanted(path.relative_to(folder)))
    return sorted(path for path in inside if not path.is_dir())


def wanted(path: PurePath) -> bool:
    """Whether a path below a folder or in an archive is that of a document."""
    known = path.suffix.lower() in SUFFIXES - _ONLY_NAMED or path.name.lower().endswith(_TARRED)
    return (
        known
        and path.stem.lower() not in _NOT_DOCUMENTS
        and not any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in path.parts)
    )


_TARRED = (".tar.gz", ".tar.bz2", ".tar.xz")


def read(path: Path, root: Path | None = None) -> Document:
    """The document in a file that holds one; without a ``source`` of its own its path below ``root`` names it.

    Raises InvalidDocument where the file cannot be read, decoded or understood, or holds several documents.
    """
    first, *others = contents(path, root)
    if isinstance(first, InvalidDocument):
        raise first
    if others:
        raise InvalidDocument(str(path), f"it holds {len(others) + 1} documents", "Read it with corpus.contents.")
    return first


def contents(path: Path, root: Path | None = None, columns: Mapping[str, str] | None = None) -> Iterator[Read]:
    """All that a file holds: documents, and for each that is bad an InvalidDocument (yielded, not raised).

    ``columns`` is field -> column of a table or of JSON Lines (see ``rows.COLUMNS``).
    """
    try:
        item = _item(path, root, columns or {})
    except InvalidDocument as error:
        yield error
        return
    yield from _read(item)


def contents_of(where: str, source: str, data: bytes, columns: Mapping[str, str] | None = None) -> Iterator[Read]:
    """The same for the bytes of a file that lies elsewhere; ``where`` names it in errors, ``source`` in the graph."""
    stem, suffix = _split(PurePath(source))
    yield from _read(Item(where=where, source=source, stem=stem, suffix=suffix, data=data, columns=columns or {}))


def _item(path: Path, root: Path | None, columns: Mapping[str, str]) -> Item:
    fetched = memory.origin(path)
    stem, suffix = _split(path)
    return Item(
        where=str(path),
        source=fetched.address if fetched else _relative(path, root),
        stem=stem,
        suffix=suffix,
        data=_bytes(path),
        charset=fetched.charset if fetched else None,
        title=fetched.title if fetched else None,
        published=fetched.published if fetched else None,
        columns=columns,
    )


def _split(path: PurePath) -> tuple[str, str]:
    """Stem and ending, also the double one of a compressed tar."""
    ending = next((ending for ending in _TARRED if path.name.lower().endswith(ending)), "")
    return (path.name[: -len(ending)], ending) if ending else (path.stem, path.suffix.lower())


def _read(item: Item, within: bool = False) -> Iterator[Read]:
    """What an item holds; a fault of the whole is yielded, too."""
    packed = item.suffix in _ARCHIVES or item.suffix in _TARRED
    try:
        if packed and within:
            raise item.bad("an archive in an archive", "Unpack it first.")
        if packed:
            yield from archives.documents(item, _inside, wanted)
        else:
            yield from _reader(item)(item)
    except InvalidDocument as error:
        yield error


def _inside(item: Item) -> Iterator[Read]:
    return _read(item, within=True)


def _reader(item: Item) -> Reader:
    if item.suffix == ".urls":
        raise item.bad("a list of addresses", "Fetch them first: sco-graph fetch FILE.")
    if item.suffix == ".doc":
        raise item.bad("in the old Word format", "Save it as .docx.")
    # A file without a known ending is a text, if it is one at all.
    return _READERS.get(item.suffix, texts.documents)


def _relative(path: Path, root: Path | None) -> str:
    """POSIX path below the root, or the bare name: never the path of a machine."""
    if root is None:
        return path.name
    resolved, above = path.resolve(), root.resolve()
    return resolved.relative_to(above).as_posix() if resolved.is_relative_to(above) else path.name


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise InvalidDocument(str(path), f"{size:,} bytes are more than {LARGEST:,}", "Split the file.")
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InvalidDocument(str(path), f"cannot be read ({reason})", "Check the path and its permissions.") from error
