"""Lists of addresses: plain ones, sitemaps (sitemaps.org 0.9), RSS 2.0 and 1.0, Atom (RFC 4287)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ...errors import InvalidDocument
from ..headings import date_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An address, and what the list says of it; ``feed`` for the address of another list."""

    address: str
    title: str | None = None
    published: str | None = None
    feed: bool = False


def plain(text: str) -> Iterator[Entry]:
    """Addresses of a list, one a line; empty lines and those that begin with # are passed over."""
    for line in text.removeprefix("\ufeff").splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            yield Entry(address=line.split()[0])


def entries(data: bytes, where: str) -> tuple[Entry, ...] | None:
    """Entries of a sitemap or feed, also a gzipped one; None for what is no such thing.

    Raises InvalidDocument where it is broken.
    """
    data = _unzipped(data, where)
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not any(f"<{name}".encode() in start for name in ("urlset", "sitemapindex", "rss", "rdf:rdf", "feed")):
        return None
    return tuple(_entries(_root(data, where), where))


def _unzipped(data: bytes, where: str) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        unpacker = zlib.decompressobj(wbits=31)
        whole = unpacker.decompress(data, MOST_BYTES)
    except zlib.error as error:
        raise InvalidDocument(where, "broken gzip", "Fetch it again.") from error
    if unpacker.unconsumed_tail:
        raise InvalidDocument(where, f"more than {MOST_BYTES:,} bytes unpacked", "Split it.")
    return whole


def _root(data: bytes, where: str) -> Element:
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise InvalidDocument(where, "a broken sitemap or feed", "Check it in a browser.") from error
    return root


def _entries(root: Element, where: str) -> Iterator[Entry]:
    match _name(root):
        case "urlset" | "sitemapindex":
            for row in root:
                if address := _text(row, "loc"):
                    yield Entry(address=urljoin(where, address), feed=_name(root) == "sitemapindex", **_news(row))
        case "rss" | "RDF":
            for item in (node for node in root.iter() if _name(node) == "item"):
                if address := _text(item, "link") or _permalink(item):
                    date = _day(_text(item, "pubDate") or _text(item, "date"))
                    yield Entry(address=urljoin(where, address), title=_text(item, "title"), published=date)
        case "feed":
            for entry in (node for node in root if _name(node) == "entry"):
                if address := _alternate(entry):
                    date = _day(_text(entry, "published") or _text(entry, "updated"))
                    yield Entry(address=urljoin(where, address), title=_text(entry, "title"), published=date)


def _news(row: Element) -> dict[str, str | None]:
    """Date and title of a news sitemap; ``lastmod`` is when a page changed, so it dates no release."""
    for node in row:
        if _name(node) == "news":
            return {"title": _text(node, "title"), "published": _day(_text(node, "publication_date"))}
    return {}


def _name(node: Element) -> str:
    return str(node.tag).rsplit("}", 1)[-1]


def _text(node: Element, name: str) -> str | None:
    found = next((child for child in node if _name(child) == name), None)
    text = " ".join("".join(found.itertext()).split()) if found is not None else ""
    return text or None


def _permalink(item: Element) -> str | None:
    guid = _text(item, "guid")
    return guid if guid and guid.startswith(("http://", "https://")) else None


def _alternate(entry: Element) -> str | None:
    links = [node for node in entry if _name(node) == "link" and node.get("href")]
    best = [node for node in links if node.get("rel", "alternate") == "alternate"] or links
    return best[0].get("href") if best else None


def _day(text: str | None) -> str | None:
    """The day of a date of RFC 822 or RFC 3339."""
    if not text:
        return None
    try:
        return date_of(text) or parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError):
        return None
