"""Which rules read which language; a language without rules of its own is read by its names alone."""

from __future__ import annotations

from ..authority.records import Authority
from ..model import Document, Language
from . import chinese, english, listed, russian
from .accounts import Tale, Told
from .knowledge import knowledge
from .reading import Reading

_ROOMS = {Language.RU: russian, Language.EN: english, Language.ZH: chinese}
_SUPPORTED = frozenset(Language)


def read(document: Document, authority: Authority) -> Reading:
    """Who, in which posts, which bodies, states and places a document names, and every mention of them."""
    known = knowledge(authority, document.language)
    room = _ROOMS[Language(document.language)] if document.language in _SUPPORTED else None
    return room.read(document, known) if room else listed.read(document, known)


def tell(reading: Reading) -> Tale:
    """What happened and what was said; nothing in a language without rules."""
    language = reading.document.language
    room = _ROOMS[Language(language)] if language in _SUPPORTED else None
    return room.tell(reading) if room else (Told(), (), ())
