"""Houses in which something takes place: "в Секретариате ШОС состоялась встреча"."""

from __future__ import annotations

from collections.abc import Callable

from ..drafts import Standing
from ..reading import MentionKind
from ..triggers import Trigger
from . import clauses, morphology, standings
from .passages import Party, Passage

Owner = Callable[[Passage, int, int], Trigger | None]
"""The trigger to which the words at these tokens belong."""

_VENUES = (
    "секретариат",
    "академи",
    "университет",
    "институт",
    "посольств",
    "штаб-квартир",
    "резиденци",
    "дворец",
    "дом ",
    "центр",
    "музей",
    "библиотек",
    "парламент",
)


def venue(passage: Passage, trigger: Trigger, owner: Owner) -> tuple[Party, str] | None:
    """The body in whose house something takes place, and its name: "в Секретариате ШОС состоялась встреча"."""
    if standings.standing(passage, trigger) is not Standing.HAPPENS:
        return None
    for party in passage.of_kind(MentionKind.ORGANISATION):
        words = passage.text(party.first, party.last)
        at = clauses.preposition(passage.tokens, party.first, passage.first)
        house = party.case == "loct" and at in {"в", "во"} and words.startswith(_VENUES)
        if house and owner(passage, party.first, party.last) == trigger:
            return party, _nominative(passage, party)
    return None


def _nominative(passage: Passage, party: Party) -> str:
    """The body's words with the first, its head, in the nominative."""
    words = [t.text for t in passage.tokens[party.first : party.last]]
    return " ".join([morphology.inflect(words[0], "NOUN", "loct", "sing", ""), *words[1:]])
