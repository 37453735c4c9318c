"""Russian: from words and their grammar to who, what happened and what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..accounts import Tale

if TYPE_CHECKING:
    from ...model import Document
    from ..knowledge import Knowledge
    from ..reading import Reading


def read(document: Document, known: Knowledge) -> Reading:
    """Who, in which posts, which bodies, states and places the document names, and every mention of them."""
    from . import reader

    return reader.read(document, known)


def tell(reading: Reading) -> Tale:
    """What happened and what was said."""
    from .. import discussed
    from . import events, statements

    told = events.events(reading)
    points, evidence = statements.statements(reading, told)
    return discussed.with_said(told, points, evidence), points, evidence
