"""A Russian document read: who, in which posts, which bodies, states and places, and every mention of them."""

from __future__ import annotations

from ...model import Document
from ..knowledge import Knowledge
from ..ledger import Ledger
from ..reading import Reading
from ..units import UnitKind
from . import organisations
from .coreference import Coreference
from .officials import Officials
from .scenes import Analysis, analyse


def read(document: Document, known: Knowledge) -> Reading:
    """Mentions and actors of a document, with coreference resolved."""
    analysis = analyse(document, known)
    return _named(analysis, known).reading(document, tuple(scene.sentence for scene in analysis.scenes))


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
