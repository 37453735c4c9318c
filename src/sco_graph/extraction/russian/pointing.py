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


def those_who_met(units: Sequence[Unit], at: int) -> bool:
    """Whether "стороны" or "участники встречи" is the subject of a verb in the plural."""
    word = units[at].text.lower()
    met = at + 1 < len(units) and units[at + 1].lemma in {"встреча", "переговоры", "беседа", "разговор", "консультация"}
    behind = at + (2 if word == "участники" and met else 1)
    ahead = [u for u in units[behind : behind + _ADVERBS] if u.pos not in {"ADVB", "PRCL", "CONJ"}]
    plural = bool(ahead) and ahead[0].pos == "VERB" and ahead[0].number == "plur"
    other = at > 0 and (units[at - 1].pos == "PREP" or units[at - 1].kind is UnitKind.STATE)
    return plural and not other and (word == "стороны" or (word == "участники" and met))


_ADVERBS = 3
"""Words up to the verb: "стороны также подробно обсудили"."""
