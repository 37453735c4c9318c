"""Which documents changed tables touch: those that ask what has another answer now, or have the words of a new name."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from .authority import asking, data_folder
from .authority.entries import Entry, changed, entries
from .authority.folding import Folding
from .authority.records import Authority
from .authority.trie import is_slot
from .extraction.knowledge import Knowledge, knowledge
from .inquiries import Inquiries, Noted, Tables
from .model import Language

_Needs = tuple[frozenset[int], ...]
"""For each word of a name the numbers of its keys, one of which a text must have."""


def tables_of(authority: Authority) -> Tables:
    """What is noted of a state of the tables."""
    surnames = (data_folder() / "chinese_surnames.tsv").read_bytes()
    names = {language.value: list(entries(authority, language)) for language in Language}
    return Tables(version=authority.version, others=hashlib.sha256(surnames).hexdigest(), names=names)


class Relinking:
    """Tells of a document whether it has the same facts in the tables of today.

    It has if all its questions have the same answers, and no name that came, went or changed its place among
    homonyms can stand in its text; ``bounded`` is False once a change was met that may touch every document.
    """

    def __init__(self, inquiries: Inquiries, authority: Authority) -> None:
        self._inquiries, self._authority = inquiries, authority
        self._since: dict[str, _Changed | None] = {}
        self.bounded = True

    def stays(self, key: str, made_from: tuple[str, str, str]) -> bool:
        """Whether a document that was made from this (text, rules, tables) would be the same by today's tables."""
        noted = self._inquiries.noted(key)
        if noted is None or noted.made_from != made_from:
            return False
        version = made_from[-1]
        if version not in self._since:
            self._since[version] = self._changed(version)
        names = self._since[version]
        return names is not None and noted.questions.isdisjoint(self._stale) and not names.touch(noted)

    @cached_property
    def today(self) -> Tables:
        """The tables of today."""
        return tables_of(self._authority)

    @cached_property
    def _stale(self) -> frozenset[int]:
        """Numbers of the questions that have other answers now."""
        return frozenset(number for number, text in self._inquiries.all() if asking.again(self._knows, text) != number)

    def _knows(self, language: str) -> Knowledge:
        return knowledge(self._authority, language)

    def _changed(self, version: str) -> _Changed | None:
        before = self._inquiries.tables(version)
        if before is None:
            return None
        if before.others != self.today.others:
            self.bounded = False
            return None
        found = _Changed()
        for language, names in self.today.names.items():
            found.add(language, changed(before.names[language], names))
        self.bounded &= not found.everywhere
        return found


@dataclass(slots=True)
class _Changed:
    """Names that changed, by the numbers of their longest word; ``everywhere`` where one has no word of its own."""

    everywhere: bool = False
    _by_word: dict[int, list[_Needs]] = field(default_factory=lambda: defaultdict(list))

    def add(self, language: str, names: Iterable[Entry]) -> None:
        """Take in names of a language."""
        folding = Folding(language)
        for name in names:
            needs = tuple(_needs(folding, name.text))
            self.everywhere |= not needs
            for number in needs[0] if needs else ():
                self._by_word[number].append(needs)

    def touch(self, noted: Noted) -> bool:
        """Whether one of the names can stand in the text of a document."""
        if self.everywhere:
            return True
        near: Mapping[int, Sequence[_Needs]] = self._by_word
        if len(near) < len(noted.words):
            found = (needs for number, all_ in near.items() if number in noted.words for needs in all_)
        else:
            found = (needs for number in noted.words if number in near for needs in near[number])
        return any(all(not numbers.isdisjoint(noted.words) for numbers in needs) for needs in found)


def _needs(folding: Folding, name: str) -> Iterator[frozenset[int]]:
    """Numbers of the keys of each word of a name, the longest word first; of Chinese ones also of each two."""
    words = folding.words(name)
    plain = [word for word in words if not is_slot(word)]
    if folding.language == "zh":
        runs = "\t".join("" if is_slot(word) else word for word in words).split("\t\t")
        for pair in sorted({pair for run in runs for pair in asking.pairs(run.strip("\t").split("\t"))}):
            yield frozenset({asking.word_number("zh", pair)})
    for word in sorted(set(plain), key=len, reverse=True):
        yield frozenset(asking.word_number(folding.language, key) for key in folding.keys(word, len(words) == 1))
