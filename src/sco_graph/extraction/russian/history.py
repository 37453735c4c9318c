"""Who has been spoken of: the memory from which pronouns and "собеседник" are understood."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

_RECENT = 3
"""Sentences over which a pronoun reaches back."""
_SPEECH = 2
"""Sentences more over which it reaches past direct speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """An official (local id) mentioned in a sentence, in a case; ``quoted`` if in somebody's direct speech."""

    sentence: int
    ref: str
    case: str
    quoted: bool = False


@dataclass(slots=True)
class History:
    """Mentions of officials so far, latest last."""

    heard: list[Heard] = field(default_factory=list)
    last: dict[str, int] = field(default_factory=dict)
    """Sentence of the last mention of each, in order of the first."""

    def add(self, sentence: int, ref: str, case: str, *, quoted: bool = False) -> None:
        """Remember a mention."""
        self.heard.append(Heard(sentence=sentence, ref=ref, case=case, quoted=quoted))
        self.last[ref] = len(self.heard)

    def latest(self, refs: Collection[str]) -> str:
        """The one of these who was mentioned last; if none yet was, the only one; or nothing.

        >>> history = History()
        >>> history.add(0, "p1", "nomn"); history.add(0, "p2", "ablt")
        >>> history.latest({"p1", "p2", "p3"}), history.latest({"p3"}), history.latest({"p3", "p4"})
        ('p2', 'p3', '')
        """
        seen = [ref for ref in refs if ref in self.last]
        if seen:
            return max(seen, key=lambda ref: self.last[ref])
        return next(iter(refs)) if len(set(refs)) == 1 else ""

    def pair(self) -> list[str]:
        """The two who talk: the first two officials mentioned; empty as long as there is one only."""
        first = list(self.last)[:2]
        return first if len(first) == 2 else []

    def both(self, sentence: int) -> list[str]:
        """The two of whom a sentence speaks: those of the last one, one of the pair and somebody new, or the pair."""
        pair = self.pair()
        near = list(dict.fromkeys(h.ref for h in self.since(sentence - 1)))
        if len(near) == len(pair) and near:
            return [ref for ref in self.last if ref in near]
        if len(near) == 1 and pair and near[0] not in pair:
            return [pair[0], near[0]]
        return pair

    def other(self, sentence: int) -> str:
        """Of the two who talk, the one who is not the subject, or nothing."""
        pair = self.pair()
        subject = next((h.ref for h in reversed(self.heard) if h.case == "nomn"), "")
        return next((ref for ref in pair if ref != subject), "") if subject in pair else ""

    def antecedent(self, sentence: int, refs: Collection[str], *, subject: bool, quoted: bool = False) -> str:
        """Of these, who was the subject last, within a few sentences; or who was mentioned last.

        ``subject`` tells whether the pronoun is itself one; another does not mean the subject of its own sentence.
        A pronoun outside direct speech does not mean those whom the speech names, as long as there is anybody else.
        """
        recent = [h for h in self.since(sentence - _RECENT) if h.ref in refs]
        if not quoted and any(h.quoted for h in recent):
            told = [h for h in self.since(sentence - _RECENT - _SPEECH) if h.ref in refs and not h.quoted]
            recent = told or recent
        if subject:
            found = next((h.ref for h in recent if h.case == "nomn"), "")
            return found or (recent[0].ref if recent else "")
        here = {h.ref for h in recent if h.sentence == sentence and h.case == "nomn"}
        return next((h.ref for h in recent if h.ref not in here), "")

    def since(self, sentence: int) -> Iterator[Heard]:
        """Mentions from a sentence on, latest first."""
        for heard in reversed(self.heard):
            if heard.sentence < sentence:
                return
            yield heard
