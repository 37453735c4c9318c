"""Words by which an English mention of a person is told to give an office: for data sets that do not annotate posts.

General English, written down before anything was measured; not the lexicon of the extraction, which would flatter it.
"""

from __future__ import annotations

import re

_OFFICES = (
    "president|minister|secretary|ambassador|envoy|commissioner|representative|chairman|chairwoman|chairperson|chair|"
    "governor|mayor|premier|chancellor|king|queen|prince|senator|congressman|congresswoman|deputy|director|"
    "spokesman|spokeswoman|spokesperson|commander|chief|head|leader|coordinator|speaker|judge|justice|attorney|"
    "general|admiral|adviser|advisor|delegate|councillor|councilman|prosecutor|sheriff|officer|pope|bishop|mp"
)
OFFICE = re.compile(rf"\b(?:{_OFFICES})s?\b", re.IGNORECASE)
_NAME = re.compile(r"(?:[^\W\d_][\w'’.-]*\s*)+")


def gives_office(words: str) -> bool:
    """Whether the words of a mention have the noun of an office.

    >>> gives_office("the Foreign Secretary"), gives_office("Tobias Ellwood")
    (True, False)
    """
    return bool(OFFICE.search(words))


def is_name(words: str) -> bool:
    """Whether the words of a mention are a name alone: capitals, no office.

    >>> is_name("Boris Johnson"), is_name("Mr Johnson"), is_name("the Foreign Secretary"), is_name("I")
    (True, True, False, False)
    """
    parts = words.split()
    capital = all(part[0].isupper() or part in {"de", "al", "bin", "van", "von"} for part in parts)
    return len(words) > 2 and capital and not gives_office(words)
