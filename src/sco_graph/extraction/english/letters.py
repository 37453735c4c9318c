"""Letters: those that a document gives with address and signature, and those that it tells of one after another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...model import InteractionType, Mode, Role, Status
from ..dates import Use
from ..drafts import Account, Claim, Draft, Part, Standing, When, Where, joined
from ..likeness import TALKS
from ..reading import MentionForm, MentionKind
from ..triggers import Frame, Sense, Trigger
from .passages import Party, Passage

T = InteractionType
_SALUTES = re.compile(
    r"^(?:your (?:excellency|majesty|highness)|dear|excellency|esteemed|(?:distinguished|respected) mr)\b"
)
_CLOSES = re.compile(
    r"^(?:respectfully|sincerely|yours|with (?:best|deep|kind|warm|great|high|sincere)|kind|best regards|faithfully)"
)
_HEAD = 5
_TAIL = 6
"""Sentences at the head of a letter in which it is addressed, and at its end in which it is signed."""
_SHORT = 16


def document(passages: Sequence[Passage]) -> tuple[Draft, ...]:
    """The letter that a document is: to whom its head is addressed, from whom its end is signed; none otherwise."""
    given = _text_of(passages)
    if given:
        return given
    salute = next((p for p in passages[:_HEAD] if _SALUTES.match(_text(p))), None)
    if salute is None or len(passages) < _HEAD:
        return ()
    addressed = _named(passages[: salute.index + 1])
    close = next((p for p in reversed(passages[-_TAIL:]) if _CLOSES.match(_text(p))), None)
    start = close.index if close is not None else len(passages) - 2
    signed = _named([p for p in passages[start:] if p.last - p.first <= _SHORT])
    if not signed or (addressed and addressed[0].refs == signed[0].refs):
        return ()
    head = passages[salute.index]
    parts = [*_parts(addressed[-1:], Role.RECIPIENT), *_parts(signed[:1], Role.SENDER)]
    return (_draft(head, tuple(parts), _day([*passages[:_HEAD], *passages[start:]])),)


_GIVEN = re.compile(r"\b(?:text|transcript) of .{0,80}?\b(?P<video>video )?(?:message|letter|telegram)\b")


def _text_of(passages: Sequence[Passage]) -> tuple[Draft, ...]:
    """The letter of "Following is the text of A's video message to the Council": from A to the body named behind."""
    for passage in passages[:_HEAD]:
        found = _GIVEN.search(passage.text(passage.first, passage.last))
        senders = [p for p in passage.of_kind(MentionKind.OFFICIAL) if p.form is MentionForm.NAME][:1]
        if found is None or not senders:
            continue
        behind = [p for p in passage.parties if p.first >= senders[0].last and p.kind in _ADDRESSED]
        organ = [p for p in behind if p.last - p.first > 1 and p.kind is MentionKind.ORGANISATION] or behind
        parts = [*_parts(senders, Role.SENDER), *_parts(organ[:1], Role.RECIPIENT)]
        draft = _draft(passage, tuple(parts), None)
        video = Claim(
            value=Mode.VIDEO, start=draft.trigger.start, stop=draft.trigger.stop, rule="rule:letter_as_document"
        )
        return (replace(draft, mode=video) if found["video"] else draft,)
    return ()


_ADDRESSED = frozenset({MentionKind.ORGANISATION, MentionKind.OFFICIAL})


def _text(passage: Passage) -> str:
    return passage.text(passage.first, passage.last).lstrip('"“ ')


def _named(passages: Sequence[Passage]) -> list[Party]:
    return [q for p in passages for q in p.of_kind(MentionKind.OFFICIAL) if q.form is MentionForm.NAME]


def _parts(parties: Sequence[Party], role: Role) -> list[Part]:
    return [
        Part(ref=p.ref, role=role, start=p.start, stop=p.stop, rule="rule:address_and_signature", score=0.8)
        for p in parties
    ]


def _day(passages: Sequence[Passage]) -> When | None:
    found = next((d for p in passages for d in p.dates if d.precision == 3 and d.use is Use.WHEN and _line(p)), None)
    if found is None:
        return None
    claim = Claim(value=found.date, start=found.start, stop=found.stop, rule=found.rule, score=0.7)
    return When(date=found.date, end=None, claim=claim)


def _line(passage: Passage) -> bool:
    """Whether a sentence is a line of place and date, without a verb."""
    words = passage.tokens[passage.first : passage.last]
    return len(words) <= _SHORT and not any(t.pos in {"VBD", "VBZ", "AUX", "MD"} for t in words)


def _draft(passage: Passage, parts: tuple[Part, ...], day: When | None) -> Draft:
    start, stop = passage.tokens[passage.first].start, passage.tokens[passage.last - 1].stop
    sense = Sense(T.LETTER, Mode.WRITTEN, Frame.NOUN)
    trigger = Trigger(
        first=passage.first, last=passage.last, start=start, stop=stop, sense=sense, pattern="letter_as_document"
    )
    return Draft(
        trigger=trigger,
        passage=passage.index,
        standing=Standing.HAPPENS,
        type=T.LETTER,
        mode=Claim(value=Mode.WRITTEN, start=start, stop=stop, rule="rule:letter_as_document"),
        status=Claim(value=Status.HELD, start=start, stop=stop, rule="rule:told_as_held", score=0.8),
        when=day,
        where=Where(),
        parts=parts,
        bodies=frozenset(),
    )


def widened(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The passages of a text that is about letters, in which "congratulated" tells of a further one."""
    head = [t for p in passages[:_HEAD] for t in p.triggers]
    letters = any(t.sense.type is T.LETTER and t.sense.frame is not Frame.SEND_WEAK for t in head)
    if not letters or any(t.sense.type in TALKS for t in head):
        return passages
    return tuple(replace(p, triggers=tuple(_firm(t) for t in p.triggers)) for p in passages)


def _firm(trigger: Trigger) -> Trigger:
    weak = trigger.sense.frame is Frame.SEND_WEAK
    return replace(trigger, sense=replace(trigger.sense, frame=Frame.SEND)) if weak else trigger


def addressed(accounts: tuple[Account, ...], drafts: Sequence[Draft]) -> tuple[Account, ...]:
    """The accounts, a letter that names its sender alone with whom letters told of before it were addressed to."""
    result = []
    for account in accounts:
        known = account.sum
        roles = {p.role for p in known.parts}
        if known.type is T.LETTER and Role.SENDER in roles and Role.RECIPIENT not in roles:
            before = [d for d in drafts if d.type is T.LETTER and d.passage <= known.passage]
            to = [p for d in reversed(before) for p in d.parts if p.role is Role.RECIPIENT and p.ref[0] == "p"][:1]
            own = {p.ref for p in known.parts}
            known = replace(known, parts=joined(known.parts, [p for p in to if p.ref not in own]))
        result.append(replace(account, sum=known))
    return tuple(result)
