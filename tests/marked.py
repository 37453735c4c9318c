"""Marked text: a line that is input and answer at once.

``[Владимир Норов|official:vladimir-norov] встретился с ...``: words in brackets
are a mention, with kind and key after the bar; brackets may stand within brackets.
Several referents are joined by ``+``; ``~pronoun`` asks for a form as well. A person or
body that the tables lack is written by the beginning of its key, with ``*``.
"""

from __future__ import annotations

from dataclasses import dataclass

from sco_graph.extraction.reading import Mention, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mention that a line asks for; ``keys`` without their kind."""

    start: int
    stop: int
    kind: str
    keys: tuple[str, ...]
    form: str


def parsed(line: str) -> tuple[str, tuple[Mark, ...]]:
    """The plain text of a marked line, and its marks by place.

    >>> parsed("[Он|official:vladimir-norov~pronoun] прибыл")
    ('Он прибыл', (Mark(start=0, stop=2, kind='official', keys=('vladimir-norov',), form='pronoun'),))
    """
    text, open_at, marks = "", [], []
    at = 0
    while at < len(line):
        letter = line[at]
        if letter == "[":
            open_at.append(len(text))
        elif letter == "|" and open_at:
            end = line.index("]", at)
            kind, _, rest = line[at + 1 : end].partition(":")
            keys, _, form = rest.partition("~")
            start = open_at.pop()
            marks.append(Mark(start=start, stop=len(text), kind=kind, keys=tuple(keys.split("+")), form=form))
            at = end
        else:
            text += letter
        at += 1
    assert not open_at, f"a bracket is left open: {line}"
    return text, tuple(sorted(marks, key=lambda m: (m.start, -m.stop)))


def found(reading: Reading, kinds: set[str]) -> tuple[Mark, ...]:
    """The mentions of a reading, of these kinds, as marks."""
    keys = _keys(reading)
    return tuple(
        Mark(
            start=mention.start,
            stop=mention.stop,
            kind=str(mention.kind),
            keys=tuple(keys[ref] for ref in mention.refs or (mention.ref,)),
            form=str(mention.form),
        )
        for mention in reading.mentions
        if mention.kind in kinds
    )


def differences(line: str, reading: Reading) -> list[str]:
    """What a reading has otherwise than the marked line; every mention of a kind that the line marks must be marked."""
    text, wanted = parsed(line)
    assert text == reading.document.text
    seen = found(reading, {mark.kind for mark in wanted})
    said = [f"missing: {_shown(text, mark)}" for mark in wanted if not any(_same(mark, other) for other in seen)]
    return said + [f"extra: {_shown(text, o)}" for o in seen if not any(_same(mark, o) for mark in wanted)]


def _same(mark: Mark, other: Mark) -> bool:
    where = (mark.start, mark.stop, mark.kind) == (other.start, other.stop, other.kind)
    form = mark.form in ("", other.form)
    return where and form and len(mark.keys) == len(other.keys) and all(map(_key, mark.keys, other.keys))


def _key(wanted: str, key: str) -> bool:
    return key.startswith(wanted[:-1]) if wanted.endswith("*") else key == wanted


def _shown(text: str, mark: Mark) -> str:
    return f"[{text[mark.start : mark.stop]}|{mark.kind}:{'+'.join(mark.keys)}~{mark.form}]"


def _keys(reading: Reading) -> dict[str, str]:
    """Keys by local id, without their kind."""
    entities = {str(o.id): str(o.key) for o in reading.officials}
    entities |= {str(o.id): str(o.key) for o in reading.organisations}
    entities |= {str(state): f"state/{state}" for state in reading.states}
    entities |= {place.key: place.key for place in reading.places}
    return {ref: key.partition("/")[2] for ref, key in entities.items()}


def mentions(reading: Reading, words: str) -> list[Mention]:
    """Mentions whose words are these."""
    text = reading.document.text
    return [m for m in reading.mentions if text[m.start : m.stop] == words]
