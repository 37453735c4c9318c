"""Who visits whom: states of visitors, and the state of the host or of the place."""

from __future__ import annotations

from collections import Counter
from itertools import product

from ..chronicle import Chronicle, Interaction
from ..projection import lifted

VISITOR, HOST = "role/visitor", "role/host"

Way = tuple[str, str]
"""State of the visitor, state of the host."""


def ways(chronicle: Chronicle, one: Interaction) -> tuple[Way, ...]:
    """The visits of one interaction, from state to state; none without a visitor, or within a state.

    >>> from ..chronicle import Part
    >>> trip = Interaction(
    ...     key="event/a", type="Visit", state="state/CN", parts=(Part(actor="state/KZ", role="role/visitor"),)
    ... )
    >>> ways(Chronicle(kinds={"state/KZ": "State"}), trip)
    (('state/KZ', 'state/CN'),)
    """
    guests, hosts = _states(chronicle, one, VISITOR), _states(chronicle, one, HOST)
    there = hosts or ([one.state] if one.state else [])
    return tuple((guest, host) for guest, host in product(guests, there) if guest != host)


def visits(chronicle: Chronicle) -> Counter[Way]:
    """How often anybody of one state visited another, in order of the interactions."""
    return Counter(way for one in chronicle.interactions for way in ways(chronicle, one))


def _states(chronicle: Chronicle, one: Interaction, role: str) -> list[str]:
    found = (state for part in one.parts if part.role == role for state in lifted(chronicle, part, "state"))
    return sorted(set(found))
