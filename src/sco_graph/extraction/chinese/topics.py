"""What interactions were about: issues from the sentences that tell of them, each with its first words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import InteractionType
from ..drafts import Account, Claim, Draft, Standing
from ..issues import Term
from ..triggers import Frame
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
    held = main
    for passage in passages[:_FOOTER]:
        held = _holder(passage, accounts, held, main)
        if is_background(passage):
            continue
        for term in passage.terms:
            target = _target(passage, accounts, term, held)
            if not term.within or term.within in accounts[target].sum.bodies:
                for code in term.codes:
                    result[target].setdefault(code, term.claim(code))
    _gather(accounts, main, result)
    return tuple(result)


_BACKGROUND = re.compile(
    r"(?:据介绍，|资料显示，|背景：)|[^，。]{2,24}(?:成立于|创建于|始于|创办于|于\d{4}年(?:\d{1,2}月)?(?:在[^，。]{2,8})?(?:正式)?(?:成立|创立|启动))"
)
"""How sentences begin that say what something is, not what happened."""


def is_background(passage: Passage) -> bool:
    """Whether a sentence says what something is, not what happened: 俱乐部成立于2014年."""
    return _BACKGROUND.match(passage.text, passage.sentence.start) is not None


def _holder(passage: Passage, accounts: Sequence[Account], held: int, main: int) -> int:
    """The account whose telling goes on: one that this sentence itself tells of, else the one before."""
    firm = [
        at
        for at, account in enumerate(accounts)
        if any(d.passage == passage.index and _goes_on(d) for d in account.drafts)
    ]
    if not firm:
        return held
    return main if main in firm else firm[0]


def _goes_on(draft: Draft) -> bool:
    """Whether the words at a trigger tell of an account, or come back to it: 会上."""
    return draft.standing is not Standing.MENTIONED or draft.trigger.sense.frame is Frame.RECALL


def _target(passage: Passage, accounts: Sequence[Account], term: Term, main: int) -> int:
    """The account that a term is of: one told of in its clause beside the held one, else the held one."""
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
