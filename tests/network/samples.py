"""Openly fictional chronicles of any size: officials of invented unions and lands who meet, call and confer."""

from __future__ import annotations

import random
from datetime import date, timedelta

from sco_graph.network.chronicle import Chronicle, Interaction, Part, Quote, Source

_LANDS = ("Freedonia", "Sylvania", "Ruritania", "Graustark", "Zubrowka", "Elbonia", "Borduria", "Syldavia", "Latveria")
_LANDS_RU = (
    "Фридония",
    "Сильвания",
    "Руритания",
    "Граустарк",
    "Зубровка",
    "Элбония",
    "Бордурия",
    "Сильдавия",
    "Латверия",
)
_GIVEN = ("Ivan", "Anna", "Boris", "Vera", "Oleg", "Daria", "Timur", "Elena", "Pavel", "Nina", "Rustam", "Aigul")
_GIVEN_RU = ("Иван", "Анна", "Борис", "Вера", "Олег", "Дарья", "Тимур", "Елена", "Павел", "Нина", "Рустам", "Айгуль")
_FAMILY = ("Testov", "Obraztsov", "Primerov", "Vymyslov", "Skazkin", "Nebylitsyn", "Maketov", "Uslovnov", "Shablonov")
_FAMILY_RU = (
    "Тестов", "Образцов", "Примеров", "Вымыслов", "Сказкин", "Небылицын", "Макетов", "Условнов", "Шаблонов",
)  # fmt: skip
_TYPES = ("Meeting", "PhoneCall", "Videoconference", "Visit", "Letter")
_ISSUES = ("security", "trade", "transport", "health")


def small() -> Chronicle:
    """One call of two officials told by one document, with a title that would be a script if it were not escaped."""
    quotes = (
        Quote(document="document/call", start=0, stop=44, text="Иван Тестов позвонил по телефону Анне Образцовой",
              supports="interactionType"),
        Quote(document="document/call", start=0, stop=11, text="Иван Тестов", supports="participant",
              actor="official/ivan-testov"),
    )  # fmt: skip
    call = Interaction(
        key="event/phone-call-2020-04-29-00000000", type="PhoneCall", date="2020-04-29", earliest="2020-04-29",
        latest="2020-04-29", mode="mode/phone", status="status/held", issues=("issue/health",),
        parts=(
            Part(actor="official/anna-obraztsova", role="role/attendee", posts=("post/sylvania-minister",)),
            Part(actor="official/ivan-testov", role="role/attendee", posts=("post/lake-union-secretary-general",)),
        ),
        quotes=quotes, documents=("document/call",),
    )  # fmt: skip
    return Chronicle(
        interactions=(call,),
        kinds={"official/ivan-testov": "Official", "official/anna-obraztsova": "Official",
               "body/lake-union": "InternationalOrganisation", "body/mfa-sylvania": "GovernmentBody",
               "state/SY": "State"},
        labels={
            "official/ivan-testov": {"en": "Ivan Testov", "ru": "Иван Тестов"},
            "official/anna-obraztsova": {"en": "Anna Obraztsova", "ru": "Анна Образцова"},
            "post/lake-union-secretary-general": {"en": "Secretary-General of the Lake Union",
                                                  "ru": "Генеральный секретарь Озёрного союза"},
            "post/sylvania-minister": {"en": "Minister of Sylvania", "ru": "Министр Сильвании"},
            "body/lake-union": {"en": "Lake Union", "ru": "Озёрный союз"},
            "body/mfa-sylvania": {"en": "Foreign Ministry of Sylvania", "ru": "МИД Сильвании"},
            "state/SY": {"en": "Sylvania", "ru": "Сильвания"},
            "PhoneCall": {"en": "Phone call", "ru": "Телефонный разговор"},
            "issue/health": {"en": "Health", "ru": "Здравоохранение"},
        },
        at_body={"post/lake-union-secretary-general": "body/lake-union", "post/sylvania-minister": "body/mfa-sylvania"},
        of_state={"body/mfa-sylvania": "state/SY"},
        sources={"document/call": Source(
            key="document/call", title="<script>document.title='owned'</script>", address="https://example.org/call",
            date="2020-04-30", language="ru", publisher="Lake Union")},
    )  # fmt: skip


def chronicle(officials: int, interactions: int, summits: int = 0, seed: int = 1) -> Chronicle:
    """Many officials of nine lands; most talks are of two, a few are conferences, summits have a dozen parties."""
    dice = random.Random(seed)
    kinds: dict[str, str] = {}
    labels: dict[str, dict[str, str]] = {}
    at_body: dict[str, str] = {}
    of_state: dict[str, str] = {}
    for i, (land, land_ru) in enumerate(zip(_LANDS, _LANDS_RU, strict=True)):
        kinds[f"state/X{i}"], kinds[f"body/mfa-{i}"] = "State", "GovernmentBody"
        labels[f"state/X{i}"] = {"en": land, "ru": land_ru}
        labels[f"body/mfa-{i}"] = {"en": f"Ministry of Foreign Affairs of {land}", "ru": f"МИД: {land_ru}"}
        of_state[f"body/mfa-{i}"] = f"state/X{i}"
    people = []
    for i in range(officials):
        key, land = f"official/x{i:03}", dice.randrange(len(_LANDS))
        given, family = i % len(_GIVEN), (i // len(_GIVEN) + i) % len(_FAMILY)
        tail = "" if i < 100 else "-" + _FAMILY[i % 7]
        kinds[key] = "Official"
        labels[key] = {
            "en": f"{_GIVEN[given]} {_FAMILY[family]}{tail}",
            "ru": f"{_GIVEN_RU[given]} {_FAMILY_RU[family]}",
        }
        post = f"post/p{i:03}"
        at_body[post] = f"state/X{land}" if i % 5 == 0 else f"body/mfa-{land}"
        labels[post] = {"en": f"Deputy Minister of {_LANDS[land]}", "ru": f"Заместитель министра: {_LANDS_RU[land]}"}
        people.append((key, post))
    found = [
        _interaction(dice, n, people, 12 if n < summits else dice.choice((2, 2, 2, 2, 3, 4)))
        for n in range(interactions)
    ]
    sources = {
        f"document/d{n}": Source(key=f"document/d{n}", title=f"Сообщение № {n}", address=f"https://example.org/{n}",
                                 date=i.date, language="ru", publisher="Lake Union")
        for n, i in enumerate(found)
    }  # fmt: skip
    found.sort(key=lambda i: (i.earliest, i.key))
    return Chronicle(
        interactions=tuple(found), kinds=kinds, labels=labels, at_body=at_body, of_state=of_state, sources=sources
    )


def _interaction(dice: random.Random, n: int, people: list[tuple[str, str]], size: int) -> Interaction:
    day = (date(2018, 1, 1) + timedelta(days=dice.randrange(2000))).isoformat()
    crowd: dict[tuple[str, str], None] = {}
    while len(crowd) < min(size, len(people)):
        crowd[
            people[
                min(
                    int(dice.paretovariate(0.7)) - 1 + dice.randrange(3),
                    dice.randrange(len(people)) + 8,
                    len(people) - 1,
                )
            ]
            if dice.random() < 0.6
            else dice.choice(people)
        ] = None
    text = f"Состоялась беседа номер {n}, в ней участвовали {len(crowd)} лица"
    kind = "Summit" if size > 4 else "Conference" if size > 2 else dice.choice(_TYPES)
    return Interaction(
        key=f"event/{kind.lower()}-{day}-{n:08}", type=kind, date=day, earliest=day, latest=day, mode="mode/in-person",
        status="status/held" if n % 9 else "status/planned",
        issues=tuple(f"issue/{i}" for i in sorted(dice.sample(_ISSUES, 2))),
        parts=tuple(Part(actor=a, role="role/attendee", posts=(p,)) for a, p in sorted(crowd)),
        quotes=(Quote(document=f"document/d{n}", start=0, stop=len(text), text=text, supports="interactionType"),),
        documents=(f"document/d{n}",),
    )  # fmt: skip
