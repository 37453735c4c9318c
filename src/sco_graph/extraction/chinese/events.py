"""Interactions that a Chinese document tells of, with their participants and the words for each property."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model import InteractionType, Status
from ..accounts import Telling, choose, told
from ..drafts import Account, Draft, Standing, When
from ..likeness import TALKS
from ..merging import merge
from ..reading import MentionKind, Reading
from . import attendance, dates, drafting, inheritance, speech, topics, within
from .drafting import Context
from .passages import Passage, passages
from .script import plain


def events(reading: Reading) -> Telling[Passage]:
    """Events of a document by first mention, ids ``e1`` on, exactly one of them main if there is any."""
    text = plain(reading.document.text)
    read = passages(reading, text, dates.find(reading, text))
    accounts = within.day_told_before(within.letters(within.gathered(merge(_drafts(reading, read))), read), read)
    main = _about(accounts, choose(accounts))
    accounts = inheritance.complete(accounts, read)
    accounts = within.heads_stand(attendance.complete(reading, read, accounts, main))
    accounts = within.complete(accounts, read, main)
    subjects = topics.of_accounts(read, accounts, main)
    return told(reading, read, accounts, main, subjects)


def _about(accounts: Sequence[Account], main: int | None) -> int | None:
    """The main account; the one talk of a visitor, where the visit is only what it was held during."""
    if main is not None and (asked := _interview(accounts, main)) is not None:
        return asked
    if main is None or accounts[main].sum.type is not InteractionType.VISIT:
        return main
    visit = accounts[main]
    talks = [
        at
        for at, account in enumerate(accounts)
        if account.sum.type in TALKS and account.sum.standing is Standing.HAPPENS and account.sum.status.value == "held"
    ]
    if len(talks) != 1 or len(visit.drafts) > 2 or visit.sum.where.name is not None:
        return main
    talk = accounts[talks[0]].sum
    people = {part.ref for part in talk.parts if part.ref.startswith("p")}
    near = 0 < talk.passage - visit.drafts[0].passage <= 2
    return talks[0] if near and len(people) == _PAIR and people & {p.ref for p in visit.sum.parts} else main


def _interview(accounts: Sequence[Account], main: int) -> int | None:
    """The interview that a text is, where all that it tells of before is only to come."""
    if accounts[main].sum.status.value != Status.PLANNED:
        return None
    held = [at for at, account in enumerate(accounts) if account.sum.status.value == Status.HELD]
    for at in held:
        known = accounts[at].sum
        text = known.trigger.pattern
        if known.type is InteractionType.BRIEFING and known.standing is Standing.HAPPENS and "访" in text:
            return at if known.passage <= _EARLY else None
    return None


_EARLY = 4
"""Sentences within which a text says that it is an interview."""


def _in_passing(draft: Draft) -> bool:
    """Whether a visit is only spoken of, without a day."""
    return draft.type is InteractionType.VISIT and draft.standing is Standing.MENTIONED and draft.when is None


def _nobody(draft: Draft) -> bool:
    """Whether talks are to come between people whom nothing names: 大使们将同专家座谈."""
    to_come = draft.status.value == Status.PLANNED and draft.standing is Standing.HAPPENS
    return draft.type in TALKS and to_come and not draft.parts


def _speech(draft: Draft) -> bool:
    """Whether a speech was made at the gathering that the text tells of."""
    bare = draft.when is None and draft.where.name is None and draft.status.value == Status.HELD
    return draft.trigger.pattern.startswith("(发表)") and bare


_WITH = re.compile(r"陪同|迎接|迎候|会见|会谈|会晤|通电话|共同主持|到机场|欢迎仪式")


def _together(passage: Passage, made: Sequence[Draft], pair: tuple[str, ...]) -> tuple[str, ...]:
    """The two people whom a sentence tells to have been together, else those before."""
    for draft in made:
        people = [part.ref for part in draft.parts if part.ref.startswith("p")]
        if draft.standing is not Standing.MENTIONED and len(set(people)) == _PAIR and draft.type in TALKS:
            return tuple(dict.fromkeys(people))
    named = list(dict.fromkeys(m.ref for m in passage.of_kind(MentionKind.OFFICIAL)))
    met = _WITH.search(passage.text, passage.sentence.start, passage.sentence.stop)
    return tuple(named) if met and len(named) == _PAIR else pair


_PAIR = 2


_DAY = len("2021-05-03")
_PRESENT = re.compile(r"与会|出席|参加|参会|聚首|齐聚")
_ROW = 3


def _sides(passage: Passage) -> tuple[str, ...]:
    """States or bodies in a row with which a sentence without officials begins: 甲国、乙国和丙国成立……."""
    others = [m for m in passage.parties if m.kind is not MentionKind.OFFICIAL]
    if not others or len(others) < len(passage.parties) or others[0].start - passage.sentence.start > _OPENS:
        return ()
    row = [others[0]]
    for party in others[1:]:
        if passage.text[row[-1].stop : party.start] not in {"、", "和", "与", "同"}:
            break
        row.append(party)
    return tuple(dict.fromkeys(m.ref for m in row)) if len(row) > 1 else ()


_OPENS = 30
"""Characters before the row of states that a sentence begins with: where it was reported from."""


def _there(passage: Passage) -> tuple[str, ...]:
    """The row of people of whom a sentence first says that they were at a gathering."""
    named = list(dict.fromkeys(m.ref for m in passage.of_kind(MentionKind.OFFICIAL)))
    told = _PRESENT.search(passage.text, passage.sentence.start, passage.sentence.stop)
    return tuple(named) if told and len(named) >= _ROW else ()


def _drafts(reading: Reading, read: Sequence[Passage]) -> Iterator[Draft]:
    subject, paragraph, speaking = "", -1, False
    pair: tuple[str, ...] = ()
    row: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    held = asked = False
    day: When | None = None
    for passage in read:
        asked = asked or speech.asked(passage)
        if passage.sentence.paragraph != paragraph:
            paragraph, speaking = passage.sentence.paragraph, asked
        context = Context(
            subject=subject, speech=speaking and not speech.leaves(passage), pair=pair, row=row, states=states, day=day
        )
        told = () if topics.is_background(passage) else drafting.drafts(reading, passage, context)
        made = [draft for draft in told if not (_in_passing(draft) or _nobody(draft) or (held and _speech(draft)))]
        held = held or any(d.type in attendance.GATHERINGS and d.standing > Standing.MENTIONED for d in made)
        yield from made
        pair = _together(passage, made, pair)
        row = row or _there(passage)
        states = _sides(passage) or states
        day = next(
            (d.when for d in made if d.standing is Standing.HAPPENS and d.when and len(d.when.date) == _DAY), day
        )
        subject = drafting.subject_of(passage) or subject
        speaking = (speaking and not speech.leaves(passage)) or speech.begins(passage)
