"""A document read: who, in which posts, which bodies, states and places, and every mention of them."""

from __future__ import annotations

from ..authority.records import Authority
from ..model import Document
from .actors import collect
from .knowledge import knowledge
from .reading import Reading
from .scenes import analyse


def read(document: Document, authority: Authority) -> Reading:
    """Mentions and actors of a document, with coreference resolved."""
    known = knowledge(authority, document.language)
    analysis = analyse(document, known)
    actors = collect(analysis, known)
    return Reading(
        document=document,
        tokens=analysis.tokens,
        sentences=tuple(scene.sentence for scene in analysis.scenes),
        mentions=tuple(sorted(actors.mentions, key=lambda m: (m.start, -m.stop))),
        officials=tuple(actors.officials.values()),
        posts=tuple(actors.posts),
        organisations=tuple(actors.organisations.values()),
        states=tuple(actors.states.values()),
        places=tuple(actors.places.values()),
        evidence=tuple(actors.evidence),
    )
