"""A document read: who, in which posts, which bodies, states and places, and every mention of them."""

from __future__ import annotations

from ..authority.records import Authority
from ..model import Document, Language
from . import listed, organisations
from .coreference import Coreference
from .knowledge import Knowledge, knowledge
from .ledger import Ledger
from .officials import Officials
from .reading import Reading, Sentence
from .scenes import Analysis, analyse
from .units import UnitKind


def read(document: Document, authority: Authority) -> Reading:
    """Mentions and actors of a document, with coreference resolved."""
    known = knowledge(authority, document.language)
    if document.language != Language.RU:
        return _reading(document, *listed.read(document, known))
    analysis = analyse(document, known)
    return _reading(document, _named(analysis, known), tuple(scene.sentence for scene in analysis.scenes))


def _named(analysis: Analysis, known: Knowledge) -> Ledger:
    """Everything that the text names."""
    ledger = Ledger(analysis.text, analysis.tokens)
    officials = Officials(ledger, analysis, known)
    for scene in analysis.scenes:
        for at, unit in enumerate(scene.units):
            if unit.kind is UnitKind.PERSON:
                officials.note(scene, at)
            elif unit.ref:
                organisations.note(ledger, analysis, known, unit)
        for holding in scene.holdings:
            officials.post(scene, holding)
    Coreference(ledger, analysis, known, officials).resolve()
    return ledger


def _reading(document: Document, ledger: Ledger, sentences: tuple[Sentence, ...]) -> Reading:
    return Reading(
        document=document,
        tokens=tuple(ledger.tokens),
        sentences=sentences,
        mentions=tuple(sorted(ledger.mentions, key=lambda m: (m.start, -m.stop))),
        officials=tuple(ledger.officials.values()),
        posts=tuple(ledger.posts),
        organisations=tuple(ledger.organisations.values()),
        states=tuple(ledger.states.values()),
        places=tuple(ledger.places.values()),
        evidence=tuple(ledger.evidence),
    )
