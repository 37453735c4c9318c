"""Fixtures of extraction: the tables, and a reader of lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sco_graph.authority import Authority, load
from sco_graph.corpus import from_text
from sco_graph.extraction import languages
from sco_graph.extraction.reading import Reading

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def authority() -> Authority:
    """The packaged tables."""
    return load()


@pytest.fixture(scope="session")
def read(authority: Authority) -> Read:
    """Reads a text in a language, Russian unless told."""

    def of(text: str, language: str = "ru", published: str | None = None) -> Reading:
        document = from_text(text, language=language, published=published, source="https://example.org/line")
        return languages.read(document, authority)

    return of
