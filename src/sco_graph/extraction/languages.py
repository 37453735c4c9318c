"""Which rules read which language; a language without rules of its own is read by its names alone."""

from __future__ import annotations

from ..authority.records import Authority
from ..model import Document, Evidence, Language, Statement
from . import listed
from .accounts import Told
from .knowledge import knowledge
from .reading import Reading

Tale = tuple[Told, tuple[Statement, ...], tuple[Evidence, ...]]
"""Events with their evidence, statements, and the evidence of these."""


def read(document: Document, authority: Authority) -> Reading:
    """Who, in which posts, which bodies, states and places a document names, and every mention of them."""
    known = knowledge(authority, document.language)
    if document.language == Language.RU:
        from .russian import reader

        return reader.read(document, known)
    if document.language == Language.ZH:
        from .chinese import reader as chinese

        return chinese.read(document, known)
    return listed.read(document, known)


def tell(reading: Reading) -> Tale:
    """What happened and what was said."""
    if reading.document.language == Language.RU:
        from .russian import events, statements

        telling = events.events(reading)
        return telling, *statements.statements(reading, telling)
    return Told(), (), ()
