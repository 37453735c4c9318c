"""What interactions were about: issues from the sentences that tell of them, each with its first words."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import InteractionType
from ..drafts import Account, Claim, Standing
from ..issues import Term
from .passages import Passage

_FOOTER = 60
"""Sentences after which a document tells of other things."""


def of_accounts(
    passages: Sequence[Passage], accounts: Sequence[Account], main: int | None
) -> tuple[dict[str, Claim], ...]:
    """Issues of each account: code to the words that name it, in order of place."""
    result: list[dict[str, Claim]] = [{} for _ in accounts]
    if main is None:
        return tuple(result)
    for passage in passages[:_FOOTER]:
        for term in passage.terms:
            target = _target(passage, accounts, term, main)
            if not term.within or term.within in accounts[target].sum.bodies:
                for code in term.codes:
                    result[target].setdefault(code, term.claim(code))
    _gather(accounts, main, result)
    return tuple(result)


def _target(passage: Passage, accounts: Sequence[Account], term: Term, main: int) -> int:
    """The account that a term is of: one told of in its clause beside the main one, else the main one."""
    clause = passage.clause(term.first)
    here = [
        at
        for at, account in enumerate(accounts)
        for d in account.drafts
        if d.passage == passage.index
        and clause.start <= d.trigger.start < clause.stop
        and d.standing is not Standing.MENTIONED
    ]
    return here[0] if here and main not in here else main


def _gather(accounts: Sequence[Account], main: int, result: list[dict[str, Claim]]) -> None:
    """A visit was about what was discussed at what took place during it."""
    if accounts[main].sum.type is not InteractionType.VISIT:
        return
    for at, account in enumerate(accounts):
        if at != main and account.sum.standing is not Standing.MENTIONED:
            for code, claim in result[at].items():
                result[main].setdefault(code, claim)
