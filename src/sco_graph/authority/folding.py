"""Words of names and tokens of texts under the same keys, for one language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from . import stems

TokenLike = tuple[int, int, str, str]
"""Start, stop, text and lemma (empty where unknown) of a token."""

_WORDS = {
    "ru": re.compile(r"\w+(?:['’]\w+)?|[^\w\s]"),
    "en": re.compile(r"(?:[A-Z]\.){2,}|\w+(?:['’]\w+)*['’]?|[^\w\s]"),
    "zh": re.compile(r"[A-Za-z0-9]+|[^\s]"),
}
_PARTS = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:['’]\w+)*['’]?|[^\w\s]")
_BLANK_LINE = re.compile(r"\n\s*\n")
_SLOTS = re.compile(r"(\{\w+\})")
_DECLINED = re.compile(r"([А-ЯЁ]{3,})(?:[аеуы]|ом)")
_OWNED = re.compile(r"([A-Z]{2,})['’]s?")
_PASSED = frozenset('«»"“”„-–—·•﹒') | {"the", "The"}
_FOLD: dict[str, Callable[[str], frozenset[str]]] = {"ru": stems.russian, "en": stems.english, "zh": stems.exact}
_INDECLINABLE = ("о", "и", "у", "э", "е")


class Part(NamedTuple):
    """A word or mark of a text: its span, its keys, and whether a name may have it without naming it (a dash)."""

    start: int
    stop: int
    text: str
    keys: frozenset[str]
    passed: bool


@dataclass(frozen=True, slots=True)
class Folding:
    """The rules of a language; ``lemmatise`` gives the lemma of a word as the caller's tokens have it."""

    language: str
    lemmatise: Callable[[str], str] | None = None

    def tokens(self, text: str) -> list[TokenLike]:
        """A text parted by our own rules, without lemmas."""
        return [(m.start(), m.end(), m.group(), "") for m in _WORDS[self.language].finditer(text)]

    def parts(self, tokens: Iterable[TokenLike], text: str | None = None) -> list[Part]:
        """Tokens, parted at hyphens, with all keys under which a name may meet them.

        Where the text has a blank line between two tokens stands a part that no name has.
        """
        found: list[Part] = []
        stop = None
        for start, _, word, lemma in tokens:
            if stop is not None and start - stop > 1 and text is not None and _BLANK_LINE.search(text, stop, start):
                found.append(Part(stop, start, "\n", frozenset(), False))
            for first, last, piece, keys, passed in _pieces(self.language, word, lemma):
                stop = start + last
                found.append(Part(start + first, stop, piece, keys, passed))
        return found

    @lru_cache(maxsize=4)  # noqa: B019 - one Folding a language lives as long as the process
    def parts_of(self, text: str) -> list[Part]:
        """A text parted by our own rules, with keys."""
        return self.parts(self.tokens(text), text)

    def words(self, name: str) -> list[str]:
        """Words of a name, slots such as ``{state}`` kept whole, marks that may lack left out.

        >>> Folding("ru").words("МИД {state}"), Folding("zh").words("{state}外交部")
        (['МИД', '{state}'], ['{state}', '外', '交', '部'])
        """
        found: list[str] = []
        for piece in _SLOTS.split(name):
            found += [piece] if piece.startswith("{") else _WORDS[self.language].findall(_unhyphened(piece))
        return [word for word in found if word not in _PASSED]

    def keys(self, word: str, alone: bool) -> frozenset[str]:
        """Keys of a word of a name: itself if it is an acronym or does not decline, else its stems and lemma."""
        if len(word) > 1 and word.isupper() and self.language != "zh":
            return frozenset({f"={word}"})
        if self.language == "ru" and alone and word.lower().endswith(_INDECLINABLE) and word[0].isupper():
            return frozenset({f"={word}"})
        keys = stems.nominative(word, alone) if self.language == "ru" else _FOLD[self.language](word)
        return keys | {f"+{self.lemmatise(word)}"} if self.lemmatise else keys

    def capital(self, words: list[str]) -> bool:
        """Whether a text must write the name with a capital: one of a single word that has one."""
        return self.language != "zh" and len(words) == 1 and words[0][:1].isupper()


@lru_cache(maxsize=50_000)
def _pieces(language: str, text: str, lemma: str) -> tuple[tuple[int, int, str, frozenset[str], bool], ...]:
    """Parts of a token at hyphens: where they begin and end in it, their characters and keys, whether passed."""
    pieces = list((_WORDS["zh"] if language == "zh" else _PARTS).finditer(text))
    found = []
    for piece in pieces:
        word = piece.group()
        keys = _FOLD[language](word) | {f"={word}"}
        declined = _OWNED.fullmatch(word) if language == "en" else _DECLINED.fullmatch(word)
        if declined:
            keys |= {f"={declined[1]}"}
        if lemma and len(pieces) == 1:
            keys |= _FOLD[language](lemma) | {f"+{lemma}"}
        found.append((piece.start(), piece.end(), word, keys, word in _PASSED))
    return tuple(found)


def _unhyphened(text: str) -> str:
    return re.sub(r"(?<=\w)-(?=\w)", " ", text)
