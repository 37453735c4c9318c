"""The made-up world: states, organisations, people, and who held which post when."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

HERE = Path(__file__).parent
FIRST_YEAR, YEARS, TERM_MONTHS = 2000, 25, 18
LANGUAGES = ("en", "ru", "zh")
# Endings of a Russian adjective in nominative and genitive, by gender.
ADJECTIVE = {"m": ("ый", "ого"), "f": ("ая", "ой"), "n": ("ое", "ого")}


def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """Rows of one of the tables beside this module."""
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A state or an organisation: its key, the code that gold has, names, and the Russian genitive."""

    key: str
    code: str
    names: Mapping[str, str]
    genitive: str
    state: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who does not exist; ``cases`` are Russian: nominative, genitive, dative, instrumental."""

    key: str
    names: Mapping[str, str]
    cases: tuple[str, str, str, str]
    woman: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Somebody's term in a post; months count from January of the first year."""

    person: Person
    kind: Mapping[str, str]
    at: Place
    first: int
    last: int


def _genitive(noun: str, gender: str) -> str:
    if gender == "m":
        return noun + "а"
    if gender == "n":
        return noun[:-1] + "а"
    return noun[:-2] + "ии" if noun.endswith("ия") else noun[:-1] + ("и" if noun[-2] in "гкх" else "ы")


def _given(name: str, woman: bool) -> tuple[str, str, str, str]:
    if not woman:
        stem = "Петр" if name == "Пётр" else name
        return name, stem + "а", stem + "у", stem + "ом"
    if name.endswith("я"):
        return name, name[:-1] + "и", name[:-1] + "е", name[:-1] + "ей"
    return name, name[:-1] + ("и" if name[-2] in "гкх" else "ы"), name[:-1] + "е", name[:-1] + "ой"


def _family(name: str, woman: bool) -> tuple[str, str, str, str]:
    if woman:
        return name, name[:-1] + "ой", name[:-1] + "ой", name[:-1] + "ой"
    return name, name + "а", name + "у", name + "ым"


class World:
    """States, organisations and people of one seed; the same seed makes the same world on every machine.

    >>> world = World(7)
    >>> len(world.states), len(world.bodies), len(world.people)
    (24, 72, 5000)
    """

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self._random = random.Random(seed)

    @cached_property
    def states(self) -> tuple[Place, ...]:
        """States, under codes that ISO 3166-1 leaves to its users."""
        return tuple(
            Place(
                key=f"state/{row['code']}",
                code=row["code"],
                names={language: row[language] for language in LANGUAGES},
                genitive=row["ru_genitive"],
                state=True,
            )
            for row in rows("states")
        )

    @cached_property
    def bodies(self) -> tuple[Place, ...]:
        """Organisations: every adjective with every noun."""
        parts = rows("bodies")
        return tuple(self._body(one, other) for one in parts if not one["gender"] for other in parts if other["gender"])

    @staticmethod
    def _body(adjective: Mapping[str, str], noun: Mapping[str, str]) -> Place:
        nominative, genitive = ADJECTIVE[noun["gender"]]
        name = f"{adjective['en']} {noun['en']}"
        return Place(
            key=f"body/{name.lower().replace(' ', '-')}",
            code=name,
            names={
                "en": name,
                "ru": f"{adjective['ru'].capitalize()}{nominative} {noun['ru']}",
                "zh": adjective["zh"] + noun["zh"],
            },
            genitive=f"{adjective['ru'].capitalize()}{genitive} {_genitive(noun['ru'], noun['gender'])}",
            state=False,
        )

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Every given name with every surname, in an order that the seed decides."""
        parts = rows("names")
        surnames = [
            (stem, suffix) for stem in parts for suffix in parts if (stem["part"], suffix["part"]) == ("stem", "suffix")
        ]
        people = [
            self._person(given, *surname)
            for given in parts
            if given["part"] in {"man", "woman"}
            for surname in surnames
        ]
        self._random.shuffle(people)
        return tuple(people)

    @staticmethod
    def _person(given: Mapping[str, str], stem: Mapping[str, str], suffix: Mapping[str, str]) -> Person:
        woman = given["part"] == "woman"
        ending = {language: suffix[f"{language}_woman" if woman else language] for language in LANGUAGES}
        family = {"en": stem["en"] + ending["en"], "ru": stem["ru"] + ending["ru"], "zh": stem["zh"] + ending["zh"]}
        names = {
            "en": f"{given['en']} {family['en']}",
            "ru": f"{given['ru']} {family['ru']}",
            "zh": f"{given['zh']}·{family['zh']}",
        }
        cases = tuple(
            " ".join(pair) for pair in zip(_given(given["ru"], woman), _family(family["ru"], woman), strict=True)
        )
        return Person(
            key=names["en"].lower().replace(" ", "-"),
            names=names,
            cases=(cases[0], cases[1], cases[2], cases[3]),
            woman=woman,
        )

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Who held which post: one holder after the other, each for a year and a half, and nobody twice."""
        people = iter(self.people)
        return tuple(
            Term(person=next(people), kind=kind, at=at, first=first, last=first + TERM_MONTHS - 1)
            for first in range(0, YEARS * 12 - TERM_MONTHS, TERM_MONTHS)
            for kind in rows("posts")
            for at in (self.states if kind["at"] == "state" else self.bodies)
        )

    @cached_property
    def in_office(self) -> Mapping[int, tuple[Term, ...]]:
        """Terms by month."""
        found: dict[int, list[Term]] = {}
        for term in self.terms:
            for month in range(term.first, term.last + 1):
                found.setdefault(month, []).append(term)
        return {month: tuple(terms) for month, terms in found.items()}

    def write_tables(self, folder: Path) -> None:
        """Authority tables of the world in ``folder``; of people every second one, so that the others stay unknown."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, header, body in self._tables():
            lines = ["\t".join(header), *("\t".join(row) for row in body)]
            (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def _tables(self) -> Iterator[tuple[str, Sequence[str], Sequence[Sequence[str]]]]:
        states, known = rows("states"), self.terms[::2]
        yield "sources", ("id", "url", "licence", "note"), [("synthetic", "", "CC-BY-4.0", "nothing of it exists")]
        yield (
            "states",
            ("code", "alpha3", "m49", "wikidata", "source"),
            [(row["code"], f"{row['code']}X", str(901 + at), "", "synthetic") for at, row in enumerate(states)],
        )
        yield (
            "state_names",
            ("state", "language", "kind", "text", "source"),
            [
                (row["code"], language, "preferred", row[language], "synthetic")
                for row in states
                for language in LANGUAGES
            ]
            + [(row["code"], "ru", "adjective", row["ru_adjective"], "synthetic") for row in states],
        )
        yield (
            "state_genitives",
            ("state", "text", "genitive", "source"),
            [(row["code"], row["ru"], row["ru_genitive"], "synthetic") for row in states],
        )
        yield (
            "places",
            ("key", "state", "latitude", "longitude", "wikidata", "source"),
            [(row["capital_en"].lower(), row["code"], "", "", "", "synthetic") for row in states],
        )
        yield (
            "place_names",
            ("place", "language", "kind", "text", "source"),
            [
                (row["capital_en"].lower(), language, "preferred", row[f"capital_{language}"], "synthetic")
                for row in states
                for language in LANGUAGES
            ],
        )
        yield (
            "bodies",
            ("key", "code", "kind", "organ_of", "state", "wikidata", "source"),
            [(body.key[5:], body.code, "InternationalOrganisation", "", "", "", "synthetic") for body in self.bodies],
        )
        yield (
            "body_names",
            ("body", "language", "kind", "text", "source"),
            [
                (body.key[5:], language, "preferred", body.names[language], "synthetic")
                for body in self.bodies
                for language in LANGUAGES
            ],
        )
        yield (
            "officials",
            ("key", "state", "wikidata", "source"),
            [(term.person.key, term.at.code if term.at.state else "", "", "synthetic") for term in known],
        )
        yield (
            "official_names",
            ("official", "language", "kind", "text", "source"),
            [
                (term.person.key, language, "preferred", term.person.names[language], "synthetic")
                for term in known
                for language in LANGUAGES
            ],
        )
        yield (
            "tenures",
            ("official", "post", "start", "end", "known_from", "known_until", "status", "note", "source"),
            [
                (term.person.key, _post(term), month(term.first), month(term.last), "", "", "verified", "", "synthetic")
                for term in known
            ],
        )


def month(count: int) -> str:
    """A month, counted from January of the first year, as the tables write it.

    >>> month(13)
    '2001-02'
    """
    return f"{FIRST_YEAR + count // 12}-{count % 12 + 1:02}"


def _post(term: Term) -> str:
    at = term.at.code.lower() if term.at.state else term.at.key[5:]
    return f"{at}-{term.kind['kind']}"
