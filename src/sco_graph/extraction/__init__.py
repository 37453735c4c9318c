"""From a document to its facts: who, which bodies and posts, what happened, what was said, each with its words.

Document -> languages.read -> Reading -> languages.tell -> events and statements -> Facts

What is of one language lies in its own room (``russian``), what serves all lies here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..lasting import lasting, undisturbed
from ..model import Document, Facts
from .lexicon import fingerprint

if TYPE_CHECKING:
    from ..authority.records import Authority
    from .silences import Silence

RULES_VERSION = fingerprint()
"""Version of the rules: a digest of their code and of every table of the lexicon."""

__all__ = ["RULES_VERSION", "explain", "extract", "silent"]


_BEGUN: set[tuple[str, str]] = set()
"""Version of the tables and language of what was read: the first document of each has all made that stays."""


def extract(document: Document, authority: Authority) -> Facts:
    """All that a document says, each fact with evidence and a calibrated score; in order of first mention."""
    sort = authority.version, document.language
    with undisturbed() if sort in _BEGUN else lasting():
        facts = _extracted(document, authority)
    _BEGUN.add(sort)
    return facts


def _extracted(document: Document, authority: Authority) -> Facts:
    from . import languages
    from .calibration import calibrated
    from .councils import known_meetings
    from .knowledge import knowledge
    from .tellings import implied_modes, tellings
    from .unnamed import unnamed
    from .wrapping import spelt

    reading = languages.read(document, authority)
    told, said, proofs = languages.tell(reading)
    known = knowledge(authority, document.language)
    implied, words = unnamed(reading, known)
    facts = Facts(
        document=document.key,
        officials=reading.officials,
        posts=reading.posts,
        organisations=reading.organisations,
        states=reading.states,
        events=known_meetings(told, reading, known),
        participations=told.participations,
        statements=said,
        implied=implied,
        evidence=spelt(
            document,
            (
                *reading.evidence,
                *told.evidence,
                *tellings(reading, told.events, told.evidence),
                *implied_modes(told.events, told.evidence),
                *proofs,
                *words,
            ),
        ),
    )
    return calibrated(facts, document.language, known.index)


def explain(document: Document, facts: Facts) -> Iterator[str]:
    """Lines that tell, sentence by sentence, what was seen and which rule decided on which words."""
    from .explaining import lines

    return lines(document, facts)


def silent(document: Document, facts: Facts, authority: Authority) -> Iterator[Silence]:
    """Sentences that gave no interaction and no statement, each with the reason; the document is read once more."""
    from . import languages
    from .silences import silences

    return silences(languages.read(document, authority), facts)
