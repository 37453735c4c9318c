"""Addresses become files in a folder: resumable, asked for again only if they changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from email.message import Message
from pathlib import Path, PurePosixPath
from urllib.parse import urldefrag, urlsplit

from ...errors import InvalidDocument, UnwritableOutput
from ...keys import digest, slug
from . import feeds, memory
from .client import Answer, Client
from .feeds import Entry
from .memory import Origin

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_DEEPEST = 3
# After so many files the record is written, so that a broken run loses little.
_EVERY = 20


@dataclass(slots=True, kw_only=True)
class Fetched:
    """What a fetching did: addresses by what became of them, and errors."""

    new: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[InvalidDocument] = field(default_factory=list)


def fetch(
    given: Sequence[str],
    folder: Path,
    client: Client,
    *,
    match: str = "",
    again: bool = False,
    progress: Callable[[int, str], None] | None = None,
) -> Fetched:
    """Fetch what the given addresses, and files with lists of addresses, name, into a folder.

    An address of a sitemap or feed stands for the addresses in it; ``match`` is a regular expression that an address
    in a list must hold. What is in the folder already is not asked for, or with ``again`` only by a conditional
    request (RFC 9110, 13). Raises UnwritableOutput where the folder cannot be written.
    """
    return _Fetching(folder=folder, client=client, match=re.compile(match), again=again).run(given, progress)


@dataclass(slots=True, kw_only=True)
class _Fetching:
    folder: Path
    client: Client
    match: re.Pattern[str]
    again: bool
    done: Fetched = field(default_factory=Fetched)
    origins: dict[str, Origin] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def run(self, given: Sequence[str], progress: Callable[[int, str], None] | None) -> Fetched:
        self.origins = memory.read(self.folder)
        try:
            for number, entry in enumerate(self._wanted(given), start=1):
                self._file(entry)
                if number % _EVERY == 0:
                    memory.write(self.folder, self.origins)
                if progress:
                    progress(number, entry.address)
                if number >= self.client.limits.pages:
                    break
        finally:
            memory.write(self.folder, self.origins)
        return self.done

    def _wanted(self, given: Sequence[str]) -> Iterator[Entry]:
        for name in given:
            try:
                if "://" in name:
                    yield from self._listed(Entry(address=name, feed=True), 0)
                else:
                    for entry in _file_of_addresses(Path(name)):
                        yield from self._listed(entry, 0)
            except InvalidDocument as error:
                self.done.failed.append(error)

    def _listed(self, entry: Entry, depth: int) -> Iterator[Entry]:
        """The entry itself, or if it is a list, what is in it; nothing twice."""
        address = urldefrag(entry.address).url
        if address in self.seen:
            return
        self.seen.add(address)
        found = self._list(entry, address) if entry.feed or _looks_like_list(address) else None
        if found is None:
            yield replace(entry, address=address)
            return
        if depth >= _DEEPEST:
            self.done.failed.append(InvalidDocument(address, "lists within lists", f"At most {_DEEPEST} are followed."))
            return
        for inner in found:
            if inner.feed or self.match.search(inner.address):
                yield from self._listed(inner, depth + 1)

    def _list(self, entry: Entry, address: str) -> tuple[Entry, ...] | None:
        """Entries of a list at an address; None for a page, which is kept at once."""
        if address in self.origins and not self.again:
            return None
        try:
            answer = self.client.get(address, self._conditions(address))
            found = feeds.entries(answer.body, answer.address)
            if found is None:
                self._keep(replace(entry, address=address), answer)
        except InvalidDocument as error:
            self.done.failed.append(error)
            return ()
        return found if found is not None else ()

    def _file(self, entry: Entry) -> None:
        if entry.address in self.origins and not self.again and self._is_there(entry.address):
            self.done.unchanged.append(entry.address)
            return
        try:
            self._keep(entry, self.client.get(entry.address, self._conditions(entry.address)))
        except InvalidDocument as error:
            self.done.failed.append(error)

    def _is_there(self, address: str) -> bool:
        return (self.folder / self.origins[address].file).is_file()

    def _conditions(self, address: str) -> dict[str, str]:
        known = self.origins.get(address)
        if known is None or not self._is_there(address):
            return {}
        given = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        return {name: value for name, value in given.items() if value}

    def _keep(self, entry: Entry, answer: Answer) -> None:
        sha256 = hashlib.sha256(answer.body).hexdigest()
        known = self.origins.get(entry.address)
        if answer.status == 304 or (known and known.sha256 == sha256 and self._is_there(entry.address)):
            self.done.unchanged.append(entry.address)
            return
        kind = Message()
        kind["content-type"] = answer.headers.get("content-type", "text/html")
        name = _name(entry.address, kind.get_content_type())
        _write(self.folder / name, answer.body)
        self.origins[entry.address] = Origin(
            address=entry.address,
            file=name,
            sha256=sha256,
            charset=kind.get_content_charset(),
            etag=answer.headers.get("etag"),
            modified=answer.headers.get("last-modified"),
            title=entry.title,
            published=entry.published,
        )
        self.done.new.append(entry.address)


def _looks_like_list(address: str) -> bool:
    return urlsplit(address).path.endswith((".xml", ".xml.gz", ".rss", ".atom"))


def _file_of_addresses(path: Path) -> tuple[Entry, ...]:
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InvalidDocument(str(path), f"cannot be read ({reason})", "Give an address, or a file of them.") from error
    found = feeds.entries(data, str(path))
    return found if found is not None else tuple(feeds.plain(data.decode("utf-8", "replace")))


def _name(address: str, kind: str) -> str:
    """Name of the file of an address: readable, the same on every machine, apart from every other's."""
    path = PurePosixPath(urlsplit(address).path)
    suffix = _SUFFIXES.get(kind) or (path.suffix.lower() if path.suffix.lower() in _SUFFIXES.values() else ".html")
    words = slug(f"{urlsplit(address).hostname or ''} {path.stem}")[:60].rstrip("-")
    return f"{words}-{digest(address)}{suffix}"


def _write(path: Path, data: bytes) -> None:
    fresh = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnwritableOutput(str(path), reason, "Choose another folder, or make room there.") from error
