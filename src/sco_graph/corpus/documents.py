"""The canonical form of a text, and what is known of it."""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata

from ..errors import InvalidDocument
from ..keys import document_key
from ..model import Document
from .languages import detect_language

LONGEST_LINE = 1_000_000
"""Code points of the longest line that a text may have; beyond it the input is data, not prose."""


def canonical(text: str) -> str:
    """NFC, line ends LF, no byte order mark or soft hyphens: the text whose code points spans count.

    >>> canonical("\\ufeffи\\u0306\\r\\n") == "й\\n"
    True
    >>> canonical("мини\\u00adстр")
    'министр'
    """
    joined = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", joined.translate(_UNSEEN))


_UNSEEN = {ord(char): None for char in "\u00ad\u200b\u2060"}
"""Soft hyphens and marks without width: typesetting that parts words for whoever searches them."""


def from_text(
    text: str,
    *,
    language: str | None = None,
    published: str | None = None,
    source: str = "text",
    stem: str = "text",
    title: str | None = None,
    publisher: str | None = None,
) -> Document:
    """A document from its text; the language is detected where it is not given.

    Raises InvalidDocument for a text that is empty, is no prose, or has a date that is none.
    """
    body = canonical(text)
    _check(body, published, source)
    return Document(
        key=document_key(source, stem),
        text=body,
        language=language or detect_language(body),
        source=source,
        stem=stem,
        sha256=hashlib.sha256(body.encode()).hexdigest(),
        title=title,
        published=published,
        publisher=publisher,
    )


def _check(body: str, published: str | None, source: str) -> None:
    if not body.strip():
        raise InvalidDocument(source, "the text is empty", "Remove the document or give it a text.")
    if "\x00" in body:
        raise InvalidDocument(source, "the text holds NUL characters", "Give a text file, not a binary one.")
    longest = max(map(len, body.split("\n")))
    if longest > LONGEST_LINE:
        raise InvalidDocument(
            source, f"one line has {longest:,} characters", f"Break it into lines of at most {LONGEST_LINE:,}."
        )
    if published is not None and not _is_date(published):
        raise InvalidDocument(source, f'"{published}" is no date', "Write it as YYYY-MM-DD, YYYY-MM or YYYY.")


def _is_date(text: str) -> bool:
    """Whether the text is a date of the calendar, as precise as its source was.

    >>> [_is_date(text) for text in ("2020-02-29", "2020-02", "2020", "2021-02-29", "29.02.2020", "20")]
    [True, True, True, False, False, False]
    """
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return False
    try:
        datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True
