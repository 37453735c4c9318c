"""GUM: English news, interviews and speeches with entities and coreference; https://github.com/amir-zeldes/gum.

Its texts are tokens; they are put together again here. A person is a chain of mentions, or all mentions with one
Wikipedia title. Posts are not annotated: an official is a named person one of whose mentions has the noun of an office.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .gold import Person, Post, Span, Text, linked
from .offices import gives_office, is_name

GENRES = ("news", "interview", "speech")
_CLOSING = re.compile(r"(?:[,.;:!?%)\]”’»]+|n[’']t|[’'](?:s|re|ve|ll|d|m|t)?)$", re.IGNORECASE)
_OPENING = {"(", "[", "“", "‘", "«", "$", "£", "€", "#"}
_ENTITY = re.compile(r"([\w-]+)(?:\[(\d+)\])?")
_TITLE = re.compile(r"([^|\[]+)(?:\[(\d+)\])?")
_LINK = re.compile(r"[\d-]+\[(\d+)_(\d+)\]")


def texts(folder: Path) -> Iterator[Text]:
    """All texts of the genres that are near to ours."""
    for genre in GENRES:
        for path in sorted((folder / "coref" / "gum" / "tsv").glob(f"GUM_{genre}_*.tsv")):
            yield _text(path)


@dataclass(slots=True)
class _Chain:
    """Mentions of persons: number -> characters, number -> Wikipedia title, and which refers to which."""

    text: str = ""
    spans: dict[str, Span] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)
    _before: str = "("

    def line(self) -> None:
        """Begin a new line of text."""
        if self.text:
            self.text, self._before = self.text + "\n", "("

    def add(self, word: str) -> Span:
        """Add a word with the space that it has before it, and tell where it stands."""
        glued = self._before in _OPENING or _CLOSING.fullmatch(word) or "-" in (self._before, word)
        self.text += word if glued else f" {word}"
        self._before = word
        return len(self.text) - len(word), len(self.text)


def _text(path: Path) -> Text:
    chain = _Chain()
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#Text="):
            chain.line()
        elif not line.startswith("#") and len(cells) > 9:
            _token(chain, cells)
    return _made(path.stem, chain)


def _token(chain: _Chain, cells: list[str]) -> None:
    here = chain.add(cells[2])
    for kind, number in _ENTITY.findall(cells[3]):
        key = number or cells[0]
        if kind == "person":
            chain.spans[key] = chain.spans.get(key, here)[0], here[1]
    for title, number in _TITLE.findall(cells[6]):
        if title != "_":
            chain.titles[number or cells[0]] = title
    chain.links += _LINK.findall(cells[9])


def _made(name: str, chain: _Chain) -> Text:
    text, spans, titles = chain.text, chain.spans, chain.titles
    pairs = [(one, other) for one, other in chain.links if one in spans and other in spans]
    alike: dict[str, list[str]] = defaultdict(list)
    for key in spans:
        if key in titles:
            alike[titles[key]].append(key)
    pairs += [(group[0], other) for group in alike.values() for other in group[1:]]
    groups: dict[str, list[Span]] = defaultdict(list)
    for key, head in linked(pairs, spans).items():
        groups[head].append(spans[key])
    words = {span: text[span[0] : span[1]] for span in spans.values()}
    named = [g for head, g in groups.items() if any(_named(words[s]) for s in g)]
    # A mention that goes on into a clause is no title.
    offices = [tuple(s for s in group if gives_office(words[s]) and len(words[s].split()) <= 12) for group in named]
    return Text(
        name=name,
        text=text,
        language="en",
        people=tuple(Person(spans=tuple(g), official=bool(o)) for g, o in zip(named, offices, strict=True)),
        posts=tuple(Post(person=at, words=found) for at, found in enumerate(offices) if found),
    )


def _named(words: str) -> bool:
    """Whether a mention has a name: two capitals in a row that no office is, or a name alone."""
    return is_name(words) or bool(re.search(r"[A-Z][\w.-]+ (?:[A-Z][\w.-]*\s?)+", words))
