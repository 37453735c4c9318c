"""The bytes of one file, and what is known of them from outside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ..errors import InvalidDocument
from ..model import Document
from .documents import from_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Bytes that hold a document or several, and what to call them.

    ``where`` names them in errors, ``source`` in the graph (an address or a relative path); ``charset``, ``title``
    and ``published`` are what a server or a feed said of them; ``columns`` is field -> column for tables.
    """

    where: str
    source: str
    stem: str
    suffix: str
    data: bytes
    charset: str | None = None
    title: str | None = None
    published: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    def bad(self, what: str, remedy: str) -> InvalidDocument:
        """The error that says what is wrong with these bytes."""
        return InvalidDocument(self.where, what, remedy)

    def document(self, text: str, fields: Mapping[str, str | None]) -> Document:
        """The document that these bytes hold; ``fields`` are what they say of themselves, and come first.

        Raises InvalidDocument, named for this item.
        """
        try:
            return from_text(
                text,
                language=fields.get("language"),
                published=fields.get("date") or self.published,
                source=fields.get("source") or self.source,
                stem=fields.get("stem") or self.stem,
                title=fields.get("title") or self.title,
                publisher=fields.get("publisher"),
            )
        except InvalidDocument as error:
            raise InvalidDocument(self.where, error.what, error.remedy) from error


Read = Document | InvalidDocument
"""What reading gives: a document, or why there is none. One bad document does not stop the rest of its file."""

Reader = Callable[[Item], Iterator[Read]]
"""Reads one format; raises InvalidDocument where the whole file is bad."""
