"""Documents from files: plain text, and Markdown with front matter."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from charset_normalizer import from_bytes

from ..errors import InvalidDocument
from ..model import Document
from .documents import from_text

SUFFIXES = frozenset({".txt", ".md"})
LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELDS = ("language", "source", "title", "publisher")
# A file called README explains a folder to people; it is no document of the corpus.
_NOT_DOCUMENTS = frozenset({"readme"})


def find(paths: Iterable[Path]) -> Iterator[tuple[Path, Path | None]]:
    """Files to read, each with the folder that it was found under (None for one that was named itself).

    Of a folder all documents below it, sorted, without hidden ones; no file twice. A path that
    does not exist is passed on: reading it tells what is wrong.
    """
    seen: set[Path] = set()
    for named in paths:
        for path in _below(named) if named.is_dir() else [named]:
            if (resolved := path.resolve()) not in seen:
                seen.add(resolved)
                yield path, named if named.is_dir() else None


def _below(folder: Path) -> list[Path]:
    inside = (p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.stem.lower() not in _NOT_DOCUMENTS)
    return sorted(p for p in inside if not p.is_dir() and not _hidden(p.relative_to(folder)))


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def read(path: Path, root: Path | None = None) -> Document:
    """The document in a file; without a ``source`` in its front matter its path below ``root`` names it.

    Raises InvalidDocument where the file cannot be read, decoded or understood.
    """
    text = _decode(_bytes(path), path).replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    fields, body = _front_matter(text, path)
    try:
        return from_text(
            body,
            language=fields.get("language"),
            published=fields.get("date"),
            source=fields.get("source") or _relative(path, root),
            stem=path.stem,
            title=fields.get("title"),
            publisher=fields.get("publisher"),
        )
    except InvalidDocument as error:
        raise InvalidDocument(str(path), error.what, error.remedy) from error


def _relative(path: Path, root: Path | None) -> str:
    """POSIX path below the root, or the bare name: never the path of a machine."""
    if root is not None and path.resolve().is_relative_to(root.resolve()):
        return path.resolve().relative_to(root.resolve()).as_posix()
    return path.name


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise InvalidDocument(str(path), f"{size:,} bytes are more than {LARGEST:,}", "Split the file.")
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InvalidDocument(str(path), f"cannot be read ({reason})", "Check the path and its permissions.") from error


def _decode(data: bytes, path: Path) -> str:
    """UTF-8 or UTF-16 by its mark, else UTF-8, else a legacy encoding if the bytes leave little doubt."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _decode_as(data, encoding, path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data, path)


def _decode_as(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InvalidDocument(str(path), f"not the {encoding} that its first bytes say", "Save it as UTF-8.") from error


def _decode_legacy(data: bytes, path: Path) -> str:
    if b"\x00" in data[:4096]:
        raise InvalidDocument(str(path), "a binary file", "Give a text file (.txt or .md).")
    # Of the encodings that turn up among such texts; a longer list would only find more ways to be wrong.
    best = from_bytes(data[:200_000], cp_isolation=["cp1251", "koi8_r", "gb18030"], threshold=0.2).best()
    if best is None:
        raise InvalidDocument(str(path), "its encoding cannot be told", "Save it as UTF-8.")
    return _decode_as(data, best.encoding, path)


def _front_matter(text: str, path: Path) -> tuple[dict[str, str], str]:
    if not re.match(r"---[ \t]*\n", text):
        return {}, text
    match = _FRONT_MATTER.match(text)
    if match is None:
        raise InvalidDocument(str(path), "the front matter is not closed", "End it with a line of three hyphens.")
    try:
        record = yaml.safe_load(match[1] or "")
    except yaml.YAMLError as error:
        raise InvalidDocument(str(path), "the front matter is no YAML", "Mend what is between the hyphens.") from error
    if record is None:
        record = {}
    if not isinstance(record, dict):
        raise InvalidDocument(str(path), "the front matter is no list of fields", "Write lines of `name: value`.")
    return _fields(record, path), text[match.end() :].lstrip("\n")


def _fields(record: dict[Any, Any], path: Path) -> dict[str, str]:
    fields = {name: str(record[name]) for name in _FIELDS if record.get(name) is not None}
    date = record.get("date")
    if isinstance(date, datetime.datetime):
        date = date.date()
    if date is not None:
        fields["date"] = str(date)
    if fields.get("language", "ru") not in _LANGUAGES:
        raise InvalidDocument(str(path), f'language "{fields["language"]}" is not read', "Use ru, en or zh.")
    return fields


_LANGUAGES = frozenset({"ru", "en", "zh"})
