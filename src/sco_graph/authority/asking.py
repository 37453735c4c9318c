"""What extraction asks the tables, noted document by document, so that a change of them tells whom it touches.

The facts of a document follow from its text, the rules and the answers of the tables. So a document
whose every question has the same answer in other tables has the same facts in them. A question is a call of
a look-up (:func:`question`); what the gazetteer is asked is the text itself, of which the keys of words are noted
(:func:`met`): a name can only be found where all its words stand.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, fields, is_dataclass
from functools import wraps
from itertools import pairwise
from operator import attrgetter
from typing import Any, Concatenate, ParamSpec, TypeVar

from ..errors import ScoGraphError
from .folding import Part

S = TypeVar("S")
P = ParamSpec("P")
R = TypeVar("R")

_REMEMBERED = 20_000
"""Questions of which is remembered that they were told already; each is some hundred bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What one document asked: numbers of questions with their answers (64 bits each), of words (32 bits each).

    ``told`` are the questions themselves, by number, that this process had not told before.
    """

    questions: bytes
    words: bytes
    told: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class Notebook:
    """What is asked in one process, of one state of the tables; ``language`` is that of the document at hand."""

    language: str = ""
    _numbers: dict[tuple[Any, ...], int] = field(default_factory=dict)
    _here: set[int] = field(default_factory=set)
    _words: set[int] = field(default_factory=set)
    _told: list[tuple[int, str]] = field(default_factory=list)
    _met: set[tuple[str, frozenset[str]]] = field(default_factory=set)

    @contextmanager
    def open(self, language: str) -> Iterator[None]:
        """Note what is asked from here on."""
        self.language = language
        self._here, self._words, self._told, self._met = set(), set(), [], set()
        before = _OPEN.set(self)
        try:
            yield
        finally:
            _OPEN.reset(before)

    def asked(self) -> Asked:
        """What has been asked since the notebook was opened."""
        questions, words = array("q", sorted(self._here)), array("I", sorted(self._words))
        return Asked(questions=questions.tobytes(), words=words.tobytes(), told=tuple(self._told))

    def note(self, path: str, arguments: tuple[Any, ...], answer: object) -> None:
        """Note a question and its answer."""
        key = (self.language, path, *arguments)
        number = self._numbers.get(key)
        if number is None:
            if len(self._numbers) >= _REMEMBERED:
                self._numbers.clear()
            text = json.dumps([self.language, path, *map(_plain, arguments)], ensure_ascii=False)
            number = self._numbers[key] = number_of(text, answer)
            self._told.append((number, text))
        self._here.add(number)

    def meet(self, language: str, parts: Sequence[Part]) -> None:
        """Note the words of a text in which names are looked for; in Chinese pairs of characters."""
        if language == "zh":
            self._words.update(word_number("zh", pair) for pair in pairs([p.text for p in parts if not p.passed]))
        for part in parts:
            mark = (language, part.keys)
            if mark not in self._met:
                self._met.add(mark)
                self._words.update(word_number(language, key) for key in part.keys)


_OPEN: ContextVar[Notebook | None] = ContextVar("notebook", default=None)


def question(path: str) -> Callable[[Callable[Concatenate[S, P], R]], Callable[Concatenate[S, P], R]]:
    """Mark a look-up, which ``path`` leads to from what extraction knows (``index.names_of``), as a question.

    Its arguments are hashable and plain (texts, None, tuples of them), and its answer follows from them and the tables.
    """

    def marked(look_up: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
        @wraps(look_up)
        def asked(self: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
            notebook = _OPEN.get()
            if notebook is None:
                return look_up(self, *args, **kwargs)
            before = _OPEN.set(None)  # what the look-up asks itself is part of its answer
            try:
                answer = look_up(self, *args, **kwargs)
            except ScoGraphError as error:
                notebook.note(path, (args, _by_name(kwargs)), type(error).__name__)
                raise
            finally:
                _OPEN.reset(before)
            notebook.note(path, (args, _by_name(kwargs)), answer)
            return answer

        return asked

    return marked


def _by_name(given: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted(given.items()))


def is_answered() -> bool:
    """Whether a question is being answered, or nobody notes any."""
    return _OPEN.get() is None


def met(language: str, parts: Sequence[Part]) -> None:
    """Note, where a notebook is open, that names are looked for in a text."""
    notebook = _OPEN.get()
    if notebook is not None:
        notebook.meet(language, parts)


def again(knows: Callable[[str], object], text: str) -> int:
    """Number of a question with the answer that it has now; ``knows`` gives what extraction knows, by language."""
    language, path, args, by_name = json.loads(text)
    try:
        look_up = attrgetter(path)(knows(language))
        answer = look_up(*map(_hashable, args), **{name: _hashable(value) for name, value in by_name})
    except (ScoGraphError, LookupError, AttributeError, TypeError) as error:
        # What it is about is gone, or older rules asked what nobody answers any more: not the answer of then.
        answer = type(error).__name__
    return number_of(text, answer)


def number_of(text: str, answer: object) -> int:
    """64 bits of the SHA-256 of a question and its answer, signed, as databases keep them."""
    said = json.dumps(_plain(answer), ensure_ascii=False)
    digest = hashlib.sha256(f"{text}\n{said}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def word_number(language: str, key: str) -> int:
    """32 bits of the key of a word: two words that share them cost a document being read again, no more."""
    return zlib.crc32(f"{language} {key}".encode())


def pairs(words: Sequence[str]) -> set[str]:
    """Neighbours in a Chinese text or name, as one word each."""
    return {f"{one}\t{other}" for one, other in pairwise(words)}


def _plain(value: object) -> object:
    """A value as JSON has it, the same in every process."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, set | frozenset):
        return sorted((_plain(one) for one in value), key=repr)
    if is_dataclass(value):
        return [type(value).__name__, *(_plain(getattr(value, one.name)) for one in fields(value))]
    raise TypeError(f"{type(value).__name__} can be no part of a question or its answer")


def _hashable(value: object) -> object:
    return tuple(map(_hashable, value)) if isinstance(value, list) else value
