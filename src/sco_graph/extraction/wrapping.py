"""Texts whose lines were broken at a width: the breaks within paragraphs are blanks to read them by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..model import Document, Evidence

_WIDE = 100
"""Letters that no line of a text broken at a width exceeds."""
_LINES = 6
_FULL = 0.75
"""Part of the longest line that a broken line reaches."""
_OPEN = tuple(f" {word}" for word in ("of", "the", "and", "a", "in", "to", "for", "on", "by", "with", "at"))
"""Words that end no line but a broken one."""
_STOPS = (".", "!", "?", ":", ";", '"', "”", "»")


_APOSTROPHE = re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])")
_MARKS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


def readable(text: str) -> str:
    """The text, letter for letter, unwrapped, with plain hyphens and blanks for those that do not break.

    >>> readable("Secretary\u2011General\u00a0X")
    'Secretary-General X'
    """
    return unwrapped(_APOSTROPHE.sub("'", text.translate(_MARKS)))


def unwrapped(text: str) -> str:
    """The text, letter for letter, with a blank for every break within a paragraph that only the width asked for.

    Texts with a line of more than 100 letters, or of few lines, are given back as they are.

    >>> unwrapped("one two three four\\nfive six seven eight\\nnine ten eleven\\n" * 3).count("\\n") < 9
    True
    """
    lines = text.split("\n")
    filled = [line for line in lines if line.strip()]
    widest = max((len(line) for line in filled), default=0)
    if len(filled) < _LINES or widest > _WIDE:
        return text
    full = [line for line in filled if len(line) >= _FULL * widest]
    cut = [line for line in full if not line.rstrip().endswith(_STOPS)]
    if 2 * len(full) < len(filled) or 2 * len(cut) < len(full):
        return text
    parts: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        goes_on = (
            (len(line) >= _FULL * widest or line.endswith(_OPEN))
            and following.strip()
            and not following.startswith((" ", "\t"))
        )
        parts.append(line + (" " if goes_on else "\n"))
    return "".join(parts)[: len(text)]


def spelt(document: Document, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Evidence with its quotations as the document has them, breaks of lines and all."""
    text = document.text
    return tuple(e if text[e.start : e.stop] == e.quote else replace(e, quote=text[e.start : e.stop]) for e in evidence)
