"""re3d: English releases and reports on Syria and Iraq with entities and relations; https://github.com/dstl/re3d.

A person is all mentions that lie within one another, are joined by IsSynonymOf, or share a family name. Posts are not
annotated: an official is a named person one of whose mentions has the noun of an office (``offices``).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .gold import Meeting, Person, Post, Span, Text, linked, touch
from .offices import gives_office, is_name

_Row = dict[str, Any]


def texts(folder: Path) -> Iterator[Text]:
    """All texts of all sources."""
    for source in sorted(path.parent for path in folder.glob("*/documents.json")):
        entities, relations = (_by_document(source / f"{name}.json") for name in ("entities", "relations"))
        for row in _rows(source / "documents.json"):
            yield _text(row, entities[row["_id"]], relations[row["_id"]])


def _rows(path: Path) -> Iterator[_Row]:
    for line in path.read_text("utf-8-sig").splitlines():
        if line.strip():
            yield json.loads(line)


def _by_document(path: Path) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = defaultdict(list)
    for row in _rows(path):
        found[row["documentId"]].append(row)
    return found


def _text(row: _Row, entities: list[_Row], relations: list[_Row]) -> Text:
    mentions = {(e["begin"], e["end"]): e["value"] for e in entities if e["type"] == "Person"}
    groups = _persons(mentions, relations)
    named = {head: spans for head, spans in groups.items() if any(is_name(mentions[s]) for s in spans)}
    at = {head: number for number, head in enumerate(named)}
    offices = {head: tuple(s for s in spans if gives_office(mentions[s])) for head, spans in named.items()}
    of_span = {span: at[head] for head, spans in named.items() for span in spans}
    met = {
        frozenset((of_span[one], of_span[other]))
        for r in relations
        if r["type"] == "CommWith"
        and (one := (r["sourceBegin"], r["sourceEnd"])) in of_span
        and (other := (r["targetBegin"], r["targetEnd"])) in of_span
    }
    return Text(
        name=row["_id"],
        text=row["text"],
        language="en",
        people=tuple(Person(spans=tuple(spans), official=bool(offices[head])) for head, spans in named.items()),
        posts=tuple(Post(person=at[head], words=words) for head, words in offices.items() if words),
        meetings=tuple(Meeting(people=pair) for pair in sorted(met, key=sorted) if len(pair) == 2),
    )


def _persons(mentions: dict[Span, str], relations: list[_Row]) -> dict[str, list[Span]]:
    name = {span: f"{span[0]}-{span[1]}" for span in sorted(mentions)}
    pairs = [(name[one], name[other]) for one in name for other in name if one < other and touch([one], [other])]
    for row in relations:
        one, other = (row["sourceBegin"], row["sourceEnd"]), (row["targetBegin"], row["targetEnd"])
        if row["type"] == "IsSynonymOf" and one in name and other in name:
            pairs.append((name[one], name[other]))
    families: dict[str, list[Span]] = defaultdict(list)
    for span in name:
        if is_name(mentions[span]):
            families[mentions[span].removesuffix("’s").split()[-1].casefold()].append(span)
    pairs += [(name[group[0]], name[other]) for group in families.values() for other in group[1:]]
    heads = linked(pairs, name.values())
    groups: dict[str, list[Span]] = defaultdict(list)
    for span in name:
        groups[heads[name[span]]].append(span)
    return groups
