"""Bytes to text: by mark, by what is declared, by UTF-8, else by what the bytes look like."""

from __future__ import annotations

import codecs
import re

from .items import Item

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# HTML 5, 13.2.3.2: the declaration stands within the first 1024 bytes; older pages are less tidy.
_META = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.I
)
_DECLARED_WITHIN = 4096
# WHATWG Encoding: labels that mean a larger encoding than they name.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
# Of the encodings that turn up among such texts; a longer list would only find more ways to be wrong.
_LEGACY = ("cp1251", "koi8_r", "gb18030", "cp866", "big5")
_LOOKED_AT = 200_000


def decode(item: Item) -> str:
    """The text of an item: UTF-8 or UTF-16 by its mark, else UTF-8, else a legacy encoding if there is little doubt.

    Raises InvalidDocument for binary data and where the encoding cannot be told.
    """
    for mark, encoding in _MARKS:
        if item.data.startswith(mark):
            return _as(item, encoding)
    try:
        text = item.data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file that was cut within its last character is still UTF-8.
        if error.start == 0 or error.reason != "unexpected end of data":
            return _legacy(item)
        text = item.data[: error.start].decode("utf-8")
    # Chinese and Russian in UTF-16 can be valid UTF-8 by chance, full of NUL.
    return _legacy(item) if "\x00" in text[:_DECLARED_WITHIN] else text


def decode_page(item: Item) -> str:
    """The text of a page: by its mark, as UTF-8, by what the server says, what the page says, then as any text.

    A declaration that the bytes contradict is passed over: pages often lie about their encoding, and no text in a
    legacy encoding is UTF-8 by chance.
    """
    if not item.data.startswith(tuple(mark for mark, _ in _MARKS)):
        for declared in ("utf-8", item.charset, _meta(item.data)):
            text = _declared(item.data, declared)
            if text is not None and "\x00" not in text:
                return text
    return decode(item)


def _meta(data: bytes) -> str | None:
    found = _META.search(data[:_DECLARED_WITHIN])
    return found[1].decode("ascii") if found else None


def _declared(data: bytes, name: str | None) -> str | None:
    try:
        encoding = codecs.lookup(name).name if name else None
    except LookupError:
        return None
    # A meta element that can be read byte by byte is not in UTF-16, whatever it says (HTML 5, 13.2.3.2).
    if encoding is None or encoding.startswith("utf-16") or encoding not in _TEXT_ENCODINGS:
        return None
    try:
        return data.decode(_WIDER.get(encoding, encoding))
    except UnicodeDecodeError:
        return None


_TEXT_ENCODINGS = frozenset(
    codecs.lookup(name).name
    for name in (
        *("utf-8", "ascii", "latin-1", "iso8859-5", "iso8859-9", "iso8859-15", "cp1250", "cp1251", "cp1252", "cp1254"),
        *("cp866", "koi8-r", "koi8-u", "gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"),
    )
)


def _as(item: Item, encoding: str) -> str:
    try:
        return item.data.decode(encoding)
    except UnicodeDecodeError as error:
        raise item.bad(f"not the {encoding} that its first bytes say", "Save it as UTF-8.") from error


def _legacy(item: Item) -> str:
    from charset_normalizer import from_bytes

    head = item.data[:_DECLARED_WITHIN]
    if b"\x00" in head:
        return _unmarked_utf16(item)
    best = from_bytes(item.data[:_LOOKED_AT], cp_isolation=list(_LEGACY), threshold=0.2).best()
    if best is None:
        raise item.bad("its encoding cannot be told", "Save it as UTF-8.")
    try:
        return item.data.decode(best.encoding)
    except UnicodeDecodeError as error:
        raise item.bad(f"{best.encoding} at its start but not to its end", "Save it as UTF-8.") from error


def _unmarked_utf16(item: Item) -> str:
    """UTF-16 without a mark: zeros stand at even places only, or at odd ones only, and what comes out is text."""
    head = item.data[:_DECLARED_WITHIN]
    zeros = head[0::2].count(0), head[1::2].count(0)
    encoding = "utf-16-le" if not zeros[0] else "utf-16-be" if not zeros[1] else None
    try:
        text = item.data.decode(encoding) if encoding else ""
    except UnicodeDecodeError:
        text = ""
    if not text or not _is_prose(text[:2000]):
        raise item.bad("a binary file", "Give a text, or a format that is read (see docs/documents.md).")
    return text


def _is_prose(text: str) -> bool:
    good = sum(
        char.isalpha() or char.isspace() or char.isdigit() or (char.isascii() and char.isprintable()) for char in text
    )
    return good >= 0.9 * len(text)
