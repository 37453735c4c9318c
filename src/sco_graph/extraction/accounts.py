"""Accounts become events: what a stage of events gives, whatever the language, with evidence for each property."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic, TypeVar

from .. import keys
from ..model import Event, Evidence, InteractionType, Key, LocalId, Mode, Participation, Role, Statement, Status
from .drafts import Account, Claim, Draft, Part, Standing
from .likeness import TALKS, beyond
from .reading import Reading

T = InteractionType
P = TypeVar("P")
"""The passages of a language: its sentences with all that was found in them."""

_CHAIRS = frozenset({Role.CHAIR, Role.CO_CHAIR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """An account stands to another (``whole``, an index) as its part or on its sidelines, with the words."""

    part: int
    whole: int
    property: str
    claim: Claim


@dataclass(frozen=True, kw_only=True)
class Told:
    """What the stage gives: events, participations and evidence; and the accounts that they came from."""

    events: tuple[Event, ...] = ()
    participations: tuple[Participation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    accounts: tuple[Account, ...] = ()

    @cached_property
    def main(self) -> int | None:
        """Index of the main event; None where there is no event."""
        return next((at for at, event in enumerate(self.events) if event.main), None)

    def sides(self, reading: Reading) -> tuple[str, ...]:
        """Ids of the officials who take part in the main event, each once."""
        if self.main is None:
            return ()
        people = {official.id for official in reading.officials}
        first = {mention.ref: mention.start for mention in reversed(reading.mentions)}
        sides = dict.fromkeys(p.ref for p in self.accounts[self.main].sum.parts if p.ref in people)
        return tuple(sorted(sides, key=lambda ref: first.get(ref, 0)))

    def event_of(self, speakers: Collection[str], passage: int) -> LocalId | None:
        """The event in which somebody spoke in this passage: the last one told of in which they take part."""
        if self.main is None:
            return None
        told = [self._firm[speaker] for speaker in speakers if speaker in self._firm]
        last = [found for firm in told if (found := self._last(firm, passage))]
        return self.events[max(last)[2] if last else self.main].id

    def _last(self, firm: Sequence[tuple[int, int, int]], passage: int) -> tuple[int, int, int] | None:
        """The last telling up to a passage; what is long past or to come is meant in its own sentence only."""
        place = bisect_right(firm, (passage, 1, 0))
        while place and firm[place - 1][0] < passage and firm[place - 1][2] in self._beyond:
            place -= 1
        return firm[place - 1] if place else None

    @cached_property
    def _beyond(self) -> frozenset[int]:
        """Accounts of what is past or to come when the main event takes place."""
        main = self.accounts[self.main or 0].sum
        return frozenset(at for at, account in enumerate(self.accounts) if beyond(account.sum, main))

    @cached_property
    def _firm(self) -> dict[str, list[tuple[int, int, int]]]:
        """By who takes part: passages that tell of an event firmly, its rank (0 for the main one) and its index."""
        found: dict[str, set[tuple[int, int, int]]] = defaultdict(set)
        for at, account in enumerate(self.accounts):
            firm = [d.passage for d in account.drafts if d.standing is not Standing.MENTIONED]
            for part in account.sum.parts:
                found[part.ref].update((index, 0 if at == self.main else -1 - at, at) for index in firm)
        return {ref: sorted(told) for ref, told in found.items()}


@dataclass(frozen=True, kw_only=True)
class Telling(Told, Generic[P]):
    """What was told, and the passages that it was read from."""

    passages: tuple[P, ...]


Tale = tuple[Told, tuple[Statement, ...], tuple[Evidence, ...]]
"""Events with their evidence, statements, and the evidence of these."""


def told(
    reading: Reading,
    passages: tuple[P, ...],
    accounts: Sequence[Account],
    main: int | None,
    subjects: Sequence[dict[str, Claim]],
    linked: Sequence[Relation] = (),
) -> Telling[P]:
    """Events of the accounts by first mention, ids ``e1`` on; ``subjects`` are the issues of each with their words."""
    made = [
        _related(at, linked, _event(reading, at, account, at == main, tuple(codes)))
        for at, (account, codes) in enumerate(zip(accounts, subjects, strict=True))
    ]
    evidence = [
        item for at, account in enumerate(accounts) for item in _evidence(reading, made[at], account, subjects[at])
    ]
    evidence += [proof(reading, made[link.part].id, link.property, link.claim) for link in linked]
    participations = [
        Participation(event=event.id, actor=LocalId(part.ref), role=part.role, post=_post(reading, part))
        for event, account in zip(made, accounts, strict=True)
        for part in account.sum.parts
    ]
    return Telling(
        events=tuple(made),
        participations=tuple(participations),
        evidence=tuple(evidence),
        accounts=tuple(accounts),
        passages=passages,
    )


_AHEAD = 2
"""Sentences by which a plan that names nobody yields to what was held."""


def choose(accounts: Sequence[Account]) -> int | None:
    """Index of the main account: what the first sentences tell of most firmly."""
    if not accounts:
        return None

    def rank(at: int) -> tuple[int, int, int]:
        account = accounts[at]
        firm = [d.passage for d in account.drafts if d.standing is not Standing.MENTIONED]
        loose = account.drafts[0].passage
        loose += 3 if account.sum.status.value != Status.PROPOSED else 6
        proposed = account.sum.status.value == Status.PROPOSED
        # What is to come, and names nobody, is often told first to say what the document's own event prepares.
        nobody = not any(part.ref.startswith("p") for part in account.sum.parts)
        ahead = _AHEAD if account.sum.status.value == Status.PLANNED and nobody else 0
        return (
            min(firm) + ahead if firm and not proposed else loose,
            -int(account.sum.standing),
            account.drafts[0].trigger.first,
        )

    first = min(range(len(accounts)), key=rank)
    others = (_press(accounts, first), _framed(accounts, first))
    return next((at for at in others if at is not None), first)


def _press(accounts: Sequence[Account], first: int) -> int | None:
    """The briefing at which a sentence says that its people summed up what is over: "саммит завершён, и итоги подвёл".

    Its sentence has the day and the people of the briefing, and none of what is over.
    """
    over = accounts[first].drafts[0]
    if over.when is not None or any(part.ref.startswith("p") for part in over.parts):
        return None
    at_most = over.passage + int(over.standing is Standing.TITLE)
    for at, account in enumerate(accounts):
        told = account.drafts[0]
        people = any(part.ref.startswith("p") for part in told.parts)
        if told.type is T.BRIEFING and told.standing >= Standing.ATTENDED and told.passage <= at_most and people:
            return at if told.when is not None else None
    return None


def _framed(accounts: Sequence[Account], first: int) -> int | None:
    """The talk that the text is about, where its first sentence only says what its people came for.

    "A takes part in the summit. On its eve A met B. In their talk ...": the talk, if the sentence
    right after tells of it, somebody in it attends what frames it, and the text comes back to it alone.
    """
    frame = accounts[first]
    if frame.sum.standing is not Standing.ATTENDED or frame.sum.type in TALKS:
        return None
    start = frame.drafts[0].passage
    last = max(d.passage for d in frame.drafts if d.standing is not Standing.MENTIONED)
    for at, account in enumerate(accounts):
        talk = account.sum
        people = {p.ref for p in talk.parts if p.ref.startswith("p")}
        told = talk.type in TALKS and talk.standing is Standing.HAPPENS and len(people) > 1
        again = max(d.passage for d in account.drafts) > max(talk.passage, last)
        if told and again and talk.passage == start + 1 and people & {p.ref for p in frame.sum.parts}:
            return at
    return None


def _post(reading: Reading, part: Part) -> Key | None:
    held = [post for post in reading.posts if post.holder == part.ref and not post.former]
    return held[0].key if held else None


def _event(reading: Reading, at: int, account: Account, main: bool, codes: tuple[str, ...]) -> Event:
    known = account.sum
    mode = Mode(known.mode.value) if known.mode else default_mode(known, main=main)
    date = known.when.date if known.when else None
    identity = LocalId(f"e{at + 1}")
    return Event(
        id=identity,
        key=keys.event_key(known.type, date, _linked(reading, known.parts), reading.document.key, identity),
        main=main,
        type=known.type,
        mode=mode,
        status=Status(known.status.value),
        date=date,
        end=known.when.end if known.when else None,
        place=known.where.name,
        place_key=Key(known.where.key) if known.where.key else None,
        place_state=known.where.state.value if known.where.state else None,
        issues=codes,
    )


def _related(at: int, linked: Sequence[Relation], event: Event) -> Event:
    """The event with the ids of what it was a part of or on the sidelines of."""
    wholes = {link.property: LocalId(link.claim.value) for link in linked if link.part == at}
    return replace(event, part_of=wholes.get("partOf"), on_sidelines_of=wholes.get("onSidelinesOf"))


def _linked(reading: Reading, parts: Sequence[Part]) -> list[str]:
    known: dict[str, str] = {official.id: official.key for official in reading.officials if official.linked}
    known |= {body.id: body.key for body in reading.organisations if body.linked}
    known |= {state: f"state/{state}" for state in reading.states}
    return [known[part.ref] for part in parts if part.ref in known]


def _evidence(reading: Reading, event: Event, account: Account, subjects: dict[str, Claim]) -> Iterator[Evidence]:
    known, trigger = account.sum, account.sum.trigger
    kind = Claim(value=event.type, start=trigger.start, stop=trigger.stop, rule=trigger.name)
    yield proof(reading, event.id, "interactionType", kind)
    yield proof(reading, event.id, "status", known.status)
    if known.mode is not None:
        yield proof(reading, event.id, "mode", known.mode)
    if known.when is not None:
        yield proof(reading, event.id, "startDate", known.when.claim)
        if known.when.end is not None:
            yield proof(reading, event.id, "endDate", replace(known.when.claim, value=known.when.end))
    if known.where.place is not None:
        yield proof(reading, event.id, "place", known.where.place)
    if known.where.state is not None:
        yield proof(reading, event.id, "inState", known.where.state)
    for part in known.parts:
        claim = Claim(value=part.ref, start=part.start, stop=part.stop, rule=part.rule, score=part.score)
        yield proof(reading, event.id, "participant", claim)
        if part.role in _CHAIRS:
            yield proof(reading, event.id, "chairedBy", claim)
    for claim in subjects.values():
        yield proof(reading, event.id, "discusses", claim)


_ON_THE_SPOT = frozenset({T.ELECTION_OBSERVATION, T.BRIEFING, T.EXERCISE, T.VISIT})
"""What is done where it is, unless words say otherwise."""


def default_mode(known: Draft, *, main: bool = False) -> Mode:
    """Mode where the words say none: in person, but unknown for what is planned or only mentioned, without a place.

    The main event of a document is more than mentioned.
    """
    if known.type is T.LETTER:
        return Mode.WRITTEN
    if known.type is T.PHONE_CALL:
        return Mode.PHONE
    if known.type in _ON_THE_SPOT and known.status.value == Status.HELD:
        return Mode.IN_PERSON
    nowhere = known.where.name is None and known.where.state is None
    if nowhere and (known.status.value != Status.HELD or (known.standing is Standing.MENTIONED and not main)):
        return Mode.UNKNOWN
    return Mode.IN_PERSON


def proof(reading: Reading, subject: LocalId, name: str, claim: Claim) -> Evidence:
    """Evidence that the words of a claim give for a property of what a local id names."""
    return Evidence(
        subject=subject,
        property=name,
        value=claim.value,
        start=claim.start,
        stop=claim.stop,
        quote=reading.document.text[claim.start : claim.stop],
        method=claim.rule,
        score=claim.score,
    )
