"""Words of the reference pages in each language, as a table that a linguist can read and mend."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "ru", "zh")


@cache
def words(language: str) -> dict[str, str]:
    """Key to word in a language.

    >>> words("ru")["classes"]
    'Классы'
    """
    column = 1 + LANGUAGES.index(language)
    table = files(__package__).joinpath("words.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[column] for row in rows}
