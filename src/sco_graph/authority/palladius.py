"""The Palladius system: Cyrillic of Chinese syllables, to pinyin and back.

Built from its initials and finals; exceptions are listed. Source: the rules of
Palladius (Kafarov), as Russian dictionaries of Chinese print them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

_INITIALS = {
    "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г", "k": "к", "h": "х",
    "j": "цз", "q": "ц", "x": "с", "zh": "чж", "ch": "ч", "sh": "ш", "r": "ж", "z": "цз", "c": "ц", "s": "с",
}  # fmt: skip
_FINALS = {
    "a": "а", "o": "о", "e": "э", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань", "en": "энь",
    "ang": "ан", "eng": "эн", "ong": "ун", "i": "и", "ia": "я", "ie": "е", "iao": "яо", "iu": "ю", "ian": "янь",
    "in": "инь", "iang": "ян", "ing": "ин", "iong": "юн", "u": "у", "ua": "уа", "uo": "о", "uai": "уай", "ui": "уй",
    "uan": "уань", "un": "унь", "uang": "уан", "ü": "юй", "üe": "юэ", "üan": "юань", "ün": "юнь",
}  # fmt: skip
_ALONE = {
    "a": "а", "o": "о", "e": "э", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань", "en": "энь",
    "ang": "ан", "eng": "эн", "er": "эр", "yi": "и", "ya": "я", "ye": "е", "yao": "яо", "you": "ю", "yan": "янь",
    "yin": "инь", "yang": "ян", "ying": "ин", "yong": "юн", "wu": "у", "wa": "ва", "wo": "во", "wai": "вай",
    "wei": "вэй", "wan": "вань", "wen": "вэнь", "wang": "ван", "weng": "вэн", "yu": "юй", "yue": "юэ",
    "yuan": "юань", "yun": "юнь",
}  # fmt: skip
_FINALS_OF = {
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un",
    "t": "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan ü üe",
    "l": "a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe",
    "g": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "k": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j": "i ia ie iao iu ian in iang ing iong ü üe üan ün",
    "q": "i ia ie iao iu ian in iang ing iong ü üe üan ün",
    "x": "i ia ie iao iu ian in iang ing iong ü üe üan ün",
    "zh": "a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang",
    "ch": "a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang",
    "sh": "a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang",
    "r": "e ao ou an en ang eng ong i u ua uo ui uan un",
    "z": "a e ai ei ao ou an en ang eng ong i u uo ui uan un",
    "c": "a e ai ao ou an en ang eng ong i u uo ui uan un",
    "s": "a e ai ao ou an en ang eng ong i u uo ui uan un",
}
_IRREGULAR = {"hui": "хуэй", "zi": "цзы", "ci": "цы", "si": "сы"}
_VARIANTS = {"хуй": "hui", "уэй": "wei", "мяу": "miao", "йо": "yo", "фын": "feng", "шен": "sheng", "чен": "cheng"}
_CYRILLIC_VOWELS, _LATIN_VOWELS = "аеиоуыэюя", "aeiouü"


@cache
def syllables() -> dict[str, str]:
    """Every syllable of Standard Chinese in pinyin (ü kept) with its Palladius form.

    >>> syllables()["zhang"], syllables()["lü"], syllables()["xue"]
    ('чжан', 'люй', 'сюэ')
    """
    found = dict(_ALONE)
    for initial, finals in _FINALS_OF.items():
        for final in finals.split():
            written = final.replace("ü", "u") if initial in "jqx" else final
            found[initial + written] = _INITIALS[initial] + _FINALS[final]
    return found | _IRREGULAR


@cache
def _pinyin_of() -> dict[str, str]:
    return _VARIANTS | {cyrillic: pinyin for pinyin, cyrillic in syllables().items()}


def to_pinyin(word: str) -> str | None:
    """Pinyin of one Cyrillic word, lower case and toneless; None where it is no Chinese word.

    >>> to_pinyin("Юйчэн"), to_pinyin("Дэгуан"), to_pinyin("Сиань"), to_pinyin("Чанъань"), to_pinyin("Норов")
    ('yucheng', 'deguang', "xi'an", "chang'an", None)
    """
    parts = _parted(word.lower().replace("ё", "е"), _pinyin_of(), _cyrillic_may_follow)
    return None if parts is None else _joined([_pinyin_of()[part] for part in parts])


def to_cyrillic(word: str) -> str | None:
    """Palladius form of one pinyin word, lower case; None where it is no pinyin.

    >>> to_cyrillic("Yucheng"), to_cyrillic("Xi'an"), to_cyrillic("Smith")
    ('юйчэн', 'сиань', None)
    """
    plain = word.lower().replace("v", "ü")
    found = []
    for piece in re.split(r"['’]", plain):
        parts = _parted(piece, syllables(), _latin_may_follow)
        if parts is None:
            return None
        found += [syllables()[part] for part in parts]
    return "".join(
        ("ъ" if before.endswith("н") and part[0] in _CYRILLIC_VOWELS else "") + part
        for before, part in zip(["", *found], found, strict=False)
    )


def _parted(word: str, table: dict[str, str], may_follow: Callable[[str, str], bool]) -> list[str] | None:
    """The word as syllables of the table, the longest first; None when it cannot be parted."""
    if not word:
        return []
    start = 1 if word[0] == "ъ" else 0
    for size in range(min(6, len(word) - start), 0, -1):
        syllable, rest = word[start : start + size], word[start + size :]
        if syllable in table and may_follow(syllable, rest):
            tail = _parted(rest, table, may_follow)
            if tail is not None:
                return [syllable, *tail]
    return None


def _cyrillic_may_follow(syllable: str, rest: str) -> bool:
    """A final н before a vowel would be written with ъ: without it the н begins the next syllable."""
    return not (syllable.endswith("н") and rest[:1] and rest[0] in _CYRILLIC_VOWELS)


def _latin_may_follow(syllable: str, rest: str) -> bool:
    """A final n, g or r before a vowel would be parted by an apostrophe."""
    return not (syllable[-1] in "ngr" and rest[:1] and rest[0] in _LATIN_VOWELS)


def _joined(parts: list[str]) -> str:
    """Syllables in one word, an apostrophe before one that begins with a, e or o."""
    return "".join(("'" if number and part[0] in "aeo" else "") + part for number, part in enumerate(parts))
