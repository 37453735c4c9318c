"""Beginnings and ends of one thing that lasts: "the exercise, which kicked off on 6 May, concluded yesterday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model import InteractionType
from ..drafts import Account, Draft, When, joined, refs
from .passages import Passage

T = InteractionType
_LASTING = frozenset({T.EXERCISE, T.CONFERENCE, T.OTHER, T.ELECTION_OBSERVATION, T.VISIT})
_BEGINS = frozenset({"kick", "begin", "start", "open", "launch", "commence"})
_ENDS = frozenset({"conclude", "end", "close", "finish", "wrap", "complete"})
_DAY = 10
_REACH = 12


def joined_ends(passages: Sequence[Passage], accounts: tuple[Account, ...]) -> tuple[Account, ...]:
    """The accounts, two of which tell of beginning and end of one thing as one with a range."""
    for at, account in enumerate(accounts):
        for other in range(at + 1, len(accounts)):
            whole = _whole(passages, account, accounts[other])
            if whole is not None:
                rest = (*accounts[:at], whole, *accounts[at + 1 : other], *accounts[other + 1 :])
                return joined_ends(passages, rest)
    return accounts


def _whole(passages: Sequence[Passage], one: Account, other: Account) -> Account | None:
    first, second = one.sum, other.sum
    same = first.type is second.type and first.type in _LASTING and first.status.value == second.status.value
    if not same or first.when is None or second.when is None or not (_day(first) and _day(second)):
        return None
    if refs(second.parts) - refs(first.parts) and refs(first.parts) - refs(second.parts):
        return None
    early, late = sorted((first, second), key=lambda d: d.when.date if d.when else "")
    begun = _says(passages, early, _BEGINS) or _says(passages, late, _ENDS)
    if early.when is None or late.when is None or early.when.date == late.when.date or not begun:
        return None
    when = When(date=early.when.date, end=late.when.date, claim=early.when.claim)
    known = replace(first, when=when, parts=joined(first.parts, second.parts))
    return Account(sum=known, drafts=(*one.drafts, *other.drafts))


def _day(known: Draft) -> bool:
    return known.when is not None and len(known.when.date) == _DAY and known.when.end is None


def _says(passages: Sequence[Passage], known: Draft, lemmas: frozenset[str]) -> bool:
    """Whether one of these verbs follows the noun of what is told."""
    passage = passages[known.passage]
    near = passage.tokens[known.trigger.last : min(passage.last, known.trigger.last + _REACH)]
    verb = next((t for t in near if t.pos in {"VBD", "VBZ"}), None)
    return verb is not None and verb.lemma in lemmas
