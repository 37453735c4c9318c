"""Which rules read which language; a language without rules of its own is read by its names alone."""

from __future__ import annotations

from ..authority.records import Authority
from ..model import Document, Language
from . import chinese, english, listed, russian
from .accounts import Tale, Told
from .knowledge import knowledge
from .reading import Reading

_ROOMS = {Language.RU: russian, Language.EN: english, Language.ZH: chinese}


def read(document: Document, authority: Authority) -> Reading:
    """Who, in which posts, which bodies, states and places a document names, and every mention of them."""
    known = knowledge(authority, document.language)
    room = _ROOMS.get(Language(document.language))
    return room.read(document, known) if room else listed.read(document, known)


def tell(reading: Reading) -> Tale:
    """What happened and what was said; nothing in a language without rules."""
    room = _ROOMS.get(Language(reading.document.language))
    return room.tell(reading) if room else (Told(), (), ())
