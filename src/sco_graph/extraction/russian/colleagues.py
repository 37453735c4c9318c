"""People who have the post of somebody named before: "его китайский коллега Иванов", "коллеги Иванов (Китай) и ..."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...model import Key
from ..ledger import Ledger
from ..units import Unit, UnitKind
from .holders import Holding
from .officials import Officials
from .scenes import Analysis, Scene

_BACK = 3
"""Sentences in which the colleague's post is looked for."""
_OF = 3
"""Units before the word in which the state of a colleague stands: "со своим китайским коллегой"."""


@dataclass(frozen=True, slots=True)
class Colleagues:
    """Gives colleagues their posts; ``names`` has the local id of the official that is named at a token."""

    ledger: Ledger
    analysis: Analysis
    officials: Officials
    names: Mapping[int, str]

    def named_after(self, units: Sequence[Unit], at: int) -> Iterator[tuple[int, int | None]]:
        """People right after the word, each with the unit of the state in brackets or after "из", if any."""
        place, state = at + 1, None
        if place + 1 < len(units) and units[place].text == "из" and units[place + 1].kind is UnitKind.STATE:
            place, state = place + 2, place + 1
        while place < len(units) and units[place].kind is UnitKind.PERSON:
            inside = units[place + 1 : place + 4]
            bracketed = len(inside) == len("(x)") and inside[0].text == "(" and inside[2].text == ")"
            own = bracketed and inside[1].kind is UnitKind.STATE
            yield place, place + 2 if own else state
            place += 4 if own else 1
            while place < len(units) and units[place].text in {",", "и"}:
                place += 1

    def named(self, scene: Scene, at: int) -> None:
        """Give the people named as colleagues at this unit the last post told of before, of their own state."""
        units = scene.units
        before = next((i for i in range(at - 1, max(-1, at - 1 - _OF), -1) if units[i].kind is UnitKind.STATE), None)
        held = self._last(scene, at)
        if held is None:
            return
        where, holding = held
        seat = self.officials.seats.of_title(where.units, holding.title, holding.states)
        for person, state in self.named_after(units, at):
            place = state if state is not None else before
            ref = self.names[units[person].first]
            if place is None or seat is None or not seat.key.startswith("state/") or self.ledger.posts_of(ref):
                continue
            own = replace(seat, org=units[place].ref.removeprefix("state/"), key=Key(units[place].ref))
            official = self.ledger.by_id[ref]
            self.officials.grant(official, where, holding.title, own, "rule:post_of_colleague", 0.7)

    def meant(self, scene: Scene, at: int) -> str:
        """Local id of the one official with a post of the state before the word, where nobody is named after it."""
        units = scene.units
        before = units[at - 1] if at else None
        named = next(iter(self.named_after(units, at)), None)
        if before is None or before.kind is not UnitKind.STATE or named is not None or units[at].number != "sing":
            return ""
        state = before.ref.removeprefix("state/")
        able = [o.id for o in self.ledger.officials.values() if any(p.org == state for p in self.ledger.posts_of(o.id))]
        return able[0] if len(able) == 1 else ""

    def _last(self, scene: Scene, at: int) -> tuple[Scene, Holding] | None:
        """The last title of a named holder before this unit, with its sentence."""
        here = [h for h in scene.holdings if h.title.last <= at]
        if here:
            return scene, here[-1]
        for earlier in reversed(self.analysis.scenes[max(0, scene.number - _BACK) : scene.number]):
            if earlier.holdings:
                return earlier, earlier.holdings[-1]
        return None
