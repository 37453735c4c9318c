"""Drafts added up to accounts: several mentions of one interaction in a document become one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ..model import InteractionType, Role, Status
from .drafts import Claim, Draft, Part, Standing, When, Where, joined, refs
from .triggers import Frame

T = InteractionType
_TALKS = frozenset({T.MEETING, T.PHONE_CALL, T.VIDEOCONFERENCE})
_SESSIONS = frozenset({T.MULTILATERAL_MEETING, T.SUMMIT, T.MEETING, T.VIDEOCONFERENCE})
_GATHERINGS = frozenset({T.CONFERENCE, T.CEREMONY, T.OTHER, T.BRIEFING, T.MULTILATERAL_MEETING})
_RECALLED: dict[InteractionType, frozenset[InteractionType]] = {
    T.MEETING: _TALKS | {T.MULTILATERAL_MEETING, T.SUMMIT},
    T.PHONE_CALL: frozenset({T.PHONE_CALL}),
    T.MULTILATERAL_MEETING: _SESSIONS - {T.MEETING},
    T.VIDEOCONFERENCE: _SESSIONS,
    T.SUMMIT: frozenset({T.SUMMIT}),
    T.CONFERENCE: frozenset({T.CONFERENCE}),
    T.CEREMONY: frozenset({T.CEREMONY, T.SIGNING}),
    T.OTHER: _GATHERINGS | {T.SUMMIT},
}
"""Which interactions a word that means this type may recall."""
_FAMILIES = (
    frozenset({T.MULTILATERAL_MEETING, T.SUMMIT, T.VIDEOCONFERENCE}),
    frozenset({T.MEETING, T.VIDEOCONFERENCE}),
    frozenset({T.CEREMONY, T.SIGNING}),
)
_HEAD = 3
"""Sentences in which a heading is told again."""
_WINDOW = 8
"""How many accounts back a word may recall."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What a document says of one interaction: the sum of its drafts, in order of place."""

    sum: Draft
    drafts: tuple[Draft, ...]

    @property
    def first(self) -> tuple[int, int]:
        """Where it is first told of: passage and token."""
        return self.drafts[0].passage, self.drafts[0].trigger.first


def kin(one: InteractionType, other: InteractionType) -> bool:
    """Whether two types may be of one interaction, told in other words."""
    return one == other or any(one in family and other in family for family in _FAMILIES)


def agree(one: When | None, other: When | None) -> bool:
    """Whether two dates may be of one interaction: equal, one within the other, or one missing."""
    if one is None or other is None:
        return True
    low, high = sorted((one, other), key=lambda w: len(w.date))
    if high.date.startswith(low.date):
        return True
    return any(a.end is not None and a.date <= b.date <= a.end for a, b in ((one, other), (other, one)))


def _apart(account: Draft, draft: Draft) -> bool:
    """Whether they cannot be one: dates, titles, places or bodies differ."""
    if not agree(account.when, draft.when):
        return True
    if account.title and draft.title and account.title != draft.title:
        return True
    if account.where.key and draft.where.key and account.where.key != draft.where.key:
        return True
    return bool(account.bodies and draft.bodies) and not account.bodies & draft.bodies


def _same_body(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The latest account of a kindred type with a body of the draft's name."""
    for at in _latest(accounts):
        known = accounts[at].sum
        if kin(known.type, draft.type) and known.bodies & draft.bodies and not _apart(known, draft):
            return at
    return None


def _same_parties(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The latest account of the same type whose participants are those of the draft, or more or fewer of them."""
    mine = refs(draft.parts)
    for at in _latest(accounts):
        known = accounts[at].sum
        theirs = refs(known.parts)
        nested = mine and theirs and (mine <= theirs or theirs <= mine)
        if known.type == draft.type and nested and agree(known.when, draft.when) and not _elsewhere(known, draft):
            return at
    return None


def _elsewhere(known: Draft, draft: Draft) -> bool:
    return bool(known.where.key and draft.where.key and known.where.key != draft.where.key)


def _same_breath(accounts: Sequence[Account], draft: Draft) -> int | None:
    """An account of the same type in the same sentence, where one of the two has no own name ("посетил ... с визитом")."""
    for at in _latest(accounts):
        known = accounts[at].sum
        together = accounts[at].drafts[-1].passage == draft.passage
        if together and not draft.sidelines and not known.sidelines and kin(known.type, draft.type) and not _apart(known, draft) and (draft.bare or known.type is T.VISIT):
            return at
    return None


def _recalled(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The latest account that a word such as "встреча" or "мероприятие" may mean, if the draft has no name of its own."""
    if draft.bodies or draft.title or (draft.plural and draft.trigger.sense.frame is not Frame.RECALL):
        return None
    wanted = _RECALLED.get(draft.trigger.sense.type, frozenset({draft.type}))
    firm = draft.standing is Standing.HAPPENS and draft.when is not None
    order = [at for at in _latest(accounts) if accounts[at].sum.standing is not Standing.MENTIONED]
    for at in [*order, *(at for at in _latest(accounts) if at not in order)]:
        known = accounts[at].sum
        if known.type in wanted and agree(known.when, draft.when) and not _elsewhere(known, draft):
            fits = _near(known, draft) or not draft.parts or draft.standing is not Standing.HAPPENS
            if fits and not (firm and known.when is None and draft.parts):
                return at
    return None


def _near(known: Draft, draft: Draft) -> bool:
    return bool(refs(known.parts) & refs(draft.parts))


def _heading(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The account of a heading, told again in the first sentences of the text."""
    if draft.passage > _HEAD or draft.standing is Standing.MENTIONED:
        return None
    for at in _latest(accounts):
        known = accounts[at].sum
        opening = accounts[at].drafts[0].passage < draft.passage and known.standing is not Standing.MENTIONED
        if opening and kin(known.type, draft.type) and agree(known.when, draft.when) and not _elsewhere(known, draft):
            return at
    return None


def _compound(accounts: Sequence[Account], draft: Draft) -> int | None:
    """The account of the noun right before, which the draft's noun explains ("церемония вручения")."""
    for at in _latest(accounts):
        before = accounts[at].drafts[-1]
        if before.passage == draft.passage and before.trigger.last == draft.trigger.first:
            return at
    return None


_RULES: tuple[tuple[str, Callable[[Sequence[Account], Draft], int | None]], ...] = (
    ("compound", _compound),
    ("same_breath", _same_breath),
    ("heading", _heading),
    ("same_body", _same_body),
    ("same_parties", _same_parties),
    ("recalled", _recalled),
)


def _latest(accounts: Sequence[Account]) -> Iterable[int]:
    """Indices of the accounts to try: the held main one is tried after those told of since."""
    return range(len(accounts) - 1, max(-1, len(accounts) - 1 - _WINDOW), -1)


def merge(drafts: Iterable[Draft]) -> tuple[Account, ...]:
    """Accounts of the drafts of a document, in order of first mention; drafts that tell nothing of their own are left out."""
    accounts: list[Account] = []
    for draft in drafts:
        at = next((found for _, rule in _RULES if (found := rule(accounts, draft)) is not None), None)
        if at is not None:
            accounts[at] = absorb(accounts[at], draft)
        elif tells(draft, first=not accounts):
            accounts.append(Account(sum=draft, drafts=(draft,)))
    return tuple(accounts)


def tells(draft: Draft, *, first: bool) -> bool:
    """Whether a draft tells of an interaction by itself: with a date or somebody who takes part, and more than in passing."""
    return all(condition(draft, first) for condition in (_worth, _weak_words, _in_passing))


def _worth(draft: Draft, first: bool) -> bool:
    return draft.sidelines or draft.when is not None or bool(draft.parts) or (first and draft.standing is not Standing.MENTIONED)


def _weak_words(draft: Draft, first: bool) -> bool:
    """Congratulations and condolences are letters only where a document begins with them."""
    weak = draft.trigger.sense.frame is Frame.SEND_WEAK
    return (first and draft.passage <= 1) if weak else draft.trigger.sense.frame is not Frame.RECALL or draft.when is not None


def _in_passing(draft: Draft, first: bool) -> bool:
    """What is only mentioned must have a name (its body, a title) or a date; talks need both sides; plurals a date."""
    if draft.standing is not Standing.MENTIONED:
        return True
    if draft.sidelines:
        return True
    if draft.session and draft.when is None and draft.type is not T.ELECTION_OBSERVATION:
        return False
    if draft.plural and draft.when is None:
        return draft.status.value != Status.HELD and bool(draft.bodies)
    if draft.type in _TALKS:
        return draft.when is not None or len(refs(draft.parts)) > 1
    return draft.when is not None or bool(draft.bodies or draft.title) or draft.type is T.VISIT


def absorb(account: Account, draft: Draft) -> Account:
    """The account with what a further draft adds: what it knows already stays, unless the draft tells it better."""
    known = account.sum
    fuller = draft.standing > known.standing and draft.type != known.type and not draft.bare
    merged = replace(
        known,
        standing=max(known.standing, draft.standing),
        type=_kind(known, draft) if not fuller else draft.type,
        mode=known.mode or draft.mode,
        status=_status(known.status, draft.status, draft),
        when=_when(known.when, draft.when),
        where=_where(known.where, draft.where),
        parts=_parts(known, draft),
        bodies=known.bodies | draft.bodies,
        title=known.title or draft.title,
        anchored=known.anchored,
    )
    return Account(sum=merged, drafts=(*account.drafts, draft))


def _parts(known: Draft, draft: Draft) -> tuple[Part, ...]:
    """Parts of both; those of a heading that names nobody give way to the people whom the text names."""
    people = any(part.ref.startswith("p") for part in draft.parts)
    if draft.passage <= _HEAD and people and not any(part.ref.startswith("p") for part in known.parts):
        kept = [part for part in known.parts if part.role is not Role.ATTENDEE or draft.passage == known.passage]
        return joined(kept, draft.parts)
    return joined(known.parts, draft.parts)


def _kind(known: Draft, draft: Draft) -> InteractionType:
    if T.SUMMIT in (known.type, draft.type) and kin(known.type, draft.type):
        return T.SUMMIT
    return draft.type if known.type is T.VIDEOCONFERENCE and kin(known.type, draft.type) else known.type


def _status(known: Claim, new: Claim, draft: Draft) -> Claim:
    """A marked status gives way to none; an unmarked one to a marked one."""
    marked = new.rule != "rule:told_as_held" and known.rule == "rule:told_as_held"
    return new if marked and draft.standing is Standing.MENTIONED and known.score < 0.9 and False else known


def _when(known: When | None, new: When | None) -> When | None:
    if known is None or new is None:
        return known or new
    return new if len(new.date) > len(known.date) else known


def _where(known: Where, new: Where) -> Where:
    if known.key is None and new.key is not None:
        return new
    return known if known.state is not None or new.state is None else replace(known, state=new.state)
