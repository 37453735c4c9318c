"""Whom what was missed is taken from: members of what was found, and actors of whom nothing was."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from .habits import Habits, habits, sized
from .rates import Rates
from .unseen import Missed, missed

TRIES = 6
"""How often one who is there already is drawn anew before the part is given up: rooms can be full."""

Members = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Donors:
    """Draws members for what was missed; ``size`` counts all actors, seen and unseen.

    ``at`` are the interactions of an actor; ``ready`` says how likely a seen actor, taken from one, stays in another
    like it; ``weights`` sum up how many facts are missed of each; ``unseen`` are those of whom no fact is true,
    ``within`` says how many of theirs were missed.
    """

    dice: random.Random
    at: Sequence[Sequence[Members]]
    ready: Sequence[float]
    weights: Sequence[float]
    of_group: Mapping[str, tuple[Sequence[int], Sequence[float]]]
    groups: Sequence[str]
    seen: int
    size: int
    unseen: Sequence[int]
    within: float
    habits: Habits
    lacking: Missed

    def completed(self, members: Members) -> Members:
        """Members with those who were missed beside them."""
        chances = self.lacking.chances[len(members)]
        lack = self.dice.choices(range(len(chances)), weights=chances.tolist())[0] if len(chances) > 1 else 0
        found = list(members)
        for _ in range(lack):
            self._join(found, self._partner(found), self.habits.new[sized(len(found) + 1)])
        return tuple(found)

    def another(self, members: Members) -> Members:
        """An interaction like one that was found: partly with others."""
        new = self.habits.new[sized(len(members))]
        # A pair is as before if both stay.
        each = 1 - (1 - new) ** 0.5
        found: list[int] = []
        for member in members:
            self._join(found, member, each)
        return tuple(found)

    def _join(self, found: list[int], candidate: int, new: float) -> None:
        stays = candidate >= 0 and self.dice.random() < (1 - new) * self._ready(candidate)
        for attempt in range(TRIES):
            chosen = candidate if stays and not attempt else self._stranger(found, new)
            if chosen >= 0 and chosen not in found:
                found.append(chosen)
                return

    def _ready(self, member: int) -> float:
        return self.ready[member] if member < self.seen else 1.0

    def _partner(self, found: list[int]) -> int:
        """One who was with one of those who are there, somewhere; -1 if there is none."""
        known = [member for member in found if member < self.seen and self.at[member]]
        if not known:
            return -1
        together = self.dice.choice(self.at[self.dice.choice(known)])
        return self.dice.choice(together)

    def _stranger(self, found: list[int], new: float) -> int:
        """A new partner: an unseen actor as likely as those have missed facts, or one who has been seen."""
        share = self.weights[-1] * max(new, 0.01) if self.weights else 0.0
        if self.unseen and self.dice.random() * (share + self.within) >= share:
            return self.dice.choice(self.unseen)
        if found and self.dice.random() < self.habits.alike:
            host = self.dice.choice(found)
            if host < self.seen and self.groups[host] in self.of_group:
                members, weights = self.of_group[self.groups[host]]
                return self.dice.choices(members, cum_weights=weights)[0]
        return self._anyone()

    def _anyone(self) -> int:
        """A seen actor, as likely as it has missed facts."""
        if not self.weights or not self.weights[-1]:
            return -1
        return self.dice.choices(range(self.seen), cum_weights=self.weights)[0]


def donors(found: Sequence[Members], groups: Sequence[str], rates: Rates, dice: random.Random) -> Donors:
    """Donors for a record of which these members are true; ``groups`` has one for every seen actor."""
    seen = len(groups)
    facts = Counter(member for members in found for member in members)
    recall = rates.interactions * rates.parts
    actors = missed(Counter(facts.values()), recall)
    means = {k: actors.mean(k) for k in actors.chances}
    # Of whom nothing is true that was found: they are among those of whom nothing true was found.
    doubted = [member for member in range(seen) if member not in facts]
    fresh = max(0, round(actors.unseen) - len(doubted))
    lack = [means[facts[member]] if member in facts else 0.0 for member in range(seen)]
    expected = (1 - recall) / recall
    return Donors(
        dice=dice,
        at=_places(found, seen),
        ready=[min(1.0, lack[m] / (facts[m] * expected)) if expected and m in facts else 1.0 for m in range(seen)],
        weights=list(accumulate(lack)),
        of_group=_by_group(groups, lack),
        groups=groups,
        seen=seen,
        size=seen + fresh,
        unseen=[*doubted, *range(seen, seen + fresh)],
        within=actors.within,
        habits=habits(found, groups),
        lacking=missed(Counter(map(len, found)), rates.parts, least=0),
    )


def _places(found: Sequence[Members], seen: int) -> list[list[Members]]:
    at: list[list[Members]] = [[] for _ in range(seen)]
    for members in found:
        for member in members if len(members) > 1 else ():
            at[member].append(members)
    return at


def _by_group(groups: Sequence[str], lack: Sequence[float]) -> dict[str, tuple[list[int], list[float]]]:
    """Actors of each group of whom facts were missed, and the sums of how many."""
    members: dict[str, list[int]] = {}
    for member, group in enumerate(groups):
        if lack[member] > 0:
            members.setdefault(group, []).append(member)
    return {group: (found, list(accumulate(lack[member] for member in found))) for group, found in members.items()}
