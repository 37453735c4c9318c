"""Persons of an English text: which names are one person's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ...authority import names
from ...authority.pinyin import is_surname
from . import words


@dataclass(slots=True, kw_only=True)
class Person:
    """A person of the text: words of the fullest name, key if the tables have them, gender if an address tells."""

    parts: tuple[str, ...]
    key: str = ""
    gender: str = ""
    number: int = 0
    words: set[str] = field(default_factory=set)


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """The word for comparison, spelling variants folded."""
    return names.match_key(word) or word.lower()


def whole(parts: Iterable[str]) -> list[str]:
    """Words of a name but for initials and particles."""
    return [p for p in parts if not words.initial(p) and p.lower() not in words.PARTICLES]


def same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names may be one person's: a whole word in common, and the rest of the shorter one agrees.

    >>> same(("Rashid", "Alimov"), ("Alimov",)), same(("A.", "Testov"), ("Ivan", "Testov"))
    (True, False)
    """
    shorter, longer = sorted((one, other), key=lambda parts: (len(whole(parts)), len(parts)))
    left = [folded(p) for p in whole(longer)]
    hits = 0
    for word in whole(shorter):
        if folded(word) not in left:
            return False
        left.remove(folded(word))
        hits += 1
    initials = [p for p in shorter if words.initial(p)]
    return hits > 0 and (not left or all(any(_begins(w, p) for w in left) for p in initials))


def _begins(word: str, initial: str) -> bool:
    """Whether a folded word may be what an initial stands for: "hasan" for "Kh."."""
    return word.startswith((initial[0].lower(), folded(initial.rstrip("."))[:1] or initial[0].lower()))


class People:
    """The persons of one text, by number."""

    def __init__(self) -> None:
        self.all: list[Person] = []

    def add(self, parts: Sequence[str], key: str = "", gender: str = "") -> Person:
        """The person of a name, a new one where nobody of the text has it."""
        found = self.find(parts, key)
        if found is None:
            found = Person(parts=tuple(parts), key=key, number=len(self.all))
            self.all.append(found)
        elif len(whole(parts)) > len(whole(found.parts)):
            found.parts = tuple(parts)
        found.key = found.key or key
        found.gender = found.gender or gender
        return found

    def find(self, parts: Sequence[str], key: str = "") -> Person | None:
        """The one person of the text whom a name may mean; None where there is none or several."""
        if key:
            known = next((p for p in self.all if p.key == key), None)
            if known is not None:
                return known
        fit = [p for p in self.all if same(p.parts, parts) and not (key and p.key and p.key != key)]
        if len(fit) > 1:
            fit = [p for p in fit if folded(family(p.parts)) == folded(family(parts))] or fit
        return fit[-1] if fit and (len(fit) == 1 or len(whole(parts)) == 1) else (fit[0] if fit else None)


def family(parts: Sequence[str]) -> str:
    """The family name: the first word of a Chinese name of two words, else the last.

    >>> family(("Zhang", "Ming")), family(("Vladimir", "Norov"))
    ('Zhang', 'Norov')
    """
    full = whole(parts) or list(parts)
    if len(full) == 2 and is_surname(full[0].lower()) and len(full[0]) <= 6 and not words.initial(parts[0]):
        return full[0]
    return full[-1]
