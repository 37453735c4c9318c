"""Missions of observers: how long they stay, and who heads them by post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...model import InteractionType, Role
from ..dates import Dated, Use
from ..drafts import Account, Draft, Part, When, joined
from ..reading import Reading
from .passages import Passage

T = InteractionType
_STAYS = frozenset({"be", "stay", "remain", "operate", "work", "observe", "monitor", "conduct", "deploy"})
_UNTIL = frozenset({"until", "to", "till", "through", "and"})
_WORDS = frozenset({"mission", "observers", "team", "aueom"})
_HEADS = ("head", "chief", "leader", "глава")


def complete(reading: Reading, passages: Sequence[Passage], account: Account) -> Account:
    """The account of a mission with the days of its stay and with whoever the text calls its head."""
    known = account.sum
    if known.type is not T.ELECTION_OBSERVATION:
        return account
    known = replace(known, parts=joined(known.parts, _heads(reading, known)))
    stay = next((when for p in passages if _of_mission(p, known) and (when := _stay(p)) is not None), None)
    inside = stay is not None and (known.when is None or _within(known.when.date, stay))
    return replace(account, sum=replace(known, when=stay) if inside else known)


def _of_mission(passage: Passage, known: Draft) -> bool:
    named = any(set(p.refs) & known.bodies for p in passage.parties)
    words = {t.text.lower() for t in passage.tokens[passage.first : passage.last]}
    return named or bool(_WORDS & words)


def _within(date: str, stay: When) -> bool:
    return stay.date[: len(date)] <= date <= (stay.end or stay.date)[: len(date)]


def _stay(passage: Passage) -> When | None:
    """ "is in the country from 17 until 27 August": a range, or two days of which "from" and "until" speak."""
    verbs = {
        t.lemma for t in passage.tokens[passage.first : passage.last] if t.pos in {"AUX", "VBD", "VBZ", "VB", "NV"}
    }
    days = [d for d in passage.dates if d.use in {Use.WHEN, Use.BOUND} and d.precision == 3]
    if not verbs & _STAYS or not days:
        return None
    ranged = next((d for d in days if d.end and _preceded(passage, d, {"from", "between"})), None)
    if ranged is not None:
        return _when(ranged, ranged.end or ranged.date)
    pairs = ((a, b) for a, b in pairwise(days) if a.date < b.date)
    pair = next(((a, b) for a, b in pairs if _preceded(passage, a, {"from"}) and _preceded(passage, b, _UNTIL)), None)
    return _when(pair[0], pair[1].date) if pair is not None else None


def _preceded(passage: Passage, day: Dated, words: frozenset[str] | set[str]) -> bool:
    at = passage.token_at(day.start)
    here = {passage.tokens[at].text.lower(), passage.tokens[max(passage.first, at - 1)].text.lower()}
    return bool(here & words)


def _when(day: Dated, end: str) -> When:
    from ..drafts import Claim

    claim = Claim(value=day.date, start=day.start, stop=day.stop, rule="rule:stay_of_mission", score=0.8)
    return When(date=day.date, end=end, claim=claim)


def _heads(reading: Reading, known: Draft) -> Iterator[Part]:
    """Those whose post is that of the head of the mission."""
    missions = {o.key for o in reading.organisations if o.id in known.bodies}
    there = {p.ref: p for p in known.parts}
    for post in reading.posts:
        if post.body not in missions or not post.title.lower().startswith(_HEADS):
            continue
        words = next((e for e in reading.evidence if e.subject == post.holder and e.property == "post"), None)
        at = there.get(post.holder)
        start, stop = (at.start, at.stop) if at is not None else (words.start, words.stop) if words else (0, 0)
        for role in (Role.HEAD_OF_DELEGATION, Role.CHAIR):
            yield Part(ref=post.holder, role=role, start=start, stop=stop, rule="rule:head_of_mission", score=0.7)
