"""Interviews: questions of a journalist and the answers of the official who gives the interview."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from ...model import InteractionType
from ..accounts import Telling
from ..reading import MentionForm, MentionKind, Reading
from .passages import Party, Passage
from .speakers import Speaker

_ASKS = re.compile(r"(?:вопрос|корр(?:еспондент)?)\b\s*[:.–—-]", re.IGNORECASE)
_ANSWERS = re.compile(r"(?:ответ\b\s*[:.–—-])", re.IGNORECASE)
_NAMED = re.compile(r"\bинтервью\b|\bбеседовал", re.IGNORECASE)
_DASHED = re.compile(r"[-–—]\s")
"""How question and answer begin where a conversation names neither who asks nor who answers."""
_HEAD = 4
"""Paragraphs in which an interview calls itself one."""
_LONG_QUESTION = 5
"""Sentences of the longest question."""


def answers(reading: Reading, told: Telling[Passage]) -> tuple[Speaker | None, frozenset[int], frozenset[int]]:
    """Who gives the interview, the sentences of the answers and those of the questions; nobody where it is none."""
    turns = _paragraphs(reading, told.passages)
    head = " ".join(text for text, _ in turns[:_HEAD])
    asked = [at for at, (text, inner) in enumerate(turns) if _is_question(text, inner)]
    marked = any(_ASKS.match(turns[at][0]) for at in asked)
    dashed = any(
        _DASHED.match(turns[at][0]) and _DASHED.match(text) for at in asked for text, _ in turns[at + 1 : at + 2]
    )
    speaker = labelled(reading, told.passages) or _interviewee(told)
    dashed = dashed or (speaker is not None and speaker.rule == _LABEL)
    if speaker is None or not asked or not (_NAMED.search(head) or marked or dashed):
        return None, frozenset(), frozenset()
    said, questions, answering = set[int](), set[int](), False
    for at, (text, inner) in enumerate(turns):
        if at in asked:
            questions.update(p.index for p in inner)
            answering = True
        elif speaker.rule == _LABEL and _label(inner, speaker.refs) is not None:
            said.update(p.index for p in inner)
            answering = True
        elif _is_heading(text) or _told_of(speaker, inner):
            answering = False
        elif (answering and not text.startswith("(")) or _ANSWERS.match(text):
            said.update(p.index for p in inner)
    return (speaker, frozenset(said), frozenset(questions)) if said else (None, frozenset(), frozenset())


_LABEL = "rule:label"
"""Rule of a speaker whose name stands with a colon at the head of the answers."""


def labelled(reading: Reading, passages: Sequence[Passage]) -> Speaker | None:
    """The guest of an interview in which each turn begins with a name and a colon, a question with somebody else's."""
    turns = _paragraphs(reading, passages)
    for before, after in pairwise(turns):
        if not before[0].rstrip('»" ').endswith("?") or not _TURN.match(before[0]):
            continue
        party = _label(after[1], ())
        if party is not None:
            return Speaker(refs=party.refs[:1], start=party.start, stop=party.stop, rule=_LABEL)
    return None


_TURN = re.compile(r"[«\"]?[А-ЯЁA-Z][^:.?!\n]{1,60}:\s")


def _label(inner: Sequence[Passage], refs: Sequence[str]) -> Party | None:
    """The official whose name with a colon opens a paragraph; one of ``refs`` if there are any."""
    first = inner[0]
    for party in first.of_kind(MentionKind.OFFICIAL):
        opens = party.first == first.first and party.last < first.last and first.tokens[party.last].text == ":"
        if opens and (not refs or party.ref in refs):
            return party
    return None


def _is_heading(text: str) -> bool:
    """Whether a paragraph is a heading, with which the answers end: short, and with no mark at its end."""
    return len(text.split()) <= _HEADING and text[-1].isalnum()


_HEADING = 8
"""Words of the longest heading between turns."""


def _told_of(speaker: Speaker, inner: Sequence[Passage]) -> bool:
    """Whether a paragraph tells of the guest by name, and is no answer of theirs: "Раньше Н. Иванов говорил"."""
    return any(
        party.form is MentionForm.NAME and speaker.refs[0] in party.refs
        for passage in inner
        for party in passage.of_kind(MentionKind.OFFICIAL)
    )


def _paragraphs(reading: Reading, passages: Sequence[Passage]) -> list[tuple[str, list[Passage]]]:
    """Paragraphs with their text and their sentences."""
    result = []
    for _, group in groupby(passages, key=lambda p: p.sentence.paragraph):
        inner = list(group)
        result.append((reading.document.text[inner[0].sentence.start : inner[-1].sentence.stop].strip(), inner))
    return result


def _is_question(text: str, inner: Sequence[Passage]) -> bool:
    """Whether a paragraph asks: it says so, or is short and ends with a question mark."""
    if _ASKS.match(text):
        return True
    return text.rstrip('»" ').endswith("?") and len(inner) <= _LONG_QUESTION and not _ANSWERS.match(text)


def _interviewee(told: Telling[Passage]) -> Speaker | None:
    """The official who takes part in the interview that the text is, or whom the text names first."""
    parts = told.accounts[told.main].sum.parts if told.main is not None else ()
    briefing = told.main is not None and told.accounts[told.main].sum.type is InteractionType.BRIEFING
    part = next((p for p in parts if briefing and p.ref.startswith("p")), None)
    if part is not None:
        return Speaker(refs=(part.ref,), start=part.start, stop=part.stop, rule="rule:interviewed")
    for passage in told.passages[:_HEAD]:
        for party in passage.of_kind(MentionKind.OFFICIAL):
            if party.form is MentionForm.NAME:
                return Speaker(refs=party.refs[:1], start=party.start, stop=party.stop, rule="rule:interviewed")
    return None
