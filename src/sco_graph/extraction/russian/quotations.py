"""Direct speech: which words of a text stand in quotation marks as what somebody said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..reading import Token
from . import clauses

_OPEN, _CLOSE, _EITHER = "«“„", "»”", '"'
_SPEECH = 4
"""A quotation of fewer words is a name, not speech."""
_LONGEST = 400
"""Tokens after which a quotation that was never closed is given up."""
_PRESS = ("пресс-служб", "сообщени", "релиз", "ведомств", "сайт", "секретариат", "министерств", "мид", "канцеляри")
_AFTER = 9
"""Tokens after a quotation that say whose words it gives."""


def _by_the_press(tokens: Sequence[Token], close: int) -> bool:
    """Whether a quotation is a press service's account, not somebody's words: «...», – сообщили в пресс-службе."""
    after = tokens[close + 1 : close + 1 + _AFTER]
    stop = next((i for i, t in enumerate(after) if t.text in {".", "«", "!", "?"}), len(after))
    words = after[:stop]
    dash = any(t.text in {"-", "–", "—"} for t in words[:2])
    within = [i for i, t in enumerate(words) if t.lemma in {"в", "во", "на"}]
    if not dash or not within or not any(t.pos in {"VERB", "PRTS"} for t in words):
        return False
    return any(t.lemma.startswith(_PRESS) for t in words[within[0] :])


def quoted(tokens: Sequence[Token]) -> Iterator[int]:
    """Indices of tokens in direct speech: in quotation marks, of some length, with a finite verb."""
    opened: int | None = None
    for at, token in enumerate(tokens):
        if opened is None and (token.text in _OPEN or token.text in _EITHER):
            opened = at
        elif opened is not None and (token.text in _CLOSE or token.text in _EITHER):
            inner = range(opened + 1, at)
            spoken = any(clauses.is_finite(tokens[i]) or tokens[i].pos == "ADJS" for i in inner)
            if len(inner) >= _SPEECH and spoken and not _by_the_press(tokens, at):
                yield from inner
            opened = None
        elif opened is not None and at - opened > _LONGEST:
            opened = None
    if opened is not None and _SPEECH <= len(tokens) - opened <= _LONGEST:
        yield from range(opened + 1, len(tokens))
