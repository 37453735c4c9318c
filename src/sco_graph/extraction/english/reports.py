"""Reported speech: verbs of saying with their subjects, and what was said by them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import Act
from ..acts import Kind, Verb
from ..reading import MentionForm, MentionKind
from . import acts, grammar
from .passages import Party, Passage

_BRIEF = 3
"""Words between a verb of saying and one within what is said."""
SHORT = 6
"""A quotation or a sentence of fewer words makes no point of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One point made: speakers, act, tokens ``[first, last)`` of what was said, and the pattern that gave the act."""

    refs: tuple[str, ...]
    start: int
    stop: int
    rule: str
    act: Act
    passage: int
    first: int
    last: int
    pattern: str
    score: float = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """Who spoke last, in which sentence and paragraph."""

    saying: Saying | None = None
    paragraph: int = -9


def reported(passage: Passage, floor: Floor) -> Iterator[Saying]:
    """Each verb of saying outside quotations with its subject, and the words up to the next."""
    verbs = [v for v in acts.verbs(passage, passage.first, passage.last) if _tells(passage, v)]
    held: Saying | None = None
    pending: tuple[list[Party] | None, str] | None = None
    for at, verb in enumerate(verbs):
        who, rule = pending or _speaker(passage, verb, held, floor)
        pending = None
        if who is None:
            continue
        if verb.kind is Kind.OPEN and at + 1 < len(verbs) and 0 < verbs[at + 1].first - verb.last <= _BRIEF:
            pending = who, rule  # "said he was ready to": what is said is the next verb's
            continue
        saying = _saying(passage, verbs, at, who, rule)
        if held is None or not _repeats(held, saying, verb, rule):
            held = saying
            yield saying


def _saying(passage: Passage, verbs: Sequence[Verb], at: int, who: list[Party], rule: str) -> Saying:
    """What a verb tells: its act by itself or by the words that it governs; of several speakers they agree."""
    verb = verbs[at]
    end = verbs[at + 1].first if at + 1 < len(verbs) else passage.last
    quoted = [i for i in range(passage.first, passage.last) if i in passage.quoted]
    first = passage.first if quoted and quoted[0] < verb.first and at == 0 else verb.last
    act, pattern = acts.act_of(passage, verb, first, end)
    if verb.kind in {Kind.OPEN, Kind.FIRM} and quoted:
        act, pattern = acts.by_content(passage, quoted[0], quoted[-1] + 1, mild=True) or (Act.EMPHASISE, pattern)
    refs = tuple(dict.fromkeys(ref for party in who for ref in party.refs))
    return Saying(
        refs=refs,
        start=who[0].start,
        stop=who[-1].stop,
        rule=f"rule:{rule}",
        act=Act.AGREE if len(refs) > 1 or verb.kind is Kind.JOINT else act,
        passage=passage.index,
        first=passage.first if len(verbs) == 1 else verb.first,
        last=end,
        pattern=f"rule:act {pattern}",
    )


def _repeats(held: Saying, saying: Saying, verb: Verb, rule: str) -> bool:
    """Whether a saying makes no point of its own: wishes after congratulations, a short one of the same act."""
    if verb.kind is Kind.JOINT and rule == "same_subject":
        return True
    if verb.pattern.startswith("wished") and held.act in {Act.CONGRATULATE, Act.THANK}:
        return True
    return held.act == saying.act and held.refs == saying.refs and saying.last - saying.first < SHORT


def _tells(passage: Passage, verb: Verb) -> bool:
    """Whether the phrase is a verb of telling here: a finite or -ing form outside quotations, no infinitive."""
    if verb.kind is Kind.GUARD or verb.act is None or verb.first in passage.quoted:
        return False
    if any(p.first <= verb.first < p.last for p in passage.parties):
        return False
    head = passage.tokens[verb.first]
    if head.text[0].isupper() and verb.first > passage.first and passage.tokens[verb.first - 1].text[0].isalnum():
        return False
    if head.pos not in {"VBD", "VBZ", "VBG", "NV", "VB", "AUX", "RB", "VBN"}:
        return False
    before = passage.tokens[verb.first - 1] if verb.first > passage.first else None
    if before is None:
        return head.pos == "VBG" or head.pos == "VBD"
    if head.pos == "VBG" and before.text not in {",", "and"} and before.pos != "RB":
        return False
    if head.pos in {"VB", "NV"} and not _after_party(passage, verb.first) and before.text.lower() != "and":
        return False
    if before.pos == "RB" and verb.first - 2 >= passage.first:
        before = passage.tokens[verb.first - 2]
    if before.pos in {"AUX", "MD"} and head.pos != "AUX":
        return before.text.lower() in {"has", "have", "had", "also", "would"}
    return before.text.lower() not in {
        "to",
        "of",
        "the",
        "a",
        "an",
        "for",
        "by",
        "which",
        "in",
        "as",
        "its",
        "his",
        "her",
    }


def _after_party(passage: Passage, at: int) -> bool:
    i = at
    while i > passage.first and passage.tokens[i - 1].pos == "RB":
        i -= 1
    return any(p.last == i for p in passage.of_kind(MentionKind.OFFICIAL))


def _speaker(passage: Passage, verb: Verb, held: Saying | None, floor: Floor) -> tuple[list[Party] | None, str]:
    """The official who is the subject of the verb, stands behind it after a quotation, or spoke before."""
    behind = _inverted(passage, verb)
    if behind:
        return behind, "said_by"
    if foreign(passage, verb.first):
        return None, ""
    subjects = grammar.subjects(passage, verb.first)
    people = [p for p in subjects if p.kind is MentionKind.OFFICIAL]
    near = _nearest_noun(passage, verb.first)
    if people and (held is None or _between_verbs(passage, people[0], held)):
        return people, "subject"
    if held is not None and not subjects_between(passage, held, verb) and (near is None):
        return [_as_party(held)], "same_subject"
    if people:
        return people, "subject"
    passive = (
        passage.tokens[verb.first - 1].text.lower() in {"was", "were", "been"} if verb.first > passage.first else False
    )
    last = floor.saying
    if passive and last is not None and last.passage == passage.index - 1:
        return [_as_party(last)], "goes_on"
    return None, ""


def foreign(passage: Passage, at: int) -> bool:
    """Whether a noun that is no official is the subject right before a verb: "the ministry said"."""
    i = at - 1
    while i >= passage.first and (passage.tokens[i].pos in {"RB", "AUX", "MD"}):
        i -= 1
    if i < passage.first or any(p.first <= i < p.last for p in passage.of_kind(MentionKind.OFFICIAL)):
        return False
    token = passage.tokens[i]
    if not token.text[0].isalpha() or token.pos not in {"", "NV", "VBG"}:
        return False
    while (
        i > passage.first
        and passage.tokens[i - 1].pos in {"", "DT", "NV", "VBG"}
        and passage.tokens[i - 1].text[0].isalnum()
    ):
        i -= 1
    before = passage.tokens[i - 1] if i > passage.first else None
    return before is None or before.pos != "IN"


def subjects_between(passage: Passage, held: Saying, verb: Verb) -> bool:
    """Whether another party or "that" clause with its own subject stands between two verbs of one sentence."""
    between = [
        p
        for p in passage.of_kind(MentionKind.OFFICIAL)
        if held.first < p.first < verb.first and set(p.refs) - set(held.refs)
    ]
    return any(p.last >= verb.first - 2 for p in between)


def _between_verbs(passage: Passage, party: Party, held: Saying) -> bool:
    return party.first > held.first


def _nearest_noun(passage: Passage, at: int) -> str | None:
    """A noun that is no official right before a verb, and so its subject; None after a comma, "and" or an adverb."""
    i = at - 1
    while i >= passage.first and passage.tokens[i].pos == "RB":
        i -= 1
    token = passage.tokens[i]
    return None if token.text.lower() in {",", "and", "but", ";", "then", "–", "—"} else token.text


def _as_party(held: Saying) -> Party:
    return Party(
        first=held.first, last=held.first, start=held.start, stop=held.stop, kind=MentionKind.OFFICIAL,
        form=MentionForm.NAME, refs=held.refs,
    )  # fmt: skip


def _inverted(passage: Passage, verb: Verb) -> list[Party]:
    """ "..., said Mr Testov": the party right behind the verb, where quoted words or a comma stand before it."""
    if verb.kind is not Kind.OPEN or verb.first == passage.first:
        return []
    before = passage.tokens[verb.first - 1]
    if before.text not in {'"', "”", ",", "’"} and verb.first - 1 not in passage.quoted:
        return []
    found = grammar.after(passage, verb.last)
    people = [p for p in found if p.kind is MentionKind.OFFICIAL and p.first - verb.last <= 2]
    return people[:1]
