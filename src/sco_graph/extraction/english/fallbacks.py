"""The main event of a document that tells of none: only what somebody said, or did."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import InteractionType, Role, Status
from ..drafts import Account, Claim, Draft, Part, Standing, When, Where
from ..reading import MentionForm, MentionKind, Reading
from ..triggers import Frame, Sense, Trigger
from . import acts, grammar
from .passages import Passage

_PRESS = re.compile(
    r"\b(?:journalists?|reporters?|interview|press(?! club)|briefing|correspondent|told \w+ (?:news|agency))\b"
)


def accounts(reading: Reading, passages: Sequence[Passage]) -> tuple[Account, ...]:
    """One account of whoever speaks, from the first sentence that has somebody; none without anybody."""
    for passage in passages:
        people = _speakers(passage)
        if people:
            return (_account(passage, people),)
    return ()


def _speakers(passage: Passage) -> list[Part]:
    found: dict[str, Part] = {}
    for verb in acts.verbs(passage, passage.first, passage.last):
        if verb.act is None or verb.first in passage.quoted:
            continue
        for party in grammar.subjects(passage, verb.first):
            if party.kind is MentionKind.OFFICIAL:
                for ref in party.refs:
                    found.setdefault(
                        ref, Part(ref=ref, role=Role.SPEAKER, start=party.start, stop=party.stop, rule="rule:speaks")
                    )
    if not found:
        named = [p for p in passage.of_kind(MentionKind.OFFICIAL) if p.form is MentionForm.NAME]
        for party in named[:1]:
            found[party.ref] = Part(
                ref=party.ref, role=Role.SPEAKER, start=party.start, stop=party.stop, rule="rule:speaks", score=0.5
            )
    return list(found.values())


def _account(passage: Passage, people: list[Part]) -> Account:
    first, last = passage.first, passage.last
    start, stop = passage.tokens[first].start, passage.tokens[last - 1].stop
    press = _PRESS.search(passage.text(first, last)) is not None
    kind = InteractionType.BRIEFING if press else InteractionType.MEETING if len(people) > 1 else InteractionType.OTHER
    sense = Sense(kind, None, Frame.NOUN)
    trigger = Trigger(first=first, last=last, start=start, stop=stop, sense=sense, pattern="fallback_said")
    day = next((d for d in passage.dates if d.precision == 3), None)
    when = None
    if day is not None:
        claim = Claim(value=day.date, start=day.start, stop=day.stop, rule=day.rule, score=0.6)
        when = When(date=day.date, end=day.end, claim=claim)
    draft = Draft(
        trigger=trigger,
        passage=passage.index,
        standing=Standing.MENTIONED,
        type=kind,
        mode=None,
        status=Claim(value=Status.HELD, start=start, stop=stop, rule="rule:told_as_held", score=0.6),
        when=when,
        where=Where(),
        parts=tuple(people),
        bodies=frozenset(),
    )
    return Account(sum=draft, drafts=(draft,))
