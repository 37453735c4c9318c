"""The sentences that tell of an interaction: what a reader wants to see behind it, beside the words of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..model import Event, Evidence, Mode
from .reading import Reading, Sentence

TRIGGER = "interactionType"


def tellings(reading: Reading, events: Iterable[Event], evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """One Evidence for each sentence that holds words by which an event was recognised; it supports ``accountOf``.

    It is as sure as those words are.
    """
    keys = {event.id: event.key for event in events}
    seen: set[tuple[str, int]] = set()
    for words in sorted(evidence, key=lambda item: (item.subject, -item.score, item.start)):
        sentence = _around(reading.sentences, words) if words.property == TRIGGER else None
        if sentence is None or words.subject not in keys or (words.subject, sentence.start) in seen:
            continue
        seen.add((words.subject, sentence.start))
        yield Evidence(
            subject=words.subject,
            property="accountOf",
            value=keys[words.subject],
            start=sentence.start,
            stop=sentence.stop,
            quote=reading.document.text[sentence.start : sentence.stop],
            method="rule:sentence_of_trigger",
            score=words.score,
        )


def implied_modes(events: Iterable[Event], evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """For a mode that no words of its own give: the words of the type, which imply it ("встреча": in person)."""
    known = list(evidence)
    told = {item.subject for item in known if item.property == "mode"}
    for event in events:
        words = [item for item in known if item.subject == event.id and item.property == TRIGGER]
        if event.id not in told and event.mode is not Mode.UNKNOWN and words:
            surest = min(words, key=lambda item: (-item.score, item.start))
            yield replace(surest, property="mode", value=event.mode.value, method="rule:mode_of_type", score=0.6)


def _around(sentences: Iterable[Sentence], words: Evidence) -> Sentence | None:
    return next((one for one in sentences if one.start <= words.start < one.stop), None)
