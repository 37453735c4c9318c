"""How much room the name of a dot takes, in pixels."""

from __future__ import annotations

import unicodedata

_LINE, _LINES, _WORD = 18, 3, 26
_LETTER, _LEADING = 7.2, 16.0


def box(labels: dict[str, str], radius: float) -> tuple[float, float]:
    """Width and height in pixels that a dot needs with the longest of its labels set below it.

    >>> box({"en": "Ivan Testov"}, 8)
    (91.2, 42.0)
    """
    blocks = [wrapped(text) for text in labels.values()] or [[""]]
    wide = max(sum(_width(c) for c in line) for lines in blocks for line in lines)
    high = max(len(lines) for lines in blocks) * _LEADING
    return round(max(wide * _LETTER, 2 * radius) + 12, 1), 2 * radius + high + 10


def wrapped(text: str) -> list[str]:
    """A label in at most three lines of about eighteen letters; `labels.js` breaks lines alike."""
    pieces = (word[i : i + _WORD] for word in text.split() for i in range(0, len(word), _WORD))
    lines = [""]
    for piece in pieces:
        if lines[-1] and len(lines[-1]) + 1 + len(piece) > _LINE:
            lines.append(piece)
        else:
            lines[-1] = f"{lines[-1]} {piece}".strip()
    return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], lines[_LINES - 1][: _LINE - 1] + "…"]


def _width(letter: str) -> int:
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
