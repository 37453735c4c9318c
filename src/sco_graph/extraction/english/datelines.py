"""The place of a line at the head of a text: "BEIJING, January 15 --", or a line of place and day alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..drafts import Claim, Where
from ..reading import MentionKind, PlaceMentioned, Reading, Token
from .passages import Passage
from .places import CITIES, inside_of, of_city_state

_AGENCY = re.compile(
    r"xinhua|tass|kazinform|kabar|khovar|uzreport|uza|belta|azertac|trend|apa|irna|ria|interfax|vna|bernama|antara|"
    r"sputnik|reuters|afp|\bap\b|\bani\b|pti|urdupoint|news|press|agency|times|akipress|24\.kg|dunyo",
    re.IGNORECASE,
)
_LINE = re.compile(r"(?:^|\n)[^\n]{0,70}?(?:\s[-–—]+\s?|[-–—]{2,}\s?|—|\)\s?:|:\s|\.\s)")


def dateline(reading: Reading, passage: Passage | None) -> Where:
    """The place of a line such as "BEIJING, January 15 -" at the head; an agency's only where the text says "here"."""
    text = reading.document.text
    head = next((m for m in _LINE.finditer(text[:400]) if m.end() - m.start() > 3), None)
    if head is None or passage is None:
        return Where()
    line = text[head.start() : head.end()]
    first = next((m for m in reading.mentions if head.start() <= m.start < head.end()), None)
    known = {place.key: place for place in reading.places}
    found = known.get(first.ref) if first is not None and first.kind is MentionKind.PLACE else None
    opens = first is not None and not text[head.start() : first.start].strip(' \n"“(0123456789-–—.,')
    if found is None or first is None or not (opens or text[first.start : first.stop].isupper()):
        return Where()
    here = "here" in passage.text(passage.first, passage.last).split()
    undated = not any(c.isdigit() for c in line) and " – " in f"{line} "
    if (_AGENCY.search(line) or undated) and not here:
        return Where()
    named = Claim(value=found.key, start=first.start, stop=first.stop, rule="rule:place_of_dateline", score=0.6)
    return Where(key=found.key, name=found.name, place=named, state=inside_of(named, found))


def of_line(places: Sequence[PlaceMentioned], passage: Passage) -> Where:
    """The place with which a line of place and day begins: "Lake City, 4 July"."""
    known = {place.key: place for place in places}
    first = next((p for p in passage.parties), None)
    if first is None or not passage.dates or passage.triggers:
        return Where()
    if first.kind is MentionKind.STATE and first.ref in CITIES and first.first == passage.first:
        return of_city_state(first)
    found = known.get(first.ref) if first.kind is MentionKind.PLACE else None
    if found is None or first.first - passage.first > 1 or any(t.pos == "VBD" for t in _words(passage)):
        return Where()
    named = Claim(value=found.key, start=first.start, stop=first.stop, rule="rule:place_of_line", score=0.7)
    return Where(key=found.key, name=found.name, place=named, state=inside_of(named, found))


def _words(passage: Passage) -> Sequence[Token]:
    return passage.tokens[passage.first : passage.last]
