"""Plain text, and Markdown with front matter."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

import yaml

from .decoding import decode
from .headings import found_in
from .items import Item, Read

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)
# The same loader in C where libyaml is there: a tenth of the time.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FIELDS = ("language", "source", "title", "publisher")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*", re.IGNORECASE)


def documents(item: Item) -> Iterator[Read]:
    """The one document of a text; front matter says what is known of it, else its first lines may."""
    text = decode(item).replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    fields, body = _front_matter(text, item)
    yield item.document(body, {**found_in(body), **fields})


def _front_matter(text: str, item: Item) -> tuple[dict[str, str], str]:
    if not re.match(r"---[ \t]*\n", text):
        return {}, text
    match = _FRONT_MATTER.match(text)
    if match is None:
        raise item.bad("the front matter is not closed", "End it with a line of three hyphens.")
    try:
        record = yaml.load(match[1] or "", Loader=_LOADER)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        # ValueError: a date such as 2020-13-45, which the loader takes for one and cannot make.
        raise item.bad("the front matter is no YAML", "Mend what is between the hyphens.") from error
    if record is None:
        record = {}
    if not isinstance(record, dict):
        raise item.bad("the front matter is no list of fields", "Write lines of `name: value`.")
    return _fields(record, item), text[match.end() :].lstrip("\n")


def _fields(record: dict[Any, Any], item: Item) -> dict[str, str]:
    fields = {name: str(record[name]) for name in _FIELDS if record.get(name) is not None}
    date = record.get("date")
    if isinstance(date, datetime.datetime):
        date = date.date()
    if date is not None:
        fields["date"] = str(date)
    if "language" in fields:
        fields["language"] = language(fields["language"], item)
    return fields


def language(tag: str, item: Item) -> str:
    """The language of a tag of BCP 47: ``ru`` of ``ru-RU``. Raises InvalidDocument for what is no such tag."""
    match = _LANGUAGE.fullmatch(tag.strip())
    if match is None:
        raise item.bad(f'"{tag}" is no tag of a language', "Write ru, en, zh, or the code of another one.")
    return match[1].lower()
