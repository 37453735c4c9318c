"""The reading of a text in a language whose grammar is not read: what the gazetteer finds, and no more."""

from __future__ import annotations

from ..authority.records import NameKind
from ..model import Document, Key, Official
from . import organisations, tagging, tokens
from .entities import kind_of
from .knowledge import Knowledge
from .ledger import Ledger
from .reading import MentionForm, MentionKind, Sentence
from .units import UnitKind


def read(document: Document, known: Knowledge) -> tuple[Ledger, tuple[Sentence, ...]]:
    """Officials, bodies, states and places that the tables know by a name in the text, and the text's sentences."""
    words, sentences = tokens.segment(document.text)
    tagged = tagging.bare(words)
    ledger = Ledger(document.text, tagged)
    numbers: dict[str, int] = {}
    for match in known.gazetteer.find_text(document.text):
        kind, span = kind_of(match), (match.start, match.stop)
        if kind is UnitKind.PERSON:
            _official(ledger, known, match.entity, span, numbers)
        elif kind is not None and not match.entity.startswith("government/"):
            organisations.note_name(ledger, known, match.entity, span, adjective=match.kind is NameKind.ADJECTIVE)
    return ledger, sentences


def _official(ledger: Ledger, known: Knowledge, key: Key, span: tuple[int, int], numbers: dict[str, int]) -> None:
    number = numbers.setdefault(key, len(numbers))
    if number not in ledger.officials:
        ledger.officials[number] = Official(
            id=ledger.official_id(),
            key=key,
            name=known.index.label(key, known.language),
            name_en=known.index.label(key, "en"),
            linked=True,
        )
    ledger.mention(
        span,
        MentionKind.OFFICIAL,
        MentionForm.NAME,
        [ledger.officials[number].id],
        case="",
        method="gazetteer",
        score=0.95,
    )
