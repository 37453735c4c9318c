"""Interactions that a Chinese document tells of, with their participants and the words for each property."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import InteractionType
from ..accounts import Telling, choose, told
from ..drafts import Draft, Standing
from ..merging import merge
from ..reading import Reading
from . import attendance, dates, drafting, inheritance, speech, topics
from .drafting import Context
from .passages import Passage, passages
from .script import plain


def events(reading: Reading) -> Telling[Passage]:
    """Events of a document by first mention, ids ``e1`` on, exactly one of them main if there is any."""
    text = plain(reading.document.text)
    read = passages(reading, text, dates.find(reading, text))
    accounts = merge(_drafts(reading, read))
    main = choose(accounts)
    accounts = inheritance.complete(accounts, read)
    accounts = attendance.complete(reading, read, accounts, main)
    subjects = topics.of_accounts(read, accounts, main)
    return told(reading, read, accounts, main, subjects)


def _in_passing(draft: Draft) -> bool:
    """Whether a visit is only spoken of, without a day."""
    return draft.type is InteractionType.VISIT and draft.standing is Standing.MENTIONED and draft.when is None


def _drafts(reading: Reading, read: Sequence[Passage]) -> Iterator[Draft]:
    subject, paragraph, speaking = "", -1, False
    for passage in read:
        if passage.sentence.paragraph != paragraph:
            paragraph, speaking = passage.sentence.paragraph, False
        context = Context(subject=subject, speech=speaking and not speech.leaves(passage))
        yield from (draft for draft in drafting.drafts(reading, passage, context) if not _in_passing(draft))
        subject = drafting.subject_of(passage) or subject
        speaking = (speaking and not speech.leaves(passage)) or speech.begins(passage)
