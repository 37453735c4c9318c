"""The gathering at which a speech was held: told of in its first sentences, with the day and place of its head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model import InteractionType, Status
from ..accounts import choose
from ..dates import Use
from ..drafts import Account, Claim, Draft, Standing, When, Where
from ..reading import MentionKind, Reading, Token
from . import clauses, voices
from .passages import Passage

T = InteractionType
_OCCASIONS = frozenset({T.SUMMIT, T.MULTILATERAL_MEETING, T.CONFERENCE, T.CEREMONY})
_HEAD = 12
"""Sentences among which a speech begins with its salutation."""
_SOON = 9
"""Sentences from the salutation in which the speech names what it is held at."""


def salutes(reading: Reading, passage: Passage) -> bool:
    """Whether a sentence is a salutation: what it names ("участники заседания") tells of nothing."""
    text = reading.document.text[passage.sentence.start : passage.sentence.stop]
    return voices.SALUTATION.match(text) is not None and not any(map(clauses.is_finite, _words(passage)))


def of_speech(
    reading: Reading, passages: Sequence[Passage], accounts: tuple[Account, ...], main: int | None
) -> tuple[tuple[Account, ...], int | None]:
    """The accounts and the main one, which is what a speech was held at, if the text is one that names it late."""
    opening = next((p.index for p in passages[:_HEAD] if salutes(reading, p)), None)
    if opening is None or main is None or _told_before(accounts[main], opening):
        return accounts, main
    accounts = tuple(part for account in accounts for part in _parted(account, opening))
    able = [at for at, account in enumerate(accounts) if _may_be(account.sum, opening)]
    if not able:
        return accounts, choose(accounts)
    chosen = min(able, key=lambda at: (not accounts[at].sum.bodies, accounts[at].first))
    told = accounts[chosen]
    known = _at_head(reading, passages[:opening], told.sum)
    # "сегодняшнее заседание" is the one that the speech names
    rest = [a for at, a in enumerate(accounts) if at != chosen and not (at in able and not a.sum.bodies)]
    result = sorted((*rest, replace(told, sum=known)), key=lambda account: account.first)
    return tuple(result), next(at for at, account in enumerate(result) if account.sum is known)


def _parted(account: Account, opening: int) -> Iterator[Account]:
    """The account, or two where the speech first means its own occasion, with no day, and then another one."""
    bare = tuple(d for d in account.drafts if d.when is None)
    dated = tuple(d for d in account.drafts if d.when is not None)
    near = bool(bare) and bare[0] is account.drafts[0] and bare[0].passage <= opening + _SOON
    if account.sum.type not in _OCCASIONS or not near or not dated or dated[0].standing is not Standing.MENTIONED:
        yield account
        return
    yield Account(sum=bare[0], drafts=bare)
    yield Account(sum=dated[0], drafts=dated)


def _told_before(account: Account, opening: int) -> bool:
    firm = (d.passage for d in account.drafts if d.standing is not Standing.MENTIONED)
    return any(index < opening for index in firm)


def _may_be(known: Draft, opening: int) -> bool:
    near = known.passage <= opening + _SOON and known.status.value == Status.HELD
    return near and known.type in _OCCASIONS and known.when is None


def _words(passage: Passage) -> Iterator[Token]:
    return iter(passage.tokens[passage.first : passage.last])


def _at_head(reading: Reading, head: Sequence[Passage], known: Draft) -> Draft:
    """The event with the day and the city of the lines before the salutation."""
    plain = [p for p in head if not any(map(clauses.is_finite, _words(p)))]
    day = next((d for p in plain for d in p.dates if d.precision == len("ymd") and d.use is Use.WHEN), None)
    if day is not None and known.when is None:
        claim = Claim(value=day.date, start=day.start, stop=day.stop, rule="rule:day_of_head", score=0.7)
        known = replace(known, when=When(date=day.date, end=day.end, claim=claim))
    city = next((c for p in plain for c in p.of_kind(MentionKind.PLACE)), None)
    place = next((p for p in reading.places if city is not None and p.key == city.ref), None)
    if city is None or place is None or known.where.key is not None:
        return known
    claim = Claim(value=place.key, start=city.start, stop=city.stop, rule="rule:city_of_head", score=0.6)
    state = replace(claim, value=place.state) if place.state else None
    return replace(known, where=Where(key=place.key, name=place.name, place=claim, state=state))
