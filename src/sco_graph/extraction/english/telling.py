"""Whether a phrase of saying tells something where it stands, or only looks like one."""

from __future__ import annotations

from ..acts import Kind, Verb
from . import speakers
from .passages import Passage


def tells(passage: Passage, verb: Verb) -> bool:
    """Whether a phrase is a verb of telling here: a finite or -ing form outside quotations, no infinitive."""
    if verb.kind is Kind.GUARD or verb.act is None or verb.first in passage.quoted:
        return False
    if any(p.first <= verb.first < p.last for p in passage.parties):
        return False
    if verb.kind is Kind.SOURCE:
        return True
    if verb.kind is Kind.NOMINAL:
        return speakers.by_whom(passage, verb) != []
    head = passage.tokens[verb.first]
    if head.text[0].isupper() and verb.first > passage.first and passage.tokens[verb.first - 1].text[0].isalnum():
        return False
    if speakers.visits(passage, verb) or speakers.greets(passage, verb) or _of_others(passage, verb):
        return False
    if verb.first == passage.first:
        return head.pos in {"VBG", "VBD"}
    return head.pos in _VERBAL and _after_subject(passage, verb)


def _of_others(passage: Passage, verb: Verb) -> bool:
    """Whether a participle only says by whom something was told: "tariffs announced by the administration"."""
    return passage.text(verb.last, verb.last + 1) == "by" and not speakers.by_whom(passage, verb)


def _after_subject(passage: Passage, verb: Verb) -> bool:
    """Whether the words before a verb let it have a subject."""
    head, before = passage.tokens[verb.first], passage.tokens[verb.first - 1]
    if head.pos == "VBG" and before.text not in {",", "and", "by"} and before.pos != "RB":
        return False
    if head.pos in {"VB", "NV"} and not _present(passage, verb.first, before.text.lower()):
        return False
    if before.pos == "RB" and verb.first - 2 >= passage.first:
        before = passage.tokens[verb.first - 2]
    if verb.kind is Kind.JOINT and passage.text(verb.first - 2, verb.first) == "it was":
        return True
    if before.pos in {"AUX", "MD"} and head.pos != "AUX":
        return before.text.lower() in _AUXILIARY or speakers.by_whom(passage, verb) != []
    return before.text.lower() not in _NO_SUBJECT


def _present(passage: Passage, at: int, before: str) -> bool:
    """Whether a form that may be a noun is a verb: right behind an official, or joined to a verb in the present."""
    if before == "and":
        earlier = passage.tokens[passage.first : at]
        return any(t.pos in {"VBZ", "VB", "NV"} for t in earlier) and not any(t.pos == "VBD" for t in earlier)
    i = at - 1
    while i > passage.first and passage.tokens[i].pos == "RB":
        i -= 1
    return passage.tokens[i].pos in {"AUX", "MD"} or speakers.after_party(passage, at)


_VERBAL = frozenset({"VBD", "VBZ", "VBG", "NV", "VB", "AUX", "RB", "VBN"})
_AUXILIARY = frozenset({"did", "having", "has", "have", "had", "also", "would"})
_NO_SUBJECT = frozenset(
    {"our", "their", "my", "your", "to", "of", "the", "a", "an", "for", "by", "which", "in", "as", "its", "his", "her"}
)
