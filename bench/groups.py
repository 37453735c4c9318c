"""A made-up network of groups of officials, of any size: dense within a group, thin between them."""

from __future__ import annotations

import random
from datetime import date, timedelta

from sco_graph.network.chronicle import Chronicle, Interaction, Part, Quote, Source

_ISSUES = ("trade", "transport", "health", "environment", "security", "culture")
_TYPES = (
    ("Meeting", "in-person"),
    ("PhoneCall", "phone"),
    ("Videoconference", "videoconference"),
    ("Visit", "in-person"),
)
_FIRST = ("Ivan", "Anna", "Boris", "Vera", "Oleg", "Daria", "Timur", "Elena", "Pavel", "Nina", "Rustam", "Aigul")
_LAST = ("Testenko", "Proba", "Primer", "Vydumka", "Skazka", "Maketidze", "Shablonyan", "Uslovnykh", "Nebylykh")
_WITHIN = 0.9
"""Share of ties that stay in a group."""


def chronicle(actors: int, ties: int, groups: int = 0, seed: int = 1) -> Chronicle:
    """As many officials and pairs of them as are asked for, each pair with one to six interactions of two.

    ``groups`` is how many there are, by default one for every 120 actors. Everybody has a tie where there are as
    many ties as actors.
    """
    dice = random.Random(seed)
    groups = groups or max(4, actors // 120)
    member = [number % groups for number in range(actors)]
    pairs = _pairs(dice, member, ties)
    told = [
        _interaction(dice, f"{number:06}-{turn}", pair)
        for number, pair in enumerate(pairs)
        for turn in range(min(6, int(dice.paretovariate(1.6))))
    ]
    told.sort(key=lambda i: (i.earliest, i.key))
    return Chronicle(
        interactions=tuple(told),
        kinds={f"official/x{n}": "Official" for n in range(actors)} | {f"state/X{g}": "State" for g in range(groups)},
        labels={f"official/x{n}": {"en": f"{_FIRST[n % 12]} {_LAST[n % 9]} {n}"} for n in range(actors)}
        | {f"state/X{g}": {"en": f"Land {g}"} for g in range(groups)},
        at_body={f"post/p{n}": f"state/X{member[n]}" for n in range(actors)},
        sources={
            d: Source(key=d, title=f"Press release {d}", address=f"https://example.org/{d}", date=i.date, language="en")
            for i in told
            for d in i.documents
        },
    )


def _pairs(dice: random.Random, member: list[int], ties: int) -> list[tuple[int, int]]:
    actors, groups = len(member), max(member) + 1
    found = {(n - groups, n) for n in range(groups, actors)}
    while len(found) < ties:
        one = int(actors * dice.random() ** 1.7)
        other = int(actors * dice.random() ** 1.7)
        if dice.random() < _WITHIN:
            other += member[one] - member[min(other, actors - 1)]
        if one != other and 0 <= other < actors:
            found.add((min(one, other), max(one, other)))
    return sorted(found)


def _interaction(dice: random.Random, number: str, pair: tuple[int, int]) -> Interaction:
    when = (date(2015, 1, 1) + timedelta(days=dice.randrange(3600))).isoformat()
    kind, mode = dice.choice(_TYPES)
    document = f"document/d{dice.randrange(4000)}"
    text = f"The officials {pair[0]} and {pair[1]} discussed matter {number} and agreed to speak of it again."
    said = Quote(document=document, start=0, stop=len(text), text=text, supports="interactionType", score=0.9)
    return Interaction(
        key=f"event/{kind.lower()}-{when}-{number}", type=kind, date=when, earliest=when, latest=when,
        mode=f"mode/{mode}", status="status/planned" if dice.random() < 0.1 else "status/held",
        issues=(f"issue/{dice.choice(_ISSUES)}",),
        parts=tuple(Part(actor=f"official/x{n}", role="role/attendee", posts=(f"post/p{n}",)) for n in pair),
        quotes=(said,), documents=(document,),
    )  # fmt: skip
