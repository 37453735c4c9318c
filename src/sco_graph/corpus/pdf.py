"""PDF: the text of its pages, lines joined to paragraphs, running heads left out."""

from __future__ import annotations

import datetime
import io
import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .headings import found_in
from .items import Item, Read

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 3_000
_EDGE = 2
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:стр\.?|с\.|page|p\.|第)?\s*\d{1,4}\s*(?:页)?(?:\s*(?:из|of|/)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…:;。！？；：»”\"]\s*$")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_HAN = re.compile(r"[㐀-鿿、-〿！-～]$")
# Signs of typesetting, not of writing: names with one of them would not be found.
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# What pypdf raises on a broken file, besides its own errors.
_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, OSError, RecursionError,
    TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip


def documents(item: Item) -> Iterator[Read]:
    """The one document of a PDF; title and date out of its properties, else out of its first lines."""
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    from pypdf.errors import PyPdfError

    try:
        pages, properties = _read(item)
    except (PyPdfError, *_FAULTS) as error:
        raise item.bad("a broken PDF", "Save it again, or give its text.") from error
    text = joined(pages)
    if not text.strip():
        raise item.bad("a PDF without text: scanned pages", "Run character recognition on it first (OCRmyPDF, say).")
    first = found_in(text)
    # The date of a PDF's making is that of the file; the text's own first lines are better.
    fields = {
        "title": first.get("title") or properties.get("title"),
        "date": first.get("date") or properties.get("date"),
    }
    yield item.document(text, fields)


def _read(item: Item) -> tuple[list[str], dict[str, str]]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(io.BytesIO(item.data), strict=False)
    try:
        # Many are encrypted with an empty password, only against changes.
        if reader.is_encrypted and not reader.decrypt(""):
            raise item.bad("an encrypted PDF", "Save it without its password.")
        if len(reader.pages) > MOST_PAGES:
            raise item.bad(f"a PDF of {len(reader.pages):,} pages", f"Split it; at most {MOST_PAGES:,} are read.")
        return [page.extract_text() for page in reader.pages], _properties(reader)
    except DependencyError as error:
        raise item.bad("an encrypted PDF", "Save it without encryption.") from error


def _properties(reader: PdfReader) -> dict[str, str]:
    metadata = reader.metadata
    if metadata is None:
        return {}
    fields = {}
    if metadata.title and not re.search(r"\.(docx?|pdf|rtf|indd)$|^Microsoft Word", metadata.title):
        fields["title"] = " ".join(str(metadata.title).split())
    made = _made(metadata.creation_date_raw)
    if made:
        fields["date"] = made
    return fields


def _made(raw: object) -> str | None:
    """The day of ``D:YYYYMMDDhhmmss`` (ISO 32000-2, 7.9.4)."""
    match = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", str(raw or ""))
    try:
        return datetime.date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


def joined(pages: list[str]) -> str:
    """Pages as one text: lines of a paragraph joined, words made whole, page numbers and running heads left out.

    >>> joined(["Союз\\nГенеральный секре-\\nтарь принял посла\\nи поблагодарил его.\\nКонец.\\n1"])
    'Союз\\nГенеральный секретарь принял посла и поблагодарил его.\\nКонец.\\n'
    """
    kept = _without_heads(
        [[line.strip() for line in page.translate(_LIGATURES).splitlines() if line.strip()] for page in pages]
    )
    width = _width([line for page in kept for line in page])
    text = ""
    for page in kept:
        for line in page:
            text = _append(text, line, width)
    return text + "\n" if text else ""


def _width(lines: list[str]) -> int:
    lengths = sorted(map(len, lines))
    return lengths[len(lengths) * 3 // 4] if lengths else 0


def _append(text: str, line: str, width: int) -> str:
    """The text with a line more: on a line of its own, or as the rest of the sentence before it."""
    if not text:
        return line
    last = text[text.rfind("\n") + 1 :]
    if _HYPHEN.search(text) and line[:1].islower():
        return text[:-1] + line
    goes_on = line[:1].islower() or (len(last) >= 0.8 * width > 30 and not _SENTENCE_END.search(last))
    if not goes_on:
        return f"{text}\n{line}"
    return text + line if _HAN.search(text) else f"{text} {line}"


def _without_heads(pages: list[list[str]]) -> list[list[str]]:
    """Pages without page numbers, and without lines at their edges that stand on most of at least three pages."""
    edges = Counter(line for page in pages for line in {*page[:_EDGE], *page[-_EDGE:]})
    heads = {line for line, count in edges.items() if len(pages) >= 3 and count > len(pages) / 2}
    return [
        [
            line
            for number, line in enumerate(page)
            if not ((number < _EDGE or number >= len(page) - _EDGE) and (line in heads or _PAGE_NUMBER.fullmatch(line)))
        ]
        for page in pages
    ]
