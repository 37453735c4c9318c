"""factRuEval-2016, dev part: Russian news with facts; https://github.com/dialogue-evaluation/factRuEval-2016, MIT.

Three layers: spans (characters), mentions of objects (spans), objects (mentions), and facts over objects and spans.
A fact that its annotators mark as hard ("Сложность повышенная") is left out of the official count; it is optional here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .gold import Meeting, Person, Post, Span, Text

_HARD = "Сложность"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fact:
    kind: str
    values: tuple[tuple[str, str], ...]

    @property
    def hard(self) -> bool:
        return any(name == _HARD for name, _ in self.values)

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.values if key == name]


def texts(folder: Path) -> Iterator[Text]:
    """All texts of the dev part."""
    for path in sorted((folder / "devset").glob("*.txt")):
        yield _text(path)


def _text(path: Path) -> Text:
    spans = {row[0]: (int(row[2]), int(row[2]) + int(row[3])) for row in _rows(path, "spans")}
    mentions = {row[0]: (row[1], [cell for cell in row[2:] if cell in spans]) for row in _rows(path, "objects")}
    objects = {first[0]: first[1:] for first in _records(path, "coref")}
    facts = list(_facts(path))
    persons = {
        f"obj{key}": tuple(_whole(mentions[m][1], spans) for m in members if m in mentions)
        for key, members in objects.items()
        if any(m in mentions and mentions[m][0] == "Person" for m in members)
    }
    at = {key: number for number, key in enumerate(persons)}
    easy = {who for fact in facts if fact.kind == "Occupation" and not fact.hard for who in _objects(fact, "Who")}
    hard = {who for fact in facts if fact.kind == "Occupation" for who in _objects(fact, "Who")} - easy
    text = path.read_text("utf-8")
    people = tuple(
        Person(spans=found, official=key in easy, optional=key in hard or not found) for key, found in persons.items()
    )
    posts = tuple(
        Post(person=at[who], words=found, title=text[found[0][0] : found[0][1]], optional=fact.hard)
        for fact in facts
        if fact.kind == "Occupation"
        for who in _objects(fact, "Who")
        if who in at and (found := _positions(fact, spans))
    )
    meetings = tuple(
        Meeting(people=frozenset(at[who] for who in _objects(fact, "Participant") if who in at), optional=fact.hard)
        for fact in facts
        if fact.kind == "Meeting"
    )
    return Text(name=path.stem, text=text, language="ru", people=people, posts=posts, meetings=meetings)


def _whole(members: list[str], spans: dict[str, Span]) -> Span:
    return min(spans[m][0] for m in members), max(spans[m][1] for m in members)


def _rows(path: Path, layer: str) -> Iterator[list[str]]:
    for line in path.with_suffix(f".{layer}").read_text("utf-8").splitlines():
        if cells := line.partition("#")[0].split():
            yield cells


def _records(path: Path, layer: str) -> Iterator[list[str]]:
    for record in path.with_suffix(f".{layer}").read_text("utf-8").split("\n\n"):
        if lines := record.strip().splitlines():
            yield lines[0].split()


def _facts(path: Path) -> Iterator[_Fact]:
    file = path.with_suffix(".facts")
    for record in re.split(r"\n\s*\n", file.read_text("utf-8")) if file.exists() else ():
        lines = record.strip().splitlines()
        if lines and len(head := lines[0].split()) == 2:
            values = tuple((name, rest) for name, _, rest in (line.partition(" ") for line in lines[1:]))
            yield _Fact(kind=head[1], values=values)


def _objects(fact: _Fact, name: str) -> list[str]:
    return [found for value in fact.all(name) for found in re.findall(r"\bobj\d+", value)]


def _positions(fact: _Fact, spans: dict[str, Span]) -> tuple[Span, ...]:
    named = (found[4:] for value in fact.all("Position") for found in re.findall(r"\bspan\d+", value))
    return tuple(spans[number] for number in named if number in spans)
