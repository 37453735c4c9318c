"""What the words of a saying do: verbs of saying, what is said, and announcements of proposals."""

from __future__ import annotations

import re
from functools import cache

from ...model import Act
from ..lexicon import rows
from .passages import Passage
from .phrases import Phrases, compiled
from .subjects import Verb


@cache
def verbs() -> Phrases[Verb]:
    """Verbs of saying of the lexicon, each with its act and how far it decides."""
    return Phrases((p, Verb(None if act == "-" else Act(act), kind)) for p, act, kind in rows("zh", "acts", 3))


@cache
def _contents() -> tuple[tuple[re.Pattern[str], Act], ...]:
    return tuple((re.compile(compiled(pattern)), Act(act)) for pattern, act in rows("zh", "contents", 2))


def act_of(text: str, default: Act) -> tuple[Act, str]:
    """The act that the words said make of an open verb, and the pattern that tells it."""
    for pattern, act in _contents():
        found = pattern.search(text)
        if found:
            return act, f"content {found.group()}"
    return default, "open verb"


def announces(passage: Passage) -> bool:
    """Whether a sentence announces proposals that are then counted off: 提出四点建议."""
    return bool(_ANNOUNCED.search(passage.text, passage.sentence.start, passage.sentence.stop))


_ANNOUNCED = re.compile(
    r"提出.{0,3}[一二两三四五六七八九十\d几](?:点|条|项|件|个方面|方面).{0,6}(?:建议|主张|倡议|意见|看法|举措|设想|事)"
)
