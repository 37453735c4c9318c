"""Word documents (.docx): paragraphs and table rows in the order in which they stand."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .headings import found_in
from .items import Item, Read

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

MOST_BYTES = 512 * 1024 * 1024
"""Bytes of all parts together, unpacked: beyond it the file is a bomb."""

_FAULTS = (
    ArithmeticError, AttributeError, EOFError, LookupError, NotImplementedError, OSError, RecursionError, RuntimeError,
    SyntaxError, TypeError, ValueError, struct.error, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
# Compound File Binary: the old .doc, and any Office file with a password.
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def documents(item: Item) -> Iterator[Read]:
    """The one document of a Word file; title and date out of its first lines, else out of its properties."""
    if item.data.startswith(_OLE):
        raise item.bad("encrypted, or in the old Word format", "Save it as .docx without a password.")
    try:
        _measure(item)
        text, properties = _read(item.data)
    except _FAULTS as error:
        raise item.bad("a broken Word file", "Save it again, or give its text.") from error
    if not text.strip():
        raise item.bad("a Word file without text", "If its pages are pictures, run character recognition first.")
    yield item.document(text, {**properties, **found_in(text)})


def _measure(item: Item) -> None:
    with zipfile.ZipFile(io.BytesIO(item.data)) as parts:
        size = sum(part.file_size for part in parts.infolist())
    if size > MOST_BYTES:
        raise item.bad(f"{size:,} bytes unpacked are more than {MOST_BYTES:,}", "Split the file.")


def _read(data: bytes) -> tuple[str, dict[str, str]]:
    from docx import Document

    document = Document(io.BytesIO(data))
    return "\n".join(_lines(document)) + "\n", _properties(document)


def _lines(document: WordDocument) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                # A merged cell stands in the row once for every column that it covers.
                cells = dict.fromkeys(cell._tc for cell in row.cells)
                texts = {cell._tc: cell.text for cell in row.cells}
                yield "\t".join(" ".join(texts[cell].split()) for cell in cells)
        else:
            yield block.text


def _properties(document: WordDocument) -> dict[str, str]:
    core = document.core_properties
    fields = {}
    if core.title and core.title != "Word Document":
        fields["title"] = " ".join(core.title.split())
    if core.created and "docx" not in (core.author or "") and core.created.year > 1990:
        fields["date"] = core.created.date().isoformat()
    return fields
