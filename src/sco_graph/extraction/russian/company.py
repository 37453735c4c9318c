"""Those whom sentences around an event's telling show to have been there: who speaks at it, who is said to attend."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ...model import InteractionType, Role, Status
from ..drafts import Account, Draft, Part, Standing, joined, refs
from ..likeness import beyond
from ..reading import Reading
from . import presence, voices
from .clauses import ClauseKind
from .passages import Passage

T = InteractionType
_TALKS = frozenset({T.MEETING, T.PHONE_CALL, T.VIDEOCONFERENCE, T.BRIEFING})
_SPOKEN = frozenset({T.MULTILATERAL_MEETING, T.CONFERENCE, T.CEREMONY, T.BRIEFING, T.SUMMIT, T.OTHER})


def with_voices(reading: Reading, passages: Sequence[Passage], accounts: Sequence[Account], main: int) -> Draft:
    """The main event with those who speak at it, or are greeted; for talks only where it names nobody.

    A briefing is given by whom the sentence that names it lets speak, if by anybody.
    """
    account = accounts[main]
    known = account.sum
    named = [part for part in known.parts if part.ref.startswith("p")]
    if known.status.value != Status.HELD:
        return known
    if known.type not in _SPOKEN and (known.type not in _TALKS or len({part.ref for part in named}) > 1):
        return known
    role = Role.SPEAKER if known.type in _SPOKEN else Role.ATTENDEE
    present = refs(known.parts)
    named_by = [draft.passage for draft in account.drafts if draft.trigger.sense.type is T.BRIEFING]
    own = set(named_by) if known.type is T.BRIEFING else set[int]()
    at_it = [p for p in passages if p.index in own and any(voices.heard(reading, p))]
    if known.type is T.BRIEFING and named and not at_it:
        return known
    elsewhere = {(d.passage, p.ref) for a in accounts if a is not account for d in a.drafts for p in d.parts}
    held = holders(passages, accounts, main)
    briefed = {p.ref for a in accounts if a is not account and a.sum.type is T.BRIEFING for p in a.sum.parts}
    present |= briefed if known.type is not T.BRIEFING else set()
    heard = [
        Part(ref=party.ref, role=role, start=party.start, stop=party.stop, rule="rule:speaks_at_it", score=0.7)
        for passage in at_it or passages
        if at_it or held[passage.index] == main
        for party in voices.heard(reading, passage)
        if party.ref not in present and (passage.index, party.ref) not in elsewhere and not _stays_away(passage)
    ]
    return replace(known, parts=joined(known.parts, heard))


_AWAY = frozenset({"приехать", "прибыть", "прилететь", "участвовать", "поучаствовать", "явиться", "присутствовать"})


def _stays_away(passage: Passage) -> bool:
    """Whether the sentence says that somebody does not come: "предупредил, что не приедет"."""
    tokens = passage.tokens
    return any(tokens[i].text == "не" and tokens[i + 1].lemma in _AWAY for i in range(passage.first, passage.last - 1))


def with_present(passages: Sequence[Passage], accounts: Sequence[Account], at: int, held: Sequence[int]) -> Draft:
    """The event with those of whom the sentences after it say that they were there; ``held`` is of ``holders``."""
    known = accounts[at].sum
    people = any(part.ref.startswith("p") for part in known.parts)
    talks = known.type in _TALKS - {T.VIDEOCONFERENCE}
    if (talks and (people or known.type is not T.MEETING)) or known.type in {T.LETTER, T.VISIT, T.SIGNING}:
        return known
    first = min(d.passage for d in accounts[at].drafts)
    found = [part for passage in passages[first:] if held[passage.index] == at for part in presence.present(passage)]
    found += [part for passage in passages[first:] if held[passage.index] == at for part in presence.listed(passage)]
    if known.type is T.ELECTION_OBSERVATION:  # for whom observers are accredited says nothing of who came
        found = [part for part in found if part.ref.startswith("p")]
    return replace(known, parts=joined(known.parts, found))


def holders(passages: Sequence[Passage], accounts: Sequence[Account], main: int) -> list[int]:
    """For each sentence the account that it goes on telling of: the one told of in it, or last before it."""
    told = sorted(
        (draft.passage, draft.standing is not Standing.MENTIONED, at == main, at)
        for at, account in enumerate(accounts)
        if at == main or not beyond(account.sum, accounts[main].sum)
        for draft in account.drafts
        if draft.standing is not Standing.MENTIONED or at == main
        if passages[draft.passage].clause(draft.trigger.first).kind is not ClauseKind.CONTENT
    )
    last = [bisect_right(told, passage.index, key=lambda one: one[0]) for passage in passages]
    return [told[place - 1][3] if place else main for place in last]
