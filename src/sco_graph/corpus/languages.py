"""Which language a text is in: by its script, by letters that its neighbours lack, by short words.

Only three are read; the others are known so that none of them is taken for one of the three.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("languages.tsv")
_LOOKED_AT = 20_000
UNKNOWN = "und"
"""The code for a language that cannot be told (ISO 639-2: undetermined)."""

_SCRIPTS = {
    "han": re.compile(r"[㐀-鿿\uf900-\ufaff]"),
    "cyrillic": re.compile(r"[Ѐ-ӿ]"),
    "latin": re.compile(r"[A-Za-zÀ-ɏʻʼẠ-ỹ]"),
    "kana": re.compile(r"[぀-ヿ]"),
    "ko": re.compile(r"[가-힯]"),
    "arabic": re.compile(r"[؀-ۿ]"),
    "hi": re.compile(r"[ऀ-ॿ]"),
    "he": re.compile(r"[֐-׿]"),
    "hy": re.compile(r"[԰-֏]"),
    "ka": re.compile(r"[Ⴀ-ჿ]"),
    "el": re.compile(r"[Ͱ-Ͽ]"),
    "th": re.compile(r"[฀-๿]"),
    "my": re.compile(r"[က-႟]"),
    "bn": re.compile(r"[ঀ-৿]"),
    "ta": re.compile(r"[஀-௿]"),
    "km": re.compile(r"[ក-៿]"),
    "mn": re.compile(r"[᠀-ᢪ]"),
}
# A Han character or a syllable of kana or hangul stands for about three letters.
_WEIGHT = {"han": 3, "kana": 3, "ko": 3}
_WORD = re.compile(r"[^\W\d_]+(?:[ʻ‘’'][^\W\d_]+)*")
# Japanese has a syllable of kana to every Han character or two; a Chinese text may quote a few.
_KANA = 0.2
# Names of people and places bring letters of their language into a Russian text: this share of its letters at most,
# and where short words of Russian stand around them some more.
_STRANGE = 0.005
_STRANGE_AMONG_WORDS = 0.04
# Below this many words a text may well have no short word of its language.
_FEW_WORDS = 25
_ENOUGH = 0.05
_MARKED = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class _Language:
    code: str
    script: str
    letters: frozenset[str]
    lacks: frozenset[str]
    words: frozenset[str]


@cache
def _languages() -> tuple[_Language, ...]:
    lines = [line for line in _TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    rows = (line.split("\t") for line in lines[1:])
    return tuple(
        _Language(
            code=code,
            script=script,
            letters=frozenset(letters),
            lacks=frozenset(lacks),
            words=frozenset(words.split()),
        )
        for code, script, letters, lacks, words in rows
    )


def detect_language(text: str) -> str:
    """ISO 639-1 code of the language of a text; ``und`` where there is no telling.

    >>> [detect_language(text) for text in ("秘书长会见", "Встреча SCO", "A meeting", "1")]
    ['zh', 'ru', 'en', 'und']
    >>> [detect_language(text) for text in ("Зустріч міністрів", "Кездесу өткізілді", "会議を開きました")]
    ['uk', 'kk', 'ja']
    """
    head = text[:_LOOKED_AT]
    counts = {script: _WEIGHT.get(script, 1) * len(found.findall(head)) for script, found in _SCRIPTS.items()}
    script = max(counts, key=lambda name: counts[name])
    if not counts[script]:
        return UNKNOWN
    if counts["kana"] >= _KANA * counts["han"] and script in ("han", "kana"):
        return "ja"
    match script:
        case "han":
            return "zh"
        case "cyrillic":
            return _cyrillic(head.lower())
        case "latin":
            return _latin(head.lower())
        case "arabic":
            return _arabic(head)
        case _:
            return script


def _cyrillic(text: str) -> str:
    """Russian, unless letters that it lacks are common; then by letters and short words."""
    letters = Counter(_SCRIPTS["cyrillic"].findall(text))
    total = letters.total()
    known = [language for language in _languages() if language.script == "cyrillic"]
    russian = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
    strange = sum(count for letter, count in letters.items() if letter not in russian)
    words = _word_shares(text, known)
    others = max(share for code, share in words.items() if code != "ru")
    if strange <= _STRANGE * total or (strange <= _STRANGE_AMONG_WORDS * total and words["ru"] >= max(others, _ENOUGH)):
        # Bulgarian is written in letters of Russian: without ы and э, and with many a ъ.
        return "bg" if letters["ъ"] > max(1, total / 100) and not letters["ы"] + letters["э"] else "ru"

    def fit(language: _Language) -> float:
        covered = sum(letters[letter] for letter in language.letters - russian)
        # Letters that the language lacks speak against it. Of equals the first in the table is taken.
        foreign = strange - covered + sum(letters[letter] for letter in language.lacks)
        return (covered - 3 * foreign) / total + words[language.code]

    return max((language for language in known if language.code != "ru"), key=fit).code


def _latin(text: str) -> str:
    """English where its short words are the most frequent, or in a few words that are nothing else."""
    known = [language for language in _languages() if language.script == "latin"]
    shares = _word_shares(text, known)
    best = max(shares, key=lambda code: shares[code])
    letters = _SCRIPTS["latin"].findall(text)
    marked = sum(not letter.isascii() for letter in letters) / len(letters)
    few = len(_WORD.findall(text)) < _FEW_WORDS
    if shares[best] >= _ENOUGH:
        return best if best != "en" or marked < 0.1 else UNKNOWN
    return "en" if few and marked < _MARKED else UNKNOWN


def _word_shares(text: str, known: list[_Language]) -> dict[str, float]:
    """Share of the words of a text that are short words of each language."""
    words = Counter(_WORD.findall(text))
    total = words.total() or 1
    shares: dict[str, float] = {}
    for language in known:
        share = sum(words[word] for word in language.words) / total
        shares[language.code] = max(share, shares.get(language.code, 0.0))
    return shares


def _arabic(text: str) -> str:
    if re.search(r"[ٹڈڑںے]", text):
        return "ur"
    return "fa" if len(re.findall(r"[پچژگک]", text)) * 50 > len(_SCRIPTS["arabic"].findall(text)) else "ar"
