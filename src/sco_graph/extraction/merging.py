"""Drafts added up to accounts: several mentions of one interaction in a document become one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..model import InteractionType, Role, Status
from .drafts import TOLD_AS_HELD, Account, Claim, Draft, Part, Standing, When, Where, joined, refs
from .likeness import TALKS, T, kin
from .sameness import HEAD, same, told_of_talks
from .triggers import Frame

_NAMED = TALKS | {T.BRIEFING, T.SIGNING}
"""Types in which people stand for the bodies of a heading."""
_PAIR = 2
_DAY = len("2020-01-01")
_YEAR = len("2020")


def merge(drafts: Iterable[Draft]) -> tuple[Account, ...]:
    """Accounts of the drafts of a document by first mention; drafts that tell nothing of their own are left out."""
    accounts: list[Account] = []
    for draft in drafts:
        at = same(accounts, draft)
        if at is not None:
            accounts[at] = absorb(accounts[at], draft)
        elif tells(draft, first=all(_sent_beside(account.sum, draft) for account in accounts)):
            accounts.append(Account(sum=draft, drafts=(draft,)))
    return tuple(accounts)


def _sent_beside(known: Draft, draft: Draft) -> bool:
    """Whether a letter of somebody else is told of in the same sentence: "A и B поздравили C"."""
    old, new = ({p.ref for p in d.parts if p.role is Role.SENDER} for d in (known, draft))
    letters = known.type is draft.type is T.LETTER and known.passage == draft.passage
    return letters and bool(old and new) and not old & new


def tells(draft: Draft, *, first: bool) -> bool:
    """Whether a draft tells of an interaction by itself: with a date or a participant, and more than in passing."""
    return all(condition(draft, first) for condition in (_worth, _more_than_an_idea, _weak_words, _in_passing))


def _worth(draft: Draft, first: bool) -> bool:
    return (
        draft.sidelines
        or draft.when is not None
        or bool(draft.parts)
        or (first and draft.standing is not Standing.MENTIONED)
    )


def _more_than_an_idea(draft: Draft, first: bool) -> bool:
    """What somebody proposes has a date, a name or parties; else it is what the speaker would like to see."""
    idea = draft.status.value == Status.PROPOSED and draft.when is None
    return not idea or bool(draft.title or draft.bodies) or len(refs(draft.parts)) > 1


def _weak_words(draft: Draft, first: bool) -> bool:
    """Congratulations and condolences are letters only where a document begins with them; a verb of gathering or
    talking tells of a new interaction at its beginning or with a date, else of the one at hand.
    """
    if draft.trigger.sense.frame is Frame.GATHER:
        return draft.when is not None or first
    if draft.trigger.sense.frame is Frame.TALK:
        return draft.when is not None or (first and draft.passage <= HEAD)
    weak = draft.trigger.sense.frame is Frame.SEND_WEAK
    return (
        (first and draft.passage < HEAD)
        if weak
        else draft.trigger.sense.frame is not Frame.RECALL or (draft.when is not None and len(draft.when.date) > _YEAR)
    )


def _in_passing(draft: Draft, first: bool) -> bool:
    """What is only mentioned must have a name (its body, a title) or a date; talks need both sides; plurals a date."""
    if draft.standing is not Standing.MENTIONED:
        # "сообщил участникам встречи": a talk of one is the event at hand in another word
        alone = draft.type in TALKS and draft.when is None and len(refs(draft.parts)) == 1
        return first or not (alone and draft.standing is Standing.ATTENDED)
    if draft.sidelines:
        return True
    nowhere = draft.when is None and draft.where.key is None
    if draft.session and nowhere and draft.type is not T.ELECTION_OBSERVATION:
        return False
    if draft.plural:
        named = draft.bodies or (draft.type in TALKS and any(part.ref.startswith("p") for part in draft.parts))
        return bool(named) and (draft.when is not None or draft.status.value != Status.HELD)
    if draft.type in TALKS:
        return draft.when is not None or len(refs(draft.parts)) > 1
    between = draft.type is T.SIGNING and len(refs(draft.parts)) > 1
    dated = draft.when is not None and (len(draft.when.date) > 4 or between)
    placed = draft.type is T.SUMMIT and draft.where.key is not None
    return dated or placed or bool(draft.bodies or draft.title) or _to_somewhere(draft)


def _to_somewhere(draft: Draft) -> bool:
    """Whether a visit says whither; who "first visited the headquarters" is only described by it."""
    where = draft.where.key is not None or draft.where.state is not None or draft.when is not None
    return draft.type is T.VISIT and (where or draft.trigger.sense.frame is not Frame.VISIT or _by_noun(draft))


def _by_noun(draft: Draft) -> bool:
    return not any(part.role is Role.RECIPIENT for part in draft.parts)


def absorb(account: Account, draft: Draft) -> Account:
    """The account with what a further draft adds: what it knows already stays, unless the draft tells it better."""
    known = account.sum
    if told_of_talks(known, draft):
        return Account(sum=draft, drafts=(draft,))
    named = draft.trigger.sense.frame is not Frame.RECALL and not draft.bare
    fuller = draft.standing > known.standing and draft.type != known.type and named
    kind = draft.type if fuller and not _kin_of_summit(known, draft) else _kind(known, draft)
    merged = replace(
        known,
        standing=max(known.standing, draft.standing),
        type=kind,
        mode=known.mode or draft.mode,
        status=_status(known, draft),
        when=_when(known.when, draft.when if _sure(draft) else None),
        where=Where() if kind is T.PHONE_CALL else _where(known.where, draft.where),
        parts=_parts(known, draft),
        bodies=known.bodies | draft.bodies,
        title=known.title or draft.title,
        anchored=known.anchored,
    )
    return Account(sum=merged, drafts=(*account.drafts, draft))


def _kin_of_summit(known: Draft, draft: Draft) -> bool:
    """A session told of as a summit once is one, whatever a later sentence calls it."""
    return known.type is T.SUMMIT and kin(known.type, draft.type)


def _status(known: Draft, draft: Draft) -> Claim:
    """The status that is told more firmly; one that words give before one that only nothing gainsays."""
    if known.sidelines and known.status.value == Status.HELD:
        return known.status  # something was held on its sidelines
    told = known.standing is Standing.HAPPENS and known.when is not None and len(known.when.date) == _DAY
    if told and draft.when is None:
        return known.status  # what was said of it beforehand does not undo that it was held
    if draft.standing != known.standing:
        return draft.status if draft.standing > known.standing else known.status
    return draft.status if known.status.rule == TOLD_AS_HELD else known.status


def _sure(draft: Draft) -> bool:
    """Whether a draft's date is its own: a word that only recalls takes no month or year from its sentence."""
    if draft.when is None or draft.standing is not Standing.MENTIONED or draft.bodies or draft.title:
        return True
    return len(draft.when.date) == 10


def _parts(known: Draft, draft: Draft) -> tuple[Part, ...]:
    """Parts of both; those of a heading that names nobody give way to the people whom the text names."""
    people = any(part.ref.startswith("p") for part in draft.parts) and known.type in _NAMED
    if known.type is draft.type is T.SIGNING and _stand_in(known, draft):
        return draft.parts
    if draft.passage <= HEAD and people and not any(part.ref.startswith("p") for part in known.parts):
        kept = [part for part in known.parts if part.role is not Role.ATTENDEE or draft.passage == known.passage]
        return joined(kept, draft.parts)
    return joined(known.parts, draft.parts)


def _stand_in(known: Draft, draft: Draft) -> bool:
    """Whether a document signed between bodies was signed by as many people for them."""
    people = [part for part in draft.parts if part.ref.startswith("p")]
    bodies = [part for part in known.parts if part.role is Role.SIGNATORY]
    enough = len(people) >= min(len(bodies), _PAIR)  # a heading may name the organisations, the text their organs
    return bool(people) and enough and not any(part.ref.startswith("p") for part in known.parts)


def _kind(known: Draft, draft: Draft) -> InteractionType:
    if T.SUMMIT in (known.type, draft.type) and kin(known.type, draft.type):
        return T.SUMMIT
    if known.trigger.sense.frame is Frame.TALK and draft.type is T.PHONE_CALL:
        return draft.type
    return draft.type if known.type is T.VIDEOCONFERENCE and kin(known.type, draft.type) else known.type


def _when(known: When | None, new: When | None) -> When | None:
    if known is None or new is None:
        return known or new
    ranged = known.end is None and new.end is not None and new.date <= known.date <= new.end
    return new if ranged or len(new.date) > len(known.date) else known


def _where(known: Where, new: Where) -> Where:
    if known.key is None and new.key is not None:
        return new
    return known if known.state is not None or new.state is None else replace(known, state=new.state)
