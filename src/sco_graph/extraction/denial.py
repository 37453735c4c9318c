"""Interactions that a sentence says did not happen: a negative or a refusal before the verb that would tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .reading import Token

_NEGATIVE = re.compile(r"(?:не|not|never|cannot|\w+n['’]t|n['’]t)", re.IGNORECASE)
_REFUSAL = re.compile(r"(?:отказ(?:ал|ыва)\w*|refus(?:ed|es|ing)|declin(?:ed|es|ing))", re.IGNORECASE)
# "не только встретился", "not only met": told all the same.
_ADDING = re.compile(r"(?:только|лишь|просто|раз|only|just|merely|simply|long)", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+")
_REACH = 2
_BEFORE_INFINITIVE = 4
"""Words back in which a negative denies a verb; an infinitive is denied with the verb that governs it."""


def denied(tokens: Sequence[Token], begin: int, verb: int) -> bool:
    """Whether a verb at token ``verb``, of a sentence that begins at token ``begin``, is denied or refused.

    >>> words = [Token(start=0, stop=0, text=text, lemma=text) for text in "He did not yet meet them".split()]
    >>> denied(words, 0, 4), denied(words, 0, 1)
    (True, False)
    """
    infinitive = tokens[verb].pos == "INFN" or (verb > begin and tokens[verb - 1].text.lower() == "to")
    for at in range(verb - 1, max(begin, verb - (_BEFORE_INFINITIVE if infinitive else _REACH)) - 1, -1):
        text = tokens[at].text
        if not _WORD.fullmatch(text):
            return False
        if infinitive and _REFUSAL.fullmatch(text):
            return True
        if _NEGATIVE.fullmatch(text):
            # In Russian the negative stands right before what it denies.
            near = text.lower() != "не" or at == verb - 1 or (infinitive and at == verb - 2)
            return near and not _ADDING.fullmatch(tokens[at + 1].text)
    return False
