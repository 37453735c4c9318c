"""Chinese names in Han script, to pinyin with the family name first."""

from __future__ import annotations

from functools import cache

from .chinese_surnames import DOUBLE, READINGS, SINGLE


@cache
def of_han(name: str) -> str:
    """Pinyin of a Chinese name: "乐玉成" -> "Le Yucheng"; surnames by their own readings.

    A name with a dot (a foreigner's) is read part by part: only the table of
    officials tells who it is.

    >>> of_han("习近平"), of_han("单"), of_han("欧阳明")
    ('Xi Jinping', 'Shan', 'Ouyang Ming')
    """
    from pypinyin import Style, lazy_pinyin

    if "·" in name:
        return " ".join("".join(lazy_pinyin(part, style=Style.NORMAL)).capitalize() for part in name.split("·"))
    size = 2 if name[:2] in DOUBLE and len(name) > 2 else 1
    family, given = name[:size], name[size:]
    surname = READINGS.get(family) or "".join(lazy_pinyin(family, style=Style.NORMAL))
    parts = lazy_pinyin(given, style=Style.NORMAL)
    joined = "".join(("'" if at and part[:1] in "aeo" else "") + part for at, part in enumerate(parts))
    return f"{surname.capitalize()} {joined.capitalize()}".strip()


def is_surname(pinyin: str) -> bool:
    """Whether a syllable is the pinyin of a common Chinese surname.

    >>> is_surname("zhang"), is_surname("ding"), is_surname("ou")
    (True, True, True)
    """
    return pinyin in SINGLE
