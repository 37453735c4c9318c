"""Whether a draft tells again of an interaction that the document has told of: rules, the surest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ..model import InteractionType, Role, Status
from .drafts import Account, Draft, Standing, refs
from .likeness import (
    TALKS,
    T,
    again,
    agree,
    apart,
    beyond,
    elsewhere,
    kin,
    other_letter,
    other_talks,
    people,
    talk_apart,
)
from .triggers import Frame

_SESSIONS = frozenset({T.MULTILATERAL_MEETING, T.SUMMIT, T.MEETING, T.VIDEOCONFERENCE})

_GATHERINGS = frozenset({T.CONFERENCE, T.CEREMONY, T.OTHER, T.BRIEFING, T.MULTILATERAL_MEETING})

_RECALLED: dict[InteractionType, frozenset[InteractionType]] = {
    T.MEETING: TALKS | {T.MULTILATERAL_MEETING, T.SUMMIT},
    T.PHONE_CALL: frozenset({T.PHONE_CALL}),
    T.MULTILATERAL_MEETING: _SESSIONS - {T.MEETING},
    T.VIDEOCONFERENCE: _SESSIONS,
    T.SUMMIT: frozenset({T.SUMMIT}),
    T.CONFERENCE: frozenset({T.CONFERENCE}),
    T.CEREMONY: frozenset({T.CEREMONY, T.SIGNING}),
    T.OTHER: _GATHERINGS | {T.SUMMIT, T.MEETING},
}
"""Which interactions a word that means this type may recall."""

HEAD = 3
"""Sentences in which a heading is told again."""

_WINDOW = 8
"""How many accounts back a word may recall."""


def _same_body(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The latest account of a kindred type with a body of the draft's name."""
    for at in _latest(accounts):
        known = accounts[at].sum
        further = again(known, draft) and known.type is not T.ELECTION_OBSERVATION
        if kin(known.type, draft.type) and known.bodies & draft.bodies and not apart(known, draft) and not further:
            return at
    return None


def _same_parties(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The latest account of the same type whose participants are those of the draft, or more or fewer of them."""
    mine = refs(draft.parts)
    for at in _latest(accounts):
        known = accounts[at].sum
        theirs = refs(known.parts)
        nested = mine and theirs and (mine <= theirs or theirs <= mine)
        several = known.plural != draft.plural and known.passage == draft.passage  # "встречи ..., встретится с А"
        differs = elsewhere(known, draft) or again(known, draft) or several
        if known.type == draft.type and nested and agree(known.when, draft.when) and not differs:
            return at
    return None


def _same_summit(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The summit told of before in the same city: "на саммите ШОС в Астане", "на заседании Совета глав государств"."""
    if draft.type is not T.SUMMIT or not draft.where.key:
        return None
    able = (at for at in _latest(accounts) if accounts[at].sum.type is T.SUMMIT)
    return next((at for at in able if accounts[at].sum.where.key and not apart(accounts[at].sum, draft)), None)


def _same_breath(accounts: Sequence[Account], draft: Draft) -> int | None:
    """An account of the same type in the same sentence, told in other words ("посетил ... с визитом")."""
    for at in _latest(accounts):
        known = accounts[at].sum
        together = accounts[at].drafts[-1].passage == draft.passage
        if (
            together
            and not draft.sidelines
            and not known.sidelines
            and kin(known.type, draft.type)
            and not apart(known, draft)
            and (draft.bare or known.type in {T.VISIT, T.ELECTION_OBSERVATION})
        ):
            return at
    return None


def _recalled(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The latest account that a word such as "встреча" may mean, if the draft has no name of its own."""
    if draft.bodies or draft.title or draft.plural:
        return None
    wanted = _RECALLED.get(draft.trigger.sense.type, frozenset({draft.type}))
    if draft.trigger.pattern.startswith("пленарный"):
        wanted |= {T.CONFERENCE}
    firm = draft.standing is Standing.HAPPENS and draft.when is not None
    wanted_type = draft.trigger.sense.type

    def fitness(at: int) -> tuple[bool, bool, bool, int, int]:
        known = accounts[at].sum
        other = known.type != wanted_type and wanted_type is T.MEETING
        to_come = (
            draft.anchored or draft.standing is not Standing.MENTIONED
        ) and known.status.value != draft.status.value
        past = draft.when is None and known.status.value == Status.HELD and beyond(known, accounts[0].sum)
        return other, to_come, past, -int(known.standing), -at

    for at in sorted(_latest(accounts), key=fitness):
        known = accounts[at].sum
        if other_letter(known, draft) or other_talks(known, draft) or talk_apart(known, draft) or again(known, draft):
            continue
        if known.type in wanted and agree(known.when, draft.when) and not elsewhere(known, draft):
            fits = refs(known.parts) & refs(draft.parts) or not draft.parts or draft.standing is not Standing.HAPPENS
            fits = fits and not _others(known, draft) and not _again(known, draft)
            if fits and not (firm and known.when is None and draft.parts):
                return at
    return None


def _by_whom(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The signing told of just before, whose signatories the draft names: "Документ подписали A и B"."""
    if draft.type is not T.SIGNING or draft.title or not people(draft):
        return None
    for at in _latest(accounts):
        known, last = accounts[at].sum, accounts[at].drafts[-1].passage
        if (
            known.type is T.SIGNING
            and not people(known)
            and draft.passage - last <= HEAD
            and agree(known.when, draft.when)
            and not elsewhere(known, draft)
        ):
            return at
    return None


def _credentials(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The credentials told of just before, who hands them over or receives them being told now."""
    if "верительный" not in draft.trigger.pattern or draft.plural:
        return None
    for at in _latest(accounts):
        known, last = accounts[at].sum, accounts[at].drafts[-1].passage
        alike = "верительный" in known.trigger.pattern and draft.passage - last <= HEAD
        if alike and agree(known.when, draft.when) and not elsewhere(known, draft):
            return at
    return None


def _same_mission(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The one mission of observers that the document has told of, whoever of it is named now."""
    missions = (at for at in _latest(accounts) if accounts[at].sum.type is T.ELECTION_OBSERVATION)
    able = [at for at in missions if not apart(accounts[at].sum, draft)]
    return able[0] if draft.type is T.ELECTION_OBSERVATION and len(able) == 1 and not draft.plural else None


def _again(known: Draft, draft: Draft) -> bool:
    """Whether what is to come is told of firmly after the same that was held: a further one."""
    firm = known.standing is draft.standing is Standing.HAPPENS and draft.passage - known.passage > 1
    return firm and (known.status.value, draft.status.value) == (Status.HELD, Status.PLANNED)


def _others(known: Draft, draft: Draft) -> bool:
    """Whether talks to come are with people other than those of talks that were held."""
    talks = known.type in TALKS and draft.type in TALKS and known.status.value != draft.status.value
    return talks and bool(people(known) and people(draft)) and not people(known) & people(draft)


def _heading(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The account of a heading, told again in the first sentences of the text."""
    if draft.passage > HEAD or draft.standing is Standing.MENTIONED:
        return None
    for at in _latest(accounts):
        known = accounts[at].sum
        opening = accounts[at].drafts[0].passage < draft.passage and known.standing is not Standing.MENTIONED
        strangers = people(known) and people(draft) and not people(known) & people(draft)
        strangers = strangers and not _handed(known)
        if (
            opening
            and not strangers
            and not other_talks(known, draft)
            and not other_letter(known, draft)
            and not again(known, draft)
            and (kin(known.type, draft.type) or _talked(known, draft))
            and agree(known.when, draft.when)
            and not elsewhere(known, draft)
        ):
            return at
    return None


def _talked(known: Draft, draft: Draft) -> bool:
    """Whether a heading says that two talked, and the text how: by telephone, by video."""
    verb = known.trigger.sense.frame is Frame.TALK and draft.trigger.sense.frame is not Frame.TALK
    return verb and draft.type in TALKS and bool(people(known) & people(draft))


def _handed(known: Draft) -> bool:
    """Whether a ceremony names so far only whom something is handed to; who hands it over is told next."""
    return known.type is T.CEREMONY and all(p.role is Role.RECIPIENT for p in known.parts)


def _compound(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The account of the noun right before, which the draft's noun explains ("церемония вручения")."""
    for at in _latest(accounts):
        before = accounts[at].drafts[-1]
        nouns = {before.trigger.sense.frame, draft.trigger.sense.frame} <= {Frame.NOUN, Frame.RECALL}
        together = nouns or kin(before.type, draft.type)
        if together and before.passage == draft.passage and before.trigger.last == draft.trigger.first:
            return at
    return None


def told_of_talks(known: Draft, draft: Draft) -> bool:
    """Whether congratulations of a heading were spoken at talks that the text then tells of, not sent in a letter."""
    weak = known.trigger.sense.frame is Frame.SEND_WEAK and draft.passage - known.passage <= HEAD
    sides = people(known)
    return weak and draft.type in {*TALKS, T.CEREMONY} and bool(sides) and sides <= people(draft)


def _congratulated(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The account of congratulations that were part of the draft's talks."""
    return next((at for at in _latest(accounts) if told_of_talks(accounts[at].sum, draft)), None)


def _observers_come(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The observation for which the mission came, in the same sentence: "следить за выборами приехала миссия"."""
    for at in _latest(accounts):
        known, last = accounts[at].sum, accounts[at].drafts[-1].passage
        mission = known.type is T.ELECTION_OBSERVATION and draft.type is T.VISIT
        if mission and last == draft.passage and not people(draft):
            return at
    return None


def _arrival(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The gathering told of just before, to which those who "приехали" came: no journey of its own."""
    verb = draft.trigger.sense.frame in {Frame.VISIT, Frame.GATHER} and draft.standing is Standing.HAPPENS
    nowhere = draft.where.key is None and draft.where.state is None and draft.when is None
    if not verb or not nowhere or draft.bodies or draft.trigger.first + 1 != draft.trigger.last:
        return None
    for at in _latest(accounts):
        known = accounts[at].sum
        told = known.standing is Standing.HAPPENS or (known.bodies and known.when)
        if known.type in _GATHERINGS - {T.BRIEFING} | {T.SUMMIT} and told:
            return at if 0 < draft.passage - accounts[at].drafts[-1].passage <= HEAD else None
    return None


_RULES: tuple[tuple[str, Callable[[Sequence[Account], Draft], int | None]], ...] = (
    ("congratulated", _congratulated),
    ("compound", _compound),
    ("arrival", _arrival),
    ("observers_come", _observers_come),
    ("same_breath", _same_breath),
    ("heading", _heading),
    ("same_body", _same_body),
    ("same_summit", _same_summit),
    ("same_parties", _same_parties),
    ("by_whom", _by_whom),
    ("credentials", _credentials),
    ("same_mission", _same_mission),
    ("recalled", _recalled),
)


def _latest(accounts: Sequence[Account]) -> Iterable[int]:
    """Indices of the accounts to try: the held main one is tried after those told of since."""
    return range(len(accounts) - 1, max(-1, len(accounts) - 1 - _WINDOW), -1)


def same(accounts: Sequence[Account], draft: Draft) -> int | None:
    """Index of the account that the draft tells again, by the first rule that finds one; None if it is new."""
    verdicts = (rule(accounts, draft) for _, rule in _RULES)
    return next((at for at in verdicts if at is not None and not _a_proposal_of(accounts[at].sum, draft)), None)


def _a_proposal_of(known: Draft, draft: Draft) -> bool:
    """Whether the draft is only proposed, and so cannot be what was held: consultations proposed at a meeting."""
    return draft.status.value == Status.PROPOSED and known.status.value == Status.HELD
