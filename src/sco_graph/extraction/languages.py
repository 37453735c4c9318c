"""Which rules read which language; of a language without rules only words and sentences are told apart."""

from __future__ import annotations

from collections.abc import Callable

from ..authority.records import Authority
from ..model import Document, Language
from . import chinese, english, russian, tokens
from .accounts import Tale, Told
from .knowledge import Knowledge, knowledge
from .ledger import Ledger
from .reading import Reading

_Room = tuple[Callable[[Document, Knowledge], Reading], Callable[[Reading], Tale]]

_ROOMS: dict[str, _Room] = {
    Language.RU: (russian.read, russian.tell),
    Language.EN: (english.read, english.tell),
    Language.ZH: (chinese.read, chinese.tell),
}


def read(document: Document, authority: Authority) -> Reading:
    """Who, in which posts, which bodies, states and places a document names, and every mention of them."""
    if document.language in _ROOMS:
        rules, _ = _ROOMS[document.language]
        return rules(document, knowledge(authority, document.language))
    words, sentences = tokens.segment(document.text)
    return Ledger(document.text, tokens.bare(words)).reading(document, sentences)


def tell(reading: Reading) -> Tale:
    """What happened and what was said; nothing in a language without rules."""
    if reading.document.language not in _ROOMS:
        return Told(), (), ()
    _, rules = _ROOMS[reading.document.language]
    return rules(reading)
