"""What was seen in a document, sentence by sentence, and which rule decided: plain lines for the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Document, Evidence, Facts
from .tokens import segment


def lines(document: Document, facts: Facts) -> Iterator[str]:
    """For each sentence its text, then a line for each fact that rests on its words, or that there is none.

    >>> from sco_graph.corpus import from_text
    >>> document = from_text("Nothing happened.", language="en")
    >>> list(lines(document, Facts(document=document.key)))
    ['1 [0:17] Nothing happened.', '    nothing found', '0 facts in 1 sentences']
    """
    names = labels(facts)
    _, sentences = segment(document.text)
    for number, sentence in enumerate(sentences, 1):
        text = " ".join(document.text[sentence.start : sentence.stop].split())
        yield f"{number} [{sentence.start}:{sentence.stop}] {text}"
        found = [e for e in facts.evidence if sentence.start <= e.start < sentence.stop]
        yield from (f"    {line}" for line in _facts(found, names))
        if not found:
            yield "    nothing found"
    yield f"{len(facts.evidence)} facts in {len(sentences)} sentences"


def labels(facts: Facts) -> dict[str, str]:
    """Readable names of local ids: the name of a person or body, the type and date of an event."""
    named = {official.id: official.name for official in facts.officials}
    named |= {body.id: body.code for body in facts.organisations}
    named |= {holder.id: f"by post alone: {holder.key}" for holder in facts.implied}
    named |= {event.id: f"{event.type} {event.date or 'undated'}" for event in facts.events}
    named |= {said.id: f"statement of {named.get(said.speaker, said.speaker)}" for said in facts.statements}
    return {str(key): str(value) for key, value in named.items()}


def _facts(found: Sequence[Evidence], names: dict[str, str]) -> Iterator[str]:
    for item in sorted(found, key=lambda e: (e.start, e.stop, e.subject, e.property, e.value)):
        subject = names.get(item.subject, "")
        value = names.get(item.value, item.value)
        quote = " ".join(item.quote.split())
        who = f"{item.subject} ({subject})" if subject else item.subject
        yield f"{who} {item.property} = {value}: «{quote}» by {item.method}, {item.score:.2f}"
