"""Words that say how people came together: "в формате видеоконференции", "по телефону"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ...model import Mode
from ..lexicon import rows
from ..phrases import Phrases
from ..reading import Sentence, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A half-open range of tokens, and the mode that they give."""

    first: int
    last: int
    mode: Mode


@cache
def _modes(language: str) -> Phrases[Mode]:
    return Phrases((pattern, Mode(mode)) for pattern, mode, _ in rows(language, "modes", 3))


def find(tokens: Sequence[Token], sentence: Sentence) -> tuple[Format, ...]:
    """Words of format in a sentence, the longest at each place."""
    found = _modes("ru").longest(tokens, sentence.first, sentence.last)
    # «Газета» онлайн: a part of the paper's name.
    own = (item for item in found if item.first == 0 or tokens[item.first - 1].text != "»")
    return tuple(Format(first=item.first, last=item.last, mode=item.value) for item in own)
