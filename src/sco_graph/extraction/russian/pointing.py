"""Words before a noun by which it points at somebody else than at whom the text speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from ..units import Unit, UnitKind


def of_state(units: Sequence[Unit], at: int) -> bool:
    """ "узбекскому коллеге": somebody else."""
    return at > 0 and units[at - 1].kind is UnitKind.STATE


def qualified(units: Sequence[Unit], at: int) -> bool:
    """Whether an adjective or preposition before the word gives it another sense ("со стороны", "третьи стороны")."""
    if at == 0:
        return False
    before = units[at - 1]
    return before.pos == "PREP" or (before.is_adjective and before.lemma not in {"оба", "весь"})
