"""Twice the text takes about twice the work: calls are counted, since seconds depend on who else uses the machine."""

from __future__ import annotations

import cProfile
import pstats

import pytest
import texts

from sco_graph import reading

SIZE = 8_000
BOUND = 2.6
"""Times the calls for twice the text, whose second half may have more to read; a square would take four times."""


def calls(kind: str, language: str, size: int) -> int:
    document = texts.made(texts.MADE[kind](language, size), language)
    reading.extract(document, reading.known())  # what is looked up once in a process
    profile = cProfile.Profile()
    profile.runcall(reading.extract, document, reading.known())
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.slow
@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("kind", ["nothing but triggers", "nothing but names", "one sentence"])
def test_calls_grow_with_the_text(kind: str, language: str) -> None:
    assert calls(kind, language, 2 * SIZE) <= BOUND * calls(kind, language, SIZE)
