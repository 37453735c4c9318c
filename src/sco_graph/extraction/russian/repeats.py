"""Points that a text makes twice: a heading or a lead, and the quotation that it gives in other words."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Act
from ..reading import Reading
from . import acts, clauses
from .passages import Passage
from .reports import Saying

_WORDS = frozenset({"NOUN", "ADJF", "ADJS", "VERB", "INFN", "PRTF", "PRTS", "NUMR"})
_FEW = 3
"""Words that two points must share to be one."""
_SHARE = 0.6
"""The part of the shorter point's words that the longer one must have."""
_LESS = 0.4
"""That part, where they share more words, and what was done among them."""
_ONCE = frozenset({Act.CONGRATULATE})
"""Acts that one speaker does once in a text, of which a quotation only gives the words."""
_HEADING = 22
"""Tokens of the longest heading."""
_NEAR = 5
"""Sentences over which a lead is taken up again."""


def told_once(reading: Reading, passages: Sequence[Passage], sayings: Sequence[Saying]) -> list[Saying]:
    """Sayings without those of a heading that the text takes up, and without quotations of what was just told."""
    kept: list[Saying] = []
    content = {id(saying): _content(passages[saying.passage], saying) for saying in sayings}
    for at, saying in enumerate(sayings):
        heading = _is_heading(reading, passages[saying.passage])
        same = [s for s in sayings[at + 1 :] if s.speaker.refs[0] == saying.speaker.refs[0]]
        if heading and any(s.act == saying.act or _alike(content[id(s)], content[id(saying)]) for s in same):
            continue
        before = [s for s in kept if s.speaker.refs[0] == saying.speaker.refs[0]]
        quoted = sum(at in passages[saying.passage].quoted for at in range(saying.first, saying.last))
        spoken = quoted > 0 and quoted >= (saying.last - saying.first) // 2
        if spoken and saying.act in _ONCE and any(s.act == saying.act for s in before):
            continue
        near = [s for s in before if 0 < saying.passage - s.passage <= _NEAR]
        if spoken and any(_alike(content[id(s)], content[id(saying)]) for s in near):
            continue
        kept.append(saying)
    return kept


def _is_heading(reading: Reading, passage: Passage) -> bool:
    """Whether a sentence is a heading: one of the first, with no mark at its end."""
    short = passage.last - passage.first <= _HEADING
    return short and passage.index <= 1 and reading.document.text[passage.sentence.stop - 1] not in '.!?…»":'


Content = frozenset[tuple[str, bool]]
"""Lemmas of what was said, each with whether it is a finite verb."""


def _content(passage: Passage, saying: Saying) -> Content:
    """Lemmas of what was said, but for those of who says it."""
    verbs = {at for v in acts.verbs(passage, saying.first, saying.last) for at in range(v.first, v.last)}
    people = {at for p in passage.parties if p.start == saying.speaker.start for at in range(p.first, p.last)}
    return frozenset(
        (passage.tokens[at].lemma, clauses.is_finite(passage.tokens[at]))
        for at in range(saying.first, saying.last)
        if at not in verbs | people and passage.tokens[at].pos in _WORDS
    )


def _alike(one: Content, other: Content) -> bool:
    both = one & other
    least = min(len(one), len(other))
    done = any(finite for _, finite in both)
    return len(both) >= _FEW and len(both) >= (_LESS if done and len(both) > _FEW else _SHARE) * least
