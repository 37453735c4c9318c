"""Which rules read which language; of a language without rules only words and sentences are told apart."""

from __future__ import annotations

from ..authority.records import Authority
from ..model import Document, Language
from . import chinese, english, russian, tokens
from .accounts import Tale, Told
from .knowledge import knowledge
from .ledger import Ledger
from .reading import Reading

_ROOMS = {Language.RU.value: russian, Language.EN.value: english, Language.ZH.value: chinese}


def read(document: Document, authority: Authority) -> Reading:
    """Who, in which posts, which bodies, states and places a document names, and every mention of them."""
    room = _ROOMS.get(document.language)
    if room is not None:
        return room.read(document, knowledge(authority, document.language))
    words, sentences = tokens.segment(document.text)
    return Ledger(document.text, tokens.bare(words)).reading(document, sentences)


def tell(reading: Reading) -> Tale:
    """What happened and what was said; nothing in a language without rules."""
    room = _ROOMS.get(reading.document.language)
    return room.tell(reading) if room else (Told(), (), ())
