"""Folding of inflected words, so that a name in the tables meets its forms in a text.

A word folds to one or more stems; two words meet when they share one. Endings
are those of Russian declension; a stem that ends in a soft consonant carries a
mark, so that "Минь" and "Мин" stay apart (after Zaliznyak's hard and soft types).
"""

from __future__ import annotations

import re
from functools import lru_cache

_ENDINGS = (
    "иями", "ями", "ами", "ией", "иям", "ием", "иях", "ого", "его", "ому", "ему", "ыми", "ими",
    "ях", "ах", "ам", "ям", "ом", "ем", "ём", "ей", "ой", "ий", "ый", "ью", "ия", "ие", "ии", "ию",
    "ых", "их", "ую", "юю", "ая", "яя", "ое", "ее", "ые", "ым", "им", "ою", "ею", "ёй",
    "ы", "и", "а", "я", "о", "е", "у", "ю", "ь", "й",
)  # fmt: skip
"""Longest first."""
_OF_IYA = frozenset(("ия", "ии", "ию", "ией"))
"""Endings of names in -ия, which keep them: stripped, Армения would meet "Арменом"."""
_SOFT, _HARD = frozenset(("ь", "я", "ю", "ем", "ём")), frozenset(("", "а", "у", "ом"))
_GLIDE = re.compile(r"(.*[аеоу])(?:я|ю|ем|е|и|й|ей)")
_PAIRED = frozenset("бвгдзклмнпрстфх")


@lru_cache(maxsize=65536)
def russian(word: str) -> frozenset[str]:
    """Stems of a Russian word form, in lower case with ё as е.

    >>> russian("Китаем") == russian("Китай")
    True
    >>> bool(russian("Чжан") & russian("Чжань"))
    False
    >>> bool(russian("китайцев") & russian("китаец"))
    True
    """
    plain = word.lower().replace("ё", "е")
    ending = next((e for e in _ENDINGS if plain.endswith(e) and len(plain) - len(e) >= 3), "")
    whole = frozenset({plain[: -len(ending)] + "+ия"}) if ending in _OF_IYA else frozenset()
    return frozenset(_marked(plain[: len(plain) - len(ending)], ending)) | _irregular(plain) | whole


def nominative(word: str, alone: bool = False) -> frozenset[str]:
    """Stems under which a Russian name is kept: those of the word, and the whole where an ending may be its own.

    Words of three letters keep all their forms: stripped, Уфа and Гоа would meet half the dictionary.

    >>> bool(nominative("Исполком") & russian("Исполкома")) and bool(nominative("Вьетнам") & russian("Вьетнаме"))
    True
    """
    plain = word.lower().replace("ё", "е")
    if plain.endswith(("ай", "ей", "уй")) and len(plain) > 3:
        return frozenset({plain[:-1]})
    if alone and plain.endswith("ия"):
        return frozenset({plain[:-2] + "+ия"})
    if len(plain) == 3 and plain.endswith("а"):
        return frozenset(plain[:-1] + ending for ending in ("а", "ы", "е", "у", "ой"))
    return russian(word) | {plain} if plain[-1:] in _PAIRED else russian(word)


def _marked(stem: str, ending: str) -> tuple[str, ...]:
    if not stem or stem[-1] not in _PAIRED or ending in _HARD:
        return (stem,)
    return (stem + "~",) if ending in _SOFT else (stem, stem + "~")


def _irregular(plain: str) -> frozenset[str]:
    """What plain stripping misses: Корея/Корею, Китай/Китая, Сергей/Сергея, Эмираты/Эмиратов, китаец/китайца."""
    found = set()
    glide = _GLIDE.fullmatch(plain)
    if glide:
        found.add(glide[1])
    if plain.endswith(("ов", "ев")) and len(plain) > 5:
        found.add(plain[:-2])
    if plain.endswith("ец") and len(plain) > 4:
        found.add(plain[:-2] + ("йц" if plain[-3] in "аеиоуыэюя" else "ц"))
    return frozenset(found)


@lru_cache(maxsize=65536)
def english(word: str) -> frozenset[str]:
    """The word in lower case, without a possessive ending and with one spelling of -isation and -centre.

    >>> sorted(english("Organization's"))
    ['organisation']
    """
    plain = re.sub(r"['’]s?$", "", word.lower())
    plain = re.sub(r"iz(?=ation)", "is", plain)
    return frozenset({{"center": "centre", "defense": "defence", "program": "programme"}.get(plain, plain)})


def exact(word: str) -> frozenset[str]:
    """The word itself.

    >>> sorted(exact("合"))
    ['合']
    """
    return frozenset({word})
