"""Meetings that the tables have as bodies: "meeting of Security Council Secretaries of the SCO member states"."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Key
from ..knowledge import Knowledge
from ..reading import Sentence, Token
from ..units import Named, UnitKind

_REACH = 16
_APART = frozenset({"the", "member", "states", "countries", "states'", "'", "’", "'s", "’s", "of", "observer"})


def found(tokens: Sequence[Token], sentence: Sentence, named: list[Named], known: Knowledge) -> list[Named]:
    """The names of a sentence, with the meetings of its organisations that the tables have as bodies."""
    result = list(named)
    for at in range(sentence.first, sentence.last - 2):
        if tokens[at].text.lower() != "meeting" or tokens[at + 1].text.lower() != "of":
            continue
        session = _session(tokens, sentence, at, named, known)
        if session is not None and not any(n.first <= at < n.last for n in named):
            result = [n for n in result if n.last <= session.first or n.first >= session.last]
            result.append(session)
    return sorted(result, key=lambda n: n.first)


def _session(
    tokens: Sequence[Token], sentence: Sentence, at: int, named: Sequence[Named], known: Knowledge
) -> Named | None:
    """The body of a meeting at a token: with the organisation named before, behind or within its members."""
    stop = at + 2
    while stop < min(sentence.last, at + _REACH) and (tokens[stop].text[0].isalnum() or tokens[stop].text in _APART):
        if tokens[stop].pos in {"VBD", "VBZ", "AUX", "MD"}:
            break
        stop += 1
    owners = [n for n in named if n.kind is UnitKind.BODY and at - 2 <= n.first < stop]
    for owner in owners:
        inside = set(range(owner.first, owner.last))
        for name in known.index.names_of(Key(owner.ref), "en"):
            last = stop
            while last > at + 2:
                left = [tokens[i].text for i in range(at + 2, last) if i not in inside]
                members = " ".join(word for word in left if word.lower() not in _APART)
                key = known.index.find(f"{name.text} Meeting of {members}", "body") if members else ()
                if key:
                    return Named(
                        first=at, last=max(last, _with_members(tokens, last, stop)), kind=UnitKind.BODY, ref=key[0]
                    )
                last -= 1
    return None


def _with_members(tokens: Sequence[Token], last: int, stop: int) -> int:
    """Where "of the member states" behind the name ends."""
    at = last
    while at < stop and tokens[at].text.lower() in _APART:
        at += 1
    return at
