"""Web pages: main text without what stands around it, and what the page says of itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .decoding import decode_page
from .headings import date_of
from .items import Item, Read

if TYPE_CHECKING:
    from trafilatura.settings import Document as Extracted

_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_ROW = re.compile(r"^\|(.*?)\|[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^[\s|:-]*---[\s|:-]*\n?", re.MULTILINE)
_NO_TEXT = re.compile(r"<(script|style|noscript|template)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)
# What extraction may read of a page; a hostile one is not worth more.
_LONGEST = 8_000_000
# No date is later than this, so that the answer does not depend on the day of reading.
_LAST_DAY = "2099-12-31"


def documents(item: Item) -> Iterator[Read]:
    """The one document of a page: main text, title, date, publisher, canonical address."""
    page = _XML_DECLARATION.sub("", decode_page(item)).replace("\x00", "")
    if len(page) > _LONGEST:
        raise item.bad(f"{len(page):,} characters are too many for a page", "Split it, or save its text.")
    found = _main(page)
    if found is None or not (found.text or "").strip():
        remedy = "If its text is made by a script, save what the browser shows."
        what = "the page has no text" if not _NO_TEXT.sub("", page).strip() else "no main text is found in the page"
        raise item.bad(what, remedy)
    yield item.document(_plain(found.text or ""), _fields(found, item))


def _main(page: str) -> Extracted | None:
    """What trafilatura sees in a page, or None."""
    # A handler, lest its complaints go to the terminal of whoever reads ten thousand pages.
    for library in ("trafilatura", "htmldate", "courlan", "charset_normalizer"):
        logging.getLogger(library).addHandler(logging.NullHandler())
    from trafilatura import bare_extraction

    dates = {"original_date": True, "extensive_search": False, "max_date": _LAST_DAY}
    try:
        found = bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=dates)
    except _FAULTS:
        return None
    return found if found is None or not isinstance(found, dict) else None


# What parsing, cleaning and reading metadata may raise on a broken page.
_FAULTS = (ValueError, LookupError, TypeError, AttributeError, RecursionError, ArithmeticError, SyntaxError)


def _plain(text: str) -> str:
    """Cells of a table row apart by tabs, without the marks that stand for its borders."""
    without_rules = _RULE.sub("", text) if "|" in text else text
    return _ROW.sub(lambda row: "\t".join(cell.strip() for cell in row[1].split("|")).strip(), without_rules)


def _fields(found: Extracted, item: Item) -> dict[str, str | None]:
    address = found.url if found.url and found.url.startswith(("https://", "http://")) else None
    return {
        "title": _line(found.title),
        "date": date_of(found.date or ""),
        "publisher": _line(found.sitename),
        # An address that we fetched from is better known than one that a page gives.
        "source": None if "://" in item.source else address,
    }


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None
