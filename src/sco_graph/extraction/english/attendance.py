"""Who attends, heads or chairs an interaction: words of attendance around its noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import InteractionType, Role
from ..drafts import Part
from ..reading import MentionKind
from ..triggers import Frame, Trigger
from . import circumstances, grammar
from .passages import Party, Passage

T = InteractionType
_TALKS = frozenset({T.MEETING, T.PHONE_CALL, T.VIDEOCONFERENCE})
CHAIR = frozenset({"chair", "co-chair", "preside", "moderate", "co-moderate"})
_CHAIRING = frozenset(
    {
        "chairmanship of",
        "chairpersonship of",
        "co-chairmanship of",
        "presidency of",
        "leadership of",
    }
)
CHAIRABLE = circumstances.NOUNS | {Frame.WITH, Frame.GATHER}


def of(party: Party, role: Role, rule: str) -> Iterator[Part]:
    for ref in party.refs:
        yield Part(ref=ref, role=role, start=party.start, stop=party.stop, rule=f"rule:{rule}", score=0.85)


def of_all(parties: Iterable[Party], role: Role, rule: str) -> Iterator[Part]:
    for party in parties:
        yield from of(party, role, rule)


def headed_by(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "The mission is led by X", "a delegation headed by X"."""
    for i in range(trigger.last, passage.last - 1):
        if passage.tokens[i].lemma in {"head", "lead"} and passage.tokens[i + 1].text.lower() == "by":
            people = [p for p in grammar.after(passage, i + 2) if p.kind is MentionKind.OFFICIAL]
            yield from of_all(people[:1], Role.HEAD_OF_DELEGATION, "headed_by")


def taking_part(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "Taking part in the conference were A, B and C"."""
    tokens = passage.tokens
    opening = passage.text(passage.first, passage.first + 3)
    if not opening.startswith(
        (
            "taking part",
            "participating",
            "present at",
            "attending",
            "among those",
            "among the participants",
            "among the guests",
            "among the speakers",
        )
    ):
        return
    verb = next(
        (i for i in range(trigger.last, passage.last) if tokens[i].text.lower() in {"were", "was", "are"}), None
    )
    if verb is not None and not any(t.pos == "VBD" for t in tokens[trigger.last : verb]):
        yield from of_all(_all_after(passage, verb + 1), Role.ATTENDEE, "taking_part")


def attended_by(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "The meeting was attended by A, B and C", "with the participation of A", "participants included A"."""
    tokens = passage.tokens
    for i in range(trigger.last, passage.last - 1):
        if (
            tokens[i].lemma in {"attend", "address", "join", "open", "inaugurate"}
            and tokens[i + 1].text.lower() == "by"
        ):
            yield from of_all(_all_after(passage, i + 2), Role.ATTENDEE, "attended_by")
            return
        if (
            tokens[i].lemma in {"bring", "include", "unite"}
            and tokens[i].pos in {"VBD", "VBZ"}
            and trigger.sense.type not in _TALKS
        ):
            yield from of_all(_all_after(passage, i + 1), Role.ATTENDEE, "brought_together")
            return
        if passage.text(i, i + 2) in {"participation of", "attendance of", "presence of"}:
            yield from of_all(_all_after(passage, i + 2), Role.ATTENDEE, "with_participation_of")
            return


def _all_after(passage: Passage, at: int) -> tuple[Party, ...]:
    """All parties of a list to the end of the sentence, without those that only qualify others."""
    found = [
        p
        for p in passage.of_kind(*grammar.WHO)
        if p.first >= at and not (p.kind is not MentionKind.OFFICIAL and _qualifies(passage, p))
    ]
    people = [p for p in found if p.kind is MentionKind.OFFICIAL]
    return tuple(people or found)


def _qualifies(passage: Passage, party: Party) -> bool:
    return grammar.modifies(passage, party) and passage.tokens[party.last].text.lower() not in {"member", "states"}


def chairs(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "chaired by X", "X chaired the meeting", "under the chairmanship of X"."""
    tokens = passage.tokens
    for i in range(passage.first, passage.last):
        if tokens[i].lemma in CHAIR and tokens[i].pos in {"VBD", "VBN", "VBZ", "VB", "VBG", "NV"}:
            role = Role.CO_CHAIR if tokens[i].lemma == "co-chair" else Role.CHAIR
            by = next((j for j in range(i + 1, min(i + 3, passage.last)) if tokens[j].text.lower() == "by"), None)
            if by is not None:
                near = _nearest(passage, i, before=True)
                if near is trigger:
                    yield from of_all(grammar.after(passage, by + 1), role, "chaired_by")
            elif _nearest(passage, i, before=False) is trigger and (i < trigger.first):
                yield from of_all(grammar.subjects(passage, i), role, "chairs")
        led = passage.text(i, i + 2) in _CHAIRING
        if led and _nearest(passage, i, before=True) is trigger:
            yield from of_all(grammar.after(passage, i + 2), Role.CHAIR, "under_chairmanship")


def _nearest(passage: Passage, at: int, *, before: bool) -> Trigger | None:
    able = [t for t in passage.triggers if t.sense.frame in circumstances.NOUNS or t.sense.frame is Frame.GATHER]
    able = able or [t for t in passage.triggers if t.sense.frame is Frame.WITH]
    if before:
        return next((t for t in reversed(able) if t.last <= at), able[0] if able else None)
    return next((t for t in able if t.first > at), None)
