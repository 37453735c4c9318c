"""Verbs of saying, and what the words said make of them: the act of a statement."""

from __future__ import annotations

from ...model import Act
from .. import acts
from ..acts import Kind, Verb
from .passages import Passage

_ORDER = (
    Act.PROPOSE, Act.URGE, Act.CONDEMN, Act.EXPRESS_CONCERN, Act.PLEDGE, Act.THANK, Act.CONGRATULATE,
    Act.EXPRESS_CONFIDENCE, Act.INVITE, Act.SUPPORT, Act.PRAISE, Act.EMPHASISE, Act.INFORM,
)  # fmt: skip


def verbs(passage: Passage, first: int, last: int) -> tuple[Verb, ...]:
    """Phrases of saying in a range of tokens, the longest at each place, guards too."""
    return acts.verbs("en", passage.tokens, first, last)


def by_content(passage: Passage, first: int, last: int, *, mild: bool) -> tuple[Act, str] | None:
    """The act that the words of a range have by themselves, with the pattern that decided; None without one."""
    strengths = {"over", "mild"} if mild else {"over"}
    found = [i for i in acts.contents("en").all(passage.tokens, first, last) if i.value[1] in strengths]
    if not found:
        return None
    best = min(found, key=lambda item: (item.value[1] != "over", _ORDER.index(item.value[0]), item.first))
    return best.value[0], best.pattern


def act_of(passage: Passage, verb: Verb, first: int, last: int) -> tuple[Act, str]:
    """The act of a verb with the words ``[first, last)`` that it governs, and the pattern that decided."""
    default = verb.act or Act.INFORM
    if verb.kind is Kind.FIXED:
        return default, verb.pattern
    if verb.kind is Kind.JOINT:
        return Act.AGREE, verb.pattern
    said = by_content(passage, first, last, mild=verb.kind in {Kind.OPEN, Kind.SOURCE})
    return said or (default, verb.pattern)
