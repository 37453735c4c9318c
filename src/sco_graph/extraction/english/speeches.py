"""Letters, speeches and transcripts: from which sentence on somebody speaks for themself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import InteractionType, Role
from ..drafts import Account
from ..reading import MentionForm, MentionKind, Reading
from . import grammar
from .passages import Party, Passage

SALUTATION = re.compile(
    r"^[\"“]?(?:dear|excellenc|your excellenc|ladies|distinguished|esteemed|honou?rable|respected|colleagues|"
    r"friends|mr\.? (?:president|chair)|madam|heads of delegation|comrades)",
    re.IGNORECASE,
)
_FIRST = frozenset({"i", "we", "my", "our", "us", "me"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks, the words that say so, the rule, and from which sentence on."""

    ref: str
    start: int
    stop: int
    rule: str
    passage: int


def first_person(passage: Passage) -> bool:
    """Whether somebody speaks of themself in a sentence."""
    return any(t.text.lower() in _FIRST for t in passage.tokens[passage.first : passage.last])


def author(reading: Reading, passages: Sequence[Passage], main: Account | None) -> Voice | None:
    """The author of a letter or speech that the document gives; None where it only tells of one."""
    return _sender(passages, main) or _speaker(reading, passages)


def _sender(passages: Sequence[Passage], main: Account | None) -> Voice | None:
    if main is None or main.sum.type is not InteractionType.LETTER:
        return None
    part = next((p for p in main.sum.parts if p.role is Role.SENDER and p.ref.startswith("p")), None)
    start = next((p.index for p in passages if p.index > main.sum.passage and first_person(p)), None)
    if part is None or start is None:
        return None
    return Voice(ref=part.ref, start=part.start, stop=part.stop, rule="rule:sender", passage=start)


def _speaker(reading: Reading, passages: Sequence[Passage]) -> Voice | None:
    """Whoever is named last before a salutation that a text in the first person follows."""
    text = reading.document.text
    given = _given(passages)
    if given is not None:
        return given
    for passage in passages[:12]:
        if not SALUTATION.match(text[passage.sentence.start : passage.sentence.stop]):
            continue
        later = passages[passage.index : passage.index + 8]
        named = [
            p
            for earlier in passages[: passage.index]
            for p in earlier.of_kind(MentionKind.OFFICIAL)
            if p.form is MentionForm.NAME
        ]
        if named and sum(1 for p in later if first_person(p)) > 0:
            return Voice(
                ref=named[-1].ref, start=named[-1].start, stop=named[-1].stop, rule="rule:author", passage=passage.index
            )
    return None


_TEXT_OF = re.compile(
    r"\b(?:text|transcript|version) of .{0,60}\b(?:message|remarks|statement|address|speech|letter)|"
    r"^(?:following (?:is|are)|the following)|\b(?:message|remarks|statement|address|speech)\b[^.]*:$"
)
_AHEAD = 4


def _given(passages: Sequence[Passage]) -> Voice | None:
    """Whose words follow a line that says so: "Following is the text of Ivan Testov's message to the Council:"."""
    for passage in passages[:_AHEAD]:
        words = passage.text(passage.first, passage.last)
        people = [p for p in passage.of_kind(MentionKind.OFFICIAL) if p.form is MentionForm.NAME and len(p.refs) == 1]
        later = passages[passage.index + 1 : passage.index + 6]
        if people and _TEXT_OF.search(words) and sum(1 for p in later if first_person(p)) > 1:
            first = people[0]
            return Voice(
                ref=first.ref, start=first.start, stop=first.stop, rule="rule:author", passage=passage.index + 1
            )
    return None


def turn(passage: Passage) -> Party | None:
    """Who takes the floor in a transcript: a name at the head of a sentence, then a colon."""
    people = passage.of_kind(MentionKind.OFFICIAL)
    if not people or people[0].first - passage.first > 1 or people[0].last >= passage.last:
        return None
    colon = people[0].last < passage.last and passage.tokens[people[0].last].text == ":"
    return people[0] if colon and grammar.preposition(passage, people[0].first) == "" else None
