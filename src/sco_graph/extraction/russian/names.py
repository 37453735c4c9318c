"""The one door to slovnet: where a Russian text names persons, places and organisations.

The weights are those that the natasha package carries (trained on Nerus,
https://github.com/natasha/slovnet). They are found without importing natasha,
whose pymorphy2 no longer runs. One thread: a second one doubles the work of the
processor and saves nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ...errors import MissingDependency
from ..tokens import paragraphs

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


@cache
def _model() -> Any:
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    spec = find_spec("natasha")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    if not folders:
        raise MissingDependency("natasha", "the weights of slovnet are not installed", "Run pip install natasha.")
    from navec import Navec
    from slovnet import NER

    model = NER.load(Path(folders[0]) / _SLOVNET)
    model.navec(Navec.load(Path(folders[0]) / _NAVEC))
    return model


def spans(text: str) -> Iterator[Span]:
    """Names in a Russian text, in order.

    >>> text = "Владимир Норов прибыл в Астану."
    >>> [(span.kind, text[span.start : span.stop]) for span in spans(text)]
    [('PER', 'Владимир Норов'), ('LOC', 'Астану')]
    """
    for start, stop in paragraphs(text):
        for piece in _PIECE.finditer(text, start, stop):
            for found in _model()(piece.group()).spans:
                yield Span(start=piece.start() + found.start, stop=piece.start() + found.stop, kind=found.type)
