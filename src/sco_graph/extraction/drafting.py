"""From the triggers of a sentence to drafts of events: each property by its own rule, nothing merged yet."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import InteractionType, Role
from . import circumstances, clauses, grammar, participants
from .drafts import Draft, Standing, joined
from .passages import Passage
from .reading import MentionKind, Reading
from .triggers import Frame, Trigger


def drafts(reading: Reading, passage: Passage) -> Iterator[Draft]:
    """Drafts of a sentence, one for each trigger; a verb that binds nobody tells nothing."""
    for trigger in passage.triggers:
        draft = _draft(reading, passage, trigger)
        if trigger.sense.frame in _NOUNS or draft.parts:
            yield draft


_NOUNS = frozenset({Frame.NOUN, Frame.RECALL, Frame.VISIT, Frame.ACT})


def _draft(reading: Reading, passage: Passage, trigger: Trigger) -> Draft:
    standing = grammar.standing(passage, trigger)
    date = circumstances.when(passage, trigger)
    parts = participants.of_trigger(passage, trigger, standing)
    of, _ = participants.phrase(passage, trigger) if trigger.sense.frame in {Frame.NOUN, Frame.RECALL} else ((), ())
    own = [p for p in passage.parties if p.start <= trigger.start and trigger.stop <= p.stop]
    session = [p for p in own if p.kind is MentionKind.ORGANISATION]
    parts = joined(parts, *(participants.part(p, Role.ATTENDEE, "session_of_body") for p in session))
    group = participants.type_of_group(passage, trigger, parts)
    kind = group or trigger.sense.type
    return Draft(
        trigger=trigger,
        passage=passage.index,
        standing=standing,
        type=kind,
        mode=circumstances.mode(passage, trigger),
        status=circumstances.status(passage, trigger, standing, date, reading.document.published),
        when=date,
        where=circumstances.where(passage, trigger, reading.places),
        parts=parts,
        bodies=frozenset(ref for party in (*own, *of) for ref in party.refs),
        title=_title(passage, trigger),
        plural=grammar.number(passage, trigger) == "plur",
        anchored=_anchored(passage, trigger),
        sidelines=_beside(passage, trigger),
        session=bool(session) and not of,
    )


def _title(passage: Passage, trigger: Trigger) -> str:
    """The name in quotation marks right after the trigger ("форум «...»"), in lower case; empty without one."""
    for at in range(trigger.last, min(trigger.last + 4, passage.last)):
        token = passage.tokens[at]
        if token.text in {"«", "“", '"', "„"}:
            close = next((i for i in range(at + 1, passage.last) if passage.tokens[i].text in {"»", "”", '"'}), passage.last)
            return passage.text(at + 1, close)
        if clauses.is_finite(token) or token.text == ",":
            break
    return ""


_ANCHORS = ("после", "по завершении", "по окончании", "перед", "до начала", "в этот же день", "в тот же день", "на полях", "в кулуарах")


def _anchored(passage: Passage, trigger: Trigger) -> bool:
    """Whether the sentence sets the event beside another told of before ("после встречи ...")."""
    text = passage.text(passage.first, trigger.first)
    return any(text.startswith(anchor) or f" {anchor} " in f" {text} " for anchor in _ANCHORS)


def _beside(passage: Passage, trigger: Trigger) -> bool:
    """Whether the noun names what something else was held on the sidelines of."""
    return clauses.preposition(passage.tokens, trigger.first, passage.first) in {"на полях", "в кулуарах"}
