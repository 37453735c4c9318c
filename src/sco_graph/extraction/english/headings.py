"""Headlines that name bodies where the text names people: what it tells of is theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...model import InteractionType, Role
from ..drafts import Account, Draft, Standing
from ..likeness import TALKS, kin
from ..triggers import Frame, Trigger
from .passages import Passage

T = InteractionType
_SESSIONS = frozenset({T.MULTILATERAL_MEETING, T.SUMMIT})
_PAIR = 2
_WITH = frozenset({"rule:with_the_noun", "rule:met_with"})


def retyped(passages: Sequence[Passage], accounts: tuple[Account, ...]) -> tuple[Account, ...]:
    """The accounts, a meeting of bodies in a headline being a talk where the text tells of one of two people."""
    return tuple(_chaired(_retyped(passages, account)) for account in accounts)


def _chaired(account: Account) -> Account:
    """A meeting that a state chairs and of whose people none is named is one of many."""
    known = account.sum
    chaired = any(p.role is Role.CHAIR and not p.ref.startswith("p") for p in known.parts)
    if known.type is not T.MEETING or not chaired or _people(known):
        return account
    return replace(account, sum=replace(known, type=T.MULTILATERAL_MEETING))


def _retyped(passages: Sequence[Passage], account: Account) -> Account:
    first = account.drafts[0]
    line = passages[first.passage]
    headline = line.index <= 1 and line.tokens[line.last - 1].text not in {".", "!", "?"}
    if account.sum.type is not T.MULTILATERAL_MEETING or not headline or _people(first):
        return account
    talk = next((d for d in account.drafts[1:] if d.type in TALKS and d.when and len(_people(d)) == _PAIR), None)
    if talk is None or not any(p.rule in _WITH for p in talk.parts):
        return account
    return replace(account, sum=replace(account.sum, type=talk.type))


def recalling(passages: Sequence[Passage], drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, "the conference" meaning the session told of where a text tells of no conference."""
    named = any(d.type is T.CONFERENCE and not _recalls(passages, d) for d in drafts)
    firm = [d for d in drafts if d.type in _SESSIONS and d.standing is Standing.HAPPENS]
    if named or not firm:
        return tuple(drafts)
    return tuple(
        replace(d, type=firm[0].type, trigger=_recall(d.trigger, firm[0].type))
        if _recalls(passages, d) and d.passage > firm[0].passage
        else d
        for d in drafts
    )


def _recalls(passages: Sequence[Passage], draft: Draft) -> bool:
    """Whether "the conference", without name or day, stands for something."""
    passage = passages[draft.passage]
    article = passage.text(draft.trigger.first - 1, draft.trigger.first) in {"the", "this"}
    return draft.type is T.CONFERENCE and article and draft.when is None and not draft.title and not draft.bodies


def within(passages: Sequence[Passage], drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, "the session", "the panel discussion" of a conference told of before being no meeting of its own."""
    result: list[Draft] = []
    for draft in drafts:
        around = next((d for d in result if d.type in _AROUND and d.standing is not Standing.MENTIONED), None)
        words = passages[draft.passage].text(draft.trigger.first, draft.trigger.last)
        part = _PART.search(words) is not None and draft.type in {T.MULTILATERAL_MEETING, T.CONFERENCE}
        alone = draft.when is None and not draft.bodies and draft.where.key is None and draft.passage > 0
        if around is not None and part and alone and around.passage < draft.passage:
            draft = replace(draft, type=around.type, title="", trigger=_recall(draft.trigger, around.type))
        result.append(draft)
    return tuple(result)


_AROUND = frozenset({T.CONFERENCE, T.SUMMIT})
_PART = re.compile(r"\b(?:session|panel|plenary|side event)")


def _recall(trigger: Trigger, kind: InteractionType) -> Trigger:
    return replace(trigger, sense=replace(trigger.sense, type=kind, frame=Frame.RECALL))


def without_empty(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts without headlines that name no more than a kind of event which the text then tells of firmly."""
    return tuple(d for d in drafts if not (d.standing is Standing.TITLE and d.bare and _told_later(d, drafts)))


def _told_later(draft: Draft, drafts: Sequence[Draft]) -> bool:
    later = (d for d in drafts if d.passage > draft.passage and d.standing is Standing.HAPPENS and d.when is not None)
    return any(kin(d.type, draft.type) for d in later)


def _people(draft: Draft) -> set[str]:
    return {p.ref for p in draft.parts if p.ref.startswith("p")}
