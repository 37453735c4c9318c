"""Tables and JSON Lines: a document a row, by a mapping of columns."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import InvalidDocument
from ..keys import slug
from .decoding import decode
from .headings import date_of
from .items import Item, Read
from .texts import language

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "fulltext", "full_text", "текст", "正文", "内容"),
    "date": ("date", "published", "published_at", "publish_date", "pubdate", "дата", "日期", "发布时间"),
    "title": ("title", "headline", "заголовок", "название", "标题"),
    "source": ("source", "url", "link", "address", "адрес", "ссылка", "网址"),
    "publisher": ("publisher", "site", "outlet", "издатель", "来源"),
    "language": ("language", "lang", "язык", "语言"),
    "id": ("id", "key", "doc_id", "номер"),
}
"""Fields of a document, and the columns that hold them where no mapping says otherwise; upper or lower case."""

Row = Mapping[str, Any]


def json_lines(item: Item) -> Iterator[Read]:
    """The documents of JSON Lines: an object a line; ``meta.date`` reaches into an object."""
    numbered = ((number, line) for number, line in enumerate(decode(item).splitlines(), start=1) if line.strip())
    empty = True
    for number, line in numbered:
        empty = False
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise ValueError
        except (ValueError, RecursionError):
            yield InvalidDocument(f"{item.where}:{number}", "no JSON object", "Write one object a line.")
            continue
        yield _document(item, number, row, _columns(item, tuple(_names(row))))
    if empty:
        raise item.bad("no lines", "Write one JSON object a line.")


def _names(row: Row, before: str = "") -> Iterator[str]:
    for name, value in row.items():
        yield f"{before}{name}"
        if isinstance(value, dict) and not before:
            yield from _names(value, f"{name}.")


def table(item: Item) -> Iterator[Read]:
    """The documents of a table with a header: CSV by comma or semicolon, or TSV."""
    # Of the process, not of a reader; the texts of documents are longer than its 128 kB.
    csv.field_size_limit(max(csv.field_size_limit(), len(item.data) + 1))
    text = decode(item)
    header = text.split("\n", 1)[0]
    delimiter = "\t" if item.suffix == ".tsv" else max(",;\t", key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = _columns(item, tuple(reader.fieldnames or ()))
        if "text" not in columns:
            raise _no_text(item, tuple(reader.fieldnames or ()))
        for number, row in enumerate(reader, start=1):
            yield _document(item, number, row, columns)
    except csv.Error as error:
        yield InvalidDocument(f"{item.where}:{reader.line_num}", f"no row of a table ({error})", "Mend its quotes.")


def _columns(item: Item, names: tuple[str, ...]) -> dict[str, str]:
    """Field -> column: as the user says, else the first usual name that there is.

    Raises InvalidDocument for a column that the user names and the file has not.
    """
    given = dict(item.columns)
    for column in given.values():
        if column not in names:
            raise item.bad(f'no column "{column}"', f"It has: {_listed(names)}.")
    lower = {name.casefold(): name for name in reversed(names) if name is not None}
    usual = {f: next((lower[name] for name in known if name in lower), None) for f, known in COLUMNS.items()}
    return {**{f: name for f, name in usual.items() if name is not None}, **given}


def _listed(names: tuple[str, ...]) -> str:
    shown = ", ".join(name[:40] for name in names[:12])
    return (shown + (", ..." if len(names) > 12 else "")).replace("\n", " ") or "none"


def _no_text(item: Item, names: tuple[str, ...]) -> InvalidDocument:
    return item.bad("no column is known to hold the text", f"Say which: --column text=NAME. It has: {_listed(names)}.")


def _document(item: Item, number: int, row: Row, columns: Mapping[str, str]) -> Read:
    line = Item(
        where=f"{item.where}:{number}",
        source=item.source,
        stem=item.stem,
        suffix=item.suffix,
        data=b"",
    )
    try:
        if "text" not in columns:
            raise _no_text(line, tuple(_names(row)))
        fields = {field: value for field, column in columns.items() if (value := _value(row, column))}
        name = fields.pop("id", "") or str(number)
        return line.document(
            fields.pop("text", ""),
            {
                "source": f"{item.source}#{name}",
                "stem": f"{item.stem}-{slug(name) if not name.isdecimal() else name}",
                **fields,
                **_known(fields, line),
            },
        )
    except InvalidDocument as error:
        return error


def _value(row: Row, column: str) -> str:
    value: Any = row.get(column)
    if value is None and "." in column:
        outer, _, inner = column.partition(".")
        inside = row.get(outer)
        value = inside.get(inner) if isinstance(inside, dict) else None
    return "" if value is None or isinstance(value, (dict, list)) else str(value).strip()


def _known(fields: Mapping[str, str], line: Item) -> dict[str, str]:
    """Date and language as documents have them."""
    known = {}
    if "date" in fields:
        # What is no day (a year, a month) is checked as any document's date.
        known["date"] = date_of(fields["date"].replace(" ", "T", 1)) or date_of(fields["date"]) or fields["date"]
    if "language" in fields:
        known["language"] = language(fields["language"], line)
    return known
