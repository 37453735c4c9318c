"""Titles that share a holder or a seat: joined by 兼 or 、 beside one name, or in a row of people of one body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...authority.gazetteer import Match
from .scene import Scene

OF_STATE = frozenset({"GovernmentBody"})
"""Kinds of bodies whose posts are their state's."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title at ``[start, stop)``: its words without state or organisation, and the match that names its seat.

    ``said`` is where the words of the title proper begin; ``holders`` are the starts of the names that it is for.
    """

    start: int
    stop: int
    said: int
    text: str
    seat: Match | None
    traits: frozenset[str]
    former: bool
    same: bool
    holders: tuple[int, ...] = ()


def shared(scene: Scene, titles: tuple[Title, ...]) -> tuple[Title, ...]:
    """Titles joined by 兼 or 、 before one name are all its holder's; one without a seat has that of the one before."""
    found = list(titles)
    for at in range(len(found) - 1, 0, -1):
        this, before = found[at], found[at - 1]
        gap = scene.text[before.stop : this.start]
        if this.holders and not before.holders and gap in {"兼", "、", "及", "，兼"} and _one(scene, this):
            found[at - 1] = replace(before, holders=this.holders[:1])
    for at in range(1, len(found)):
        found[at] = _after_name(scene, found, at)
        found[at] = _beside(scene, found, at)
        this, before = found[at], found[at - 1]
        gap = scene.text[before.stop : this.start]
        if (
            this.seat is None
            and before.holders
            and this.holders[:1] == before.holders[:1]
            and gap in {"兼", "、", "及", "，兼"}
            and not (of_party(before.seat) and this.traits & {"state", "cn"})
        ):
            found[at] = replace(this, seat=before.seat)
    return tuple(found)


def of_party(seat: Match | None) -> bool:
    """Whether a seat is an organ of the party, at which no post of the state is held."""
    return seat is not None and seat.text.endswith(("共中央", "政治局"))


def _beside(scene: Scene, found: Sequence[Title], at: int) -> Title:
    """A title without a seat in a row: 某大学校长甲、副校长乙, with the seat of the one before."""
    this, before = found[at], found[at - 1]
    if this.seat is not None or before.seat is None or not before.holders:
        return this
    gap = scene.text[before.stop : this.start]
    rowed = re.fullmatch(r"[\u4e00-\u9fff·]{2,14}(?:、|和|，)", gap) and before.holders[-1] == before.stop
    home = scene.known.body(before.seat.entity)
    of_state = before.seat.entity.startswith("state/") or (home is not None and home.kind.value in OF_STATE)
    same = (this.traits & {"weak"} and not of_state) or (this.traits & {"state"} and of_state)
    return replace(this, seat=before.seat) if rowed and same else this


def _after_name(scene: Scene, found: Sequence[Title], at: int) -> Title:
    """A title joined to one that stands after its holder's name: 达尔副总理兼外长."""
    this, before = found[at], found[at - 1]
    joined = scene.text[before.stop : this.said] in {"兼", "并兼", "兼任"} and this.stop > this.said >= before.stop
    if this.holders or not joined or not before.holders or before.holders[0] > before.start:
        return this
    return replace(this, holders=before.holders[:1], seat=this.seat or before.seat)


def _one(scene: Scene, title: Title) -> bool:
    """Whether the title is of one person only."""
    return len(title.holders) == 1
