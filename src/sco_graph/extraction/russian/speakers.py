"""Who speaks: the subject of a verb of saying, an attribution, or whoever spoke before."""

from __future__ import annotations

import re
from dataclasses import replace

from ...light import dataclass
from ..acts import Verb
from ..reading import MentionForm, MentionKind
from . import clauses, grammar, morphology
from .passages import Party, Passage

_SIDES = frozenset({"стороны", "собеседники"})
_SOURCES = (
    "словам|мнению|оценке|убеждению|признанию|выражению|сведениям|данным|подсчётам|подсчетам|наблюдениям|"
    "утверждению|прогнозу|прогнозам|замыслу|взгляду|замечанию|информации"
)
_ATTRIBUTION = re.compile(
    rf"(?:по (?:его |её |ее )?(?:{_SOURCES})|на (?:его |её |ее )?взгляд|с точки зрения|в понимании)$"
)
_THOUGHT = re.compile(r"мнению|убеждению|взгляд|точки зрения|понимании")
"""Words of attribution for what somebody thinks, rather than tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Whoever speaks: local ids (several speak together), the words that say so, and the rule.

    ``together`` tells that one word means them all ("стороны").
    """

    refs: tuple[str, ...]
    start: int
    stop: int
    rule: str
    together: bool = False

    @property
    def joint(self) -> bool:
        """Whether both sides speak."""
        return len(self.refs) > 1


def subject(passage: Passage, verb: Verb, sides: tuple[str, ...], before: Speaker | None = None) -> Speaker | None:
    """The official, or both sides, that are the subject of a verb; None if the subject is somebody else or missing.

    ``before`` is whoever spoke before: "сказал он" after a quotation does not mean those who are named in it.
    """
    parties = grammar.subjects(passage, verb.first)
    people = [p for p in parties if p.kind is MentionKind.OFFICIAL]
    if people and before is not None and _of_a_quotation(passage, people[0]):
        return replace(before, start=people[0].start, stop=people[0].stop, rule="rule:speaker_before")
    if people:
        refs = tuple(dict.fromkeys(ref for p in people for ref in p.refs))
        return Speaker(
            refs=refs,
            start=people[0].start,
            stop=people[-1].stop,
            rule="rule:subject",
            together=len(people) == 1 < len(refs),
        )
    return _both(passage, verb, sides)


def _of_a_quotation(passage: Passage, party: Party) -> bool:
    """Whether a pronoun outside a quotation was taken for somebody who is named inside it."""
    if party.form is not MentionForm.PRONOUN or party.first in passage.quoted:
        return False
    return any(p.refs == party.refs and p.first in passage.quoted for p in passage.of_kind(MentionKind.OFFICIAL))


def told_of(passage: Passage) -> Speaker | None:
    """The one official who is the subject of a sentence; None without one."""
    verbs = [i for i in range(passage.first, passage.last) if clauses.is_finite(passage.tokens[i])]
    people = {p.refs: p for i in verbs[:1] for p in grammar.subjects(passage, i) if p.kind is MentionKind.OFFICIAL}
    if len(people) != 1:
        return None
    party = next(iter(people.values()))
    return Speaker(refs=party.refs[:1], start=party.start, stop=party.stop, rule="rule:subject_before")


def _both(passage: Passage, verb: Verb, sides: tuple[str, ...]) -> Speaker | None:
    """ "Стороны", "собеседники" where coreference has not said who they are."""
    if len(sides) < 2:
        return None
    clause = passage.clause(verb.first)
    for _, token in clauses.words(passage.tokens, clause):
        if token.text.lower() in _SIDES:
            return Speaker(refs=sides[:2], start=token.start, stop=token.stop, rule="rule:both_sides", together=True)
    return None


def foreign(passage: Passage, verb: Verb) -> bool:
    """Whether the verb has a subject of its own that is no official: a body, a state, or any noun in the nominative."""
    if any(p.kind is not MentionKind.OFFICIAL for p in grammar.subjects(passage, verb.first)):
        return True
    clause = passage.clause(verb.first)
    before = passage.tokens[clause.first : verb.first]
    after = passage.tokens[verb.last : min(verb.last + 1, clause.last)]
    able = [*before, *(t for t in after if "accs" not in morphology.cases(t.text))]
    return any(t.pos in {"NOUN", "NPRO"} and t.case == "nomn" for t in able if t.text.lower() not in {"что", "это"})


def attribution(passage: Passage) -> Party | None:
    """The official of "по словам ...", "по мнению ..."; None without one."""
    for party in passage.of_kind(MentionKind.OFFICIAL):
        if _ATTRIBUTION.search(passage.text(party.first - 3, party.first)) or (
            party.last - party.first == 1 and _ATTRIBUTION.search(passage.text(party.first - 1, party.last + 1))
        ):
            return party
    return None


_ON = re.compile(
    r"^(?:\W*)(?:по (?:его|её|ее|словам (?:генсека|политика|дипломата|министра|президента|посла))|"
    r"на (?:его|её|ее) взгляд)\b"
)


def thinks(passage: Passage) -> bool:
    """Whether a sentence is attributed as what somebody thinks ("по мнению")."""
    return _THOUGHT.search(passage.text(passage.first, passage.first + 6)) is not None


def attributed_on(passage: Passage) -> bool:
    """Whether the sentence is said to be "по его словам", with nobody named."""
    return _ON.match(passage.text(passage.first, passage.first + 4)) is not None
