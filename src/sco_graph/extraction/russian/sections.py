"""Headings within a long document: a section tells of the main event again until it says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..drafts import Account, Draft, Standing
from .passages import Passage

_WORDS = 8
"""Words of the longest heading."""
_ENDS = frozenset({".", "!", "?", "…", ":", ";", ",", "»", '"'})
_LONG = 15
"""Sentences of a document that has sections."""


def headings(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Paragraphs within the text that are a few words without a full stop."""
    if len(passages) < _LONG:
        return
    for before, passage, after in zip(passages, passages[1:], passages[2:], strict=False):
        alone = len({p.sentence.paragraph for p in (before, passage, after)}) == len("abc")
        words = passage.last - passage.first
        if alone and words <= _WORDS and passage.tokens[passage.last - 1].text not in _ENDS:
            yield passage


def reopened(passages: Sequence[Passage], main: Account) -> Account:
    """The main account, told of again at each heading."""
    again = tuple(_draft(passage, main.sum) for passage in headings(passages))
    drafts = sorted((*main.drafts, *again), key=lambda d: (d.passage, d.trigger.first))
    return replace(main, drafts=tuple(drafts)) if again else main


def _draft(passage: Passage, known: Draft) -> Draft:
    """A mention of what the document is about at the words of a heading."""
    first, last = passage.first, passage.last
    tokens = passage.tokens
    trigger = replace(
        known.trigger, first=first, last=last, start=tokens[first].start, stop=tokens[last - 1].stop, pattern="heading"
    )
    return replace(known, trigger=trigger, passage=passage.index, standing=Standing.TITLE)
