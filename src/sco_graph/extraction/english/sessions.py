"""Meetings that the tables have as bodies: "meeting of ministers of health", "SCO Health Ministers' Meeting"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model import Key
from ..knowledge import Knowledge
from ..reading import Sentence, Token
from ..units import Named, UnitKind

_REACH = 16
_BEFORE = 12
_OWNED = frozenset({"'", "’", "'s", "’s"})
_APART = frozenset({"the", "member", "states", "countries", "states'", "of", "observer", "-"}) | _OWNED
_SPELT = {"defense": "defence", "interior": "internal affairs", "sports": "sport", "labor": "labour"}
_MINISTERS = re.compile(r"^(?:the )?(?P<field>[\w ,-]+?) ministers$")


def found(tokens: Sequence[Token], sentence: Sentence, named: list[Named], known: Knowledge) -> list[Named]:
    """The names of a sentence, with the meetings of its organisations that the tables have as bodies."""
    result = list(named)
    for at in range(sentence.first, sentence.last):
        if tokens[at].text.lower() != "meeting" or any(n.first <= at < n.last for n in named):
            continue
        of = at + 1 < sentence.last and tokens[at + 1].text.lower() == "of"
        session = _session(tokens, sentence, at, named, known) if of else None
        session = session or _behind(tokens, sentence, at, named, known)
        if session is not None:
            result = [n for n in result if n.last <= session.first or n.first >= session.last]
            result.append(session)
    return sorted(result, key=lambda n: n.first)


def _session(
    tokens: Sequence[Token], sentence: Sentence, at: int, named: Sequence[Named], known: Knowledge
) -> Named | None:
    """The body of "meeting of": with the organisation named before, behind or within its members."""
    stop = at + 2
    while stop < min(sentence.last, at + _REACH) and (
        tokens[stop].text[0].isalnum() or tokens[stop].text in _APART | {"(", ")"}
    ):
        if tokens[stop].pos in {"VBD", "VBZ", "AUX", "MD"}:
            break
        stop += 1
    for owner in (n for n in named if n.kind is UnitKind.BODY and at - 2 <= n.first < stop):
        last = stop
        while last > at + 2:
            key = _body(tokens, range(at + 2, last), owner, named, known)
            if key:
                last = max(last, _with_members(tokens, last, stop))
                return Named(first=at, last=last, kind=UnitKind.BODY, ref=key)
            last -= 1
    return None


def _behind(
    tokens: Sequence[Token], sentence: Sentence, at: int, named: Sequence[Named], known: Knowledge
) -> Named | None:
    """The body of "the SCO Health Ministers' Meeting", "the Defence Ministers' Meeting of the SCO"."""
    if tokens[at - 1].text not in _OWNED and not tokens[at - 1].text.lower().endswith("ministers"):
        return None
    stop = min(sentence.last, at + 7)
    for owner in (n for n in named if n.kind is UnitKind.BODY and at - _BEFORE <= n.first < stop):
        if owner.first > at and any(t.text[0].isalnum() and t.text not in _APART for t in tokens[at + 1 : owner.first]):
            continue
        for first in range(max(sentence.first, at - _BEFORE), at):
            key = _body(tokens, range(first, at), owner, named, known)
            if key:
                return Named(first=first, last=at + 1, kind=UnitKind.BODY, ref=key)
    return None


def _body(tokens: Sequence[Token], span: range, owner: Named, named: Sequence[Named], known: Knowledge) -> str:
    """Key of the body of an organisation whose members are told by these words; or nothing."""
    names = {i for n in named if n.ref == owner.ref for i in range(n.first, n.last)}
    words = [tokens[i].text.lower() for i in span if i not in names and tokens[i].text not in {"(", ")"}]
    for members in dict.fromkeys(_members(words)):
        for name in known.index.names_of(Key(owner.ref), "en"):
            key = known.index.find(f"{name.text} Meeting of {members}", "body")
            if key:
                return key[0]
    return ""


def _members(words: list[str]) -> Iterator[str]:
    """How the tables may call those of whom words tell: "defence ministers" are "ministers of defence"."""
    while words and words[0] in _APART:
        words = words[1:]
    while words and words[-1] in _APART:
        words = words[:-1]
    words = [w for w in words if w not in {"member", "states", "the"} | _OWNED]
    yield " ".join(words)
    said = " ".join(_SPELT.get(w, w) for w in words)
    yield said
    fields = _MINISTERS.match(said)
    if fields:
        yield f"ministers of {fields['field']}"


def _with_members(tokens: Sequence[Token], last: int, stop: int) -> int:
    """Where "of the member states" behind the name ends."""
    at = last
    while at < stop and tokens[at].text.lower() in _APART | {")"}:
        at += 1
    return at
