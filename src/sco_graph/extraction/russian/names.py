"""The one door to slovnet: where a Russian text names persons, places and organisations.

The weights are those that the natasha package carries (trained on Nerus,
https://github.com/natasha/slovnet). They are found without importing natasha,
whose pymorphy2 no longer runs. One thread: a second one doubles the work of the
processor and saves nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import MissingDependency
from ...light import dataclass
from ..tokens import cut, paragraphs

if TYPE_CHECKING:
    from .network import Network

_NAVEC = Path("data/emb/navec_news_v1_1B_250K_300d_100q.tar")
_SLOVNET = Path("data/model/slovnet_ner_news_v1.tar")
_LONGEST = 2000
"""Characters that the model is given at once: its memory grows with them."""
_PIECE = re.compile(rf".{{1,{_LONGEST}}}(?:[.!?;]|\s|$)|.{{{_LONGEST}}}", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters that the model takes for a name; ``kind`` is PER, LOC or ORG."""

    start: int
    stop: int
    kind: str


Words = Sequence[tuple[int, int, str]]
"""Start, stop and characters of each word of a text."""


@cache
def _network() -> Network:
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    spec = find_spec("natasha")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    if not folders:
        raise MissingDependency("natasha", "the weights of slovnet are not installed", "Run pip install natasha.")
    from slovnet import NER

    from .network import Network

    model = NER.load(Path(folders[0]) / _SLOVNET)
    model.navec(_embeddings(Path(folders[0]) / _NAVEC))
    return Network(model)


@dataclass(frozen=True, slots=True)
class _Embeddings:
    """What slovnet asks of navec: which embeddings, and their quantised vectors."""

    meta: Any
    pq: Any


def _embeddings(path: Path) -> _Embeddings:
    """The vectors of navec's file; its list of words, which slovnet's weights have too, is left out.

    What navec computes beforehand to compare words would take half the memory of the process.
    """
    from navec.meta import Meta
    from navec.pq import PQ
    from navec.tar import Tar

    class Vectors(PQ):  # type: ignore[misc]
        def precompute(self) -> None:
            """Nothing: words are not compared."""

    with Tar(path) as tar:
        return _Embeddings(Meta.from_file(tar.load("meta.json")), Vectors.from_file(tar.load("pq.bin")))


def spans(text: str, words: Words | None = None) -> Iterator[Span]:
    """Names in a Russian text, in order; ``words`` are those of the text, if they are known already.

    >>> text = "Владимир Норов прибыл в Астану."
    >>> [(span.kind, text[span.start : span.stop]) for span in spans(text)]
    [('PER', 'Владимир Норов'), ('LOC', 'Астану')]
    """
    lines = list(_lines(text, words if words is not None else list(cut(text))))
    for line, tags in zip(lines, _network().tags([word for _, _, word in line] for line in lines), strict=True):
        yield from _named(line, tags)


def _lines(text: str, words: Words) -> Iterator[Words]:
    """Words of each piece of a text that the network is given."""
    at = 0
    for start, stop in paragraphs(text):
        for piece in _PIECE.finditer(text, start, stop):
            first = at
            while at < len(words) and words[at][0] < piece.end():
                at += 1
            if at > first:
                yield words[first:at]


def _named(words: Words, tags: Sequence[str]) -> Iterator[Span]:
    """Names by tags: B begins one, I goes on, O ends it."""
    first = last = kind = None
    for (start, stop, _), tag in zip(words, tags, strict=True):
        part, _, what = tag.partition("-")
        if part in ("O", "B"):
            if kind is not None and first is not None and last is not None:
                yield Span(start=first, stop=last, kind=kind)
            first, last, kind = (start, stop, what) if part == "B" else (None, None, None)
        elif part == "I":
            last = stop
    if kind is not None and first is not None and last is not None:
        yield Span(start=first, stop=last, kind=kind)
