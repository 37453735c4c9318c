"""What interactions were about: issues from the sentences that tell of them, each with its first words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...model import InteractionType, Status
from ..drafts import Account, Claim, Standing
from ..issues import Term
from ..reading import MentionKind
from .passages import Passage

_FOOTER = 150
"""Sentences after which a document tells of other things."""
_GATHERINGS = frozenset(
    {
        InteractionType.SUMMIT,
        InteractionType.MULTILATERAL_MEETING,
        InteractionType.CONFERENCE,
        InteractionType.BRIEFING,
        InteractionType.EXERCISE,
        InteractionType.OTHER,
    }
)
"""What a text comes back to with each paragraph, whatever else it told of in passing."""


def of_accounts(
    passages: Sequence[Passage], accounts: Sequence[Account], main: int | None
) -> tuple[dict[str, Claim], ...]:
    """Issues of each account: code to the words that name it, in order of place."""
    result: list[dict[str, Claim]] = [{} for _ in accounts]
    if main is None:
        return tuple(result)
    told: list[Counter[str]] = [Counter() for _ in accounts]
    for passage, held in _held(passages[:_FOOTER], accounts, main):
        for term in passage.terms:
            target = _nearest(passage, accounts, term, held)
            if _PREPARATION in term.codes and _prepared(passage, accounts[target], term):
                target = main
            if not term.within or term.within in accounts[target].sum.bodies:
                _note(term, result[target], told[target])
    result[main] = _chief(result[main], told[main])
    if accounts[main].sum.type is InteractionType.VISIT:
        for at, codes in enumerate(result):
            if at != main and accounts[at].sum.standing is not Standing.MENTIONED:
                for code, claim in codes.items():
                    result[main].setdefault(code, claim)
    return tuple(result)


def _held(passages: Sequence[Passage], accounts: Sequence[Account], main: int) -> Iterator[tuple[Passage, int]]:
    """Each sentence with the account that it tells of: one that it names, else the one that is told of so far."""
    held, paragraph = main, -1
    for passage in passages:
        if passage.sentence.paragraph != paragraph and accounts[main].sum.type in _GATHERINGS:
            held = main
        paragraph = passage.sentence.paragraph
        firm = [
            at
            for at, account in enumerate(accounts)
            if any(d.passage == passage.index and d.standing is not Standing.MENTIONED for d in account.drafts)
        ]
        firm = [at for at in firm if not _aside(passage, accounts[at], accounts[main])]
        if held != main and not firm and _returns(passage, accounts[main], accounts[held]):
            held = main
        held = held if not firm else main if main in firm else firm[0]
        yield passage, held
        if held != main and _to_come(accounts[held]) and not _to_come(accounts[main]):
            held = main


def _note(term: Term, codes: dict[str, Claim], told: Counter[str]) -> None:
    for code in term.codes:
        codes.setdefault(code, term.claim(code))
        told[code] += 1


def _chief(codes: dict[str, Claim], told: Counter[str]) -> dict[str, Claim]:
    """The issues that a long text comes back to; all of those of a text that has few."""
    if len(codes) <= _FEW:
        return codes
    again = {code: claim for code, claim in codes.items() if told[code] > 1}
    return again if len(again) >= _LEAST else codes


def _aside(passage: Passage, account: Account, main: Account) -> bool:
    """Whether a sentence names an event to come only to say what it was done for: "in preparation for the summit"."""
    if account is main:
        return False
    here = [d.trigger.first for d in account.drafts if d.passage == passage.index]
    return bool(here) and all(_names_aim(passage, at, main) for at in here)


def _names_aim(passage: Passage, at: int, main: Account) -> bool:
    """Whether a trigger stands in "ahead of the summit", or is the talk at a gathering behind such words."""
    if passage.tokens[at].lemma in _TALKED and main.sum.type in _GATHERINGS:
        return any(t.text.lower() in _BEFORE for t in passage.tokens[passage.first : passage.first + _NEAR])
    return any(t.text.lower() in _BEFORE for t in passage.tokens[max(passage.first, at - _NEAR) : at])


def _returns(passage: Passage, main: Account, held: Account) -> bool:
    """Whether a sentence is about who takes part in what the text is about, and not in what it told of in passing."""
    people = {ref for p in passage.of_kind(MentionKind.OFFICIAL) for ref in p.refs}
    return bool(people & {p.ref for p in main.sum.parts}) and not people & {p.ref for p in held.sum.parts}


def _to_come(account: Account) -> bool:
    """Whether an event is planned, so that a text about one that was held only looks ahead to it for a sentence."""
    return account.sum.status.value == Status.PLANNED


def _prepared(passage: Passage, account: Account, term: Term) -> bool:
    """Whether an account is of what is prepared: "preparations for the summit" are no issue of that summit."""
    return any(
        d.passage == passage.index and term.first <= d.trigger.first <= term.last + _AHEAD for d in account.drafts
    )


_BEFORE = frozenset({"preparation", "ahead", "eve", "prior", "before", "preparing"})
_TALKED = frozenset({"discuss", "consider", "review", "exchange", "examine"})
_NEAR = 6
"""Words between "in preparation for" and what is prepared."""
_PREPARATION = "summit-preparation"
_AHEAD = 8
"""Words behind "preparations for" within which what is prepared is named."""
_FEW = 8
"""Issues that a text of some length may have, each of them named once."""
_LEAST = 4
"""Issues that are enough of a long text, where it comes back to them."""


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
