"""Talks that somebody had with several one after another: 甲分别会见乙、丙."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..drafts import Draft, Part, Standing
from ..likeness import TALKS
from .passages import Passage

_WITH = re.compile(r"(?:分别|先后)(?:在[^，。]{2,14})?(?:同|与|和|会见|会晤|接见|拜会|约见|电话|通电话|向)")
_EACH = re.compile(r"(?:同|与)(?=[^，。；]{4,60}(?:分别|先后|一一)(?:会谈|会晤|会面|通电话|举行|进行))")
"""The same with the word behind those whom somebody met: 同乙、丙分别会谈."""
_PAIR = 2


def apart(passage: Passage, draft: Draft) -> Iterator[Draft]:
    """The talks of each pair, where the words say that they were held with one after the other; else the draft."""
    pairs = tuple(_pairs(passage, draft))
    if len(pairs) < _PAIR:
        yield draft
        return
    for parts in pairs:
        people = " ".join(sorted(part.ref for part in parts))
        yield replace(draft, parts=parts, title=f"talks {people}")


def _pairs(passage: Passage, draft: Draft) -> Iterator[tuple[Part, ...]]:
    if draft.type not in TALKS or draft.standing is not Standing.HAPPENS:
        return
    clause = passage.clause(draft.trigger.start)
    found = _WITH.search(passage.text, clause.start, draft.trigger.stop) or _EACH.search(
        passage.text, clause.start, draft.trigger.stop
    )
    people = [part for part in draft.parts if part.ref.startswith("p")]
    if found is None or len(people) <= _PAIR:
        return
    hosts = [part for part in people if part.start < found.start()]
    guests = [part for part in people if part.start >= found.start()]
    if len(hosts) == 1:
        yield from ((hosts[0], guest) for guest in guests)
    elif len(guests) == 1:
        yield from ((host, guests[0]) for host in hosts)
