"""Chinese names in Han script, to pinyin with the family name first."""

from __future__ import annotations

from functools import cache

from . import data_folder
from .rows import rows


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
    readings = _surnames()[1]
    size = 2 if name[:2] in readings and len(name) > 2 else 1
    family, given = name[:size], name[size:]
    surname = readings.get(family) or "".join(lazy_pinyin(family, style=Style.NORMAL))
    parts = lazy_pinyin(given, style=Style.NORMAL)
    joined = "".join(("'" if at and part[:1] in "aeo" else "") + part for at, part in enumerate(parts))
    return f"{surname.capitalize()} {joined.capitalize()}".strip()


def is_surname(pinyin: str) -> bool:
    """Whether a syllable is the pinyin of a common Chinese surname.

    >>> is_surname("zhang"), is_surname("ding"), is_surname("ou")
    (True, True, True)
    """
    return pinyin in _surnames()[0]


@cache
def _surnames() -> tuple[frozenset[str], dict[str, str]]:
    """Surnames in pinyin, and the readings of those whose characters need one, from ``chinese_surnames.tsv``."""
    table = list(rows(data_folder() / "chinese_surnames.tsv", "chinese_surnames"))
    readings = {han: row["pinyin"] for row in table for han in row["han"].split()}
    return frozenset(row["pinyin"] for row in table), readings
