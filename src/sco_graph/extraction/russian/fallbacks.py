"""The main event of a document that tells of none: a bare letter, or only what somebody said."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ...model import BodyKind, InteractionType, Role, Status
from ..drafts import TOLD_AS_HELD, Account, Claim, Draft, Part, Standing, When, Where, joined
from ..reading import MentionForm, MentionKind, Reading
from ..triggers import Frame, Sense, Trigger
from . import interviews, partaking, voices
from .passages import Party, Passage

_TO_PRESS = re.compile(r"интервью|журналист|брифинг|пресс-конференц|агентств|газет|телеканал|корреспондент")

_TALK = re.compile(r"\bобсу(?:д|жд)|\bобменя|\bпереговор|\bусловил|\bдоговорил")

_HEAD = 4
"""Sentences at the head of a letter or speech that say on whose behalf or on what occasion."""
_FAR = 6
"""Tokens between "от имени" and the body."""
_OCCASIONS = frozenset(
    {
        InteractionType.CEREMONY,
        InteractionType.CONFERENCE,
        InteractionType.MULTILATERAL_MEETING,
        InteractionType.SUMMIT,
    }
)
"""At what a speech may be held."""

Rule = Callable[[Reading, Sequence[Passage]], Draft | None]


def accounts(reading: Reading, passages: Sequence[Passage]) -> tuple[Account, ...]:
    """One account by the first rule that gives one, or none."""
    for rule in _RULES:
        draft = rule(reading, passages)
        if draft is not None:
            return (Account(sum=draft, drafts=(draft,)),)
    return ()


def interview(reading: Reading, passages: Sequence[Passage], found: tuple[Account, ...]) -> tuple[Account, ...]:
    """The accounts, before them the interview that the turns of a text are, if none tells of it."""
    guest = interviews.labelled(reading, passages)
    if guest is None or any(a.sum.type is InteractionType.BRIEFING for a in found):
        return found
    passage = next(p for p in passages if p.sentence.start <= guest.start < p.sentence.stop)
    turns = " ".join(reading.document.text[p.sentence.start : p.sentence.stop] for p in passages[: passage.index])
    media = [o.id for o in reading.organisations if o.kind is BodyKind.MEDIA_OUTLET and f"{o.name}:" in turns]
    parts = tuple(
        Part(ref=ref, role=Role.ATTENDEE, start=guest.start, stop=guest.stop, rule="rule:interviewed", score=0.7)
        for ref in (guest.refs[0], *media[:1])
    )
    draft = replace(_draft(passages[0], InteractionType.BRIEFING, parts, "interview"), standing=Standing.HAPPENS)
    return (Account(sum=draft, drafts=(draft,)), *found)


def _letter(reading: Reading, passages: Sequence[Passage]) -> Draft | None:
    """A letter without a story: an addressee in the dative stands before the salutation."""
    text = reading.document.text
    opening = next((p for p in passages if voices.SALUTATION.match(text[p.sentence.start : p.sentence.stop])), None)
    if opening is None:
        return None
    before = [p for passage in passages[: opening.index] for p in passage.of_kind(MentionKind.OFFICIAL)]
    recipients = [p for p in before if p.case == "datv"]
    signed = [p for passage in passages for p in passage.of_kind(MentionKind.OFFICIAL) if p.form is MentionForm.NAME]
    others = [p for p in (*before, *signed[::-1]) if recipients and p.ref != recipients[0].ref]
    others = others or _on_behalf(passages[opening.index : opening.index + _HEAD])
    if not recipients or not others:
        return None
    parts = joined(
        partaking.of(others[0], Role.SENDER, "sender_of_letter"),
        partaking.of(recipients[0], Role.RECIPIENT, "addressee_of_letter"),
    )
    return _draft(opening, InteractionType.LETTER, parts, "letter")


def _on_behalf(passages: Sequence[Passage]) -> list[Party]:
    """The body in whose name a letter is written: "от имени коллектива Секретариата"."""
    for passage in passages:
        for party in passage.of_kind(MentionKind.ORGANISATION):
            before = passage.text(max(passage.first, party.first - _FAR), party.first)
            if "от имени" in before:
                return [party]
    return []


def _said(reading: Reading, passages: Sequence[Passage]) -> Draft | None:
    """Only what officials said: to the press where the words name it, else of no better type."""
    heard = [(passage, party) for passage in passages for party in voices.heard(reading, passage)]
    if not heard:
        return None
    first = heard[0][0]
    kind = _occasion(reading, passages) or _kind([p for p, _ in heard], {party.ref for _, party in heard})
    parts = joined(*(partaking.of(party, Role.SPEAKER, "speaks") for _, party in heard))
    return _draft(first, kind, parts, "said")


def _occasion(reading: Reading, passages: Sequence[Passage]) -> InteractionType | None:
    """The gathering that the head of a speech names: "благодарю за организацию торжественного приема"."""
    text = reading.document.text
    opening = next((p for p in passages if voices.SALUTATION.match(text[p.sentence.start : p.sentence.stop])), None)
    if opening is None:
        return None
    head = passages[opening.index : opening.index + 2 * _HEAD]
    kinds = (t.sense.type for p in head for t in p.triggers if t.sense.frame is Frame.NOUN)
    return next((kind for kind in kinds if kind in _OCCASIONS), None)


def _kind(told: Sequence[Passage], people: set[str]) -> InteractionType:
    """To the press where the words name it; what a noun recalls ("в ходе встречи"); a talk; or no better type."""
    if any(_TO_PRESS.search(p.text(p.first, p.last)) for p in told):
        return InteractionType.BRIEFING
    recalled = [t.sense.type for p in told for t in p.triggers if t.sense.frame in {Frame.NOUN, Frame.RECALL}]
    if recalled:
        return recalled[0]
    talk = any(_TALK.search(p.text(p.first, p.last)) for p in told)
    return InteractionType.MEETING if talk and len(people) > 1 else InteractionType.OTHER


_RULES: tuple[Rule, ...] = (_letter, _said)


def _draft(passage: Passage, kind: InteractionType, parts: tuple[Part, ...], name: str) -> Draft:
    """A draft that rests on the whole sentence."""
    first, last = passage.first, passage.last
    start, stop = passage.tokens[first].start, passage.tokens[last - 1].stop
    trigger = Trigger(
        first=first, last=last, start=start, stop=stop, sense=Sense(kind, None, Frame.NOUN), pattern=f"fallback_{name}"
    )
    day = next((d for d in passage.dates if d.precision == len("ymd")), None)
    when = None
    if day is not None:
        claim = Claim(value=day.date, start=day.start, stop=day.stop, rule=day.rule, score=0.6)
        when = When(date=day.date, end=day.end, claim=claim)
    return Draft(
        trigger=trigger,
        passage=passage.index,
        standing=Standing.MENTIONED,
        type=kind,
        mode=_mode(passage),
        status=Claim(value=Status.HELD, start=start, stop=stop, rule=TOLD_AS_HELD, score=0.6),
        when=when,
        where=Where(),
        parts=parts,
        bodies=frozenset(),
    )


def _mode(passage: Passage) -> Claim | None:
    """The first words of format in the sentence ("по видеосвязи")."""
    found = next(iter(passage.formats), None)
    if found is None:
        return None
    start, stop = passage.tokens[found.first].start, passage.tokens[found.last - 1].stop
    return Claim(value=found.mode, start=start, stop=stop, rule="rule:mode_of", score=0.7)
