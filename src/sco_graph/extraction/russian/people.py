"""Persons of a text: which names are one person's, and how that name runs in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter

from ...authority import names
from . import morphology
from .declension import INITIAL, Name, family_first, is_patronymic


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """A name at one place, in the nominative; ``key`` if the tables know the person."""

    number: int
    name: Name
    key: str = ""


@dataclass(slots=True, kw_only=True)
class Person:
    """One person of the text, by the numbers of the names that are theirs, and each spelling of them once."""

    names: list[NamedPerson] = field(default_factory=list)
    spellings: dict[tuple[str, ...], None] = field(default_factory=dict)
    fullest: tuple[str, ...] = ()

    def add(self, name: NamedPerson) -> None:
        """Take a name for this person's."""
        self.names.append(name)
        self.spellings[name.name.parts] = None
        self.fullest = ()

    def settle(self) -> None:
        """Put the names in order of place."""
        self.names.sort(key=attrgetter("number"))
        self.fullest = ()

    @property
    def key(self) -> str:
        """Key that the tables give, or nothing."""
        return next((n.key for n in self.names if n.key), "")

    @property
    def parts(self) -> tuple[str, ...]:
        """The fullest name: of the forms with most words the commonest nominative, in the first spelling."""
        if not self.fullest:
            self.fullest = self._fullest()
        return self.fullest

    def _fullest(self) -> tuple[str, ...]:
        whole = [n.name for n in self.names if addressed(n.name.parts) is None] or [n.name for n in self.names]
        best = max(map(_fullness, whole))
        full = [name for name in whole if _fullness(name) == best]
        forms = [n.parts for n in full if n.case == "nomn"] or [n.parts for n in full]
        chosen = Counter(forms).most_common(1)[0][0]
        alike = [n.parts for n in full if tuple(map(folded, n.parts)) == tuple(map(folded, chosen))]
        return alike[0]

    @property
    def gender(self) -> str:
        """``masc`` or ``femn``: as most of the names have it."""
        return Counter(n.name.gender for n in self.names).most_common(1)[0][0]


def _fullness(name: Name) -> tuple[int, int]:
    return len(_full(name.parts)), len(name.parts)


@lru_cache(maxsize=20_000)
def _full(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a name that are neither its patronymic nor initials."""
    return tuple(p for p in without_patronymic(parts) if not INITIAL.fullmatch(p))


def family(parts: Sequence[str]) -> str:
    """The family name: the first word of a Chinese name, else the last that is no patronymic.

    >>> family(("Владимир", "Норов")), family(("Лэ", "Юйчэн"))
    ('Норов', 'Лэ')
    """
    full = _full(tuple(parts))
    if not full:
        return parts[-1]
    return full[0] if is_chinese(parts) else full[-1]


def without_patronymic(parts: Sequence[str]) -> tuple[str, ...]:
    """The name without its patronymic: of three words or more, one that is no initial.

    >>> without_patronymic(("Сергей", "Викторович", "Лавров")), without_patronymic(("Виктор", "Янукович"))
    (('Сергей', 'Лавров'), ('Виктор', 'Янукович'))
    """
    if len([p for p in parts if not INITIAL.fullmatch(p)]) < 3:
        return tuple(parts)
    return tuple(p for p in parts if not is_patronymic(p))


def is_chinese(parts: Sequence[str]) -> bool:
    """Whether the name runs family name first: a Chinese family name and one more word.

    >>> is_chinese(("Лэ", "Юйчэн")), is_chinese(("Ван",))
    (True, False)
    """
    return len(parts) == 2 and parts[0] in family_first()


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """The word for comparison, spelling variants folded.

    >>> folded("Сироджидин") == folded("Сироджиддин")
    True
    """
    return names.match_key(names.latin(word)) or word.lower()


def same(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names may be one person's: same family name, and given names that do not contradict.

    >>> same(("В.", "Норов"), ("Владимир", "Норов")), same(("А.", "Норов"), ("Владимир", "Норов"))
    (True, False)
    """
    shorter, longer = sorted((a, b), key=len)
    if is_chinese(longer) and len(shorter) == 1:
        return folded(shorter[0]) in {folded(p) for p in longer}
    if len(shorter) == 1 and len(longer) > 1 and not INITIAL.fullmatch(shorter[0]):
        return folded(shorter[0]) in {folded(p) for p in longer if not INITIAL.fullmatch(p)}
    if folded(family(a)) != folded(family(b)):
        return _begins(shorter, longer)
    left = [p for p in longer if folded(p) != folded(family(longer))]
    return all(_given(p, left) for p in shorter if folded(p) != folded(family(shorter)))


def _begins(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether the shorter name, of two full words or more, begins the longer: "Армида Салсия" of three."""
    full = not any(INITIAL.fullmatch(p) for p in (*shorter, *longer))
    return (
        full and 2 <= len(shorter) < len(longer) and [*map(folded, shorter)] == [*map(folded, longer)][: len(shorter)]
    )


@lru_cache(maxsize=20_000)
def addressed(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """Given name and patronymic of a name that has no more: "Сергей Викторович", "Ильхам Гейдар оглу".

    >>> addressed(("Сергей", "Викторович")), addressed(("Ильхам", "Гейдар", "оглу")), addressed(("Виктор", "Янукович"))
    (('Сергей', 'Викторович'), ('Ильхам', 'Гейдар'), None)
    """
    if len(parts) == 3 and len(parts[2]) == len("оглу") and is_patronymic(parts[2]):
        return parts[0], parts[1]
    if len(parts) != 2 or INITIAL.fullmatch(parts[0]) or not is_patronymic(parts[1]):
        return None
    return (parts[0], parts[1]) if any("Patr" in r.tags for r in morphology.analyses(parts[1])) else None


def _greets(person: Person, called: tuple[str, str]) -> bool:
    """Whether a given name and patronymic may be those of a person whose given names or initials are known."""
    for spelling in person.spellings:
        left = [p for p in spelling if p != family(spelling)]
        if left and all(_given(c, [p]) for c, p in zip(called, left, strict=False)):
            return True
    return False


def _given(part: str, others: Sequence[str]) -> bool:
    """Whether a given name or initial agrees with one of the others, or there is none to disagree."""
    if not others:
        return True
    initial = part.rstrip(".")
    for other in others:
        if INITIAL.fullmatch(part) or INITIAL.fullmatch(other):
            if other.rstrip(".").startswith(initial) or part.startswith(other.rstrip(".")):
                return True
        elif folded(part) == folded(other):
            return True
    return False


def grouped(names: Iterable[NamedPerson]) -> list[Person]:
    """Names as persons, in order of first mention. Full names come first: shorter ones join the nearest before them."""
    people: list[Person] = []
    every = list(names)
    for name in sorted(every, key=_rank):
        candidates = [p for p in people if _joins(p, name)]
        if not candidates and (called := addressed(name.name.parts)) is not None:
            candidates = [p for p in people if _greets(p, called)]
        if candidates:
            _nearest(candidates, name).add(name)
        else:
            people.append(Person())
            people[-1].add(name)
    for person in people:
        person.settle()
    return sorted(people, key=lambda p: p.names[0].number)


def _rank(name: NamedPerson) -> tuple[bool, int, int]:
    """Forms of address last, then the full names first."""
    full = len([p for p in name.name.parts if not INITIAL.fullmatch(p)])
    return addressed(name.name.parts) is not None, -full, name.number


def _joins(person: Person, name: NamedPerson) -> bool:
    if name.key and person.key:
        return name.key == person.key
    return name.name.parts in person.spellings or any(_same(spelling, name.name.parts) for spelling in person.spellings)


_same = lru_cache(maxsize=20_000)(same)


def _nearest(people: Sequence[Person], name: NamedPerson) -> Person:
    def distance(person: Person) -> tuple[int, int]:
        before = [name.number - n.number for n in person.names if n.number < name.number]
        return (0, min(before)) if before else (1, min(n.number for n in person.names))

    return people[0] if len(people) == 1 else min(people, key=distance)
