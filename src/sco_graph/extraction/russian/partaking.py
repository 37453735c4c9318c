"""Parties as parts of an interaction."""

from __future__ import annotations

from collections.abc import Iterable

from ...model import Role
from ..drafts import Part
from .passages import Party


def of(party: Party, role: Role, rule: str, score: float = 0.9) -> tuple[Part, ...]:
    """Parts of a party, one for each of its ids."""
    return tuple(
        Part(ref=ref, role=role, start=party.start, stop=party.stop, rule=f"rule:{rule}", score=score)
        for ref in party.refs
    )


def of_all(parties: Iterable[Party], role: Role, rule: str, score: float = 0.9) -> tuple[Part, ...]:
    """Parts of several parties in one role."""
    return tuple(item for party in parties for item in of(party, role, rule, score))
