"""NEREL 1.1, dev part: Russian Wikinews with relations; https://github.com/nerel-ds/NEREL. Evaluation only.

It states no licence: nothing of it is kept here but figures. Relations hold between mentions; mentions of one person or
body are those with the same Wikidata item, the same letters, or the relation ALTERNATIVE_NAME.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .gold import Participation, Person, Post, Span, Text, Workplace, linked

_EMPLOYERS = {"ORGANIZATION", "COUNTRY", "STATE_OR_PROVINCE", "CITY", "DISTRICT", "LOCATION"}


@dataclass(slots=True)
class _Layer:
    kinds: dict[str, str] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    items: dict[str, str] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)

    def of(self, relation: str, first: str, *second: str) -> list[tuple[str, str]]:
        """Pairs of mentions in a relation, of given kinds."""
        return [
            (one, other)
            for name, one, other in self.relations
            if name == relation and self.kinds[one] == first and (not second or self.kinds[other] in second)
        ]


def texts(folder: Path) -> Iterator[Text]:
    """All texts of the dev part."""
    for path in sorted((folder / "NEREL-v1.1" / "dev").glob("*.txt")):
        yield _text(path.stem, path.read_text("utf-8"), _layer(path.with_suffix(".ann")))


def _layer(path: Path) -> _Layer:
    layer = _Layer()
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("T"):
            kind, *places = cells[1].replace(";", " ").split()
            layer.kinds[cells[0]], layer.words[cells[0]] = kind, cells[2]
            layer.spans[cells[0]] = int(places[0]), int(places[-1])
        elif line.startswith("N") and "Wikidata:Q" in cells[1]:
            layer.items[cells[1].split()[1]] = cells[1].split()[2]
        elif line.startswith("R"):
            name, one, other = cells[1].split()[:3]
            layer.relations.append((name, one.partition(":")[2], other.partition(":")[2]))
    return layer


def _same(layer: _Layer) -> dict[str, str]:
    """Mention -> the mention that stands for its entity."""
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, kind in layer.kinds.items():
        alike[kind, layer.words[name].casefold()].append(name)
        if name in layer.items:
            alike[kind, layer.items[name]].append(name)
    pairs = [(group[0], other) for group in alike.values() for other in group[1:]]
    pairs += [(a, b) for n, a, b in layer.relations if n == "ALTERNATIVE_NAME" and layer.kinds[a] == layer.kinds[b]]
    return linked(pairs, layer.kinds)


def _text(name: str, text: str, layer: _Layer) -> Text:
    same = _same(layer)
    groups: dict[str, list[Span]] = defaultdict(list)
    for mention, head in same.items():
        groups[head].append(layer.spans[mention])
    works = layer.of("WORKS_AS", "PERSON", "PROFESSION")
    heads = sorted({same[mention] for mention, kind in layer.kinds.items() if kind == "PERSON"})
    at = {head: number for number, head in enumerate(heads)}
    working = {same[person] for person, _ in works}
    employed = {at[person] for person, _ in _workplaces(layer, same, works)}
    return Text(
        name=name,
        text=text,
        language="ru",
        people=tuple(Person(spans=tuple(groups[head]), official=head in working) for head in heads),
        posts=tuple(_posts(layer, [(at[same[person]], job) for person, job in works], employed)),
        workplaces=tuple(
            Workplace(person=at[person], spans=tuple(groups[body]), optional=optional)
            for (person, body), optional in _workplaces(layer, same, works).items()
        ),
        participations=tuple(
            Participation(person=person, event=tuple(groups[event]))
            for person, event in sorted(
                {(at[same[one]], same[event]) for one, event in layer.of("PARTICIPANT_IN", "PERSON", "EVENT")}
            )
        ),
    )


def _posts(layer: _Layer, works: list[tuple[int, str]], employed: set[int]) -> Iterator[Post]:
    """Posts of each person; a title within another of the same person ("президент", "президента США") is one post."""
    for person in sorted({person for person, _ in works}):
        jobs = sorted({job for one, job in works if one == person}, key=lambda job: -len(layer.words[job]))
        kept: list[list[str]] = []
        for job in jobs:
            stem = layer.words[job].casefold()[:-2]
            group = next((group for group in kept if stem in layer.words[group[0]].casefold()), None)
            if group is None:
                kept.append([job])
            else:
                group.append(job)
        for group in kept:
            words = tuple(layer.spans[job] for job in group)
            yield Post(person=person, words=words, title=layer.words[group[-1]], seated=person in employed)


def _workplaces(layer: _Layer, same: dict[str, str], works: list[tuple[str, str]]) -> dict[tuple[str, str], bool]:
    """Person and body -> whether it is optional: those that only the person's profession has are."""
    direct = layer.of("WORKPLACE", "PERSON", *_EMPLOYERS)
    of_job = dict(layer.of("WORKPLACE", "PROFESSION", *_EMPLOYERS))
    found = {(same[person], same[of_job[job]]): True for person, job in works if job in of_job}
    return found | {(same[person], same[body]): False for person, body in direct}
