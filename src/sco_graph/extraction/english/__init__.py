"""Reading of English documents: who and where, what happened, what was said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..accounts import Tale

if TYPE_CHECKING:
    from ...model import Document
    from ..knowledge import Knowledge
    from ..reading import Reading


def read(document: Document, known: Knowledge) -> Reading:
    """Who, in which posts, which bodies, states and places the document names, and every mention of them."""
    from ..wrapping import readable
    from . import reader

    return reader.read(replace(document, text=readable(document.text)), known)


def tell(reading: Reading) -> Tale:
    """What happened and what was said."""
    from . import events, statements

    told = events.events(reading)
    return told, *statements.statements(reading, told)
