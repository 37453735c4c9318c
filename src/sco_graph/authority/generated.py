"""Russian spellings of people's names that no source gives: made from the English ones, marked as generated.

Chinese names go through the Palladius table; names of the states whose officials the
press spells after Russian (BGN/PCGN, simplified) are written back. No other name
is guessed, and no Chinese one ever: characters cannot be had from sounds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..model import Key
from . import palladius
from .records import Name, NameKind, Person

SOURCE = "generated"
_BY_RUSSIAN = frozenset(f"state/{code}" for code in ("RU", "BY", "KZ", "KG", "TJ", "UZ", "TM"))
_LETTERS = (
    ("shch", "щ"), ("dzh", "дж"), ("dj", "дж"), ("iya", "ия"), ("iyo", "иё"), ("iye", "ие"), ("sh", "ш"), ("ch", "ч"),
    ("zh", "ж"), ("kh", "х"), ("gh", "г"), ("ts", "ц"), ("ya", "я"), ("yu", "ю"), ("yo", "ё"), ("ye", "е"), ("j", "дж"),
    *zip("abvgdeziklmnoprstufhcy'", "абвгдезиклмнопрстуфхкыь", strict=True),
)  # fmt: skip
_TABLE = dict(_LETTERS)
_PIECE = re.compile("|".join(re.escape(latin) for latin, _ in _LETTERS))
_PLAIN = re.compile(r"[A-Za-z' -]+")


def russian_names(people: Iterable[Person], names: Iterable[Name]) -> Iterator[Name]:
    """A generated Russian name for each person who has an English one that allows it, and none in Russian."""
    given: dict[Key, dict[str, str]] = defaultdict(dict)
    for name in names:
        given[name.entity].setdefault(name.language, name.text)
        if name.kind is NameKind.PREFERRED:
            given[name.entity][name.language] = name.text
    for person in people:
        own = given.get(person.key, {})
        made = russian(own["en"], str(person.state)) if "en" in own and "ru" not in own else None
        if made:
            yield Name(entity=person.key, text=made, language="ru", kind=NameKind.GENERATED, source=SOURCE)


def russian(name: str, state: str) -> str | None:
    """An English spelling of a name, back in Russian; None for a state or spelling that has no rule.

    >>> russian("Li Qiang", "state/CN"), russian("Lyudmila Ivanova", "state/RU"), russian("Igor Testovsky", "state/KG")
    ('Ли Цян', 'Людмила Иванова', 'Игор Тестовский')
    >>> russian("Angela Merkel", "state/DE"), russian("Begenç Gundogdyýew", "state/TM")
    (None, None)
    """
    if state == "state/CN":
        words = [palladius.to_cyrillic(word) for word in name.split()]
        return " ".join(str(word).capitalize() for word in words) if words and None not in words else None
    if state == "state/BY" and "j" in name.lower():  # Belarusian in Latin letters, not after Russian
        return None
    if state not in _BY_RUSSIAN or not _PLAIN.fullmatch(name) or re.search("[qwx]", name.lower()):
        return None
    return " ".join(re.sub(r"[A-Za-z']+", lambda part: _word(part.group()), word) for word in name.split())


def _word(word: str) -> str:
    """One word: y is й after a vowel, as is the last i of -ai and -ei; -y is -ий; e that begins is э."""
    lower = word.lower()
    ending = "ий" if re.search(r"[^aeiou]y$", lower) and len(lower) > 3 else ""
    stem = lower[:-1] if ending else lower
    stem = re.sub(r"(?<=[aeiou])y(?![aeou])|(?<=[ae])i$", "й", stem)
    written = _PIECE.sub(lambda piece: _TABLE[piece.group()], stem) + ending
    written = re.sub("^е(?!$)", "э", written) if lower.startswith("e") else written
    return written[:1].upper() + written[1:]
