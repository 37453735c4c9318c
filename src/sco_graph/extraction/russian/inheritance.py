"""What an account takes from its surroundings: the dateline, the event around it, those who speak at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model import InteractionType, LocalId, Role, Status
from ..drafts import Account, Claim, Draft, Part, Standing, When, Where, joined, refs
from ..reading import MentionKind, Reading
from ..triggers import Frame
from . import company, daylines, missions, sections, surroundings
from .passages import Passage

T = InteractionType
_WHOLE = frozenset({T.VISIT})
_TALKS = frozenset({T.MEETING, T.PHONE_CALL, T.VIDEOCONFERENCE, T.BRIEFING})
_MEMBERS = 4
"""As many people at a session are its members, so that the body itself need not stand for them."""
_MEMBERS_OF = ("стран ", "государств ", "государств-членов ", "стран-участниц ")
_OWN = frozenset({"rule:of_the_noun", "rule:session_of_body"})
"""Rules by which a body takes part because the event is its own."""


def complete(
    reading: Reading, passages: Sequence[Passage], accounts: tuple[Account, ...], main: int | None
) -> tuple[Account, ...]:
    """Accounts with what they inherit, and without what stands for somebody who is named."""
    if main is None:
        return accounts
    result = list(accounts)
    result[main] = sections.reopened(passages, result[main])
    result[main] = _with_sum(result[main], daylines.dated(reading, passages, result, main))
    result[main] = _with_sum(result[main], daylines.until(reading, passages, result[main]))
    held = company.holders(passages, result, main)
    result = [_with_sum(a, company.with_present(passages, result, at, held)) for at, a in enumerate(result)]
    result[main] = _with_sum(result[main], company.with_voices(reading, passages, result, main))
    for at, account in enumerate(result):
        known = account.sum
        if at != main:
            told = passages[known.passage]
            known = _that_day(result, at, told.text(told.first, told.last))
            known = _beside(result[main].sum, known, account, told.text(told.first, told.last))
        if known.sidelines and not known.parts:
            known = replace(known, parts=tuple(p for p in result[main].sum.parts if p.ref.startswith("p")))
        known = replace(known, parts=_without_stand_ins(reading, known))
        result[at] = _with_sum(account, known)
    result = [_with_sum(a, missions.observed(reading, passages, result, a.sum)) for a in result]
    result = [_with_sum(a, missions.headed(reading, passages, a.sum)) for a in result]
    result[main] = _with_sum(result[main], _around(result, main))
    result[main] = _with_sum(result[main], _placed(result, main))
    result[main] = _with_sum(result[main], _at_dateline(reading, result[main].sum))
    return tuple(surroundings.placed(result, main))


def _with_sum(account: Account, known: Draft) -> Account:
    return replace(account, sum=known)


def _that_day(accounts: Sequence[Account], at: int, words: str) -> Draft:
    """An event "в тот же день" with the day of the one told of last before it."""
    known = accounts[at].sum
    if known.when is not None or "тот же день" not in words:
        return known
    before = [a.sum.when for a in accounts[:at] if a.sum.when is not None and len(a.sum.when.date) == len("2020-01-01")]
    if not before:
        return known
    claim = replace(before[-1].claim, rule="rule:same_day", score=0.7)
    return replace(known, when=When(date=before[-1].date, end=None, claim=claim))


def _beside(main: Draft, known: Draft, account: Account, words: str) -> Draft:
    """Date and place of an event set beside the main one ("после встречи") or told within a visit."""
    if main.type is T.VISIT and known.type is T.MEETING and known.status.value == Status.PLANNED:
        known = _to_come(main, known)
    if known.status.value != main.status.value:
        return known
    same_day = "тот же день" in words or (known.type is main.type is T.LETTER and known.passage == main.passage)
    beside = account.drafts[0].anchored and known.type is not T.VISIT and known.status.value == Status.HELD
    if known.when is None and main.when is not None and (beside or same_day):
        rule = "rule:date_of_event_beside"
        late = main.when.end or main.when.date
        exact = known.standing is not Standing.MENTIONED
        value = late if exact else late[:7]
        known = replace(known, when=When(date=value, end=None, claim=replace(main.when.claim, value=value, rule=rule)))
    if known.sidelines and known.where.key is None:
        known = replace(known, where=main.where)
    same = (
        known.when is not None and main.when is not None and known.when.date == main.when.date and known.when.date[8:]
    )
    firm = known.standing is Standing.HAPPENS and known.type not in {T.LETTER, T.PHONE_CALL, T.VISIT}
    if same and firm and known.where.key is None and known.where.state is None:
        known = replace(known, where=main.where)
    around = known.type is T.VISIT or known.sidelines
    if around and known.when is None and main.when is not None and known.passage == main.passage:
        claim = replace(main.when.claim, value=main.when.date[:7], rule="rule:month_of_part", score=0.6)
        known = replace(known, when=When(date=main.when.date[:7], end=None, claim=claim))
    return _within(main, known)


def _to_come(main: Draft, known: Draft) -> Draft:
    """A meeting that a visit under way is still to bring: with the visitor, where and on the day of the visit."""
    people = {p.ref for p in known.parts if p.ref.startswith("p")}
    visitors = [p for p in main.parts if p.role in {Role.VISITOR, Role.HEAD_OF_DELEGATION} and p.ref not in people]
    if not people or known.when is not None or main.when is None or main.when.end is not None:
        return known
    guests = [replace(p, role=Role.ATTENDEE, rule="rule:to_be_met", score=0.6) for p in visitors]
    claim = replace(main.when.claim, rule="rule:day_of_visit", score=0.6)
    where = known.where if _somewhere(known) else main.where
    when = When(date=main.when.date, end=None, claim=claim)
    return replace(known, parts=joined(known.parts, guests), when=when, where=where)


def _within(main: Draft, known: Draft) -> Draft:
    """Place, and the month of the date, of what happened during the main visit."""
    if main.type not in _WHOLE or known.standing is Standing.MENTIONED:
        return known
    inside = known.when is None or main.when is None or main.when.date[:7] == known.when.date[:7]
    if inside and known.where.key is None and known.where.state is None:
        known = replace(known, where=main.where)
    if known.trigger.sense.frame is Frame.RECEIVE and known.type is T.CEREMONY:
        guests = [replace(p, role=Role.VISITOR, rule="rule:received_on_visit", score=0.7) for p in main.parts]
        known = replace(known, parts=joined(known.parts, guests))
    if known.type is T.MEETING:
        guests = [replace(p, role=Role.ATTENDEE, rule="rule:met_on_visit", score=0.7) for p in main.parts]
        known = replace(known, parts=joined(known.parts, [p for p in guests if p.ref.startswith("p")]))
    if known.when is None and main.when is not None:
        within = main.when.end is None or main.when.end[:7] == main.when.date[:7]
        value = main.when.date[:7] if within else main.when.date[:4]
        if main.when.end is None and not main.when.claim.rule.endswith("month_of_part"):
            value = main.when.date  # a visit of one day
        claim = replace(main.when.claim, value=value, rule="rule:month_of_visit", score=0.6)
        known = replace(known, when=When(date=value, end=None, claim=claim))
    return known


def _placed(accounts: Sequence[Account], main: int) -> Draft:
    """The main event's place where its words have none: that of what it ran within, in the same sentence."""
    known = accounts[main].sum
    if known.where.key is not None or known.status.value != Status.HELD or known.type in {T.PHONE_CALL, T.LETTER}:
        return known
    near = [a.sum for a in accounts if a.sum.passage == known.passage and a.sum.status.value == Status.HELD]
    beside = [other.where for other in near if _somewhere(other)]
    return replace(known, where=beside[0]) if beside and (beside[0].key or not _somewhere(known)) else known


def _at_dateline(reading: Reading, known: Draft) -> Draft:
    """The main event on the day of a dateline, at its city: "БАКУ, 7 февраля"."""
    line = daylines.dateline(reading)
    nowhere = known.type in {T.PHONE_CALL, T.LETTER, T.VISIT} or _somewhere(known)
    if line is None or nowhere or known.when is None or known.when.claim.rule != "rule:dateline":
        return known
    near = (m for m in reading.mentions if m.kind is MentionKind.PLACE and 0 <= line.start - m.stop <= _LINE)
    city = next(near, None)
    place = next((p for p in reading.places if city is not None and p.key == city.ref), None)
    if city is None or place is None:
        return known
    claim = Claim(value=place.key, start=city.start, stop=city.stop, rule="rule:city_of_dateline", score=0.6)
    state = replace(claim, value=place.state) if place.state else None
    return replace(known, where=Where(key=place.key, name=place.name, place=claim, state=state))


_LINE = 6
"""Characters between the city and the day of a dateline."""


def _somewhere(known: Draft) -> bool:
    return known.where.key is not None or known.where.state is not None


def _around(accounts: Sequence[Account], main: int) -> Draft:
    """A visit with those whom the visitor met during it."""
    known = accounts[main].sum
    if known.type is not T.VISIT:
        return known
    visitors = refs(known.parts)
    met = [
        replace(part, role=Role.ATTENDEE, rule="rule:met_during_visit", score=0.7)
        for at, account in enumerate(accounts)
        if at != main and account.sum.type in {T.MEETING, T.CEREMONY} and refs(account.sum.parts) & visitors
        for part in account.sum.parts
        if part.ref not in visitors
    ]
    return replace(known, parts=joined(known.parts, met))


def _without_stand_ins(reading: Reading, known: Draft) -> tuple[Part, ...]:
    """Parts without the states and bodies for which somebody named takes part; bodies in the event's own name stay."""
    people = {post.holder for post in reading.posts}
    present = refs(known.parts) & people
    orgs = {post.org for post in reading.posts if post.holder in present}
    bodies = {post.body for post in reading.posts if post.holder in present}
    covered = {o.id for o in reading.organisations if o.key in bodies or o.code in orgs or o.state in orgs}
    covered |= {o.id for o in reading.organisations if any(o.code.startswith(f"{org} ") for org in orgs)}
    covered |= {state for state in reading.states if state in orgs}
    members = [part for part in known.parts if part.ref in people and part.role in {Role.ATTENDEE, Role.VISITOR}]
    own = _OWN if len(members) < _MEMBERS else frozenset()
    hosts = [part for part in known.parts if part.rule == "rule:present" and part.ref not in people]
    if known.type is T.CONFERENCE and len(hosts) > 1:  # "съехались дипломаты стран": where hosts are named
        text = reading.document.text
        covered |= {LocalId(part.ref) for part in known.parts if text[: part.start].endswith(_MEMBERS_OF)}
    if not own:
        covered |= {o.id for o in reading.organisations if o.id in known.bodies}
    return tuple(
        part
        for part in known.parts
        if part.ref not in covered or part.role is Role.CHAIR or (part.rule in own and known.type not in _TALKS)
    )
