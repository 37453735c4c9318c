"""Turns of a conversation, each after the name of who speaks and a colon: "Иван Тестов: Мы готовы"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ...light import dataclass
from ...model import LocalId
from ..reading import MentionForm, MentionKind, Reading
from . import clauses
from .passages import Passage
from .speakers import Speaker

_LABEL = 25
"""Tokens before the colon of the longest label."""
_SHORT = 7
"""Tokens before the colon of a label that names no official: of who asks."""
_INITIALS = 5
"""Tokens of a family name with initials."""
_CARD = 2
"""Paragraphs after a label on a line of its own that are that speaker's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Whose words a sentence is, None for whoever asks; ``first`` is its first token after the label."""

    speaker: Speaker | None
    first: int


def find(reading: Reading, passages: Sequence[Passage]) -> dict[int, Turn]:
    """Turns by sentence; empty for a text in which no official's name stands before a colon."""
    paragraphs = [tuple(group) for _, group in groupby(passages, key=lambda p: p.sentence.paragraph)]
    families = {official.name.split()[-1].lower(): official.id for official in reversed(reading.officials)}
    labels = [_label(inner[0], inner[-1], families) for inner in paragraphs]
    if not any(turn is not None and turn.speaker is not None for turn in labels):
        return {}
    return dict(_turns(paragraphs, labels))


def _turns(paragraphs: Sequence[tuple[Passage, ...]], labels: Sequence[Turn | None]) -> Iterator[tuple[int, Turn]]:
    several = sum(turn is not None for turn in labels) > 1
    held: Turn | None = None
    left = 0
    for inner, label in zip(paragraphs, labels, strict=True):
        if label is not None:
            card = label.first >= inner[0].last
            held, left = label, len(paragraphs) if several and not card else _CARD if card else 1
            if card:
                yield inner[0].index, Turn(speaker=None, first=label.first)
                continue
        elif held is None or left <= 0 or _told_of(held, inner) or _is_heading(inner):
            held = None
            continue
        left -= 1
        for passage in inner:
            first = label.first if label is not None and passage is inner[0] else passage.first
            yield passage.index, Turn(speaker=held.speaker, first=first)


def _label(passage: Passage, last: Passage, families: dict[str, LocalId]) -> Turn | None:
    """The label of a paragraph: a name and what it explains, or a few words with a capital, then a colon."""
    tokens = passage.tokens
    stop = min(passage.last, passage.first + _LABEL)
    colon = next((at for at in range(passage.first + 1, stop) if tokens[at].text == ":"), None)
    if colon is None or any(clauses.is_finite(t) for t in tokens[passage.first : colon]):
        return None
    if colon + 1 in passage.quoted or colon + 2 in passage.quoted:
        return None
    party = next((p for p in passage.of_kind(MentionKind.OFFICIAL) if p.first <= passage.first + 1), None)
    if party is not None and party.last <= colon and party.form is MentionForm.NAME and party.case in {"nomn", ""}:
        who = Speaker(refs=party.refs[:1], start=party.start, stop=party.stop, rule="rule:turn")
        return Turn(speaker=who, first=colon + 1)
    family = tokens[colon - 1]
    if colon - passage.first <= _INITIALS and family.text.lower() in families:
        refs = (families[family.text.lower()],)
        return Turn(speaker=Speaker(refs=refs, start=family.start, stop=family.stop, rule="rule:turn"), first=colon + 1)
    short = colon - passage.first <= _SHORT and tokens[passage.first].text[:1].isupper()
    asks = short and passage.last - colon > 1 and tokens[last.last - 1].text[-1] == "?"
    return Turn(speaker=None, first=colon + 1) if asks else None


def _told_of(turn: Turn, inner: Sequence[Passage]) -> bool:
    """Whether a paragraph tells of the speaker by name, and is no words of theirs."""
    return turn.speaker is not None and any(
        party.form is MentionForm.NAME and turn.speaker.refs[0] in party.refs
        for passage in inner
        for party in passage.of_kind(MentionKind.OFFICIAL)
    )


def _is_heading(inner: Sequence[Passage]) -> bool:
    """Whether a paragraph is a heading, with which the words end."""
    last = inner[-1].tokens[inner[-1].last - 1].text
    return len(inner) == 1 and inner[0].last - inner[0].first <= _LABEL // 2 and last[-1].isalnum()
