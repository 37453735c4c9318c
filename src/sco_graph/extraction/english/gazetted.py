"""Names of the tables in an English text, as ranges of tokens."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ...authority.gazetteer import Match
from ...authority.records import NameKind
from ..knowledge import Knowledge
from ..reading import Token
from ..units import Named, UnitKind, kind_of
from .lettering import CONTINENT, plain

_FOREIGN = re.compile(r"Foreign,? (?:and |& )?$")
"""Words before "Commonwealth" in the name of a ministry, where it is no body."""


def names(text: str, tokens: Sequence[Token], known: Knowledge) -> tuple[list[Named], list[Match]]:
    """Names of the tables as ranges of tokens; those within a token or a name are kept apart."""
    starts = [t.start for t in tokens]
    found: list[Named] = []
    inside: list[Match] = []
    for match in _matches(text, known):
        kind = kind_of(match)
        if kind is None or match.entity.startswith("government/") or not known.bears(match.entity, match.text):
            continue
        if match.text == "Commonwealth" and _FOREIGN.search(text[max(0, match.start - 12) : match.start]):
            continue
        if match.text == "America" and CONTINENT.search(text[max(0, match.start - 12) : match.start]):
            continue
        first = max(0, bisect_right(starts, match.start) - 1)
        last = bisect_left(starts, match.stop)
        while last > first + 1 and tokens[last - 1].text in {"'s", "’s", "'", "’"}:
            last -= 1
        whole = tokens[first].start == match.start and match.stop >= tokens[last - 1].stop
        if not whole or (found and found[-1].last > first):
            inside.append(match)
            continue
        found.append(
            Named(
                first=first,
                last=last,
                kind=kind,
                ref=match.entity,
                adjective=kind is UnitKind.STATE and match.kind is NameKind.ADJECTIVE,
            )
        )
    return found, inside


def _matches(text: str, known: Knowledge) -> list[Match]:
    """Names of the tables in a text without the marks of its letters, and those that only stand with them."""
    bare = plain(text)
    found = list(known.gazetteer.find_text(bare))
    if bare == text:
        return found
    taken = [(m.start, m.stop) for m in found]
    marked = (m for m in known.gazetteer.find_text(text) if not any(m.start < b and a < m.stop for a, b in taken))
    return sorted([*found, *marked], key=lambda m: m.start)
