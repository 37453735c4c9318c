"""Which interaction was a part of another, or was held on its sidelines: "на полях саммита", "в рамках визита"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..accounts import Relation
from ..drafts import Account, Claim, Draft, Standing
from .passages import Passage

_SIDELINES = re.compile(r"(?:на \W*полях|в кулуарах)\W+(?:\S+ ){0,5}$")
_WITHIN = re.compile(r"(?:в рамках|в ходе|в программе|во время)\W+(?:\S+ ){0,3}$")
_REACH = 8
"""Tokens before the noun within which the words of the relation stand."""


def relations(passages: Sequence[Passage], accounts: Sequence[Account]) -> tuple[Relation, ...]:
    """Relations between the accounts of a document, at most one of each kind for an account."""
    found: dict[tuple[int, str], Relation] = {}
    for relation in _all(passages, accounts):
        found.setdefault((relation.part, relation.property), relation)
    return tuple(found.values())


def _all(passages: Sequence[Passage], accounts: Sequence[Account]) -> Iterator[Relation]:
    for whole, account in enumerate(accounts):
        for draft in account.drafts:
            passage = passages[draft.passage]
            name = _named(passage, draft)
            for part in _told_beside(accounts, whole, draft) if name else ():
                start, stop = passage.tokens[max(passage.first, draft.trigger.first - _REACH)].start, draft.trigger.stop
                claim = Claim(value=f"e{whole + 1}", start=start, stop=stop, rule=f"rule:{name}", score=0.8)
                yield Relation(part=part, whole=whole, property=name, claim=claim)


def _named(passage: Passage, draft: Draft) -> str:
    """The relation that the words before a noun say; empty without any."""
    before = passage.text(max(passage.first, draft.trigger.first - _REACH), draft.trigger.first) + " "
    if _SIDELINES.search(before):
        return "onSidelinesOf"
    return "partOf" if _WITHIN.search(before) else ""


def _told_beside(accounts: Sequence[Account], whole: int, draft: Draft) -> Iterator[int]:
    """Accounts that the same sentence tells of as having happened."""
    for at, account in enumerate(accounts):
        here = [d for d in account.drafts if d.passage == draft.passage and d.standing is not Standing.MENTIONED]
        if at != whole and here:
            yield at
