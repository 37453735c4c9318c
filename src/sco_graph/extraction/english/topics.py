"""What interactions were about: issues from the sentences that tell of them, each with its first words."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import InteractionType
from ..drafts import Account, Claim, Standing
from ..issues import Term
from .passages import Passage

_FOOTER = 40
"""Sentences after which a document tells of other things."""


def of_accounts(
    passages: Sequence[Passage], accounts: Sequence[Account], main: int | None
) -> tuple[dict[str, Claim], ...]:
    """Issues of each account: code to the words that name it, in order of place."""
    result: list[dict[str, Claim]] = [{} for _ in accounts]
    if main is None:
        return tuple(result)
    held = main
    for passage in passages[:_FOOTER]:
        firm = [
            at
            for at, account in enumerate(accounts)
            if any(d.passage == passage.index and d.standing is not Standing.MENTIONED for d in account.drafts)
        ]
        held = held if not firm else main if main in firm else firm[0]
        for term in passage.terms:
            target = _nearest(passage, accounts, term, held)
            if not term.within or term.within in accounts[target].sum.bodies:
                for code in term.codes:
                    result[target].setdefault(code, term.claim(code))
    if accounts[main].sum.type is InteractionType.VISIT:
        for at, codes in enumerate(result):
            if at != main and accounts[at].sum.standing is not Standing.MENTIONED:
                for code, claim in codes.items():
                    result[main].setdefault(code, claim)
    return tuple(result)


def _nearest(passage: Passage, accounts: Sequence[Account], term: Term, held: int) -> int:
    """The account of a trigger right before the term ("conference on transport"), else the one that is told of."""
    near = [
        (d.trigger.first, at)
        for at, account in enumerate(accounts)
        for d in account.drafts
        if d.passage == passage.index
        and 0 <= term.first - d.trigger.last <= 8
        and not any(
            t.pos in {"VBD", "VBZ", "AUX"} or t.text == "," for t in passage.tokens[d.trigger.last : term.first]
        )
    ]
    before = [
        (d.trigger.first, at)
        for at, account in enumerate(accounts)
        for d in account.drafts
        if d.passage == passage.index and 0 <= d.trigger.first - term.last <= 2
    ]
    return max(near)[1] if near else min(before)[1] if before else held
