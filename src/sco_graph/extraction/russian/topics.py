"""What interactions were about: issues from the sentences that tell of them, each with its first words."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import InteractionType
from ..drafts import Account, Claim, Draft, Standing
from ..issues import Term
from ..likeness import TALKS
from . import grammar
from .clauses import ClauseKind, is_finite
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
        here = [at for at, account in enumerate(accounts) if any(d.passage == passage.index for d in account.drafts)]
        firm = [at for at in here if _firm(accounts[at], passage)]
        held = _holder(held, firm, main)
        if (
            held != main
            and passage.index not in {d.passage for d in accounts[held].drafts}
            and _brief(accounts, held, main)
        ):
            held = main
        for term in passage.terms:
            target = _nearest(passage, accounts, here, term, held)
            if target is not None and _counts(accounts[target], term) and not grammar.carried(passage, term.first):
                for code in term.codes:
                    result[target].setdefault(code, term.claim(code))
    _gather(accounts, main, result)
    return tuple(result)


def _gather(accounts: Sequence[Account], main: int, result: list[dict[str, Claim]]) -> None:
    """A visit was about what was discussed at what took place during it; so was an exercise that was opened."""
    kind = accounts[main].sum.type
    if kind not in {InteractionType.VISIT, InteractionType.EXERCISE}:
        return
    for at, account in enumerate(accounts):
        if kind is InteractionType.EXERCISE and account.sum.type is not InteractionType.CEREMONY:
            continue
        when = account.sum.when
        held = accounts[main].sum.when
        during = when is None or held is None or when.date[:7] == held.date[:7]
        if at != main and during and account.sum.standing is not Standing.MENTIONED:
            for code, claim in result[at].items():
                result[main].setdefault(code, claim)


def _brief(accounts: Sequence[Account], held: int, main: int) -> bool:
    """Whether it is only greetings brought to talks, after which the telling of these goes on."""
    return accounts[held].sum.type is InteractionType.LETTER and accounts[main].sum.type in TALKS


def _firm(account: Account, passage: Passage) -> bool:
    """Whether the sentence itself tells of the account, not somebody in it."""
    return any(
        d.passage == passage.index
        and d.standing is not Standing.MENTIONED
        and passage.clause(d.trigger.first).kind is not ClauseKind.CONTENT
        for d in account.drafts
    )


def _holder(held: int, firm: Sequence[int], main: int) -> int:
    """The account whose telling goes on: one that this sentence tells of, else the one before."""
    if not firm:
        return held
    return main if main in firm else firm[0]


def _nearest(passage: Passage, accounts: Sequence[Account], here: Sequence[int], term: Term, held: int) -> int | None:
    """The account to which a term belongs: that of the trigger before it in its clause, else the held one."""
    clause = passage.clause(term.first)
    inside = [
        (d.trigger.first, at)
        for at in here
        for d in accounts[at].drafts
        if d.passage == passage.index and clause.first <= d.trigger.first < term.first and _reaches(passage, d, term)
    ]
    return max(inside)[1] if inside else held


def _reaches(passage: Passage, draft: Draft, term: Term) -> bool:
    """Whether a term may be of what is only mentioned before it: no comma and no finite verb between."""
    between = passage.tokens[draft.trigger.last : term.first]
    return draft.standing is not Standing.MENTIONED or not any(t.text == "," or is_finite(t) for t in between)


def _counts(account: Account, term: Term) -> bool:
    """A term within the name of a body counts only for that body's own interaction."""
    return not term.within or term.within in account.sum.bodies
