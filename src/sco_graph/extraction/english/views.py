"""Opinions that a sentence gives as somebody's without a verb: "in Mr Testov's judgment", "in her view"."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Act
from ..acts import Kind, Verb
from ..reading import MentionKind
from . import words
from .passages import Party, Passage
from .speakers import Held

_BEFORE = frozenset({"in", "by", "to", "from"})
_ADDRESSES = frozenset({"the", "mr", "ms", "mrs", "dr", ".", "mr.", "ms.", "dr."})
_HIS = frozenset({"his", "her", "whose"})


def told(passage: Passage, last: Held | None) -> Iterator[tuple[Verb, list[Party], str]]:
    """The view of an official as a phrase of saying with its speaker; ``last`` is who spoke before."""
    tokens, views = passage.tokens, words.wordset("views")
    for at in range(passage.first + 1, passage.last):
        if tokens[at].text.lower() not in views or at in passage.quoted:
            continue
        owner = tokens[at - 1].text.lower()
        if owner in {"'s", "’s"}:
            who = [p for p in passage.of_kind(MentionKind.OFFICIAL) if p.last in {at - 1, at}]
            if who and _governed(passage, who[0].first):
                yield _phrase(who[0].first, at + 1), who[:1], "view"
                return
        elif owner in _HIS and tokens[at - 2].text.lower() in _BEFORE:
            people = [p for p in passage.of_kind(MentionKind.OFFICIAL) if p.last <= at]
            found = people[-1:] if owner == "whose" else list(last.parties) if last is not None else []
            if found:
                yield _phrase(at - 2, at + 1), found, "view"
                return


def _governed(passage: Passage, at: int) -> bool:
    before = [t.text.lower() for t in passage.tokens[max(passage.first, at - 5) : at]]
    while before and (
        before[-1] in _ADDRESSES or (len(before[-1]) == 1 and before[-1].isalpha() and before[-1] != "a")
    ):
        before.pop()
    return bool(before) and before[-1] in _BEFORE


def _phrase(first: int, last: int) -> Verb:
    return Verb(first=first, last=last, act=Act.INFORM, kind=Kind.SOURCE, pattern="view")
