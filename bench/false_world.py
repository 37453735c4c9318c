"""Chronicles of which the truth is known, of officials of invented lands, and what a reader of given faults finds."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator
from dataclasses import dataclass

from sco_graph.network.chronicle import Chronicle, Interaction, Part, Quote, Source

SPREAD = 5
"""How close together scores are: the sum of the two parameters of their beta distribution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """Rates of a reader: recall and precision of interactions, and of the participants of those that are right.

    ``uneven``: documents differ in recall, drawn from a beta distribution of the same mean; 0 where they do not, else
    the smaller the more even (1 is half of the greatest variance there can be).
    """

    recall_interactions: float = 0.70
    recall_parts: float = 0.69
    right_interactions: float = 0.86
    right_parts: float = 0.87
    uneven: float = 0.0


def world(dice: random.Random, *, officials: int, interactions: int, publishers: int = 6) -> Chronicle:
    """What truly happened: a few busy officials, old partners and own lands preferred, rounds of 2 to 14."""
    lands = max(2, officials // 9)
    busy = [dice.lognormvariate(0, 1) for _ in range(officials)]
    met: list[list[int]] = [[] for _ in range(officials)]
    talks = []
    for number in range(interactions):
        crowd = _crowd(dice, busy, met, lands)
        for one in crowd:
            met[one].extend(other for other in crowd if other != one)
        talks.append(_talk(number, crowd, f"document/d{number // 2}"))
    documents = {talk.documents[0] for talk in talks}
    return Chronicle(
        interactions=tuple(talks),
        kinds={f"official/x{n}": "Official" for n in range(officials)}
        | {f"state/X{land}": "State" for land in range(lands)},
        at_body={f"post/p{n}": f"state/X{n % lands}" for n in range(officials)},
        sources={
            key: Source(key=key, title=key, address=key, publisher=f"Gazette {dice.randrange(publishers)}")
            for key in sorted(documents)
        },
    )


def _crowd(dice: random.Random, busy: list[float], met: list[list[int]], lands: int) -> list[int]:
    size = dice.choices((1, 2, 3, 4, 7, 14), weights=(10, 55, 14, 9, 8, 4))[0]
    crowd = dice.choices(range(len(busy)), weights=busy)
    while len(crowd) < min(size, len(busy)):
        host = dice.choice(crowd)
        way = dice.random()
        if way < 0.4 and met[host]:
            one = dice.choice(met[host])
        elif way < 0.7:
            near = [n for n in range(len(busy)) if n % lands == host % lands]
            one = dice.choices(near, weights=[busy[n] for n in near])[0]
        else:
            one = dice.choices(range(len(busy)), weights=busy)[0]
        if one not in crowd:
            crowd.append(one)
    return crowd


def _talk(number: int, crowd: list[int], document: str) -> Interaction:
    return Interaction(
        key=f"event/t{number:05}", type="Meeting", documents=(document,),
        parts=tuple(Part(actor=f"official/x{n}", posts=(f"post/p{n}",)) for n in sorted(crowd)),
    )  # fmt: skip


def as_read(truth: Chronicle, faults: Faults, dice: random.Random) -> Chronicle:
    """What a reader finds: some of it, some things that are not so, and scores that are right about both."""
    able = _abilities(truth, faults, dice)
    busy = [part for talk in truth.interactions for part in talk.parts]
    found = []
    for talk in truth.interactions:
        if dice.random() < able[talk.documents[0]][0]:
            found.append(_read(talk, faults, able[talk.documents[0]][1], busy, dice))
        if dice.random() < faults.recall_interactions * (1 - faults.right_interactions) / faults.right_interactions:
            found.append(_invented(talk, dice.choice(truth.interactions), faults, busy, dice))
    return dataclasses.replace(truth, interactions=tuple(sorted(found, key=lambda talk: talk.key)))


def _abilities(truth: Chronicle, faults: Faults, dice: random.Random) -> dict[str, tuple[float, float]]:
    """Recall of interactions and of parts, by document."""

    def drawn(mean: float) -> float:
        if not faults.uneven or mean == 1:
            return mean
        tight = 1 / faults.uneven
        return dice.betavariate(mean * tight, (1 - mean) * tight)

    return {key: (drawn(faults.recall_interactions), drawn(faults.recall_parts)) for key in sorted(truth.sources)}


def _read(talk: Interaction, faults: Faults, recall: float, busy: list[Part], dice: random.Random) -> Interaction:
    sure = _score(faults.right_interactions, dice, True)
    seen = {part: sure * _score(faults.right_parts, dice, True) for part in talk.parts if dice.random() < recall}
    for _ in range(len(seen)):
        if dice.random() < (1 - faults.right_parts) / faults.right_parts:
            # Whoever is invented was not there: else the scores would promise too little.
            wrong = dice.choice([part for part in busy if part not in talk.parts and part not in seen])
            seen[wrong] = sure * _score(faults.right_parts, dice, False)
    return _scored(talk, sure, seen)


def _invented(
    talk: Interaction, like: Interaction, faults: Faults, busy: list[Part], dice: random.Random
) -> Interaction:
    """One that did not happen, told beside one that did, as large as true ones are read to be."""
    sure = _score(faults.right_interactions, dice, False)
    chance = faults.recall_parts / faults.right_parts
    number = sum(int(chance) + (dice.random() < chance % 1) for _ in like.parts)
    seen: dict[Part, float] = {}
    for _ in range(number):
        wrong = dice.choice([part for part in busy if part not in seen])
        seen[wrong] = sure * _score(faults.right_parts, dice, None)
    return _scored(dataclasses.replace(talk, key=f"{talk.key}-not"), sure, seen)


def _score(mean: float, dice: random.Random, right: bool | None) -> float:
    """A score such that of all facts that have it, so many are right; None: of a fact of which that is not known."""
    if mean == 1:
        return 1.0
    a, b = SPREAD * mean, SPREAD * (1 - mean)
    return dice.betavariate(a + (right is True), b + (right is False))


def _scored(talk: Interaction, sure: float, seen: dict[Part, float]) -> Interaction:
    def quotes() -> Iterator[Quote]:
        document = talk.documents[0]
        yield Quote(document=document, start=0, stop=1, text="-", supports="accountOf", score=sure)
        for part, score in seen.items():
            yield Quote(
                document=document, start=0, stop=1, text="-", supports="participant", actor=part.actor, score=score
            )

    return dataclasses.replace(talk, parts=tuple(sorted(seen, key=lambda p: p.actor)), quotes=tuple(quotes()))
