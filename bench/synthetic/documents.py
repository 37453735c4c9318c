"""The made-up press releases, each with its facts in the form of ``docs/evaluation.md``."""

from __future__ import annotations

import calendar
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import SimpleNamespace

from .world import FIRST_YEAR, Person, Term, World, rows

TYPES = ("Meeting", "Meeting", "PhoneCall", "Conference", "Signing", "Letter", "Briefing")
ACTS = ("emphasise", "inform", "propose", "thank", "praise")
MODES = {"PhoneCall": "phone", "Letter": "written"}
# Six in ten releases are Russian, a quarter English, the rest Chinese.
LANGUAGES = ("ru",) * 12 + ("en",) * 5 + ("zh",) * 3
MONTHS = [row["ru"] for row in rows("months")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One release: file name without suffix, text with front matter, facts."""

    name: str
    text: str
    facts: Mapping[str, object]


@cache
def _templates(kind: str, language: str) -> tuple[str, ...]:
    return tuple(row["text"] for row in rows("templates") if (row["kind"], row["language"]) == (kind, language))


def releases(world: World, count: int) -> Iterator[Release]:
    """The first ``count`` releases of a world; release n does not depend on how many there are.

    >>> world = World(7)
    >>> [release.name for release in releases(world, 2)] == [release.name for release in releases(world, 3)][:2]
    True
    """
    for number in range(count):
        yield release(world, number)


def release(world: World, number: int) -> Release:
    """Release ``number`` of a world."""
    chance = random.Random(f"{world.seed}/{number}")
    language, kind = chance.choice(LANGUAGES), chance.choice(TYPES)
    at = chance.choice(sorted(world.in_office))
    # People who deal with each other sit near each other in the tables: the network has structure.
    terms = world.in_office[at]
    first = chance.randrange(len(terms))
    second = (first + 1 + int(chance.expovariate(0.1))) % len(terms)
    who = (terms[first],) if kind == "Briefing" or second == first else (terms[first], terms[second])
    year, moon = FIRST_YEAR + at // 12, at % 12 + 1
    day = chance.randint(1, calendar.monthrange(year, moon)[1])
    state = chance.choice(rows("states"))
    subject = chance.sample(rows("issues"), 4)
    lead = _lead(chance, kind, language, who, (year, moon, day), state, subject[0])
    said = [_said(chance, language, term.person, issue) for term, issue in zip(who * 4, subject, strict=False)]
    said = said[: chance.randint(2, 4)]
    filler = chance.sample(_templates("filler", language), chance.randint(2, 8))
    body = [lead, *(text for text, _ in said), *filler]
    iso = f"{year}-{moon:02}-{day:02}"
    name = f"{language}-{iso.replace('-', '')}-{number:07}"
    source = f"https://example.org/releases/{number}"
    head = f'---\nlanguage: {language}\ndate: {iso}\nsource: {source}\ntitle: "{number}"\npublisher: "Nobody"\n---\n'
    facts = _facts(name, source, language, iso, kind, who, state, [issue["code"] for issue in subject[: len(said)]])
    facts["statements"] = [
        {"speaker": f"p{at % len(who) + 1}", "event": "e1", "act": act, "issues": [issue["code"]], "gist": ""}
        for at, (issue, (_, act)) in enumerate(zip(subject, said, strict=False))
    ]
    return Release(name=name, text=head + "\n" + "\n\n".join(body) + "\n", facts=facts)


def _lead(
    chance: random.Random,
    kind: str,
    language: str,
    who: tuple[Term, ...],
    on: tuple[int, int, int],
    state: Mapping[str, str],
    issue: Mapping[str, str],
) -> str:
    text = chance.choice(_templates(kind, language))
    year, moon, day = on
    dates = {
        "ru": f"{day} {MONTHS[moon - 1]} {year} года",
        "en": f"{day} {calendar.month_name[moon]} {year}",
        "zh": f"{year}年{moon}月{day}日",
    }
    called = {letter: _called(language, term) for letter, term in zip("ab", who, strict=False)}
    line = text.format(
        date=dates[language],
        city=state[f"capital_{language}"],
        in_city=state["capital_ru_prepositional"],
        issue=issue[language],
        **called,
    )
    return _feminine(line, who[0].person) if language == "ru" else line


def _called(language: str, term: Term) -> object:
    """Post and name: a string, in Russian one a case."""
    if language == "zh":
        return term.at.names["zh"] + term.kind["zh"] + term.person.names["zh"]
    if language == "en":
        return f"{term.kind['en']} of {'' if term.at.state else 'the '}{term.at.names['en']} {term.person.names['en']}"
    titles = (term.kind["ru"], term.kind["ru_genitive"], term.kind["ru_dative"], term.kind["ru_instrumental"])
    full = [f"{title} {term.at.genitive} {name}" for title, name in zip(titles, term.person.cases, strict=True)]
    return SimpleNamespace(nom=full[0], gen=full[1], dat=full[2], ins=full[3])


def _said(chance: random.Random, language: str, person: Person, issue: Mapping[str, str]) -> tuple[str, str]:
    act = chance.choice(ACTS)
    given, family = person.names["ru"].split()
    short = {"ru": f"{given[0]}.{family}", "en": person.names["en"].split()[1], "zh": person.names["zh"].split("·")[1]}
    line = chance.choice(_templates(act, language)).format(who=short[language], issue=issue[language])
    return (_feminine(line, person) if language == "ru" else line), act


# Verbs of the templates in the past tense, and how a woman's read.
PAST = {
    "встретился": "встретилась",
    "направил": "направила",
    "провёл": "провела",
    "подчеркнул": "подчеркнула",
    "сообщил": "сообщила",
    "предложил": "предложила",
    "поблагодарил": "поблагодарила",
    "оценил": "оценила",
}


def _feminine(line: str, person: Person) -> str:
    return " ".join(PAST.get(word, word) for word in line.split(" ")) if person.woman else line


def _facts(
    name: str,
    source: str,
    language: str,
    iso: str,
    kind: str,
    who: tuple[Term, ...],
    state: Mapping[str, str],
    issues: list[str],
) -> dict[str, object]:
    somewhere = kind not in {"PhoneCall", "Letter"}
    bodies = {term.at.code: term.at for term in who if not term.at.state}
    states = {term.at.code for term in who if term.at.state}
    return {
        "id": name,
        "url": source,
        "query": "",
        "lang": language,
        "published": iso,
        "officials": [
            {
                "id": f"p{at}",
                "name": term.person.names[language],
                "name_en": term.person.names["en"],
                "posts": [{"title": term.kind[language], "org": term.at.code}],
            }
            for at, term in enumerate(who, 1)
        ],
        "organisations": [
            {"id": f"o{at}", "key": body.code, "name": body.names[language]}
            for at, body in enumerate(bodies.values(), 1)
        ],
        "states": sorted(states),
        "events": [
            {
                "id": "e1",
                "main": True,
                "type": kind,
                "mode": MODES.get(kind, "in_person"),
                "status": "held",
                "date": iso,
                "end": None,
                "place": state[f"capital_{language}"] if somewhere else None,
                "place_state": state["code"] if somewhere else None,
                "participants": [f"p{at}" for at in range(1, len(who) + 1)],
                "chair": [],
                "issues": issues,
            }
        ],
    }
