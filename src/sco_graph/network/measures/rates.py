"""How much of what is true is found: the recall that intervals are made with."""

from __future__ import annotations

import random
from dataclasses import dataclass

INTERACTIONS, PARTS, COUNTED = 0.70, 0.69, 95
"""Recall of interactions, and of the participants of one that was found (together .48), on the blind set of
``docs/quality.md``; it has some 95 interactions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Share of interactions that are found, and of the participants of those that are; both in (0, 1].

    They were counted on so many facts, and are as unsure as such a count is; 0: they are known exactly.

    >>> str(Rates())
    'recall of interactions 0.7, of their participants 0.69, counted on 95'
    """

    interactions: float = INTERACTIONS
    parts: float = PARTS
    counted: int = COUNTED

    def __post_init__(self) -> None:
        if not (0 < self.interactions <= 1 and 0 < self.parts <= 1):
            raise ValueError(f"recall: {self.interactions} and {self.parts} must be above 0 and at most 1")

    def __str__(self) -> str:
        known = f", counted on {self.counted}" if self.counted else ""
        return f"recall of interactions {self.interactions:g}, of their participants {self.parts:g}{known}"

    def drawn(self, dice: random.Random) -> Rates:
        """Rates that such a count could have come from."""
        if not self.counted:
            return self
        return Rates(
            interactions=_drawn(dice, self.interactions, self.counted),
            parts=_drawn(dice, self.parts, self.counted),
            counted=0,
        )


def _drawn(dice: random.Random, share: float, counted: int) -> float:
    if share == 1:
        return 1.0
    return max(0.02, dice.betavariate(share * counted + 0.5, (1 - share) * counted + 0.5))
