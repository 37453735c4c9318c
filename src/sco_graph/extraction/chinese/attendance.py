"""Who else was at a gathering: those whom later sentences tell to have attended, spoken or presided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model import InteractionType, Role
from ..drafts import Account, Part, joined
from ..reading import Mention, MentionKind, Reading
from .participants import given_way
from .passages import Passage

T = InteractionType

GATHERINGS = frozenset({T.MULTILATERAL_MEETING, T.SUMMIT, T.CONFERENCE, T.CEREMONY, T.BRIEFING, T.OTHER, T.EXERCISE})

_ATTEND = re.compile(
    r"出席|参加(?!者)|与会|列席|到场|到会|致辞|致词|致贺|发言|讲话|演讲|话别|主持|与会|表示祝贺|参会|派人"
)
_CHAIR = re.compile(r"主持(?!人)")
_SAID = re.compile(r"^[^，。]{0,24}(?:表示|指出|强调|说|称|介绍|致辞|发言|讲话|宣布|通报|感谢|祝贺)")
_OTHER = re.compile(r"将(?:出席|参加)|曾|去年|此前")


def complete(reading: Reading, passages: Sequence[Passage], accounts: Sequence[Account], main: int | None) -> tuple[Account, ...]:
    """The accounts, the main gathering with everybody who is told to have been there."""
    found = list(accounts)
    if main is None or accounts[main].sum.type not in GATHERINGS:
        return tuple(found)
    account = accounts[main]
    first = account.drafts[0].passage
    here = [part for p in passages if p.index >= first for part in _present(p, accounts, main)]
    kept = [part for part in account.sum.parts]
    found[main] = replace(account, sum=replace(account.sum, parts=given_way(reading, joined(kept, here), tuple(account.sum.bodies))))
    return tuple(found)


def _present(passage: Passage, accounts: Sequence[Account], main: int) -> Iterator[Part]:
    """Officials, and states and bodies in a row, before a verb of attending or saying in a sentence of no other event."""
    others = [
        d for at, a in enumerate(accounts) if at != main for d in a.drafts if d.passage == passage.index and d.standing > 0
    ]
    if others or passage.heading:
        return
    text, stop = passage.text, passage.sentence.stop
    for party in passage.parties:
        clause = passage.clause(party.start)
        after = text[party.stop : clause.stop]
        if party.kind is MentionKind.OFFICIAL:
            told = _SAID.match(after) and party.start - clause.start <= 1
            chairs = _CHAIR.search(text[party.stop : stop])
            attends = _ATTEND.search(text[party.stop : stop])
            if told or (attends and not _OTHER.search(text[clause.start : stop])):
                yield _part(party, Role.ATTENDEE)
            if chairs and re.search(r"由[^，。]*$", text[passage.sentence.start : party.start]):
                yield _part(party, Role.CHAIR)
        elif party.kind is MentionKind.STATE:
            row = re.match(r"(?:、|和|等)|(?:[^，。；]{0,12}(?:代表|外交官|使节|大使)[^，。；]{0,8}(?:出席|参加|应邀|到场|与会))", after)
            if row and re.search(r"代表|外交官|使节|大使|官员|专家", text[party.stop : stop]) and _ATTEND.search(text[party.stop : stop]):
                yield _part(party, Role.ATTENDEE)
        elif re.match(r"(?:代表|官员|也派人|派人|[^，。]{0,8}代表)[^，。]{0,10}(?:出席|参加|到会|与会|应邀)", after):
            yield _part(party, Role.ATTENDEE)


def _part(party: Mention, role: Role) -> Part:
    return Part(ref=party.ref, role=role, start=party.start, stop=party.stop, rule="rule:told_to_be_there", score=0.7)
