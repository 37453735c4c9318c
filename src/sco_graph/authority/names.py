"""Names of people in Latin letters, and keys under which their spellings meet.

``latin`` makes the name that an English press release would print; ``match_key``
folds what the press spells in several ways. A key is for comparing: two people
may share one, so whoever looks up by it takes several answers.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from . import palladius
from .pinyin import is_surname, of_han

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "ғ": "gh", "қ": "q", "ў": "o", "ҳ": "h", "ә": "a", "ө": "o", "ү": "u", "ұ": "u", "ң": "ng", "һ": "h",
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ӣ": "i", "ӯ": "u", "ҷ": "j",
}  # fmt: skip
_YE_AFTER = frozenset("аеёиоуыэюяъьй")
_PATRONYMIC = re.compile(
    r".{2,}(ovich|evich|ievich|yevich|ovna|evna|ievna|yevna|inichna|ichna)$|^(ilyich|kuzmich|lukich)$"
)
_KIN = frozenset(("oglu", "ogly", "ogli", "uly", "uulu", "kyzy", "kizi", "qizi"))
_FOLDS = (
    ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("w", "v"),
    ("ou", "u"), ("oo", "o"), ("ee", "i"), ("tch", "ch"), ("tz", "ts"), ("x", "ks"), ("ander", "andr"),
)  # fmt: skip


def latin(name: str, language: str = "") -> str:
    """A person's name in Latin letters: press practice for Cyrillic, pinyin with the family name first for Chinese.

    >>> latin("Владимир Норов"), latin("Лэ Юйчэн"), latin("乐玉成"), latin("В. Норов")
    ('Vladimir Norov', 'Le Yucheng', 'Le Yucheng', 'V. Norov')
    >>> latin("Евгений Сысоев"), latin("Бахтиёр Саидов"), latin("Zhang Ming")
    ('Yevgeny Sysoyev', 'Bakhtiyor Saidov', 'Zhang Ming')
    """
    if re.search(r"[\u4e00-\u9fff]", name):
        return of_han(name)
    if not re.search(r"[\u0400-\u04ff]", name):
        return name
    chinese = chinese_latin(name)
    return chinese or " ".join(_word(word) for word in name.split())


def chinese_latin(name: str) -> str | None:
    """Pinyin of a Chinese name in Cyrillic; None where its first word is no Chinese surname or a word does not parse.

    >>> chinese_latin("Си Цзиньпин"), chinese_latin("Ван И"), chinese_latin("Ли Сон Гвон")
    ('Xi Jinping', 'Wang Yi', None)
    """
    words = name.split()
    found = [palladius.to_pinyin(word) for word in words]
    if len(words) not in (2, 3) or None in found:
        return None
    family, given = str(found[0]), "".join(str(word) for word in found[1:])
    return f"{family.capitalize()} {given.capitalize()}" if is_surname(family) else None


def parts_of_han(name: str) -> tuple[str, ...]:
    """Pieces of a Chinese name by which it is named again: the whole, and of one with dots the last and the first part.

    >>> parts_of_han("王毅"), parts_of_han("谢尔盖·拉夫罗夫")
    (('王毅',), ('谢尔盖·拉夫罗夫', '拉夫罗夫', '谢尔盖'))
    """
    pieces = [piece for piece in re.split(r"[·.]", name) if piece]
    if len(pieces) == 1:
        return (name,)
    return tuple(dict.fromkeys([name, *(piece for piece in (pieces[-1], pieces[0]) if len(piece) > 1)]))


def _word(word: str) -> str:
    """A word, the parts of a double name and initials each with their own capital."""
    return "".join(part if part in "-." else _letters(part) for part in re.split(r"([-.])", word))


def _letters(word: str) -> str:
    """Letters after BGN/PCGN, as the press simplifies it: no marks for ъ and ь, -y for -ий and -ый."""
    lower = word.lower()
    stem = re.sub(r"(?<=..)[иы]й$", "y", lower)
    found = []
    for at, letter in enumerate(stem):
        before = stem[at - 1] if at else ""
        if letter == "е" and (not before or before in _YE_AFTER):
            found.append("ye")
        elif letter == "ё" and before in tuple("жчшщ"):
            found.append("o")
        else:
            found.append(_CYRILLIC.get(letter, letter))
    joined = "".join(found)
    return joined[:1].upper() + joined[1:] if word[:1].isupper() else joined


@lru_cache(maxsize=16384)
def match_key(name: str) -> str:
    """Key of a name in Latin letters: the same for the spellings that the press uses; the words in alphabetical order.

    Initials are dropped, and a patronymic beside two other words; given and family name may stand in either order.

    >>> match_key("Abdulaziz Kamilov") == match_key(latin("Абдулазиз Камилов"))
    True
    >>> match_key("Dzhumakhon Giyosov") == match_key("Jumakhon Giyosov")
    True
    >>> match_key("Zhang Ming") == match_key("Zhang Min")
    False
    >>> match_key("Vladimir Imamovich Norov"), match_key("Alexander Lukashevich")
    ('norov vladimir', 'aleksandr lukashevich')
    """
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ə", "a")).encode("ascii", "ignore").decode()
    words = [_NO_LETTER.sub("", word) for word in _BETWEEN.split(plain.lower())]
    kept = _without_patronymic([word for word in words if len(word) > 1 and word not in _KIN])
    return " ".join(sorted(_folded(word) for word in kept))


def _without_patronymic(words: list[str]) -> list[str]:
    """Words but the patronymic; of two words none is one ("Lukashevich"), and the first never is."""
    at = next((at for at, word in enumerate(words) if at and _PATRONYMIC.match(word)), None)
    return words if len(words) < 3 or at is None else words[:at] + words[at + 1 :]


_INITIAL = re.compile(r"\w|\w{1,3}\.|\w{2}")
"""An initial, in Latin letters up to three: "Kh.", "Dzh."."""


def initials(name: str) -> tuple[tuple[str, ...], str]:
    """Initial letters and the folded last word of a name with initials: "V. Norov" -> (("v",), "norov").

    >>> initials("V.I. Norov"), initials("Vladimir Norov")
    ((('v', 'i'), 'norov'), ((), 'norov'))
    """
    words = [word for word in re.split(r"[\s]+|(?<=\.)", name) if word]
    short = [word for word in words if word[0].isupper() and _INITIAL.fullmatch(word)]
    letters = tuple(match_key(word.rstrip(".") + "n")[:1] for word in short)
    rest = [word for word in words if not re.fullmatch(r"\w{1,3}\.", word)]
    return letters if len(letters) < len(words) else (), match_key(rest[-1]) if rest else ""


_NO_LETTER, _BETWEEN = re.compile(r"[^a-z]"), re.compile(r"[\s\-–—·]+|(?<=\.)")
_YO, _GLIDE = re.compile(r"yo(?!u)"), re.compile(r"i(?=[aeou])")
_DOUBLE, _LAST = re.compile(r"(.)\1+"), re.compile(r"(?<=[a-z]{2})ii?$")


@lru_cache(maxsize=16384)
def _folded(word: str) -> str:
    """One word with its spelling variants folded: ё and е, y and i, double letters, a glide before a vowel."""
    word = _YO.sub("ye", word)
    for variant, fold in _FOLDS:
        word = word.replace(variant, fold)
    word = word.replace("y", "i")
    word = _GLIDE.sub("", word)
    word = _DOUBLE.sub(r"\1", word)
    return _LAST.sub("i", word)
