"""How alike a gold and a predicted fact are: names, posts, bodies, and pairing one to one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from .records import Json

ORGANISATION_THRESHOLD = 0.85
POST_THRESHOLD = 0.8


def normalised(text: str | None) -> str:
    """Lower case, ё as е, words only.

    >>> normalised("Секретариат  ШОС, Зелёный")
    'секретариат шос зеленый'
    """
    return re.sub(r"[^\w]+", " ", (text or "").casefold().replace("ё", "е")).strip()


def same_person(one: str, other: str) -> bool:
    """Whether two normalised names agree up to order, patronymic and initials, with one whole word in common.

    >>> same_person("в норов", "владимир имамович норов"), same_person("в н", "владимир норов")
    (True, False)
    """
    shorter, longer = sorted((one.split(), other.split()), key=len)
    rest, whole = list(longer), False
    for word in sorted(shorter, key=len, reverse=True):
        if len(word) > 1 and word in rest:
            rest.remove(word)
            whole = True
            continue
        initial = next((t for t in rest if t[0] == word[0] and 1 in (len(t), len(word))), None)
        if initial is None:
            return False
        rest.remove(initial)
    return whole


def close(one: str, other: str, threshold: float) -> bool:
    """Whether two normalised texts are equal, or alike to at least ``threshold`` in [0, 1]; never if one is empty."""
    return bool(one and other) and (one == other or SequenceMatcher(None, one, other).ratio() >= threshold)


def names(entity: Json) -> list[str]:
    """Normalised names of an entity: name, English name, and its first three aliases."""
    forms = (entity.get("name"), entity.get("name_en"), *entity.get("aliases", [])[:3])
    return [name for name in map(normalised, forms) if name]


def same_official(gold: Json, predicted: Json) -> float:
    """0 for other people; above 1 for the same, more for the longer name in common."""
    agreed = [1 + min(len(a), len(b)) / 100 for a in names(gold) for b in names(predicted) if same_person(a, b)]
    return max(agreed, default=0.0)


def same_organisation(gold: Json, predicted: Json) -> float:
    """2 for the same key, else how alike the names are, 0 below ORGANISATION_THRESHOLD."""
    key = normalised(gold.get("key"))
    if key and key == normalised(predicted.get("key")):
        return 2.0
    ratios = (SequenceMatcher(None, a, b).ratio() for a in names(gold) for b in names(predicted))
    best = max(ratios, default=0.0)
    return best if best >= ORGANISATION_THRESHOLD else 0.0


def same_post(gold: Json, predicted: Json) -> float:
    """1 for the same organisation and a like title, else 0."""
    if normalised(gold.get("org")) != normalised(predicted.get("org")):
        return 0.0
    return float(close(normalised(gold.get("title")), normalised(predicted.get("title")), POST_THRESHOLD))


def jaccard(one: set[str], other: set[str], empty: float) -> float:
    """Share of the union that both sets have; ``empty`` for two empty sets."""
    return len(one & other) / len(one | other) if one | other else empty


def pair_up(
    gold: Sequence[Json], predicted: Sequence[Json], similarity: Callable[[Json, Json], float]
) -> list[tuple[int, int]]:
    """One-to-one pairs of positions, the most similar first; similarity 0 never pairs."""
    ranked = sorted(
        (-value, i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted) if (value := similarity(g, p)) > 0
    )
    mine: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in mine and j not in mine.values():
            mine[i] = j
    return list(mine.items())
