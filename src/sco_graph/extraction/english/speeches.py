"""Letters, speeches and transcripts: from which sentence on somebody speaks for themself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...light import dataclass
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
_CLOSING = re.compile(
    r"^(?:yours |most )?(?:respectfully|sincerely|faithfully|truly|cordially)\b(?: yours)?\s*[,.\n]|"
    r"^please accept, .{0,60}assurances|"
    r"^(?:with|best|kind|warm(?:est)?) .{0,40}(?:regards|respect|wishes|esteem)\s*[,.\n]",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"\b(?:remarks|statement|speech|address|message|letter|greetings?|lecture|intervention)\b", re.I)
_TEXT_OF = re.compile(r"\b(?:text of|following (?:is|are)|reads? as follows)\b", re.I)
_HEADINGS = 4
"""Sentences among which a heading says whose words follow."""
_LINE = 6
"""Words of a line that may be a place, a day or an address."""
_ADDRESSED = re.compile(r"^(?:to |h\. ?e\.|his |her |your |the honou?rable)", re.IGNORECASE)
_CORRESPONDENCE = re.compile(r"\baccept\b|\bcongratulat|\bcondolence|\bthis letter\b", re.IGNORECASE)
_COURTESY = re.compile(
    r"^[\"“]?(?:[^:]{1,60} : )?(?:[\w .]{1,40} , )?(?:(?:it|this) (?:is|'s|’s|gives|was)"
    r" (?:\w+ ){0,3}(?:pleasure|honou?r|privilege|joy|pleasant|delight)\b"
    r"|i (?:'m|’m|am) (?:\w+ ){0,2}(?:pleased|honou?red|delighted|glad|happy|privileged|grateful)\b"
    r"|(?:i|we) (?:warmly |greatly )?(?:welcome|appreciate|have|thank you for)"
    r" (?:the|this) (?:opportunity|honou?r|privilege)"
    r"|on behalf of [^,]{0,80}, (?:i|we) (?:warmly )?welcome you)"
    r"(?: (?:for|of) (?:me|us|mine))?(?: \w+){0,2} (?:to|of) (?:be|attend|address|speak|welcome|greet|join|meet|"
    r"participate|take part|open|see|participating|speaking|addressing)\b",
    re.IGNORECASE,
)
_HEADLINES = 2
"""Sentences at the head of a text that may be headlines."""
_BELOW = 3
"""Sentences below a closing formula in which whoever signs stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks, the words that say so, the rule, and from which sentence on."""

    ref: str
    start: int
    stop: int
    rule: str
    passage: int
    until: int | None = None
    """The sentence before which the words end, where something else follows them."""


def first_person(passage: Passage) -> bool:
    """Whether somebody speaks of themself in a sentence."""
    return any(t.text.lower() in _FIRST for t in passage.tokens[passage.first : passage.last])


def courtesy(passage: Passage) -> bool:
    """Whether a sentence only says how glad somebody is to be there: "It is an honour for me to address"."""
    return _COURTESY.match(passage.text(passage.first, passage.last)) is not None


def author(reading: Reading, passages: Sequence[Passage], main: Account | None) -> Voice | None:
    """The author of a letter or speech that the document gives; None where it only tells of one."""
    return (
        _signed(reading, passages)
        or _sender(passages, main)
        or _speaker(reading, passages)
        or _titled(reading, passages)
    )


def _signed(reading: Reading, passages: Sequence[Passage]) -> Voice | None:
    """Whoever signs a letter: named below "Sincerely," or, of a text with an address, as its last words."""
    text = reading.document.text
    start = next((p.index for p in passages if SALUTATION.match(text[p.sentence.start : p.sentence.stop])), None)
    if start is None:
        start = next((p.index for p in passages if first_person(p)), None)
    if start is None:
        return None
    closing = next((p for p in passages[start + 1 :] if _CLOSING.match(text[p.sentence.start : p.sentence.stop])), None)
    below = passages[closing.index : closing.index + _BELOW + 1] if closing is not None else ()
    if closing is None and SALUTATION.match(text[passages[start].sentence.start :]):
        below = [p for p in passages[max(start + 2, len(passages) - 2) :] if _bare_name(p)]
    for passage in below:
        for party in passage.of_kind(MentionKind.OFFICIAL):
            if party.form is MentionForm.NAME:
                until = closing.index if closing is not None else passage.index
                return Voice(
                    ref=party.ref, start=party.start, stop=party.stop, rule="rule:signed", passage=start, until=until
                )
    return None


def _bare_name(passage: Passage) -> bool:
    """Whether a line is nothing but a name, with posts maybe."""
    words = passage.tokens[passage.first : passage.last]
    people = passage.of_kind(MentionKind.OFFICIAL)
    named = bool(people) and people[0].first - passage.first <= 1
    return named and not any(t.pos in {"VBD", "VBZ", "AUX", "MD"} or t.text in {".", ":"} for t in words)


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
        if named and _addressee(reading, passages, passage, named[-1]):
            return None
        if named and sum(1 for p in later if first_person(p)) > 0:
            return Voice(
                ref=named[-1].ref, start=named[-1].start, stop=named[-1].stop, rule="rule:author", passage=passage.index
            )
    return None


def _titled(reading: Reading, passages: Sequence[Passage]) -> Voice | None:
    """Whose speech or message a heading says that the text is: "Mr Testov's remarks", "the text of a message by"."""
    text = reading.document.text
    for passage in passages[:_HEADINGS]:
        words = text[passage.sentence.start : passage.sentence.stop]
        people = passage.of_kind(MentionKind.OFFICIAL)
        whole = _TEXT_OF.search(words) is not None
        if not people or not (whole or (_SPEECH.search(words) and not _tells(passage))):
            continue
        later = [p for p in passages[passage.index + 1 : passage.index + 6] if len(p.tokens[p.first : p.last]) > _LINE]
        if sum(1 for p in later if first_person(p) and not any(p.first <= q < p.last for q in p.quoted)) > 0:
            start = later[0].index
            author = people[0]
            return Voice(ref=author.ref, start=author.start, stop=author.stop, rule="rule:titled", passage=start)
    return None


def _tells(passage: Passage) -> bool:
    """Whether a sentence has a finite verb."""
    words = passage.tokens[passage.first : passage.last]
    return any(t.pos in {"VBD", "VBZ", "AUX", "MD"} and t.text[0].isalpha() and t.text != "remarks" for t in words)


def _addressee(reading: Reading, passages: Sequence[Passage], salutation: Passage, named: Party) -> bool:
    """Whether the name above a salutation says whom a letter is to: "H.E. Mr Testov", then "please accept"."""
    text = reading.document.text
    line = text[text.rfind("\n", 0, named.start) + 1 : named.stop]
    later = passages[min(salutation.index + 2, len(passages) - 1)]
    return bool(_ADDRESSED.match(line.strip()) and _CORRESPONDENCE.search(text, named.stop, later.sentence.stop))


def titular(passage: Passage) -> bool:
    """Whether a sentence is a headline that quotes somebody: "Ivan Testov: Trade is a bridge"."""
    last = passage.tokens[passage.last - 1].text
    return passage.index <= _HEADLINES and last not in {".", "!", "?"}


def turn(passage: Passage) -> Party | None:
    """Who takes the floor in a transcript: a name at the head of a sentence, then a colon."""
    people = passage.of_kind(MentionKind.OFFICIAL)
    if not people or people[0].first - passage.first > 1 or people[0].last >= passage.last:
        return None
    colon = people[0].last < passage.last and passage.tokens[people[0].last].text == ":"
    return people[0] if colon and grammar.preposition(passage, people[0].first) == "" else None
