"""Draw facts of documents at random, to be checked by hand against their words.

    python bench/draw.py FOLDER [FOLDER ...] [--number 20] [--seed 1] [--language ru]

Kinds of facts take turns, so that rare ones are drawn as often as names; within a kind every fact is as likely as any
other. Prints the fact, its words, the sentence around them, and the document. The same seed, rules and documents give
the same facts.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from sco_graph import extract, read
from sco_graph.corpus import find
from sco_graph.extraction.explaining import labels
from sco_graph.extraction.tokens import segment
from sco_graph.model import Document, Evidence, Facts

KINDS = {
    "interactionType": "interaction", "participant": "participation", "post": "post", "speechAct": "statement",
    "startDate": "date", "discusses": "issue", "place": "place", "mention": "name",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A fact of a document, in words, with the evidence that is surest."""

    document: Document
    kind: str
    told: str
    best: Evidence


def facts_of(document: Document, facts: Facts) -> Iterator[Drawn]:
    """Every fact of the kinds that are drawn, each once."""
    best: dict[tuple[str, str, str], Evidence] = {}
    for item in facts.evidence:
        claim = item.subject, item.property, item.value
        if item.property in KINDS and (claim not in best or item.score > best[claim].score):
            best[claim] = item
    tell = _Teller(facts)
    for item in best.values():
        if item.subject not in facts.states:
            yield Drawn(document=document, kind=KINDS[item.property], told=tell(item), best=item)


class _Teller:
    """Says a claim in words."""

    def __init__(self, facts: Facts) -> None:
        self._names = labels(facts) | {str(state): str(state) for state in facts.states}
        self._posts = {(str(p.holder), str(p.key)): f"{p.title} @ {p.org}" for p in facts.posts}
        self._events = {str(event.id): event for event in facts.events}
        self._said = {str(said.id): said for said in facts.statements}

    def __call__(self, item: Evidence) -> str:
        subject = self._names.get(item.subject, item.subject)
        value = self._posts.get((item.subject, item.value)) or self._names.get(item.value, item.value)
        if event := self._events.get(item.subject):
            state = f", {event.place_state}" if event.place_state else ""
            value = f"{event.place}{state}" if item.property == "place" else value
            subject += f" ({'main, ' if event.main else ''}{event.status}, {event.mode})"
        if said := self._said.get(item.subject):
            subject = f"{self._names.get(said.speaker, said.speaker)}: {', '.join(said.issues) or 'no issue'}"
        return f"{subject} | {item.property} = {value}"


def draw(found: Sequence[Drawn], number: int, seed: int) -> Iterator[Drawn]:
    """So many facts, kinds in turn; fewer where there are no more."""
    chance = random.Random(seed)
    by_kind: dict[str, list[Drawn]] = defaultdict(list)
    for fact in found:
        by_kind[fact.kind].append(fact)
    for facts in by_kind.values():
        chance.shuffle(facts)
    for kind in cycle(KINDS.values()):
        if not number or not any(by_kind.values()):
            return
        if by_kind[kind]:
            yield by_kind[kind].pop()
            number -= 1


def lines(number: int, fact: Drawn) -> Iterator[str]:
    """A fact as it is checked."""
    best, text = fact.best, fact.document.text
    _, sentences = segment(text)
    around = [s for s in sentences if s.start < best.stop and best.start < s.stop]
    start, stop = (around[0].start, around[-1].stop) if around else (best.start, best.stop)
    yield f"{number}. {fact.kind}: {fact.told}"
    yield f"   «{_flat(best.quote)}» by {best.method}, {best.score:.2f}"
    yield f"   in: {_flat(text[start:stop])}"
    yield f"   of: {fact.document.source} ({fact.document.language}, {fact.document.published or 'undated'})"


def _flat(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 600 else f"{flat[:600]} ..."


def main() -> int:
    """Read the folders, draw and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--number", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", default="")
    chosen = parser.parse_args()
    found = [
        fact
        for path, root in find(chosen.folders)
        if (document := read(path, root)).language.startswith(chosen.language)
        for fact in facts_of(document, extract(document))
    ]
    for number, fact in enumerate(draw(found, chosen.number, chosen.seed), 1):
        print("\n".join(lines(number, fact)), end="\n\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
