"""What interactions were about: issues from the sentences that tell of them, each with its first words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import InteractionType, Status
from ..drafts import Account, Claim, Draft, Standing, refs
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
        held = _holder(passage, accounts, main if _only_to_come(accounts, held, main) else held, main)
        if is_background(passage):
            continue
        for term in passage.terms:
            target = _target(passage, accounts, term, held)
            if _IN_PASSING & set(term.codes) or _long_ago(passage, term):
                continue
            if not term.within or term.within in accounts[target].sum.bodies:
                for code in term.codes:
                    result[target].setdefault(code, term.claim(code))
    _gather(accounts, main, result)
    listed = _listed(passages[:_FOOTER])
    if len(listed) >= _MANY:
        firm = listed | _proposed(passages[:_FOOTER])
        result[main] = {code: claim for code, claim in result[main].items() if code in firm}
    return tuple(result)


_IN_PASSING = frozenset({"belt-and-road", "sustainable-development", "development-strategy"})
"""Issues that are mostly named in passing: what an interaction was about is told in other words."""
_MANY = 4
"""Issues of which a list says all that was discussed."""
_LIST = re.compile(
    r"(?:就|围绕|讨论了?|研究了?|探讨了?)[^。]{4,160}?(?:等)?[^。，]{0,12}?(?:问题|议题|领域|事项|话题|合作)?[^。，]{0,6}(?:交换(?:了)?(?:意见|看法)|进行(?:了)?[^。，]{0,8}(?:讨论|交流|探讨|磋商)|。)"
)
_PROPOSES = re.compile(r"建议|提议|倡议|提出|呼吁|愿(?:同|与|意|进一步)|应(?:当|该)?|希望")


def _listed(passages: Sequence[Passage]) -> frozenset[str]:
    """Issues of the sentence that lists what was discussed: 双方还就甲、乙、丙等问题交换了意见."""
    found: set[str] = set()
    for passage in passages:
        listed = _LIST.search(passage.text, passage.sentence.start, passage.sentence.stop)
        if (
            listed
            and listed.start() - passage.sentence.start <= _HEAD
            and _SIDES.match(passage.text, passage.sentence.start)
        ):
            found |= {c for t in passage.terms if listed.start() <= t.first < listed.end() for c in t.codes}
    return frozenset(found)


_HEAD = 12
_SIDES = re.compile(r"[^，。]{0,6}(?:双方|各方|与会|会议|会谈|会见|会晤|两人|代表们|部长们|成员国)")


def _proposed(passages: Sequence[Passage]) -> frozenset[str]:
    """Issues of sentences that propose something."""
    return frozenset(
        code
        for passage in passages
        if _PROPOSES.search(passage.text, passage.sentence.start, passage.sentence.stop)
        for term in passage.terms
        for code in term.codes
    )


def _long_ago(passage: Passage, term: Term) -> bool:
    """Whether a term stands in a sentence that begins with a year gone by: 2013年，甲国获得观察员地位."""
    return _YEAR.match(passage.text, passage.sentence.start) is not None and bool(
        {"observers-and-partners", "accession"} & set(term.codes)
    )


_YEAR = re.compile(r"[^，。]{0,24}(?:19|20)\d{2}年(?!\d)")


_BACKGROUND = re.compile(
    r"(?:据介绍，|资料显示，|背景：|据了解，)|[^，。]{2,24}(?:成立于|创建于|始于|创办于|于\d{4}年(?:\d{1,2}月)?(?:在[^，。]{2,8})?(?:正式)?(?:成立|创立|启动))"
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


def _only_to_come(accounts: Sequence[Account], held: int, main: int) -> bool:
    """Whether an account is only to come where the main event was held: no more is told of it than its sentence."""
    statuses = accounts[held].sum.status.value, accounts[main].sum.status.value
    return held != main and statuses == (Status.PLANNED, Status.HELD)


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
    """A visit was about what was discussed during it; so was a gathering of which nothing else is told."""
    if accounts[main].sum.type not in _FRAMES or (
        accounts[main].sum.type is not InteractionType.VISIT and result[main]
    ):
        return
    for at, account in enumerate(accounts):
        if at != main and account.sum.standing is not Standing.MENTIONED and _beside(account, accounts[main]):
            for code, claim in result[at].items():
                result[main].setdefault(code, claim)


_FRAMES = frozenset({InteractionType.VISIT, InteractionType.CONFERENCE, InteractionType.SUMMIT})
"""What other interactions take place during."""


def _beside(account: Account, main: Account) -> bool:
    """Whether somebody of the main event took part in another that was held too."""
    return main.sum.type is InteractionType.VISIT or (
        account.sum.status.value == Status.HELD and bool(refs(account.sum.parts) & refs(main.sum.parts))
    )
