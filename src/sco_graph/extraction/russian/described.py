"""Speakers whom only their side or a description names: "представитель ООН", "китайская сторона"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ..acts import Verb
from ..reading import MentionKind, Reading
from . import clauses, grammar
from .passages import Party, Passage

_PEOPLE = frozenset(
    "представитель дипломат чиновник посланник политик руководитель глава функционер международник".split()  # noqa: SIM905
)
_SIDES = frozenset({"сторона", "делегация"})
_REACH = 2
"""Tokens between the word for a person and the body that is theirs."""

Seats = Mapping[str, tuple[str, ...]]
"""By the local id of a body or the code of a state: the officials who hold posts there."""


def seats(reading: Reading) -> Seats:
    """Who holds posts where, by what the text says."""
    keys = {organisation.key: organisation.id for organisation in reading.organisations}
    found: dict[str, list[str]] = defaultdict(list)
    for post in reading.posts:
        if not post.former:
            for at in {keys.get(post.body, ""), post.org} - {""}:
                found[at].append(post.holder)
    return {at: tuple(dict.fromkeys(holders)) for at, holders in found.items()}


def speaker(passage: Passage, verb: Verb, held: Seats, sides: tuple[str, ...]) -> tuple[str, Party] | None:
    """The one of the two who talk whom a description as subject means, and the words; None where it is not clear."""
    if len(sides) > len("abc"):
        return None
    for party in _bodies(passage, verb):
        able = [ref for ref in held.get(party.ref, ()) if ref in sides]
        if len(able) == 1:
            return able[0], party
    return None


def _on_the_part(passage: Passage, party: Party) -> bool:
    """Whether a passive is what was done on the side of a party: "с китайской стороны выражена надежда"."""
    before = passage.tokens[party.first - 1].lemma if party.first > passage.first else ""
    behind = passage.tokens[party.last - 1 : party.last + 1]
    return before in {"с", "со"} and any(t.lemma == "сторона" for t in behind)


def _bodies(passage: Passage, verb: Verb) -> tuple[Party, ...]:
    """Bodies and states whose representative, side or delegation is the subject of the verb."""
    clause = passage.clause(verb.first)
    begun = grammar.begun(passage, clause)
    tokens = passage.tokens
    found = []
    for party in passage.of_kind(MentionKind.ORGANISATION, MentionKind.STATE):
        inside = clause.first <= party.first < clause.last or (
            begun is not None and begun.first <= party.first < begun.last
        )
        if not inside:
            continue
        lead = range(max(passage.first, party.first - _REACH), party.first)
        person = any(tokens[i].lemma in _PEOPLE and tokens[i].case == "nomn" for i in lead)
        words = [t for t in tokens[party.first : party.last + 1] if t.lemma in _SIDES and t.case == "nomn"]
        if person or words or _on_the_part(passage, party):
            found.append(party)
    return tuple(found) if clauses.is_finite(tokens[verb.first]) else ()
