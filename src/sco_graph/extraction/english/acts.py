"""Verbs of saying, and what the words said make of them: the act of a statement."""

from __future__ import annotations

from itertools import pairwise

from ...model import Act
from .. import acts
from ..acts import Kind, Verb
from .passages import Passage

_ORDER = (
    Act.PROPOSE, Act.URGE, Act.CONDEMN, Act.EXPRESS_CONCERN, Act.EXPRESS_CONFIDENCE, Act.PLEDGE, Act.THANK,
    Act.CONGRATULATE, Act.INVITE, Act.SUPPORT, Act.PRAISE, Act.EMPHASISE, Act.INFORM,
)  # fmt: skip


def verbs(passage: Passage, first: int, last: int) -> tuple[Verb, ...]:
    """Phrases of saying in a range of tokens, the longest at each place, guards too."""
    return acts.verbs("en", passage.tokens, first, last)


def by_content(
    passage: Passage, first: int, last: int, *, mild: bool, but: Act | None = None
) -> tuple[Act, str] | None:
    """The act that the words of a range have by themselves, ``but`` one, with the pattern that decided."""
    strengths = {"over", "mild"} if mild else {"over"}
    found = [
        item
        for item in acts.contents("en").all(passage.tokens, first, last)
        if item.value[1] in strengths
        and item.value[0] is not but
        and not _impersonal(passage, item.first)
        and not _to_be_done(passage, item.value[0], item.last)
    ]
    if not found:
        return None
    best = min(found, key=lambda item: (item.value[1] != "over", _ORDER.index(item.value[0]), item.first))
    return best.value[0], best.pattern


def _to_be_done(passage: Passage, act: Act, last: int) -> bool:
    """Whether what must be done is left to nobody: "common markets of the states should be formed"."""
    modal = passage.text(last - 1, last) in {"should", "must"} and passage.text(last, last + 1) == "be"
    return act is Act.URGE and modal and passage.tokens[last + 1].pos in {"VBD", "VBN"}


def _impersonal(passage: Passage, at: int) -> bool:
    """Whether nobody in particular does what a word says: "it is expected that", "the proposed activities"."""
    word, before = passage.text(at, at + 1), passage.tokens[max(at - 1, 0)]
    if word in {"proposed", "suggested"}:
        return (
            passage.text(at + 1, at + 2) == "by"
            or before.pos == "DT"
            or before.text.lower() in {"his", "her", "its", "their", "our", "of"}
        )
    if word == "supported":
        return passage.text(at + 1, at + 2) == "by"
    return word == "expected" and before.pos == "AUX"


def performed(passage: Passage, first: int, last: int) -> tuple[Act, str] | None:
    """The act that somebody says they do: "I would like to thank", "let me start by congratulating", "we call on"."""
    for verb in verbs(passage, first, last):
        if verb.act is None or verb.kind not in {Kind.FIXED, Kind.FIRM} or verb.pattern.startswith("would like"):
            continue
        i = verb.first - 1
        while i >= first and (passage.tokens[i].text.lower() in _LEADING or passage.tokens[i].pos == "RB"):
            i -= 1
        if i >= first and passage.tokens[i].text.lower() in _SELF:
            return verb.act, verb.pattern
    return None


def act_of(passage: Passage, verb: Verb, first: int, last: int) -> tuple[Act, str]:
    """The act of a verb with the words ``[first, last)`` that it governs, and the pattern that decided."""
    default = verb.act or Act.INFORM
    if verb.kind in {Kind.FIXED, Kind.NOMINAL}:
        return default, verb.pattern
    if verb.kind is Kind.JOINT:
        return Act.AGREE, verb.pattern
    said = by_content(passage, first, last, mild=verb.kind in {Kind.OPEN, Kind.SOURCE})
    if said is None and default is Act.INFORM and (claims(passage, first, last) or _held(passage, first, last)):
        return Act.EMPHASISE, f"{verb.pattern} (a claim)"
    return said or (default, verb.pattern)


def claims(passage: Passage, first: int, last: int) -> bool:
    """Whether words say how things are, and not what happened or will: the present tense, no date, no number."""
    tokens = passage.tokens[first:last]
    if any(c.isdigit() for t in tokens for c in t.text) or any(
        first <= passage.token_at(d.start) < last for d in passage.dates
    ):
        return False
    present = [
        t
        for t, following in pairwise(tokens)
        if (t.pos == "VBZ" or t.text.lower() in {"is", "are", "can", "may", "plays", "needs", "remains"})
        and following.pos != "VBG"
    ]
    return bool(present) and not any(t.text.lower() in _UNDER_WAY for t in tokens)


def only_past(passage: Passage, first: int, last: int) -> bool:
    """Whether words only tell what happened: "they discussed tariffs"."""
    verbs = [
        t
        for before, t in pairwise(passage.tokens[max(first - 1, 0) : last])
        if (t.pos in {"VBD", "VBZ", "AUX", "MD"} or (t.pos == "NV" and before.pos == "" and before.text[0].isalpha()))
    ]
    told = bool(verbs) and verbs[0].pos == "VBD" and verbs[0].text.lower() not in {"was", "were", "had"}
    return told and not any(t.pos in {"AUX", "MD"} or t.text.lower() in _NOW for t in passage.tokens[first:last])


def _held(passage: Passage, first: int, last: int) -> bool:
    """Whether reported words say how things were held to be: "said that the Union was a platform"."""
    tokens = passage.tokens[first:last]
    if any(c.isdigit() for t in tokens for c in t.text) or any(t.text.lower() in _UNDER_WAY for t in tokens):
        return False
    return any(
        t.text.lower() in {"was", "were"} and following.pos in {"", "DT"} and following.text[0].isalpha()
        for t, following in pairwise(tokens)
    )


_SELF = frozenset({"i", "we", "me", "us"})
_LEADING = frozenset(
    {
        *(
            "would",
            "like",
            "at",
            "the",
            "outset",
            "want",
            "wish",
            "to",
            "also",
            "once",
            "again",
            "take",
            "this",
            "opportunity",
            "start",
        ),
        *("begin", "by", "am", "are", "must", "can", "should", "first", "of", "all", ",", "and", "now", "again", "do"),
    }
)
_NOW = frozenset({"am", "are", "is", "i", "we", "has", "have"})
_UNDER_WAY = frozenset({"will", "held", "scheduled", "underway", "way", "being", "already", "recently", "yesterday"})
