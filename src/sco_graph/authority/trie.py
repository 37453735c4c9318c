"""A trie of names over keys of words, with slots that other tries fill."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from operator import itemgetter
from typing import Generic, TypeVar

from .folding import Folding, Part

V = TypeVar("V")


class _Node(Generic[V]):
    """A place in the trie: one node below it for each set of keys, so that no name changes what another one meets."""

    __slots__ = ("by_keys", "ends", "next", "slots")

    def __init__(self) -> None:
        self.by_keys: dict[frozenset[str], _Node[V]] = {}
        self.next: dict[str, list[_Node[V]]] = {}
        self.slots: dict[str, _Node[V]] = {}
        self.ends: list[tuple[tuple[bool, int], V, bool]] = []

    def below(self, keys: frozenset[str]) -> _Node[V]:
        """The node for a word of these keys, made where it is missing."""
        found = self.by_keys.get(keys)
        if found is None:
            found = self.by_keys[keys] = _Node()
            for key in keys:
                self.next.setdefault(key, []).append(found)
        return found


def is_slot(word: str) -> bool:
    """Whether a word of a name stands for any name of a kind."""
    return word.startswith("{")


_REMEMBERED = 50_000
"""Sets of keys of which is remembered whether a name begins with them."""


def _led_to(node: _Node[V], keys: frozenset[str]) -> Sequence[_Node[V]]:
    """Nodes below one that some of the keys lead to, each once."""
    if not node.next:
        return ()
    there = [node.next[key] for key in node.next.keys() & keys]
    if len(there) < 2:
        return there[0] if there else ()
    return list(dict.fromkeys(chain.from_iterable(there)))


class Trie(Generic[V]):
    """Names with what they name; ``slots`` are the tries that fill ``{state}`` and the like."""

    def __init__(self, folding: Folding, slots: dict[str, Trie[V]] | None = None) -> None:
        self._folding, self._slots = folding, slots or {}
        self._root: _Node[V] = _Node()
        self._added = 0
        self._begun: dict[frozenset[str], bool] = {}

    def add(self, name: str, value: V, *, capital: bool | None = None) -> None:
        """Add a name; a text must write it with a capital if the name has one and a single word, or as told."""
        words = self._folding.words(name)
        if not words:
            return
        keys = [frozenset({word}) if is_slot(word) else self._folding.keys(word, len(words) == 1) for word in words]
        node = self._root
        for word, of in zip(words, keys, strict=True):
            node = node.slots.setdefault(word, _Node()) if is_slot(word) else node.below(of)
        self._begun.clear()
        inflected = not all(key.startswith("=") for key in keys[0])
        needs = self._folding.capital(words) if capital is None else capital
        node.ends.append(((inflected, self._added), value, needs))
        self._added += 1

    def beginnings(self, parts: Sequence[Part]) -> list[int]:
        """Where a name may begin."""
        known = self._begun.get
        return [
            at
            for at, (_, _, _, keys, passed) in enumerate(parts)
            if not passed and (begins if (begins := known(keys)) is not None else self.begins(keys))
        ]

    def longest(self, parts: Sequence[Part], at: int) -> tuple[tuple[int, V, V | None], ...]:
        """Of the names that begin at a part of ``beginnings`` the longest: where it ends, what it names and holds.

        Several where several are as long: homonyms.
        """
        ends = self.ends(parts, at)
        stop = max((end[0] for end in ends), default=0)
        return tuple(dict.fromkeys(end for end in ends if end[0] == stop))

    def begins(self, keys: frozenset[str]) -> bool:
        """Whether some name begins with a word of these keys, or with one that fills a slot."""
        found = self._begun.get(keys)
        if found is None:
            if len(self._begun) >= _REMEMBERED:
                self._begun.clear()
            slots = (self._slots[slot] for slot in self._root.slots)
            found = bool(_led_to(self._root, keys)) or any(slot.begins(keys) for slot in slots)
            self._begun[keys] = found
        return found

    def ends(self, parts: Sequence[Part], at: int) -> list[tuple[int, V, V | None]]:
        """All names that begin at a part: those kept as they are written first, else in the order of their adding."""
        reached: list[tuple[_Node[V], int, V | None]] = []
        self._walk(self._root, parts, at, None, reached)
        lower = parts[at].text[0].islower()
        found = [
            (added, stop, value, filled)
            for node, stop, filled in reached
            for added, value, capital in node.ends
            if not (capital and lower)
        ]
        return [end[1:] for end in sorted(found, key=itemgetter(0))]

    def _walk(
        self,
        node: _Node[V],
        parts: Sequence[Part],
        at: int,
        filled: V | None,
        reached: list[tuple[_Node[V], int, V | None]],
    ) -> None:
        """Note every node from this one on at which a name may end, where, and what fills its slot."""
        if node.ends and not parts[at - 1].passed:
            reached.append((node, at, filled))
        if at == len(parts):
            return
        part = parts[at]
        if part.passed and node is not self._root:
            self._walk(node, parts, at + 1, filled, reached)
        for child in _led_to(node, part.keys):
            self._walk(child, parts, at + 1, filled, reached)
        for slot, after in node.slots.items():
            filler = self._slots[slot]
            if filler.begins(part.keys):
                for stop, value, _ in filler.ends(parts, at):
                    self._walk(after, parts, stop, value, reached)
