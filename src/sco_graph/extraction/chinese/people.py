"""Names of a text grouped into persons, each linked to the tables where they have that person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...authority.names import parts_of_han as parts_of
from ...model import Key
from ..knowledge import Knowledge
from .names import Name


@dataclass(slots=True)
class Person:
    """A person of a text: the fullest name, every name, and the key of the tables (empty where none)."""

    name: str
    names: list[Name] = field(default_factory=list)
    key: str = ""


def group(names: Sequence[Name]) -> list[Person]:
    """Persons in order of first mention: a name is of whoever has it as the whole, the last or the first part."""
    people: list[Person] = []
    for name in sorted(names, key=lambda n: (-n.text.count("·"), -len(n.text), n.start)):
        owner = next((p for p in people if _same(p, name.text)), None)
        if owner is None:
            owner = Person(name.text)
            people.append(owner)
        owner.names.append(name)
        owner.key = owner.key or name.key
    for person in people:
        person.names.sort(key=lambda n: n.start)
    return sorted(people, key=lambda p: p.names[0].start)


def _same(person: Person, text: str) -> bool:
    if text == person.name:
        return True
    if "·" not in text:
        return text in parts_of(person.name)
    mine, theirs = person.name.split("·"), text.split("·")
    return mine[-1] == theirs[-1] and (len(theirs[0]) == 1 or len(mine[0]) == 1 or mine[0] == theirs[0])


def linked(known: Knowledge, person: Person, seats: Sequence[str], titles: Sequence[str] = ()) -> str:
    """Key of the person in the tables: by a name of theirs, or by a family name where post and seat agree."""
    exact = known.index.find(person.name, "official")
    if len(exact) == 1 and ("·" in person.name or _fits(known, exact[0], seats)):
        return exact[0]
    found = [key for key in _of_family(known, person.name) if seats and _fits(known, key, seats)]
    if len(set(found)) > 1:  # homonyms: who has held such a post there
        found = [key for key in found if any(known.seat_of_holder(key, title) in seats for title in titles)]
    return found[0] if len(set(found)) == 1 else ""


def _of_family(known: Knowledge, name: str) -> list[Key]:
    return [key for part in parts_of(name) for key in known.index.people_of_part(part)]


def _fits(known: Knowledge, key: Key, seats: Sequence[str]) -> bool:
    """Whether no seat that the text gives speaks against the person of the tables."""
    person = known.index.person(key)
    homes = {post.at for t in known.index.tenures_of(key) if (post := known.index.post(t.post)) is not None}
    if person is not None and person.state:
        homes.add(Key(person.state if person.state.startswith("state/") else f"state/{person.state}"))
    return not seats or not homes or bool(homes & set(seats))
