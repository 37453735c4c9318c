"""Openly fictional chronicles of any size: officials of invented unions and lands who meet, call and confer."""

from __future__ import annotations

import random
from datetime import date, timedelta

from sco_graph.network.chronicle import Chronicle, Interaction, Part, Quote, Source

IVAN, ANNA = "official/ivan-testov", "official/anna-obraztsova"
SENTENCE = "Иван Тестов позвонил по телефону Анне Образцовой, чтобы обсудить охрану озёр."
INJECTION = "<script>document.title='owned'</script>"

_LANDS = {
    "Freedonia": "Фридония", "Sylvania": "Сильвания", "Ruritania": "Руритания", "Graustark": "Граустарк",
    "Zubrowka": "Зубровка", "Elbonia": "Элбония", "Borduria": "Бордурия", "Syldavia": "Сильдавия",
    "Latveria": "Латверия",
}  # fmt: skip
_GIVEN = {
    "Ivan": "Иван", "Anna": "Анна", "Boris": "Борис", "Vera": "Вера", "Oleg": "Олег", "Daria": "Дарья",
    "Timur": "Тимур", "Elena": "Елена", "Pavel": "Павел", "Nina": "Нина", "Rustam": "Рустам", "Aigul": "Айгуль",
}  # fmt: skip
_FAMILY = {
    "Testenko": "Тестенко", "Proba": "Проба", "Primer": "Пример", "Vydumka": "Выдумка", "Skazka": "Сказка",
    "Maketidze": "Макетидзе", "Shablonyan": "Шаблонян", "Uslovnykh": "Условных", "Nebylykh": "Небылых",
}  # fmt: skip
_TYPES = ("Meeting", "PhoneCall", "Videoconference", "Visit", "Letter")
_ISSUES = ("environment", "trade", "transport", "health")


def call(key: str = "event/phone-call-2020-04-29-00000000", **changes: object) -> Interaction:
    """A call of two officials, told by one document."""
    said = Quote(document="document/call", start=0, stop=len(SENTENCE), text=SENTENCE, supports="interactionType")
    named = Quote(document="document/call", start=0, stop=11, text="Иван Тестов", supports="participant", actor=IVAN)
    values: dict[str, object] = {
        "key": key, "type": "PhoneCall", "date": "2020-04-29", "earliest": "2020-04-29", "latest": "2020-04-29",
        "mode": "mode/phone", "status": "status/held", "issues": ("issue/environment",),
        "parts": (
            Part(actor=ANNA, role="role/attendee", posts=("post/sylvania-minister",)),
            Part(actor=IVAN, role="role/attendee", posts=("post/lake-union-secretary-general",)),
        ),
        "quotes": (said, named), "documents": ("document/call",),
    }  # fmt: skip
    return Interaction(**(values | changes))  # type: ignore[arg-type]  # the types are those of the fields above


def small(*interactions: Interaction) -> Chronicle:
    """Two officials, by default with one call; the title of its document would run if it were not escaped."""
    return Chronicle(
        interactions=interactions or (call(),),
        kinds={
            IVAN: "Official", ANNA: "Official", "body/lake-union": "InternationalOrganisation",
            "body/mfa-sylvania": "GovernmentBody", "state/SY": "State",
        },
        labels={
            IVAN: {"en": "Ivan Testov", "ru": "Иван Тестов"},
            ANNA: {"en": "Anna Obraztsova", "ru": "Анна Образцова"},
            "post/lake-union-secretary-general": {
                "en": "Secretary-General of the Lake Union", "ru": "Генеральный секретарь Озёрного союза",
            },
            "post/sylvania-minister": {"en": "Minister of Sylvania", "ru": "Министр Сильвании"},
            "body/lake-union": {"en": "Lake Union", "ru": "Озёрный союз"},
            "body/mfa-sylvania": {"en": "Foreign Ministry of Sylvania", "ru": "МИД Сильвании"},
            "state/SY": {"en": "Sylvania", "ru": "Сильвания"},
            "PhoneCall": {"en": "Phone call", "ru": "Телефонный разговор"},
            "issue/environment": {"en": "Environment", "ru": "Окружающая среда"},
        },
        at_body={"post/lake-union-secretary-general": "body/lake-union", "post/sylvania-minister": "body/mfa-sylvania"},
        of_state={"body/mfa-sylvania": "state/SY"},
        sources={
            "document/call": Source(
                key="document/call", title=INJECTION, address="https://example.org/call", date="2020-04-30",
                language="ru", publisher="Lake Union",
            ),
        },
    )  # fmt: skip


def chronicle(officials: int, interactions: int, summits: int = 0, seed: int = 1) -> Chronicle:
    """Officials of nine lands, a few of them busy; most talks are of two, summits have a dozen parties."""
    dice = random.Random(seed)
    kinds: dict[str, str] = {}
    of_state: dict[str, str] = {}
    at_body: dict[str, str] = {}
    labels: dict[str, dict[str, str]] = {}
    for number, (english, russian) in enumerate(_LANDS.items()):
        kinds[f"state/X{number}"], kinds[f"body/mfa-{number}"] = "State", "GovernmentBody"
        labels[f"state/X{number}"] = {"en": english, "ru": russian}
        labels[f"body/mfa-{number}"] = {"en": f"Ministry of Foreign Affairs of {english}", "ru": f"МИД: {russian}"}
        of_state[f"body/mfa-{number}"] = f"state/X{number}"
    names = [(f"{g} {f}", f"{_GIVEN[g]} {_FAMILY[f]}") for f in _FAMILY for g in _GIVEN]
    for number in range(officials):
        land, key, post = dice.randrange(len(_LANDS)), f"official/x{number}", f"post/p{number}"
        english, russian = names[number % len(names)]
        kinds[key], labels[key] = "Official", {"en": english, "ru": russian}
        at_body[post] = f"state/X{land}" if number % 5 == 0 else f"body/mfa-{land}"
        labels[post] = {"en": "Deputy Minister", "ru": "Заместитель министра"}
    sizes = [12 if number < summits else dice.choice((2, 2, 2, 2, 3, 4)) for number in range(interactions)]
    found = [_interaction(dice, number, officials, size) for number, size in enumerate(sizes)]
    sources = {
        document: Source(
            key=document, title=f"Сообщение: {i.key}", address=f"https://example.org/{document}", date=i.date,
            language="ru", publisher="Lake Union",
        )
        for i in found for document in i.documents
    }  # fmt: skip
    found.sort(key=lambda i: (i.earliest, i.key))
    return Chronicle(
        interactions=tuple(found), kinds=kinds, labels=labels, at_body=at_body, of_state=of_state, sources=sources
    )


def _interaction(dice: random.Random, number: int, officials: int, size: int) -> Interaction:
    day = (date(2018, 1, 1) + timedelta(days=dice.randrange(2000))).isoformat()
    crowd: set[int] = set()
    while len(crowd) < min(size, officials):
        busy = int(dice.paretovariate(0.7)) - 1 + dice.randrange(3)
        crowd.add(busy if busy < officials and dice.random() < 0.4 else dice.randrange(officials))
    text = f"Состоялась встреча номер {number}, в которой участвовало {len(crowd)} официальных лиц из разных стран."
    kind = "Summit" if size > 4 else "Conference" if size > 2 else dice.choice(_TYPES)
    return Interaction(
        key=f"event/{kind.lower()}-{day}-{number:08}", type=kind, date=day, earliest=day, latest=day,
        mode="mode/in-person", status="status/held" if number % 9 else "status/planned",
        issues=tuple(f"issue/{issue}" for issue in sorted(dice.sample(_ISSUES, 2))),
        parts=tuple(Part(actor=f"official/x{n}", role="role/attendee", posts=(f"post/p{n}",)) for n in sorted(crowd)),
        quotes=(Quote(document=f"document/d{number}", start=0, stop=len(text), text=text, supports="interactionType"),),
        documents=(f"document/d{number}",),
    )  # fmt: skip
